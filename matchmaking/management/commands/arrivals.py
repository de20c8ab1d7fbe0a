"""Simulates strangers who come by chance and prints how long they wait and whom they meet; asks no server."""

import json
import re
from argparse import ArgumentParser, ArgumentTypeError
from math import inf
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from matchmaking.simulation.arrivals import RATES, Figures, simulate

HEAD = """\
    rate  people |  wait s: p50    p90    p99    max  late | size  < 6 | deviation  p90  by lot | mixed  by lot"""
LINE = (
    "{rate:>8} {f.people:>7} |{f.p50:>13.1f} {f.p90:>6.1f} {f.p99:>6.1f} {f.longest:>6.1f} {f.late:>5}"
    " |{f.size:>5.1f} {f.short:>4.0%} |{f.grouped.deviation:>10.1f} {f.grouped.deviation_p90:>4.1f}"
    " {f.by_lot.deviation:>7.1f} |{f.grouped.mixed:>6.0%} {f.by_lot.mixed:>7.0%}"
)
RATE = re.compile(r"(?P<count>\d+(?:\.\d+)?)(?:/(?P<unit>s|min))?")


class Command(BaseCommand):
    """`manage.py arrivals`."""

    help = "Group strangers who come by chance, and print their waits and tables."
    requires_system_checks: list[str] = []  # noqa: RUF012 - Django's own name, and never changed

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Without any, all rates are simulated for as long as figures need to be steady."""
        parser.add_argument("--rate", type=_rate, action="append", help="10/min (or 10), 5/s; may be given again")
        parser.add_argument("--minutes", type=_minutes, help="for how long people come")
        parser.add_argument("--seed", default="1", help="any word; the same one gives the same figures")
        parser.add_argument("--json", action="store_true", help="one line of JSON for each rate")
        parser.add_argument("--plot", type=Path, metavar="FILE.svg", help="draw waits and sizes over the rates")

    def handle(self, **options: Any) -> None:
        """Simulate each rate, print at once, draw at last."""
        if not options["json"]:
            self.stdout.write(HEAD)
        drawn = []
        for rate in options["rate"] or RATES:
            figures = simulate(rate, minutes=options["minutes"], seed=options["seed"])
            drawn.append(figures)
            self.stdout.write(_as_json(figures) if options["json"] else LINE.format(rate=named(rate), f=figures))
        if options["plot"]:
            _draw(drawn, options["plot"])


def named(rate: float) -> str:
    """A rate of people a minute, as people say it."""
    return f"{rate / 60:g}/s" if rate >= 60 and rate % 60 == 0 else f"{rate:g}/min"  # noqa: PLR2004 - seconds


def _rate(text: str) -> float:
    """People a minute."""
    match = RATE.fullmatch(text)
    if match is None or not float(match["count"]):
        raise ArgumentTypeError("say 10/min or 5/s")
    return float(match["count"]) * (60 if match["unit"] == "s" else 1)


def _minutes(text: str) -> float:
    """Some time."""
    minutes = float(text)
    if not 0 < minutes < inf:
        raise ArgumentTypeError("say more than 0")
    return minutes


def _as_json(figures: Figures) -> str:
    """One line for programs."""
    parts = {"grouped": figures.grouped._asdict(), "by_lot": figures.by_lot._asdict()}
    return json.dumps(figures._asdict() | parts)


def _draw(figures: list[Figures], path: Path) -> None:
    """Write the plot, where the library for it is installed."""
    try:
        from matchmaking.simulation.plot import svg  # noqa: PLC0415 - pygal is for developers
    except ImportError as error:
        raise CommandError("--plot needs pygal: .venv/bin/pip install --requirement requirements-dev.txt") from error
    path.write_text(svg(figures, [named(each.rate) for each in figures]))
