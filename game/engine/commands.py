"""Everything that may be asked of a room, as values; the log stores them, so a room can be replayed."""

from msgspec import UNSET, Struct, UnsetType

from game.engine.facts import Channel
from game.engine.ids import ConnectionId, RoomCode, RoomId, UserId
from game.engine.phrases import Phrase
from game.engine.settings import SettingsPatch


class Command(Struct, frozen=True, tag_field="kind", rename="camel"):
    """Something asked of a room; `by` is who asks, proved by the edge."""


class Open(Command, frozen=True, tag="open"):
    """Make the room, with its first player as host."""

    by: UserId
    username: str
    room_id: RoomId
    room_code: RoomCode
    is_public: bool
    max_players: int
    patch: SettingsPatch


class Guest(Struct, frozen=True, rename="camel"):
    """Somebody to be seated, and under which name."""

    user_id: UserId
    username: str


class Convene(Command, frozen=True, tag="convene"):
    """Make a table of strangers that starts by itself; the edge brings the dice, as for `Start`."""

    by: UserId
    room_id: RoomId
    room_code: RoomCode
    guests: tuple[Guest, ...]
    bots: tuple[Guest, ...]
    least: int
    seed: str
    game_id: str
    patch: SettingsPatch = SettingsPatch()


class Join(Command, frozen=True, tag="join"):
    """Take a seat, or come back to one's own; `is_called` to a table of strangers, where nobody else may sit down."""

    by: UserId
    username: str
    is_called: bool = False


class Leave(Command, frozen=True, tag="leave"):
    """Give the seat up; in a running game, be out for good."""

    by: UserId


class SetReady(Command, frozen=True, tag="ready"):
    """Say that one is ready to start, or not."""

    by: UserId
    ready: bool


class Kick(Command, frozen=True, tag="kick"):
    """Remove somebody from the lobby, for as long as the room exists."""

    by: UserId
    user_id: UserId


class AddBot(Command, frozen=True, tag="addBot"):
    """The host seats a bot."""

    by: UserId
    user_id: UserId
    username: str


class RemoveBot(Command, frozen=True, tag="removeBot"):
    """The host takes a bot from the table."""

    by: UserId
    user_id: UserId


class Configure(Command, frozen=True, tag="configure"):
    """Change the rules of the room before a game."""

    by: UserId
    patch: SettingsPatch
    max_players: int | UnsetType = UNSET
    is_public: bool | UnsetType = UNSET


class Start(Command, frozen=True, tag="start"):
    """Begin a game; the edge brings the dice: a 256-bit hex seed and the id of the game."""

    by: UserId
    seed: str
    game_id: str


class Rematch(Command, frozen=True, tag="rematch"):
    """Go back to the lobby after the end; the edge brings the dice, should everybody want another game."""

    by: UserId
    seed: str = ""
    game_id: str = ""


class Connect(Command, frozen=True, tag="connect"):
    """A socket of this player is there; the newest connection is the player's only one."""

    by: UserId
    connection: ConnectionId


class Disconnect(Command, frozen=True, tag="disconnect"):
    """The socket closed."""

    by: UserId
    connection: ConnectionId


class Lapse(Command, frozen=True, tag="lapse"):
    """The connection gave no sign of life for too long; `last_sign` is in ms."""

    by: UserId
    connection: ConnectionId
    last_sign: int


class Tick(Command, frozen=True, tag="tick"):
    """Time went on: let what is due happen."""


class MafiaKill(Command, frozen=True, tag="mafiaKill"):
    """Choose the mafia's shared victim."""

    by: UserId
    target: UserId


class DoctorSave(Command, frozen=True, tag="doctorSave"):
    """Choose whom to guard."""

    by: UserId
    target: UserId


class DetectiveInspect(Command, frozen=True, tag="detectiveInspect"):
    """Choose whom to look into."""

    by: UserId
    target: UserId


class Done(Command, frozen=True, tag="done"):
    """Nothing more to do this night (with a private suspicion), or: let us vote."""

    by: UserId
    target: UserId | None = None


class Say(Command, frozen=True, tag="say"):
    """Speak; the state decides who hears it. What was meant for one channel is not said on another."""

    by: UserId
    message_id: str
    message: str
    phrase: Phrase | None = None
    channel: Channel | None = None


class Mute(Command, frozen=True, tag="mute"):
    """Silence a player for some seconds (flooding)."""

    by: UserId
    seconds: int
    reason: str


class CastVote(Command, frozen=True, tag="castVote"):
    """Vote somebody out, or vote to skip (None)."""

    by: UserId
    target: UserId | None


Move = MafiaKill | DoctorSave | DetectiveInspect | Done | Say | CastVote
"""What a bot can do in a game; nothing that a player could not."""


class BotTurn(Command, frozen=True, tag="botTurn"):
    """A bot had a moment (ms) to do something, and did this, or nothing; each moment counts once."""

    by: UserId
    at: int
    move: Move | None


TableCommand = Join | SetReady | Kick | AddBot | RemoveBot | Configure | Start | Rematch
"""What is about the table and who sits there, before and after a game."""

PresenceCommand = Connect | Disconnect | Lapse | Leave | Tick
"""Who is there, and that time went on."""

RoomCommand = TableCommand | PresenceCommand | Move | Mute | BotTurn
"""What may be asked of a room that is there."""

Opening = Open | Convene
"""What makes a room."""

AnyCommand = Opening | RoomCommand
