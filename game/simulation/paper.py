"""The paper that plots of measurements are drawn on: one look, and the same figures give the same bytes."""

import re
from typing import Any, Final

import pygal
from pygal.style import Style

LOOK: Final = {
    "background": "white",
    "plot_background": "white",
    "font_family": "sans-serif",
    "guide_stroke_color": "#dddddd",
    "major_guide_stroke_color": "#dddddd",
    "title_font_size": 18,
    "label_font_size": 14,
    "major_label_font_size": 14,
    "legend_font_size": 14,
}
NEEDLESS: Final = re.compile(r"<!--.*?-->|<script.*?</script>", re.DOTALL)
"""The day of the drawing, which would change the file, and the data for a script that is not there."""


def lines(name: str, colors: tuple[str, ...], **options: Any) -> pygal.Line:
    """An empty chart of lines; the name tells its parts from those of another on the same page."""
    chart = pygal.Line(
        style=Style(colors=colors, **LOOK),
        js=[],
        no_prefix=True,
        disable_xml_declaration=True,
        width=840,
        height=460,
        formatter="{:g}".format,
        **options,
    )
    chart.uuid = name
    return chart


def printed(chart: pygal.Line) -> str:
    """The chart as SVG."""
    return NEEDLESS.sub("", str(chart.render(is_unicode=True))) + "\n"
