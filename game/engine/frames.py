"""The frames a server may send (protocol), field by field; an absent field is UNSET, never null by role."""

from msgspec import UNSET, Struct, UnsetType

from game.engine.facts import Channel, LeaveReason
from game.engine.ids import RoomCode, RoomId, UserId
from game.engine.manners import Flag
from game.engine.phrases import Phrase
from game.engine.settings import Settings
from game.engine.setup import Setup
from game.engine.state import Death, Happening, Inspection, NightRecord, Phase, Role, Side, Status, VoteRecord


class Frame(Struct, frozen=True, tag_field="type", rename="camel"):
    """One JSON object on the wire, named by its `type`."""


class Seat(Struct, frozen=True, rename="camel"):
    """A player as everybody sees them in `room:update`."""

    user_id: UserId
    username: str
    ready: bool
    connected: bool
    alive: bool
    is_bot: bool


class RoomUpdate(Frame, frozen=True, tag="room:update"):
    """The room as everybody sees it, whole, at each change; `starts_at` (ms) where it starts by itself."""

    room_id: RoomId
    room_code: RoomCode
    status: Status
    is_public: bool
    host_id: UserId
    max_players: int
    settings: Settings
    players: tuple[Seat, ...]
    starts_at: int | UnsetType = UNSET


class RoomLeft(Frame, frozen=True, tag="room:left"):
    """To the one who no longer sits in the room."""

    room_id: RoomId
    reason: LeaveReason


class GameCommitment(Frame, frozen=True, tag="game:commitment"):
    """The promise of a fair deal, to all, before any role."""

    commitment: str
    setup: Setup


class GameRole(Frame, frozen=True, tag="game:role"):
    """The own role; `allies` are the other mafia, for mafia only."""

    role: Role
    allies: tuple[UserId, ...]


class GamePhase(Frame, frozen=True, tag="game:phase"):
    """A phase begins; `duration` in seconds, `ends_at` in ms. `deaths` at dawn, `candidates` in a runoff."""

    phase: Phase
    duration: int
    ends_at: int
    round: int
    deaths: tuple[Death, ...] | UnsetType = UNSET
    candidates: tuple[str, ...] | UnsetType = UNSET


class ActionResult(Frame, frozen=True, tag="action:result"):
    """What the detective found, to the detective only."""

    inspect_result: Inspection


class ActionUpdate(Frame, frozen=True, tag="action:update"):
    """The mafia's shared target as it stands, to the mafia only."""

    target_id: UserId
    by_id: UserId


class ChatMessage(Frame, frozen=True, tag="chat:message"):
    """Somebody spoke; `at` in ms. `phrase` says what a message from the table of phrases means in any language.

    `flag` is the weakest filter of a reader that hides a message with a hard word, the same for everybody.
    """

    id: str
    user_id: UserId
    message: str
    channel: Channel
    at: int
    phrase: Phrase | UnsetType = UNSET
    flag: Flag | UnsetType = UNSET


class ChatMute(Frame, frozen=True, tag="chat:mute"):
    """Somebody may not speak until then (ms)."""

    user_id: UserId
    until: int
    reason: str


class VoteUpdate(Frame, frozen=True, tag="vote:update"):
    """The tally: votes by user id or "skip", and how many of the living have voted; `ballots` where votes are open."""

    counts: dict[str, int]
    cast: int
    ballots: dict[UserId, UserId | None] | UnsetType = UNSET


class VoteResult(Frame, frozen=True, tag="vote:result"):
    """The vote is over; nobody goes when `eliminated_user_id` is null. `role` or `side` as far as it is revealed."""

    eliminated_user_id: UserId | None
    counts: dict[str, int]
    tie: bool
    role: Role | UnsetType = UNSET
    side: Side | UnsetType = UNSET


class Suspicion(Struct, frozen=True, rename="camel"):
    """How often a player's private suspicions were right."""

    right: int
    total: int


class Stats(Struct, frozen=True, rename="camel"):
    """What truly happened, told after the end only; `spoken` is how often somebody spoke by day."""

    rounds: int
    nights: tuple[NightRecord, ...]
    votes: tuple[VoteRecord, ...]
    suspicions: dict[UserId, Suspicion]
    spoken: dict[UserId, int] = {}


class Fairness(Struct, frozen=True, rename="camel"):
    """All that is needed to recompute the commitment and the deal."""

    seed: str
    commitment: str
    order: tuple[UserId, ...]
    setup: Setup


class Ending(Struct, frozen=True, rename="camel"):
    """The end of a game as a snapshot carries it; `game_id` is for the players alone."""

    winner: Side
    roles: dict[UserId, Role]
    stats: Stats
    fairness: Fairness
    game_id: str | UnsetType = UNSET


class GameEnd(Frame, frozen=True, tag="game:end"):
    """The game is over, and everything is told; `game_id` leads to its replay, soon after, and is for players alone."""

    winner: Side
    roles: dict[UserId, Role]
    stats: Stats
    fairness: Fairness
    game_id: str | UnsetType = UNSET


class You(Struct, frozen=True, rename="camel"):
    """What the viewer knows of the own seat: the night's `target`, the `vote` (an id or "skip"), whether `done`.

    The `target` is the card's, for the mafia the one they share; `pick` is the seat that the player tapped last, which
    a screen may show without a look at the card.
    `inspections` are the detective's; `saves` are the doctor's, one for each night before this one, null where nobody
    was guarded. Oldest first, and nobody else has any.
    """

    user_id: UserId
    role: Role | None
    allies: tuple[UserId, ...]
    alive: bool
    target: UserId | None
    pick: UserId | None
    vote: str | None
    done: bool
    inspections: tuple[Inspection, ...]
    saves: tuple[UserId | None, ...]


class KnownPlayer(Struct, frozen=True, rename="camel"):
    """A player in a snapshot; `role` or `side` is there only where the viewer may know it."""

    user_id: UserId
    username: str
    alive: bool
    connected: bool
    is_bot: bool
    ready: bool
    role: Role | UnsetType = UNSET
    side: Side | UnsetType = UNSET


class Votes(Struct, frozen=True, rename="camel"):
    """The running vote in a snapshot."""

    counts: dict[str, int]
    cast: int
    ballots: dict[UserId, UserId | None] | UnsetType = UNSET
    candidates: tuple[str, ...] | UnsetType = UNSET


class Message(Struct, frozen=True, rename="camel"):
    """A chat message in a snapshot."""

    id: str
    user_id: UserId
    message: str
    channel: Channel
    at: int
    phrase: Phrase | UnsetType = UNSET
    flag: Flag | UnsetType = UNSET


class Stage(Struct, frozen=True, kw_only=True, rename="camel"):
    """The whole game as anybody may know it; times in ms. `setup` from the deal on, `end` after the end.

    `starts_at` as in `room:update`.
    """

    room_id: RoomId
    room_code: RoomCode
    phase: Phase
    round: int
    started_at: int | None
    ends_at: int | None
    now: int
    settings: Settings
    host_id: UserId
    status: Status
    is_public: bool
    max_players: int
    players: tuple[KnownPlayer, ...]
    votes: Votes
    chat: tuple[Message, ...]
    timeline: tuple[Happening, ...]
    setup: Setup | UnsetType = UNSET
    end: Ending | UnsetType = UNSET
    starts_at: int | UnsetType = UNSET


class GameState(Stage, frozen=True, kw_only=True, rename="camel"):
    """The whole game as one player may know it: the stage with more in `players` and `chat`, and the own seat."""

    you: You


class StateFrame(Frame, frozen=True, tag="game:state"):
    """A whole snapshot, whenever one is needed."""

    game_state: GameState


class Reconnect(Frame, frozen=True, tag="auth:reconnect"):
    """The viewer sits in a live room: here is all of it."""

    room_id: RoomId
    game_state: GameState


class RoomWatching(Frame, frozen=True, tag="room:watching"):
    """The whole stage, to who looks on without a seat: at first, and whenever a snapshot is needed."""

    game_state: Stage


AnyFrame = (
    RoomUpdate
    | RoomLeft
    | GameCommitment
    | GameRole
    | GamePhase
    | ActionResult
    | ActionUpdate
    | ChatMessage
    | ChatMute
    | VoteUpdate
    | VoteResult
    | GameEnd
    | StateFrame
    | Reconnect
    | RoomWatching
)
