"""A chart as SVG draws it: bars in hundredths of the width, one under the other, their words as text."""

from dataclasses import dataclass

from bot.chart import Bar, Chart, Sort

ROW = 74  # pixels of a bar with its two lines of words
_MOST = 112.0  # hundredths of its target; what is beyond is drawn no longer


@dataclass(frozen=True)
class DrawnBar:
    """A bar: its words, its top, where it begins and how long it is, in hundredths."""

    label: str
    said: str
    top: int
    left: float
    length: float
    colour: str  # rising, falling, reached


@dataclass(frozen=True)
class Drawing:
    """A chart ready to be drawn; `track` says that all bars are parts of a whole that is drawn too."""

    chart: Chart
    bars: tuple[DrawnBar, ...]
    height: int
    track: bool


def drawing(chart: Chart) -> Drawing:
    """The drawing of a chart."""
    whole = chart.sort in (Sort.TARGETS, Sort.SHARES)
    lengths = [_length(bar, chart) for bar in chart.bars]
    least = min(0.0, *lengths)
    span = max(100.0 if whole else 0.0, *lengths) - least or 1.0
    bars = tuple(
        DrawnBar(
            bar.label,
            "  ".join(filter(None, (bar.printed, bar.note))),
            place * ROW,
            round((min(length, 0.0) - least) / span * 100, 2),
            round(abs(length) / span * 100, 2),
            _colour(bar, chart),
        )
        for place, (bar, length) in enumerate(zip(chart.bars, lengths, strict=True))
    )
    return Drawing(chart, bars, ROW * len(bars), whole)


def _length(bar: Bar, chart: Chart) -> float:
    """Hundredths: of the target, of the whole, or of what the bar is."""
    if chart.sort is Sort.TARGETS:
        return min(float(bar.value) * 100, _MOST)
    return float(bar.value)


def _colour(bar: Bar, chart: Chart) -> str:
    if chart.sort is Sort.TARGETS and bar.value >= 1:
        return "reached"
    return "falling" if bar.falling else "rising"
