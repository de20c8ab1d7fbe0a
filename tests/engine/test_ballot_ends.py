"""When a vote ends: at its deadline, when everybody has voted, or a little later where the lead changed late."""

import pytest

from game.engine import phases
from game.engine.frames import GamePhase
from game.engine.refusals import Refusal
from game.engine.state import Phase
from tests.engine.scene import voting, with_votes
from tests.engine.table import Table

FIVE = ("ann", "bob", "cat", "dan", "eve")


@pytest.fixture
def table() -> Table:
    return voting(*FIVE, mafia="ann")


def ends_at(table: Table) -> int:
    return table.state.timers.phase_ends_at or 0


def all_but_eve(table: Table) -> Table:
    return with_votes(table, "ann>bob", "bob>ann", "cat>bob", "dan>bob")


def test_it_ends_two_seconds_after_the_last_has_voted(table: Table) -> None:
    with_votes(all_but_eve(table).wait(5), "eve>skip")
    assert phases.due(table.state) == table.now + 2000


def test_a_changed_vote_gives_two_seconds_more(table: Table) -> None:
    with_votes(with_votes(all_but_eve(table), "eve>skip").wait(1), "eve>ann")
    assert phases.due(table.state) == table.now + 2000


def test_while_one_has_not_voted_it_goes_on(table: Table) -> None:
    assert phases.due(all_but_eve(table).state) == ends_at(table)


def test_it_does_not_wait_for_the_absent(table: Table) -> None:
    all_but_eve(table).disconnect("eve")
    assert phases.due(table.state) == table.now + 2000


def test_with_nobody_here_it_runs_to_its_deadline(table: Table) -> None:
    for user in FIVE:
        table.disconnect(user)
    assert phases.due(table.state) == ends_at(table)


def test_a_late_change_of_the_lead_adds_seven_seconds(table: Table) -> None:
    before = ends_at(table)
    with_votes(with_votes(table, "ann>bob").wait(26), "cat>dan", "eve>dan")
    assert ends_at(table) == before + 7_000


def test_the_new_deadline_is_told(table: Table) -> None:
    with_votes(with_votes(table, "ann>bob").wait(26), "cat>dan")
    assert table.sees("eve").ends_at == ends_at(table)
    assert [fact.__class__.__name__ for fact in table.facts] == ["VoteCounted", "Resync"]


def test_a_late_vote_that_changes_no_lead_adds_nothing(table: Table) -> None:
    before = ends_at(table)
    with_votes(with_votes(table, "ann>bob").wait(26), "cat>bob")
    assert ends_at(table) == before


def test_an_early_change_of_the_lead_adds_nothing(table: Table) -> None:
    before = ends_at(table)
    with_votes(with_votes(table, "ann>bob").wait(24), "cat>dan", "eve>dan")
    assert ends_at(table) == before


def test_time_is_added_twice_at_most(table: Table) -> None:
    before = ends_at(table)
    with_votes(table.wait(26), "ann>bob")
    with_votes(table.wait(7), "cat>dan")
    with_votes(table.wait(7), "eve>dan")
    assert ends_at(table) == before + 14_000


def test_the_next_vote_may_be_extended_again(table: Table) -> None:
    with_votes(table.wait(26), "ann>bob")
    with_votes(table.wait(7), "cat>skip")
    table.expire().expire().expire()
    before = ends_at(table)
    with_votes(table.wait(26), "ann>bob")
    assert ends_at(table) == before + 7_000


def test_a_vote_taken_away_by_an_absence_gives_two_seconds_more() -> None:
    table = with_votes(voting(*FIVE, mafia="ann", absence="eliminate"), "ann>bob", "bob>cat", "cat>bob", "dan>eve")
    table.wait(5).leave("dan")
    table.wait(5).leave("eve")
    assert phases.due(table.state) == table.now + 2000


def test_a_lead_lost_late_by_an_absence_adds_seven_seconds() -> None:
    table = with_votes(voting(*FIVE, mafia="ann", absence="eliminate"), "cat>bob")
    before = ends_at(table)
    table.wait(26).leave("bob")
    assert ends_at(table) == before + 7_000


def test_a_runoff_is_held_among_those_tied() -> None:
    table = with_votes(voting(*FIVE, mafia="ann", runoff=True), "ann>bob", "cat>dan").expire()
    assert (table.phase, table.state.round, ends_at(table) - table.now) == (Phase.VOTING, 1, 20_000)
    assert table.sees("eve").votes.candidates == ("bob", "dan")
    assert table.was_shown("eve", GamePhase)[-1].candidates == ("bob", "dan")
    assert table.vote("eve", "cat") is Refusal.BAD_TARGET
    assert table.vote("eve", None) is Refusal.BAD_TARGET
    assert table.vote("eve", "dan") is None


def test_skipping_stays_an_option_where_it_was_tied() -> None:
    table = with_votes(voting(*FIVE, mafia="ann", runoff=True), "ann>bob", "cat>skip").expire()
    assert table.vote("eve", None) is None


def test_a_runoff_decides() -> None:
    table = with_votes(voting(*FIVE, mafia="ann", runoff=True), "ann>bob", "cat>dan").expire()
    assert with_votes(table, "eve>bob").expire().living == ["ann", "cat", "dan", "eve"]


def test_a_tie_in_the_runoff_eliminates_nobody() -> None:
    table = with_votes(voting(*FIVE, mafia="ann", runoff=True), "ann>bob", "cat>dan").expire()
    assert with_votes(table, "ann>bob", "cat>dan").expire().living == list(FIVE)
    assert table.phase is Phase.NIGHT


def test_without_votes_there_is_no_runoff() -> None:
    assert voting(*FIVE, mafia="ann", runoff=True).expire().phase is Phase.NIGHT


def test_the_vote_after_a_runoff_is_open_to_all_again() -> None:
    table = with_votes(voting(*FIVE, mafia="ann", runoff=True), "ann>bob", "cat>dan").expire()
    table.expire().expire().expire()
    assert table.vote("eve", "cat") is None
