"""A chart as SVG draws it: bars in hundredths of the width, one under the other, their words as text."""

from dataclasses import dataclass
from unicodedata import east_asian_width

from bot.charts.chart import OUTDONE, Bar, Chart, Sort, Tone

ROW = 4.1  # sizes of a letter that a bar takes with its two lines of words: larger letters need more


@dataclass(frozen=True)
class DrawnBar:
    """A bar: its words, its top in sizes of a letter, where it begins and how long it is, in hundredths."""

    label: str
    said: str
    top: float
    left: float
    length: float
    colour: Tone


@dataclass(frozen=True)
class Drawing:
    """A chart ready to be drawn: its height and the least width that its words need, in sizes of a letter."""

    chart: Chart
    bars: tuple[DrawnBar, ...]
    height: float
    width: float


def drawing(chart: Chart) -> Drawing:
    """The drawing of a chart."""
    lengths = [_length(bar, chart) for bar in chart.bars]
    least = min(0.0, *lengths)
    span = max(100.0 if chart.tracked else 0.0, *lengths) - least or 1.0
    bars = tuple(
        DrawnBar(
            bar.label,
            bar.said,
            round(place * ROW, 2),
            round((min(length, 0.0) - least) / span * 100, 2),
            round(abs(length) / span * 100, 2),
            chart.tone(bar),
        )
        for place, (bar, length) in enumerate(zip(chart.bars, lengths, strict=True))
    )
    width = max(_width(words) for bar in bars for words in (bar.label, bar.said))
    return Drawing(chart, bars, round(ROW * len(bars), 2), round(width, 2))


def _width(words: str) -> float:
    """In sizes of a letter: a Chinese character is as wide as it is high, a bold digit is less than that."""
    return sum(1.0 if east_asian_width(one) in "WFA" else 0.7 for one in words)


def _length(bar: Bar, chart: Chart) -> float:
    """Hundredths: of the target, of the whole, or of what the bar is."""
    if chart.sort is Sort.TARGETS:
        return 100 * min(float(bar.value), OUTDONE)
    return float(bar.value)
