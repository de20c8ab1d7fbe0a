"""Strangers look for tables while the servers die: nobody sits twice, nobody is lost, nobody waits too long."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager

from tests.chaos import crowd, ground, own
from tests.chaos.crowd import Crowd
from tests.chaos.together import together
from tests.client import Player
from tests.client.connection import Line
from tests.client.record import now
from tests.servers import Site

LONGEST = 30_000
"""How long (ms) anybody waits where there are four."""
SOON = 40.0
COUNT = 60
OUTAGE = 4.0
WAITED = 3.0


@together
async def test_a_crowd_finds_its_tables_though_a_gateway_dies() -> None:
    async with ground.site(gateways=2) as site, AsyncExitStack() as stack:
        strangers = Crowd(site.urls, COUNT)
        await strangers.come(stack)
        asking = asyncio.create_task(strangers.queue(stack))
        with site.redis() as live:
            await ground.until(lambda: crowd.seats(live).total() >= COUNT // 3, patience=SOON)
            site.gateways[0].kill()
            await asking
            waiting = await strangers.sit(live)
            assert set(crowd.seats(live).values()) == {1}
            # Who still waited may have been given a seat that came free meanwhile.
            assert COUNT - waiting <= len(crowd.seats(live)) <= COUNT
        assert max(each.wait for each in strangers.strangers) < LONGEST


@together
async def test_four_do_not_wait_longer_than_promised() -> None:
    async with ground.site() as site, looking(site, 4) as players:
        began = now()
        rooms = await asyncio.gather(*(found(player) for player in players))
        assert len(set(rooms)) == 1
        assert now() - began < LONGEST


@together
async def test_the_wait_outlives_every_gateway() -> None:
    async with ground.site(gateways=2) as site, looking(site, 5) as players:
        await asyncio.sleep(WAITED)  # a wait takes its time
        before = [len(player.seen("matchmaking:status")) for player in players]
        for gateway in site.gateways:
            gateway.kill()
        await asyncio.sleep(OUTAGE)  # and so does an outage
        for gateway in site.gateways:
            await asyncio.to_thread(gateway.start)
        for player, told in zip(players, before, strict=True):
            while len(player.seen("matchmaking:status")) == told:
                await asyncio.wait_for(player.changed(), SOON)
            assert player.seen("matchmaking:status")[told]["waitedSeconds"] >= int(WAITED)
        async with looking(site, 1) as late:
            rooms = await asyncio.gather(*(found(player) for player in (*players, *late)))
            assert len(set(rooms)) == 1


@together
async def test_the_search_goes_on_after_a_valkey_that_froze_and_one_that_died() -> None:
    async with own.valkey_server() as valkey, ground.site(env=valkey.environ) as site, looking(site, 5) as players:
        valkey.freeze()
        await asyncio.sleep(OUTAGE)  # longer than any answer is waited for
        valkey.thaw()
        valkey.kill()
        await asyncio.to_thread(valkey.start)
        async with looking(site, 1) as late:
            rooms = await asyncio.gather(*(found(player) for player in (*players, *late)))
            assert len(set(rooms)) == 1


@asynccontextmanager
async def looking(site: Site, count: int) -> AsyncIterator[Sequence[Player]]:
    """So many strangers who look for a table."""
    async with AsyncExitStack() as stack:
        players = [Player(Line(urls=site.urls, username=f"S{number}")) for number in range(count)]
        for player in players:
            stack.push_async_callback(player.close)
        await asyncio.gather(*(player.connect() for player in players))
        await asyncio.gather(*(player.send("matchmaking:join") for player in players))
        yield players


async def found(player: Player) -> str:
    """The room that was found for this player."""
    return str((await player.expect("matchmaking:found", timeout=SOON))["roomId"])
