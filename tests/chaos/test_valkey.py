"""Valkey dies or stands still: what was acknowledged is there, nobody stays deaf, and nothing is shown that is not."""

import asyncio
from contextlib import AsyncExitStack
from typing import Final

from redis import Redis

from game import keys
from game.engine.ids import RoomId
from game.live import Live
from tests.chaos import evening, ground, own
from tests.chaos.together import together

OUTAGE: Final = 4.0
A_MOMENT: Final = 2.0
A_BEAT: Final = 7.0
"""The pulse beats every 5 s; a busy machine gets a little more."""


@together
async def test_a_game_outlives_the_death_of_valkey() -> None:
    async with AsyncExitStack() as stack:
        server = await stack.enter_async_context(own.valkey_server())
        site = await stack.enter_async_context(ground.site(gateways=2, env=server.environ))
        table = await stack.enter_async_context(evening.begun(site))
        mafia, victim = evening.one(table, "mafia"), evening.one(table, "villager")
        await evening.asked([mafia], "action:mafiaKill", targetId=victim.user_id)
        moved = evening.ends_at(table) + OUTAGE * 1000
        server.kill()
        await asyncio.sleep(OUTAGE)  # an outage takes its time
        await asyncio.to_thread(server.start)
        for player in table.players:
            await player.until(lambda view: (view.ends_at or 0) > moved, timeout=A_BEAT)
        await evening.sleep(table)
        assert not victim.view.alive
        await evening.introduce(table, within=A_MOMENT)
        await evening.hang_the_mafioso(table)
        await evening.recorded_once(site, table)


@together
async def test_what_was_asked_while_valkey_stood_still_counts_even_past_the_deadline() -> None:
    async with AsyncExitStack() as stack:
        server = await stack.enter_async_context(own.valkey_server())
        site = await stack.enter_async_context(ground.site(gateways=2, env=server.environ))
        table = await stack.enter_async_context(evening.begun(site))
        await evening.sleep(table)
        await evening.talk(table)
        mafia, doctor = evening.one(table, "mafia"), evening.one(table, "doctor")
        await evening.moment(evening.ends_at(table) - 1500)
        server.freeze()
        voting = asyncio.create_task(evening.asked([doctor], "vote:cast", targetId=mafia.user_id))
        await asyncio.sleep(OUTAGE)  # an outage takes its time
        server.thaw()
        await voting
        await evening.over(table)
        assert not mafia.view.alive
        await evening.recorded_once(site, table)


@together
async def test_with_a_valkey_that_keeps_nothing_the_game_ends_for_all_to_see() -> None:
    async with AsyncExitStack() as stack:
        server = await stack.enter_async_context(own.valkey_server(durable=False))
        site = await stack.enter_async_context(ground.site(gateways=2, env=server.environ))
        table = await stack.enter_async_context(evening.begun(site))
        server.kill()
        await asyncio.to_thread(server.start)
        for player in table.players:
            await player.until(lambda view: view.left == "closed", timeout=A_BEAT)
        answer = await table.players[0].send("room:create", isPublic=False, maxPlayers=4)
        assert answer["type"] == "ack"


@together
async def test_what_a_lost_second_took_back_everybody_sees() -> None:
    async with ground.site(gateways=2) as site, evening.begun(site) as table:
        await evening.sleep(table)
        await evening.talk(table)
        with site.redis() as live:
            before = kept(live, table.players[0].view.room_id)
            await evening.asked([evening.one(table, "doctor")], "vote:cast", targetId=None)
            for player in table.players:
                await player.until(lambda view: view.cast == 1)
            restore(live, before)
        for player in table.players:
            await player.until(lambda view: view.cast == 0, timeout=A_BEAT)
        await evening.hang_the_mafioso(table)


async def test_an_outage_counts_before_the_first_look_after_it(redis_url: str) -> None:
    room, live = keys.of_room(RoomId("5ca1ab1e-0000-4000-8000-000000000000")), Live()
    with Redis.from_url(redis_url) as plain:
        (now_ms, *_) = await live.call("due", (room.deadlines, room.clock), (0, 1))
        plain.hset(room.clock, "last", now_ms - int(OUTAGE * 1000))
    _, _, downtime, _ = await live.call("alive", (room.room, room.seen, room.clock), (0,))
    await live.close()
    assert OUTAGE * 1000 <= downtime < OUTAGE * 1000 + 1000


def kept(live: Redis, room: str) -> dict[str, bytes | None]:
    """All that Redis holds of a room, as a backup would."""
    of_room = keys.of_room(RoomId(room))
    return {key: dumped(live, key) for key in (of_room.room, of_room.actions, of_room.votes, of_room.log)}


def restore(live: Redis, backup: dict[str, bytes | None]) -> None:
    """Put back what the room was; what came after is lost."""
    pipeline = live.pipeline()
    for key, value in backup.items():
        pipeline.delete(key)
        if value is not None:
            pipeline.restore(key, 0, value)
    pipeline.execute()


def dumped(live: Redis, key: str) -> bytes | None:
    value = live.dump(key)
    assert value is None or isinstance(value, bytes)
    return value
