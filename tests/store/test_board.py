"""Rooms that anybody may join are found while one may sit down there, and no longer, whatever dies in between."""

import asyncio
import json

import pytest
from msgspec import UNSET, structs
from redis.exceptions import RedisError

from game import board, keys, listing
from game.board import Board
from game.engine.commands import Configure, Connect, Disconnect, Join, Leave, SetReady, Start
from game.engine.ids import ConnectionId, RoomId
from game.engine.settings import FirstNight, SettingsPatch
from game.engine.setup import Setup
from game.engine.state import Appointment, Game, Phase
from game.house import House
from tests.store import table
from tests.store.table import Houses, user

SEATS = 6


@pytest.fixture
def house(houses: Houses, monkeypatch: pytest.MonkeyPatch) -> House:
    """One process that looks anew each time."""
    monkeypatch.setattr(board, "FRESH_S", 0)
    return houses.house()


async def shown(house: House) -> list[RoomId]:
    return [state.room_id for state in await house.board.rooms()]


async def public(house: House, people: int, *, host: int = 0) -> RoomId:
    """A room whose host is here and has opened it to everybody."""
    room = table.room_id()
    await table.accepted(house, room, table.opening(room, seats=SEATS, by=user(host)))
    await table.accepted(house, room, Connect(user(host), ConnectionId("000")))
    await table.accepted(house, room, Configure(user(host), SettingsPatch(), UNSET, True))  # noqa: FBT003
    for number in range(1, people):
        await table.accepted(house, room, Join(user(host + number), f"P{number}"))
    return room


async def test_a_room_is_shown_once_its_host_opens_it_to_everybody(house: House) -> None:
    private = await table.lobby(house, 2)
    room = await public(house, 2, host=10)
    assert private != room
    assert await shown(house) == [room]


async def test_a_host_may_take_it_back(house: House) -> None:
    room = await public(house, 2)
    await table.accepted(house, room, Configure(user(), SettingsPatch(), UNSET, False))  # noqa: FBT003
    assert await shown(house) == []


async def test_a_full_room_is_shown_again_when_a_seat_becomes_free(house: House) -> None:
    room = await public(house, SEATS)
    assert await shown(house) == []
    await table.leave(house, room, 3)
    assert await shown(house) == [room]


async def test_a_room_is_not_shown_while_its_host_is_away(house: House) -> None:
    room = await public(house, 1)
    await table.accepted(house, room, Disconnect(user(), ConnectionId("000")))
    assert await shown(house) == []
    await table.accepted(house, room, Connect(user(), ConnectionId("001")))
    assert await shown(house) == [room]


async def test_a_room_is_not_shown_while_it_plays(house: House) -> None:
    room = await public(house, 4)
    for number in range(1, 4):
        await table.accepted(house, room, Connect(user(number), ConnectionId(f"{number:03d}")))
        await table.accepted(house, room, SetReady(user(number), ready=True))
    await table.accepted(house, room, Start(user(), table.SEED, "00000000-0000-4000-8000-000000000001"))
    assert (await table.state_of(house, room)).phase is Phase.NIGHT
    assert await shown(house) == []


async def test_strangers_who_were_brought_together_are_not_shown_before_their_game_nor_after(house: House) -> None:
    room = await table.state_of(house, await public(house, 2))
    appointment = Appointment(starts_at=1, latest_at=2, least=4, seed=table.SEED, game_id="g")
    game = Game("g", table.SEED, "", (), Setup(1, 0, 0, 3, FirstNight.MEETING), 0, is_matched=True)
    assert listing.rank(room) == 2
    assert listing.rank(structs.replace(room, appointment=appointment)) == 0
    assert listing.rank(structs.replace(room, game=game)) == 0


async def test_a_room_that_closes_is_gone(house: House) -> None:
    room = await public(house, 1)
    await table.accepted(house, room, Leave(user()))
    assert await shown(house) == []
    assert not await house.live.redis.exists(keys.listed(keys.shard_of(room)))


async def test_the_fullest_come_first_and_no_more_than_anybody_reads(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    rooms = [await public(house, people, host=10 * people) for people in (1, 3, 2)]
    assert await shown(house) == [rooms[1], rooms[2], rooms[0]]
    monkeypatch.setattr(board, "MOST", 2)
    assert await shown(house) == [rooms[1], rooms[2]]


async def test_what_an_older_gateway_left_on_the_list_is_dropped_when_it_is_seen(house: House) -> None:
    gone, private = table.room_id(), await table.lobby(house, 1)
    for room in (gone, private):
        await house.live.redis.zadd(keys.listed(keys.shard_of(room)), {room: 5})
    assert await shown(house) == []
    for room in (gone, private):
        assert not await house.live.redis.exists(keys.listed(keys.shard_of(room)))


async def test_a_room_that_changed_meanwhile_stays_on_the_list(house: House) -> None:
    room = await public(house, 1)
    of_room = keys.of_room(room)
    version = (await table.state_of(house, room)).version
    assert await house.live.call("unlist", (of_room.room, of_room.listed), (version - 1,)) == 0
    assert await shown(house) == [room]


async def test_a_room_of_a_newer_release_is_left_alone(house: House) -> None:
    room = await public(house, 1)
    key = table.physical(room)
    stored = json.loads(await house.live.redis.get(key))
    await house.live.redis.set(key, json.dumps({**stored, "schema": 99}, separators=(",", ":")))
    assert await shown(house) == []
    assert await house.live.redis.exists(keys.listed(keys.shard_of(room)))


async def test_a_crowd_that_looks_at_once_asks_redis_once(houses: Houses) -> None:
    house = houses.house()
    room = await public(house, 1)
    crowd = Board(house.live, house.store)
    assert [state.room_id for state in await crowd.rooms()] == [room]
    await table.leave(house, room, 0)
    assert [state.room_id for state in await crowd.rooms()] == [room]


async def test_a_crowd_that_looks_while_redis_fails_fails_together_and_not_one_after_the_other(house: House) -> None:
    broken = keys.listed(0)
    await house.live.redis.set(broken, "no list")
    looks = await asyncio.gather(*(house.board.rooms() for _ in range(3)), return_exceptions=True)
    assert isinstance(looks[0], RedisError)
    assert looks[0] is looks[1] is looks[2]
    await house.live.redis.delete(broken)
    assert await shown(house) == []
