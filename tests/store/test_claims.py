"""One seat a user and one room a code, whatever happens at once; a claim that nothing stands behind is no claim."""

import asyncio
import random

import pytest

from game import keys
from game.engine.commands import Join, Kick, Leave
from game.engine.ids import RoomCode, RoomId, UserId
from game.engine.refusals import Refusal
from game.house import House
from lobby import rooms
from lobby.rooms import Guest, Wish
from tests.store import table
from tests.store.table import Houses, user

pytestmark = pytest.mark.django_db(transaction=False)
ANN = Guest(user(1), "Ann")
WISH = Wish(is_public=False, max_players=16)


async def opened(house: House, host: int = 0) -> tuple[RoomId, RoomCode]:
    room = await rooms.make(house, Guest(user(host), f"P{host}"), WISH)
    assert not isinstance(room, Refusal)
    return room, (await table.state_of(house, room)).room_code


async def seats_of(house: House, who: UserId, *tables: RoomId) -> list[RoomId]:
    """Where this user sits, by the rooms' own truth."""
    states = [(await house.store.read(room)).state for room in tables]
    return [state.room_id for state in states if state is not None and who in state.players]


async def test_who_sits_somewhere_cannot_sit_elsewhere(houses: Houses) -> None:
    house = houses.house()
    (one, code), (other, elsewhere) = await opened(house, 10), await opened(house, 11)
    assert await rooms.join(house, ANN, code) == one
    assert await rooms.join(house, ANN, elsewhere) == Refusal.ALREADY_IN_ROOM
    assert await rooms.make(house, ANN, WISH) == Refusal.ALREADY_IN_ROOM
    assert await seats_of(house, ANN.user, one, other) == [one]
    assert await house.claims.room_of(ANN.user) == one


async def test_of_many_rooms_joined_at_once_exactly_one_has_the_user(houses: Houses) -> None:
    gateways = [houses.house() for _ in range(4)]
    tables = [await opened(gateways[0], 10 + n) for n in range(8)]
    for number in range(10):
        guest = Guest(user(100 + number), "Ann")
        await asyncio.gather(*(rooms.join(gateways[n % 4], guest, code) for n, (_, code) in enumerate(tables)))
        (seat,) = await seats_of(gateways[0], guest.user, *(room for room, _ in tables))
        assert await gateways[0].claims.room_of(guest.user) == seat


async def test_of_many_rooms_made_at_once_exactly_one_is_made(houses: Houses) -> None:
    gateways = [houses.house() for _ in range(4)]
    made = await asyncio.gather(*(rooms.make(gateways[n % 4], ANN, WISH) for n in range(8)))
    (room,) = [each for each in made if not isinstance(each, Refusal)]
    assert await gateways[0].claims.room_of(ANN.user) == room


async def test_a_user_who_comes_and_goes_through_many_doors_never_has_two_seats(houses: Houses) -> None:
    gateways = [houses.house() for _ in range(4)]
    tables = [await opened(gateways[0], 10 + n) for n in range(2)]
    places = [room for room, _ in tables]
    dice = random.Random(7)

    async def come_and_go(house: House) -> None:
        for _ in range(40):
            room, code = dice.choice(tables)
            if dice.random() < 0.5:
                await rooms.join(house, ANN, code)
            else:
                await house.play.perform(room, Leave(ANN.user))

    for _ in range(5):
        await asyncio.gather(*map(come_and_go, gateways))
        seats = await seats_of(gateways[0], ANN.user, *places)
        assert len(seats) <= 1
        if seats:  # a claim that has outlived its seat is stale soon
            assert await gateways[0].claims.room_of(ANN.user) == seats[0]


async def test_a_refused_guest_is_free_to_go_elsewhere(houses: Houses) -> None:
    house = houses.house()
    room, code = await opened(house)
    await rooms.join(house, ANN, code)
    await table.accepted(house, room, Kick(user(0), ANN.user))
    assert await rooms.join(house, ANN, code) == Refusal.KICKED
    assert not isinstance(await rooms.make(house, ANN, WISH), Refusal)


async def test_a_claim_without_a_seat_is_stale_after_a_while(houses: Houses) -> None:
    house = houses.house()
    room, code = await opened(house)
    gone = table.room_id()
    now = house.live.now_ms()
    await houses.redis.set(keys.user(ANN.user), f"{gone}@{now}000")
    assert await rooms.join(house, ANN, code) == Refusal.ALREADY_IN_ROOM
    await houses.redis.set(keys.user(ANN.user), f"{gone}@{now - 60_000}000")
    assert await house.claims.room_of(ANN.user) is None
    assert await rooms.join(house, ANN, code) == room


async def test_a_claim_with_a_seat_is_never_stale(houses: Houses) -> None:
    house = houses.house()
    (room, _), (_, elsewhere) = await opened(house, 1), await opened(house, 2)
    await houses.redis.set(keys.user(user(1)), f"{room}@0")
    assert await rooms.join(house, ANN, elsewhere) == Refusal.ALREADY_IN_ROOM


async def test_a_code_leads_to_one_room_and_is_free_again_after_it(houses: Houses) -> None:
    house = houses.house()
    room, code = await opened(house)
    assert await house.claims.room_with(code) == room
    assert not await house.claims.take_code(code, table.room_id())
    await house.play.perform(room, Leave(user(0)))
    assert await house.claims.room_with(code) is None
    assert await house.claims.take_code(code, table.room_id())


async def test_a_code_that_is_taken_is_not_given_again(houses: Houses, monkeypatch: pytest.MonkeyPatch) -> None:
    house = houses.house()
    _, code = await opened(house, 5)
    drawn = iter([code, code, RoomCode("ABCDEF")])
    monkeypatch.setattr("lobby.codes.pool.take", lambda: next(drawn))
    assert (await opened(house, 6))[1] == "ABCDEF"


async def test_a_seat_kept_in_a_game_is_found_again(houses: Houses) -> None:
    house = houses.house()
    room, code = await opened(house)
    assert await rooms.join(house, ANN, code) == room
    assert await rooms.join(house, ANN, code.lower()) == room
    assert (await table.state_of(house, room)).players[ANN.user].username == "Ann"


async def test_a_guess_costs_the_guesser_and_not_the_party(houses: Houses) -> None:
    house = houses.house()
    _, code = await opened(house)
    bad = Guest(user(1), "Bad", "203.0.113.9")
    for _ in range(rooms.GUESSES):
        assert await rooms.join(house, bad, "222222") == Refusal.NOT_FOUND
    assert await rooms.join(house, bad, code) == Refusal.RATE_LIMITED
    assert not isinstance(await rooms.join(house, Guest(user(2), "Good", "203.0.113.9"), code), Refusal)
    assert await houses.redis.ttl(keys.guesses(bad.user)) in range(1, rooms.WINDOW_S + 1)


async def test_seats_are_never_more_than_the_room_has(houses: Houses) -> None:
    gateways = [houses.house() for _ in range(4)]
    small = await rooms.make(gateways[0], Guest(user(0), "P0"), Wish(is_public=True, max_players=4))
    assert not isinstance(small, Refusal)
    joins = [Join(user(n), "Ann") for n in range(1, 13)]
    answers = await asyncio.gather(*(gateways[n % 4].play.perform(small, join) for n, join in enumerate(joins)))
    assert sorted(map(str, answers)) == ["None"] * 3 + ["full"] * 9
    names = [player.username for player in (await table.state_of(gateways[0], small)).players.values()]
    assert sorted(names) == ["Ann", "Ann 2", "Ann 3", "P0"]
