"""Plays games without people or servers and says how often the mafia win; changes nothing."""

import json
import os
import secrets
from argparse import ArgumentParser, BooleanOptionalAction
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random
from time import perf_counter
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from msgspec import ValidationError, convert

from game.engine.settings import FirstNight, Settings, SettingsPatch, patched
from game.engine.setup import MAX_SEATS, MIN_SEATS, Setup, choose
from game.engine.state import Phase
from game.simulation import batch, exact, report, theory

STARTS = {"day": Phase.DAY, "night": Phase.NIGHT}
OF_THEORY = ("start",)
OF_BOTS = ("detective", "doctor", "first_night", "policy", "plot")
FIELDS = {"mafia": "mafia", "detective": "detective", "doctor": "doctor", "first_night": "firstNight"}


class Command(BaseCommand):
    """`manage.py simulate`."""

    help = "Play games of bots, or with --theory the plain game of the literature, and count how often the mafia win."
    requires_system_checks: list[str] = []  # noqa: RUF012 - Django's own name, and never changed

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Offer both kinds of game."""
        parser.add_argument("--players", default=f"{MIN_SEATS}-{MAX_SEATS}", help="7, or 6-10 (default: %(default)s)")
        parser.add_argument("--mafia", type=int, help="how many of them are mafia")
        parser.add_argument("--games", type=int, default=300, help="how many of each size (default: %(default)s)")
        parser.add_argument("--seed", help="the same seed gives the same games")
        parser.add_argument("--json", action="store_true", help="print one line of JSON")
        plain = parser.add_argument_group("the plain game: no special roles, no talk, everything by lot")
        plain.add_argument("--theory", action="store_true", help="play it, with --players and --mafia of any size")
        plain.add_argument("--start", choices=STARTS, help="what the game begins with (default: day)")
        bots = parser.add_argument_group("games of bots: what is left open is as the table of setups has it")
        bots.add_argument("--detective", action=BooleanOptionalAction, help="whether there is one")
        bots.add_argument("--doctor", action=BooleanOptionalAction, help="whether there is one")
        bots.add_argument("--first-night", choices=[each.value for each in FirstNight])
        bots.add_argument("--policy", choices=batch.POLICIES, help="how they decide (default: bots)")
        bots.add_argument(
            "--jobs", type=int, default=os.cpu_count(), help="how many processes share the work (default: one a core)"
        )
        bots.add_argument("--plot", type=Path, metavar="FILE.svg", help="draw what was measured")

    def handle(self, *_args: Any, **options: Any) -> None:
        """Play the one or the other, and print what came of it."""
        if min(options["games"], options["jobs"]) < 1:
            raise CommandError("--games and --jobs have to be at least 1")
        _refuse_strays(options)
        if options["theory"]:
            self.stdout.write(_plain(options))
        else:
            self._tables(options)

    def _tables(self, options: dict[str, Any]) -> None:
        rules = _rules(options)
        setups = {seats: _setup(seats, rules) for seats in _sizes(options["players"])}
        seed = secrets.token_hex() if options["seed"] is None else options["seed"]
        orders = {
            setup: batch.Order(seats, rules, options["policy"] or "bots", seed) for seats, setup in setups.items()
        }
        draw = _drawer(options["plot"])
        measured = _measured(orders, options["games"], options["jobs"])
        tables = list(measured if options["json"] else self._shown(measured))
        if options["json"]:
            self.stdout.write(json.dumps([each.record() for each in tables]))
        draw(tables)

    def _shown(self, tables: Iterator[report.Measured]) -> Iterator[report.Measured]:
        """The same, each printed as soon as it is there."""
        self.stdout.write(report.HEADER)
        for each in tables:
            self.stdout.write(each.line())
            self.stdout.flush()
            yield each


def _refuse_strays(options: dict[str, Any]) -> None:
    """An option of the other kind of game would do nothing, and nobody should believe that it did."""
    others = OF_BOTS if options["theory"] else OF_THEORY
    if strays := [f"--{name.replace('_', '-')}" for name in others if options[name] is not None]:
        complaint = f"{', '.join(strays)}: not an option of this kind of game (see --help)"
        raise CommandError(complaint)


def _plain(options: dict[str, Any]) -> str:
    sizes, mafia, games = _sizes(options["players"]), options["mafia"], options["games"]
    if len(sizes) != 1 or mafia is None:
        raise CommandError("--theory plays one table: say --players and --mafia")
    if not 0 < mafia < sizes[0]:
        raise CommandError("--mafia has to be at least 1, and less than --players")
    start = theory.Position(mafia, sizes[0] - mafia, STARTS[options["start"] or "day"])
    won = theory.play(start, games, Random(options["seed"]))  # noqa: S311 - these dice are nobody's secret
    if options["json"]:
        return json.dumps({"games": games, "mafiaWins": won})
    return report.plain(won, games, exact.mafia_odds(start))


def _measured(orders: dict[Setup, batch.Order], games: int, jobs: int) -> Iterator[report.Measured]:
    """What each size comes to, as soon as it is known."""
    with batch.spread(jobs) as over:
        for setup, order in orders.items():
            began = perf_counter()
            tally = batch.play(order, games, over)
            yield report.Measured(setup, tally, perf_counter() - began)


def _sizes(text: str | int) -> range:
    """The sizes that "7" or "6-10" means."""
    first, _, last = str(text).partition("-")
    try:
        sizes = range(int(first), int(last or first) + 1)
    except ValueError:
        sizes = range(0)
    if not sizes:
        raise CommandError("--players is a number, or a range such as 6-10")
    return sizes


def _rules(options: dict[str, Any]) -> SettingsPatch:
    """What was said of the table, as a host would set it."""
    said = {field: options[name] for name, field in FIELDS.items()}
    try:
        return convert(said, SettingsPatch)
    except ValidationError as error:
        raise CommandError(str(error)) from error


def _setup(seats: int, rules: SettingsPatch) -> Setup:
    setup = choose(seats, patched(Settings(), rules))
    if setup is None:
        complaint = f"no table of {seats} players can be like this"
        raise CommandError(complaint)
    return setup


def _drawer(path: Path | None) -> Callable[[list[report.Measured]], object]:
    """What writes the plot; asked for before the games, so that nobody waits for a plot that cannot be."""
    if path is None:
        return len
    try:
        from game.simulation.plot import svg  # noqa: PLC0415 - pygal is for developers
    except ImportError as error:
        raise CommandError("--plot needs pygal: .venv/bin/pip install --requirement requirements-dev.txt") from error
    return lambda tables: path.write_text(svg(tables), encoding="utf-8")
