"""Somebody who never sees a page: hears its names, states and live regions, and presses what has a name."""

import asyncio
import re

from django.utils import translation
from playwright.async_api import Locator

from tests.browser.table import Table

_RING = """new MutationObserver(() => window.ring())
  .observe(document, { subtree: true, childList: true, attributes: true, characterData: true })"""
Role = str


class Listener:
    """A guest with a screen reader, in a language of theirs."""

    def __init__(self, table: Table, language: str) -> None:
        self.page = table.page
        self.heard: list[str] = []
        self._language = language
        self._changed = asyncio.Event()

    async def sit_before(self, address: str) -> None:
        """Open a page, and hear whenever it changes."""
        await self.page.expose_function("ring", self._changed.set)
        await self.page.add_init_script(_RING)
        await self.page.goto(address)

    async def press(self, role: Role, text: str, *, seconds: float = 20) -> str:
        """Wait until something of this name can be pressed, press it, and return its whole name."""
        name = await self.until(rf'{role} "({self._pattern(text)}[^"]*)"(?!.*\[disabled\])', seconds=seconds)
        await self._named(role, name).press("Enter")
        return name

    async def look_at_the_card(self) -> None:
        """Hold the card twice: the first time it only warns."""
        hold = self._named("button", await self.until(f'button "({self._pattern("Hold to look")})"'))
        for sentence in ("Your role will be spoken. Use headphones. Hold again to hear it.", "You win when"):
            await hold.focus()
            await self.page.keyboard.down("Space")
            await self.until(f"(?s)status: .*{self._pattern(sentence)}" if sentence[-1] == "." else r"status: .+")
            await self.page.keyboard.up("Space")

    async def write(self, text: str, words: str) -> None:
        """Type into the field of this name."""
        field = self._named("textbox", await self.until(f'textbox "({self._pattern(text)})"'))
        await field.fill(words)

    async def hears(self, text: str, *, seconds: float = 20) -> str:
        """Wait until this sentence is somewhere on the page; its {gaps} may be anything."""
        return await self.until(f"({self._pattern(text)})", seconds=seconds)

    async def until(self, pattern: str, *, seconds: float = 20) -> str:
        """Wait until what is heard of the page fits; returns the first group."""
        try:
            async with asyncio.timeout(seconds):
                while True:
                    self._changed.clear()
                    now = await self.page.locator("body").aria_snapshot()
                    self.heard.append(now)
                    if found := re.search(pattern, now):
                        return found[1] if found.re.groups else found[0]
                    await self._changed.wait()
        except TimeoutError:
            message = f"{pattern} was not heard in {seconds} s; at last:\n{self.heard[-1]}"
            raise AssertionError(message) from None

    def said(self, text: str) -> str:
        """Say this in the language of the page."""
        with translation.override(self._language):
            return translation.gettext(text)

    def _pattern(self, text: str) -> str:
        """Return what fits this sentence, whatever fills its {gaps}, between marks of direction or none."""
        return re.sub(r"\\\{\w+\\\}", '[^"\\n]+?', re.escape(self.said(text)))

    def _named(self, role: Role, name: str) -> Locator:
        return self.page.get_by_role(role, name=name, exact=True).first  # type: ignore[arg-type]
