"""The one place where two players can collide: loads a room and commits a change, yes or no with the newer truth."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass

from msgspec import structs

from game import codec, keys, listing, minutes, outbox
from game.codec import Entry
from game.engine import presence, timing
from game.engine.change import Change
from game.engine.commands import (
    AnyCommand,
    BotTurn,
    CastVote,
    Connect,
    DetectiveInspect,
    DoctorSave,
    Done,
    MafiaKill,
)
from game.engine.facts import Dealt, GameEnded, Said
from game.engine.ids import ConnectionId, RoomId, UserId
from game.engine.state import SCHEMA, RoomState
from game.keys import RoomKeys
from game.live import Live, Reply

LEASE_MS = 1_500
"""A claimed deadline comes back after this, should the claimant die."""

BATCH = 100
HISTORY = 1_000


_TIMED = MafiaKill | DoctorSave | DetectiveInspect | Done | CastVote | BotTurn


@dataclass(frozen=True, slots=True)
class Sign:
    """A connection's last sign of life (ms)."""

    user: UserId
    connection: ConnectionId
    at: int

    @property
    def member(self) -> str:
        """How the key `seen` names it."""
        return member(self.user, self.connection)


@dataclass(frozen=True, slots=True)
class Reading:
    """A room at one moment; `state` is None when there is no such room."""

    version: int
    state: RoomState | None
    entries: tuple[tuple[int, Entry], ...]
    late: tuple[Sign, ...]


@dataclass(frozen=True, slots=True)
class Written:
    """The change is in Redis, since this moment (microseconds); 0 where only a lost reply knew it."""

    state: RoomState
    moment: int = 0


@dataclass(frozen=True, slots=True)
class Conflict:
    """Somebody else was first: this is the newer truth, None when the room is gone."""

    state: RoomState | None


@dataclass(frozen=True, slots=True)
class TooLate:
    """The deadline of the phase has passed by Redis' own clock."""


class StaleCodeError(RuntimeError):
    """The stored state has a newer shape than this gateway knows; it must not be written over."""


class Store:
    """The live state of all rooms."""

    def __init__(self, live: Live) -> None:
        """Read and write through this line."""
        self.live = live
        self._downtimes: dict[int, int] = {}

    async def read(self, room_id: RoomId, known: int = -1) -> Reading:
        """The room now, with the log after the known version and the connections that went silent."""
        room = keys.of_room(room_id)
        reply = await self.live.call(
            "read",
            (room.room, room.actions, room.votes, room.log, room.seen, room.clock),
            (known, presence.SILENCE_MS),
        )
        version, now_ms, downtime, text, actions, votes, entries, late = reply
        self._heard(room.shard, now_ms, downtime)
        return Reading(
            version,
            _state(text, actions, votes, downtime) if text else None,
            tuple(_entry(each) for each in entries),
            _signs(late, downtime),
        )

    async def commit(
        self, before: RoomState | None, change: Change, command: AnyCommand | None, *, commit_id: str, now_ms: int
    ) -> Written | Conflict | TooLate:
        """Write the change if the room is still at the version it was made from.

        Safe to repeat with the same commit id: what was written once is not written again.
        """
        room = keys.of_room(change.state.room_id)
        downtime = change.state.downtime if before else self._downtimes.get(room.shard, 0)
        after = structs.replace(change.state, version=change.state.version + 1, downtime=downtime)
        dealt = after if Dealt() in change.facts else None
        entry = codec.entry_text(Entry(now_ms, command, change.facts, downtime, dealt))
        events = minutes.between(before, after, now_ms)
        reply = await self.live.call(
            "commit",
            (*_written_by_a_commit(room), *_kept_by_a_commit(room, change)),
            (
                change.state.version,
                commit_id,
                b"" if after.closed else codec.state_text(after),
                timing.wake_at(after, now_ms) - after.downtime,
                _last_moment(before, command),
                entry,
                *_companions(before, after),
                member(command.by, command.connection) if isinstance(command, Connect) else "",
                listing.rank(after) or "",
                *([outbox.encode(events)] if events else []),
            ),
        )
        self._heard(room.shard, reply[2], reply[3])
        match reply[0]:
            case 1:
                return Written(after, int(reply[4]))
            case -1:
                return TooLate()
            case _ if after.closed and not reply[4]:
                return Written(after)  # What was to be closed is gone: by this commit, if its reply was lost.
            case _:
                return Conflict(_state(reply[4], reply[5], reply[6], reply[3]) if reply[4] else None)

    async def chat(self, room_id: RoomId, *, up_to: int | None = None) -> list[Said]:
        """What was said in the room lately, up to this version or until now, oldest first."""
        last = "+" if up_to is None else f"{up_to}-0"
        log: list[Reply] = await self.live.redis.xrevrange(keys.of_room(room_id).log, last, "-", HISTORY) or []
        facts = [fact for _, fields in reversed(log) for fact in codec.entry_of(fields[b"entry"]).facts]
        return [fact for fact in facts if isinstance(fact, Said)]

    async def new_connection(self, user: UserId) -> ConnectionId:
        """A name for a user's connection, by Redis' clock: of two, wherever they are, the older has the lesser name."""
        moment = await self.live.call("moment", (keys.user(user),))
        return ConnectionId(f"{moment.decode()}{uuid.uuid4().hex}")

    async def alive(self, room_id: RoomId, members: Sequence[str]) -> tuple[int, tuple[Sign, ...]]:
        """Refresh these connections' signs of life; the room's version, and who went silent."""
        room = keys.of_room(room_id)
        reply = await self.live.call("alive", (room.room, room.seen, room.clock), (presence.SILENCE_MS, *members))
        version, now_ms, downtime, late = reply
        self._heard(room.shard, now_ms, downtime)
        return version, _signs(late, downtime)

    async def forget(self, room_id: RoomId, silent: Sign) -> None:
        """Drop the signs of a connection that is settled."""
        await self.live.redis.zrem(keys.of_room(room_id).seen, silent.member)

    async def due(self, shard: int) -> tuple[int, list[RoomId]]:
        """Claim the rooms of this shard whose time has come: the moment (ms) of the claim, and the rooms."""
        claim = (keys.deadlines(shard), keys.clock(shard))
        now_ms, downtime, rooms = await self.live.call("due", claim, (LEASE_MS, BATCH))
        self._heard(shard, now_ms, downtime)
        return now_ms, [RoomId(room.decode()) for room in rooms]

    async def rest(self, room_id: RoomId, state: RoomState | None) -> None:
        """Set the next wake of a room that had nothing to do; one that is gone is not woken again."""
        room = keys.of_room(room_id)
        wake = timing.wake_at(state, self.live.now_ms()) - state.downtime if state else 0
        await self.live.call("rest", (room.room, room.deadlines), (state.version if state else 0, wake))

    def timely(self, state: RoomState) -> RoomState:
        """The room with its clock moved past every outage that is known by now."""
        known = self._downtimes.get(keys.shard_of(state.room_id), state.downtime)
        return timing.shifted(state, max(known, state.downtime))

    def _heard(self, shard: int, now_ms: int, downtime: int) -> None:
        self.live.heard(now_ms)
        self._downtimes[shard] = downtime


def member(user: UserId, connection: ConnectionId) -> str:
    """How the key `seen` names a connection."""
    return f"{user}:{connection}"


def _state(text: bytes, actions: Sequence[bytes], votes: Sequence[bytes], downtime: int) -> RoomState:
    state = codec.state_of(text, actions, votes)
    if state.schema > SCHEMA:
        raise StaleCodeError(state.room_id)
    return timing.shifted(state, downtime)


def _entry(raw: Reply) -> tuple[int, Entry]:
    name, fields = raw
    return int(name.split(b"-")[0]), codec.entry_of(fields[3])


def _signs(flat: Sequence[bytes], downtime: int) -> tuple[Sign, ...]:
    signs = []
    for name, score in zip(flat[::2], flat[1::2], strict=True):
        user, _, connection = name.decode().partition(":")
        signs.append(Sign(UserId(user), ConnectionId(connection), int(float(score)) + downtime))
    return tuple(signs)


def _companions(before: RoomState | None, after: RoomState) -> tuple[bytes, bytes]:
    is_same = before is not None and before.actions == after.actions
    actions = b"" if is_same else codec.actions_flat(after.actions)
    is_same = before is not None and before.votes == after.votes
    return actions, b"" if is_same else codec.votes_flat(after.votes)


def _written_by_a_commit(room: RoomKeys) -> tuple[str, ...]:
    companions = (room.room, room.actions, room.votes, room.log, room.seen)
    return (*companions, room.deadlines, room.outbox, room.clock, room.listed)


def _kept_by_a_commit(room: RoomKeys, change: Change) -> tuple[str, ...]:
    return (room.played(change.state.running.game_id),) if GameEnded() in change.facts else ()


def _last_moment(before: RoomState | None, command: AnyCommand | None) -> int:
    """The deadline that a player's act has to meet by Redis' own clock, in the shard's own time; 0 for none."""
    if before is None or not isinstance(command, _TIMED):
        return 0
    return (before.timers.phase_ends_at or before.downtime) - before.downtime
