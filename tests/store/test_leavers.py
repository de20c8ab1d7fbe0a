"""Who left a game, as the records are told over a real Redis: an outage of ours makes nobody a leaver."""

from game import keys, outbox
from game.engine.commands import Connect, Disconnect
from game.engine.ids import ConnectionId, RoomId
from game.engine.seats import GRACE_MS
from game.engine.state import Phase, Role
from game.house import House
from game.outbox import GameEnded
from tests.store import table
from tests.store.table import Houses, user

SEATS = 6
OUTAGE_MS = 2 * GRACE_MS


async def game_without_one(house: House) -> tuple[RoomId, int]:
    """A game, and the number of the villager in it whose connection has just gone."""
    room = await table.game(house, SEATS)
    players = (await table.state_of(house, room)).players
    number = next(each for each in range(SEATS) if players[user(each)].role is Role.VILLAGER)
    await table.accepted(house, room, Disconnect(user(number), ConnectionId(f"{number:03d}")))
    return room, number


async def leavers(houses: Houses, house: House, room: RoomId) -> list[str]:
    """Who left, as told when the only wolf has gone and the village has won."""
    players = (await table.state_of(house, room)).players
    wolf = next(each for each in range(SEATS) if players[user(each)].role is Role.MAFIA)
    await table.leave(house, room, wolf)
    await table.hasten(house, room, Phase.ENDED)
    entries = await houses.redis.xrange(keys.outbox(keys.shard_of(room)))
    owed = [event for _, fields in entries for event in outbox.decode(fields[b"event"])]
    (ended,) = (event for event in owed if isinstance(event, GameEnded))
    return [each for each in ended.left if each != user(wolf)]


async def test_who_is_back_a_grace_later_after_an_outage_has_not_left(houses: Houses) -> None:
    house = houses.house()
    room, number = await game_without_one(house)
    shard = keys.shard_of(room)
    await house.store.due(shard)
    await houses.redis.hincrby(keys.clock(shard), "last", -OUTAGE_MS)
    await house.store.due(shard)
    await table.advance(house, room, house.live.now_ms() + GRACE_MS)
    await table.accepted(house, room, Connect(user(number), ConnectionId("999")))
    assert await leavers(houses, house, room) == []


async def test_who_stays_away_longer_than_the_grace_has_left(houses: Houses) -> None:
    house = houses.house()
    room, number = await game_without_one(house)
    await table.advance(house, room, house.live.now_ms() + GRACE_MS)
    assert await leavers(houses, house, room) == [user(number)]
