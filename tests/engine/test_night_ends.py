"""When a night ends: at its deadline, or once everybody who is here has tapped, whatever their roles."""

import pytest

from game.engine import phases
from game.engine.night import CALM_MS, FLOOR_MS, JITTER_MS
from game.engine.state import Phase
from tests.engine.scene import night
from tests.engine.table import NOON, Table

FIVE = ("ann", "bob", "cat", "dan", "eve")


@pytest.fixture
def table() -> Table:
    return night(*FIVE, mafia="ann", doctor="bob", detective="cat")


def tap_all(table: Table) -> None:
    for user in table.living:
        assert table.done(user) is None


def test_it_lasts_as_long_as_was_set(table: Table) -> None:
    table.expire().expire().expire()
    assert (phases.due(table.state) or 0) - table.now == 30_000


def test_the_first_is_longer_by_the_time_to_look_at_one_s_role(table: Table) -> None:
    assert phases.due(table.state) == NOON + 38_000


def test_while_one_has_not_tapped_it_goes_on(table: Table) -> None:
    for user in FIVE[1:]:
        table.done(user)
    assert phases.due(table.state) == table.state.timers.phase_ends_at


def test_when_all_have_tapped_it_is_not_shorter_than_the_floor(table: Table) -> None:
    tap_all(table)
    assert FLOOR_MS <= (phases.due(table.state) or 0) - NOON <= FLOOR_MS + JITTER_MS


def test_it_stays_calm_after_the_last_tap(table: Table) -> None:
    tap_all(table.wait(15))
    assert CALM_MS <= (phases.due(table.state) or 0) - table.now <= CALM_MS + JITTER_MS


def test_a_changed_choice_disturbs_the_calm(table: Table) -> None:
    tap_all(table.wait(12))
    before = phases.due(table.state) or 0
    table.wait(1).kill("ann", "dan")
    assert phases.due(table.state) == before + 1000


def test_it_never_outlasts_its_deadline(table: Table) -> None:
    tap_all(table.wait(37.5))
    assert phases.due(table.state) == table.state.timers.phase_ends_at


def test_an_act_counts_as_a_tap(table: Table) -> None:
    for user in ("dan", "eve"):
        table.done(user)
    table.kill("ann", "dan")
    table.save("bob", "bob")
    table.inspect("cat", "ann")
    assert phases.due(table.state) != table.state.timers.phase_ends_at


def test_it_does_not_wait_for_the_absent(table: Table) -> None:
    table.disconnect("eve")
    for user in FIVE[:4]:
        table.done(user)
    assert phases.due(table.state) != table.state.timers.phase_ends_at


def test_it_does_not_wait_for_the_dead() -> None:
    table = night(*FIVE, mafia="ann", out="eve")
    for user in FIVE[:4]:
        table.done(user)
    assert phases.due(table.state) != table.state.timers.phase_ends_at


def test_with_nobody_here_it_runs_to_its_deadline(table: Table) -> None:
    for user in FIVE:
        table.disconnect(user)
    assert phases.due(table.state) == table.state.timers.phase_ends_at


def test_when_the_last_one_without_a_tap_goes_it_ends_at_once(table: Table) -> None:
    for user in FIVE[:4]:
        table.done(user)
    table.wait(20).disconnect("eve")
    assert table.phase is Phase.DAY


def test_waking_at_the_early_end_begins_the_day(table: Table) -> None:
    tap_all(table)
    assert table.wake().phase is Phase.DAY
    assert table.now < NOON + 14_000
