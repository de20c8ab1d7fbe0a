"""No single trick beats a table of bots: measured on games that are always the same."""

import pytest

from game.engine.state import Role
from tests.engine.bots import tricks
from tests.engine.bots.salon import Salon, Script, dealt, mafia_wins

GAMES = 12
MOST = 0.75
"""So often the mafia may win with a trick at the most: a good game is near a half."""


@pytest.mark.parametrize(
    "script", [tricks.false_detective, tricks.careful_liar, tricks.mute, tricks.skipper, tricks.hunter, tricks.echo]
)
def test_a_mafioso_with_one_trick_does_not_beat_the_bots(script: Script) -> None:
    assert mafia_wins(GAMES, script) <= MOST


def test_a_table_of_bots_is_no_walkover_for_either_side() -> None:
    assert 0.25 < mafia_wins(GAMES) < MOST


def test_villagers_who_always_skip_do_not_bring_a_game_to_a_halt() -> None:
    table = dealt(9)
    skippers = dict.fromkeys(table.state.acting_as(Role.VILLAGER)[:4], tricks.skipper)
    salon = Salon(table, scripts=skippers)
    salon.play()
    assert salon.state.round < 10


@pytest.mark.parametrize("seats", [4, 5, 16])
def test_bots_play_tables_of_any_size_to_the_end(seats: int) -> None:
    assert Salon(dealt(seats)).play() is not None
