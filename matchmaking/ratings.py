"""What a game says about the skill of those who played it, as values; it reads no table and knows no role.

The model is Weng and Lin's (A Bayesian Approximation Method for Online Ranking, JMLR 12, 2011, algorithm 4), as
openskill has it: a team is as strong as the sum of its players' means, and the winners were expected to win with

    p = exp(W / c) / (exp(W / c) + exp(L / c)),    c² = the variances of all players + 2 β²

of the sums W and L. A mean moves by sigma² / c of its player times how unexpected the result was: 1 - p, up or down.

The sides of a game of Mafia are never of one size, and two wolves are no underdogs to five villagers. So the smaller
side is filled up with phantoms: as good as its players are on average, and known so well that they carry neither
doubt nor reward. Sides of the same average skill then have p = 1/2, whatever their sizes.
"""

from collections.abc import Mapping
from statistics import fmean
from typing import Final, NamedTuple
from uuid import UUID

from openskill.models import PlackettLuce, PlackettLuceRating

MODEL: Final = PlackettLuce()

_CERTAIN: Final = 1e-6
"""The sigma of a phantom."""


class Skill(NamedTuple):
    """What is believed of somebody's skill: a normal distribution."""

    mu: float = MODEL.mu
    sigma: float = MODEL.sigma


NEWCOMER: Final = Skill()


def after(*, winners: Mapping[UUID, Skill], losers: Mapping[UUID, Skill]) -> dict[UUID, Skill]:
    """Return everybody's skill after a game; one that a side did not play proves nothing."""
    if not (winners and losers):
        return {**winners, **losers}
    sides = (winners, losers)
    size = max(map(len, sides))
    rated = MODEL.rate([_team(side, size) for side in sides])
    return {
        user: Skill(rating.mu, rating.sigma)
        for side, team in zip(sides, rated, strict=True)
        for user, rating in zip(sorted(side), team, strict=False)
    }


def _team(side: Mapping[UUID, Skill], size: int) -> list[PlackettLuceRating]:
    # In one order: the last digit of a sum depends on it, and whoever counts the same games has to agree.
    skills = [side[user] for user in sorted(side)]
    phantom = Skill(fmean(skill.mu for skill in skills), _CERTAIN)
    phantoms = [phantom] * (size - len(skills))
    return [MODEL.rating(skill.mu, skill.sigma) for skill in (*skills, *phantoms)]
