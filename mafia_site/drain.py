"""The sockets of this process, and whether it is sending them away; it asks nothing of them but to come back."""

import asyncio
from typing import Final, Protocol
from weakref import WeakSet

from game.closing import CloseCode

PATIENCE_S: Final = 5.0


class Leaver(Protocol):
    """A socket, as far as it can be sent away."""

    def close(self, code: CloseCode) -> None:
        """Close the socket with this code once the queue is out."""


class Drain:
    """Everybody who is here; once it is open, nobody stays."""

    def __init__(self) -> None:
        """Begin closed, and empty."""
        self.is_open = False
        self._sockets: WeakSet[Leaver] = WeakSet()

    def enter(self, socket: Leaver) -> None:
        """One more socket; it is sent away at once when all the others are."""
        self._sockets.add(socket)
        if self.is_open:
            socket.close(CloseCode.RESTARTING)

    def leave(self, socket: Leaver) -> None:
        """The socket is gone, and the room knows."""
        self._sockets.discard(socket)

    async def run(self) -> None:
        """Send everybody away with "come back", and wait until they are gone, or deaf."""
        self.is_open = True
        for socket in list(self._sockets):
            socket.close(CloseCode.RESTARTING)
        deadline = asyncio.get_running_loop().time() + PATIENCE_S
        while self._sockets and asyncio.get_running_loop().time() < deadline:  # noqa: ASYNC110
            await asyncio.sleep(0.05)  # they leave one by one


drain: Final = Drain()
"""The one of this process."""
