"""A card that is not held is nowhere, and at night nobody's screen tells who sits before it."""

import json
import re

import pytest
from playwright.async_api import Page, expect

from tests.browser.guests import Guests
from tests.browser.theatre import IDS, Frame, Theatre

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
async def test_the_night_looks_the_same_to_every_role_whomever_it_taps(guests: Guests, width: int) -> None:
    seen: dict[str, set[bytes]] = {}
    for role in ROLES:
        theatre = await stage(guests)
        await night(theatre, role)
        await theatre.table.resize(width)
        for key in "4123":
            seen.setdefault(f"tapped {key}", set()).add(await looks(theatre, key))
            seen.setdefault(f"wrote {key}", set()).add(await written(theatre))
        await theatre.table.part("do=lock").click()
        seen.setdefault("locked", set()).add(await written(theatre))
    assert {moment: len(pictures) for moment, pictures in seen.items()} == dict.fromkeys(seen, 1)


async def looks(theatre: Theatre, key: str) -> bytes:
    """Tap this seat, have the server answer, and take a picture."""
    page = theatre.table.page
    before = len(theatre.heard)
    await page.keyboard.press(key)
    await answered(theatre, before)
    await expect(theatre.table.part("pick=set")).to_have_attribute("data-tap", key)
    await page.evaluate("document.activeElement.blur()")
    await repainted(page)
    # The code in the title bar is the room's own; nothing of it is on this screen.
    return await page.screenshot(animations="disabled")


async def repainted(page: Page) -> None:
    """Have the browser paint the whole page anew: what it mends piece by piece differs in a shade here and there."""
    for is_hidden in ("true", "false"):
        await page.evaluate(f"document.body.hidden = {is_hidden}; new Promise((done) => requestAnimationFrame(done))")


async def answered(theatre: Theatre, before: int) -> None:
    """Answer what was heard since as the server would: to this doctor, who guarded the third last night, with a no."""
    frame = await theatre.hears(before)
    if (frame["type"], frame["targetId"]) == ("action:doctorSave", IDS[2]):
        no = {"type": "action:error", "code": "bad_target", "reason": "", "event": frame["type"], "ref": frame["ref"]}
        await theatre.play(no)
        frame = await theatre.hears(before + 1)
    await theatre.play(ack(frame))


async def written(theatre: Theatre) -> bytes:
    """Return what the parts of the page consist of, without the renderer's marks; the invitation is the room's own."""
    parts = "game-header, game-stage, role-panel, notes-panel, chat-panel, .actions, [data-polite], [data-assertive]"
    body: str = await theatre.table.page.evaluate(
        "(parts) => [...document.querySelectorAll(parts)].map((each) => each.outerHTML).join()", parts
    )
    return re.sub(r"<!--.*?-->", "", body).encode()


async def test_a_card_that_does_nothing_to_the_pick_says_so_only_while_it_is_held(theatre: Theatre) -> None:
    await night(theatre, "mafia")
    await looks(theatre, "2")
    await expect(theatre.table.part("wasted")).to_have_count(0)
    await theatre.table.part("go=role").click()
    await theatre.table.page.keyboard.down("r")
    await expect(theatre.table.part("tonight")).to_have_text("Mafia: choose the victim together.")
    await expect(theatre.table.part("wasted")).to_contain_text("Your card does nothing to this player tonight.")
    await theatre.table.page.keyboard.up("r")
    await expect(theatre.table.part("wasted")).to_have_count(0)


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
