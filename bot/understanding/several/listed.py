"""How many things a question wants named, and how many a sentence names."""

import re

from corpus.amounts.numeral import counted
from corpus.compiled import compiled

_NUMBER = "[二两三四五六七八九十2-9]|十[一二三四五六]"
# 哪八个, 哪五大行动; 八大理念具体是哪些. 第三个 is one of them.
_WANTED = compiled(
    rf"哪(?P<which>{_NUMBER})[个项大类种样条方点件家](?!月|年|季)"
    rf"|(?<!第)(?P<named>{_NUMBER})[大项个种类](?!月|年|季|百分点|点)[^,，。;；?？]{{1,8}}?(?:具体)?(?:是|有|指|叫|包括)(?:的是)?(?:哪[些几]|什么|啥)"
)
# What stands in a row: with 、 between, each in quotation marks, each after a number of its own.
_ROW = compiled(r"[^,，。;；:：]*、[^,，。;；:：]*")
_AND = compiled("[一-鿿][和及与][一-鿿]")
_QUOTED = compiled("“[^”]+”")
_NUMBERED = compiled(r"[一二三四五六七八九十]是|[(（][一二三四五六七八九十\d]+[)）]")


def members_asked(text: str) -> int:
    """How many things a question wants named, 0 where it says no number.

    >>> members_asked("八大理念具体是哪八个"), members_asked("五大行动是哪些"), members_asked("哪些行业涨了")
    (8, 5, 0)
    """
    match = _WANTED.search(text)
    return counted(match["which"] or match["named"]) if match else 0


def members_told(words: str) -> int:
    """The most things that a sentence names in one row, 1 for one without a row.

    >>> members_told("以“工业稳产、空间重塑、数字蝶变”为重点"), members_told("践行“八大理念”"), members_told("沙溪和白石2个镇")
    (3, 1, 2)
    """
    rows: list[int] = [
        row.count("、") + len(re.findall("[和及与]", row.rpartition("、")[2])) + 1
        for row in _ROW.findall(words)
    ]
    numbered, parts = len(_NUMBERED.findall(words)), len(re.split("[;；]", words))
    # 和 may stand inside a name: it tells two things apart where nothing tells more.
    two = 2 if _AND.search(words) else 1
    return max(two, numbered, parts, len(_QUOTED.findall(words)), *rows)
