"""Guests of the site, each with cookies of their own; hears what their pages complain of, and judges nothing."""

from typing import Literal

from playwright.async_api import Browser, BrowserContext, ConsoleMessage, Page, ViewportSize

from tests import servers
from tests.browser.table import Table

PHONE = ViewportSize(width=360, height=640)
PATIENCE = 10_000
# Of service workers that the test keeps out, and of a page that is left while it dials.
_NO_FINDING = ("blocked by Playwright", "closed before the connection is established")
_REPORT = "Refused by the policy:"
_REPORTING = f"""addEventListener("securitypolicyviolation", (event) =>
  console.error("{_REPORT}", event.effectiveDirective, event.blockedURI, event.sourceFile, event.lineNumber))"""


class Wings:
    """Browsers' profiles for stages, lent to one test after the other, because what they have cached stays in them."""

    def __init__(self, browser: Browser, site: servers.Site) -> None:
        self._browser = browser
        self._site = site
        self._idle: dict[str, list[BrowserContext]] = {}

    async def lend(self, language: str) -> BrowserContext:
        """Return a profile without cookies."""
        idle = self._idle.setdefault(language, [])
        return idle.pop() if idle else await visitor(self._browser, self._site, language, workers="block")

    async def take_back(self, language: str, context: BrowserContext) -> None:
        """Forget whatever the guest has left there, and keep the profile."""
        for page in context.pages:
            if page.url.startswith(self._site.url):
                await page.evaluate("localStorage.clear()")
            await page.close()
        await context.clear_cookies()
        self._idle[language].append(context)


class Guests:
    """Makes guests, and hears their pages."""

    def __init__(self, browser: Browser, site: servers.Site, wings: Wings | None = None) -> None:
        self.complaints: list[str] = []
        self.reports: list[str] = []
        self._browser = browser
        self._site = site
        self._wings = wings or Wings(browser, site)
        self._own: list[BrowserContext] = []
        self._lent: list[tuple[str, BrowserContext]] = []

    async def arrive(self, language: str = "en") -> Table:
        """Return a new guest's empty page."""
        self._own.append(await visitor(self._browser, self._site, language))
        return Table(self._listened(await self._own[-1].new_page()))

    async def on_stage(self, language: str = "en") -> Table:
        """Return the empty page of somebody whose clock and socket the test will play."""
        context = await self._wings.lend(language)
        self._lent.append((language, context))
        return Table(self._listened(await context.new_page()))

    async def open_twice(self, table: Table) -> Table:
        """Return a second tab of the same guest."""
        return Table(self._listened(await table.page.context.new_page()))

    async def leave(self) -> None:
        """See everybody out."""
        for context in self._own:
            await context.close()
        for language, context in self._lent:
            await self._wings.take_back(language, context)

    def _listened(self, page: Page) -> Page:
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("console", self._hear)
        return page

    def _hear(self, said: ConsoleMessage) -> None:
        if said.text.startswith(_REPORT):
            self.reports.append(said.text)
        elif said.type in {"error", "warning"} and not any(words in said.text for words in _NO_FINDING):
            self.complaints.append(said.text)


async def visitor(
    browser: Browser, site: servers.Site, language: str, workers: Literal["allow", "block"] = "allow"
) -> BrowserContext:
    """Return the profile of somebody who has not been here before."""
    context = await browser.new_context(
        viewport=PHONE, reduced_motion="reduce", base_url=site.url, locale=language, service_workers=workers
    )
    context.set_default_timeout(PATIENCE)
    context.set_default_navigation_timeout(3 * PATIENCE)
    await context.add_init_script(_REPORTING)
    return context
