"""Headings: which lines are one, at which level, and where a heading glued to its text ends."""

import re
from dataclasses import dataclass

from corpus.compiled import compiled
from corpus.texts.text import tidy

_HAN = "一二三四五六七八九十百零〇"
# One style of numbering a level; a document that starts with （一） still nests 1. below it.
_STYLES = (
    (1, rf"第\s*[{_HAN}\d]+\s*[章编篇](?=\s|[^\w]|[\u4e00-\u9fff])|第\s*[{_HAN}\d]+\s*部分"),
    (1, rf"[{_HAN}]+\s*、"),
    (2, rf"第\s*[{_HAN}\d]+\s*节"),
    (2, rf"[（(]\s*[{_HAN}]+\s*[）)]\s*、?"),
    (3, r"\d{1,2}\s*[.．、](?!\d)"),
    (4, r"[（(]\s*\d{1,2}\s*[）)]"),
)
_NUMBERED = compiled("|".join(f"(?P<s{index}>{pattern})" for index, (_, pattern) in enumerate(_STYLES)))
_MARKDOWN = compiled(r"(#{1,6})[ \t]+(?=\S)")
# What a document's own title ends with.
_DOCUMENT = compiled(
    r"(?:答复(?:意见|函)?|复函|的?函|通知|通报|公告|公报|报告|意见|方案|决定|办法|规划|纪要|情况|说明|解读|批复|请示|要点|计划|总结|分析|材料|建议|回复|回信|简报|快报|月报|年报)"
    r"(?:[（(][^（）()]*[)）])?$"
)
# Words of a statement with a figure: a heading may name 5G and 3+3, it does not say 96个.
_FIGURE = compiled(r"\d[\d.]*\s*(?:[%％‰]|[亿万千百]|[元家个项亩吨人户所座套台件条名场次倍公平])")
_STOP = compiled(r"[。！？]")
# What parts names, any other sign, what a title does not have.
_MARKS, _SIGN = compiled("[、“”《》—·]"), compiled(r"[^\w\s]")
_CLAUSE, _SAYS = compiled("[，,；;：:]"), compiled("[为是]")
_LONGEST = 44
_LONGEST_GLUED = 40
_LONGEST_ITEM = 20
# 2011-2015年城镇化率: of a chart that is not in the text.
_CAPTION = compiled(
    r"(?:19|20)\d\d年?[-—–~～至与和](?:19|20)?\d\d年.*(?:率|速度|增速|构成|结构比?|比重|总值|增加值|总额|收入|支出|投资|产量|人口)$"
)


@dataclass(frozen=True)
class Head:
    """A heading found at the start of a text: its level, where its title begins and ends, and where it ends itself."""

    level: int
    start: int
    end: int
    close: int

    def title(self, text: str) -> str:
        """The heading's words, gaps closed."""
        return tidy(text[self.start : self.end])


def head(text: str) -> Head | None:
    """The heading that a paragraph is or begins with.

    >>> head("(一)加快智改数转。截至6月底,累计112家。").title("(一)加快智改数转。截至6月底,累计112家。")
    '(一)加快智改数转'
    >>> head("一是设备老化。"), head("1.本公报为初步统计数。")
    (None, None)
    """
    marked = _MARKDOWN.match(text)
    start = marked.end() if marked else 0
    numbered = _NUMBERED.match(text, start)
    if marked:
        level = _level(numbered) if numbered else max(1, len(marked[1]) - 1)
        return Head(level, start, len(text), len(text))
    if not numbered or numbered.end() == len(text):
        return None
    stop = _STOP.search(text, numbered.end())
    if stop is None:
        return _alone(text, numbered)
    return _glued(text, numbered, stop.start(), stop.end())


def is_markdown_title(text: str) -> bool:
    """Whether a line is the document's own title, `# …`."""
    return text.startswith(("# ", "#\t"))


def ends_as_title(text: str) -> bool:
    """Whether a line ends as the titles of documents do: …的答复, …统计公报（节选）."""
    return bool(_DOCUMENT.search(text))


def unnumbered(text: str) -> bool:
    """Whether a line may be a heading by its looks alone: short, no punctuation, no figure, no caption of a chart."""
    bare = _MARKS.sub("", text)
    return (
        3 <= len(text) <= 24
        and not _CAPTION.match(text)
        and not _SIGN.search(bare)
        and not _FIGURE.search(text)
        and not text[-1].isdigit()
    )


def _level(numbered: re.Match[str]) -> int:
    return next(level for index, (level, _) in enumerate(_STYLES) if numbered[f"s{index}"])


def _alone(text: str, numbered: re.Match[str]) -> Head | None:
    if len(text) > _LONGEST or text.endswith(("；", ";", "，", ",")):
        return None
    # An item of a list has its figures after its number; a heading of the first two levels may hold one.
    if _level(numbered) > 2 and _FIGURE.search(text):
        return None
    return Head(_level(numbered), 0, len(text.rstrip("：:")), len(text))


def _glued(text: str, numbered: re.Match[str], end: int, close: int) -> Head | None:
    title = text[numbered.end() : end]
    rest = text[close:].strip()
    if _FIGURE.search(title) or len(title) > (_LONGEST_GLUED if _level(numbered) <= 2 else _LONGEST_ITEM):
        return None
    # Below the first two levels a number may only count items of a list or notes.
    if _level(numbered) > 2 and (not rest or _CLAUSE.search(title)):
        return None
    # 1.本公报为初步统计数。2.部分… is a note, not a section.
    if _level(numbered) > 2 and (_SAYS.search(title) or _NUMBERED.match(rest)):
        return None
    return Head(_level(numbered), 0, end, close)
