"""The simulation of strangers: repeatable, without servers, and it shows that the grouping is worth its while."""

import io
import json
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from matchmaking.simulation.arrivals import simulate

ROOT = Path(__file__).resolve().parents[2]


def printed(*arguments: str) -> list[str]:
    said = io.StringIO()
    call_command("arrivals", *arguments, stdout=said)
    return said.getvalue().splitlines()


def test_the_same_seed_gives_the_same_figures() -> None:
    assert simulate(60, minutes=5, seed="a") == simulate(60, minutes=5, seed="a")


def test_another_seed_gives_other_figures() -> None:
    assert simulate(60, minutes=5, seed="a") != simulate(60, minutes=5, seed="b")


@pytest.mark.parametrize("rate", [5, 20, 60])
def test_nobody_is_kept_for_thirty_seconds_where_four_wait(rate: int) -> None:
    assert simulate(rate, minutes=30).late == 0


def test_where_many_come_skills_are_closer_than_by_lot() -> None:
    figures = simulate(600, minutes=2)
    assert figures.grouped.deviation < 0.6 * figures.by_lot.deviation


def test_where_many_come_newcomers_meet_newcomers() -> None:
    figures = simulate(600, minutes=2)
    assert figures.grouped.mixed < 0.05 < figures.by_lot.mixed


def test_where_many_come_tables_are_full_and_soon() -> None:
    figures = simulate(600, minutes=2)
    assert figures.size > 9
    assert figures.p50 < 5


def test_where_nobody_comes_there_is_nothing_to_count() -> None:
    assert simulate(1, minutes=0.02).people == 0


def test_each_rate_has_a_line_below_the_head() -> None:
    assert [line.split()[0] for line in printed("--rate=30/min", "--rate=2/s", "--minutes=2")[1:]] == ["30/min", "2/s"]


def test_programs_get_json() -> None:
    (line,) = printed("--rate=30", "--minutes=2", "--json")
    assert json.loads(line)["rate"] == 30


@pytest.mark.parametrize("rate", ["0", "-1", "many", "5/hour"])
def test_a_rate_that_says_nothing_is_refused(rate: str) -> None:
    with pytest.raises(CommandError, match="10/min or 5/s"):
        printed(f"--rate={rate}")


@pytest.mark.parametrize("minutes", ["0", "-1", "nan"])
def test_a_time_that_never_ends_or_begins_is_refused(minutes: str) -> None:
    with pytest.raises(CommandError, match="more than 0"):
        printed(f"--minutes={minutes}")


def test_the_same_figures_are_drawn_alike(tmp_path: Path) -> None:
    drawn = [tmp_path / "one.svg", tmp_path / "other.svg"]
    for path in drawn:
        printed("--rate=30", "--rate=60", "--minutes=2", f"--plot={path}")
    assert drawn[0].read_bytes() == drawn[1].read_bytes()
    assert b"<script" not in drawn[0].read_bytes()


def test_the_documented_figures_are_those_of_the_code() -> None:
    documented = (ROOT / "docs" / "matchmaking.md").read_text()
    for line in printed("--rate=10", "--rate=1/s", "--rate=10/s"):
        assert line in documented


def test_it_needs_no_server_and_no_environment() -> None:
    run = [sys.executable, "manage.py", "arrivals", "--rate", "30", "--minutes", "1"]
    done = subprocess.run(run, cwd=ROOT, env={}, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "30/min" in done.stdout
