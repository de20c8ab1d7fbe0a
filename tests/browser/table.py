"""The table as a player finds it: what the tests do with a page, in the words of the game."""

from typing import Literal

from playwright.async_api import Locator, Page, expect

Screen = Literal[
    "loading",
    "queue",
    "gathering",
    "lobby",
    "reveal",
    "night",
    "dawn",
    "day",
    "voting",
    "out",
    "end",
    "left",
    "closed",
]


class Table:
    """One guest's page."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def part(self, hook: str) -> Locator:
        """The element with this data attribute: `part('share')`, `part('do=lock')`."""
        return self.page.locator(f"[data-{hook}]")

    async def open_room(self, name: str) -> str:
        """Create a room as this guest; returns its code."""
        await self.page.goto("/")
        await self.page.get_by_label("Your name").fill(name)
        await self.page.get_by_role("button", name="Create a room").click()
        await self.sees("lobby")
        return self.page.url.rsplit("/", 1)[1]

    async def sit_down(self, name: str, code: str) -> None:
        """Come by a shared link."""
        await self.page.goto(f"/r/{code}")
        await self.page.get_by_label("Your name").fill(name)
        await self.page.get_by_role("button", name="Sit down").click()
        await self.sees("lobby")

    async def sees(self, screen: Screen, *, seconds: float = 5) -> None:
        """Wait until the page shows this screen."""
        await expect(self.page.locator("body")).to_have_attribute("data-screen", screen, timeout=seconds * 1000)

    async def peek(self) -> str:
        """Hold the card, read the role, let go."""
        await self.page.keyboard.down("r")
        role = await self.page.locator("[data-face=front] h3").first.inner_text()
        await self.page.keyboard.up("r")
        await expect(self.page.locator("[data-face=front]")).to_have_count(0)
        return role

    async def resize(self, width: int, height: int = 640) -> None:
        """Give the window another size."""
        await self.page.set_viewport_size({"width": width, "height": height})
