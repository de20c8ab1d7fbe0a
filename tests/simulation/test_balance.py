"""The page on balance says what the code has, and what it promises of the sizes that strangers play at."""

import re
from pathlib import Path

import pytest

from game.engine.settings import SettingsPatch
from game.engine.setup import TABLE
from game.odds import MAFIA_WINS
from game.simulation import batch
from game.simulation.report import FAIR

PAGE = (Path(__file__).parents[2] / "docs" / "balance.md").read_text(encoding="utf-8")
BY_BOTS = PAGE.partition("## What bots make of it")[2].partition("\n## ")[0]
SETUP = re.compile(r"^\| (\d+) \| (\d+) \| (\d+) \| (\d+) \| \d+ \| (\w+) \|$", re.MULTILINE)
MEASURED = re.compile(r"^\| (\d+) \| [^|]*; \w+ \| \d+ \| ([\d.]+) % \| ([\d.]+) % \| ([\d.]+) % \|", re.MULTILINE)


def test_the_setups_on_the_page_are_those_of_the_code() -> None:
    assert {
        int(seats): (int(mafia), int(detective), int(doctor), first_night)
        for seats, mafia, detective, doctor, first_night in SETUP.findall(PAGE)
    } == TABLE


@pytest.mark.parametrize("seats", range(6, 11))
def test_what_was_measured_is_fair_to_both_sides(seats: int) -> None:
    low, high = next((float(low), float(high)) for size, _, low, high in MEASURED.findall(PAGE) if int(size) == seats)
    assert FAIR[0] < low < high < FAIR[1]


def test_a_host_is_told_what_was_measured() -> None:
    assert {int(seats): round(float(rate)) for seats, rate, _, _ in MEASURED.findall(BY_BOTS)} == MAFIA_WINS


@pytest.mark.parametrize("seats", [7, 10])
def test_bots_make_up_for_what_chance_leaves_to_the_village(seats: int) -> None:
    thinking, by_lot = (batch.play(batch.Order(seats, SettingsPatch(), each, "s"), 40, map) for each in batch.POLICIES)
    assert thinking.mafia_wins < by_lot.mafia_wins
