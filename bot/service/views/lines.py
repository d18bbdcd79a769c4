"""Figures of one thing put on one line, and lists of such lines."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.phrasing.headline import Printed
from bot.phrasing.phrase import changed
from corpus.figure import Figure, Measure, Status
from corpus.times.period import label

_CHANGES = frozenset({Measure.GROWTH, Measure.CHANGE, Measure.SHARE})


@dataclass(frozen=True)
class Line:
    """One thing of one place and period: its level if there is one, and how it changed."""

    level: Figure | None
    changes: tuple[Figure, ...]

    @property
    def first(self) -> Figure:
        """The figure that names the line."""
        return self.level or self.changes[0]

    @property
    def name(self) -> str:
        """What it is of: 电子信息产业产值."""
        return self.first.name

    def named(self, place: str) -> str:
        """Its name in a document of a place: that of another place has the place before it."""
        own = self.first.place in ("", place)
        return self.name if own else f"{self.first.place}{self.name}"

    @property
    def period(self) -> str:
        """2024年1-6月, "" for none."""
        return label(self.first.period) if self.first.period else ""

    @property
    def figures(self) -> tuple[Figure, ...]:
        """All figures of the line."""
        return (self.level, *self.changes) if self.level else self.changes

    @property
    def value(self) -> str:
        """The level as printed, "" if there is none."""
        return Printed(self.level).text if self.level else ""

    @property
    def change(self) -> Figure | None:
        """The growth of the line."""
        return next((figure for figure in self.changes if figure.measure is Measure.GROWTH), None)

    @property
    def text(self) -> str:
        """24.69亿元，同比增长45.1%"""
        said = dict.fromkeys([self.value, *(changed(figure).text for figure in self.changes)])
        return "，".join(filter(None, said))


def lines(figures: Iterable[Figure]) -> tuple[Line, ...]:
    """The figures by what they are of, in the order of the text; ranks and other remarks on them left out."""
    groups: dict[tuple[object, ...], list[Figure]] = {}
    for figure in figures:
        if figure.name and (figure.measure is Measure.LEVEL or figure.measure in _CHANGES):
            groups.setdefault(_thing(figure), []).append(figure)
    return tuple(_line(group) for group in groups.values())


def related(asked: Sequence[Figure], all_figures: Iterable[Figure]) -> tuple[Line, ...]:
    """Other figures of the same indicator, then of the same subject, as the ones asked for."""
    known = {line.name for line in lines(asked)}
    indicators = {figure.indicator for figure in asked if figure.indicator}
    subjects = {figure.subject for figure in asked if figure.subject}
    others = [line for line in lines(all_figures) if line.name not in known]
    alike = [line for line in others if line.first.indicator in indicators]
    about = [line for line in others if line.first.subject in subjects and line not in alike]
    return (*alike, *about)


def headline_lines(figures: Iterable[Figure]) -> tuple[Line, ...]:
    """The lines that say most of a document: results of its own period, with a level and a growth."""
    found = [
        line for line in lines(figures) if line.level and line.change and line.level.status is Status.RESULT
    ]
    periods = Counter(line.first.days for line in found)
    return tuple(line for line in found if line.first.days == periods.most_common(1)[0][0])


def _thing(figure: Figure) -> tuple[object, ...]:
    return figure.letter, figure.name, figure.place, figure.days, figure.status


def _line(group: Sequence[Figure]) -> Line:
    level = next((figure for figure in group if figure.measure is Measure.LEVEL), None)
    changes = [figure for figure in group if figure.measure in _CHANGES]
    return Line(level, tuple(changes[:2]))
