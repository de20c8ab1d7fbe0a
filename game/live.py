"""The line to the live Redis: scripts, gathered per loop tick into one round trip, and Redis' own time."""

import asyncio
import time
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha1
from pathlib import Path
from typing import Any, Final

from redis.exceptions import NoScriptError

from game import connection

Reply = Any
"""What a script returned; only the store takes it apart."""

_LUA: Final = Path(__file__).parent / "lua"
_CLOCK: Final = (_LUA / "clock.lua").read_text(encoding="utf-8")
SCRIPTS: Final[dict[str, str]] = {}
"""All that may be called, by name; each begins with the clock."""
_HASHES: Final[dict[str, str]] = {}


def learn(folder: Path) -> None:
    """Take in the scripts of a folder; the apps above add their own when Django starts."""
    for path in sorted(folder.glob("*.lua")):
        if path.name == "clock.lua":
            continue
        SCRIPTS[path.stem] = text = _CLOCK + path.read_text(encoding="utf-8")
        _HASHES[path.stem] = sha1(text.encode(), usedforsecurity=False).hexdigest()


learn(_LUA)


@dataclass(slots=True)
class _Call:
    script: str
    keys: Sequence[str]
    arguments: Sequence[str | bytes | int]
    reply: "asyncio.Future[Reply]"


class Live:
    """One event loop's connection; made and used inside that loop only."""

    def __init__(self) -> None:
        """Connect as CACHES["live"] says, for this loop alone."""
        self.redis: Any = connection.connect()
        self._waiting: list[_Call] = []
        self._flights: set[asyncio.Task[None]] = set()
        # This machine's guess, until the first reply tells better.
        self._offset_ms = (time.time() - time.monotonic()) * 1000

    def now_ms(self) -> int:
        """Redis' time as far as the last reply told (ms); only a script's own time is compared with a deadline."""
        return int(time.monotonic() * 1000 + self._offset_ms)

    def heard(self, now_ms: int) -> None:
        """Set the clock by a reply."""
        self._offset_ms = now_ms - time.monotonic() * 1000

    async def call(self, script: str, keys: Sequence[str], arguments: Sequence[str | bytes | int] = ()) -> Reply:
        """Run a script; calls made in one tick of the loop share one round trip.

        Raises redis.exceptions.RedisError when Redis is away or fails.
        """
        call = _Call(script, keys, arguments, asyncio.get_running_loop().create_future())
        if not self._waiting:
            asyncio.get_running_loop().call_soon(self._take_off)
        self._waiting.append(call)
        return await call.reply

    async def text(self, key: str) -> str | None:
        """The string at this key; None when there is none."""
        value: Reply = await self.redis.get(key)
        return None if value is None else str(value.decode())

    async def close(self) -> None:
        """Hang up."""
        for flight in list(self._flights):
            flight.cancel()
        await connection.hang_up(self.redis)

    def _take_off(self) -> None:
        calls, self._waiting = self._waiting, []
        flight = asyncio.get_running_loop().create_task(self._fly(calls))
        self._flights.add(flight)
        flight.add_done_callback(self._flights.discard)

    async def _fly(self, calls: list[_Call]) -> None:
        try:
            replies = await self._round_trip(calls)
            unknown = [call for call, reply in zip(calls, replies, strict=True) if isinstance(reply, NoScriptError)]
            if unknown:
                await self._teach()
                again = iter(await self._round_trip(unknown))
                replies = [next(again) if isinstance(reply, NoScriptError) else reply for reply in replies]
        except BaseException as trouble:
            _land(calls, [trouble] * len(calls))
            if not isinstance(trouble, Exception):
                raise
            return
        _land(calls, replies)

    async def _round_trip(self, calls: list[_Call]) -> list[Reply]:
        pipeline = self.redis.pipeline(transaction=False)
        for call in calls:
            # By its name: the method of a cluster's pipeline refuses what its commands can do.
            pipeline.execute_command("EVALSHA", _HASHES[call.script], len(call.keys), *call.keys, *call.arguments)
        return list(await pipeline.execute(raise_on_error=False))

    async def _teach(self) -> None:
        for text in SCRIPTS.values():
            await self.redis.script_load(text)


def _land(calls: list[_Call], replies: list[Reply]) -> None:
    for call, reply in zip(calls, replies, strict=True):
        if call.reply.done():
            continue
        if isinstance(reply, asyncio.CancelledError):
            call.reply.cancel()
        elif isinstance(reply, BaseException):
            call.reply.set_exception(reply)
        else:
            call.reply.set_result(reply)
