"""Tables at which bots play by themselves, some seats by a script instead; it judges nothing."""

from collections.abc import Callable, Mapping
from hashlib import sha256
from typing import Final, TypeAlias

from game.engine import edit, timing
from game.engine.bots import policy, turns
from game.engine.bots.mind import Mind
from game.engine.bots.outlook import Outlook
from game.engine.bots.temper import Temper
from game.engine.commands import BotTurn, Move, Say, Tick
from game.engine.dice import Dice
from game.engine.frames import GameState
from game.engine.ids import UserId
from game.engine.phrases import Phrase, PhraseKey
from game.engine.reduce import reduce
from game.engine.refusals import Refusal
from game.engine.state import Phase, Role, RoomState, Side
from tests.engine.scene import lobby
from tests.engine.table import SEED, Table

NAMES: Final = ("ann", "bob", "cat", "dan", "eve", "fay", "gus", "hal", "ida", "jon")
Script: TypeAlias = Callable[[GameState, Dice], policy.Intent | None]
"""What somebody with one trick does instead of the bot, at the bot's moments."""


class Salon:
    """A table of bots; `people` sit there, too, and do nothing, and `scripts` play for some seats."""

    def __init__(self, table: Table, *, people: str = "", scripts: Mapping[UserId, Script] | None = None) -> None:
        self.table = table
        self.scripts = scripts or {}
        self.refused: list[Move] = []
        for user in table.state.players:
            if user not in people.split():
                table.state = edit.player(table.state, user, is_bot=True)

    @property
    def state(self) -> RoomState:
        return self.table.state

    def play(self) -> Side | None:
        """The game to its end, and who has won."""
        while self.state.phase is not Phase.ENDED:
            self.step()
        return self.state.running.winner

    def play_phase(self) -> None:
        """The running phase to its end."""
        phase, round_ = self.state.phase, self.state.round
        while (self.state.phase, self.state.round) == (phase, round_):
            self.step()

    def step(self) -> None:
        """Go to the next moment at which something may happen, and let it."""
        self.table.now = max(self.table.now, timing.wake_at(self.state, self.table.now))
        self.table.do(Tick())
        for turn in turns.due(self.state, self.table.now):
            if turn in turns.due(self.state, self.table.now):
                self._take(turn)

    def refuses(self, move: Move) -> bool:
        """Whether the rules would not allow this now."""
        return isinstance(reduce(self.state, move, self.table.now), Refusal)

    def _take(self, turn: turns.Turn) -> None:
        move = self._move(turn)
        if move is not None and self.refuses(move):
            self.refused.append(move)
        self.table.do(BotTurn(turn.bot, turn.at, move))

    def _move(self, turn: turns.Turn) -> Move | None:
        script = self.scripts.get(turn.bot)
        if script is None:
            intent = turns.intent(self.state, turn, chat=self.table.chat, now_ms=self.table.now)
        else:
            intent = script(self.table.sees(turn.bot), Dice(self.state.running.seed, turn.bot, str(turn.at)))
        return said(self.table, turn.bot, intent) if isinstance(intent, Phrase) else intent


def said(table: Table, who: str, phrase: Phrase) -> Say:
    return Say(UserId(who), f"message-{len(table.chat)}", phrase.key, phrase)


def say(table: Table, who: str, key: PhraseKey, whom: str | None = None) -> None:
    """Say a phrase, a moment after what was said before."""
    table.wait(0.01)
    assert table.do(said(table, who, Phrase(key, None if whom is None else UserId(whom)))) is None


def dealt(seats: int, number: int = 0) -> Table:
    """A game that has just begun, as the dice have dealt it."""
    table = lobby(*NAMES[:seats])
    assert table.start(seed=sha256(f"salon:{seats}:{number}".encode()).hexdigest()) is None
    return table


def mafia_wins(games: int, script: Script | None = None, *, seats: int = 7) -> float:
    """How often the mafia win among bots when one of them plays by this script."""
    won = 0
    for number in range(games):
        table = dealt(seats, number)
        scripts = {} if script is None else {table.state.acting_as(Role.MAFIA)[0]: script}
        won += Salon(table, scripts=scripts).play() is Side.MAFIA
    return won / games


def dice(who: str, occasion: str = "") -> Dice:
    return Dice(SEED, f"bot:{who}", occasion)


def outlook_of(table: Table, who: str, occasion: str = "") -> Outlook:
    return Outlook(table.sees(who), dice(who, occasion))


def with_temper(outlook: Outlook, temper: Temper) -> Outlook:
    """The same outlook, of a bot of this temper."""
    changed = Outlook(outlook.seen, outlook.dice)
    vars(changed)["temper"] = temper
    return changed


def mind_of(table: Table, who: str) -> Mind:
    return outlook_of(table, who).mind


def decisions(table: Table, who: str, times: int = 40) -> list[policy.Intent | None]:
    """What this seat's bot might do now, by different dice."""
    return [policy.decide(table.sees(who), dice=Dice(SEED, f"bot:{who}:{each}", "now")) for each in range(times)]
