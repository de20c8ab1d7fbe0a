"""A browser for the tests, strict: whatever a page complains of in its console fails the test that opened it."""

import os
import shutil
from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
from playwright.async_api import Browser, ConsoleMessage, Page, ViewportSize, async_playwright

from tests import servers
from tests.browser.table import Table
from tests.browser.theatre import Theatre

PHONE = ViewportSize(width=360, height=640)


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def browser() -> AsyncIterator[Browser]:
    """Return a headless Chromium: Debian's, or the one that CHROMIUM names."""
    path = shutil.which(os.environ.get("CHROMIUM") or "chromium-headless-shell")
    if path is None:
        pytest.skip("there is no Chromium here; CHROMIUM=/path/to/it names one")
    async with async_playwright() as playwright:
        # What is painted anew in part only differs in a pixel or two from what is painted as a whole.
        args = ["--no-sandbox", "--disable-partial-raster"]
        browser = await playwright.chromium.launch(executable_path=path, args=args)
        yield browser
        await browser.close()


class Guests:
    """Makes guests, each with cookies of their own, and hears what their pages complain of."""

    def __init__(self, browser: Browser, site: servers.Site) -> None:
        self.complaints: list[str] = []
        self._browser = browser
        self._site = site

    async def arrive(self) -> Table:
        """Return a new guest's empty page."""
        context = await self._browser.new_context(viewport=PHONE, reduced_motion="reduce", base_url=self._site.url)
        return Table(self._listened(await context.new_page()))

    async def open_twice(self, table: Table) -> Table:
        """Return a second tab of the same guest."""
        return Table(self._listened(await table.page.context.new_page()))

    def _listened(self, page: Page) -> Page:
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("console", self._hear)
        return page

    def _hear(self, said: ConsoleMessage) -> None:
        if said.type in {"error", "warning"}:
            self.complaints.append(said.text)


@pytest_asyncio.fixture(loop_scope="module")
async def guests(browser: Browser, site: servers.Site) -> AsyncIterator[Guests]:
    """Return who brings guests to the site; at the end no page may have complained, of its CSP least of all."""
    guests = Guests(browser, site)
    yield guests
    for context in browser.contexts:
        await context.close()
    assert guests.complaints == []


@pytest_asyncio.fixture(loop_scope="module")
async def hall(guests: Guests) -> Theatre:
    """Return somebody in the queue, whose server is the test."""
    theatre = Theatre(await guests.arrive())
    await theatre.open_queue()
    return theatre


@pytest_asyncio.fixture(loop_scope="module")
async def theatre(guests: Guests) -> Theatre:
    """Return a table whose server is the test."""
    theatre = Theatre(await guests.arrive())
    await theatre.open()
    return theatre
