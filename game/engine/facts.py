"""What happened in a room, as values that a commit stores and the projection turns into frames."""

from enum import StrEnum

from msgspec import Struct

from game.engine.ids import ConnectionId, UserId
from game.engine.manners import Flag
from game.engine.phrases import Phrase
from game.engine.state import Death, Phase, Role, Side


class Channel(StrEnum):
    """Who hears a message; always the state's choice, never the speaker's."""

    LOBBY = "lobby"
    DAY = "day"
    MAFIA = "mafia"
    DEAD = "dead"


class LeaveReason(StrEnum):
    """Why somebody no longer sits in a room."""

    LEFT = "left"
    KICKED = "kicked"
    CLOSED = "closed"


class Fact(Struct, frozen=True, tag_field="kind", rename="camel"):
    """Something that happened; it may hold secrets, so only the projection shows it."""


class RoomChanged(Fact, frozen=True, tag="roomChanged"):
    """The public picture of the room is no longer what it was."""


class Resync(Fact, frozen=True, tag="resync"):
    """Something changed that has no event of its own: everybody needs a whole snapshot."""


class Connected(Fact, frozen=True, tag="connected"):
    """A player's newest connection; any older one is to be closed."""

    user_id: UserId
    connection: ConnectionId


class Unseated(Fact, frozen=True, tag="unseated"):
    """A player lost the seat, or gave it up."""

    user_id: UserId
    reason: LeaveReason


class Dealt(Fact, frozen=True, tag="dealt"):
    """The roles are dealt: first the commitment is told, then to each the own role."""


class PhaseBegan(Fact, frozen=True, tag="phaseBegan"):
    """A phase begins; `duration` in seconds, `ends_at` in ms; `deaths` in seat order."""

    phase: Phase
    round: int
    duration: int
    ends_at: int
    deaths: tuple[Death, ...] | None = None
    candidates: tuple[str, ...] = ()


class Targeted(Fact, frozen=True, tag="targeted"):
    """The mafia's shared choice as it stands."""

    target: UserId
    by: UserId


class Inspected(Fact, frozen=True, tag="inspected"):
    """What the detective found."""

    detective: UserId
    user_id: UserId
    is_mafia: bool


class Said(Fact, frozen=True, tag="said"):
    """A message was spoken; `phrase` is what it means, where it is one of the table's, `flag` how coarse it is."""

    message_id: str
    user_id: UserId
    message: str
    channel: Channel
    at: int
    phrase: Phrase | None = None
    flag: Flag | None = None


class Muted(Fact, frozen=True, tag="muted"):
    """A player may not speak until then (ms); `at_night` only the mafia have anybody to flood, so it is private."""

    user_id: UserId
    until: int
    reason: str
    at_night: bool = False


class VoteCounted(Fact, frozen=True, tag="voteCounted"):
    """The tally after a vote; `ballots` only where votes are open."""

    counts: dict[str, int]
    cast: int
    ballots: dict[UserId, UserId | None] | None = None


class VoteEnded(Fact, frozen=True, tag="voteEnded"):
    """The vote is over; nobody goes when `eliminated` is None."""

    eliminated: UserId | None
    counts: dict[str, int]
    tie: bool
    role: Role | None = None
    side: Side | None = None


class GameEnded(Fact, frozen=True, tag="gameEnded"):
    """One side has won: everything may be known now."""


AnyFact = (
    RoomChanged
    | Resync
    | Connected
    | Unseated
    | Dealt
    | PhaseBegan
    | Targeted
    | Inspected
    | Said
    | Muted
    | VoteCounted
    | VoteEnded
    | GameEnded
)
