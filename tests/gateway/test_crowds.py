"""Many sockets of one address, and readers that do not read: both are bounded, and nobody else pays for them."""

import asyncio
import contextlib
import socket as sockets
import subprocess
from collections.abc import Iterator, Mapping

import pytest

from tests import servers as sites
from tests.client import View
from tests.client.view import Seat
from tests.gateway import raw
from tests.gateway.people import People, agreed

HEADER = "X-Real-Address"
AT_MOST = 50
LONG = "\U0001f600" * 300


@pytest.fixture(scope="module")
def proxied(servers: Mapping[str, str]) -> Iterator[sites.Site]:
    """A site behind a proxy that says in a header who the visitor is."""
    assert servers
    with sites.site(env={"CLIENT_ADDRESS_HEADER": HEADER}, server="uvicorn") as running:
        yield running


async def test_of_one_address_so_many_may_come_and_no_more(proxied: sites.Site) -> None:
    async with contextlib.AsyncExitStack() as stack, asyncio.timeout(20):

        async def from_address(address: str) -> raw.Raw:
            return await stack.enter_async_context(raw.dialled(proxied.url, headers={HEADER: address}))

        crowd = [await from_address("203.0.113.9") for _ in range(AT_MOST)]
        assert await (await from_address("203.0.113.9")).code() == 4429
        assert (await (await from_address("203.0.113.10")).identify())["type"] == "auth:success"
        await crowd.pop().socket.close()
        assert (await crowd[0].identify())["type"] == "auth:success"
        assert (await (await from_address("203.0.113.9")).identify())["type"] == "auth:success"


async def test_a_claimed_address_is_believed_of_nobody_but_the_proxy(site: sites.Site) -> None:
    async with contextlib.AsyncExitStack() as stack, asyncio.timeout(20):
        forged = {HEADER: "203.0.113.9", "X-Forwarded-For": "203.0.113.9"}
        lines = [raw.dialled(site.url, headers=forged) for _ in range(AT_MOST + 1)]
        crowd = [await stack.enter_async_context(line) for line in lines]
        assert (await crowd[-1].identify())["type"] == "auth:success"


def memory_of(pid: int) -> int:
    """Resident memory (bytes)."""
    said = subprocess.run(["ps", "-o", "rss=", "-p", str(pid)], capture_output=True, text=True, check=True)
    return int(said.stdout) * 1024


async def test_a_reader_that_does_not_read_is_closed_and_costs_little(pair: sites.Site) -> None:
    async with People(pair.urls[:1]) as people, asyncio.timeout(60):
        talkers = await people.lobby(15)
        # Long talk, so that each snapshot is a heavy one.
        await asyncio.gather(*(agreed(each, "chat:send", message=LONG) for each in talkers for _ in range(7)))
        line = sockets.socket()
        line.setsockopt(sockets.SOL_SOCKET, sockets.SO_RCVBUF, 4096)
        line.setblocking(False)  # noqa: FBT003
        await asyncio.get_running_loop().sock_connect(line, ("127.0.0.1", pair.gateways[0].port))
        async with raw.dialled(pair.url, sock=line, ping_interval=None, max_queue=1) as deaf:
            await deaf.identify("Deaf")
            await deaf.ask({"type": "room:join", "roomCode": talkers[0].view.room_code})
            await talkers[0].until(lambda view: len(view.seats) == 16)
            deaf.socket.transport.pause_reading()
            before = memory_of(pair.gateways[0].pid)
            away = asyncio.ensure_future(talkers[0].until(lambda view: not _seat(view, "Deaf").connected, timeout=40))
            while not away.done():
                await deaf.say({"type": "room:sync"})
                await asyncio.wait({away}, timeout=0.2)
            await away
            assert memory_of(pair.gateways[0].pid) - before < 8 * 1024 * 1024
            deaf.socket.transport.resume_reading()
            assert await deaf.code() == 4508
        assert all(talker.closed is None for talker in talkers)


def _seat(view: View, name: str) -> Seat:
    return next(seat for seat in view.seats.values() if seat.username == name)
