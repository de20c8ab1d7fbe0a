"""A page that was reloaded, slept, drove through a tunnel or outlived its server: it comes back, and tells."""

import asyncio
import re
from typing import Any

import pytest
from playwright.async_api import Browser, Locator, expect

from tests import servers
from tests.browser.guests import Guests
from tests.browser.table import Table
from tests.browser.tunnel import Tunnel
from tests.client import Player
from tests.gateway.people import People, agreed, come, everybody
from tests.servers import Site

MINUTE = 60_000
PATIENCE = 15_000


def told(table: Table) -> Locator:
    """What a screen reader hears in its own time."""
    return table.page.locator("[data-polite]")


def names(table: Table) -> Locator:
    """Everybody who sits at the table, as this page shows it."""
    return table.page.locator(".seat .name")


async def ready(table: Table) -> None:
    await table.part("do=ready").click()
    await expect(table.part("do=ready")).to_have_attribute("aria-pressed", "true")


async def taken_up(table: Table, tunnel: Tunnel) -> None:
    """The phone slept for some minutes more; somebody takes it up, and there is a network again."""
    tunnel.is_dead = False
    await table.page.clock.fast_forward(3 * MINUTE)
    await table.page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")


async def seated(people: People, tables: dict[str, Table]) -> list[Player]:
    """Four players at a table with these guests, all ready; they may begin."""
    cast: dict[str, Any] = {"mafia": 1, "detective": False, "doctor": False, "firstNight": "kill"}
    players = await people.lobby(4, nightTime=30, discussionTime=60, voteTime=60, revealTime=4, **cast)
    for name, table in tables.items():
        await table.sit_down(name, players[0].view.room_code)
        await ready(table)
    await everybody(players[1:], "room:ready")
    return players


async def test_one_reloads_again_and_again_and_another_sleeps_over_what_happens(guests: Guests, site: Site) -> None:
    restless, sleeper = await guests.arrive(), await guests.arrive()
    tunnel = await Tunnel.of(sleeper.page)
    await sleeper.page.clock.install()
    async with People(site.urls) as people:
        players = await seated(people, {"Mira": restless, "Jonas": sleeper})
        await restless.page.reload()
        await restless.sees("lobby")
        await agreed(players[0], "room:start")
        for table in (restless, sleeper):
            await table.sees("reveal")
        mafioso = await mafioso_of(players, {"Mira": restless, "Jonas": sleeper})
        await night(players, restless, sleeper, tunnel)
        await vote(players, mafioso, restless, tunnel)
        await end(players, restless, sleeper, tunnel)


async def night(players: list[Player], restless: Table, sleeper: Table, tunnel: Tunnel) -> None:
    await restless.page.reload()
    await restless.sees("night", seconds=10)
    await restless.page.keyboard.press("1")
    await expect(restless.part("pick=set")).to_have_count(1)
    await tunnel.cut()
    await everybody(players, "action:done")
    await come(players, "day", timeout=45)
    await restless.page.reload()
    await restless.sees("day")
    await taken_up(sleeper, tunnel)
    await sleeper.sees("day")
    await expect(sleeper.part("away-panel")).to_contain_text("You were away for 3 minutes.")
    await expect(sleeper.part("away-panel")).to_contain_text("Dawn 1.")
    await expect(told(sleeper)).to_have_text(re.compile("You are back. [23] events while you were away."))


async def vote(players: list[Player], mafioso: str, restless: Table, tunnel: Tunnel) -> None:
    await everybody([player for player in players if player.view.alive], "action:done")
    await come(players, "voting")
    await restless.sees("voting")
    await restless.page.keyboard.press("s")
    await expect(restless.part("pick=set")).to_have_count(1)
    await restless.page.reload()
    await expect(restless.part("pick=set")).to_have_count(1)
    await tunnel.cut()
    await convicted(players, mafioso)


async def end(players: list[Player], restless: Table, sleeper: Table, tunnel: Tunnel) -> None:
    await restless.sees("end", seconds=30)
    await restless.page.reload()
    await restless.sees("end")
    await expect(restless.part("seal")).to_have_text("The seal fits: nobody changed the deal.")
    await taken_up(sleeper, tunnel)
    await sleeper.sees("end")
    await expect(sleeper.part("away-panel")).to_contain_text("The game is over: Town wins.")
    await tunnel.cut()
    await agreed(players[0], "room:rematch")
    await taken_up(sleeper, tunnel)
    await expect(sleeper.part("away-panel")).to_contain_text("The table is back in the lobby for another game.")


async def mafioso_of(players: list[Player], tables: dict[str, Table]) -> str:
    """The user id of the one mafioso; the guests let the test look at their cards."""
    users = {seat.username: user for user, seat in players[0].view.seats.items()}
    cards = {users[name]: await table.peek() for name, table in tables.items()}
    cards |= {player.user_id: (player.view.role or "").title() for player in players}
    return next(user for user, card in cards.items() if card == "Mafia")


async def convicted(players: list[Player], mafioso: str) -> None:
    """All players who live vote for the mafioso, who skips; they are more than the guests."""
    for player in players:
        if player.view.alive:
            await agreed(player, "vote:cast", targetId=None if player.user_id == mafioso else mafioso)
    for player in players:
        await player.until(lambda view: view.end, timeout=45)


async def test_in_a_tunnel_the_line_is_missed_and_beyond_it_the_page_is_back_by_itself(guests: Guests) -> None:
    table = await guests.arrive()
    tunnel = await Tunnel.of(table.page)
    await table.page.clock.install()
    await table.open_room("Mira")
    tunnel.is_dead = True
    for _ in range(3):
        await table.page.clock.run_for(8000)
    await expect(table.part("banner")).to_contain_text("Connection lost.")
    tunnel.is_dead = False
    await table.page.clock.run_for(10_000)
    await expect(told(table)).to_have_text("You are back.", timeout=PATIENCE)
    await expect(table.part("banner")).to_have_count(0)


async def test_who_has_network_again_waits_for_no_back_off(guests: Guests) -> None:
    table = await guests.arrive()
    tunnel = await Tunnel.of(table.page)
    await table.page.clock.install()
    await table.open_room("Mira")
    await table.page.clock.pause_at(2_000_000_000_000)
    await tunnel.cut()
    tunnel.is_dead = False
    await table.page.evaluate("dispatchEvent(new Event('online'))")
    await expect(told(table)).to_have_text("You are back.")


async def test_who_lost_the_seat_in_the_lobby_sits_down_again_with_one_tap(guests: Guests) -> None:
    host, guest = await guests.arrive(), await guests.arrive()
    code = await host.open_room("Mira")
    tunnel = await Tunnel.of(guest.page)
    await guest.page.clock.install()
    await guest.sit_down("Jonas", code)
    await tunnel.cut()
    elsewhere = await guests.open_twice(guest)
    await elsewhere.page.goto("/")
    await elsewhere.page.get_by_role("button", name="Leave it").click()
    await expect(names(host)).to_have_count(1)
    await taken_up(guest, tunnel)
    await guest.sees("left")
    await guest.part("sit-down").click()
    await guest.sees("lobby")
    await expect(names(host)).to_have_count(2)


async def test_whose_room_is_closed_by_now_reads_that(guests: Guests) -> None:
    table = await guests.arrive()
    tunnel = await Tunnel.of(table.page)
    await table.page.clock.install()
    await table.open_room("Mira")
    await tunnel.cut()
    elsewhere = await guests.open_twice(table)
    await elsewhere.page.goto("/")
    await elsewhere.page.get_by_role("button", name="Leave it").click()
    await taken_up(table, tunnel)
    await table.part("sit-down").click()
    await expect(table.page.get_by_role("heading", name="You have no seat here any more.")).to_be_visible()


async def test_a_game_that_is_open_in_two_tabs_goes_to_and_fro_between_them(guests: Guests) -> None:
    first = await guests.arrive()
    code = await first.open_room("Mira")
    second = await guests.open_twice(first)
    await second.page.goto(f"/r/{code}")
    tabs = [first, second]
    for _ in range(4):
        await tabs[1].sees("lobby")
        await tabs[0].part("play-here").click()
        tabs.reverse()
    await expect(tabs[1].part("away-panel")).to_have_count(0)


@pytest.mark.usefixtures("servers")
async def test_a_page_outlives_the_restart_of_its_server(browser: Browser) -> None:
    with servers.site() as own:
        guests = Guests(browser, own)
        table, [gateway] = await guests.arrive(), own.gateways
        await table.open_room("Mira")
        await asyncio.to_thread(gateway.stop)
        await expect(table.part("banner")).to_contain_text("Updating the game. Back in a moment.")
        await asyncio.to_thread(gateway.start)
        await expect(told(table)).to_have_text("You are back.", timeout=PATIENCE)
        await expect(names(table)).to_have_text(["Mira"])
        await table.page.context.close()


# -- in the queue


async def looking(table: Table) -> None:
    await table.page.goto("/play")
    if await table.page.get_by_role("button", name="Find a table").count():
        await table.page.get_by_label("Your name").fill("Mira")
        await table.page.get_by_role("button", name="Find a table").click()
    await looks(table)


async def looks(table: Table) -> None:
    """Wait until this page knows of others who look for a table, or of nobody but its own player."""
    await table.sees("queue")
    await expect(table.part("promise")).to_have_text(re.compile("it starts|Starts"))


async def test_the_queue_goes_to_and_fro_between_two_tabs(guests: Guests) -> None:
    first = await guests.arrive()
    await looking(first)
    second = await guests.open_twice(first)
    await looking(second)
    tabs = [first, second]
    for _ in range(2):
        await looks(tabs[1])
        await tabs[0].part("play-here").click()
        tabs.reverse()
    await looks(tabs[1])


async def test_who_was_away_in_the_queue_goes_on_waiting_and_after_minutes_reads_that_it_begins_anew(
    guests: Guests,
) -> None:
    table = await guests.arrive()
    tunnel = await Tunnel.of(table.page)
    await table.page.clock.install()
    await looking(table)
    await table.page.reload()
    await looks(table)
    await tunnel.cut()
    await table.page.clock.run_for(2000)
    await expect(table.part("banner")).to_contain_text("Your place is held for")
    tunnel.is_dead = False
    await table.page.evaluate("dispatchEvent(new Event('online'))")
    await expect(table.part("banner")).to_have_count(0)
    await looks(table)
    await expect(table.part("again")).to_have_count(0)
    await tunnel.cut()
    await taken_up(table, tunnel)
    await expect(table.part("again")).to_be_visible()
