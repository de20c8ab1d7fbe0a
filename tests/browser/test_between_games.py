"""Between two games at the same table, and before the first: what is said of it, and where one goes from there."""

import re

from playwright.async_api import expect

from tests.browser import gates
from tests.browser.theatre import END, IDS, NOW, SETUP, Theatre, phase, said

GAME = 600_000


async def again(theatre: Theatre) -> None:
    """Play a game to its end, and begin another; in each of them somebody claims a role."""
    claim = {**said("I am the detective", by=4), "at": NOW + 60_000}
    fresh = {**said("good morning", by=4), "id": "fresh", "at": NOW + GAME + 90_000}
    begun = {"endsAt": NOW + GAME + 38_000}
    await theatre.show("reveal", *theatre.game())
    await theatre.at(NOW + GAME)
    await theatre.show("dawn", phase("day", deaths=[]), claim)
    await theatre.table.part("go-on").click()
    await theatre.show("end", END)
    room, commitment, role, _night = theatre.game("mafia", (IDS[1],))
    await theatre.play(theatre.room(), room, commitment, role, {**phase("night"), **begun})
    await theatre.at(NOW + GAME + 60_000)
    await theatre.play({**phase("day", deaths=[]), "endsAt": NOW + GAME + 98_000}, fresh)
    await theatre.table.part("go-on").click()
    await theatre.table.sees("day")


CONVERSATION = """
  - text: Wei
  - paragraph: I am the detective
  - separator "New game"
  - paragraph: Dawn 1. Nobody died.
  - text: Wei
  - paragraph: good morning
"""


async def test_a_line_tells_what_was_said_in_an_earlier_game(theatre: Theatre) -> None:
    await again(theatre)
    await expect(theatre.table.page.get_by_role("log")).to_match_aria_snapshot(CONVERSATION)
    assert await gates.at_all_sizes(theatre.table.page) == []


async def test_the_line_is_there_after_a_reload_too(theatre: Theatre) -> None:
    await again(theatre)
    await theatre.reload()
    you = {"userId": IDS[0], "role": "mafia", "allies": [IDS[1]], "alive": True, "target": None, "vote": None}
    claim = {**said("I am the detective", by=4), "at": NOW + 60_000}
    fresh = {**said("good morning", by=4), "id": "fresh", "at": NOW + GAME + 90_000}
    held = {
        "phase": "day",
        "round": 1,
        "startedAt": NOW + GAME,
        "endsAt": NOW + 2 * GAME,
        "timeline": [],
        "setup": SETUP,
    }
    mine = {"you": {**you, "done": False, "inspections": [], "saves": []}, "votes": {"counts": {}, "cast": 0}}
    chat = {"chat": [claim, fresh]}
    await theatre.show(
        "day", {"type": "auth:reconnect", "gameState": {**theatre.room("in_game"), **held, **mine, **chat}}
    )
    await theatre.table.part("go=chat").click()
    await expect(theatre.table.part("begin")).to_have_count(1)
    await expect(theatre.table.page.locator("[data-begin] ~ *")).to_have_text([re.compile("good morning")])


async def test_a_first_game_needs_no_line(theatre: Theatre) -> None:
    talk = {**said("hello", channel="lobby"), "at": NOW - 1000}
    await theatre.show("lobby", theatre.room(), talk)
    await theatre.play(*theatre.game(), phase("day", deaths=[]))
    await theatre.table.part("go-on").click()
    await expect(theatre.table.page.get_by_role("log")).to_contain_text("hello")
    await expect(theatre.table.part("begin")).to_have_count(0)


async def test_who_leaves_a_table_that_gathers_is_named_to_the_others(theatre: Theatre) -> None:
    await theatre.show("gathering", theatre.gathering())
    left = theatre.gathering()
    await theatre.play({**left, "players": [player for at, player in enumerate(left["players"]) if at != 3]})
    await expect(theatre.table.part("toast")).to_have_text("Лена left. Looking for somebody else.")
    assert await gates.at_all_sizes(theatre.table.page) == []


async def test_who_left_a_table_that_gathered_may_look_for_another_with_one_tap(theatre: Theatre) -> None:
    await theatre.show("gathering", theatre.gathering())
    await theatre.show("left", {"type": "room:left", "reason": "left"})
    assert await gates.at_all_sizes(theatre.table.page) == []
    await expect(theatre.table.part("strangers")).to_have_text("Look for another table")


async def test_the_tap_leads_into_the_queue(hall: Theatre) -> None:
    await hall.show("gathering", hall.gathering())
    await hall.show("left", {"type": "room:left", "reason": "left"})
    await hall.table.part("strangers").click()
    await hall.table.sees("queue")
