"""The days on which minds are asked: who sits there, what a bot suspects, and how a day passes; it judges nothing."""

from typing import Unpack

from game.engine.ids import UserId
from game.engine.phrases import PhraseKey
from tests.engine.bots.salon import mind_of, say
from tests.engine.scene import day, with_votes
from tests.engine.table import Table
from tests.engine.wishes import Pace

SIX = ("ann", "bob", "cat", "dan", "eve", "fay")


def table(**pace: Unpack[Pace]) -> Table:
    """The first day of a game in which Eve is the mafioso, Ann the detective and Bob the doctor."""
    return day(*SIX, mafia="eve", detective="ann", doctor="bob", **pace)


def suspicion(table: Table, of: UserId, by: str = "fay") -> float:
    return mind_of(table, by).suspicion[of]


def gained(table: Table, of: UserId, *said: tuple[str, PhraseKey, str | None], by: str = "fay") -> float:
    """By how much these words make this bot suspect somebody."""
    before = suspicion(table, of, by)
    for speaker, key, whom in said:
        say(table, speaker, key, whom)
    return suspicion(table, of, by) - before


def next_day(table: Table, *ballots: str, kill: str | None = None) -> Table:
    """The day after this one: with a vote in which these ballots are cast, and a night."""
    with_votes(table.expire(), *ballots).expire()
    if kill:
        table.kill("eve", kill)
    return table.expire()
