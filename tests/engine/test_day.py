"""The day ends at its deadline, or when more than half of those who are here want to vote."""

import pytest

from game.engine.refusals import Refusal
from game.engine.state import Phase
from tests.engine.scene import day, voting
from tests.engine.table import Table

SIX = ("ann", "bob", "cat", "dan", "eve", "fay")


@pytest.fixture
def table() -> Table:
    return day(*SIX, mafia="ann")


def test_it_lasts_as_long_as_was_set(table: Table) -> None:
    assert (table.state.timers.phase_ends_at or 0) - table.now == 90_000
    assert table.expire().phase is Phase.VOTING


def test_half_are_not_enough_to_vote(table: Table) -> None:
    for user in SIX[:3]:
        table.done(user)
    assert table.phase is Phase.DAY


def test_more_than_half_are_enough(table: Table) -> None:
    for user in SIX[:4]:
        table.done(user)
    assert table.phase is Phase.VOTING


def test_wanting_twice_counts_once(table: Table) -> None:
    for user in ("ann", "ann", "bob", "cat"):
        table.done(user)
    assert table.phase is Phase.DAY


def test_the_absent_do_not_count(table: Table) -> None:
    table.disconnect("fay")
    table.disconnect("eve")
    for user in SIX[:3]:
        table.done(user)
    assert table.phase is Phase.VOTING


def test_when_one_goes_the_others_may_be_more_than_half(table: Table) -> None:
    for user in SIX[:3]:
        table.done(user)
    table.disconnect("fay")
    assert table.phase is Phase.VOTING


def test_with_nobody_here_it_runs_to_its_deadline() -> None:
    table = day(*SIX, mafia="ann", absence="ignore")
    for user in SIX:
        table.disconnect(user)
    assert table.phase is Phase.DAY
    assert table.expire().phase is Phase.VOTING


def test_the_dead_do_not_call_the_vote() -> None:
    assert day(*SIX, mafia="ann", out="fay").done("fay") is Refusal.DEAD


def test_who_wants_to_vote_is_not_told(table: Table) -> None:
    table.done("ann")
    assert not any(table.told(user) for user in SIX)
    assert [table.sees(user).you.done for user in SIX[:2]] == [True, False]


def test_a_tap_in_the_vote_is_refused() -> None:
    assert voting(*SIX, mafia="ann").done("ann") is Refusal.WRONG_PHASE


def test_a_tap_of_the_night_does_not_call_the_vote() -> None:
    table = day(*SIX, mafia="ann").expire().expire()
    for user in SIX:
        table.done(user)
    assert table.wake().phase is Phase.DAY
