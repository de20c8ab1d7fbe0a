"""Whose turn it is among the bots, and what they want in it; it changes nothing."""

from collections.abc import Sequence
from typing import NamedTuple

from game.engine import view
from game.engine.bots import pace, policy
from game.engine.dice import Dice
from game.engine.facts import Said
from game.engine.ids import UserId
from game.engine.state import RoomState


class Turn(NamedTuple):
    """A bot and the moment (ms) that is its own."""

    at: int
    bot: UserId


def due(state: RoomState, now_ms: int) -> list[Turn]:
    """The turns whose moment has come, in order; of several that a bot has missed only the last."""
    return sorted(Turn(came[-1], bot) for bot in _players(state) if (came := _open(state, bot, until=now_ms)))


def next_at(state: RoomState) -> int | None:
    """The next moment (ms) that belongs to a bot, the missed ones included."""
    return min((moment for bot in _players(state) for moment in _open(state, bot)[:1]), default=None)


def intent(state: RoomState, turn: Turn, *, chat: Sequence[Said], now_ms: int) -> policy.Intent | None:
    """What the bot wants to do in its turn, by what its seat may see and by dice of its own."""
    seen = view.snapshot(state, turn.bot, chat=chat, now_ms=now_ms)
    # Measured from the phase's begin, which an outage moves along: the dice of a turn stay what they are.
    moment = f"{state.round}:{state.phase}:{','.join(state.candidates)}:{turn.at - state.timers.phase_began_at}"
    return policy.decide(seen, dice=Dice(state.running.seed, f"bot:{turn.bot}", moment))


def _players(state: RoomState) -> list[UserId]:
    return [user for user in state.living if state.players[user].is_bot]


def _open(state: RoomState, bot: UserId, *, until: int | None = None) -> list[int]:
    taken = state.players[bot].turned_at
    return [at for at in pace.moments(state, bot) if at > taken and (until is None or at <= until)]
