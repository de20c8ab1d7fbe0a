"""That grouping costs as much as sorting, whoever waits: looks are counted, the clock has much patience."""

from random import Random
from time import process_time

import pytest

from matchmaking.grouping import DUE_MS, Waiting, group
from tests.matchmaking.crowds import NOW


class Address(str):
    """Counts how often somebody looks at it."""

    __slots__ = ()
    looks = 0

    def __hash__(self) -> int:
        Address.looks += 1
        return super().__hash__()

    def __eq__(self, other: object) -> bool:
        return super().__eq__(other)


def crowd(count: int, *, homes: int, wait: int) -> list[Waiting]:
    dice = Random(count)
    addresses = [Address(number) for number in range(homes)]
    return [
        Waiting(
            f"{number}", NOW - dice.randrange(wait), dice.gauss(25, 8), dice.randrange(20), 0, dice.choice(addresses)
        )
        for number in range(count)
    ]


def looks(waiting: list[Waiting]) -> int:
    Address.looks = 0
    group(waiting, NOW)
    return Address.looks


@pytest.mark.parametrize("homes", [1, 2, 7, 30_000], ids="{} homes".format)
@pytest.mark.parametrize("wait", [2_000, 2 * DUE_MS], ids=["fresh", "late"])
def test_four_times_the_queue_costs_about_four_times_the_looks(homes: int, wait: int) -> None:
    few, many = crowd(4_000, homes=homes, wait=wait), crowd(16_000, homes=homes, wait=wait)
    assert looks(many) <= 6 * looks(few)


@pytest.mark.parametrize("homes", [1, 100_000], ids="{} homes".format)
def test_a_hundred_thousand_are_grouped_in_a_moment(homes: int) -> None:
    waiting = crowd(100_000, homes=homes, wait=DUE_MS)
    before = process_time()
    group(waiting, NOW)
    assert process_time() - before < 10
