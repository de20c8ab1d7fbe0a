"""The ratings: what one game does to the skills of two sides that are seldom of one size."""

from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matchmaking.ratings import NEWCOMER, Skill, after

SIDES = [(1, 1), (1, 3), (2, 5), (2, 8), (4, 12)]
VETERAN = Skill(32.0, 1.5)

skills = st.builds(Skill, st.floats(0, 60), st.floats(0.5, 10))
sides = st.integers(1, 12).flatmap(lambda size: st.lists(skills, min_size=size, max_size=size))


def side(skills: list[Skill], *, first: int = 0) -> dict[UUID, Skill]:
    return {UUID(int=number): skill for number, skill in enumerate(skills, first)}


def newcomers(size: int, *, first: int = 0) -> dict[UUID, Skill]:
    return side([NEWCOMER] * size, first=first)


@given(winners=sides, losers=sides)
def test_the_winners_rise_and_the_losers_fall(winners: list[Skill], losers: list[Skill]) -> None:
    before = (side(winners), side(losers, first=100))
    skills = after(winners=before[0], losers=before[1])
    assert all(skills[user].mu >= skill.mu for user, skill in before[0].items())
    assert all(skills[user].mu <= skill.mu for user, skill in before[1].items())


@pytest.mark.parametrize(("mafia", "village"), SIDES)
def test_a_game_of_equals_is_even_whatever_the_sizes_of_the_sides(mafia: int, village: int) -> None:
    wolves, people = newcomers(mafia), newcomers(village, first=100)
    won, lost = after(winners=wolves, losers=people), after(winners=people, losers=wolves)
    step = won[UUID(int=0)].mu - NEWCOMER.mu
    assert step > 0.5
    for user in (*wolves, *people):
        sign = 1 if user in wolves else -1
        assert won[user].mu - NEWCOMER.mu == pytest.approx(sign * step)
        assert lost[user].mu - NEWCOMER.mu == pytest.approx(-sign * step)


@pytest.mark.parametrize(("mafia", "village"), SIDES)
def test_a_game_of_sides_that_are_as_good_on_average_is_even(mafia: int, village: int) -> None:
    wolves = newcomers(mafia)
    people = side([Skill(NEWCOMER.mu + (-1) ** number * 4, NEWCOMER.sigma) for number in range(village)], first=100)
    mean = sum(skill.mu for skill in people.values()) / village
    wolves = {user: skill._replace(mu=mean) for user, skill in wolves.items()}
    skills = after(winners=wolves, losers=people)
    rise, fall = skills[UUID(int=0)].mu - mean, people[UUID(int=100)].mu - skills[UUID(int=100)].mu
    assert rise == pytest.approx(fall)


def test_a_game_tells_more_when_it_surprises() -> None:
    weak, strong = side([Skill(15, 5)] * 2), side([Skill(35, 5)] * 5, first=100)
    upset = after(winners=weak, losers=strong)[UUID(int=0)].mu - 15
    expected = after(winners=strong, losers=weak)[UUID(int=100)].mu - 35
    assert upset > 5 * expected > 0


def test_a_veteran_moves_less_than_a_newcomer_at_the_same_table() -> None:
    winners = side([VETERAN, NEWCOMER])
    skills = after(winners=winners, losers=newcomers(5, first=100))
    veteran, newcomer = skills[UUID(int=0)], skills[UUID(int=1)]
    assert 0 < veteran.mu - VETERAN.mu < (newcomer.mu - NEWCOMER.mu) / 10


@pytest.mark.parametrize(("mafia", "village"), SIDES)
def test_every_game_takes_doubt_from_newcomers(mafia: int, village: int) -> None:
    skills = after(winners=newcomers(mafia), losers=newcomers(village, first=100))
    assert all(skill.sigma < NEWCOMER.sigma for skill in skills.values())


def test_the_doubt_about_somebody_who_plays_on_never_ends() -> None:
    winners, losers = newcomers(2), newcomers(5, first=100)
    for _ in range(1_000):
        skills = after(winners=winners, losers=losers)
        winners, losers = ({user: skills[user] for user in each} for each in (losers, winners))
    assert all(1 < skill.sigma < 2 for skill in (*winners.values(), *losers.values()))


@given(data=st.data(), winners=sides, losers=sides)
def test_the_order_of_the_players_is_of_no_account(
    data: st.DataObject, winners: list[Skill], losers: list[Skill]
) -> None:
    before = (side(winners), side(losers, first=100))
    shuffled = [dict(data.draw(st.permutations(list(each.items())))) for each in before]
    in_order = after(winners=before[0], losers=before[1])
    assert after(winners=shuffled[0], losers=shuffled[1]) == in_order


@given(winners=sides, losers=sides)
def test_everybody_who_played_is_rated_and_nobody_else(winners: list[Skill], losers: list[Skill]) -> None:
    before = (side(winners), side(losers, first=100))
    assert set(after(winners=before[0], losers=before[1])) == {*before[0], *before[1]}


def test_a_game_that_a_side_did_not_play_proves_nothing() -> None:
    alone = newcomers(3)
    assert after(winners=alone, losers={}) == after(winners={}, losers=alone) == alone
