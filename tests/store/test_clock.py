"""Time in Redis: deadlines are claimed by one and fired once, and what the servers' own outages take is nobody's."""

import asyncio

import pytest

from game import keys
from game.engine.commands import Connect, Disconnect, Done, Lapse, SetReady
from game.engine.ids import ConnectionId, RoomId
from game.engine.presence import SILENCE_MS
from game.engine.state import Phase, RoomState
from game.house import House
from game.store import LEASE_MS, member
from tests.store import table
from tests.store.table import Houses, user

OUTAGE_MS = 60_000


async def wake_of(houses: Houses, room: RoomId) -> float:
    score = await houses.redis.zscore(keys.deadlines(keys.shard_of(room)), room)
    assert score is not None
    return float(score)


async def due_now(houses: Houses, room: RoomId) -> None:
    """The room's next deadline has come."""
    await houses.redis.zadd(keys.deadlines(keys.shard_of(room)), {room: 0})


async def look_away(houses: Houses, house: House, room: RoomId, ms: int) -> None:
    """For so long no gateway has looked at the room's shard."""
    await house.store.due(keys.shard_of(room))
    await houses.redis.hincrby(keys.clock(keys.shard_of(room)), "last", -ms)


async def test_what_is_due_is_claimed_by_one_gateway(houses: Houses) -> None:
    gateways = [houses.house() for _ in range(8)]
    room = await table.game(gateways[0], 4)
    shard = keys.shard_of(room)
    assert (await gateways[0].store.due(shard))[1] == []
    await due_now(houses, room)
    claims = await asyncio.gather(*(house.store.due(shard) for house in gateways))
    assert [rooms for _, rooms in claims if rooms] == [[room]]


async def test_a_claim_comes_back_when_the_claimant_dies(houses: Houses) -> None:
    house = houses.house()
    room = await table.game(house, 4)
    await due_now(houses, room)
    now, rooms = await house.store.due(keys.shard_of(room))
    assert rooms == [room]
    assert await wake_of(houses, room) == now + LEASE_MS


async def test_a_deadline_fires_once_however_many_gateways_watch(houses: Houses) -> None:
    gateways = [houses.house() for _ in range(4)]
    room = await table.game(gateways[0], 4)
    night = await table.state_of(gateways[0], room)
    ends_at = night.timers.phase_ends_at or 0
    await asyncio.gather(*(house.play.wake(room, ends_at) for house in gateways))
    day = await table.state_of(gateways[0], room)
    assert (day.phase, day.round) == (Phase.DAY, 1)
    assert [each.kind for each in day.running.timeline].count("dawn") == 1


async def test_a_tick_wakes_what_is_due_and_lets_the_rest_sleep(houses: Houses) -> None:
    house = houses.house()
    room, sleeper = await table.game(house, 4), await table.game(house, 4)
    night = await table.state_of(house, room)
    asleep = await wake_of(houses, sleeper)
    await houses.redis.set(table.physical(room), moved(await houses.redis.get(table.physical(room)), night))
    await due_now(houses, room)
    await table.tick(house)
    assert (await table.state_of(house, room)).phase is Phase.DAY
    assert await wake_of(houses, sleeper) == asleep


def moved(stored: bytes, night: RoomState) -> bytes:
    """The stored night with its deadline a moment after the epoch."""
    return stored.replace(str(night.timers.phase_ends_at).encode(), b"1")


async def test_a_room_that_had_nothing_to_do_rests_until_its_next_moment(houses: Houses) -> None:
    house = houses.house()
    room = await table.game(house, 4)
    wake = await wake_of(houses, room)
    await due_now(houses, room)
    await house.play.wake(room, house.live.now_ms())
    assert await wake_of(houses, room) == wake


async def test_a_room_that_changed_meanwhile_is_not_put_to_rest(houses: Houses) -> None:
    house = houses.house()
    room = await table.lobby(house, 2)
    old = await table.state_of(house, room)
    await table.accepted(house, room, SetReady(user(0), ready=False))
    await due_now(houses, room)
    await house.store.rest(room, old)
    assert await wake_of(houses, room) == 0


async def test_the_wake_of_a_room_that_is_gone_is_forgotten(houses: Houses) -> None:
    house = houses.house()
    gone = table.room_id()
    await due_now(houses, gone)
    await table.tick(house)
    assert await houses.redis.zcard(keys.deadlines(keys.shard_of(gone))) == 0


async def test_an_outage_moves_every_deadline_by_its_length(houses: Houses) -> None:
    house = houses.house()
    room = await table.game(house, 4)
    before, wake = await table.state_of(house, room), await wake_of(houses, room)
    await look_away(houses, house, room, OUTAGE_MS)
    _, rooms = await house.store.due(keys.shard_of(room))
    after = await table.state_of(house, room)
    assert rooms == []
    assert (after.timers.phase_ends_at or 0) - (before.timers.phase_ends_at or 0) == pytest.approx(OUTAGE_MS, abs=500)
    assert await wake_of(houses, room) == wake
    assert after.phase is Phase.NIGHT


async def test_a_look_in_time_is_no_outage(houses: Houses) -> None:
    house = houses.house()
    room = await table.game(house, 4)
    before = await table.state_of(house, room)
    await look_away(houses, house, room, 1_500)
    await house.store.due(keys.shard_of(room))
    assert await table.state_of(house, room) == before


async def test_an_outage_costs_nobody_the_grace(houses: Houses) -> None:
    house = houses.house()
    room = await table.lobby(house, 2)
    await table.accepted(house, room, Disconnect(user(1), ConnectionId("001")))
    await look_away(houses, house, room, OUTAGE_MS)
    await house.store.due(keys.shard_of(room))
    await house.play.wake(room, house.live.now_ms())
    assert user(1) in (await table.state_of(house, room)).players


async def test_a_choice_made_after_an_outage_is_in_time(houses: Houses) -> None:
    house = houses.house()
    room = await table.game(house, 4)
    await look_away(houses, house, room, OUTAGE_MS)
    await house.store.due(keys.shard_of(room))
    await table.accepted(house, room, Done(user(1)))


async def silent_for(houses: Houses, room: RoomId, number: int, ms: int, house: House) -> None:
    seen = keys.of_room(room).seen
    await houses.redis.zadd(seen, {member(user(number), ConnectionId(f"{number:03d}")): house.live.now_ms() - ms})


async def test_a_connection_that_goes_silent_lapses(houses: Houses) -> None:
    house = houses.house()
    room = await table.lobby(house, 2)
    await silent_for(houses, room, 1, SILENCE_MS + 1, house)
    await house.play.wake(room, house.live.now_ms())
    player = (await table.state_of(house, room)).players[user(1)]
    assert not player.connected
    assert player.grace_ends_at == player.last_sign + 30_000


async def test_signs_of_life_keep_a_connection(houses: Houses) -> None:
    house = houses.house()
    room = await table.lobby(house, 2)
    await silent_for(houses, room, 1, SILENCE_MS - 1_000, house)
    version, late = await house.store.alive(room, [member(user(1), ConnectionId("001"))])
    assert (version, late) == ((await table.state_of(house, room)).version, ())
    assert await houses.redis.zscore(keys.of_room(room).seen, member(user(1), ConnectionId("001"))) == pytest.approx(
        house.live.now_ms(), abs=100
    )


async def test_the_silent_are_named_with_their_last_sign(houses: Houses) -> None:
    house = houses.house()
    room = await table.lobby(house, 2)
    await silent_for(houses, room, 1, 20_000, house)
    _, (sign,) = await house.store.alive(room, [])
    assert (sign.user, sign.connection) == (user(1), "001")
    assert sign.at == pytest.approx(house.live.now_ms() - 20_000, abs=100)
    await house.store.forget(room, sign)
    assert (await house.store.alive(room, []))[1] == ()


async def test_nobody_is_alive_in_a_room_that_is_gone(houses: Houses) -> None:
    house = houses.house()
    room = table.room_id()
    assert await house.store.alive(room, [member(user(), ConnectionId("0"))]) == (0, ())
    assert await houses.redis.exists(keys.of_room(room).seen) == 0


async def test_the_lapse_of_an_old_connection_does_not_take_the_new_one_away(houses: Houses) -> None:
    house = houses.house()
    room = await table.lobby(house, 2)
    await table.accepted(house, room, Connect(user(1), ConnectionId("002")))
    await table.accepted(house, room, Lapse(user(1), ConnectionId("001"), 0))
    assert (await table.state_of(house, room)).players[user(1)].connected
