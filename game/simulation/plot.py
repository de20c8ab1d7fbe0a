"""Draws how often the mafia win at each size as one SVG."""

from collections.abc import Sequence

from game.simulation import paper
from game.simulation.odds import rate
from game.simulation.report import FAIR, Measured


def svg(tables: Sequence[Measured]) -> str:
    """A point with its interval for each size, and the lines between which a table is fair."""
    chart = paper.lines(
        "balance",
        ("#0b3c6f", "#c0392b", "#c0392b"),
        title="How often the mafia win among bots, with 95 % intervals",
        x_title="players",
        y_title="per cent of the games",
        range=(0, 100),
        y_labels=range(0, 101, 10),
        show_legend=False,
        stroke_style={"width": 1},
    )
    chart.x_labels = [str(each.seats) for each in tables]
    chart.add("mafia win", [_point(each) for each in tables], stroke=False, dots_size=4)
    for bound in FAIR:
        chart.add("", [bound] * len(tables), show_dots=False)
    return paper.printed(chart)


def _point(table: Measured) -> dict[str, object]:
    share, low, high = (100 * each for each in rate(table.tally.mafia_wins, table.tally.games))
    return {"value": share, "ci": {"low": low, "high": high}}
