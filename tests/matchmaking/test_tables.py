"""From the call to the game or back to the queue, and at each word to Redis the process may die: nobody is lost."""

from contextlib import suppress

import pytest

from game import keys
from game.engine.commands import Connect, Leave
from game.engine.ids import ConnectionId, RoomId
from game.engine.state import RoomState
from lobby import rooms
from lobby.rooms import Guest, Wish
from matchmaking.queue import Table
from tests.matchmaking.scene import Died, Process, Scene
from tests.store.table import accepted, advance, state_of, user

pytestmark = pytest.mark.django_db(transaction=False)
SIX = range(6)
WISH = Wish(is_public=False, max_players=16)


async def waiting(process: Process, scene: Scene, *numbers: int) -> None:
    """These people wait, and have done so for a while."""
    for number in numbers:
        await process.join(number)
    await scene.aged(*numbers)


async def convened(process: Process, scene: Scene, *numbers: int) -> RoomState:
    """These people have a table that gathers."""
    await waiting(process, scene, *numbers)
    await process.match()
    (room,) = await scene.tables()
    return await state_of(process.house, room)


async def come(process: Process, state: RoomState, *numbers: int) -> None:
    """These people are at the table."""
    for number in numbers:
        await accepted(process.house, state.room_id, Connect(user(number), ConnectionId(f"{number}")))


async def meet(process: Process, room: RoomId) -> None:
    """The moment of the table comes."""
    state = await state_of(process.house, room)
    assert state.appointment is not None
    await advance(process.house, state.room_id, state.appointment.starts_at)


async def assert_seated(scene: Scene, process: Process, *numbers: int) -> RoomId:
    """All of them sit at one table, nobody sits twice, and their claims say so."""
    seats = await scene.seats(process.house)
    (room,) = {room for number in numbers for room in seats[user(number)]}
    assert seats == {user(number): [room] for number in numbers}
    for number in numbers:
        assert await process.house.claims.room_of(user(number)) == room
    return room


async def test_six_who_have_waited_sit_at_one_table(scene: Scene) -> None:
    process = scene.process()
    state = await convened(process, scene, *SIX)
    assert (state.is_public, state.max_players) == (True, 10)
    assert state.appointment is not None
    await assert_seated(scene, process, *SIX)
    assert await scene.waiting() == []
    assert len(await scene.tickets()) == 6
    assert await process.house.claims.room_with(state.room_code) == state.room_id


async def test_a_game_that_began_ends_the_tickets(scene: Scene) -> None:
    process = scene.process()
    state = await convened(process, scene, *SIX)
    await come(process, state, *SIX)
    await meet(process, state.room_id)
    await process.match()
    assert (await scene.tickets(), await scene.tables()) == (set(), [])
    await assert_seated(scene, process, *SIX)


async def test_who_sits_elsewhere_is_not_called_again(scene: Scene) -> None:
    process = scene.process()
    await waiting(process, scene, *range(7))
    elsewhere = await rooms.make(process.house, Guest(user(3), "P3"), WISH)
    await process.match()
    seats = await scene.seats(process.house)
    assert seats.pop(user(3)) == [elsewhere]
    assert len({room for (room,) in seats.values()}) == 1
    assert len(seats) == 6
    assert user(3) not in await scene.tickets()


async def test_too_few_who_may_sit_go_back_to_their_places(scene: Scene) -> None:
    process = scene.process()
    await waiting(process, scene, *SIX)
    await rooms.make(process.house, Guest(user(0), "P0"), WISH)
    before = await scene.waiting()
    await process.match()
    await process.look()
    assert await scene.waiting() == [each for each in before if each != user(0)]
    assert await scene.tables() == []
    assert [await process.house.claims.room_of(user(number)) for number in range(1, 6)] == [None] * 5


async def test_who_leaves_in_the_countdown_is_replaced_from_the_queue(scene: Scene) -> None:
    process = scene.process()
    state = await convened(process, scene, *SIX)
    await waiting(process, scene, 6, 7)
    await process.queue.drop(user(2))
    await accepted(process.house, state.room_id, Leave(user(2)))
    await process.match()
    assert await assert_seated(scene, process, 0, 1, 3, 4, 5, 6) == state.room_id
    assert await scene.waiting() == [user(7)]


async def test_without_a_replacement_the_others_go_back_to_the_front(scene: Scene) -> None:
    process = scene.process()
    state = await convened(process, scene, *SIX)
    await process.queue.drop(user(2))
    await accepted(process.house, state.room_id, Leave(user(2)))
    await come(process, state, 0, 1, 3, 4, 5)
    await meet(process, state.room_id)
    await process.join(9)
    await process.match()
    await process.look()
    assert await scene.waiting() == [*(user(number) for number in (0, 1, 3, 4, 5)), user(9)]
    assert await scene.rooms(process.house) == []


async def test_who_is_called_as_the_game_begins_goes_back_to_the_old_place(scene: Scene) -> None:
    process = scene.process()
    state = await convened(process, scene, *range(7))
    await come(process, state, *range(7))
    await waiting(process, scene, 7, 8)
    await process.queue.drop(user(2))
    await accepted(process.house, state.room_id, Leave(user(2)))
    revise = process.queue.revise

    async def late(*words: object, **options: object) -> object:
        done = await revise(*words, **options)  # type: ignore[arg-type]
        if options.get("call"):
            await process.house.claims.take(user(7), state.room_id)  # on the way to the seat
            await meet(process, state.room_id)
        return done

    process.queue.revise = late  # type: ignore[method-assign, assignment]
    await process.match()
    await process.look()
    assert await scene.waiting() == [user(7), user(8)]
    assert await process.house.claims.room_of(user(7)) is None
    await assert_seated(scene, process, 0, 1, 3, 4, 5, 6)


async def test_who_did_not_come_loses_the_ticket(scene: Scene) -> None:
    process = scene.process()
    state = await convened(process, scene, *range(7))
    await come(process, state, *SIX)
    grace = (await state_of(process.house, state.room_id)).players[user(6)].grace_ends_at
    assert grace is not None
    await advance(process.house, state.room_id, grace)
    await process.match()
    assert user(6) not in await scene.tickets()
    await assert_seated(scene, process, *SIX)


async def test_who_gave_the_ticket_back_while_the_room_was_made_leaves_no_ghost(scene: Scene) -> None:
    process = scene.process()
    await waiting(process, scene, *range(7))
    perform = process.house.play.perform

    async def slow(room: RoomId, command: object, **options: object) -> object:
        await process.queue.drop(user(4))
        process.house.play.perform = perform  # type: ignore[method-assign]
        return await perform(room, command, **options)  # type: ignore[arg-type]

    process.house.play.perform = slow  # type: ignore[method-assign, assignment]
    await process.match()
    await assert_seated(scene, process, 0, 1, 2, 3, 5, 6)
    assert await process.house.claims.room_of(user(4)) is None


async def test_who_leaves_as_the_table_is_noted_is_free_at_once(scene: Scene) -> None:
    process = scene.process()
    await waiting(process, scene, *range(7))
    revise = process.queue.revise

    async def left(room: RoomId, before: Table | None, after: Table | None, **options: object) -> object:
        done = await revise(room, before, after, **options)  # type: ignore[arg-type]
        if after is not None and after.seated:
            process.queue.revise = revise  # type: ignore[method-assign]
            await process.queue.drop(user(3))
            await rooms.step_back(process.house, user(3), room)
        return done

    process.queue.revise = left  # type: ignore[method-assign, assignment]
    await process.match()
    assert await process.house.claims.room_of(user(3)) is None
    await assert_seated(scene, process, 0, 1, 2, 4, 5, 6)


async def test_a_seat_that_was_made_for_a_ticket_given_back_keeps_nobody_from_the_next_table(scene: Scene) -> None:
    process, other = scene.process(), scene.process()
    state = await convened(process, scene, *SIX)
    await process.queue.drop(user(4))  # and this process dies before the seat is given up
    await waiting(other, scene, *range(10, 15))
    await other.queue.enlist(user(4), username="P4", address="")
    await other.queue.look([user(4)])
    await scene.aged(4)
    await scene.redis.hdel(keys.queue().tables, state.room_id)  # nobody settles the old table meanwhile
    await scene.unlease()
    await other.match()
    await other.match()
    seats = await scene.seats(other.house)
    assert {seats[user(number)][0] for number in (4, *range(10, 15))} != {state.room_id}
    assert len(seats[user(4)]) == 1
    assert await other.house.claims.room_of(user(4)) == seats[user(4)][0]


async def test_a_matcher_may_die_at_any_word_and_another_seats_everybody_once(scene: Scene) -> None:
    for moment in range(100):
        await scene.redis.flushdb()
        mortal, heir = scene.process(), scene.process()
        await waiting(heir, scene, *SIX)
        mortal.die_at(moment)
        has_died = await dies(mortal)
        await scene.unlease()
        await heir.match()
        await heir.match()
        await assert_seated(scene, heir, *SIX)
        assert len(await scene.tables()) == 1
        if not has_died:
            return
    pytest.fail("it never lived long enough")


async def test_a_replacement_is_not_lost_with_the_matcher(scene: Scene) -> None:
    for moment in range(100):
        await scene.redis.flushdb()
        mortal, heir = scene.process(), scene.process()
        state = await convened(heir, scene, *SIX)
        await heir.queue.drop(user(2))
        await accepted(heir.house, state.room_id, Leave(user(2)))
        await waiting(heir, scene, 6)
        await scene.unlease()
        mortal.die_at(moment)
        has_died = await dies(mortal)
        await scene.unlease()
        await heir.match()
        await heir.match()
        await assert_seated(scene, heir, 0, 1, 3, 4, 5, 6)
        if not has_died:
            return
    pytest.fail("it never lived long enough")


async def test_nobody_is_lost_with_a_matcher_that_dies_as_a_table_parts(scene: Scene) -> None:
    for moment in range(100):
        await scene.redis.flushdb()
        mortal, heir = scene.process(), scene.process()
        state = await convened(heir, scene, *SIX)
        for number in (0, 1):
            await heir.queue.drop(user(number))
            await accepted(heir.house, state.room_id, Leave(user(number)))
        await meet(heir, state.room_id)
        await scene.unlease()
        mortal.die_at(moment)
        has_died = await dies(mortal)
        await scene.unlease()
        await heir.match()
        await heir.look()
        assert await scene.waiting() == [user(number) for number in (2, 3, 4, 5)]
        assert await scene.tables() == []
        assert [await heir.house.claims.room_of(user(number)) for number in SIX] == [None] * 6
        if not has_died:
            return
    pytest.fail("it never lived long enough")


async def dies(process: Process) -> bool:
    """Whether its step was its last."""
    with suppress(Died):
        await process.match()
    return process.is_dead
