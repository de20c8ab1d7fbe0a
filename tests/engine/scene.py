"""Tables set in sentences: `day("ann", "bob", mafia="bob", out="cat")`; drives the engine, judges nothing.

The user id of a player is the name, and the names are the seats in order.
"""

from collections.abc import Iterator
from typing import TypeVar, Unpack

from msgspec import json

from game.engine import edit, timing, view
from game.engine.commands import (
    AddBot,
    AnyCommand,
    BotTurn,
    CastVote,
    Configure,
    Connect,
    Convene,
    DetectiveInspect,
    Disconnect,
    DoctorSave,
    Done,
    Guest,
    Join,
    Kick,
    Leave,
    MafiaKill,
    Move,
    Open,
    Rematch,
    RemoveBot,
    RoomCommand,
    Say,
    SetReady,
    Start,
    Tick,
)
from game.engine.facts import AnyFact, Said
from game.engine.frames import AnyFrame, Ending, Frame, GameState
from game.engine.ids import ConnectionId, RoomCode, RoomId, UserId
from game.engine.project import project
from game.engine.reduce import reduce
from game.engine.refusals import Refusal
from game.engine.settings import FirstNight
from game.engine.setup import Setup
from game.engine.state import Phase, Player, Role, RoomState
from tests.engine.wishes import Cast, Pace, Rules, patch

NOON = 1_700_000_000_000
SEED = "5eed" * 16
SECOND = 1000
ANN, BOB, CAT, DAN, EVE = map(UserId, ("ann", "bob", "cat", "dan", "eve"))

AFrame = TypeVar("AFrame", bound=Frame)


class Table:
    """A room, the clock on its wall, and all that its people were shown."""

    def __init__(self, state: RoomState, now: int = NOON) -> None:
        self.state = state
        self.now = now
        self.facts: tuple[AnyFact, ...] = ()
        self.chat: list[Said] = []
        self.asked: list[tuple[int, AnyCommand]] = []
        self.shown: dict[str, list[AnyFrame]] = {user: [] for user in state.players}

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
                for user in parcel.audience:
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

    def say(self, who: str, message: str = "hello") -> Refusal | None:
        return self.do(Say(UserId(who), f"message-{len(self.chat)}", message))

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


def opened(host: str = "ann", *, max_players: int = 16, **rules: Unpack[Rules]) -> Open:
    return Open(
        by=UserId(host),
        username=host.title(),
        room_id=RoomId("room-1"),
        room_code=RoomCode("MAFIAX"),
        is_public=False,
        max_players=max_players,
        patch=patch(**rules),
    )


def lobby(*names: str, max_players: int = 16, **rules: Unpack[Rules]) -> Table:
    """A lobby in which everybody is here and ready; the first name is the host's."""
    change = reduce(None, opened(names[0], max_players=max_players, **rules), NOON)
    assert not isinstance(change, Refusal)
    table = Table(change.state)
    for name in names:
        table.join(name)
        table.connect(name)
        table.ready(name)
    return table


def convened(*names: str, bots: str = "", least: int = 6) -> Table:
    """A table of strangers, given their seats a moment ago; none of them has come yet."""
    guests = tuple(Guest(UserId(name), name.title()) for name in names)
    company = tuple(Guest(UserId(name), name.title()) for name in bots.split())
    made = Convene(guests[0].user_id, RoomId("room-1"), RoomCode("MAFIAX"), guests, company, least, SEED, "game-1")
    change = reduce(None, made, NOON)
    assert not isinstance(change, Refusal)
    return Table(change.state)


def night(
    *names: str,
    mafia: str,
    detective: str = "",
    doctor: str = "",
    out: str = "",
    meeting: bool = False,
    **pace: Unpack[Pace],
) -> Table:
    """The first night, with the roles as said."""
    table = lobby(*names, **pace)
    assert table.start(names[0]) is None
    roles = {Role.MAFIA: mafia.split(), Role.DETECTIVE: detective.split(), Role.DOCTOR: doctor.split()}
    table.state = edit.everybody(table.state, role=Role.VILLAGER)
    for role, players in roles.items():
        for player in players:
            table.state = edit.player(table.state, UserId(player), role=role)
    for player in out.split():
        table.state = edit.player(table.state, UserId(player), alive=False, out_at=table.now)
    table.state = edit.game(table.state, setup=_setup(table.state, meeting=meeting))
    return table


def day(*names: str, **cast: Unpack[Cast]) -> Table:
    """The day after a night in which nobody died."""
    return night(*names, **cast).expire()


def voting(*names: str, **cast: Unpack[Cast]) -> Table:
    """The vote after that day."""
    return day(*names, **cast).expire()


def ended(*names: str, **cast: Unpack[Cast]) -> Table:
    """The end of a game in which the village voted its only mafioso out."""
    table = voting(*names, **cast)
    return with_votes(table, *(f"{user}>{cast['mafia']}" for user in table.living if user != cast["mafia"])).expire()


def with_votes(table: Table, *ballots: str) -> Table:
    """The vote with these ballots cast, each "voter>target" or "voter>skip"."""
    for ballot in ballots:
        voter, target = ballot.split(">")
        assert table.vote(voter, None if target == "skip" else target) is None
    return table


def _user(name: str | None) -> UserId | None:
    return None if name is None else UserId(name)


def _setup(state: RoomState, *, meeting: bool) -> Setup:
    roles = [player.role for player in state.players.values()]
    return Setup(
        mafia=roles.count(Role.MAFIA),
        detective=roles.count(Role.DETECTIVE),
        doctor=roles.count(Role.DOCTOR),
        villager=roles.count(Role.VILLAGER),
        first_night=FirstNight.MEETING if meeting else FirstNight.KILL,
    )
