"""What of a game is heard, felt and told to who looks elsewhere."""

from playwright.async_api import expect

from tests.browser.theatre import IDS, NOW, Theatre, dead, phase

LOOK_ELSEWHERE = """() => {
  Object.defineProperty(document, "hidden", { value: true, configurable: true });
  document.dispatchEvent(new Event("visibilitychange"));
}"""
COME_BACK = """() => {
  delete document.hidden;
  document.dispatchEvent(new Event("visibilitychange"));
}"""


async def test_a_tab_in_the_background_says_what_is_asked_and_by_when(theatre: Theatre) -> None:
    page = theatre.table.page
    await theatre.show("voting", *theatre.game("mafia", (IDS[1],)), phase("voting"))
    usual, icon = await page.title(), page.locator("link[rel=icon]")
    await page.evaluate(LOOK_ELSEWHERE)
    await expect(page).to_have_title("(!) Your vote 0:38 - Mafia")
    assert "icon-called" in (await icon.get_attribute("href") or "")
    await page.evaluate(COME_BACK)
    await expect(page).to_have_title(usual)
    assert "icon-called" not in (await icon.get_attribute("href") or "")


async def test_what_one_likes_is_kept(theatre: Theatre) -> None:
    page = theatre.table.page
    await theatre.show("lobby", theatre.room())
    await theatre.table.part("menu").click()
    await theatre.table.part("pref=captions").check()
    await theatre.table.part("pref=theme").select_option("day")
    await page.get_by_label("Volume").fill("20")
    await expect(page.locator("html")).to_have_attribute("data-theme", "day")
    await theatre.reload()
    await theatre.show("lobby", theatre.room())
    await theatre.table.part("menu").click()
    await expect(theatre.table.part("pref=captions")).to_be_checked()
    await expect(page.get_by_label("Volume")).to_have_value("20")
    await page.keyboard.press("Escape")
    await expect(theatre.table.part("menu")).to_be_focused()


async def test_a_sound_is_told_in_words_to_who_asks_for_it(theatre: Theatre) -> None:
    await theatre.show("lobby", theatre.room())
    await theatre.table.part("menu").click()
    await theatre.table.part("pref=captions").check()
    await theatre.table.page.keyboard.press("Escape")
    await theatre.show("reveal", *theatre.game())
    await expect(theatre.table.part("caption")).to_have_text("[bell] Night falls")


async def test_one_key_takes_the_sound_away_and_gives_it_back(theatre: Theatre) -> None:
    await theatre.show("lobby", theatre.room())
    await theatre.table.page.keyboard.press("m")
    await expect(theatre.table.part("toast")).to_have_text("Sound is off.")
    await theatre.table.page.keyboard.press("m")
    await expect(theatre.table.part("toast")).to_have_text("Sound is on.")


async def test_who_likes_less_motion_gets_none(theatre: Theatre) -> None:
    await theatre.show("dawn", *theatre.game(), phase("day", deaths=[dead(5)]))
    assert await theatre.table.page.evaluate("document.getAnimations().length") == 0
    await expect(theatre.table.page.locator(".fallen [data-out]")).to_be_visible()


async def test_who_comes_back_finds_no_motion_of_what_was_missed(theatre: Theatre) -> None:
    page = theatre.table.page
    await page.emulate_media(reduced_motion="no-preference")
    await theatre.show("night", *theatre.game(), phase("night", number=2))
    await page.evaluate(LOOK_ELSEWHERE)
    await theatre.show("dawn", phase("day", number=2, deaths=[dead(5)]))
    await page.evaluate(COME_BACK)
    running = "document.getAnimations().filter(({ effect }) => effect.getComputedTiming().endTime !== Infinity).length"
    assert await page.evaluate(running) == 0


async def test_the_whole_card_of_a_held_role_is_above_the_bar_of_a_phone(theatre: Theatre) -> None:
    page = theatre.table.page
    await theatre.show("reveal", *theatre.game("mafia", (IDS[1],)))
    await theatre.at(NOW + 9_000)
    await theatre.table.sees("night")
    await theatre.table.part("go=role").click()
    await page.keyboard.down("r")
    card, bar = page.locator("role-panel .role-card"), page.locator(".actions")
    await card.wait_for()
    below = "([card, bar]) => card.getBoundingClientRect().bottom - bar.getBoundingClientRect().top"
    assert await page.evaluate(below, [await card.element_handle(), await bar.element_handle()]) <= 0
