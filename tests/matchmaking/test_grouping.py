"""How strangers are brought together, case by case."""

from itertools import pairwise

import pytest

from matchmaking.grouping import DUE_MS, GROW_MS, LEAVER_MS, MAX_WAIT_MS, SETTLE_MS, SHIELD_MS, Waiting, group
from tests.matchmaking.crowds import NOW, crowd, evening, sizes, tables


def test_five_wait_for_a_sixth() -> None:
    assert sizes(crowd(5, waited=DUE_MS - 1)) == []


@pytest.mark.parametrize(
    ("count", "made"),
    [
        (6, [6]),
        (7, [7]),
        (10, [10]),
        (11, [6]),
        (12, [6, 6]),
        (13, [7, 6]),
        (16, [10, 6]),
        (21, [7, 7, 7]),
        (23, [10, 7, 6]),
        (600, [10] * 60),
    ],
)
def test_who_came_at_once_sits_down_when_nobody_joined_for_four_seconds(count: int, made: list[int]) -> None:
    assert sizes(crowd(count, waited=GROW_MS)) == made


def test_six_wait_a_moment_for_more() -> None:
    assert sizes(crowd(6, waited=GROW_MS - 1)) == []


def test_the_moment_begins_with_the_sixth() -> None:
    assert sizes(crowd(5, waited=20_000) + crowd(1, waited=GROW_MS - 1, name="sixth")) == []


def test_ten_wait_a_second_for_those_who_came_with_them() -> None:
    assert sizes(crowd(10, waited=SETTLE_MS - 1)) == []
    assert sizes(crowd(10, waited=SETTLE_MS)) == [10]


def test_of_many_tens_sit_down_at_once() -> None:
    assert sizes(crowd(32)) == [10, 10]


@pytest.mark.parametrize("count", [6, 7, 10, 12, 13, 17, 19, 22, 33, 600])
def test_who_comes_within_two_seconds_sits_within_seven(count: int) -> None:
    coming = [one._replace(since=NOW + number * 2_000 // count) for number, one in enumerate(crowd(count))]
    waits = evening(coming)
    assert len(waits) == count
    assert max(waits.values()) <= 7_000


@pytest.mark.parametrize("count", range(4, 24))
def test_nobody_waits_for_thirty_seconds_where_four_do(count: int) -> None:
    skills = [one._replace(skill=5.0 * number, games=number % 9) for number, one in enumerate(crowd(count))]
    waits = evening(skills)
    assert len(waits) == count
    assert max(waits.values()) < MAX_WAIT_MS


def test_four_sit_down_when_time_is_up() -> None:
    assert sizes(crowd(1, waited=DUE_MS, name="first") + crowd(3)) == [4]


def test_three_have_to_wait_for_a_fourth() -> None:
    assert sizes(crowd(3, waited=MAX_WAIT_MS)) == []


def test_with_bots_one_is_enough_when_time_is_up() -> None:
    assert sizes(crowd(1, waited=DUE_MS), fill=True) == [1]
    assert sizes(crowd(3, waited=DUE_MS - 1), fill=True) == []


def test_who_is_far_from_everybody_sits_with_the_nearest_when_time_is_up() -> None:
    master = Waiting("master", NOW - DUE_MS, skill=60)
    near, far = crowd(10, name="near", skill=40), crowd(12, name="far", skill=10)
    table = tables([*far, *near, master])[0]
    assert master in table
    assert set(table) - {master} < set(near)


def test_like_sit_with_like_where_many_wait() -> None:
    waiting = crowd(10, waited=SETTLE_MS, name="weak", skill=15) + crowd(10, waited=GROW_MS, name="strong", skill=35)
    assert [{one.skill for one in table} for table in tables(waiting)] == [{35}, {15}]


def test_the_window_widens_with_waiting() -> None:
    ladder = [one._replace(skill=3.0 * number) for number, one in enumerate(crowd(6))]
    waits = evening(one._replace(since=NOW) for one in ladder)
    assert set(waits.values()) == {4_000}
    waits = evening(one._replace(since=NOW, skill=2 * one.skill) for one in ladder)
    assert set(waits.values()) == {11_000}


def test_newcomers_and_veterans_do_not_meet_where_there_are_enough() -> None:
    waiting = [one._replace(games=number % 2 * 50) for number, one in enumerate(crowd(12, waited=12_000))]
    assert [{one.games for one in table} for table in tables(waiting)] == [{0}, {50}]


def test_too_few_newcomers_join_the_others_after_a_while() -> None:
    veterans = crowd(6, waited=GROW_MS, name="old")
    assert sizes(crowd(4, waited=SHIELD_MS - 1, games=0) + veterans) == [6]
    assert sizes(crowd(4, waited=SHIELD_MS, games=0) + veterans) == [10]


def test_six_wait_for_a_wider_window_rather_than_leave_a_seventh_alone() -> None:
    waiting = [*crowd(6, waited=GROW_MS), *crowd(1, waited=GROW_MS, name="seventh", skill=50)]
    assert sizes(waiting) == []
    assert set(evening(one._replace(since=NOW) for one in waiting).values()) == {8_500}


def test_six_do_not_wait_for_somebody_who_has_just_come() -> None:
    assert sizes([*crowd(6, waited=GROW_MS), *crowd(1, waited=GROW_MS - 1, name="seventh", skill=50)]) == [6]


def test_six_do_not_wait_for_somebody_who_may_not_sit_with_them() -> None:
    ann, *others = crowd(6, waited=GROW_MS)
    assert sizes([ann._replace(address="home"), *others, Waiting("brother", NOW - GROW_MS, address="home")]) == [6]


def test_who_often_leaves_waits_longer_but_not_too_long() -> None:
    leavers = [one._replace(leaves=1.0) for one in crowd(6, games=1_000_000, waited=LEAVER_MS - 100)]
    assert sizes(leavers) == []
    assert sizes(leavers, later=100) == [6]


def test_one_game_left_costs_the_beginner_little() -> None:
    once = [one._replace(leaves=1.0) for one in crowd(6, games=1, waited=GROW_MS)]
    assert sizes(once) == [6]


def test_when_time_is_up_leavers_fill_the_table() -> None:
    leaver = Waiting("leaver", NOW, games=1_000, leaves=1.0)
    assert sizes([leaver, *crowd(3, waited=DUE_MS)]) == [4]


def test_a_household_is_spread_over_the_tables() -> None:
    home = [one._replace(address="home") for one in crowd(3, waited=GROW_MS, name="home")]
    for table in tables(home + crowd(18, waited=GROW_MS)):
        assert sum(one.address == "home" for one in table) <= 1


def test_four_of_one_address_are_not_four() -> None:
    assert sizes([one._replace(address="home") for one in crowd(4, waited=MAX_WAIT_MS)]) == []


def test_the_longest_waiters_go_first() -> None:
    came = [one._replace(since=NOW - 9_000 + 100 * number) for number, one in enumerate(crowd(11))]
    assert group(came, NOW)[0].users == tuple(one.user for one in came[:6])


def test_the_users_of_a_table_stand_in_the_order_of_their_coming() -> None:
    came = [one._replace(since=NOW - 9_000 + 100 * number, skill=25 - number) for number, one in enumerate(crowd(8))]
    table = tables(came)[0]
    assert all(one.since < other.since for one, other in pairwise(table))


def test_a_fresh_table_needs_six_to_start() -> None:
    assert group(crowd(7, waited=GROW_MS), NOW)[0].least == 6


def test_a_table_whose_time_would_be_up_after_gathering_needs_four() -> None:
    assert group(crowd(7, waited=DUE_MS - 15_000), NOW)[0].least == 4
