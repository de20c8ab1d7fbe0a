"""One ticket a user, whatever happens to the sockets; it keeps its place, and who is not there is not called."""

import asyncio

import pytest

from game import keys
from game.engine.commands import Connect
from game.engine.ids import ConnectionId
from lobby import rooms
from lobby.rooms import Guest, Wish
from matchmaking.hall import STATUS_S
from matchmaking.queue import OBLIVION_MS
from tests.matchmaking.scene import LONG, Scene
from tests.store.table import accepted, state_of, user

pytestmark = pytest.mark.django_db(transaction=False)
SILENT = 13_000


async def test_asking_twice_gives_one_ticket_with_the_old_wait(scene: Scene) -> None:
    process = scene.process()
    await process.join(0)
    await scene.aged(0)
    since = await process.queue.ticket(user(0))
    await process.join(0)
    assert await process.queue.ticket(user(0)) == since
    assert await scene.waiting() == [user(0)]


async def test_the_first_word_on_how_the_search_stands_comes_at_once(scene: Scene) -> None:
    process = scene.process()
    await process.join(0)
    await scene.aged(0)
    socket = await process.join(1)
    (status,) = socket.heard("matchmaking:status")
    assert (status["waiting"], status["needed"], status["waitedSeconds"]) == (2, 6, 0)
    assert 24_000 < status["startsBy"] - process.house.live.now_ms() <= 25_000


async def test_a_promise_that_has_passed_moves_on(scene: Scene) -> None:
    process = scene.process()
    await process.join(0)
    await scene.aged(0, by=65_000)
    socket = await process.join(1)
    (status,) = socket.heard("matchmaking:status")
    assert status["needed"] == 4
    assert 24_000 < status["startsBy"] - process.house.live.now_ms() <= 25_000


async def test_where_bots_fill_the_table_one_person_whose_time_is_up_is_enough(
    scene: Scene, settings: pytest.FixtureRequest
) -> None:
    settings.BOTS_FILL_PUBLIC = True  # type: ignore[attr-defined]
    process = scene.process()
    await process.join(0)
    await scene.aged(0, by=65_000)
    socket = await process.join(1)
    assert [status["needed"] for status in socket.heard("matchmaking:status")] == [1]


async def test_the_news_comes_once_a_second_at_most(scene: Scene) -> None:
    process = scene.process()
    socket = await process.join(0)
    for number in range(1, 9):
        await process.join(number)
        await process.look()
    assert len(socket.heard("matchmaking:status")) == 1


async def test_a_reload_keeps_the_place(scene: Scene) -> None:
    one, other = scene.process(), scene.process()
    socket = await one.join(0)
    await one.join(1)
    await one.hall.absent(socket)
    assert await scene.waiting() == [user(1)]
    again = await other.arrive(0)
    assert await scene.waiting() == [user(0), user(1)]
    assert again.heard("matchmaking:status")


async def test_a_second_tab_takes_the_ticket_over_and_the_first_one_takes_nothing_along(scene: Scene) -> None:
    process = scene.process()
    first = await process.join(0)
    second = await process.arrive(0)
    await process.hall.absent(first)
    await process.look()
    assert await scene.waiting() == [user(0)]
    assert second.heard("matchmaking:status")


async def test_an_older_tab_that_is_slow_does_not_push_the_newer_one_out(scene: Scene) -> None:
    process = scene.process()
    older = await process.join(0)
    newer = await process.arrive(0)
    await process.hall.welcome(older)
    await process.hall.absent(older)
    assert await scene.waiting() == [user(0)]
    before = len(newer.heard("matchmaking:status"))
    await asyncio.sleep(STATUS_S)  # news comes no sooner
    await process.join(1)
    await process.look()
    assert len(newer.heard("matchmaking:status")) == before + 1


async def test_a_tab_that_closes_late_takes_nothing_from_one_that_opened_elsewhere(scene: Scene) -> None:
    one, other = scene.process(), scene.process()
    first = await one.join(0)
    await asyncio.sleep(0.002)  # the clock tells milliseconds apart
    await other.arrive(0)
    await one.hall.absent(first)
    assert await scene.waiting() == [user(0)]


async def test_nobody_vouches_for_a_tab_that_closes_in_that_very_moment(scene: Scene) -> None:
    process = scene.process()
    socket = await process.join(0)
    await process.overdue()
    look = process.queue.look

    async def slow(*words: object, **options: object) -> object:
        answer = await look(*words, **options)  # type: ignore[arg-type]
        await process.hall.absent(socket)
        return answer

    process.queue.look = slow  # type: ignore[method-assign, assignment]
    await process.look()
    assert await scene.waiting() == []


async def test_who_is_silent_is_not_called(scene: Scene) -> None:
    process = scene.process()
    for number in range(6):
        await process.join(number)
    await scene.aged(*range(6))
    await scene.silence(5, by=SILENT)
    await process.match()
    assert await scene.tables() == []
    assert len(await scene.waiting()) == 5


async def test_who_comes_back_from_silence_has_the_old_place(scene: Scene) -> None:
    process = scene.process()
    await process.join(0)
    await process.join(1)
    await scene.silence(0, by=SILENT)
    await process.match()
    assert await scene.waiting() == [user(1)]
    await process.overdue()
    await process.look()
    assert await scene.waiting() == [user(0), user(1)]


async def test_a_ticket_that_nobody_vouches_for_is_dropped(scene: Scene) -> None:
    process = scene.process()
    socket = await process.join(0)
    await scene.silence(0, by=OBLIVION_MS + 1)
    await process.match()
    assert await scene.tickets() == set()
    await process.overdue()
    await process.look()
    assert socket.heard("matchmaking:left")


async def test_who_joins_again_as_the_old_search_ends_is_not_told_that_it_is_over(scene: Scene) -> None:
    process = scene.process()
    socket = await process.join(0)
    await scene.silence(0, by=OBLIVION_MS + 1)
    await process.match()
    room_of = process.house.claims.room_of

    async def slow(*words: object) -> object:
        process.house.claims.room_of = room_of  # type: ignore[method-assign]
        await process.hall.join(socket)
        return await room_of(*words)  # type: ignore[arg-type]

    process.house.claims.room_of = slow  # type: ignore[method-assign, assignment]
    await process.overdue()
    await process.look()
    assert await scene.waiting() == [user(0)]
    assert not socket.heard("matchmaking:left")


async def test_an_outage_is_nobodys_silence_and_nobodys_wait(scene: Scene) -> None:
    process = scene.process()
    await process.join(0)
    # The last look at the shard was a minute ago, and so was everything else.
    at, minute = keys.queue(), 60_000
    await process.house.store.due(keys.shard_of("matchmaking"))
    last = int(await scene.redis.hget(at.clock, "last"))
    await scene.redis.hset(at.clock, "last", last - minute)
    await scene.silence(0, by=minute)
    await scene.aged(0, by=minute)
    await process.match()
    assert await scene.waiting() == [user(0)]
    socket = await process.arrive(0)
    (status,) = socket.heard("matchmaking:status")
    assert status["waitedSeconds"] <= 1


async def test_only_one_matcher_is_at_work(scene: Scene) -> None:
    one, other = scene.process().queue, scene.process().queue
    assert await one.survey("one") is not None
    assert await other.survey("other") is None
    assert await one.survey("one") is not None
    await scene.unlease()
    assert await other.survey("other") is not None


async def test_a_table_is_called_whole_or_not_at_all(scene: Scene) -> None:
    process = scene.process()
    for number in range(6):
        await process.join(number)
    await scene.aged(*range(6))
    revise = process.queue.revise

    async def late(*words: object, **options: object) -> object:
        await process.queue.drop(user(3))
        return await revise(*words, **options)  # type: ignore[arg-type]

    process.queue.revise = late  # type: ignore[method-assign, assignment]
    await process.match()
    assert len(await scene.waiting()) == 5
    assert await scene.tables() == []


async def test_a_call_that_fails_leaves_no_other_unwatched(scene: Scene) -> None:
    process = scene.process()
    for number in range(12):
        await process.join(number)
    await scene.aged(*range(12))
    revise, begun, done = process.queue.revise, list[object](), list[object]()

    async def troubled(*words: object, **options: object) -> object:
        begun.append(words)
        if len(begun) == 1:
            raise ConnectionError
        done.append(await revise(*words, **options))  # type: ignore[arg-type]
        return done[-1]

    process.queue.revise = troubled  # type: ignore[method-assign, assignment]
    with pytest.raises(ConnectionError):
        await process.matcher.step()
    assert done == [True]
    await process.matcher.settling.settled()


async def test_a_crowd_that_two_matchers_seat_at_once_sits_once_each(scene: Scene) -> None:
    one, other = scene.process(), scene.process()
    crowd = range(60)
    await asyncio.gather(*(one.join(number) for number in crowd))
    await scene.aged(*crowd, by=LONG)

    async def seat(process: object) -> None:
        for _ in range(5):
            await scene.unlease()
            await process.match()  # type: ignore[attr-defined]

    await asyncio.gather(seat(one), seat(other))
    seats = await scene.seats(one.house)
    assert {len(rooms) for rooms in seats.values()} == {1}
    assert len(seats) == len(crowd)


async def test_bots_do_not_stand_in_for_those_who_sit_elsewhere(scene: Scene, settings: pytest.FixtureRequest) -> None:
    settings.BOTS_FILL_PUBLIC = True  # type: ignore[attr-defined]
    process = scene.process()
    for number in range(6):
        await process.join(number)
    for number in range(1, 6):
        await rooms.make(process.house, Guest(user(number), "P"), Wish(is_public=False, max_players=6))
    await scene.aged(*range(6), by=5_000)
    await process.match()
    assert (await scene.tables(), await scene.waiting()) == ([], [user(0)])


async def test_bots_fill_a_short_table_where_the_site_allows_it(scene: Scene, settings: pytest.FixtureRequest) -> None:
    settings.BOTS_FILL_PUBLIC = True  # type: ignore[attr-defined]
    process = scene.process()
    await process.join(0)
    await scene.aged(0, by=29_000)
    await process.match()
    (room,) = await scene.tables()
    state = await state_of(process.house, room)
    assert (len(state.players), state.people) == (6, [user(0)])
    await accepted(process.house, room, Connect(user(0), ConnectionId("1")))
