"""A whole game against the real site, played with nothing but a keyboard."""

import asyncio

import pytest
from playwright.async_api import expect

from tests.browser.conftest import Guests
from tests.browser.table import Table

pytestmark = pytest.mark.asyncio(loop_scope="module")

CAST = ("Mira", "Jonas", "Aïcha", "Лена")


async def press(table: Table, *keys: str) -> None:
    for key in keys:
        await table.page.keyboard.press(key)


async def focus_and_press(table: Table, hook: str) -> None:
    await table.part(hook).focus()
    await press(table, "Enter")


async def seated(guests: Guests) -> list[Table]:
    tables = [await guests.arrive() for _ in CAST]
    code = await tables[0].open_room(CAST[0])
    for table, name in zip(tables[1:], CAST[1:], strict=True):
        await table.sit_down(name, code)
        await focus_and_press(table, "do=ready")
    await expect(tables[0].part("do=start")).not_to_have_attribute("aria-disabled", "true")
    await focus_and_press(tables[0], "do=start")
    return tables


async def sleep_through(tables: list[Table]) -> None:
    """Let everybody tap the next seat and lock it in."""
    for at, table in enumerate(tables):
        await table.sees("night")
        await press(table, str((at + 1) % len(tables) + 1))
        await expect(table.page.locator("[data-pick=set]")).to_have_count(1)
        await press(table, "Enter")
        await expect(table.page.locator("[data-pick=locked]")).to_have_count(1)


async def test_the_town_finds_the_mafia_by_keyboard_alone(guests: Guests) -> None:
    tables = await seated(guests)
    roles = []
    for table in tables:
        await table.sees("reveal")
        roles.append(await table.peek())
        await press(table, "Enter")
    await sleep_through(tables)
    for table in tables:
        await table.sees("dawn", seconds=20)
        await focus_and_press(table, "go-on")
        await table.sees("day")
    await focus_and_press(tables[0], "go=chat")
    await press(tables[0], "c")
    await expect(tables[0].page.locator("#message")).to_be_focused()
    await tables[0].page.keyboard.type("I trust nobody.\n")
    await expect(tables[1].page.get_by_role("log").get_by_text("I trust nobody.")).to_be_attached()
    await asyncio.gather(*(focus_and_press(table, "do=done") for table in tables[:3]))
    mafia = roles.index("Mafia")
    for at, table in enumerate(tables):
        await table.sees("voting", seconds=10)
        await press(table, "s" if at == mafia else str(mafia + 1))
    for table in tables:
        await table.sees("out", seconds=10)
        await focus_and_press(table, "go-on")
        await table.sees("end")
        await expect(table.page.get_by_role("heading", level=2, name="Town wins")).to_be_visible()
    await expect(tables[0].page.locator("[data-seal]")).to_have_text("The seal fits: nobody changed the deal.")
    await focus_and_press(tables[0], "do=again")
    await tables[0].sees("lobby")
