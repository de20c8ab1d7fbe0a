"""Many games of bots at once, over all cores; the same seed gives the same games, however many processes share them."""

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from functools import partial
from hashlib import sha256
from typing import Final, NamedTuple

from game.engine.bots import turns
from game.engine.settings import SettingsPatch
from game.engine.state import Side
from game.simulation import chance, party

POLICIES: Final[dict[str, party.Policy]] = {"bots": turns.intent, "random": chance.intent}

SHARE: Final = 20
"""How many games a process takes at a time: few, so that none waits long for a slow one."""


class Order(NamedTuple):
    """Games to be played, all at tables of one size and under the same rules."""

    seats: int
    rules: SettingsPatch
    policy: str
    seed: str


class Tally(NamedTuple):
    """How games went."""

    games: int
    mafia_wins: int
    rounds: int


Spread = Callable[[Callable[[range], Tally], Iterable[range]], Iterable[Tally]]
"""`map`, or one like it."""


@contextmanager
def spread(jobs: int) -> Iterator[Spread]:
    """Workers for as long as there is work; none where one process does it all."""
    if jobs == 1:
        yield map
        return
    with ProcessPoolExecutor(jobs) as pool:
        yield pool.map


def play(order: Order, games: int, over: Spread) -> Tally:
    """How that many games of this order go."""
    shares = (range(first, min(first + SHARE, games)) for first in range(0, games, SHARE))
    tallies = list(over(partial(_share, order), shares))
    return Tally(*map(sum, zip(*tallies, strict=True)))


def _share(order: Order, numbers: range) -> Tally:
    seeds = (sha256(f"{order.seed}:{order.seats}:{number}".encode()).hexdigest() for number in numbers)
    outcomes = [party.play(order.seats, order.rules, seed, POLICIES[order.policy]) for seed in seeds]
    won = [outcome for outcome in outcomes if outcome.winner is Side.MAFIA]
    return Tally(len(outcomes), len(won), sum(outcome.rounds for outcome in outcomes))
