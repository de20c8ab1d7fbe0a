"""Strangers who come by chance, and what the real grouping makes of them: a dict is its queue, a count its clock."""

from collections.abc import Iterator, Sequence
from itertools import islice
from math import ceil, sqrt
from random import Random
from statistics import fmean
from typing import NamedTuple

from matchmaking.grouping import FEWEST, MAX_WAIT_MS, NEWCOMER_GAMES, SMALLEST, STEP_MS, Waiting, group

PEOPLE = 3_000
"""So many are enough for steady figures."""
MINUTE_MS = 60_000
RATES = (1, 3, 10, 30, 60, 600, 6_000, 60_000)
"""People a minute: from one a minute to a thousand a second."""

SKILL, SIGMA = 25.0, 8.3
"""openskill's prior of skill is taken as the spread of all players."""
USUAL_GAMES = 20
"""The games of a player, on average; a fifth of all have played fewer than five."""
LEAVER = (1.0, 12.0)
"""The rate of leaving is drawn from this beta distribution: one game in thirteen on average."""
TOGETHER = 0.05
"""Who comes from the address of the one before."""


class Table(NamedTuple):
    """A table, and when it was made."""

    at: int
    people: tuple[Waiting, ...]


class Likeness(NamedTuple):
    """How like each other the people of the tables are."""

    deviation: float
    """The standard deviation of skill at a table, on average."""
    deviation_p90: float
    mixed: float
    """The part of the newcomers who sat with others than newcomers."""


class Figures(NamedTuple):
    """What became of the people of one rate; times in seconds, skills in points of openskill."""

    rate: float
    """People a minute."""
    people: int
    p50: float
    p90: float
    p99: float
    longest: float
    late: int
    """At how many steps somebody who had waited for 30 s was left though four could have played: none."""
    size: float
    short: float
    """The part of the tables with fewer than six people."""
    grouped: Likeness
    by_lot: Likeness
    """The same people dealt to tables of the same sizes by lot."""


def simulate(rate: float, *, minutes: float | None = None, seed: str = "1") -> Figures:
    """The figures of so many minutes at this rate; who still waits at the end is not counted."""
    dice = Random(f"{seed} {rate:g}")  # noqa: S311 - a simulation must be repeatable
    span = minutes or max(2, PEOPLE / rate)
    tables, late = _play(_crowd(rate, dice), round(span * MINUTE_MS))
    return _figures(rate, tables, late, dice)


def _crowd(rate: float, dice: Random) -> Iterator[Waiting]:
    """People in the order of their coming, without end."""
    at, address = 0.0, ""
    number = 0
    while True:
        at += dice.expovariate(rate / MINUTE_MS)
        if dice.random() >= TOGETHER:
            address = str(number)
        games = int(dice.expovariate(1 / USUAL_GAMES))
        leaves = dice.betavariate(*LEAVER) if games else 0.0
        yield Waiting(str(number), int(at), dice.gauss(SKILL, SIGMA), games, leaves, address)
        number += 1


def _play(crowd: Iterator[Waiting], end: int) -> tuple[list[Table], int]:
    """Let the matcher look at every step; the tables it made, and how often it kept somebody for too long."""
    queue: dict[str, Waiting] = {}
    tables: list[Table] = []
    late = 0
    coming = next(crowd)
    for now in range(STEP_MS, end + 1, STEP_MS):
        while coming.since <= now:
            queue[coming.user] = coming
            coming = next(crowd)
        made = group(list(queue.values()), now) if queue else []
        tables += [Table(now, tuple(queue.pop(user) for user in table.users)) for table in made]
        late += _is_late(list(queue.values()), now)
    return tables, late


def _is_late(queue: Sequence[Waiting], now: int) -> bool:
    """Whether somebody waits for too long among people enough for a table."""
    return bool(queue) and now - queue[0].since >= MAX_WAIT_MS and len({one.address for one in queue}) >= SMALLEST


def _figures(rate: float, tables: Sequence[Table], late: int, dice: Random) -> Figures:
    """Count and average."""
    waits = sorted((table.at - one.since) / 1000 for table in tables for one in table.people)
    people = [table.people for table in tables]
    return Figures(
        rate=rate,
        people=len(waits),
        p50=_percentile(waits, 50),
        p90=_percentile(waits, 90),
        p99=_percentile(waits, 99),
        longest=_percentile(waits, 100),
        late=late,
        size=_mean([len(table) for table in people]),
        short=_mean([len(table) < FEWEST for table in people]),
        grouped=_likeness(people),
        by_lot=_likeness(_dealt_anew(people, dice)),
    )


def _dealt_anew(tables: Sequence[Sequence[Waiting]], dice: Random) -> list[list[Waiting]]:
    """The same people at tables of the same sizes, by lot."""
    everybody = [one for table in tables for one in table]
    dice.shuffle(everybody)
    left = iter(everybody)
    return [list(islice(left, len(table))) for table in tables]


def _likeness(tables: Sequence[Sequence[Waiting]]) -> Likeness:
    """Compare the people of each table with each other."""
    deviations = sorted(_deviation([one.skill for one in table]) for table in tables)
    mixed = [not all(map(_is_new, table)) for table in tables for one in table if _is_new(one)]
    return Likeness(_mean(deviations), _percentile(deviations, 90), _mean(mixed))


def _is_new(one: Waiting) -> bool:
    """Whether somebody has hardly played yet."""
    return one.games < NEWCOMER_GAMES


def _deviation(skills: Sequence[float]) -> float:
    """The standard deviation, as quickly as needs be."""
    mean = fmean(skills)
    return sqrt(fmean((skill - mean) ** 2 for skill in skills))


def _mean(values: Sequence[float]) -> float:
    """The mean; of nothing, zero."""
    return fmean(values) if values else 0.0


def _percentile(ordered: Sequence[float], percent: int) -> float:
    """The smallest value that so many percent do not exceed; of nothing, zero."""
    return ordered[ceil(len(ordered) * percent / 100) - 1] if ordered else 0.0
