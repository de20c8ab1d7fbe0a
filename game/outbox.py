"""What a room tells the records: the closed list of events, and their JSON. Writes no rows and reads no stream."""

from collections.abc import Sequence
from enum import StrEnum
from typing import Annotated

from msgspec import Meta, Struct, json

from game.engine.facts import Channel
from game.engine.setup import MAX_SEATS
from game.engine.state import Role, Side, Status

Id = Annotated[str, Meta(pattern=r"^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\Z")]
"""A UUID in its canonical spelling."""

Millis = Annotated[int, Meta(ge=0)]
"""Milliseconds since the epoch, by the clock of Redis."""

Seats = Annotated[int, Meta(ge=0, le=MAX_SEATS)]
"""How many of a table."""


class Event(Struct, frozen=True, kw_only=True, tag_field="kind", rename="camel"):
    """One thing worth a row; snake_case in Python, camelCase in JSON."""


class UserSeen(Event, frozen=True, kw_only=True):
    """Somebody identified under a name."""

    user_id: Id
    username: str
    at: Millis


class RoomOpened(Event, frozen=True, kw_only=True):
    """A room came into being, as a lobby."""

    room_id: Id
    room_code: str
    is_public: bool
    max_players: int
    host_id: Id
    at: Millis


class RoomChanged(Event, frozen=True, kw_only=True):
    """How a room stands now, whole; the one of the newest version is the truth."""

    room_id: Id
    version: int
    status: Status
    host_id: Id
    max_players: int
    is_public: bool
    ended_at: Millis | None


class PlayerJoined(Event, frozen=True, kw_only=True):
    """A user took a seat."""

    room_id: Id
    user_id: Id
    username: str
    joined_at: Millis


class PlayerLeft(Event, frozen=True, kw_only=True):
    """The user who sat down at `joined_at` has left that seat."""

    room_id: Id
    user_id: Id
    joined_at: Millis
    left_at: Millis
    was_kicked: bool


class GameEnded(Event, frozen=True, kw_only=True):
    """A game is over, and who was what may be known."""

    game_id: Id
    room_id: Id
    winner: Side
    total_rounds: int
    started_at: Millis
    ended_at: Millis
    roles: dict[Id, Role]
    bots: Seats = 0
    matched: bool = False
    """Whether the site had brought the players together; what a private room decides is no measure of anybody."""
    left: list[Id] = []
    """Who gave a running game up while alive, and did not come back."""


class ReportReason(StrEnum):
    """What somebody is reported for."""

    INSULT = "insult"
    SPAM = "spam"
    CHEATING = "cheating"
    OTHER = "other"


class Line(Struct, frozen=True, kw_only=True, rename="camel"):
    """One message of the talk around a report."""

    id: str
    user_id: str
    username: str
    channel: Channel
    message: str
    at: Millis


class PlayerReported(Event, frozen=True, kw_only=True):
    """Somebody reported a player, for a message or for all; `context` is what the reporter had heard."""

    report_id: Id
    room_id: Id
    game_id: Id | None
    reporter_id: Id
    user_id: Id
    username: str
    message_id: Id | None
    reason: ReportReason
    at: Millis
    context: list[Line]


OutboxEvent = UserSeen | RoomOpened | RoomChanged | PlayerJoined | PlayerLeft | GameEnded | PlayerReported

_encoder = json.Encoder()
_decoder = json.Decoder(list[OutboxEvent])


def encode(events: Sequence[OutboxEvent]) -> bytes:
    """Return the batch as one JSON array."""
    return _encoder.encode(events)


def decode(raw: bytes | str) -> list[OutboxEvent]:
    """Return the batch that `encode` made; msgspec.ValidationError when it is none."""
    return _decoder.decode(raw)
