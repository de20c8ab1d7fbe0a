"""What numbers of games won say about the odds: an interval around a rate, a crowd's dice; knows no game."""

from math import sqrt
from random import Random
from typing import NamedTuple

Z = 1.96
"""Nineteen intervals of twenty hold the true rate."""

FEW = 16


class Rate(NamedTuple):
    """How often something happened, and the 95 % interval of how often it truly does (Wilson 1927)."""

    share: float
    low: float
    high: float

    def __str__(self) -> str:
        """As a table shows it: "48.2% (47.1% to 49.3%)"."""
        return f"{self.share:6.1%} ({self.low:.1%} to {self.high:.1%})"


def rate(won: int, games: int) -> Rate:
    """The rate and its interval; never outside of 0 to 1, and fair to rates near them."""
    share, weight = won / games, Z * Z / games
    middle = (share + weight / 2) / (1 + weight)
    reach = Z / (1 + weight) * sqrt(share * (1 - share) / games + weight / (4 * games))
    return Rate(share, middle - reach, middle + reach)


def binomial(dice: Random, trials: int, chance: float) -> int:
    """How many of so many trials succeed, without throwing each.

    Exact, by Relles' halving: the middle one of the trials' uniform numbers, in order of size, is beta-distributed,
    and on either side of it the rest are uniform again.
    """
    successes = 0
    while trials > FEW:
        middle = trials // 2 + 1
        number = dice.betavariate(middle, trials + 1 - middle)
        if number <= chance:
            successes, trials, chance = successes + middle, trials - middle, (chance - number) / (1 - number)
        else:
            trials, chance = middle - 1, chance / number
    return successes + sum(dice.random() < chance for _ in range(trials))
