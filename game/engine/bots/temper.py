"""What kind of player a bot is, drawn once a game; it knows no role, so that a way of playing tells none."""

from typing import NamedTuple

from game.engine.bots import weights
from game.engine.dice import Dice


class Temper(NamedTuple):
    """The lasting traits of one bot in one game."""

    words: int
    """How often it speaks in a day unasked."""
    doubt: float
    """How far its feelings may lead it astray."""
    herd: float
    """How far it goes along with others."""
    is_stubborn: bool
    is_bluffer: bool
    is_patient: bool


def of(dice: Dice) -> Temper:
    """The temper of the owner of these dice."""
    own = dice.on("temper")
    return Temper(
        words=own.pick((2, 3, 3, 4)),
        doubt=1 + own.swing() / 2,
        herd=1 + own.swing() / 2,
        is_stubborn=own.chance(30),
        is_bluffer=own.chance(weights.BLUFFERS),
        is_patient=own.chance(weights.PATIENT),
    )
