"""A page without a network: it says so at once, loses nothing that was typed, and looks as it did before."""

import re

from playwright.async_api import expect

from tests.browser import gates
from tests.browser.guests import Guests
from tests.browser.table import Table
from tests.browser.theatre import Theatre, said

INVISIBLE = """() => [...document.querySelectorAll("svg.icon")]
  .filter((icon) => icon.checkVisibility() && icon.getBBox().width === 0).map((icon) => icon.outerHTML)"""


async def unplugged(guests: Guests) -> Table:
    """Return a guest in a lobby of their own who has just lost the network."""
    table = await guests.arrive()
    await table.open_room("Mira")
    await table.part("go=chat").click()
    await table.page.context.set_offline(offline=True)
    return table


async def test_who_has_no_network_reads_it_at_once_and_with_one_is_back_at_once(guests: Guests) -> None:
    table = await unplugged(guests)
    await expect(table.part("banner")).to_contain_text("You are offline.", timeout=1000)
    await table.page.context.set_offline(offline=False)
    await expect(table.page.locator("[data-polite]")).to_have_text("You are back.", timeout=2000)
    await expect(table.part("banner")).to_have_count(0)
    guests.complaints.clear()  # Chromium writes of each line that it could not open


async def test_what_is_said_without_a_network_waits_in_the_chat_and_is_sent_with_one(guests: Guests) -> None:
    table = await unplugged(guests)
    await table.page.locator("#message").fill("can you hear me?")
    await table.page.keyboard.press("Enter")
    await expect(table.part("unsent")).to_contain_text(re.compile(r"can you hear me\?.*Not sent yet\.", re.DOTALL))
    await table.page.context.set_offline(offline=False)
    await expect(table.page.locator(".message[data-channel=lobby]")).to_contain_text("can you hear me?")
    await expect(table.part("unsent")).to_have_count(0)
    guests.complaints.clear()


async def test_no_icon_goes_with_the_network(guests: Guests) -> None:
    table = await unplugged(guests)
    await expect(table.part("banner")).to_be_visible()
    await table.part("go=table").click()
    await table.part("menu").click()
    assert await table.page.evaluate(INVISIBLE) == []
    assert await table.page.evaluate("document.querySelectorAll('use:not([href^=\"#icon-\"])').length") == 0
    guests.complaints.clear()


async def test_a_message_that_waits_fits_every_screen(theatre: Theatre) -> None:
    await theatre.show("lobby", theatre.room(), said("hello", channel="lobby"))
    await theatre.table.part("go=chat").click()
    await theatre.close(4503)
    await theatre.table.page.locator("#message").fill("m" * 300)
    await theatre.table.page.keyboard.press("Enter")
    await expect(theatre.table.part("unsent")).to_be_visible()
    assert await gates.at_all_sizes(theatre.table.page) == []
