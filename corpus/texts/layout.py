"""A document's layout: its text as blocks in order, each with what it is."""

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from corpus.amounts.unit import SCALE_WORDS, alternatives, unit_pattern, units
from corpus.compiled import compiled
from corpus.kind import Kind
from corpus.runtime.frozen import dataclass
from corpus.runtime.replace import replace
from corpus.texts.flat import regrouped
from corpus.texts.heading import head, is_markdown_title, unnumbered
from corpus.texts.line import Line, goes_on, lines, unspaced, wrap_width
from corpus.texts.table import is_separator, is_walled, rows


@dataclass(frozen=True)
class Block:
    """A piece of the text that is one thing: a paragraph, a heading, a table row, a line of the letterhead.

    `paragraph` counts from 0; a heading glued to its text shares the paragraph. `level` is a heading's, else 0.
    """

    start: int
    end: int
    kind: Kind
    paragraph: int
    level: int = 0
    title: str = ""


# Lines that say something about the document wherever they stand, printed gaps allowed.
_KEYED = compiled(
    r"^[（(]?\s*(?:联\s*系\s*(?:人|单\s*位|电\s*话|处\s*室|方\s*式)|电\s*话|邮\s*编|传\s*真|抄\s*送|抄\s*报|报\s*送|主\s*送|附\s*件|撰\s*稿|执\s*笔)\s*[:：]"
    r"|印发\s*$|^[（(]\s*此件|^(?:来\s*源|发布(?:日期|时间|单位)|浏览次数)\s*[:：]"
)
_DATE = r"(?:[12]\d{3}|[二一][〇零○OＯ一二三四五六七八九]{3})\s*[年\-/.]"
_DATE += r"\s*[\d一二三四五六七八九十]{1,3}\s*[月\-/.]\s*[\d一二三四五六七八九十]{1,3}\s*日?"
_DATED = compiled(rf"^[（(]?\s*(?:\S{{2,30}}\s+)?{_DATE}\s*[）)]?$")
_SENTENCE_END = compiled(r"[。！？!?；][”’）)」]*$")
# So long a line is no letterhead; one that a list's mark ends is shorter: 甲类人才政策:…;
_LONG, _LISTED = 120, 40
_ITEM = compiled(r"[,，].*[;；]$")
# Families of units that a letterhead has: a number of things, a time.
_NO_AMOUNT = ("", "clock", "workdays", "weeks", "months")
# What is no letterhead's line, a title of Markdown, a bullet.
_COLON, _STOP = compiled("[:：]"), compiled("[。！？!?；;，,]")
_TITLE, _BULLET = compiled(r"#{1,6}\s+"), compiled(r"[-*•●■◆]\s")
# The opening of a reply: …收悉,现答复如下:
_OPENING = compiled(r"[。！？!?]|(?:收\s*悉|如\s*下|通报|报告)\s*[:：]$")


# A letter's headings and its passages are read one after the other.
@lru_cache(1)
def blocks(text: str) -> tuple[Block, ...]:
    """The blocks of a text in order; together they hold all of it but blanks and markup."""
    typed = _typed(text)
    first, last = _body(text, typed)
    return tuple(_numbered(text, [*_zoned(text, typed, first, last)]))


def _typed(text: str) -> list[Block]:
    """Rows, captions, headings and everything else as sentences; lines broken by a wrap are one block."""
    printed = regrouped(lines(text))
    row, caption = rows(printed)
    rules = frozenset(place for place, line in enumerate(printed) if is_separator(line.text))
    found: list[Block] = []
    index, wrap = 0, wrap_width([line for place, line in enumerate(printed) if place not in row])
    printed, apart = unspaced(printed, wrap), row | caption | rules
    while index < len(printed):
        line = printed[index]
        if index in rules:
            index += 1
            continue
        if index in row or index in caption:
            start, end = _bare(line)
            if start < end:
                found.append(Block(start, end, Kind.ROW if index in row else Kind.CAPTION, 0))
            index += 1
            continue
        end = _paragraph(printed, index, wrap, apart)
        found.append(Block(line.start, printed[end].end, Kind.SENTENCE, 0))
        index = end + 1
    return found


def _paragraph(printed: Sequence[Line], first: int, wrap: float, table: frozenset[int]) -> int:
    """The index of the last line of the paragraph that begins with the line `first`."""
    last = first
    while last + 1 < len(printed) and last + 1 not in table:
        following = printed[last + 1]
        if (
            _stands_alone(printed[last].text)
            or _begins(following.text)
            or not goes_on(printed[first], printed[last], following, wrap)
        ):
            break
        last += 1
    return last


# A line is looked at as the last of a paragraph, as the next, and in the head or the foot.
@lru_cache(1024)
def _is_keyed(text: str) -> bool:
    return bool(_KEYED.search(text))


def _stands_alone(text: str) -> bool:
    return bool(_is_keyed(text) or _DATED.match(text) or is_markdown_title(text))


def _begins(text: str) -> bool:
    return bool(head(text) or _stands_alone(text) or _BULLET.match(text))


def _bare(line: Line) -> tuple[int, int]:
    """A row's span without its outer bars; an empty first cell keeps its bar, as it has none at the end."""
    start, end = line.start, line.end
    if is_walled(line.text):
        inner = line.text[1:].removesuffix("|")
        start += 1 + len(inner) - len(inner.lstrip())
        end = start + len(inner.strip())
    return start, end


def _body(text: str, found: Sequence[Block]) -> tuple[int, int]:
    """Indices of the first block of the body and of the first after it: the letterhead and the foot are around it."""
    first = next((index for index, block in enumerate(found) if _opens(text, block)), len(found))
    last = len(found)
    while last > first and _is_foot(text[found[last - 1].start : found[last - 1].end], found[last - 1]):
        last -= 1
    return first, last


def _opens(text: str, block: Block) -> bool:
    printed = text[block.start : block.end]
    if block.kind in (Kind.ROW, Kind.CAPTION):
        return "|" not in printed or not _COLON.search(printed)
    if is_markdown_title(printed) or _is_keyed(printed):
        return False
    long = len(printed) > (_LISTED if _ITEM.search(printed) else _LONG)
    opening = len(printed) >= 8 and _OPENING.search(printed)
    return bool(head(printed) or opening or long or _ends_in_amount(printed))


def _is_foot(printed: str, block: Block) -> bool:
    if block.kind in (Kind.ROW, Kind.CAPTION) or head(printed):
        return False
    if _is_keyed(printed) or _DATED.match(printed.strip()):
        return True
    return len(printed) <= 40 and not (_STOP.search(printed) or _ends_in_amount(printed))


def _ends_in_amount(printed: str) -> bool:
    """Whether a line says a measured amount last, as no letterhead does: 税收收入3.3亿元."""
    return bool(_amount().search(printed.rstrip()))


@cache
def _amount() -> re.Pattern[str]:
    measures = [unit.name for unit in units().values() if unit.family not in _NO_AMOUNT]
    return compiled(rf"[0-9０-９]\s*(?:{alternatives(list(SCALE_WORDS))})?(?:％|{unit_pattern(measures)})$")


def _zoned(text: str, found: Sequence[Block], first: int, last: int) -> Iterator[Block]:
    for index, block in enumerate(found):
        printed = text[block.start : block.end]
        if index < first or index >= last or (block.kind is Kind.SENTENCE and _is_keyed(printed)):
            bare = _TITLE.match(printed)
            yield replace(block, start=block.start + (bare.end() if bare else 0), kind=Kind.META)
        elif block.kind is Kind.SENTENCE:
            yield from _headed(text, found, index)
        else:
            yield block


def _headed(text: str, found: Sequence[Block], index: int) -> Iterator[Block]:
    block = found[index]
    printed = text[block.start : block.end]
    top = head(printed)
    if top:
        start = block.start + top.start
        yield Block(start, block.start + top.close, Kind.HEADING, 0, top.level, top.title(printed))
        rest = printed[top.close :]
        if rest.strip():
            yield replace(block, start=block.start + top.close + len(rest) - len(rest.lstrip()))
    elif unnumbered(printed) and _leads(text, found[index + 1 : index + 2]):
        yield replace(block, kind=Kind.HEADING, level=9, title=printed)
    else:
        yield block


def _leads(text: str, following: Sequence[Block]) -> bool:
    return any(
        block.kind is Kind.SENTENCE and _SENTENCE_END.search(text[block.start : block.end])
        for block in following
    )


def _numbered(text: str, found: Sequence[Block]) -> Iterator[Block]:
    """The blocks with their paragraph, and unnumbered headings one level below the numbered one above them."""
    paragraph, last_level = -1, 0
    for index, block in enumerate(found):
        glued = (
            index > 0
            and found[index - 1].kind is Kind.HEADING
            and "\n" not in text[found[index - 1].end : block.start]
        )
        paragraph += 0 if glued else 1
        level = last_level + 1 if block.level == 9 else block.level
        if block.level and block.level != 9:
            last_level = block.level
        yield Block(block.start, block.end, block.kind, paragraph, level, block.title)
