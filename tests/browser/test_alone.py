"""Who comes alone: a game against bots with one tap, bots in a lobby, and the way through the queue to a table."""

import re

from playwright.async_api import Browser, expect

from tests import servers
from tests.browser.guests import Guests
from tests.browser.table import Table
from tests.browser.theatre import NOW, Frame, Theatre, waiting

FOUND: Frame = {"type": "matchmaking:found", "roomId": "r", "roomCode": "K7M2QF"}


async def practice(guest: Table) -> str:
    """Take the one tap; returns the code of the room."""
    await guest.page.goto("/")
    await guest.page.get_by_role("button", name="Practice now").click()
    await guest.sees("reveal", seconds=10)
    return guest.page.url.rsplit("/", 1)[1]


async def test_one_tap_on_the_landing_page_begins_a_game_against_bots(guests: Guests) -> None:
    guest = await guests.arrive()
    await practice(guest)
    await guest.peek()
    await guest.part("do=known").click()
    await guest.sees("night")
    await expect(guest.page.locator("game-stage .bot")).to_have_count(6)


async def test_a_double_click_asks_for_one_game(guests: Guests) -> None:
    guest, asked = await guests.arrive(), list[str]()
    guest.page.on("request", lambda request: asked.append(request.url) if request.method == "POST" else None)
    await guest.page.goto("/")
    button = guest.page.get_by_role("button", name="Practice now")
    await button.evaluate("button => { button.click(); setTimeout(() => button.click(), 20); }")
    await guest.sees("reveal", seconds=10)
    assert len(asked) == 1


async def test_who_let_the_card_go_by_is_told_to_look_before_choosing(theatre: Theatre) -> None:
    await theatre.show("reveal", *theatre.game())
    await theatre.at(NOW + 20_000)
    await theatre.table.sees("night")
    await expect(theatre.table.part("status")).to_have_text("See your role, then tap one player.")
    await theatre.table.peek()
    await expect(theatre.table.part("status")).to_have_text("Tap one player.")


async def test_who_walks_out_of_a_game_against_bots_may_begin_another(guests: Guests) -> None:
    guest = await guests.arrive()
    assert await practice(guest) != await practice(guest)


async def test_without_scripts_one_gets_a_table_of_bots_too(browser: Browser, site: servers.Site) -> None:
    context = await browser.new_context(java_script_enabled=False, base_url=site.url)
    table = Table(await context.new_page())
    await table.page.goto("/")
    await table.page.get_by_role("button", name="Practice now").click()
    await expect(table.page.get_by_role("heading", name="Your role", level=1)).to_be_visible()
    await context.close()


async def test_the_host_fills_a_table_with_bots_and_sends_one_away(guests: Guests) -> None:
    host = await guests.arrive()
    await host.open_room("Mira")
    for count in range(1, 5):
        await host.part("add-bot").click()
        await expect(host.page.locator("game-stage .bot")).to_have_count(count)
    await host.part("kick='5'").click()
    await expect(host.page.locator("game-stage .bot")).to_have_count(3)
    await host.part("do=start").click()
    await host.sees("reveal")


async def test_the_queue_is_asked_at_each_welcome(hall: Theatre) -> None:
    assert (await hall.hears(0))["type"] == "matchmaking:join"
    await hall.play(waiting(3))
    await hall.close(1001, for_good=False)
    assert (await hall.hears(1))["type"] == "matchmaking:join"


async def test_the_page_of_the_queue_becomes_the_table_without_a_reload(hall: Theatre) -> None:
    page = hall.table.page
    await hall.show("queue", waiting(6))
    await page.evaluate("document.body.dataset.same = 'page'")
    await hall.show("gathering", FOUND, hall.gathering())
    await expect(page.locator("[data-assertive]")).to_have_text("Table found.")
    await expect(page).to_have_url("/r/K7M2QF")
    await expect(hall.table.part("starts")).to_have_text("Starts in 0:12")
    await expect(hall.table.part("do")).to_have_count(0)
    await hall.show("reveal", *hall.game())
    await expect(page.locator("body")).to_have_attribute("data-same", "page")


async def test_a_table_that_falls_apart_leads_back_to_the_queue(hall: Theatre) -> None:
    await hall.show("gathering", FOUND, hall.gathering())
    await hall.show("queue", {"type": "room:left", "roomId": "r", "reason": "closed"}, waiting(5))
    await expect(hall.table.page).to_have_url("/play")
    await expect(hall.table.part("again")).to_contain_text("first in line")
    assert [frame["type"] for frame in hall.heard] == ["matchmaking:join", "matchmaking:join"]


async def test_who_leaves_the_queue_says_so_and_finds_the_start_page(hall: Theatre) -> None:
    await hall.show("queue", waiting(2))
    await hall.table.part("unqueue").click()
    assert (await hall.hears(1))["type"] == "matchmaking:leave"
    await hall.play({"type": "matchmaking:left"})
    await expect(hall.table.page).to_have_url("/")


async def test_who_tires_of_waiting_plays_with_bots(hall: Theatre) -> None:
    await hall.show("queue", waiting(1))
    await hall.table.part("practice").click()
    await expect(hall.table.page).to_have_url(re.compile(r"/r/\w{6}$"))


async def test_six_strangers_find_each_other_and_the_game_begins_by_itself(guests: Guests) -> None:
    strangers = [await guests.arrive() for _ in range(6)]
    for number, stranger in enumerate(strangers, 1):
        await stranger.page.goto("/")
        await stranger.page.get_by_label("Your name").fill(f"Stranger {number}")
        await stranger.page.get_by_role("button", name="Play with strangers").click()
        await stranger.sees("queue")
    for stranger in strangers:
        await stranger.sees("reveal", seconds=45)
    assert len({stranger.page.url for stranger in strangers}) == 1
