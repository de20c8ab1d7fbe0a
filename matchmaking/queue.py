"""The queue of strangers in Redis: tickets, and the tables they are called to; it picks nobody and opens no room.

A ticket waits while its socket gives signs of life (the hall's looks), from the moment of asking to the end of the
wait, through reloads, gateways that die, and tables that never start. All times are in the own time of the queue's
shard, so that an outage is nobody's wait and nobody's silence.
"""

from collections.abc import Collection, Iterator, Sequence
from typing import Final, NamedTuple

from msgspec import Struct, json

from game import keys
from game.background import together
from game.engine.ids import RoomCode, RoomId, UserId
from game.engine.presence import SILENCE_MS
from game.engine.seats import GRACE_MS
from game.live import Live, Reply

OBLIVION_MS: Final = SILENCE_MS + GRACE_MS
"""A ticket that has been silent for so long is nobody's."""

LEASE_MS: Final = 2_000
"""The matcher is another one after this, should the one at work die."""

MOST_AT_ONCE: Final = 2_000
"""How many of the waiting a matcher looks at in one step: those who have waited longest."""

CHUNK: Final = 1_000
"""How many of its people a process asks about in one script."""


class Ticket(Struct, frozen=True, rename="camel"):
    """What the queue keeps of somebody who asked for a table; `since` is the shard's own time (ms)."""

    since: int
    username: str
    address: str = ""
    """A hash of where they come from, "" where that is this machine."""


class Table(Struct, frozen=True, omit_defaults=True):
    """A table that is being made, from the call to the start of its game."""

    code: RoomCode
    size: int
    """How many people are to sit there."""
    least: int
    """With how many it may start."""
    called: tuple[UserId, ...]
    """Those on their way to a seat."""
    seated: tuple[UserId, ...] = ()
    """Those who were given one, once the room exists."""

    @property
    def people(self) -> tuple[UserId, ...]:
        """Everybody whom it was ever about."""
        return (*self.seated, *self.called)


Tickets = dict[UserId, Ticket]
"""Tickets by their holders; of those who wait, the longest wait first."""


class Look(NamedTuple):
    """How the queue stands, and the tickets of one process; times in the shard's own time (ms)."""

    now: int
    downtime: int
    """What makes the shard's own time the time of the clock on the wall."""
    waiting: int
    longest: int | None
    """Since when the first of the queue waits."""
    places: dict[UserId, RoomId | None]
    """Where the ticket of each was called to, None for nowhere yet; who has no ticket is not in it."""
    news: dict[UserId, RoomId]
    """Who was called to a table lately, and where to."""


class Survey(NamedTuple):
    """What there is to do for the matcher; `now` is the shard's own time (ms)."""

    now: int
    waiting: Tickets
    tables: list[RoomId]


class Queue:
    """The tickets of everybody who looks for a table among strangers."""

    def __init__(self, live: Live) -> None:
        """Keep them on this line."""
        self._live = live
        self._keys = keys.queue()

    async def enlist(self, user: UserId, *, username: str, address: str) -> None:
        """Give the user a ticket; who has one keeps it."""
        at = self._keys
        ticket = json.encode({"username": username, "address": address})
        await self._live.call("enlist", (at.tickets, at.seen, at.clock), (user, ticket, SILENCE_MS))

    async def ticket(self, user: UserId) -> Ticket | None:
        """The user's ticket."""
        text = await self._live.redis.hget(self._keys.tickets, user)
        return _ticket(text) if text else None

    async def drop(self, user: UserId) -> RoomId | None:
        """End the user's ticket; returns the room that it was called to."""
        at = self._keys
        room = await self._live.call("drop", (at.public, at.tickets, at.seen, at.called, at.calls), (user,))
        return RoomId(room.decode()) if room else None

    async def hush(self, user: UserId, sign: int) -> None:
        """Nobody is there for this ticket since that last sign; it keeps its place for a while."""
        at = self._keys
        await self._live.call("hush", (at.public, at.seen, at.clock), (user, sign, SILENCE_MS))

    async def look(self, users: Sequence[UserId], *, news_since: int | None = None) -> Look:
        """How it stands with these people, who are here, and who was called since that moment, if one is given."""
        starts = range(0, max(len(users), 1), CHUNK)
        looks = await together(*(self._look(users[start : start + CHUNK], news_since) for start in starts))
        places = {user: room for look in looks for user, room in look.places.items()}
        return looks[0]._replace(places=places)

    async def survey(self, matcher: str) -> Survey | None:
        """The work that there is, for the one matcher that has the lease; None for all others."""
        at = self._keys
        where = (at.public, at.tickets, at.seen, at.called, at.calls, at.tables, at.matcher, at.clock)
        reply = await self._live.call("survey", where, (matcher, LEASE_MS, SILENCE_MS, OBLIVION_MS, MOST_AT_ONCE))
        if reply is None:
            return None
        now, users, tickets, tables = reply
        return Survey(now, dict(_held(map(_user, users), tickets)), [RoomId(room.decode()) for room in tables])

    async def table(self, room_id: RoomId) -> Table | None:
        """The table that is being made in this room."""
        text = await self._live.redis.hget(self._keys.tables, room_id)
        return _table(text) if text else None

    async def holders(self, room_id: RoomId, users: Sequence[UserId]) -> Tickets:
        """Who of these holds a ticket for the table in this room."""
        at = self._keys
        tickets = await self._live.call("holders", (at.tickets, at.called), (room_id, *users))
        return dict(_held(users, tickets))

    async def revise(  # noqa: PLR0913 - a table and what becomes of its people is one change
        self,
        room_id: RoomId,
        before: Table | None,
        after: Table | None,
        *,
        call: Collection[UserId] = (),
        give_back: Collection[UserId] = (),
        end: Collection[UserId] = (),
    ) -> bool:
        """Write the table anew, or end it (None), with what becomes of these tickets; False when it is another by now.

        False, too, when somebody who is to be called does not wait any more. Then nothing has changed.
        """
        at = self._keys
        signed = [*(f"+{user}" for user in call), *(f"<{user}" for user in give_back), *(f"-{user}" for user in end)]
        where = (at.public, at.tickets, at.seen, at.called, at.calls, at.tables, at.clock)
        done = await self._live.call("revise", where, (room_id, _text(before), _text(after), SILENCE_MS, *signed))
        return bool(done)

    async def _look(self, users: Sequence[UserId], news_since: int | None) -> Look:
        at = self._keys
        where = (at.public, at.tickets, at.seen, at.called, at.calls, at.clock)
        reply = await self._live.call("look", where, ("+inf" if news_since is None else news_since, *users))
        now_ms, downtime, waiting, longest, places, news = reply
        self._live.heard(now_ms)
        there = ((user, place) for user, place in zip(users, places, strict=True) if place is not None)
        return Look(
            now=now_ms - downtime,
            downtime=downtime,
            waiting=waiting,
            longest=None if longest is None else int(longest),
            places={user: RoomId(place.decode()) if place else None for user, place in there},
            news={_user(user): RoomId(room.decode()) for user, room in zip(news[::2], news[1::2], strict=True)},
        )


def _held(users: Sequence[UserId] | Iterator[UserId], tickets: Sequence[Reply]) -> Iterator[tuple[UserId, Ticket]]:
    for user, text in zip(users, tickets, strict=True):
        if text is not None:
            yield user, _ticket(text)


def _user(raw: bytes) -> UserId:
    return UserId(raw.decode())


def _text(table: Table | None) -> bytes:
    return json.encode(table) if table else b""


_ticket: Final = json.Decoder(Ticket).decode
_table: Final = json.Decoder(Table).decode
