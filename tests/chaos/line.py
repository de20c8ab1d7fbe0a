"""Lines that fail in ways no real one can be asked to: between a gateway and Redis, between a player and a gateway."""

import asyncio
import contextlib
import tempfile
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from enum import Enum
from urllib.parse import urlsplit

from tests import settings

PUBLISH = b"*3\r\n$7\r\nPUBLISH\r\n"
NOBODY = b":0\r\n"


class Doorbell(Enum):
    """What becomes of a ring."""

    LOST = 0
    TWICE = 2


class Rings:
    """A line to a Redis on which doorbells are lost, or ring twice."""

    def __init__(self, redis_url: str, doorbell: Doorbell) -> None:
        self.seen = 0
        self._doorbell = doorbell
        self._to = urlsplit(redis_url).path
        self._at = f"{tempfile.mkdtemp(dir=settings.FOLDER)}/r"
        self.environ = {"REDIS_URL": redis_url.replace(self._to, self._at)}

    @asynccontextmanager
    async def open(self) -> AsyncIterator["Rings"]:
        """Listen for gateways."""
        async with await asyncio.start_unix_server(self._serve, self._at):
            yield self

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        there, back = await asyncio.open_unix_connection(self._to)

        async def ask(said: bytes) -> None:
            if not said.startswith(PUBLISH):
                back.write(said)
                return
            self.seen += 1
            for _ in range(self._doorbell.value):
                await self._ring(said)
            writer.write(NOBODY)

        await _carry(reader, ask, there, writer)
        back.close()
        writer.close()

    async def _ring(self, said: bytes) -> None:
        heard, bell = await asyncio.open_unix_connection(self._to)
        bell.write(said)
        await heard.readline()
        bell.close()


class Cable:
    """A line between a player and a gateway that may go dead without a word: no end, no reset, no answer."""

    def __init__(self, url: str) -> None:
        self.url = ""
        self.is_dead = False
        self._to = urlsplit(url)

    @asynccontextmanager
    async def open(self) -> AsyncIterator["Cable"]:
        """Listen for the player."""
        async with await asyncio.start_server(self._serve, "127.0.0.1", 0) as server:
            self.url = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
            yield self

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        there, back = await asyncio.open_connection(self._to.hostname, self._to.port)

        async def ask(said: bytes) -> None:
            if not self.is_dead:
                back.write(said)

        await _carry(reader, ask, there, writer)
        back.close()
        writer.close()


async def _carry(
    reader: asyncio.StreamReader,
    ask: Callable[[bytes], Awaitable[None]],
    there: asyncio.StreamReader,
    writer: asyncio.StreamWriter,
) -> None:
    """Carry what is said until either end hangs up."""

    async def talk() -> None:
        while said := await reader.read(65536):
            await ask(said)

    async def answer() -> None:
        while said := await there.read(65536):
            writer.write(said)

    ends = {asyncio.create_task(talk()), asyncio.create_task(answer())}
    with contextlib.suppress(OSError):
        await asyncio.wait(ends, return_when=asyncio.FIRST_COMPLETED)
    for end in ends:
        end.cancel()
    await asyncio.gather(*ends, return_exceptions=True)
