"""What one process shows of rooms that others change: nothing is missed for long, and nothing is shown wrongly."""

import asyncio
import uuid
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from unittest.mock import AsyncMock

import pytest
from msgspec import json

from game.closing import CloseCode
from game.engine.commands import Lapse, Rematch, SetReady, Start
from game.engine.ids import ConnectionId, RoomId
from game.engine.state import Phase
from game.house import House
from lobby import handlers, wire
from tests.store import table
from tests.store.table import Houses, user


class Seat:
    """A socket, as the hub sees it."""

    def __init__(self, number: int) -> None:
        self.user, self.connection = user(number), ConnectionId("")
        self.room: RoomId | None = None
        self.username, self.address = f"P{number}", ""
        self.frames: list[bytes] = []
        self.code: CloseCode | None = None
        self.closed = asyncio.Event()

    def put(self, frame: bytes) -> None:
        self.frames.append(frame)

    def close(self, code: CloseCode) -> None:
        self.code = code
        self.closed.set()

    def heard(self) -> list[str]:
        """The events so far, and a fresh page."""
        frames, self.frames = self.frames, []
        return [json.decode(frame)["type"] for frame in frames]


async def seated(house: House, room: RoomId, number: int) -> Seat:
    """Somebody at the table whose socket is with this process."""
    socket = Seat(number)
    await house.hub.take_over(socket)
    await house.play.enter(room, socket)
    socket.heard()
    return socket


async def test_a_gateway_that_was_frozen_says_again_who_is_with_it(houses: Houses) -> None:
    house, other = houses.house(), houses.house()
    room = await table.lobby(house, 2)
    socket = await seated(house, room, 1)
    await table.accepted(other, room, Lapse(user(1), socket.connection, house.live.now_ms() - 13_000))
    assert not (await table.state_of(other, room)).players[user(1)].connected
    await table.beat(house)
    assert (await table.state_of(other, room)).players[user(1)].connected
    assert socket.code is None


async def test_of_two_connections_the_elder_has_the_lesser_name(houses: Houses) -> None:
    one, other = houses.house(), houses.house()
    names = [await house.store.new_connection(user()) for house in (one, other, one, other)]
    assert names == sorted(names)
    assert len(set(names)) == 4


async def test_the_newer_of_two_sockets_stays_in_whatever_order_they_come_in(houses: Houses) -> None:
    one, other = houses.house(), houses.house()
    room = await table.lobby(one, 2)
    for first, second in ((one, other), (other, one), (one, one)):
        elder, newer = Seat(1), Seat(1)
        await first.hub.take_over(elder)
        await second.hub.take_over(newer)
        await asyncio.gather(second.play.enter(room, newer), first.play.enter(room, elder))
        for house in (one, other, one, other):
            await house.hub.refresh(room)
            await table.beat(house)
        assert elder.code == CloseCode.OPENED_ELSEWHERE
        assert newer.code is None
        player = (await table.state_of(one, room)).players[user(1)]
        assert (player.connected, player.connection) == (True, newer.connection)
        second.hub.drop(newer)
        await second.play.leave_feed(room, newer)


async def test_an_older_socket_that_is_slow_to_come_hears_of_the_newer_one(
    houses: Houses, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, other = houses.house(), houses.house()
    async with listening(one), listening(other):
        elder, newer, witness = Seat(1), Seat(1), Seat(2)
        await one.hub.take_over(witness)
        name = await one.store.new_connection(user(1))
        for socket in (newer, Seat(2)):
            await other.hub.take_over(socket)
        await asyncio.wait_for(witness.closed.wait(), 5)
        monkeypatch.setattr(one.store, "new_connection", AsyncMock(return_value=name))
        await one.hub.take_over(elder)
        await asyncio.wait_for(elder.closed.wait(), 5)
        assert elder.code == CloseCode.OPENED_ELSEWHERE
        assert newer.code is None


@asynccontextmanager
async def listening(house: House) -> AsyncIterator[None]:
    """The process answers its doorbell meanwhile."""
    await house.hub._own_channel()

    async def hear_all() -> None:
        while True:
            await house.hub.hear()

    ear = asyncio.create_task(hear_all())
    yield
    ear.cancel()
    await asyncio.wait({ear})


async def test_a_lost_doorbell_is_made_up_for_at_the_next_beat(houses: Houses) -> None:
    house, other = houses.house(), houses.house()
    room = await table.lobby(house, 2)
    socket = await seated(house, room, 1)
    await table.accepted(other, room, SetReady(user(0), ready=False))
    assert socket.heard() == []
    await table.beat(house)
    assert socket.heard() == ["room:update"]


async def test_a_sync_is_answered_with_the_truth_of_redis(houses: Houses) -> None:
    house, other = houses.house(), houses.house()
    room = await table.lobby(house, 2)
    socket = await seated(house, room, 1)
    await table.accepted(other, room, SetReady(user(0), ready=False))
    assert await handlers.sync(house, socket, wire.RoomSync()) is None
    assert socket.heard() == ["room:update", "game:state"]


async def test_a_sync_in_a_room_that_is_gone_says_so(houses: Houses) -> None:
    house, other = houses.house(), houses.house()
    room = await table.lobby(house, 2)
    socket = await seated(house, room, 1)
    for number in (0, 1):
        await table.leave(other, room, number)
    assert await handlers.sync(house, socket, wire.RoomSync()) == "not_in_room"
    assert socket.heard() == ["room:left"]


async def test_who_missed_the_way_from_one_game_to_the_next_gets_a_whole_picture(houses: Houses) -> None:
    house, other = houses.house(), houses.house()
    room = await table.game(other, 4)
    await table.hasten(other, room, Phase.ENDED)
    socket = await seated(house, room, 1)
    for number in range(4):
        await table.accepted(other, room, Rematch(user(number)))
    await table.accepted(other, room, Start((await table.state_of(other, room)).host_id, table.SEED, str(uuid.uuid4())))
    await table.accepted(other, room, Lapse(user(3), ConnectionId("003"), 0))
    await house.hub.refresh(room)
    assert socket.heard()[-1] == "game:state"
