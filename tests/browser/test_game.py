"""A whole game against the real site, played with nothing but a keyboard, from the start page to the second game."""

import asyncio

from playwright.async_api import expect

from tests.browser.guests import Guests
from tests.browser.table import Table

CAST = ("Mira", "Jonas", "Aïcha", "Лена")
STEPS = 80  # more controls than any screen has


async def press(table: Table, *keys: str) -> None:
    for key in keys:
        await table.page.keyboard.press(key)


async def go_to(table: Table, control: str) -> None:
    """Step from control to control until this one has the focus."""
    await table.page.locator(control).wait_for()
    for _ in range(STEPS):
        await press(table, "Tab")
        if await table.page.evaluate("(control) => document.activeElement.matches(control)", control):
            return
    message = f"{control} cannot be reached by Tab"
    raise AssertionError(message)


async def use(table: Table, control: str) -> None:
    await go_to(table, control)
    await press(table, "Enter")


async def named(table: Table, name: str) -> None:
    await go_to(table, "#name")
    await press(table, "Control+a")
    await table.page.keyboard.type(name)


async def seated(guests: Guests) -> list[Table]:
    host, *others = tables = [await guests.arrive() for _ in CAST]
    await host.page.goto("/")
    await named(host, CAST[0])
    await use(host, "form[data-enter] [data-tone=primary]")
    await host.sees("lobby")
    for table, name in zip(others, CAST[1:], strict=True):
        await table.page.goto(host.page.url)
        await named(table, name)
        await use(table, "form[data-enter] [data-tone=primary]")
        await table.sees("lobby")
    await asyncio.gather(*(use(table, "[data-do=ready]") for table in others))
    await begun(host)
    return tables


async def begun(host: Table) -> None:
    await expect(host.part("do=start")).not_to_have_attribute("aria-disabled", "true")
    await use(host, "[data-do=start]")


async def sleep_through(tables: list[Table]) -> None:
    """Let everybody tap the next seat and lock it in."""
    for at, table in enumerate(tables):
        await table.sees("night")
        await press(table, str((at + 1) % len(tables) + 1))
        await expect(table.page.locator("[data-pick=set]")).to_have_count(1)
        await press(table, "Enter")
        await expect(table.page.locator("[data-pick=locked]")).to_have_count(1)


async def talk(tables: list[Table]) -> None:
    for table in tables:
        await table.sees("dawn", seconds=20)
        await use(table, "[data-go-on]")
        await table.sees("day")
    await press(tables[0], "c")
    await expect(tables[0].page.locator("#message")).to_be_focused()
    await tables[0].page.keyboard.type("I trust nobody.\n")
    await expect(tables[1].page.get_by_role("log").get_by_text("I trust nobody.")).to_be_attached()
    await asyncio.gather(*(use(table, "[data-do=done]") for table in tables[:3]))


async def sees_the_replay(table: Table) -> None:
    """Open what is offered as soon as the game is in the records, in a tab of its own."""
    await expect(table.part("replay")).to_be_visible(timeout=10_000)
    async with table.page.context.expect_page() as opened:
        await use(table, "[data-replay]")
    page = await opened.value
    await expect(page.get_by_role("slider")).to_be_visible()
    await expect(page.locator("[data-seal]")).to_have_text("The seal fits: nobody changed the deal.")
    await page.close()


async def test_the_town_finds_the_mafia_by_keyboard_alone_and_plays_again(guests: Guests) -> None:
    tables = await seated(guests)
    roles = []
    for table in tables:
        await table.sees("reveal", seconds=10)
        roles.append(await table.peek())
        await press(table, "Enter")
    await sleep_through(tables)
    await talk(tables)
    mafia = roles.index("Mafia")
    for at, table in enumerate(tables):
        await table.sees("voting", seconds=10)
        await press(table, "s" if at == mafia else str(mafia + 1))
    for table in tables:
        await table.sees("out", seconds=10)
        await use(table, "[data-go-on]")
        await table.sees("end")
        await expect(table.page.get_by_role("heading", level=2, name="Town wins")).to_be_visible()
    await expect(tables[0].part("seal")).to_have_text("The seal fits: nobody changed the deal.")
    await sees_the_replay(tables[1])
    await asyncio.gather(*(use(table, "[data-do=again]") for table in tables))
    for table in tables:
        await table.sees("reveal", seconds=10)
