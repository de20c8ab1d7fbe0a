"""Draws waits and table sizes over the rates of arrival as one SVG."""

from collections.abc import Sequence

from game.simulation import paper
from matchmaking.simulation.arrivals import Figures

LONGEST_S = 60
"""Longer waits are drawn no higher: where hardly anybody comes they say nothing of the matcher."""
MOST_SEATS = 12
"""The top of the axis of sizes, so that both axes share their lines."""


def svg(figures: Sequence[Figures], names: Sequence[str]) -> str:
    """One chart: waits on the axis to the left, table sizes on the one to the right."""
    chart = paper.lines(
        "arrivals",
        ("#0b3c6f", "#3d7ebf", "#8fb8de", "#c0392b"),
        title="How long strangers wait, and how many meet",
        x_title="people who come",
        y_title=f"seconds of waiting (top: {LONGEST_S} or more)",
        range=(0, LONGEST_S),
        secondary_range=(0, MOST_SEATS),
        legend_at_bottom=True,
        legend_at_bottom_columns=4,
        truncate_legend=-1,
        stroke_style={"width": 2},
    )
    chart.x_labels = names
    chart.add("half wait less", _clipped([each.p50 for each in figures]))
    chart.add("9 of 10", _clipped([each.p90 for each in figures]))
    chart.add("99 of 100", _clipped([each.p99 for each in figures]))
    chart.add("people at a table (right)", [each.size for each in figures], secondary=True)
    return paper.printed(chart)


def _clipped(waits: Sequence[float]) -> list[float]:
    """No higher than the chart."""
    return [min(wait, LONGEST_S) for wait in waits]
