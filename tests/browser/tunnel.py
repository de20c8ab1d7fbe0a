"""The line of one page, through which a train may drive: it can go dead without a word, or be cut; it reads nothing."""

from collections.abc import Callable
from typing import Self

from playwright.async_api import Page, WebSocketRoute


class Tunnel:
    """Everything that this page says to the site, and hears from it."""

    def __init__(self) -> None:
        self.is_dead = False
        self.dialled = 0
        self._ends: list[WebSocketRoute] = []

    @classmethod
    async def of(cls, page: Page) -> Self:
        """Lead the lines of this page through a tunnel, from the next one on."""
        tunnel = cls()
        await page.route_web_socket("**/ws/", tunnel._take)
        return tunnel

    async def cut(self) -> None:
        """End the line for both sides; who dials gets no answer until `is_dead` is over."""
        self.is_dead = True
        for end in self._ends:
            await end.close(code=3000)  # the only codes that a page may name begin here; this one is no "stay away"
        self._ends = []

    def _take(self, line: WebSocketRoute) -> None:
        self.dialled += 1
        if self.is_dead:
            return
        server = line.connect_to_server()
        line.on_message(self._carry(server))
        server.on_message(self._carry(line))
        self._ends = [server, line]

    def _carry(self, end: WebSocketRoute) -> Callable[[str | bytes], None]:
        return lambda message: None if self.is_dead else end.send(message)
