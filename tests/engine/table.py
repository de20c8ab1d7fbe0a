"""A table in the hands of a test: it asks the engine, keeps the clock and collects what each seat is shown."""

from collections.abc import Iterator
from typing import TypeVar, Unpack

from msgspec import json

from game.engine import timing, view
from game.engine.commands import (
    AddBot,
    AnyCommand,
    BotTurn,
    CastVote,
    Configure,
    Connect,
    DetectiveInspect,
    Disconnect,
    DoctorSave,
    Done,
    Join,
    Kick,
    Leave,
    MafiaKill,
    Move,
    Rematch,
    RemoveBot,
    RoomCommand,
    Say,
    SetReady,
    Start,
    Tick,
)
from game.engine.facts import AnyFact, Channel, Said
from game.engine.frames import AnyFrame, Ending, Frame, GameState, Stage
from game.engine.ids import ConnectionId, UserId
from game.engine.project import project
from game.engine.reduce import reduce
from game.engine.refusals import Refusal
from game.engine.state import Phase, Player, RoomState
from tests.engine.wishes import Rules, patch

NOON = 1_700_000_000_000
SEED = "5eed" * 16
SECOND = 1000
ANN, BOB, CAT, DAN, EVE = map(UserId, ("ann", "bob", "cat", "dan", "eve"))
ONLOOKER = UserId("onlooker")
"""Whoever looks on without a seat."""

AFrame = TypeVar("AFrame", bound=Frame)


class Table:
    """A room, the clock on its wall, and all that its people were shown."""

    def __init__(self, state: RoomState, now: int = NOON) -> None:
        self.state = state
        self.now = now
        self.facts: tuple[AnyFact, ...] = ()
        self.chat: list[Said] = []
        self.asked: list[tuple[int, AnyCommand]] = []
        self.shown: dict[str, list[AnyFrame]] = {user: [] for user in (*state.players, ONLOOKER)}

    def do(self, command: RoomCommand) -> Refusal | None:
        """Ask the engine; the answer is its refusal, or None."""
        self.asked.append((self.now, command))
        change = reduce(self.state, command, self.now)
        if isinstance(change, Refusal):
            return change
        self.state, self.facts = change.state, change.facts
        self.chat += [fact for fact in change.facts if isinstance(fact, Said)]
        for user, frame in self._told():
            self.shown.setdefault(user, []).append(frame)
        return None

    def _told(self) -> Iterator[tuple[str, AnyFrame]]:
        for fact in self.facts:
            for parcel in project(fact, self.state):
                for user in parcel.audience + (ONLOOKER,) * parcel.is_public:
                    yield user, parcel.frame

    # -- what people do

    def join(self, who: str) -> Refusal | None:
        return self.do(Join(UserId(who), who.title()))

    def connect(self, who: str, connection: str = "1") -> Refusal | None:
        return self.do(Connect(UserId(who), ConnectionId(f"{who}#{connection}")))

    def disconnect(self, who: str, connection: str = "1") -> Refusal | None:
        return self.do(Disconnect(UserId(who), ConnectionId(f"{who}#{connection}")))

    def leave(self, who: str) -> Refusal | None:
        return self.do(Leave(UserId(who)))

    def ready(self, who: str, *, ready: bool = True) -> Refusal | None:
        return self.do(SetReady(UserId(who), ready))

    def kick(self, who: str, whom: str) -> Refusal | None:
        return self.do(Kick(UserId(who), UserId(whom)))

    def add_bot(self, who: str, bot: str) -> Refusal | None:
        return self.do(AddBot(UserId(who), UserId(bot), bot.title()))

    def remove_bot(self, who: str, bot: str) -> Refusal | None:
        return self.do(RemoveBot(UserId(who), UserId(bot)))

    def turn(self, bot: str, move: Move | None = None, *, at: int = 0) -> Refusal | None:
        """A bot's turn, at this moment unless said otherwise."""
        return self.do(BotTurn(UserId(bot), at or self.now, move))

    def configure(self, who: str, **rules: Unpack[Rules]) -> Refusal | None:
        return self.do(Configure(UserId(who), patch(**rules)))

    def start(self, who: str = "ann", *, seed: str = SEED) -> Refusal | None:
        return self.do(Start(UserId(who), seed, "game-1"))

    def rematch(self, who: str) -> Refusal | None:
        return self.do(Rematch(UserId(who)))

    def kill(self, who: str, whom: str) -> Refusal | None:
        return self.do(MafiaKill(UserId(who), UserId(whom)))

    def save(self, who: str, whom: str) -> Refusal | None:
        return self.do(DoctorSave(UserId(who), UserId(whom)))

    def inspect(self, who: str, whom: str) -> Refusal | None:
        return self.do(DetectiveInspect(UserId(who), UserId(whom)))

    def done(self, who: str, suspect: str | None = None) -> Refusal | None:
        return self.do(Done(UserId(who), _user(suspect)))

    def vote(self, who: str, whom: str | None) -> Refusal | None:
        return self.do(CastVote(UserId(who), _user(whom)))

    def say(self, who: str, message: str = "hello", *, channel: Channel | None = None) -> Refusal | None:
        return self.do(Say(UserId(who), f"message-{len(self.chat)}", message, channel=channel))

    # -- time

    def wait(self, seconds: float) -> "Table":
        """Let time go by, with the engine asleep."""
        self.now += round(seconds * SECOND)
        return self

    def tick(self) -> "Table":
        """Wake the engine now."""
        self.do(Tick())
        return self

    def wake(self) -> "Table":
        """Go to the next moment at which the engine asked to be woken, and wake it."""
        self.now = max(self.now, timing.wake_at(self.state, self.now))
        return self.tick()

    def expire(self) -> "Table":
        """Go to the announced end of the phase."""
        self.now = self.state.timers.phase_ends_at or self.now
        return self.tick()

    # -- what can be seen

    @property
    def living(self) -> list[str]:
        return list(self.state.living)

    @property
    def phase(self) -> Phase:
        return self.state.phase

    @property
    def seats(self) -> list[str]:
        return list(self.state.players)

    def player(self, who: str) -> Player:
        return self.state.players[UserId(who)]

    def sees(self, who: str) -> GameState:
        """The snapshot of this player."""
        return view.snapshot(self.state, UserId(who), chat=self.chat, now_ms=self.now)

    @property
    def stage(self) -> Stage:
        """The snapshot of whoever looks on."""
        return view.stage(self.state, chat=self.chat, now_ms=self.now)

    def reads(self, who: str) -> list[str]:
        """The messages in this player's snapshot."""
        return [message.message for message in self.sees(who).chat]

    def end(self, who: str) -> Ending:
        """What this player's snapshot tells of the end."""
        end = self.sees(who).end
        assert isinstance(end, Ending)
        return end

    def was_shown(self, who: str, kind: type[AFrame]) -> list[AFrame]:
        """All frames of one kind that this player ever got."""
        return [frame for frame in self.shown[who] if isinstance(frame, kind)]

    def told(self, who: str) -> list[str]:
        """The types of the frames of the last change, as this player got them."""
        return [json.decode(json.encode(frame))["type"] for user, frame in self._told() if user == who]


def _user(name: str | None) -> UserId | None:
    return None if name is None else UserId(name)
