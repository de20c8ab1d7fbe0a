"""What is kept of a game: its tape, whole and once, whoever records it, whenever, and whatever became of the room."""

import asyncio
import uuid
from itertools import pairwise

import pytest
from asgiref.sync import sync_to_async
from django.db import OperationalError, connection
from msgspec import structs

from game import filming, keys, ledger, tape
from game.engine import edit
from game.engine.change import Change
from game.engine.commands import AnyCommand, Tick
from game.engine.ids import RoomId
from game.engine.reduce import reduce
from game.engine.state import RoomState
from game.live import Live
from game.models import Game, GameTape
from game.recorder import Recorder
from game.store import Store, Written
from tests.records.games import Logged, of_site, played
from tests.records.story import GAME, ROOM

pytestmark = pytest.mark.django_db(transaction=True)

KEPT = keys.of_room(RoomId(ROOM)).played(GAME)


async def commit(live: Live, before: RoomState | None, change: Change, command: AnyCommand, now_ms: int) -> RoomState:
    written = await Store(live).commit(before, change, command, commit_id=uuid.uuid4().hex, now_ms=now_ms)
    assert isinstance(written, Written)
    return written.state


async def take_place(live: Live, table: Logged) -> RoomState:
    """Have all of it happen in the live state, as the gateways would commit it."""
    opening = table.log[0].dealt
    assert opening is not None
    state = await commit(live, None, Change(structs.replace(opening, version=0)), Tick(), table.log[0].at)
    for entry in table.log:
        assert entry.command is not None
        change = Change(structs.replace(opening, version=1), entry.facts) if entry.dealt else None
        change = change or judged(state, entry.command, entry.at)
        state = await commit(live, state, change, entry.command, entry.at)
    return state


def judged(state: RoomState, command: AnyCommand, now_ms: int) -> Change:
    change = reduce(state, command, now_ms)
    return change if isinstance(change, Change) else Change(state)


@sync_to_async
def tapes() -> list[tuple[str, bytes]]:
    try:
        return [(str(row.pk), bytes(row.packed)) for row in GameTape.objects.all()]
    finally:
        connection.close()


def wanted(table: Logged) -> list[tuple[str, bytes]]:
    return [(GAME, tape.pack(filming.filmed(table.read)))]


async def test_the_tape_of_a_game_is_kept_with_its_row(live: Live) -> None:
    table = played(of_site())
    await take_place(live, table)
    await Recorder(live).step()
    assert await tapes() == wanted(table)
    assert await live.redis.exists(KEPT) == 0


async def test_what_waits_for_a_record_that_can_never_be_written_does_not_wait_for_ever(live: Live) -> None:
    await take_place(live, played(of_site()))
    assert await live.redis.ttl(KEPT) in range(1, 7 * 86_400 + 1)


async def test_it_is_kept_though_the_room_has_closed_by_then(live: Live) -> None:
    table = played(of_site())
    state = await take_place(live, table)
    await commit(live, state, Change(edit.state(state, closed=True)), Tick(), table.now)
    assert await live.redis.exists(keys.of_room(RoomId(ROOM)).log) == 0
    await Recorder(live).step()
    assert await tapes() == wanted(table)


async def test_it_is_kept_though_the_end_of_the_game_closes_the_room(live: Live) -> None:
    table = played(of_site())
    last = table.log.pop()
    state = await take_place(live, table)
    assert last.command is not None
    end = judged(state, last.command, last.at)
    await commit(live, state, Change(edit.state(end.state, closed=True), end.facts), last.command, last.at)
    await Recorder(live).step()
    assert [game for game, _ in await tapes()] == [GAME]


async def test_two_games_of_a_room_have_a_tape_each(live: Live) -> None:
    other = str(uuid.uuid4())
    for table in (played(of_site()), played(of_site(game_id=other))):
        await live.redis.delete(keys.of_room(RoomId(ROOM)).room, keys.of_room(RoomId(ROOM)).log)
        await take_place(live, table)
    await Recorder(live).step()
    assert {game for game, _ in await tapes()} == {GAME, other}


async def test_two_recorders_at_once_keep_it_once(live: Live, monkeypatch: pytest.MonkeyPatch) -> None:
    async def holds(_: Recorder) -> bool:
        return True

    monkeypatch.setattr(Recorder, "_hold", holds)
    table = played(of_site())
    await take_place(live, table)
    await asyncio.gather(*(Recorder(live).step() for _ in range(2)))
    assert await tapes() == wanted(table)


async def test_a_recorder_that_died_before_striking_off_is_followed_by_one_that_changes_nothing(
    live: Live, monkeypatch: pytest.MonkeyPatch
) -> None:
    table = played(of_site())
    await take_place(live, table)
    before = await live.redis.xrange(keys.outbox(keys.shard_of(ROOM)))
    await Recorder(live).step()
    for _, fields in before:
        await live.redis.xadd(keys.outbox(keys.shard_of(ROOM)), fields)
    monkeypatch.setattr(Recorder, "_hold", lambda _: asyncio.sleep(0, result=True))
    await Recorder(live).step()
    assert await tapes() == wanted(table)


async def test_while_postgresql_is_away_the_log_waits(live: Live, monkeypatch: pytest.MonkeyPatch) -> None:
    def is_away(_: object) -> None:
        raise OperationalError

    table, carrier = played(of_site()), Recorder(live)
    await take_place(live, table)
    with monkeypatch.context() as patched:
        patched.setattr(ledger, "keep", is_away)
        with pytest.raises(OperationalError):
            await carrier.step()
    assert await live.redis.exists(KEPT) == 1
    await carrier.step()
    assert await tapes() == wanted(table)


async def test_a_log_that_cannot_be_folded_costs_the_tape_and_not_the_record(live: Live) -> None:
    await take_place(live, played(of_site()))
    names = [name for name, _ in await live.redis.xrange(KEPT)]
    await live.redis.xdel(KEPT, *[name for name, following in pairwise(names) if following][5:9])
    await Recorder(live).step()
    assert await tapes() == []
    assert await sync_to_async(Game.objects.filter(pk=GAME).exists)()
