"""A change is in Redis whole or not at all, once, in time, and against the newest truth only."""

import json

import pytest
from redis.exceptions import ConnectionError as RedisConnectionError

from game import keys
from game.engine.change import Change
from game.engine.commands import CastVote, Done, Join, Kick, Leave, Say, SetReady
from game.engine.reduce import reduce
from game.engine.state import RoomState
from game.live import Live
from game.store import Conflict, StaleCodeError, TooLate, Written
from tests.store import table
from tests.store.table import Houses, user


def change(state: RoomState | None, command: object, now_ms: int) -> Change:
    verdict = reduce(state, command, now_ms)  # type: ignore[arg-type]
    assert isinstance(verdict, Change)
    return verdict


async def names_of(houses: Houses) -> set[str]:
    return {name.decode() async for name in houses.redis.scan_iter()}


async def test_what_is_written_is_read_again(houses: Houses) -> None:
    house = houses.house()
    room = await table.voting(house, 5)
    await table.accepted(house, room, CastVote(user(1), user(2)))
    await table.accepted(house, room, CastVote(user(2), None))
    told = await house.play.look(room)
    other = houses.house()
    assert await table.state_of(other, room) == told
    assert told is not None
    assert told.votes == {user(1): user(2), user(2): None}


async def test_who_judged_an_older_truth_is_given_the_newer(houses: Houses) -> None:
    store = houses.house().store
    room = await table.lobby(houses.all[0], 2)
    old = await table.state_of(houses.all[0], room)
    command = SetReady(user(0), ready=False)
    await table.accepted(houses.all[0], room, Join(user(7), "P7"))
    result = await store.commit(old, change(old, command, 0), command, commit_id="mine", now_ms=0)
    assert result == Conflict(await table.state_of(houses.all[0], room))
    assert (await table.state_of(houses.all[0], room)).players[user(0)].ready


async def test_a_change_of_a_room_that_is_gone_finds_nothing(houses: Houses) -> None:
    house = houses.house()
    room = await table.lobby(house, 1)
    old = await table.state_of(house, room)
    await table.accepted(house, room, Leave(user(0)))
    command = SetReady(user(0), ready=False)
    assert await house.store.commit(old, change(old, command, 0), command, commit_id="x", now_ms=0) == Conflict(None)


async def test_the_same_commit_again_is_written_already_and_not_twice(houses: Houses) -> None:
    house = houses.house()
    room = await table.lobby(house, 2)
    state, command = await table.state_of(house, room), Say(user(0), "m1", "hi")
    for _ in range(3):
        result = await house.store.commit(state, change(state, command, 0), command, commit_id="one", now_ms=0)
        assert isinstance(result, Written)
    after = await table.state_of(house, room)
    assert [said.message for said in await house.store.chat(room, up_to=after.version)] == ["hi"]
    assert after.version == state.version + 1


async def test_the_same_commit_is_known_again_after_others_came(houses: Houses) -> None:
    house = houses.house()
    room = await table.lobby(house, 2)
    state, command = await table.state_of(house, room), Say(user(0), "m1", "hi")
    await house.store.commit(state, change(state, command, 0), command, commit_id="one", now_ms=0)
    await table.accepted(house, room, Say(user(1), "m2", "ho"))
    result = await house.store.commit(state, change(state, command, 0), command, commit_id="one", now_ms=0)
    assert isinstance(result, Written)
    assert (await table.state_of(house, room)).version == state.version + 2


class Deaf(Live):
    """A line that loses the reply of every second commit, after Redis has done it."""

    losing = False

    async def call(self, script: str, *arguments: object) -> object:
        reply = await super().call(script, *arguments)  # type: ignore[arg-type]
        self.losing = script == "commit" and not self.losing
        if self.losing:
            raise RedisConnectionError
        return reply


async def test_a_reply_that_is_lost_is_no_second_write(houses: Houses) -> None:
    house = houses.house()
    room = await table.lobby(house, 2)
    version = (await table.state_of(house, room)).version
    house.store.live = deaf = Deaf()
    for number in range(3):
        await table.accepted(house, room, Say(user(0), f"m{number}", str(number)))
    state = await table.state_of(house, room)
    assert [said.message for said in await house.store.chat(room, up_to=state.version)] == ["0", "1", "2"]
    assert state.version == version + 3
    await deaf.close()


async def test_the_last_word_is_said_once_even_when_its_reply_is_lost(houses: Houses) -> None:
    house = houses.house()
    room = await table.lobby(house, 1)
    await house.claims.take(user(0), room)
    house.store.live = deaf = Deaf()
    await table.accepted(house, room, Leave(user(0)))
    assert not await house.claims.room_of(user(0))
    await deaf.close()


async def test_what_comes_after_the_deadline_by_redis_own_clock_is_too_late(houses: Houses) -> None:
    house = houses.house()
    room = await table.voting(house, 4)
    state = await table.state_of(house, room)
    ends_at = state.timers.phase_ends_at or 0
    command = CastVote(user(1), user(2))
    late = change(state, command, ends_at - 1)
    await houses.redis.hset(keys.clock(keys.shard_of(room)), "downtime", -2_000_000)
    assert await house.store.commit(state, late, command, commit_id="x", now_ms=ends_at - 1) == TooLate()
    assert (await table.state_of(house, room)).votes == {}


async def test_the_keys_of_a_room_are_those_of_the_design(houses: Houses) -> None:
    house = houses.house()
    room = await table.voting(house, 4)
    await house.claims.take(user(0), room)
    await table.accepted(house, room, CastVote(user(1), user(2)))
    tag = f"{{s{keys.shard_of(room):02d}}}"
    of_room = {f"{tag}:room:{room}{suffix}" for suffix in ("", ":votes", ":log", ":seen")}
    assert await names_of(houses) == {
        *of_room,
        f"{tag}:deadlines",
        f"{tag}:outbox",
        f"{{s{keys.shard_of(user(0)):02d}}}:user:{user(0)}",
    }
    types = {name: (await houses.redis.type(name)).decode() for name in of_room}
    assert sorted(types.values()) == ["hash", "stream", "string", "zset"]


async def test_the_night_has_its_actions_in_a_hash(houses: Houses) -> None:
    house = houses.house()
    room = await table.game(house, 4)
    await table.accepted(house, room, Done(user(1), user(2)))
    assert await houses.redis.hgetall(f"{table.physical(room)}:actions") == {
        f"tap:{user(1)}".encode(): user(2).encode(),
        f"pick:{user(1)}".encode(): user(2).encode(),
    }


async def test_values_are_json_that_a_person_can_read(houses: Houses) -> None:
    house = houses.house()
    room = await table.voting(house, 4)
    stored = json.loads(await houses.redis.get(table.physical(room)))
    assert (stored["phase"], stored["players"][user(1)]["username"]) == ("voting", "P1")
    assert next(iter(stored)) == "version"
    for _, fields in await houses.redis.xrange(f"{table.physical(room)}:log"):
        assert json.loads(fields[b"entry"]).keys() >= {"at", "command", "facts"}
    for _, fields in await houses.redis.xrange(keys.outbox(keys.shard_of(room))):
        assert json.loads(fields[b"event"])[0]["kind"]


async def test_the_log_has_one_entry_a_version(houses: Houses) -> None:
    house = houses.house()
    room = await table.voting(house, 4)
    version = (await table.state_of(house, room)).version
    log = [int(name.split(b"-")[0]) for name, _ in await houses.redis.xrange(f"{table.physical(room)}:log")]
    assert log == list(range(1, version + 1))


async def test_a_room_that_closes_leaves_nothing_but_what_it_owes_to_the_records(houses: Houses) -> None:
    house = houses.house()
    room = await table.lobby(house, 3)
    for number in range(3):
        await table.accepted(house, room, Leave(user(number)))
    assert await names_of(houses) == {keys.outbox(keys.shard_of(room))}
    assert await houses.redis.zcard(keys.deadlines(keys.shard_of(room))) == 0


async def test_scripts_that_redis_forgot_are_taught_again(houses: Houses) -> None:
    house = houses.house()
    room = await table.lobby(house, 2)
    await houses.redis.script_flush()
    await table.accepted(house, room, Say(user(0), "m", "still here"))
    assert (await table.state_of(house, room)).version > 0


async def test_a_kick_lasts(houses: Houses) -> None:
    house, other = houses.house(), houses.house()
    room = await table.lobby(house, 2)
    await table.accepted(house, room, Kick(user(0), user(1)))
    assert await other.play.perform(room, Join(user(1), "P1")) == "kicked"


async def test_nothing_is_written_over_a_newer_shape(houses: Houses) -> None:
    house = houses.house()
    room = await table.lobby(house, 2)
    key = table.physical(room)
    stored = json.loads(await houses.redis.get(key))
    await houses.redis.set(key, json.dumps({**stored, "schema": 99}, separators=(",", ":")))
    before = await houses.redis.get(key)
    with pytest.raises(StaleCodeError):
        await house.play.perform(room, SetReady(user(1), ready=False))
    assert await houses.redis.get(key) == before
