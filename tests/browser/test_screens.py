"""Every screen of the site, seen and heard: put through the gates in English and in Arabic, read out in English."""

import pytest
from playwright.async_api import expect

from tests.browser import gates
from tests.browser.guests import Guests
from tests.browser.heard import HEARD
from tests.browser.journeys import JOURNEYS, Journey
from tests.browser.theatre import END, IDS, TALLY, Theatre, phase

# How many seats are whole between the header and the bar of a page that nobody has scrolled.
_IN_SIGHT = """() => {
  const top = document.querySelector(".top").getBoundingClientRect().bottom;
  const end = document.querySelector(".actions").getBoundingClientRect().top;
  const boxes = [...document.querySelectorAll("game-stage .seat")].map((seat) => seat.getBoundingClientRect());
  return boxes.filter((box) => box.top >= top && box.bottom <= end).length;
}"""

# Whether the name of the phase keeps clear of its clock.
_IS_APART = """() => {
  const words = document.createRange();
  words.selectNodeContents(document.querySelector(".phase"));
  const [name, ring] = [words, document.querySelector(".ring")].map((each) => each.getBoundingClientRect());
  return name.right <= ring.left || name.left >= ring.right;
}"""


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("journey", JOURNEYS)
async def test_every_screen_is_for_everybody(guests: Guests, journey: Journey, language: str) -> None:
    found = {}
    async for name, page in journey(guests, language):
        if language == "en" and (heard := HEARD.get(f"{journey.__name__}: {name}")):
            await expect(page.locator("body")).to_match_aria_snapshot(heard)
        if here := await gates.at_all_sizes(page):
            found[name] = here
    assert found == {}
    guests.complaints.clear()  # Chromium writes of a page's own 404, too


@pytest.mark.parametrize("language", ["en", "de", "ar"])
async def test_with_letters_of_twice_the_size_a_phone_still_shows_the_table(guests: Guests, language: str) -> None:
    theatre = Theatre(await guests.on_stage(language))
    await theatre.open()
    page = theatre.table.page
    await page.evaluate("document.documentElement.style.fontSize = '200%'")
    await theatre.show("reveal", *theatre.game())
    await page.keyboard.press("r")
    await theatre.table.part("do=known").click()
    await theatre.table.sees("night")
    await page.locator("[data-tap='3']").click()
    await theatre.play({"type": "action:update", "targetId": IDS[2]})
    await expect(theatre.table.part("do=lock")).to_contain_text("Aïcha")
    night = await page.evaluate(_IN_SIGHT)
    await theatre.show("dawn", phase("day"))
    await theatre.table.part("go-on").click()
    await theatre.table.sees("day")
    await theatre.table.part("go=table").click()
    day = await page.evaluate(_IN_SIGHT)
    await theatre.show("voting", phase("voting"), TALLY)
    vote = await page.evaluate(_IN_SIGHT)
    assert night >= 2
    assert min(day, vote) >= 1
    assert await page.evaluate(_IS_APART)


@pytest.mark.parametrize("language", ["en", "ar"])
async def test_the_votes_of_a_long_game_do_not_widen_the_page(guests: Guests, language: str) -> None:
    theatre = Theatre(await guests.on_stage(language))
    await theatre.open()
    vote = {"ballots": dict.fromkeys(IDS, IDS[2]), "eliminatedUserId": None, "tie": True}
    votes = [{**vote, "round": number} for number in range(1, 8)]
    await theatre.show("end", *theatre.game(), {**END, "stats": {**END["stats"], "rounds": 7, "votes": votes}})
    assert await gates.by_size(theatre.table.page) == []
