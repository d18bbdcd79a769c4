"""Charts drawn as PNG for a phone, in a font that has every character."""

from functools import cache
from importlib.resources import as_file, files
from importlib.resources.abc import Traversable
from io import BytesIO
from typing import TYPE_CHECKING

from bot.chart import Bar, Chart, Sort

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure
    from matplotlib.font_manager import FontProperties

_WIDTH, _DPI = 7.2, 150  # 1080 pixels
_HEAD, _FOOT, _ROW = 1.0, 0.6, 0.68  # inches
_RISING, _FALLING, _GROUND, _INK, _PALE = "#2b6cb0", "#c0392b", "#ffffff", "#1f2933", "#8594a3"
_TRACK, _REACHED = "#e6ebf0", "#2f855a"


def png(chart: Chart) -> bytes:
    """The picture of a chart."""
    # Imported here: an answer in a terminal needs no matplotlib. No pyplot: it keeps figures and is not thread-safe.
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    upright = chart.sort is Sort.YEARS
    height = _HEAD + _FOOT + (4.0 if upright else _ROW * len(chart.bars))
    figure = Figure(figsize=(_WIDTH, height), dpi=_DPI, facecolor=_GROUND)
    FigureCanvasAgg(figure)
    axes = figure.add_axes((0.05, _FOOT / height, 0.9, 1 - (_HEAD + _FOOT) / height))
    axes.set_axis_off()
    (_columns if upright else _rows)(axes, chart)
    _frame(figure, chart, height)
    written = BytesIO()
    figure.savefig(written, format="png")
    return written.getvalue()


def missing(text: str) -> set[str]:
    """The characters of a text that the font has not."""
    from matplotlib.ft2font import FT2Font

    with as_file(_file()) as path:
        known = FT2Font(str(path)).get_charmap()
    return {character for character in text if ord(character) not in known and not character.isspace()}


def _rows(axes: "Axes", chart: Chart) -> None:
    """Bars from left to right, the label above each, the figures behind it."""
    longest = max(abs(bar.value) for bar in chart.bars) or 1
    least = min(0.0, *(float(bar.value / longest) for bar in chart.bars))
    full = 1.0 if chart.sort in (Sort.TARGETS, Sort.SHARES) else 0.0
    for row, bar in enumerate(chart.bars):
        length = float(bar.value if chart.sort is Sort.TARGETS else bar.value / longest)
        if chart.sort is Sort.SHARES:
            length = float(bar.value) / 100
        length = min(length, 1.12)  # a target outdone many times over
        if full:
            axes.barh(row, full, height=0.32, color=_TRACK)
        axes.barh(row, length, height=0.32, color=_colour(bar, chart))
        axes.text(least, row - 0.36, bar.label, font=_font(11.5), color=_INK, va="center")
        axes.text(
            max(length, full, 0) + 0.02,
            row,
            _said(bar),
            font=_font(12),
            color=_colour(bar, chart),
            va="center",
        )
    axes.set_xlim(least, 1.75 if full or least == 0 else 1.45)
    axes.set_ylim(len(chart.bars) - 0.5, -0.75)


def _columns(axes: "Axes", chart: Chart) -> None:
    """Bars from bottom to top, one a year."""
    highest = max(bar.value for bar in chart.bars) or 1
    for place, bar in enumerate(chart.bars):
        height = float(bar.value / highest)
        axes.bar(place, height, width=0.6, color=_RISING)
        axes.text(place, height + 0.02, bar.printed, font=_font(11), color=_INK, ha="center", va="bottom")
        axes.text(place, -0.03, bar.label, font=_font(12), color=_INK, ha="center", va="top")
    axes.set_ylim(-0.12, 1.12)


def _frame(figure: "Figure", chart: Chart, height: float) -> None:
    figure.text(0.05, 1 - 0.42 / height, chart.title, font=_font(15), color=_INK, va="center")
    if chart.hint:
        figure.text(0.05, 1 - 0.78 / height, chart.hint, font=_font(10), color=_PALE, va="center")
    figure.text(0.05, 0.24 / height, chart.source, font=_font(10), color=_PALE, va="center")


def _said(bar: Bar) -> str:
    return "  ".join(filter(None, (bar.printed, bar.note)))


def _colour(bar: Bar, chart: Chart) -> str:
    if chart.sort is Sort.TARGETS and bar.value >= 1:
        return _REACHED
    return _FALLING if bar.falling else _RISING


@cache
def _font(size: float) -> "FontProperties":
    from matplotlib.font_manager import FontProperties

    with as_file(_file()) as path:
        return FontProperties(fname=str(path), size=size)


def _file() -> Traversable:
    return files("bot").joinpath("data/fonts/NotoSansSC-subset.otf")
