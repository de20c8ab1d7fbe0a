"""Whole games by somebody who sees nothing: what a screen reader is told is enough to play, in two languages."""

import asyncio
from typing import Any

import pytest

from tests.browser.guests import Guests
from tests.browser.listener import Listener
from tests.client import Player
from tests.gateway.people import People, agreed, come, everybody
from tests.servers import Site

CAST: dict[str, Any] = {"mafia": 1, "detective": False, "doctor": False, "firstNight": "kill"}
NAMES = {"en": "Mira", "ar": "ليلى"}


@pytest.mark.parametrize("language", ["en", "ar"])
async def test_a_game_can_be_played_by_ear_alone(guests: Guests, site: Site, language: str) -> None:
    listener = Listener(await guests.arrive(language), language)
    async with People(site.urls) as people:
        others = await people.lobby(3, nightTime=30, discussionTime=60, voteTime=30, revealTime=20, **CAST)
        await sit_down(listener, others[0].view.room_code, NAMES[language])
        await asyncio.gather(listen(listener), robots(others))
        await listener.press("button", "Play again")
        await listener.hears("Rules of this table")
    assert await listener.page.evaluate("document.documentElement.dir") == {"en": "ltr", "ar": "rtl"}[language]


async def sit_down(listener: Listener, code: str, name: str) -> None:
    await listener.sit_before(f"/r/{code}")
    await listener.write("Your name", name)
    await listener.press("button", "Sit down")
    await listener.press("button", "I am ready")
    await listener.hears("Waiting for the host to start.")


async def listen(listener: Listener) -> None:
    """Play from the card to the end, pressing whatever is offered, whoever one turns out to be."""
    await listener.look_at_the_card()
    await listener.press("button", "I know my role")
    await listener.hears("Night falls. Choose one player.")
    await listener.press("button", "Seat {number}, {name}, alive")
    await listener.press("button", "Lock in {seat}")
    await listener.hears("The town wakes.", seconds=30)
    await listener.press("button", "Go on")
    await listener.press("button", "Ready to vote")
    await listener.hears("The vote. Who leaves the table?")
    await listener.press("button", "Seat {number}, {name}, alive")
    await listener.hears("Your vote:")
    await listener.press("button", "Go on", seconds=30)
    await listener.hears("Who was who")


async def robots(others: list[Player]) -> None:
    """Let the others play along: one of them dies, then they vote as the listener does, and either way it is over."""
    host, *_ = others
    await everybody(others[1:], "room:ready")
    await host.until(lambda view: view.everybody_ready)
    await agreed(host, "room:start")
    await come(others, "night")
    victim = others[-1] if others[-1].view.role != "mafia" else others[0]
    mafioso = next((player.user_id for player in others if player.view.role == "mafia"), None)
    for player in others:
        if player.user_id == mafioso:
            await agreed(player, "action:mafiaKill", targetId=victim.user_id)
        await agreed(player, "action:done")
    await come(others, "day", timeout=45)
    first, second = [player for player in others if player.view.alive]
    await agreed(first, "action:done")
    await come(others, "voting", timeout=45)
    [accused] = (await host.until(lambda view: view.counts, timeout=30)).counts
    for player in (first, second):
        await agreed(player, "vote:cast", targetId=None if player.user_id == accused else accused)
    for player in others:
        await player.until(lambda view: view.end, timeout=45)
