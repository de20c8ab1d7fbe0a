"""The plain game of the literature, judged by the real engine; it throws the dice and knows no rule of its own.

Each day one of the living is voted out, each night one of the others is killed, all by lot: Migdal, "A mathematical
model of the Mafia game" (2010); Braverman, Etesami and Mossel, "Mafia: a theoretical study of players and coalitions
in a partial information environment" (2008).
"""

from collections import Counter
from collections.abc import Iterator
from functools import cache
from random import Random
from typing import Final, NamedTuple

from game.engine import edit, ending, phases
from game.engine.ids import RoomCode, RoomId, UserId
from game.engine.settings import FirstNight, Settings
from game.engine.setup import Setup
from game.engine.state import SCHEMA, Game, Phase, Player, Role, RoomState, Side, Timers
from game.simulation.odds import binomial

NOW: Final = 0
MAFIOSO: Final = Player("", NOW, role=Role.MAFIA)
VILLAGER: Final = Player("", NOW, role=Role.VILLAGER)


class Position(NamedTuple):
    """All that matters of a table where seats are alike: who is left, and whether it is night or day."""

    mafia: int
    others: int
    phase: Phase


def play(start: Position, games: int, dice: Random) -> int:
    """How many of these games the mafia win.

    Games in the same position are alike, so they go on together: each position is put to the engine once, and only
    the number of games that go either way from it is drawn.
    """
    winner = ending.winner(_table(start))
    if winner is not None:
        return games if winner is Side.MAFIA else 0
    won: Counter[Side] = Counter()
    crowds = Counter({start: games})
    while crowds:
        later: Counter[Position] = Counter()
        for position, crowd in crowds.items():
            for victim, share in _lots(position, crowd, dice):
                match after(position, victim):
                    case Side() as side:
                        won[side] += share
                    case following:
                        later[following] += share
        crowds = later
    return won[Side.MAFIA]


def after(position: Position, victim: Side) -> Position | Side:
    """What the engine makes of a death on this side: the next position, or the winner."""
    state = _fallen(_table(position), victim)
    if state.phase is Phase.ENDED:
        return _winner(state)
    living = [player.role for player in state.players.values() if player.alive]
    mafia = living.count(Role.MAFIA)
    return Position(mafia, len(living) - mafia, state.phase)


def _lots(position: Position, crowd: int, dice: Random) -> Iterator[tuple[Side, int]]:
    """In how many games of the crowd which side loses somebody now."""
    mafia, others, phase = position
    lost = binomial(dice, crowd, mafia / (mafia + others)) if phase is Phase.DAY else 0
    yield from ((side, share) for side, share in ((Side.MAFIA, lost), (Side.VILLAGERS, crowd - lost)) if share)


def _fallen(state: RoomState, victim: Side) -> RoomState:
    """The room after the night or the day in which this side loses somebody."""
    first, *_, last = state.players
    target = first if victim is Side.MAFIA else last
    if state.phase is Phase.NIGHT:
        return phases.advance(edit.actions(state, mafia_kill=target), NOW).state
    voting = phases.advance(state, NOW).state
    # One ballot is as good as one from everybody: most votes decide.
    return phases.advance(edit.state(voting, votes={first: target}), NOW).state


def _winner(state: RoomState) -> Side:
    winner = state.running.winner
    if winner is None:
        raise LookupError(state.room_id)
    return winner


def _table(position: Position) -> RoomState:
    """A room in this position, where only the living sit, the mafia first."""
    mafia, others, phase = position
    seats = _seats(mafia + others)
    setup = Setup(mafia, 0, 0, others, FirstNight.KILL)
    return RoomState(
        version=0,
        schema=SCHEMA,
        room_id=RoomId("theory"),
        room_code=RoomCode(""),
        is_public=False,
        max_players=len(seats),
        host_id=seats[0],
        created_at=NOW,
        phase=phase,
        round=1,
        settings=Settings(),
        players=dict.fromkeys(seats[:mafia], MAFIOSO) | dict.fromkeys(seats[mafia:], VILLAGER),
        timers=Timers(NOW, NOW),
        downtime=0,
        game=Game("", "", "", seats, setup, NOW),
    )


@cache
def _seats(size: int) -> tuple[UserId, ...]:
    return tuple(UserId(str(seat)) for seat in range(size))
