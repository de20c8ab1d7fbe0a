"""What numbers of games say: intervals that hold the truth as often as they promise, and dice for a crowd."""

from collections import Counter
from math import comb, sqrt
from random import Random

import pytest

from game.simulation.odds import Rate, binomial, rate


def test_the_interval_is_wilson_s() -> None:
    # Wilson (1927), as in every textbook: 10 of 20.
    assert rate(10, 20) == pytest.approx((0.5, 0.299, 0.701), abs=0.001)


@pytest.mark.parametrize(("won", "low", "high"), [(0, 0, 0.278), (10, 0.722, 1)])
def test_the_interval_stays_between_never_and_always(won: int, low: float, high: float) -> None:
    assert rate(won, 10)[1:] == pytest.approx((low, high), abs=0.001)


def test_the_interval_holds_the_truth_nineteen_times_of_twenty() -> None:
    dice = Random(1927)
    held = sum(low <= 0.3 <= high for _, low, high in (rate(binomial(dice, 200, 0.3), 200) for _ in range(2000)))
    assert 0.93 < held / 2000 < 0.97


def test_a_rate_reads_as_in_a_table() -> None:
    assert str(Rate(0.5, 0.25, 0.75)) == " 50.0% (25.0% to 75.0%)"


@pytest.mark.parametrize("trials", [0, 1, 16, 17, 1000])
def test_what_never_or_always_happens_does(trials: int) -> None:
    dice = Random(1)
    assert (binomial(dice, trials, 0), binomial(dice, trials, 1)) == (0, trials)


@pytest.mark.parametrize(("trials", "chance"), [(17, 0.5), (40, 0.1), (60, 0.9)])
def test_a_crowd_s_dice_fall_as_one_by_one(trials: int, chance: float) -> None:
    dice, throws = Random(2), 20_000
    seen = Counter(binomial(dice, trials, chance) for _ in range(throws))
    for successes in range(trials + 1):
        share = comb(trials, successes) * chance**successes * (1 - chance) ** (trials - successes)
        assert abs(seen[successes] - throws * share) < 4.5 * sqrt(throws * share * (1 - share)) + 1
