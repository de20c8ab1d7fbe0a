"""What goes into Redis comes out of it again the same, whatever a game has been through."""

import asyncio
import random

import pytest
from msgspec import json

from game import codec
from game.engine.commands import AnyCommand, CastVote, DetectiveInspect, DoctorSave, Done, MafiaKill, Mute, Say
from game.engine.state import Phase, RoomState
from game.house import House
from tests.store import table
from tests.store.table import Houses, user

SEATS = 7


async def played(house: House, dice: random.Random) -> list[RoomState]:
    """A game of random deeds, and the room after each phase."""
    room = await table.game(house, SEATS)
    states = [await table.state_of(house, room)]
    while states[-1].phase is not Phase.ENDED:
        for number in range(SEATS):
            await house.play.perform(room, deed(number, dice), ref=f"r{dice.random()}"[:36])
        states.append(await table.state_of(house, room))
        await table.advance(house, room, states[-1].timers.phase_ends_at or 0)
        states.append(await table.state_of(house, room))
    return states


def deed(number: int, dice: random.Random) -> AnyCommand:
    """Something that somebody may want to do, allowed or not."""
    by, target = user(number), user(dice.randrange(SEATS))
    deeds: list[AnyCommand] = [
        *(kind(by, target) for kind in (MafiaKill, DoctorSave, DetectiveInspect, CastVote, Done)),
        CastVote(by, None),
        Done(by),
        Say(by, "m", 'ünï "cødé" \\ \U0001f600'),
        Mute(by, 10, "flood"),
    ]
    return dice.choice(deeds)


@pytest.mark.parametrize("seed", range(5))
async def test_a_room_is_the_same_in_redis_and_in_mind(houses: Houses, seed: int) -> None:
    house = houses.house()
    for state in await played(house, random.Random(seed)):
        actions = json.decode(codec.actions_flat(state.actions), type=list[str])
        votes = json.decode(codec.votes_flat(state.votes), type=list[str])
        flat = [[word.encode() for word in words] for words in (actions, votes)]
        assert codec.state_of(codec.state_text(state), *flat) == state


async def test_the_log_tells_another_process_the_same_story(houses: Houses) -> None:
    house = houses.house()
    (room,) = {state.room_id for state in await played(house, random.Random(1))}
    reading = await house.store.read(room, 0)
    assert [version for version, _ in reading.entries] == list(range(1, reading.version + 1))
    for _, entry in reading.entries:
        assert codec.entry_of(codec.entry_text(entry)) == entry


async def test_the_state_in_redis_does_not_repeat_what_its_companions_hold(houses: Houses) -> None:
    house = houses.house()
    room = await table.voting(house, 4)
    await asyncio.gather(*(table.accepted(house, room, CastVote(user(n), None)) for n in range(4)))
    stored = json.decode(await houses.redis.get(table.physical(room)))
    assert stored.get("votes", {}) == {}
    assert await houses.redis.hgetall(f"{table.physical(room)}:votes") == {user(n).encode(): b"skip" for n in range(4)}
