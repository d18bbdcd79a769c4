"""Charts drawn as PNG for a phone, in a font that has every character."""

import re
import unicodedata
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import as_file, files
from importlib.resources.abc import Traversable
from io import BytesIO
from typing import TYPE_CHECKING

from bot.charts.chart import OUTDONE, Chart, Sort, Tone
from corpus.runtime.replace import replace

if TYPE_CHECKING:
    from matplotlib.font_manager import FontProperties

_WIDTH, _DPI = 3.6, 300  # 1080 pixels: four for each of the 270 that a chat bubble is wide on a phone
_MARGIN, _BAR, _GAP = 0.18, 0.15, 0.16  # inches
# Points. What a person reads is at least 11 of the bubble's pixels high: 44 of the picture's.
_TITLE, _TEXT, _SMALL = 13.0, 11.5, 10.7
_LEADING = 1.4  # heights of the type from line to line
_GROUND, _INK, _PALE, _TRACK = "#ffffff", "#1f2933", "#66717d", "#e6ebf0"
_TONES = {Tone.RISING: "#2b6cb0", Tone.FALLING: "#c0392b", Tone.REACHED: "#2f855a"}


@dataclass(frozen=True)
class _Line:
    """A line of text: its middle's height from the top and its left or right edge, in inches."""

    at: float
    edge: float
    text: str
    size: float
    colour: str
    right: bool = False


@dataclass(frozen=True)
class _Box:
    """A bar, in inches."""

    at: float
    left: float
    width: float
    colour: str


@dataclass
class _Sheet:
    """A picture being laid out from top to bottom; `at` is how far it is."""

    at: float = _MARGIN
    lines: list[_Line] = field(default_factory=list)
    boxes: list[_Box] = field(default_factory=list)

    def write(self, text: str, size: float, colour: str) -> None:
        """A text in as many lines as it takes."""
        for line in wrapped(text, _room(size)):
            self._line(_Line(self.at, _MARGIN, line, size, colour))

    def write_both(self, left: str, right: str, colour: str) -> None:
        """A name and its value: in one line where they fit, else below each other."""
        *above, last = wrapped(left, _room(_TEXT))
        for line in above:
            self._line(_Line(self.at, _MARGIN, line, _TEXT, _INK))
        fits = wide(last) + 1 + wide(right) <= _room(_TEXT)
        if fits:
            self.lines.append(self._middle(_Line(self.at, _MARGIN, last, _TEXT, _INK)))
            self._line(_Line(self.at, _WIDTH - _MARGIN, right, _TEXT, colour, right=True))
        else:
            self._line(_Line(self.at, _MARGIN, last, _TEXT, _INK))
            self.write(right, _TEXT, colour)

    def _line(self, line: _Line) -> None:
        self.lines.append(self._middle(line))
        self.at += line.size * _LEADING / 72

    def _middle(self, line: _Line) -> _Line:
        return replace(line, at=line.at + line.size * _LEADING / 144)


def png(chart: Chart) -> bytes:
    """The picture of a chart."""
    # Imported here: an answer in a terminal needs no matplotlib. No pyplot: it keeps figures and is not thread-safe.
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    sheet = _laid_out(chart)
    height = sheet.at + _MARGIN
    figure = Figure(figsize=(_WIDTH, height), dpi=_DPI, facecolor=_GROUND)
    FigureCanvasAgg(figure)
    axes = figure.add_axes((0, 0, 1, 1))
    axes.set_axis_off()
    axes.set_xlim(0, _WIDTH)
    axes.set_ylim(height, 0)
    for box in sheet.boxes:
        axes.barh(box.at, box.width, left=box.left, height=_BAR, color=box.colour)
    for line in sheet.lines:
        align = "right" if line.right else "left"
        axes.text(
            line.edge, line.at, line.text, font=_font(line.size), color=line.colour, ha=align, va="center"
        )
    written = BytesIO()
    figure.savefig(written, format="png")
    return written.getvalue()


def wrapped(text: str, room: float) -> list[str]:
    """A text in lines that are at most so wide, in Chinese characters. A number is not cut.

    >>> wrapped("规上工业企业产值126.83亿元", 10)
    ['规上工业企业产值', '126.83亿元']
    """
    lines = [""]
    for piece in re.findall(r"[\w.%]+|.", text, re.ASCII):
        if wide(lines[-1] + piece) > room and lines[-1]:
            lines.append("")
        lines[-1] += piece
    return [line.strip() for line in lines]


def wide(text: str) -> float:
    """How wide a text is, in Chinese characters.

    >>> wide("产值12%")
    3.8
    """
    return round(sum(1 if unicodedata.east_asian_width(one) in "WFA" else 0.6 for one in text), 1)


def missing(text: str) -> set[str]:
    """The characters of a text that the font has not."""
    from matplotlib.ft2font import FT2Font

    with as_file(_file()) as path:
        known = FT2Font(str(path)).get_charmap()
    return {character for character in text if ord(character) not in known and not character.isspace()}


def _laid_out(chart: Chart) -> _Sheet:
    """Title, what it is about, a row for each bar, and where it is from."""
    sheet = _Sheet()
    sheet.write(chart.title, _TITLE, _INK)
    if chart.hint:
        sheet.write(chart.hint, _SMALL, _PALE)
    lengths = _lengths(chart)
    zero = -min(0.0, *lengths)
    scale = (_WIDTH - 2 * _MARGIN) / (zero + max(1.0 if chart.tracked else 0.0, *lengths, 0.01))
    for bar, length in zip(chart.bars, lengths, strict=True):
        sheet.at += _GAP
        colour = _TONES[chart.tone(bar)]
        sheet.write_both(bar.label, bar.said, colour)
        at, left = sheet.at + _BAR / 2, _MARGIN + zero * scale
        if chart.tracked:
            sheet.boxes.append(_Box(at, left, scale, _TRACK))
        sheet.boxes.append(_Box(at, left, length * scale, colour))
        sheet.at += _BAR
    sheet.at += _GAP
    sheet.write(chart.source, _SMALL, _PALE)
    return sheet


def _lengths(chart: Chart) -> list[float]:
    """How long each bar is: as a part of the longest, of its target, of a hundred."""
    if chart.sort is Sort.TARGETS:
        return [min(float(bar.value), OUTDONE) for bar in chart.bars]
    if chart.sort is Sort.SHARES:
        return [float(bar.value) / 100 for bar in chart.bars]
    longest = max((abs(bar.value) for bar in chart.bars), default=0) or 1
    return [float(bar.value / longest) for bar in chart.bars]


def _room(size: float) -> float:
    """How many Chinese characters of a size a line has."""
    return (_WIDTH - 2 * _MARGIN) * 72 / size


@cache
def _font(size: float) -> "FontProperties":
    from matplotlib.font_manager import FontProperties

    with as_file(_file()) as path:
        return FontProperties(fname=str(path), size=size)


def _file() -> Traversable:
    return files("bot").joinpath("data/fonts/NotoSansSC-subset.otf")
