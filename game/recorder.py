"""Carries the outbox, and the tapes of games, into PostgreSQL: again until they are written, one recorder at a time."""

import asyncio
import logging
import uuid
from collections.abc import Mapping
from typing import Final

from asgiref.sync import sync_to_async
from django.db import DatabaseError, InterfaceError, OperationalError, connection
from msgspec import MsgspecError

from game import codec, filming, keys, ledger, outbox, tape
from game.codec import Entry
from game.engine.ids import RoomId
from game.live import Live, Reply
from game.outbox import GameEnded, OutboxEvent

REST_S: Final = 0.5
LEASE_MS: Final = 10_000
BATCH: Final = 200
log = logging.getLogger(__name__)

_AWAY = (OperationalError, InterfaceError)
"""PostgreSQL is away: nothing is lost, everything waits."""


class Recorder:
    """One process's recorder; it works while it holds the lease, and what it repeats changes nothing."""

    def __init__(self, live: Live) -> None:
        """Read the outboxes on this line."""
        self._live = live
        self._name = uuid.uuid4().hex
        self._writing: asyncio.Future[None] | None = None

    async def step(self) -> None:
        """Write what is waiting, if this process is the recorder now."""
        if not await self._hold():
            return
        shards = range(keys.SHARDS)
        pipeline = self._live.redis.pipeline(transaction=False)
        for shard in shards:
            pipeline.xrange(keys.outbox(shard), count=BATCH)
        waiting = await pipeline.execute(raise_on_error=False)
        for shard, entries in zip(shards, waiting, strict=True):
            if isinstance(entries, list) and entries and await self._hold():
                await self._record(shard, entries)
        # Told only now: a node of a cluster that is away must not keep the others' records waiting.
        for trouble in waiting:
            if isinstance(trouble, Exception):
                raise trouble

    async def resign(self) -> None:
        """Let another process record, as soon as what is in flight is written; without a lease there is no hurry."""
        if self._writing:
            await asyncio.wait([self._writing], timeout=LEASE_MS / 1000)
        await self._live.call("unseat", (keys.recorder(),), (self._name, 0))

    async def _hold(self) -> bool:
        lease = self._live.redis
        if await lease.set(keys.recorder(), self._name, nx=True, px=LEASE_MS):
            return True
        if await self._live.text(keys.recorder()) != self._name:
            return False
        return bool(await lease.pexpire(keys.recorder(), LEASE_MS))

    async def _record(self, shard: int, entries: list[Reply]) -> None:
        try:
            await self._write([fields[b"event"] for _, fields in entries])
        except _AWAY:
            raise
        except (DatabaseError, MsgspecError, ValueError):
            await self._record_singly(shard, entries)
            return
        await self._live.redis.xdel(keys.outbox(shard), *[name for name, _ in entries])

    async def _record_singly(self, shard: int, entries: list[Reply]) -> None:
        """One of them cannot be written: the others must not wait behind it, and it must not be lost."""
        for name, fields in entries:
            try:
                await self._write([fields[b"event"]])
            except _AWAY:
                raise
            except (DatabaseError, MsgspecError, ValueError) as trouble:
                log.error("a record went to the dead letters: %s", type(trouble).__name__)
                await self._live.redis.xadd(keys.dead_letters(shard), fields)
            await self._live.redis.xdel(keys.outbox(shard), name)

    async def _write(self, batches: list[bytes]) -> None:
        """Write in a thread, which no cancelling stops: `resign` waits for it."""
        events = [event for batch in batches for event in outbox.decode(batch)]
        played = {event.game_id: _played(event) for event in events if isinstance(event, GameEnded)}
        logs = {game_id: await self._live.redis.xrange(key) for game_id, key in played.items()}
        self._writing = asyncio.ensure_future(sync_to_async(_write_rows, thread_sensitive=False)(events, logs))
        await asyncio.shield(self._writing)
        # Before the events are struck off: told once more, a game finds its tape written, and nothing is left behind.
        if played:
            await self._live.redis.delete(*played.values())


def _played(event: GameEnded) -> str:
    return keys.of_room(RoomId(event.room_id)).played(event.game_id)


def _write_rows(events: list[OutboxEvent], logs: Mapping[str, list[Reply]]) -> None:
    try:
        ledger.write(events)
        tapes = {game_id: _tape(game_id, log) for game_id, log in logs.items()}
        ledger.keep({game_id: tape for game_id, tape in tapes.items() if tape})
    finally:
        connection.close()


def _tape(game_id: str, log_of_room: list[Reply]) -> bytes | None:
    """The game's tape, packed; its record must not wait for what is only to be looked at."""
    try:
        return tape.pack(filming.filmed(_since_the_deal(log_of_room))) if log_of_room else None
    except Exception as trouble:  # noqa: BLE001 - whatever is wrong with it would be wrong again
        log.error("game %s has no tape: %s", game_id, type(trouble).__name__)
        return None


def _since_the_deal(log_of_room: list[Reply]) -> list[Entry]:
    """The entries of the room's last game, none of them missing: each is named by the version that it made."""
    entries: list[Entry] = []
    versions = [int(name.split(b"-")[0]) for name, _ in log_of_room]
    for version, (_, fields) in zip(reversed(versions), reversed(log_of_room), strict=True):
        if version != versions[-1] - len(entries):
            raise filming.TornError
        entries.append(codec.entry_of(fields[b"entry"]))
        if entries[-1].dealt:
            break
    return entries[::-1]
