"""What both servers owe a socket: a bound on frames, no compression, and a goodbye that says "come back"."""

import contextlib
import signal
from collections.abc import Iterator, Mapping
from typing import cast

import pytest
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed

from tests import servers as sites


@pytest.fixture(scope="module", params=["daphne", "uvicorn"])
def served(request: pytest.FixtureRequest, servers: Mapping[str, str]) -> Iterator[sites.Site]:
    assert servers
    with sites.site(server=cast("sites.Kind", request.param)) as site:
        yield site


def dialled(site: sites.Site) -> connect:
    return connect(f"{site.url.replace('http', 'ws')}/ws/", origin=site.url)  # type: ignore[arg-type] # a NewType of str


async def end_of(socket: ClientConnection) -> int | None:
    with contextlib.suppress(ConnectionClosed):
        async for _ in socket:
            pass
    return socket.close_code


async def test_a_frame_beyond_all_measure_closes_with_its_code(served: sites.Site) -> None:
    async with dialled(served) as socket:
        with contextlib.suppress(ConnectionClosed):  # it may be told so while it still sends
            await socket.send("x" * 5_000_000)
        assert await end_of(socket) == 1009


async def test_a_frame_over_the_protocols_bound_is_answered(served: sites.Site) -> None:
    async with dialled(served) as socket:
        await socket.send("x" * 5_000)
        assert "too_large" in await socket.recv(decode=True)


async def test_frames_are_not_compressed(served: sites.Site) -> None:
    async with dialled(served) as socket:
        assert socket.protocol.extensions == []


async def test_a_leaving_process_asks_its_players_to_come_back(served: sites.Site) -> None:
    gateway = served.gateways[0]
    async with dialled(served) as socket:
        await socket.send("{}")
        await socket.recv()
        gateway.send(signal.SIGTERM)
        assert await end_of(socket) == 4503
    gateway.stop()
    gateway.start()
