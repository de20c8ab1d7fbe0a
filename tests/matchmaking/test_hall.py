"""From the call to the seat: each process brings its own sockets to the tables that were found, and nobody else."""

import asyncio
import itertools

import pytest

from accounts.bans import bans
from game.engine.commands import Connect, Convene
from game.engine.ids import ConnectionId, RoomId
from lobby import rooms
from lobby.rooms import Guest, Wish
from tests.matchmaking.scene import Scene
from tests.store.table import accepted, advance, state_of, user

pytestmark = pytest.mark.django_db(transaction=False)
SILENT = 13_000


async def test_who_takes_a_seat_by_hand_does_not_look_for_one_any_more(scene: Scene) -> None:
    process = scene.process()
    socket = await process.join(0)
    room = await rooms.make(process.house, Guest(user(0), "P0"), Wish(is_public=False, max_players=6))
    await process.house.play.enter(room, socket)  # type: ignore[arg-type]
    await process.look()
    assert await scene.tickets() == set()


async def test_who_sits_down_on_another_page_does_not_look_for_a_seat_any_more(scene: Scene) -> None:
    process = scene.process()
    socket = await process.join(0)
    await rooms.make(process.house, Guest(user(0), "P0"), Wish(is_public=False, max_players=6))
    await process.overdue()
    await process.look()
    assert (await scene.tickets(), len(socket.heard("matchmaking:left"))) == (set(), 1)


async def test_the_hall_brings_people_to_the_table_that_was_found(scene: Scene) -> None:
    one, other = scene.process(), scene.process()
    sockets = [await (one, other)[number % 2].join(number) for number in range(6)]
    await scene.aged(*range(6))
    await one.match()
    await asyncio.gather(one.look(), other.look())
    (room,) = await scene.tables()
    state = await state_of(one.house, room)
    for socket in sockets:
        events = [frame["type"] for frame in socket.frames if frame["type"] != "matchmaking:status"]
        assert events[:3] == ["matchmaking:found", "room:update", "game:state"]
        (found,) = socket.heard("matchmaking:found")
        assert found == {"type": "matchmaking:found", "roomId": room, "roomCode": state.room_code}
        assert socket.room == room
    assert all(player.connected for player in state.players.values())


async def test_who_reloads_at_the_table_is_not_told_of_it_twice(scene: Scene) -> None:
    process = scene.process()
    for number in range(6):
        await process.join(number)
    await scene.aged(*range(6))
    await process.match()
    await process.look()
    again = await process.arrive(0)
    await process.look()
    assert again.room in await scene.tables()
    assert again.heard("matchmaking:found") == []


async def test_a_socket_that_closes_on_its_way_in_is_not_vouched_for(scene: Scene) -> None:
    process = scene.process()
    sockets = [await process.join(number) for number in range(6)]
    await scene.aged(*range(6))
    await process.match()
    (room,) = await scene.tables()
    commit = process.house.store.commit

    async def gone(*words: object, **options: object) -> object:
        process.house.hub.drop(sockets[0])
        return await commit(*words, **options)  # type: ignore[arg-type]

    process.house.store.commit = gone  # type: ignore[method-assign, assignment]
    await process.look()
    assert sockets[0].room is None
    assert not (await state_of(process.house, room)).players[user(0)].connected


async def test_who_comes_late_to_a_game_that_began_is_brought_to_it_all_the_same(scene: Scene) -> None:
    process = scene.process()
    sockets = [await process.join(number) for number in range(7)]
    await scene.aged(*range(7))
    await process.match()
    (room,) = await scene.tables()
    for number in range(6):
        await process.house.play.enter(room, sockets[number])
    meeting = (await state_of(process.house, room)).appointment
    assert meeting is not None
    await advance(process.house, room, meeting.starts_at - 1)
    await accepted(process.house, room, Connect(user(6), ConnectionId("0")))
    await advance(process.house, room, meeting.starts_at)
    await process.match()
    assert await scene.tickets() == set()
    await process.overdue()
    await process.look()
    assert sockets[6].room == room
    assert sockets[6].heard("matchmaking:found")
    assert not sockets[6].heard("matchmaking:left")


@pytest.mark.parametrize("moment", range(1, 5))
async def test_who_joins_again_while_the_old_seat_is_being_made_is_not_refused(scene: Scene, moment: int) -> None:
    process = scene.process()
    sockets = [await process.join(number) for number in range(7)]
    await scene.aged(*range(7))
    perform, read = process.house.play.perform, process.house.store.read
    reads, joined = itertools.count(1), list[bool]()

    async def slow(room: RoomId, command: Convene) -> object:
        process.house.play.perform = perform  # type: ignore[method-assign]

        async def seen_before(asked: RoomId) -> object:
            answer = await read(asked)
            if next(reads) == moment:
                await perform(room, command)
            return answer

        await process.queue.drop(user(4))
        process.house.store.read = seen_before  # type: ignore[method-assign, assignment]
        joined.append(await process.hall.join(sockets[4]))
        process.house.store.read = read  # type: ignore[method-assign]
        return None if next(reads) > moment else await perform(room, command)

    process.house.play.perform = slow  # type: ignore[method-assign, assignment]
    await process.match()
    assert joined == [True]
    assert user(4) not in await scene.seats(process.house)
    assert await scene.waiting() == [user(4)]


async def test_the_banned_are_not_called(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    process = scene.process()
    for number in range(6):
        await process.join(number)
    await scene.aged(*range(6))
    monkeypatch.setattr(bans, "standing", frozenset({user(2)}))
    await process.match()
    assert await scene.tables() == []
    assert user(2) not in await scene.tickets()
