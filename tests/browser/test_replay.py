"""The page of a game that is over: scrubbed by keyboard, through one seat's eyes, and the deal computed again."""

from uuid import uuid4

import psycopg
import pytest
import pytest_asyncio
from msgspec import structs
from playwright.async_api import Locator, Page, expect

from game import tape
from tests.browser.gates import at_all_sizes
from tests.browser.guests import Guests
from tests.records.games import IDS, packed
from tests.servers import Site


@pytest.fixture(scope="module")
def addresses(site: Site) -> tuple[str, str]:
    """A game in the records: its address, and the one without names."""
    with psycopg.connect(site.environ["DATABASE_URL"]) as records:
        for name, user in IDS.items():
            records.execute(
                "INSERT INTO users (id, username, password, is_superuser, is_staff, is_active, created_at, last_seen)"
                " VALUES (%s, %s, '!', false, false, true, now(), now())",
                (user, name.title()),
            )
    return keep(site, packed())


def keep(site: Site, film: bytes) -> tuple[str, str]:
    """Put a game into the records; returns its two addresses."""
    game, nameless = str(uuid4()), str(uuid4())
    with psycopg.connect(site.environ["DATABASE_URL"]) as records:
        records.execute(
            "INSERT INTO games (id, room_id, winner, total_rounds, started_at, ended_at)"
            " VALUES (%s, %s, 'villagers', 2, now(), now())",
            (game, game),
        )
        records.execute(
            "INSERT INTO game_tapes (game_id, nameless_id, packed) VALUES (%s, %s, %s)", (game, nameless, film)
        )
    return f"/g/{game}", f"/g/{nameless}"


@pytest_asyncio.fixture(loop_scope="session")
async def page(guests: Guests, addresses: tuple[str, str]) -> Page:
    """Somebody who has opened the shared link."""
    page = (await guests.arrive()).page
    await page.goto(addresses[0])
    await expect(page.get_by_role("slider")).to_be_visible()
    return page


def deck(page: Page) -> Locator:
    return page.locator("replay-deck")


async def look_through(page: Page, eyes: str) -> None:
    async with page.expect_response("**/*.json*"):
        await page.get_by_label("See through the eyes of").select_option(eyes)


async def test_it_is_scrubbed_by_keyboard_and_says_where_one_is(page: Page) -> None:
    slider = page.get_by_role("slider")
    await slider.focus()
    await slider.press("End")
    await expect(slider).to_have_attribute("aria-valuetext", "The end, 2:38, Town wins")
    await page.get_by_role("button", name="Night 1").click()
    await expect(deck(page).get_by_role("heading")).to_have_text("Night 1")
    await slider.press("ArrowRight")
    await expect(page.locator("[data-caption]")).to_contain_text("says: let us take")


async def test_all_is_known_to_everybody_and_a_seat_knows_its_own(page: Page) -> None:
    await page.get_by_role("button", name="Day 1").click()
    await expect(deck(page).locator(".seat [data-side]")).to_have_count(6)
    await look_through(page, "4")
    await expect(deck(page).locator(".seat [data-side]")).to_have_count(2)
    await look_through(page, "0")
    await expect(deck(page).locator(".seat [data-side]")).to_have_count(1)
    await expect(deck(page).locator("[data-channel=mafia]")).to_have_count(0)


async def test_it_plays_by_itself_to_the_end(page: Page) -> None:
    await page.locator("[data-speed]").select_option("16")
    await page.get_by_role("button", name="Vote 1").click()
    await page.get_by_role("button", name="Play", exact=True).click()
    await expect(deck(page).get_by_role("heading")).to_have_text("The end", timeout=20_000)


async def test_the_browser_computes_seal_and_cards_again(page: Page) -> None:
    await page.get_by_text("Was the deal fair?").click()
    await expect(page.locator("[data-seal]")).to_have_text("The seal fits: nobody changed the deal.")
    await expect(page.get_by_role("row", name="Ann").last).to_contain_text("Villager")


async def test_nobody_has_a_name_at_the_other_address(page: Page, addresses: tuple[str, str]) -> None:
    await page.goto(addresses[1])
    await page.get_by_role("button", name="The end").click()
    await expect(deck(page)).to_contain_text("Player 4")
    await expect(page.locator("[data-seal]")).to_contain_text("Without the names nobody can check it")
    assert "Fay" not in await page.content()


async def test_it_says_when_the_oldest_talk_is_missing(page: Page, site: Site) -> None:
    await expect(page.locator("[data-cut]")).to_have_count(0)
    cut, _nameless = keep(site, tape.pack(structs.replace(tape.unpack(packed()), is_cut=True)))
    await page.goto(cut)
    await expect(deck(page)).to_contain_text("This was a long game: its oldest messages and choices are not kept.")
    await look_through(page, "4")
    await expect(page.locator("[data-cut]")).to_be_visible()
    assert await at_all_sizes(page) == []


async def test_the_page_passes_the_gates(page: Page) -> None:
    assert await at_all_sizes(page) == []
