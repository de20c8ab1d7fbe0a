"""Sockets that look on: shown what other processes do, bounded, and gone without a trace."""

import pytest

from game import gallery, keys
from game.closing import CloseCode
from game.engine.commands import SetReady
from game.engine.ids import RoomId
from game.house import House
from tests.store import table
from tests.store.table import Houses, user
from tests.store.test_showing import Seat


async def onlooker(house: House, room: RoomId, number: int = 9) -> Seat:
    """Somebody who looks on in this process."""
    socket = Seat(number)
    assert await house.gallery.enter(room, socket) is None
    assert socket.heard() == ["room:watching"]
    return socket


async def test_a_lost_doorbell_is_made_up_for_where_only_a_screen_looks_on(houses: Houses) -> None:
    house, other = houses.house(), houses.house()
    room = await table.lobby(other, 2)
    screen = await onlooker(house, room)
    await table.accepted(other, room, SetReady(user(0), ready=False))
    await table.beat(house)
    assert screen.heard() == ["room:update"]
    await table.beat(house)
    assert room in house.hub.feeds


async def test_a_screen_that_is_gone_leaves_nothing_behind(houses: Houses) -> None:
    house = houses.house()
    room = await table.lobby(house, 2)
    signs = await houses.redis.zrange(keys.of_room(room).seen, 0, -1)
    before = await table.state_of(house, room)
    screen = await onlooker(house, room)
    await table.beat(house)
    await house.gallery.leave(screen)
    await house.gallery.leave(screen)
    assert house.hub.feeds == {}
    assert await table.state_of(house, room) == before
    assert await houses.redis.zrange(keys.of_room(room).seen, 0, -1) == signs


async def test_a_screen_looks_at_one_table_at_a_time(houses: Houses) -> None:
    house = houses.house()
    first, second = table.room_id(), table.room_id()
    for room, host in ((first, user(1)), (second, user(2))):
        await table.accepted(house, room, table.opening(room, by=host))
    screen = await onlooker(house, first)
    assert await house.gallery.enter(second, screen) is None
    assert list(house.hub.feeds) == [second]


async def test_a_room_that_is_gone_tells_its_screens_in_every_process(houses: Houses) -> None:
    house, other = houses.house(), houses.house()
    room = await table.lobby(house, 2)
    screens = [await onlooker(each, room) for each in (house, other)]
    for number in (0, 1):
        await table.leave(house, room, number)
    await other.hub.refresh(room)
    assert [screen.heard()[-1] for screen in screens] == ["room:left"] * 2
    assert (house.hub.feeds, other.hub.feeds) == ({}, {})


async def test_a_process_has_room_for_so_many_screens(houses: Houses, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gallery, "MOST", 1)
    house = houses.house()
    room = await table.lobby(house, 2)
    screen = await onlooker(house, room)
    assert await house.gallery.enter(room, Seat(8)) == "full"
    assert await house.gallery.enter(room, screen) is None


async def at(house: House, room: RoomId, address: str, number: int) -> Seat | str:
    """Somebody at this address who looks on, or why not."""
    socket = Seat(number)
    socket.address = address
    return await house.gallery.enter(room, socket) or socket


async def test_one_address_leaves_two_places_however_many_people_it_says_it_is(houses: Houses) -> None:
    house = houses.house()
    room = await table.lobby(house, 2)
    crowd = [await at(house, room, "203.0.113.9", number) for number in range(10, 18)]
    assert [answer for answer in crowd if not isinstance(answer, Seat)] == ["full"] * 2
    assert isinstance(await at(house, room, "203.0.113.10", 20), Seat)


async def test_one_user_has_two_places_at_each_table_and_the_newest_screens_have_them(houses: Houses) -> None:
    house = houses.house()
    rooms = table.room_id(), table.room_id()
    for number, room in enumerate(rooms):
        await table.accepted(house, room, table.opening(room, by=user(number)))
    for room in rooms:
        screens = [await at(house, room, f"203.0.113.{each}", 9) for each in range(4)]
        assert [isinstance(screen, Seat) and screen.code for screen in screens] == [
            *(CloseCode.OPENED_ELSEWHERE, CloseCode.OPENED_ELSEWHERE),
            *(None, None),
        ]
        assert len(house.hub.feeds[room].onlookers) == 2


async def test_the_screens_of_a_banned_user_are_closed(houses: Houses) -> None:
    house = houses.house()
    room = await table.lobby(house, 2)
    screens = [await onlooker(house, room, number) for number in (8, 9)]
    house.gallery.ban(frozenset({user(9)}))
    assert [screen.code for screen in screens] == [None, CloseCode.BANNED]
