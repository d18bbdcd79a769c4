"""A chart as SVG draws it: bars in hundredths of the width, one under the other, their words as text."""

from dataclasses import dataclass

from bot.chart import OUTDONE, Bar, Chart, Sort, Tone

ROW = 74  # pixels of a bar with its two lines of words


@dataclass(frozen=True)
class DrawnBar:
    """A bar: its words, its top, where it begins and how long it is, in hundredths."""

    label: str
    said: str
    top: int
    left: float
    length: float
    colour: Tone


@dataclass(frozen=True)
class Drawing:
    """A chart ready to be drawn."""

    chart: Chart
    bars: tuple[DrawnBar, ...]
    height: int


def drawing(chart: Chart) -> Drawing:
    """The drawing of a chart."""
    lengths = [_length(bar, chart) for bar in chart.bars]
    least = min(0.0, *lengths)
    span = max(100.0 if chart.tracked else 0.0, *lengths) - least or 1.0
    bars = tuple(
        DrawnBar(
            bar.label,
            bar.said,
            place * ROW,
            round((min(length, 0.0) - least) / span * 100, 2),
            round(abs(length) / span * 100, 2),
            chart.tone(bar),
        )
        for place, (bar, length) in enumerate(zip(chart.bars, lengths, strict=True))
    )
    return Drawing(chart, bars, ROW * len(bars))


def _length(bar: Bar, chart: Chart) -> float:
    """Hundredths: of the target, of the whole, or of what the bar is."""
    if chart.sort is Sort.TARGETS:
        return 100 * min(float(bar.value), OUTDONE)
    return float(bar.value)
