"""The whole truth about one room as immutable values; knows no rule but how to look itself up."""

from enum import StrEnum
from typing import Final

from msgspec import Struct, field

from game.engine.ids import ConnectionId, RoomCode, RoomId, UserId
from game.engine.settings import Settings
from game.engine.setup import Setup

SCHEMA: Final = 2
"""The shape of the stored state; raised when an older gateway could no longer read it."""


class Phase(StrEnum):
    """Where a room is in its game."""

    LOBBY = "lobby"
    NIGHT = "night"
    DAY = "day"
    VOTING = "voting"
    ENDED = "ended"


class Status(StrEnum):
    """What a room is to somebody outside of it."""

    LOBBY = "lobby"
    IN_GAME = "in_game"
    ENDED = "ended"


class Role(StrEnum):
    """The four hidden roles."""

    MAFIA = "mafia"
    DETECTIVE = "detective"
    DOCTOR = "doctor"
    VILLAGER = "villager"


class Side(StrEnum):
    """The two teams; the value names the winner on the wire and in the records."""

    MAFIA = "mafia"
    VILLAGERS = "villagers"


class Player(Struct, frozen=True, rename="camel"):
    """One seat and who sits on it; times in ms since the epoch."""

    username: str
    joined_at: int
    """Since when they sit here; anew when they come back to a seat that they had given up."""
    ready: bool = False
    connected: bool = False
    connection: ConnectionId = ConnectionId("")
    last_sign: int = 0
    grace_ends_at: int | None = None
    leaving: bool = False
    """Out for good, and to be counted out at dawn: a death at night would tell a role."""
    alive: bool = True
    role: Role | None = None
    out_at: int | None = None
    muted_until: int = 0
    gave_up: bool = False
    """Left a running game alive, or stayed away too long, and has not come back: a leaver, for the records."""
    spoken: int = 0
    """How often they have spoken by day in this game."""
    is_bot: bool = False
    turned_at: int = 0
    """The moment of a bot's last turn, so that none is taken twice."""

    @property
    def is_present(self) -> bool:
        """Whether the player is here, or may still come back within the grace."""
        return self.connected or self.grace_ends_at is not None

    @property
    def side(self) -> Side:
        """The team of this player; a player without a role is of the village."""
        return Side.MAFIA if self.role is Role.MAFIA else Side.VILLAGERS


class Timers(Struct, frozen=True, rename="camel"):
    """The announced bounds of the phase, and the last moments that its early end is measured from."""

    phase_began_at: int = 0
    phase_ends_at: int | None = None
    last_tap_at: int = 0
    last_vote_at: int = 0


class Actions(Struct, frozen=True, rename="camel"):
    """The choices of this phase; a tap is what anybody may do, with or without a suspect.

    `picks` are the seats that each player tapped last, whatever the card made of it: what a screen shows to be the own.
    """

    mafia_kill: UserId | None = None
    mafia_kill_by: UserId | None = None
    doctor_save: UserId | None = None
    detective_inspect: UserId | None = None
    taps: dict[UserId, UserId | None] = field(default_factory=dict)
    picks: dict[UserId, UserId] = field(default_factory=dict)


class Inspection(Struct, frozen=True, rename="camel"):
    """What the detective learned of one player."""

    user_id: UserId
    is_mafia: bool


class NightRecord(Struct, frozen=True, rename="camel"):
    """What truly happened in a night; secret until the end."""

    round: int
    kill: UserId | None
    save: UserId | None
    inspect: UserId | None
    deaths: tuple[UserId, ...]
    suspicions: dict[UserId, UserId]


class VoteRecord(Struct, frozen=True, rename="camel"):
    """Who voted for whom, None being a vote to skip; secret until the end unless votes are open."""

    round: int
    ballots: dict[UserId, UserId | None]
    eliminated_user_id: UserId | None
    tie: bool


class Death(Struct, frozen=True, rename="camel", omit_defaults=True):
    """Somebody is out, with as much of the role as the settings make public."""

    user_id: UserId
    role: Role | None = None
    side: Side | None = None


class Happening(Struct, frozen=True, rename="camel", omit_defaults=True):
    """One public event of the game so far, as the timeline of a snapshot lists it; `ballots` where votes are open."""

    kind: str
    round: int
    at: int
    deaths: tuple[Death, ...] = ()
    eliminated_user_id: UserId | None = None
    role: Role | None = None
    side: Side | None = None
    counts: dict[str, int] | None = None
    ballots: dict[UserId, UserId | None] | None = None
    tie: bool = False
    winner: Side | None = None


class Game(Struct, frozen=True, rename="camel"):
    """One game of the room: its secret seed, what was dealt, and its history so far."""

    game_id: str
    seed: str
    commitment: str
    order: tuple[UserId, ...]
    setup: Setup
    started_at: int
    is_matched: bool = False
    """Whether strangers were brought together for it: only such a game says anything about anybody's skill."""
    ended_at: int | None = None
    winner: Side | None = None
    extensions: int = 0
    runoff: tuple[str, ...] = ()
    last_death_round: int = 0
    nights: tuple[NightRecord, ...] = ()
    votes: tuple[VoteRecord, ...] = ()
    inspections: tuple[Inspection, ...] = ()
    timeline: tuple[Happening, ...] = ()


class Appointment(Struct, frozen=True, rename="camel"):
    """When a table of strangers starts by itself, with how many at least, and the dice that were thrown for it.

    The start moves with who comes and goes, but never beyond `latest_at` (both in ms).
    """

    starts_at: int
    latest_at: int
    least: int
    seed: str
    game_id: str
    is_encore: bool = False
    """A table that plays once more, as it is: nobody is looked for, and its host may still think of something else."""


class Answer(Struct, frozen=True, array_like=True):
    """What a client's `ref` was answered with: a refusal's code, or "" for accepted."""

    ref: str
    code: str


class RoomState(Struct, frozen=True, rename="camel", omit_defaults=True):
    """All of one room. `version` comes first, so that the commit script finds it without parsing."""

    version: int
    schema: int
    room_id: RoomId
    room_code: RoomCode
    is_public: bool
    max_players: int
    host_id: UserId
    created_at: int
    phase: Phase
    round: int
    settings: Settings
    players: dict[UserId, Player]
    timers: Timers
    downtime: int
    """The shard's total outage (ms) that the times in this state already allow for."""
    game: Game | None = None
    appointment: Appointment | None = None
    kicked: tuple[UserId, ...] = ()
    refs: dict[UserId, tuple[Answer, ...]] = field(default_factory=dict)
    closed: bool = False
    actions: Actions = field(default_factory=Actions)
    votes: dict[UserId, UserId | None] = field(default_factory=dict)

    @property
    def status(self) -> Status:
        """The room's state as outsiders see it."""
        if self.phase is Phase.LOBBY:
            return Status.LOBBY
        return Status.ENDED if self.phase is Phase.ENDED else Status.IN_GAME

    @property
    def is_gathering(self) -> bool:
        """Whether strangers are coming together here, for a game that begins by itself."""
        return self.appointment is not None and not self.appointment.is_encore

    @property
    def people(self) -> list[UserId]:
        """The players who are no bots, in seat order."""
        return [user for user, player in self.players.items() if not player.is_bot]

    @property
    def living(self) -> list[UserId]:
        """The players who are still in the game, in seat order."""
        return [user for user, player in self.players.items() if player.alive]

    @property
    def acting(self) -> list[UserId]:
        """The living who may still do something: those who are not on their way out."""
        return [user for user in self.living if not self.players[user].leaving]

    @property
    def awaited(self) -> list[UserId]:
        """Those whom a phase waits for."""
        return [user for user in self.acting if self.players[user].connected]

    @property
    def candidates(self) -> tuple[str, ...]:
        """The only options of a runoff; none in a vote that is open to all."""
        return self.running.runoff if self.phase is Phase.VOTING else ()

    def acting_as(self, role: Role) -> list[UserId]:
        """Those of this role who may still do something, in seat order."""
        return [user for user in self.acting if self.players[user].role is role]

    @property
    def running(self) -> Game:
        """The game of a room that has left the lobby; asking earlier is a bug."""
        if self.game is None:
            raise LookupError(self.room_id)
        return self.game
