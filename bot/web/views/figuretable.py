"""The figures of a letter as a table: chosen, sorted, and what each row says."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from bot.charts.chart import ARROWS
from bot.phrasing.headline import Printed
from bot.service.archive import Archive
from corpus.figure import Figure, Measure, Status
from corpus.letter import Letter
from corpus.passage import Passage
from corpus.texts.text import plain, tidy
from corpus.times.period import label

PAGE = 200  # rows of a page
COLUMNS = ("name", "value", "period", "measure", "status", "place", "remark")
_DOWNLOADED = (
    "id", "place", "subject", "indicator", "period", "status", "measure", "basis", "whole", "raw", "value", "unit",
    "section", "sentence", "remark",
)  # fmt: skip


@dataclass(frozen=True)
class FigureRow:
    """One figure: what it is of, where it stands, and what does not agree about it."""

    figure: Figure
    passage: Passage
    remarks: tuple[str, ...]

    @property
    def start(self) -> int:
        """Where it is printed in the letter's text."""
        return self.figure.quantity.start

    @property
    def name(self) -> str:
        """What it is of, as printed."""
        return tidy(self.figure.name)

    @property
    def printed(self) -> str:
        """24.69亿元"""
        return Printed(self.figure).text

    @property
    def period(self) -> str:
        """2024年1-6月, "" for none."""
        return label(self.figure.period) if self.figure.period else ""

    @property
    def sign(self) -> str:
        """▲ and ▼ of a growth or change."""
        changes = self.figure.measure in (Measure.GROWTH, Measure.CHANGE)
        return ARROWS[self.figure.direction] if changes else ""

    @property
    def target(self) -> bool:
        """Whether it is planned, not reached."""
        return self.figure.status is Status.TARGET

    @property
    def fields(self) -> tuple[str | Decimal, ...]:
        """What is downloaded of it."""
        figure, quantity = self.figure, self.figure.quantity
        return (
            figure.id, figure.place, figure.subject, figure.indicator, self.period, figure.status.value,
            figure.measure.value, figure.basis, figure.whole, quantity.raw, figure.signed, quantity.unit,
            " · ".join(tidy(title) for title in self.passage.section), tidy(self.passage.text),
            " ".join(self.remarks),
        )  # fmt: skip


@dataclass(frozen=True)
class Wanted:
    """Which figures, in which order: as printed where `sort` is "", else by a column."""

    find: str = ""
    measure: str = ""
    status: str = ""
    sort: str = ""
    descending: bool = False

    @classmethod
    def of(cls, query: Mapping[str, str]) -> "Wanted":
        """What the address of a page wants; what there is not is left out."""
        return cls(
            query.get("find", "").strip(),
            query.get("measure", "") if query.get("measure") in set(Measure) else "",
            query.get("status", "") if query.get("status") in set(Status) else "",
            query.get("sort", "") if query.get("sort") in COLUMNS else "",
            query.get("order") == "desc",
        )

    @property
    def query(self) -> dict[str, str]:
        """The same as it stands in an address."""
        named = {"find": self.find, "measure": self.measure, "status": self.status, "sort": self.sort}
        order = {"order": "desc"} if self.descending and self.sort else {}
        return {name: value for name, value in named.items() if value} | order


def heads() -> tuple[str, ...]:
    """What the columns of a download are called."""
    return _DOWNLOADED


def figure_rows(archive: Archive, letter: Letter) -> tuple[FigureRow, ...]:
    """All figures of a letter in the order of print."""
    passages = {passage.id: passage for passage in archive.passages(letter.id)}
    said: dict[str, list[str]] = {}
    for remark in archive.remarks(letter.id):
        for figure in remark.figures:
            said.setdefault(figure, []).append(remark.text)
    return tuple(
        FigureRow(figure, passages[figure.passage], tuple(said.get(figure.id, ())))
        for figure in archive.figures([letter.id])
    )


def chosen(rows: Sequence[FigureRow], wanted: Wanted) -> list[FigureRow]:
    """The rows that are wanted, in their order."""
    words = plain(wanted.find).lower().split()
    found = [
        row
        for row in rows
        if wanted.measure in ("", row.figure.measure)
        and wanted.status in ("", row.figure.status)
        and all(word in _text(row) for word in words)
    ]
    if wanted.sort:
        found.sort(key=lambda row: _key(row, wanted.sort), reverse=wanted.descending)
    if wanted.sort == "value":
        found.sort(key=_unit)  # 3亿元 is not to stand beside 3家, whichever way the amounts go
    return found


def _text(row: FigureRow) -> str:
    """What is looked through for the words of a filter."""
    figure = row.figure
    said = (figure.place, figure.subject, figure.indicator, row.name, row.period, row.printed, figure.basis)
    return plain(" ".join((*said, *figure.scope))).lower()


def _unit(row: FigureRow) -> tuple[bool, str]:
    """Amounts first, by their unit."""
    return row.figure.measure is not Measure.LEVEL, row.figure.quantity.unit


def _key(row: FigureRow, column: str) -> tuple[object, ...]:
    """What a row is sorted by."""
    figure = row.figure
    keys: Mapping[str, tuple[object, ...]] = {
        "name": (row.name,),
        "value": (figure.order,),
        "period": (figure.days is not None, figure.days or ()),
        "measure": (figure.measure,),
        "status": (figure.status,),
        "place": (figure.place,),
        "remark": (bool(row.remarks),),
    }
    return keys[column]
