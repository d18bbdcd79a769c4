"""What statistics databases print with their tables: lines above one, rows of its head."""

from collections.abc import Sequence
from dataclasses import dataclass

from corpus.compiled import compiled
from corpus.extraction.tables.head import bracketed_unit
from corpus.texts.table import database_line

# Rows of a head that say nothing of the figures.
_ASIDE = compiled(
    r"(?:数据|统计)?频[度率]|(?:数据)?来源|(?:指标)?(?:代码|编码|ID)|更新时间|(?:计算)?公式|(?:开始|结束)时间|备注|注释|地区编码"
)
_PLACE = compiled(r"地区|地域|区域|国家|地区名称")
_UNIT = compiled(r"(?:计量|数据)?单位")


@dataclass(frozen=True)
class Told:
    """What is said of all cells: the indicator, its unit, the place; and the captions that are left."""

    indicator: str
    unit: str
    place: str
    captions: tuple[str, ...]


def told(captions: Sequence[str]) -> Told:
    """The lines above a table taken apart.

    >>> told(["数据库：分省年度数据", "指标：粮食产量(万吨)", "时间：最近5年"])
    Told(indicator='粮食产量', unit='万吨', place='', captions=())
    """
    said = [(caption, *database_line(caption)) for caption in captions]
    indicator, unit = bracketed_unit(next((words for _, key, words in said if key == "指标"), ""))
    place = next((words for _, key, words in said if key == "地区"), "")
    return Told(indicator, unit, place, tuple(caption for caption, key, _ in said if not key))


def plain_heads(heads: Sequence[Sequence[str]]) -> tuple[list[list[str]], str]:
    """The rows of a head without those that say nothing, and the place that one of them says of all columns.

    >>> plain_heads([["指标", "产量", "产值"], ["地区", "全国", "全国"], ["频度", "月", "月"], ["单位", "万吨", "亿元"]])
    ([['指标', '产量', '产值'], ['', '万吨', '亿元']], '全国')
    """
    first, *rest = heads or [[]]
    found, place = [list(first)], ""
    for row in rest:
        key, *said = row or [""]
        key, words = key.replace(" ", ""), {cell for cell in said if cell}
        if _ASIDE.fullmatch(key):
            continue
        if _PLACE.fullmatch(key) and len(words) == 1:
            place = words.pop()
        else:
            found.append(["", *said] if _UNIT.fullmatch(key) else list(row))
    return (found if heads else []), place
