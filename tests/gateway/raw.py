"""A bare socket to the site, for what no honest client sends; it knows no event."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed
from websockets.typing import Origin

from tests.client.connection import origin_of, socket_url
from tests.client.player import SOON
from tests.client.record import Frame

AT_LAST = 30.0  # seconds: how long a socket may take to be closed


@dataclass
class Raw:
    """One open socket."""

    socket: ClientConnection

    async def say(self, frame: str | bytes | Frame) -> None:
        """Put it on the wire; a dict as JSON."""
        await self.socket.send(json.dumps(frame) if isinstance(frame, dict) else frame)

    async def hear(self) -> Frame:
        """The next frame."""
        async with asyncio.timeout(SOON):
            frame: Frame = json.loads(await self.socket.recv())
        return frame

    async def ask(self, frame: str | bytes | Frame) -> Frame:
        """Say it, and hear what comes next."""
        await self.say(frame)
        return await self.hear()

    async def identify(self, name: str = "Raw") -> Frame:
        """Become somebody."""
        return await self.ask({"type": "auth:identify", "username": name})

    async def code(self) -> int:
        """How the site ends it; whatever it still says is skipped."""
        try:
            async with asyncio.timeout(AT_LAST):
                while True:
                    await self.socket.recv()
        except ConnectionClosed:
            return self.socket.close_code or 1006


@asynccontextmanager
async def dialled(url: str, *, headers: dict[str, str] | None = None, **options: Any) -> AsyncIterator[Raw]:
    """Open a socket as a browser on this site would."""
    async with connect(
        socket_url(url),
        origin=Origin(origin_of(url)),
        additional_headers=headers,
        compression=None,
        proxy=None,
        **options,
    ) as socket:
        yield Raw(socket)
