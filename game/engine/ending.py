"""When a game is over, who has won, and what may be told then (house rules, "The end")."""

from game.engine import edit
from game.engine.change import Change
from game.engine.facts import GameEnded, PhaseBegan
from game.engine.state import Actions, Death, Happening, Phase, Role, RoomState, Side

MAX_QUIET_DAYS = 10
"""After so many days in a row without a death the mafia lose by exhaustion."""


EXHAUSTION_WINNER = Side.VILLAGERS


def winner(state: RoomState) -> Side | None:
    """The side that has won by now: no mafioso lives, or they are at least as many as the others."""
    living = [player.role for player in state.players.values() if player.alive]
    mafia = living.count(Role.MAFIA)
    if mafia == 0:
        return Side.VILLAGERS
    return Side.MAFIA if mafia * 2 >= len(living) else None


def is_exhausted(state: RoomState) -> bool:
    """Whether the table has gone too many days without a death."""
    return state.round - state.running.last_death_round >= MAX_QUIET_DAYS


def finish(state: RoomState, side: Side, now_ms: int, deaths: tuple[Death, ...] | None = None) -> Change:
    """The game is over: nothing runs any more and everything may be known."""
    ended = edit.state(state, phase=Phase.ENDED, actions=Actions(), votes={})
    stopped = edit.timers(ended, phase_began_at=now_ms, phase_ends_at=None)
    won = edit.game(stopped, winner=side, ended_at=now_ms)
    told = edit.chronicle(won, Happening("ended", state.round, now_ms, winner=side))
    return Change(edit.nobody_ready(told), (PhaseBegan(Phase.ENDED, state.round, 0, now_ms, deaths), GameEnded()))
