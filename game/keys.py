"""Every key of the live state; the tag in front puts all that one script touches on one shard."""

from dataclasses import dataclass
from typing import Final
from zlib import crc32

from game.engine.ids import RoomId, UserId

SHARDS: Final = 64


def shard_of(name: str) -> int:
    """The shard of a room, a user or a code, by the hash of its id."""
    return crc32(name.encode()) % SHARDS


@dataclass(frozen=True, slots=True)
class RoomKeys:
    """The keys of one room: `{s07}:room:<id>` and its companions."""

    room: str
    actions: str
    votes: str
    log: str
    seen: str
    shard: int

    @property
    def deadlines(self) -> str:
        """When the rooms of this shard wake."""
        return deadlines(self.shard)

    @property
    def outbox(self) -> str:
        """What this shard owes to the records."""
        return outbox(self.shard)

    @property
    def listed(self) -> str:
        """Which rooms of this shard anybody may join."""
        return listed(self.shard)

    @property
    def clock(self) -> str:
        """The own time of this shard."""
        return clock(self.shard)

    def played(self, game_id: str) -> str:
        """Stream: the log of a game that is over, until the records have it, whatever becomes of the room."""
        return f"{_tag(self.shard)}:game:{game_id}:log"


def of_room(room_id: RoomId) -> RoomKeys:
    """The keys of this room."""
    shard = shard_of(room_id)
    room = f"{_tag(shard)}:room:{room_id}"
    return RoomKeys(room, f"{room}:actions", f"{room}:votes", f"{room}:log", f"{room}:seen", shard)


def deadlines(shard: int) -> str:
    """Sorted set: room -> next wake, in the shard's own time (ms)."""
    return f"{_tag(shard)}:deadlines"


def outbox(shard: int) -> str:
    """Stream of events for the records."""
    return f"{_tag(shard)}:outbox"


def dead_letters(shard: int) -> str:
    """Stream of events that the records refused for good."""
    return f"{_tag(shard)}:outbox:dead"


def listed(shard: int) -> str:
    """Sorted set: room -> how many people wait there, of the rooms that anybody may join now."""
    return f"{_tag(shard)}:listed"


def clock(shard: int) -> str:
    """Hash: `last` look and total `downtime` (ms)."""
    return f"{_tag(shard)}:clock"


def user(user_id: UserId) -> str:
    """The claim of a user's one seat."""
    return f"{_tag(shard_of(user_id))}:user:{user_id}"


def code(room_code: str) -> str:
    """The room that a code leads to."""
    return f"{_tag(shard_of(room_code))}:code:{room_code}"


def practice(user_id: UserId) -> str:
    """Held while a game against bots is being made for this user."""
    return f"{user(user_id)}:practice"


def guesses(guesser: str) -> str:
    """How often somebody has guessed a room code lately."""
    return f"{_tag(shard_of(guesser))}:guesses:{guesser}"


def opened(address: str) -> str:
    """How many rooms an address has opened lately."""
    return f"{_tag(shard_of(address))}:opened:{address}"


def logins(whom: str) -> str:
    """How often an address, or the hash of a name, has got the password of staff wrong lately."""
    return f"{_tag(shard_of(whom))}:logins:{whom}"


def reports(user_id: UserId, game: str) -> str:
    """Set: what a user has reported in a game, or in a lobby."""
    return f"{user(user_id)}:reports:{game}"


@dataclass(frozen=True, slots=True)
class QueueKeys:
    """The keys of the queue of strangers, all on one shard: `{s07}:matchmaking:public` and its companions."""

    public: str
    """Sorted set: user -> since when; who waits and is there."""
    tickets: str
    """Hash: user -> ticket, of all who have asked for a table, until its game begins."""
    seen: str
    """Sorted set: user -> the last sign of life of whoever holds a ticket."""
    called: str
    """Hash: user -> the room that this ticket was called to."""
    calls: str
    """Sorted set: user -> when the ticket was called there."""
    tables: str
    """Hash: room -> the table that is being made there."""
    matcher: str
    """The lease of the matcher at work, and what it has dealt with."""
    clock: str


def queue() -> QueueKeys:
    """The keys of the queue; its times are in the own time of its shard (ms)."""
    shard = shard_of("matchmaking")
    queue = f"{_tag(shard)}:matchmaking"
    return QueueKeys(
        public=f"{queue}:public",
        tickets=f"{queue}:tickets",
        seen=f"{queue}:seen",
        called=f"{queue}:called",
        calls=f"{queue}:calls",
        tables=f"{queue}:tables",
        matcher=f"{queue}:matcher",
        clock=clock(shard),
    )


def recorder() -> str:
    """The lease of the one recorder at work."""
    return f"{_tag(0)}:recorder"


def _tag(shard: int) -> str:
    return f"{{s{shard:02d}}}"
