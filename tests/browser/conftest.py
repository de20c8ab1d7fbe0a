"""A browser for the tests, strict: whatever a page complains of in its console fails the test that opened it."""

import os
import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Browser, async_playwright

from tests import built, servers
from tests.browser.guests import Guests, Wings
from tests.browser.theatre import Theatre

HERE = Path(__file__).parent
# What is painted anew in part only differs in a pixel or two from what is painted as a whole.
ARGS = ["--no-sandbox", "--disable-partial-raster"]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Have all browser tests share one event loop, and with it one browser."""
    for item in items:
        if item.path.is_relative_to(HERE):
            item.add_marker(pytest.mark.asyncio(loop_scope="session"), append=False)


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def browser() -> AsyncIterator[Browser]:
    """Return a headless Chromium: Debian's, or the one that CHROMIUM names."""
    assert built.is_fresh(), built.STALE
    path = shutil.which(os.environ.get("CHROMIUM") or "chromium-headless-shell")
    if path is None:
        pytest.skip("there is no Chromium here; CHROMIUM=/path/to/it names one")
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=path, args=ARGS)
        yield browser
        await browser.close()


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def wings(browser: Browser, site: servers.Site) -> Wings:
    """Return where the stages stand between two tests."""
    return Wings(browser, site)


@pytest_asyncio.fixture(loop_scope="session")
async def guests(browser: Browser, site: servers.Site, wings: Wings) -> AsyncIterator[Guests]:
    """Return who brings guests to the site; at the end no page may have complained, of its CSP least of all."""
    guests = Guests(browser, site, wings)
    yield guests
    await guests.leave()
    assert guests.reports == []
    assert guests.complaints == []


@pytest_asyncio.fixture(loop_scope="session")
async def hall(guests: Guests) -> Theatre:
    """Return somebody in the queue, whose server is the test."""
    theatre = Theatre(await guests.on_stage())
    await theatre.open_queue()
    return theatre


@pytest_asyncio.fixture(loop_scope="session")
async def theatre(guests: Guests) -> Theatre:
    """Return a table whose server is the test."""
    theatre = Theatre(await guests.on_stage())
    await theatre.open()
    return theatre
