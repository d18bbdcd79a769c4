"""Notes below a table that say the units of its columns: 注：出口总额单位为亿美元."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from corpus.amounts.unit import parse_unit
from corpus.compiled import compiled
from corpus.texts.text import plain

_NOTE = compiled(r"^[(]?(?:附?注|说明|备注|本表|表中)")
_UNIT = compiled(
    r"(?:^|[,;。:、])(?P<names>[^,;。:]*?)的?(?:计量)?单位(?:均|都|一律)?(?:为|是|:)(?P<unit>[^,;。、()]{1,10})"
)
# What stands for the whole table.
_ALL = compiled(
    r"(?:\d+[.])?(?:附?注|说明|备注)?:?(?:本|该|此)?表?(?:中|内)?(?:的?(?:数据|数字|数值|指标|金额))?(?:除[^,;。:]*?外)?"
)
_JOINT = compiled("、|和|及|与")


@dataclass(frozen=True)
class Noted:
    """The unit of all columns, "" for none, and those of columns or rows by their names."""

    every: str = ""
    named: tuple[tuple[str, str], ...] = ()

    def unit(self, *names: str) -> str:
        """The unit of what is called so: its own, or that of all, "" where the note says none."""
        own = (unit for called, unit in self.named for name in names if name and called in name)
        return next(own, self.every)


def noted(sentences: Iterable[str]) -> Noted:
    """What the sentences right below a table say of its units.

    >>> noted(["注：1.出口总额、进口总额单位为亿美元，粮食产量单位为万吨。"]).unit("进口总额")
    '亿美元'
    >>> noted(["注：本表计量单位为万元。"]).unit("税收")
    '万元'
    """
    every, named, is_note = "", [], False
    for text in map(plain, sentences):
        is_note = is_note or bool(_NOTE.match(text))
        if not is_note:
            break
        for match in _UNIT.finditer(text):
            if parse_unit(match["unit"]) is None:
                continue
            if _ALL.fullmatch(match["names"]):
                every = every or match["unit"]
            else:
                bare = re.sub(r"^(?:.*:)?(?:\d+[.、])?", "", match["names"])
                named += [(name, match["unit"]) for name in _JOINT.split(bare) if len(name) > 1]
    return Noted(every, tuple(named))
