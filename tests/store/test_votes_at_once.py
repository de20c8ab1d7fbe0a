"""No lost update: a full table that votes in the same moment is counted to the last vote, through any door."""

import asyncio

import pytest

from game.engine.commands import AnyCommand, CastVote, Done, Say, SetReady
from game.engine.refusals import Refusal
from tests.store import table
from tests.store.table import Houses, user

SEATS = 16


@pytest.mark.parametrize("doors", [1, 2, 16])
async def test_sixteen_votes_at_once_are_sixteen_votes_twenty_times_in_a_row(houses: Houses, doors: int) -> None:
    gateways = [houses.house() for _ in range(doors)]
    room = await table.voting(gateways[0], SEATS)
    for turn in range(1, 21):
        targets = {user(n): user((n + 1 + turn % (SEATS - 1)) % SEATS) for n in range(SEATS)}
        votes = [CastVote(voter, target) for voter, target in targets.items()]
        answers = await asyncio.gather(*(gateways[n % doors].play.perform(room, vote) for n, vote in enumerate(votes)))
        assert set(answers) == {None}
        assert (await table.state_of(gateways[0], room)).votes == targets


async def test_whatever_a_table_does_at_once_is_all_done(houses: Houses) -> None:
    gateways = [houses.house() for _ in range(4)]
    room = await table.lobby(gateways[0], SEATS)
    deeds: list[AnyCommand] = []
    for number in range(SEATS):
        deeds += [SetReady(user(number), ready=False), Say(user(number), f"m{number}", f"{number}")]
    await asyncio.gather(*(gateways[n % 4].play.perform(room, deed) for n, deed in enumerate(deeds)))
    state = await table.state_of(gateways[0], room)
    assert not any(player.ready for player in state.players.values())
    said = await gateways[0].store.chat(room, up_to=state.version)
    assert sorted(each.message for each in said) == sorted(str(number) for number in range(SEATS))


async def test_a_ref_sent_through_two_doors_at_once_is_done_once(houses: Houses) -> None:
    one, other = houses.house(), houses.house()
    room = await table.lobby(one, 2)
    for number in range(20):
        say = Say(user(), f"m{number}", "once")
        answers = await asyncio.gather(
            *(house.play.perform(room, say, ref=f"r{number}") for house in (one, other, one, other))
        )
        assert answers == [None] * 4
    state = await table.state_of(one, room)
    assert len(await one.store.chat(room, up_to=state.version)) == 20


async def test_a_refusal_is_remembered_as_well_as_an_ack(houses: Houses) -> None:
    one, other = houses.house(), houses.house()
    room = await table.lobby(one, 2)
    assert await one.play.perform(room, Done(user()), ref="r") == Refusal.WRONG_PHASE
    version = (await table.state_of(one, room)).version
    assert await other.play.perform(room, SetReady(user(), ready=False), ref="r") == Refusal.WRONG_PHASE
    assert (await table.state_of(one, room)).version == version


async def test_only_the_last_refs_of_those_at_the_table_are_kept(houses: Houses) -> None:
    house = houses.house()
    room = await table.lobby(house, 2)
    for number in range(20):
        await house.play.perform(room, SetReady(user(1), ready=False), ref=f"r{number}")
    assert [each.ref for each in (await table.state_of(house, room)).refs[user(1)]] == [f"r{n}" for n in range(4, 20)]
    await table.leave(house, room, 1)
    await house.play.perform(room, SetReady(user(0), ready=False), ref="x")
    assert list((await table.state_of(house, room)).refs) == [user(0)]


async def test_the_moment_that_two_doors_show_is_the_same(houses: Houses) -> None:
    one, other = houses.house(), houses.house()
    room = await table.voting(one, 5)
    await asyncio.gather(
        *(house.play.perform(room, CastVote(user(n), None)) for n, house in enumerate((one, other, one)))
    )
    assert await one.play.look(room) == await other.play.look(room)
