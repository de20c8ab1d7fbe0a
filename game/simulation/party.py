"""One game of bots, played command by command through `reduce`; it jumps from moment to moment and waits for nobody."""

from collections.abc import Sequence
from typing import Final, NamedTuple, Protocol

from game.engine import edit, phases
from game.engine.bots import turns
from game.engine.bots.policy import Intent
from game.engine.commands import AddBot, AnyCommand, BotTurn, Move, Open, Say, Start, Tick
from game.engine.facts import Said
from game.engine.ids import RoomCode, RoomId, UserId
from game.engine.phrases import Phrase
from game.engine.reduce import reduce
from game.engine.refusals import Refusal
from game.engine.settings import SettingsPatch
from game.engine.state import Phase, RoomState, Side

NOON: Final = 1_700_000_000_000


class Policy(Protocol):
    """What the bot whose turn it is wants."""

    def __call__(self, state: RoomState, turn: turns.Turn, *, chat: Sequence[Said], now_ms: int) -> Intent | None:
        """Decide, from nothing but what the bot may see of this state."""


class Outcome(NamedTuple):
    """What is kept of a game."""

    winner: Side
    rounds: int


class Party:
    """A table at which only bots sit, the time on its clock, and what was said there."""

    def __init__(self, seats: int, rules: SettingsPatch, seed: str) -> None:
        """Open the room, seat the bots and deal."""
        self.now_ms = NOON
        self.chat: list[Said] = []
        host, *others = (UserId(f"bot-{seat}") for seat in range(seats))
        opening = Open(host, host, RoomId("party"), RoomCode(""), is_public=False, max_players=seats, patch=rules)
        self.state = self._answer(None, opening)
        for bot in others:
            self.do(AddBot(host, bot, bot))
        # Only a person can open a room: here a bot takes over that seat, too.
        self.state = edit.player(self.state, host, is_bot=True, connected=True, grace_ends_at=None)
        self.do(Start(host, seed, "game"))

    def do(self, command: AnyCommand, at: int = 0) -> None:
        """Go to this moment (ms), if it is to come, and do this there."""
        self.now_ms = max(self.now_ms, at)
        self.state = self._answer(self.state, command)

    def _answer(self, state: RoomState | None, command: AnyCommand) -> RoomState:
        verdict = reduce(state, command, self.now_ms)
        if isinstance(verdict, Refusal):
            raise ValueError(verdict, command)  # noqa: TRY004 - nobody gave a wrong type
        self.chat.extend(fact for fact in verdict.facts if isinstance(fact, Said))
        return verdict.state


def play(seats: int, rules: SettingsPatch, seed: str, policy: Policy = turns.intent) -> Outcome:
    """One game from the deal to the winner."""
    party = Party(seats, rules, seed)
    play_on(party, policy)
    winner = party.state.running.winner
    if winner is None:
        raise LookupError(seed)
    return Outcome(winner, party.state.round)


def play_on(party: Party, policy: Policy) -> None:
    """Let the game go on to its end."""
    while party.state.phase is not Phase.ENDED:
        _play_phase(party, policy)


def _play_phase(party: Party, policy: Policy) -> None:
    """Let each bot take its turns while the phase goes on as it was announced; then let time do the rest.

    The same as waking the room at each `timing.wake_at`, but the moments of a phase are looked up only once.
    """
    announced = _announced(party.state)
    for turn in turns.ahead(party.state):
        if (phases.due(party.state) or 0) <= turn.at:
            break
        take(party, turn, policy)
        if _announced(party.state) != announced:
            return
    party.do(Tick(), at=phases.due(party.state) or 0)


def take(party: Party, turn: turns.Turn, policy: Policy) -> None:
    """Let the bot do what it wants in its turn."""
    party.now_ms = max(party.now_ms, turn.at)
    intent = policy(party.state, turn, chat=party.chat, now_ms=party.now_ms)
    party.do(BotTurn(turn.bot, turn.at, _move(turn, intent, len(party.chat))))


def _announced(state: RoomState) -> tuple[object, ...]:
    return state.round, state.phase, state.candidates, state.timers.phase_ends_at, len(state.living)


def _move(turn: turns.Turn, intent: Intent | None, said: int) -> Move | None:
    """A phrase needs no words here: bots hear what it means."""
    return Say(turn.bot, str(said), intent.key, intent) if isinstance(intent, Phrase) else intent
