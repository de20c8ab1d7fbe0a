"""The recorder: what is owed reaches the tables once, in order, and nothing that cannot stands in the way."""

import asyncio
import threading
from collections.abc import Sequence
from typing import Any

import pytest
from asgiref.sync import sync_to_async
from django.db import OperationalError, connection
from django.db.models import Model

from accounts.models import User
from game import keys, ledger, outbox, recorder
from game.live import Live
from game.models import Game, GameRole
from game.outbox import OutboxEvent
from game.recorder import Recorder
from lobby.models import Room
from matchmaking.models import Rating
from tests.records.story import ANN, BOB, ROOM, ended, evening, opened, seen

pytestmark = pytest.mark.django_db(transaction=True)

SHARD = keys.shard_of(ROOM)
BAD = b"this is no batch"


async def owe(live: Live, *batches: Sequence[OutboxEvent] | bytes) -> None:
    for batch in batches:
        event = batch if isinstance(batch, bytes) else outbox.encode(batch)
        await live.redis.xadd(keys.outbox(SHARD), {"event": event})


async def owed(live: Live) -> int:
    return sum([int(await live.redis.xlen(keys.outbox(shard))) for shard in range(keys.SHARDS)])


async def dead(live: Live) -> list[Any]:
    letters: Any = await live.redis.xrange(keys.dead_letters(SHARD))
    return [fields[b"event"] for _, fields in letters]


@sync_to_async
def count(model: type[Model], **claims: object) -> int:
    try:
        return model._default_manager.filter(**claims).count()
    finally:
        connection.close()


async def test_what_is_owed_is_written_and_struck_off(live: Live) -> None:
    await owe(live, *([event] for event in evening()))
    await Recorder(live).step()
    assert await owed(live) == 0
    assert (await count(Game), await count(GameRole)) == (1, 2)
    assert await count(Room, status="ended") == 1


async def test_two_recorders_at_once_write_once(live: Live, monkeypatch: pytest.MonkeyPatch) -> None:
    async def holds(_: Recorder) -> bool:
        return True  # the lease of the first ran out while it was busy

    monkeypatch.setattr(Recorder, "_hold", holds)
    await owe(live, *([event] for event in evening()))
    await asyncio.gather(*(Recorder(live).step() for _ in range(2)))
    assert await owed(live) == 0
    assert (await count(Game), await count(GameRole), await count(Rating, games=1)) == (1, 2, 2)
    assert not await dead(live)


async def test_only_one_of_two_records_until_it_resigns(live: Live) -> None:
    one, other = Recorder(live), Recorder(live)
    await one.step()
    await owe(live, [seen(ANN, "Ann")])
    await other.step()
    assert await owed(live) == 1
    await one.resign()
    await other.step()
    assert await owed(live) == 0


async def test_who_resigns_late_does_not_take_the_lease_of_another(live: Live) -> None:
    one, other = Recorder(live), Recorder(live)
    await other.step()
    await one.resign()
    await owe(live, [seen(ANN, "Ann")])
    await one.step()
    assert await owed(live) == 1


async def test_a_lease_that_passes_on_while_its_holder_resigns_stays_with_the_new_one(live: Live) -> None:
    one = Recorder(live)
    for _ in range(20):
        await live.redis.delete(keys.recorder())
        await one.step()
        await asyncio.gather(one.resign(), live.redis.set(keys.recorder(), "another"))
        assert await live.text(keys.recorder()) == "another"


async def test_who_resigns_keeps_the_lease_while_a_write_is_in_flight(
    live: Live, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, may_end = threading.Event(), threading.Event()

    def slowly(_: Sequence[OutboxEvent]) -> None:
        begun.set()
        may_end.wait(10)

    monkeypatch.setattr(ledger, "write", slowly)
    await owe(live, [seen(ANN, "Ann")])
    carrier = Recorder(live)
    step = asyncio.create_task(carrier.step())
    await asyncio.to_thread(begun.wait, 10)
    step.cancel()
    resigning = asyncio.create_task(carrier.resign())
    await asyncio.wait([step, resigning], timeout=0.2)
    is_held = await live.text(keys.recorder()) is not None
    may_end.set()
    await resigning
    assert (step.cancelled(), is_held, await live.text(keys.recorder())) == (True, True, None)


@pytest.mark.parametrize("bad", [BAD, outbox.encode([seen(BOB, "Bob\x00")])])
async def test_what_cannot_be_written_goes_to_the_dead_letters_and_stops_nobody(live: Live, bad: bytes) -> None:
    await owe(live, [seen(ANN, "Ann")], bad, [opened()], [ended()])
    await Recorder(live).step()
    assert await owed(live) == 0
    assert await dead(live) == [bad]
    assert await count(Game) == 1
    assert await count(Room) == 1


async def test_while_postgresql_is_away_everything_waits(live: Live, monkeypatch: pytest.MonkeyPatch) -> None:
    def is_away(_: Sequence[OutboxEvent]) -> None:
        raise OperationalError

    carrier = Recorder(live)
    await owe(live, [seen(ANN, "Ann")], BAD)
    with monkeypatch.context() as patched:
        patched.setattr(ledger, "write", is_away)
        with pytest.raises(OperationalError):
            await carrier.step()
    assert await owed(live) == 2
    await carrier.step()
    assert await owed(live) == 0


async def test_more_than_a_batch_is_written_in_turns(live: Live, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(recorder, "BATCH", 2)
    await owe(live, [seen(ANN, "Ann")], [opened()], [ended()])
    carrier = Recorder(live)
    await carrier.step()
    assert await owed(live) == 1
    await carrier.step()
    assert await owed(live) == 0
    assert await count(User) == 1
