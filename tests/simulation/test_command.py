"""`manage.py simulate`, as somebody with a fresh clone runs it: no server, no secret, nothing set."""

import json
import os
import subprocess
import sys
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from game.engine.state import Phase
from game.simulation import exact
from game.simulation.theory import Position

ROOT = Path(__file__).resolve().parents[2]
PLAIN = ("--theory", "--players", "7", "--mafia", "2")


def shell(*words: str) -> subprocess.CompletedProcess[str]:
    """What the command says in an environment that sets nothing."""
    return subprocess.run(
        [sys.executable, "manage.py", "simulate", *words],
        cwd=ROOT,
        env={"PATH": os.environ["PATH"]},
        capture_output=True,
        text=True,
        check=False,
    )


def said(*words: str, **options: Any) -> str:
    out = StringIO()
    call_command("simulate", *words, **options, stdout=out)
    return out.getvalue()


def test_the_plain_game_is_one_line_of_json_and_nothing_else() -> None:
    ran = shell(*PLAIN, "--start", "night", "--games", "100000", "--json")
    wins = json.loads(ran.stdout)["mafiaWins"]
    assert (ran.stdout, ran.stderr, ran.returncode) == (f'{{"games": 100000, "mafiaWins": {wins}}}\n', "", 0)


def test_games_of_bots_need_no_server_either() -> None:
    ran = shell("--players", "4-5", "--games", "3", "--json")
    assert [table["players"] for table in json.loads(ran.stdout)] == [4, 5]


def test_what_cannot_be_played_is_said_in_a_sentence() -> None:
    ran = shell("--theory", "--players", "7", "--mafia", "0", "--json")
    assert (ran.stdout, ran.returncode) == ("", 1)
    assert ran.stderr == "CommandError: --mafia has to be at least 1, and less than --players\n"


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (("--theory", "--players", "7", "--mafia", "7"), "less than --players"),
        (("--theory", "--players", "7", "--mafia", "-1"), "at least 1"),
        (("--theory", "--players", "7"), "say --players and --mafia"),
        (("--theory", "--players", "6-7", "--mafia", "1"), "one table"),
        ((*PLAIN, "--games", "0"), "at least 1"),
        ((*PLAIN, "--games", "-5"), "at least 1"),
        (("--players", "many"), "a number, or a range"),
        (("--players", "7-6"), "a number, or a range"),
        (("--players", "3"), "no table of 3 players"),
        (("--players", "6", "--mafia", "3"), "no table of 6 players"),
        (("--mafia", "9"), "<= 7"),
        (("--jobs", "0"), "at least 1"),
        (("--games", "many"), "invalid int"),
        (("--policy", "cheat"), "invalid choice"),
        ((*PLAIN, "--start", "noon"), "invalid choice"),
    ],
)
def test_bad_arguments_are_refused(words: tuple[str, ...], complaint: str) -> None:
    with pytest.raises(CommandError, match=complaint):
        said(*words)


def test_the_same_seed_plays_the_same_games() -> None:
    assert said(*PLAIN, "--seed", "7", "--json") == said(*PLAIN, "--seed", "7", "--json")


def test_without_a_seed_the_games_are_new() -> None:
    assert len({said(*PLAIN, "--games", "100000", "--json") for _ in range(4)}) > 1


def test_a_program_may_ask_in_its_own_types() -> None:
    assert json.loads(said(theory=True, players=3, mafia=2, games=5, json=True)) == {"games": 5, "mafiaWins": 5}


def test_people_are_told_the_interval_and_the_exact_odds() -> None:
    exactly = exact.mafia_odds(Position(2, 5, Phase.DAY))
    assert said(*PLAIN, "--seed", "1").endswith(f"of 300 games; exactly {exactly:.2%}\n")


def test_a_table_has_a_row_for_each_size() -> None:
    header, *rows = said("--players", "4-6", "--games", "2", "--policy", "random", "--jobs", "1").splitlines()
    assert header.split()[:3] == ["size", "setup", "games"]
    assert [row.split()[0] for row in rows] == ["4", "5", "6"]


def test_the_rules_can_be_others_than_the_table_s() -> None:
    rules = ("--mafia", "2", "--no-detective", "--doctor", "--first-night", "kill")
    (table,) = json.loads(said("--players", "9", "--games", "1", "--jobs", "1", "--json", *rules))
    assert table["setup"] == {"mafia": 2, "detective": 0, "doctor": 1, "villager": 6, "firstNight": "kill"}


def test_the_same_games_are_drawn_as_the_same_plot(tmp_path: Path) -> None:
    plots = [tmp_path / "one.svg", tmp_path / "other.svg"]
    for plot in plots:
        said("--players", "4-5", "--games", "2", "--jobs", "1", "--seed", "1", "--plot", str(plot))
    one, other = (plot.read_text() for plot in plots)
    assert one == other
    assert one.startswith("<svg")
