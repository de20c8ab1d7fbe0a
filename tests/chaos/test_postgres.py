"""PostgreSQL goes away: no game notices, nothing is lost, and each record is written once when it is back."""

import asyncio
from contextlib import AsyncExitStack

from game import keys
from tests.chaos import evening, ground, own
from tests.chaos.together import together
from tests.client import Table
from tests.client.record import now
from tests.servers import Site

SOON_MS = 1000


@together
async def test_a_game_that_ends_while_postgresql_is_away_is_recorded_once_when_it_is_back() -> None:
    async with AsyncExitStack() as stack:
        server = await stack.enter_async_context(own.postgres_server())
        site = await stack.enter_async_context(ground.site(gateways=2, env=server.environ))
        first = await stack.enter_async_context(evening.begun(site))
        second = await stack.enter_async_context(evening.begun(site))
        await asyncio.gather(*(evening.sleep(table) for table in (first, second)))
        await asyncio.gather(*(evening.talk(table) for table in (first, second)))

        server.freeze()
        await ends_at_once(first)
        await a_room_is_made(site)
        server.kill()
        poison(site, first)
        await ends_at_once(second)
        await a_room_is_made(site)
        for gateway in site.gateways:
            gateway.kill()
        for gateway in site.gateways:
            await asyncio.to_thread(gateway.start)
        await a_room_is_made(site)

        await asyncio.to_thread(server.start)
        for table in (first, second):
            await evening.recorded_once(site, table)
        with site.redis() as live:
            await ground.until(lambda: live.xlen(keys.dead_letters(shard_of(first))) == len(POISON))
            await ground.until(lambda: not any(live.xlen(keys.outbox(shard)) for shard in range(keys.SHARDS)))


POISON = [b"this is no batch", b'[{"kind":"RoomVanished"}]']
"""Entries that no recorder can write."""


async def ends_at_once(table: Table) -> None:
    """The village wins; each vote is kept, and the end is told, as if nothing were wrong."""
    begun_at = now()
    await evening.hang(table, evening.one(table, "mafia"))
    assert now() - begun_at < SOON_MS
    await evening.over(table)
    assert now() - begun_at < SOON_MS + 3000


async def a_room_is_made(site: Site) -> None:
    """Somebody new sits down somewhere new, and soon."""
    begun_at = now()
    async with Table.open(site.urls, players=4) as table:
        assert table.room_code
    assert now() - begun_at < SOON_MS * 2


def poison(site: Site, table: Table) -> None:
    """Put what nobody can write in front of what is still to come."""
    with site.redis() as live:
        for entry in POISON:
            live.xadd(keys.outbox(shard_of(table)), {"event": entry})


def shard_of(table: Table) -> int:
    return keys.shard_of(table.players[0].view.room_id)
