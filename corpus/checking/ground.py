"""What checks stand on: a letter's figures, how their names compare, and how remarks are worded."""

import re
from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache, cached_property, lru_cache
from typing import Any, TypeVar

from corpus.amounts.unit import shown
from corpus.checking.interval import is_exact, rounded
from corpus.checking.remark import Remark
from corpus.compiled import compiled
from corpus.figure import Figure, Measure, Status
from corpus.letter import Letter
from corpus.passage import Passage
from corpus.tables import table
from corpus.texts.text import plain

_OWN = {"市": "全市", "区": "全区", "县": "全县", "省": "全省"}

_TRADED = compiled(r"(?<=口)(?:总额|总值|额)$")
_LEVEL = compiled("本级|市级|县级|区级|省级|高新区|开发区|经开区|园区|新区")

_Key = TypeVar("_Key", bound=Hashable)
_Where = tuple[str, tuple[date, date] | None]


@cache
def data() -> dict[str, Any]:
    """The tables of corpus/data/remarks.toml."""
    return table("remarks")


@dataclass(frozen=True)
class Ground:
    """A letter with its passages and figures, as checks read them."""

    letter: Letter
    passages: dict[str, Passage]
    figures: tuple[Figure, ...]

    def between(self, first: Figure, second: Figure) -> str:
        """The folded text between two printed quantities."""
        return plain(self.letter.text[first.quantity.end : second.quantity.start])

    def before(self, figure: Figure) -> tuple[Figure, ...]:
        """The figures before it in its passage, nearest first."""
        same = self.beside(figure)
        return tuple(one for one in reversed(same) if one.quantity.start < figure.quantity.start)

    def beside(self, figure: Figure) -> Sequence[Figure]:
        """The figures of its passage, itself among them, in the order of the text."""
        return self.standing_in(figure.passage)

    def standing_in(self, passage: str) -> Sequence[Figure]:
        """The figures of a passage by its id, in the order of the text."""
        return self._by_passage.get(passage, ())

    @cached_property
    def _by_passage(self) -> Mapping[str, Sequence[Figure]]:
        return _grouped((figure.passage, figure) for figure in self.figures)

    @cached_property
    def _levels(self) -> Mapping[str, Mapping[_Where, Sequence[Figure]]]:
        """The plain levels by their bare names, those of a name by place and time."""
        named = _grouped((self.bare(figure.name), figure) for figure in self.figures if is_level(figure))
        return {name: _grouped((_where(one), one) for one in found) for name, found in named.items()}

    @cached_property
    def _matching(self) -> dict[str, list[Mapping[_Where, Sequence[Figure]]]]:
        """The plain levels of the names that match a pattern, gone through once."""
        return {}

    def called(self, pattern: str, like: Figure) -> list[Figure]:
        """The plain levels whose bare names match that are of the same place and time as another figure."""
        if pattern not in self._matching:
            matches = re.compile(pattern).fullmatch
            self._matching[pattern] = [levels for name, levels in self._levels.items() if matches(name)]
        where = _where(like)
        return [one for levels in self._matching[pattern] for one in levels.get(where, ())]

    def near(self, first: Figure, second: Figure) -> bool:
        """Whether both stand in one paragraph."""
        one, other = self.passages.get(first.passage), self.passages.get(second.passage)
        return one is not None and other is not None and one.paragraph == other.paragraph

    def remark(self, kind: str, figures: Sequence[Figure], **words: str) -> Remark:
        """A remark of a kind about figures, the first being the one concerned."""
        text = data()["text"][kind].format(**words)
        return Remark(self.letter.id, text, tuple(figure.id for figure in figures))

    def bare(self, name: str) -> str:
        """The name without what only says that it is all of the place's own: 全区规上工业总产值 is 规上工业产值."""
        return _bare(name, _OWN.get(self.letter.place[-1:], "全市"))

    def printed_before(self, figure: Figure, size: int = 14) -> str:
        """The folded text of its passage right before a figure, so many characters at most."""
        passage, start = self.passages.get(figure.passage), figure.quantity.start
        first = max(start - size, passage.start if passage else 0)
        return plain(self.letter.text[first:start])

    def same_level(self, first: Figure, second: Figure) -> bool:
        """Whether the titles above both speak of the same level of the administration: not of 全市 and of 高新区."""
        levels = [
            set(_LEVEL.findall("".join(passage.section)))
            for one in (first, second)
            if (passage := self.passages.get(one.passage))
        ]
        return len(levels) == 2 and levels[0] == levels[1]

    def levels(self, name: str, like: Figure) -> tuple[Figure, ...]:
        """The levels of a name that are of the same place and time as another figure."""
        return tuple(self._levels.get(self.bare(name), {}).get(_where(like), ()))


@lru_cache(maxsize=4096)
def _bare(name: str, own: str) -> str:
    return _TRADED.sub("", _of_all(own).sub("", plain(name))).replace("总产值", "产值")


@cache
def _of_all(own: str) -> re.Pattern[str]:
    return compiled(rf"^(?:全部|{own}|我[市区县省]|其中)|的$")


def _where(figure: Figure) -> _Where:
    """The place and the days that a figure is of."""
    return figure.place, figure.days


def _grouped(pairs: Iterable[tuple[_Key, Figure]]) -> Mapping[_Key, Sequence[Figure]]:
    groups: defaultdict[_Key, list[Figure]] = defaultdict(list)
    for name, figure in pairs:
        groups[name].append(figure)
    return groups


def is_level(figure: Figure) -> bool:
    """Whether it is a plain result that can be reckoned with."""
    return figure.measure is Measure.LEVEL and is_state(figure)


def is_state(figure: Figure) -> bool:
    """Whether it says how much there is, or what share: 比重18.5%."""
    stands = figure.measure in (Measure.LEVEL, Measure.SHARE)
    return stands and figure.status is Status.RESULT and is_exact(figure.quantity)


def same_time(first: Figure, second: Figure) -> bool:
    """Whether both are of the same place and period."""
    return _where(first) == _where(second)


def one_value(figures: Iterable[Figure]) -> Figure | None:
    """The figure that all of them repeat, the most exact one; None where they differ or there is none."""
    found = sorted(figures, key=lambda figure: figure.quantity.scale)
    if not found or not all(rounded(found[0].quantity).meets(rounded(one.quantity)) for one in found):
        return None
    return found[0]


def said(figure: Figure) -> str:
    """The printed amount, a table's bare cell with the unit of its head."""
    quantity = figure.quantity
    return quantity.raw + (quantity.printed_unit if quantity.raw[-1:].isdecimal() else "")


def percent(value: Decimal, places: int) -> str:
    """A worked-out percentage, to as many places as the printed one."""
    return f"{value.quantize(Decimal(1).scaleb(-places))}%" if places else f"{shown(value, 0)}%"
