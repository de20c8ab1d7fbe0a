"""Whose turn it is among the bots, what they want in it, and that each turn counts once; it knows no rule of a move."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from game.engine import edit, night, view
from game.engine.bots import pace, policy
from game.engine.change import Change
from game.engine.commands import BotTurn, Move
from game.engine.dice import Dice
from game.engine.facts import Said
from game.engine.ids import UserId
from game.engine.refusals import Refusal
from game.engine.state import RoomState

Judge = Callable[[RoomState, Move, int], Change | Refusal]
"""How the rules answer to a move at a moment (ms)."""


class Turn(NamedTuple):
    """A bot and the moment (ms) that is its own."""

    at: int
    bot: UserId


def ahead(state: RoomState) -> list[Turn]:
    """All turns of this phase that have not been taken, in order, the missed ones included."""
    bots = {user: state.players[user].turned_at for user in state.living if state.players[user].is_bot}
    return sorted(Turn(at, bot) for bot, taken in bots.items() for at in pace.moments(state, bot) if at > taken)


def due(state: RoomState, now_ms: int) -> list[Turn]:
    """The turns whose moment has come, in order; of several that a bot has missed only the last."""
    return sorted({turn.bot: turn for turn in ahead(state) if turn.at <= now_ms}.values())


def next_at(state: RoomState) -> int | None:
    """The next moment (ms) that belongs to a bot, the missed ones included."""
    return min((turn.at for turn in ahead(state)), default=None)


def take(state: RoomState, turn: BotTurn, now_ms: int, judge: Judge) -> Change:
    """A bot's turn, once; a move that the rules refuse leaves the moment unused.

    At night each turn is a tap, whatever comes of it: else the end of the night would tell who had nothing to do.
    """
    player = state.players[turn.by]
    if not player.is_bot or not player.turned_at < turn.at <= now_ms:
        return Change(state)
    turned = edit.player(state, turn.by, turned_at=turn.at)
    if turn.by in state.acting and night.is_open(state, now_ms):
        turned = night.tap(turned, turn.by, now_ms)
    if turn.move is None or turn.move.by != turn.by:
        return Change(turned)
    moved = judge(turned, turn.move, now_ms)
    return Change(turned) if isinstance(moved, Refusal) else moved


def intent(state: RoomState, turn: Turn, *, chat: Sequence[Said], now_ms: int) -> policy.Intent | None:
    """What the bot wants to do in its turn, by what its seat may see and by dice of its own."""
    seen = view.snapshot(state, turn.bot, chat=chat, now_ms=now_ms)
    # Measured from the phase's begin, which an outage moves along: the dice of a turn stay what they are.
    moment = f"{state.round}:{state.phase}:{','.join(state.candidates)}:{turn.at - state.timers.phase_began_at}"
    return policy.decide(seen, dice=Dice(state.running.seed, f"bot:{turn.bot}", moment))
