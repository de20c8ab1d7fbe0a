"""A card that is not held is nowhere, and at night nobody's screen tells who sits before it."""

import json

import pytest

from tests.browser.conftest import Guests
from tests.browser.theatre import IDS, Frame, Theatre

pytestmark = pytest.mark.asyncio(loop_scope="module")

ROLES = {"mafia": (IDS[1],), "detective": (), "doctor": (), "villager": ()}
WORDS = ("Mafia", "Detective", "Doctor", "Villager", "Town")


async def night(theatre: Theatre, role: str) -> None:
    await theatre.show("reveal", *theatre.game(role, ROLES[role]))
    await theatre.table.peek()
    await theatre.table.part("do=known").click()
    await theatre.table.sees("night")


async def stage(guests: Guests) -> Theatre:
    theatre = Theatre(await guests.arrive())
    await theatre.open()
    return theatre


@pytest.mark.parametrize("role", ROLES)
async def test_no_word_of_the_role_is_on_the_page_unless_the_card_is_held(theatre: Theatre, role: str) -> None:
    await theatre.show("reveal", *theatre.game(role, ROLES[role]))
    page = theatre.table.page
    assert not await told(theatre)
    await page.keyboard.down("r")
    assert role in (await page.locator("[data-face=front]").first.inner_text()).lower()
    await page.keyboard.up("r")
    await theatre.table.part("do=known").click()
    await theatre.table.sees("night")
    assert not await told(theatre)


async def told(theatre: Theatre) -> set[str]:
    """Say which words of the roles stand in the document; its title, and the rules' own words, are the site's."""
    body = await theatre.table.page.evaluate("[...document.body.children].map((each) => each.outerHTML).join()")
    return {word for word in WORDS if word in body} | ({"title"} if await titled(theatre) else set())


async def titled(theatre: Theatre) -> bool:
    title = (await theatre.table.page.title()).removesuffix("Mafia")
    return any(word in title for word in WORDS)


@pytest.mark.parametrize("width", [360, 1280])
async def test_the_night_looks_the_same_to_every_role(guests: Guests, width: int) -> None:
    pictures = set()
    for role in ROLES:
        theatre = await stage(guests)
        await night(theatre, role)
        await theatre.table.resize(width)
        await theatre.table.page.keyboard.press("4")
        page = theatre.table.page
        await page.evaluate("document.activeElement.blur()")
        # The code in the title bar is the room's own; nothing of it is on this screen.
        pictures.add(await page.screenshot(animations="disabled"))
    assert len(pictures) == 1


async def test_the_night_is_as_loud_on_the_wire_for_every_role(guests: Guests) -> None:
    sizes = set()
    for role in ROLES:
        theatre = await stage(guests)
        await night(theatre, role)
        await theatre.table.page.keyboard.press("3")
        await theatre.play(ack(theatre.heard[-1]))
        await theatre.table.part("do=lock").click()
        sizes.add(tuple(len(json.dumps(frame)) for frame in theatre.heard))
    assert len(sizes) == 1


def ack(frame: Frame) -> Frame:
    return {"type": "ack", "ref": frame["ref"]}


async def test_the_card_closes_when_the_window_is_left(theatre: Theatre) -> None:
    await theatre.show("reveal", *theatre.game("mafia", (IDS[1],)))
    page = theatre.table.page
    await page.keyboard.down("r")
    await page.locator("[data-face=front]").wait_for()
    await page.evaluate("dispatchEvent(new Event('blur'))")
    await page.locator("[data-face=front]").wait_for(state="detached")


async def test_a_rematch_leaves_nothing_of_the_last_card(theatre: Theatre) -> None:
    await night(theatre, "mafia")
    await theatre.show("lobby", theatre.room())
    await theatre.play(theatre.room("in_game"))
    await theatre.table.page.keyboard.down("r")
    assert await theatre.table.page.locator("[data-face=front]").count() == 0
