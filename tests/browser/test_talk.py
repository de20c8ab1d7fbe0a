"""What only a browser shows of the talk: where the focus goes, that nobody is scrolled away, what a tab keeps."""

from playwright.async_api import expect

from tests.browser import gates
from tests.browser.test_while_away import snapshot
from tests.browser.theatre import IDS, Frame, Theatre, phase, said


async def day(theatre: Theatre, *messages: Frame) -> None:
    """Begin the talk of the first day."""
    await theatre.show("reveal", *theatre.game())
    await theatre.show("dawn", phase("day", deaths=[]))
    await theatre.table.part("go-on").click()
    await theatre.table.sees("day")
    await theatre.play(*messages)


async def test_a_phrase_about_somebody_is_two_keys_and_the_focus_comes_back(theatre: Theatre) -> None:
    await day(theatre)
    page, phrase = theatre.table.page, theatre.table.part("quick=suspect")
    await phrase.focus()
    await page.keyboard.press("Enter")
    await expect(theatre.table.part("about='2'")).to_be_focused()
    before = len(theatre.heard)
    await page.keyboard.press("Enter")
    sent = await theatre.hears(before)
    assert (sent["type"], sent["phrase"]) == ("chat:send", {"key": "suspect", "targetId": IDS[1]})
    await expect(phrase).to_be_focused()


async def test_an_at_sign_asks_whom_and_the_hand_stays_at_the_text(theatre: Theatre) -> None:
    await day(theatre)
    box = theatre.table.page.locator("#message")
    await box.press_sequentially("ask @")
    await expect(box).to_be_focused()
    await theatre.table.part("about='3'").click()
    await expect(box).to_have_value("ask @3 ")
    await expect(box).to_be_focused()


async def test_who_reads_above_is_not_moved_and_a_button_leads_to_the_end(theatre: Theatre) -> None:
    await day(theatre, *(said(f"word {number}") for number in range(30)))
    page, log = theatre.table.page, theatre.table.page.get_by_role("log")
    await expect(log.get_by_text("word 29")).to_be_in_viewport()
    # The page hears of it a frame later.
    await log.evaluate("(log) => new Promise((done) => { log.onscroll = done; log.scrollTo(0, 0); })")
    await theatre.play(said("one more"), said("and another"))
    pill = page.get_by_role("button", name="2 new")
    await expect(pill).to_be_visible()
    assert await log.evaluate("(log) => log.scrollTop") == 0
    await pill.click()
    await expect(log.get_by_text("and another")).to_be_in_viewport()
    await expect(pill).to_have_count(0)
    await expect(log).to_be_focused()


async def test_what_is_hidden_is_shown_on_a_tap_and_who_said_it_is_reported_and_muted(
    theatre: Theatre,
) -> None:
    await day(theatre, {**said("you rascal"), "flag": "mild"}, {**said("well meant", by=2), "flag": "strict"})
    page = theatre.table.page
    await expect(page.get_by_text("well meant")).to_be_visible()
    await expect(page.get_by_text("you rascal")).to_have_count(0)
    await theatre.table.part("unhide").click()
    await expect(page.get_by_text("you rascal")).to_be_visible()
    await theatre.table.part("person").first.click()
    assert await gates.findings(page) == []
    await theatre.table.part("report").click()
    await theatre.table.part("reason=insult").click()
    assert theatre.heard[-1].items() >= {"type": "chat:report", "reason": "insult", "messageId": "you rascal"}.items()
    await theatre.table.part("person").first.click()
    await theatre.table.part("mute").click()
    await page.keyboard.press("Escape")
    await expect(page.get_by_text("you rascal")).to_have_count(0)


async def test_marks_outlive_a_reload_and_not_the_game(theatre: Theatre) -> None:
    await day(theatre)
    mark = theatre.table.part("mark=suspect").first
    await theatre.table.part("go=notes").click()
    await mark.click()
    await theatre.reload()
    await theatre.show("night", snapshot(theatre, round=2))
    await theatre.table.part("go=notes").click()
    await expect(mark).to_have_attribute("aria-pressed", "true")
    await theatre.play(theatre.room())
    assert await theatre.table.page.evaluate("sessionStorage.getItem('mafia.jottings')") is None
