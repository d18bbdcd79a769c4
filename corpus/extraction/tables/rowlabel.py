"""Row labels: what the cells before the figures of a row say."""

from collections.abc import Sequence

from corpus import place as places
from corpus.compiled import compiled
from corpus.extraction.lexicon import clauses
from corpus.extraction.tables.head import Column, dated_form, is_total, is_unit
from corpus.extraction.tables.headrow import is_remark, without_foreign
from corpus.extraction.times.timing import Frame
from corpus.runtime.frozen import dataclass
from corpus.texts.text import Folded, fold
from corpus.times.period import Period, periods

_PART = compiled(r"^(?:#|\*|(?:在?总计中?)?其中[:,]?|在总计中[:,]?)+")
_NUMBER = compiled(r"^(?:[一二三四五六七八九十]+[、.]|[(][一二三四五六七八九十\d]+[)]|\d{1,2}[、.](?=\D))")
# 2017年末, 2023年1-6月: not 2021年以来.
_YEAR = compiled(
    r"^\d{4}年(?:度|[末底初中]|上半年|下半年|前?[一二三四1-4]?季度|\d{1,2}(?:[-—至到]\d{1,2})?月(?:末|底|份|\d{1,2}日)?)?$"
)
# What a year's prices, a base and an edition are of, and what began or ended then.
_NOT_TIMED = compiled(r"^(?:不变|可比|当年)?价|^[=为级版届期后前]|^以|^之|^[起止]|^[)）、,至到和与]")
_LABEL_UNIT = compiled(r"[(]([^()]{1,10})[)]$")


@dataclass(frozen=True)
class Row:
    """A row's own words: what it is of, the unit and the place or time that it names."""

    name: str
    part: bool
    place: str = ""
    unit: str = ""
    period: Period | None = None


def row_of(row: Sequence[Folded], own: Sequence[Column], frame: Frame, year: int | None) -> Row:
    """What the cells before the figures say: a place, a time, a unit; the rest is the name."""
    said = [(cell.text.strip(), column.role) for cell, column in zip(row, own, strict=False)]
    unit = next((text for text, role in said if role == "unit"), "")
    labels = list(dict.fromkeys(text for text, role in said if role == "label" and text))
    names: list[str] = []
    place, period = "", None
    for label in labels:
        bare = _NUMBER.sub("", _PART.sub("", label)).strip()
        printed = _LABEL_UNIT.search(bare)
        if printed and is_unit(printed[1]):
            unit, bare = unit or printed[1], bare[: printed.start()]
        bare = dated_form(without_foreign(bare))
        dated = periods(fold(bare), frame.anchor, year)
        if dated and dated[0].start == 0 and is_remark(bare[dated[0].end :]):
            period = period or dated[0].period
            continue
        if dated and dated[0].start == 0 and _is_of(dated[0].period, bare[dated[0].end :]):
            period, bare = period or dated[0].period, bare[dated[0].end :].strip()
        if bare and places.leading(bare) == bare:
            place = place or bare
        elif bare not in clauses()["lead"]["ours"] and not is_total(bare):
            names.append(bare)
    return Row("".join(names), bool(labels and _PART.match(labels[0])), place, unit, period)


def _is_of(period: Period, rest: str) -> bool:
    """Whether the year at the beginning of a label is that of its row: 2017年末 of 2017年末债务余额, not 2020年 of 2020年不变价."""
    return bool(_YEAR.match(period.raw) and rest.strip() and not _NOT_TIMED.search(rest))


def parents_of(parents: tuple[str, str], row: Row) -> tuple[str, str]:
    """The row before and the whole of the current # rows: a # right below a # row is part of that row."""
    before, whole = parents
    if row.part and row.name:
        return row.name, before
    return row.name, whole if not row.part else before
