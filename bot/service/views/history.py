"""One thing of one place over the years, shown as a small table."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from bot.answer import Answer
from bot.charts.chart import ARROWS
from bot.service.views.columns import WIDE, apart, wide
from bot.service.views.lines import Line, lines
from bot.speech import Speech
from corpus.figure import Figure

_LEAST = 3  # years, below which a sentence is as good


@dataclass(frozen=True)
class History:
    """What it is of, its place, and a line a year, the oldest first."""

    name: str
    place: str
    years: tuple[Line, ...]

    @property
    def title(self) -> str:
        """地区生产总值 · 云溪县"""
        return " · ".join(filter(None, (self.name, self.place)))

    def table(self, speech: Speech) -> str:
        """A year a line, its value and, where all have room for it, how it grew."""
        said = [(line.period, line.value, arrow(line.change) if line.change else "") for line in self.years]
        rows = [(speech.own(year), speech.own(f"{value} {change}".strip())) for year, value, change in said]
        if any(wide(year) + 1 + wide(value) > WIDE for year, value in rows):
            rows = [(speech.own(year), speech.own(value)) for year, value, _ in said]
        return "\n".join(apart(*row) for row in rows)


def history(answer: Answer) -> History | None:
    """The history that an answer is; None for anything else: another thing, place or unit, a year twice, an estimate."""
    found = lines(answer.figures)
    levels = [line.level for line in found if line.level]
    if len(levels) < _LEAST or len(levels) < len(found) or answer.results or answer.working:
        return None
    of_what = {(one.name, one.place, one.quantity.unit, one.status) for one in levels}
    if len(of_what) > 1 or not _rises([one.period.last.year if one.period else 0 for one in levels]):
        return None
    return History(levels[0].name, levels[0].place, found)


def arrow(change: Figure) -> str:
    """▲45.1%, ▼15.4%"""
    return ARROWS[change.direction] + change.quantity.raw.lstrip("-−")


def _rises(years: Sequence[int]) -> bool:
    return years[0] > 0 and all(one < other for one, other in pairwise(years))
