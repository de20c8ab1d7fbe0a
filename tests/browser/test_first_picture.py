"""What the server draws first is what the scripts draw over it: the same words in the same boxes, and nothing moves."""

import re

import pytest
from playwright.async_api import Page, Route, expect

from tests.browser.guests import Guests
from tests.browser.table import Table
from tests.browser.test_alone import practice

MOST = 0.02  # of the window: what nobody notices
_LOOKING = """window.moved = 0;
  new PerformanceObserver((list) => { for (const { value } of list.getEntries()) moved += value; })
    .observe({ type: "layout-shift", buffered: true });"""
_BOXES = """() => [...document.querySelectorAll(
    `.phase, .count, .menu, .row > .button, .check, .seat, .name, .fate, .setup > h2, .setup > p,
     .status, action-bar > .button, .tabs > *`)]
  .map((each) => { const { x, y, width, height } = each.getBoundingClientRect();
    return [each.textContent.trim().replace(/\\s+/g, " "), x, y, width].join(" "); })"""


async def boxes(page: Page) -> list[str]:
    found: list[str] = await page.evaluate(_BOXES)
    return found


async def as_the_server_draws_it(page: Page) -> list[str]:
    async def without_script(route: Route) -> None:
        answer = await route.fetch()
        text = re.sub(r'<script type="module".*?</script>', "", await answer.text())
        await route.fulfill(response=answer, body=text)

    await page.route(page.url, without_script)
    await page.reload()
    await expect(page.locator("body")).to_have_attribute("data-first", "lobby")
    found = await boxes(page)
    await page.unroute(page.url)
    return found


async def arrived(guests: Guests) -> Table:
    # On stage no service worker stands between a page and the test.
    guest = await guests.on_stage()
    await guest.page.add_init_script(_LOOKING)
    return guest


@pytest.mark.parametrize("width", [360, 1280])
async def test_the_lobby_is_drawn_over_its_first_picture_box_by_box(guests: Guests, width: int) -> None:
    host = await arrived(guests)
    await host.resize(width, 740)
    await host.open_room("Mira")
    first = await as_the_server_draws_it(host.page)
    await host.page.reload()
    await host.sees("lobby")
    assert await boxes(host.page) == first
    assert await host.page.evaluate("moved") <= MOST


async def test_a_running_game_stays_where_it_is_when_its_page_is_loaded(guests: Guests) -> None:
    guest = await arrived(guests)
    await practice(guest)
    await guest.page.reload()
    await guest.page.locator("body:not([data-first])").wait_for()
    await guest.part("hold").first.wait_for()
    assert await guest.page.evaluate("moved") <= MOST
