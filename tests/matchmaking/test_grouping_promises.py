"""What grouping promises of any crowd whatever."""

from itertools import chain

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matchmaking.grouping import (
    DUE_MS,
    FEWEST,
    GROW_MS,
    MAX_WAIT_MS,
    MOST,
    NEWCOMER_GAMES,
    SETTLE_MS,
    SMALLEST,
    Waiting,
    group,
    window,
)
from tests.matchmaking.crowds import NOW, VETERAN, addresses, crowd, is_due, people, sizes, tables, waited

pytestmark = pytest.mark.filterwarnings("error")
ROUNDING = 1e-6


def left(waiting: list[Waiting], *, fill: bool = False) -> list[Waiting]:
    seated = set(chain.from_iterable(tables(waiting, fill=fill)))
    return [one for one in waiting if one not in seated]


@given(people(), st.booleans())
def test_nobody_sits_twice(waiting: list[Waiting], fill: bool) -> None:
    seated = [one.user for table in tables(waiting, fill=fill) for one in table]
    assert len(seated) == len(set(seated))


@given(people(most=20))
def test_two_tickets_of_a_user_are_one_seat(waiting: list[Waiting]) -> None:
    again = [one._replace(since=one.since - 1_000, games=0) for one in waiting]
    seated = [user for table in group(waiting + again, NOW) for user in table.users]
    assert len(seated) == len(set(seated))


@given(people(), st.booleans(), st.randoms(use_true_random=False))
def test_the_order_of_the_queue_changes_nothing(waiting: list[Waiting], fill: bool, dice: st.DataObject) -> None:
    shuffled = list(waiting)
    dice.shuffle(shuffled)  # type: ignore[attr-defined]
    assert group(shuffled, NOW, fill=fill) == group(waiting, NOW, fill=fill)


@given(people())
def test_tables_have_six_to_ten_or_a_few_less_when_time_is_up(waiting: list[Waiting]) -> None:
    for table in tables(waiting):
        assert (SMALLEST if is_due(table) else FEWEST) <= len(table) <= MOST


@given(people())
def test_bots_make_tables_legal_only_when_time_is_up(waiting: list[Waiting]) -> None:
    for table in tables(waiting, fill=True):
        assert (1 if is_due(table) else FEWEST) <= len(table) <= MOST


@given(people(), st.booleans())
def test_no_two_of_an_address_sit_together(waiting: list[Waiting], fill: bool) -> None:
    assert all(addresses(table) == len(table) for table in tables(waiting, fill=fill))


@given(people())
def test_who_has_waited_longest_sits_when_time_is_up_and_four_can_play(waiting: list[Waiting]) -> None:
    if is_due(waiting) and addresses(waiting) >= SMALLEST:
        oldest = min(one.since for one in waiting)
        assert any(one.since == oldest for table in tables(waiting) for one in table)


@given(people())
def test_a_few_looks_leave_nobody_whose_time_is_up_while_four_can_play(waiting: list[Waiting]) -> None:
    while tables(waiting):
        waiting = left(waiting)
    assert not is_due(waiting) or addresses(waiting) < SMALLEST


@given(people())
def test_with_bots_nobody_is_left_whose_time_is_up(waiting: list[Waiting]) -> None:
    while tables(waiting, fill=True):
        waiting = left(waiting, fill=True)
    assert not is_due(waiting)


@given(people())
def test_skills_lie_within_the_window_of_the_longest_waiter(waiting: list[Waiting]) -> None:
    for table in tables(waiting):
        skills = [one.skill for one in table]
        widest = window(max(map(waited, table))) + ROUNDING
        assert is_due(table) or max(skills) - min(skills) <= widest


@given(people(waits=(0, DUE_MS - 1), leaves=(0.0,), least=20))
def test_newcomers_sit_apart_while_six_of_each_wait(waiting: list[Waiting]) -> None:
    newcomers = sum(one.games < NEWCOMER_GAMES for one in waiting)
    if min(newcomers, len(waiting) - newcomers) >= FEWEST:
        assert all(len({one.games < NEWCOMER_GAMES for one in table}) == 1 for table in tables(waiting))


@given(people())
def test_a_table_waits_for_more_people_unless_it_is_full_or_time_is_up(waiting: list[Waiting]) -> None:
    for table in tables(waiting):
        grown = len(table) >= FEWEST and sorted(map(waited, table))[-FEWEST] >= GROW_MS
        assert grown or len(table) == MOST or is_due(table)


@settings(max_examples=300)
@given(people(waits=(SETTLE_MS, DUE_MS - 1), games=(VETERAN,), leaves=(0.0,)))
def test_a_table_leaves_one_to_three_only_if_no_smaller_one_would_not(waiting: list[Waiting]) -> None:
    stays = len(waiting)
    for table in tables(waiting):
        stays -= len(table)
        smaller = range(FEWEST, len(table))
        assert stays not in range(1, SMALLEST) or all(stays + len(table) - size < SMALLEST for size in smaller)


@given(people(waits=(0, DUE_MS - 1), leaves=(0.0,)))
def test_one_to_three_are_left_only_where_they_may_not_sit_or_others_come(waiting: list[Waiting]) -> None:
    made = tables(waiting)
    alone = left(waiting)
    if made and len(alone) in range(1, SMALLEST) and min(map(waited, alone)) >= GROW_MS:
        assert {one.address for one in alone} <= {one.address for one in made[-1]} - {""}


@given(people(waits=(DUE_MS, MAX_WAIT_MS)))
def test_neither_does_a_table_of_six_or_more_when_time_is_up(waiting: list[Waiting]) -> None:
    stays = len(waiting)
    for table in tables(waiting):
        stays -= len(table)
        smaller = range(FEWEST, len(table))
        assert stays not in range(1, SMALLEST) or all(stays + len(table) - size < SMALLEST for size in smaller)


@given(st.integers(0, 400), st.sampled_from([GROW_MS, DUE_MS - 1]))
def test_people_alike_all_sit_down_but_five_of_eleven(count: int, wait: int) -> None:
    assert count - sum(sizes(crowd(count, waited=wait))) == (count if count < FEWEST else 5 if count == 11 else 0)
