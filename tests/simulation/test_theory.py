"""The plain game: what the engine makes of it is what the literature says it is."""

from math import prod, sqrt
from random import Random

import pytest

from game.engine.settings import FirstNight, SettingsPatch
from game.engine.state import Phase, Side
from game.simulation import exact, theory
from game.simulation.theory import Position
from tests.simulation import lots

GAMES = 100_000
TABLES = [
    (3, 1),
    (4, 1),
    (5, 1),
    (5, 2),
    (6, 2),
    (7, 2),
    (8, 3),
    (10, 3),
    (13, 4),
    (21, 5),
    (40, 6),
    (101, 10),
    (300, 17),
]


def errors_off(won: int, games: int, odds: float) -> float:
    """How many standard errors the games won are away from the odds."""
    if odds in (0, 1):
        return 0 if won == odds * games else float("inf")
    return abs(won / games - odds) / sqrt(odds * (1 - odds) / games)


@pytest.mark.parametrize("start", [Phase.DAY, Phase.NIGHT])
@pytest.mark.parametrize(("players", "mafia"), TABLES)
def test_the_games_won_are_within_three_standard_errors_of_the_odds(players: int, mafia: int, start: Phase) -> None:
    position = Position(mafia, players - mafia, start)
    odds = float(lots.odds(mafia, players - mafia, is_day=start is Phase.DAY))
    assert errors_off(theory.play(position, GAMES, Random(2010)), GAMES, odds) < 3


@pytest.mark.parametrize("start", [Phase.DAY, Phase.NIGHT])
@pytest.mark.parametrize(("players", "mafia"), TABLES)
def test_the_odds_are_those_of_the_recursion_in_fractions(players: int, mafia: int, start: Phase) -> None:
    odds = lots.odds(mafia, players - mafia, is_day=start is Phase.DAY)
    assert exact.mafia_odds(Position(mafia, players - mafia, start)) == pytest.approx(float(odds), abs=1e-12)


@pytest.mark.parametrize("players", [3, 5, 7, 21, 101])
def test_one_mafioso_has_the_odds_that_are_known_in_closed_form(players: int) -> None:
    # Migdal (2010): (n-1)!! / n!! for an odd table that begins by day.
    closed = prod(even / (even + 1) for even in range(2, players, 2))
    assert exact.mafia_odds(Position(1, players - 1, Phase.DAY)) == pytest.approx(closed)


@pytest.mark.parametrize(("mafia", "others"), [(1, 1), (3, 3), (5, 2)])
def test_a_game_that_the_mafia_have_won_is_not_played(mafia: int, others: int) -> None:
    assert theory.play(Position(mafia, others, Phase.DAY), 7, Random(1)) == 7


def test_a_game_without_mafia_is_the_village_s() -> None:
    assert theory.play(Position(0, 5, Phase.NIGHT), 7, Random(1)) == 0


def test_the_same_dice_give_the_same_games() -> None:
    start = Position(3, 10, Phase.DAY)
    assert theory.play(start, 1000, Random("a")) == theory.play(start, 1000, Random("a"))


@pytest.mark.parametrize(
    ("position", "victim", "follows"),
    [
        (Position(2, 5, Phase.DAY), Side.MAFIA, Position(1, 5, Phase.NIGHT)),
        (Position(2, 5, Phase.DAY), Side.VILLAGERS, Position(2, 4, Phase.NIGHT)),
        (Position(2, 4, Phase.NIGHT), Side.VILLAGERS, Position(2, 3, Phase.DAY)),
        (Position(1, 5, Phase.DAY), Side.MAFIA, Side.VILLAGERS),
        (Position(2, 3, Phase.DAY), Side.VILLAGERS, Side.MAFIA),
        (Position(2, 3, Phase.NIGHT), Side.VILLAGERS, Side.MAFIA),
    ],
)
def test_the_engine_says_what_a_death_leads_to(position: Position, victim: Side, follows: Position | Side) -> None:
    assert theory.after(position, victim) == follows


@pytest.mark.parametrize(("first_night", "is_day"), [(FirstNight.MEETING, True), (FirstNight.KILL, False)])
@pytest.mark.parametrize(("players", "mafia"), [(5, 1), (8, 2)])
def test_whole_games_in_which_everybody_does_something_agree(
    players: int, mafia: int, first_night: FirstNight, *, is_day: bool
) -> None:
    rules = SettingsPatch(mafia=mafia, detective=False, doctor=False, first_night=first_night)
    games = 1000
    won = sum(lots.winner(players, rules, f"{number:064x}") is Side.MAFIA for number in range(games))
    assert errors_off(won, games, float(lots.odds(mafia, players - mafia, is_day=is_day))) < 3
