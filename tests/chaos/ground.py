"""Where the scenarios play: sites of their own, and what there is to see from outside; it plays no game."""

import asyncio
import json
import urllib.error
import urllib.request
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import AbstractContextManager, asynccontextmanager
from typing import Any, TypeVar

from redis import Redis

from game import keys
from game.engine.ids import RoomId
from tests import servers
from tests.servers import Kind, Site

T = TypeVar("T")

TICK = 0.05
MOST_LINES = 20
_beginning = asyncio.Lock()


@asynccontextmanager
async def site(
    gateways: int = 1, server: Kind = "uvicorn", env: Mapping[str, str] | None = None
) -> AsyncIterator[Site]:
    """A site as `tests.servers` runs it; whatever happens, it has a line for each trouble and never a traceback."""
    async with aside(servers.site(gateways, server, env)) as running:
        yield running
        assert "Traceback" not in running.log, running.log
        assert len(running.log.splitlines()) < MOST_LINES * gateways, running.log


@asynccontextmanager
async def aside(context: AbstractContextManager[T]) -> AsyncIterator[T]:
    """A context that blocks at its beginning and end, and so has to do that in a thread; they begin one by one."""
    async with _beginning:
        value = await asyncio.to_thread(context.__enter__)
    try:
        yield value
    finally:
        await asyncio.to_thread(context.__exit__, None, None, None)


async def until(claim: Callable[[], Any], patience: float = 10) -> Any:
    """Wait for something outside of this process to be true, which nobody can be told of; returns what it was."""
    async with asyncio.timeout(patience):
        while not (value := await asyncio.to_thread(claim)):  # noqa: ASYNC110 - there is no event to await
            await asyncio.sleep(TICK)
        return value


def phase(live: Redis, room: str) -> str:
    """The phase of a room, as it stands in Redis: asked without waking any gateway."""
    text = live.get(keys.of_room(RoomId(room)).room)
    assert isinstance(text, bytes)
    return str(json.loads(text)["phase"])


def downtime(live: Redis, room: str) -> int:
    """How long (ms) the clock of this room has stood still so far."""
    written = live.hget(keys.of_room(RoomId(room)).clock, "downtime")
    return int(written) if isinstance(written, bytes) else 0


def page(url: str) -> tuple[int, str]:
    """The status of a page, and what it says."""
    try:
        answer = urllib.request.urlopen(url, timeout=2)  # noqa: S310 - our own address
    except urllib.error.HTTPError as refused:
        answer = refused
    with answer:
        return answer.status, answer.read().decode()
