"""A text as it is read: damage undone, and every character's place in the printed text kept."""

import re
import unicodedata
from array import array
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import pairwise
from operator import add

from corpus.amounts.broken import JOINER
from corpus.compiled import compiled
from corpus.runtime.frozen import dataclass
from corpus.texts.radical import radicals
from corpus.texts.textmark import MARKED, marks, may_have

# The same words come again and again: so many texts are kept, none longer than a long sentence.
_FOLDED, _PLAIN, _LONGEST = 256, 4096, 300
# Characters that NFKC leaves apart but that mean the same in these documents.
_ALIKE = str.maketrans(
    {"∶": ":", "︰": ":", "−": "-", "﹣": "-", "〇": "零", "\u3000": " ", "\u2002": " ", "\u2003": " "}
    | radicals()
)
# Not folded: a circled number is a list mark, an ellipsis is no three full stops, 5½ is not 51/2.
_KEPT = compiled(r"[①-⑳㉑-㉟㊱-㊿⑴-⒇…¼-¾⅐-⅞]")
_WIDE = r"[^\x00-\x7f\s]"
# A gap beside a Chinese character is damage, so is the end of a line between digits, and what joins a broken number; one
# between Latin words is a space, and one between numbers parts them. A gap begins where no space is before it: a thousand
# blanks are looked through once.
_GAP = compiled(
    rf"(?=[\s{JOINER}])(?:(?<={_WIDE})\s+|(?<!\s)\s+(?={_WIDE})"
    rf"|{JOINER}"
    r"|(?<=\d)[^\S\r\n\f]*[\r\n\f]\s*(?=\d)|(?<=[,.%:;()])\s+(?=\d)|(?<!\s)\s+(?=[%,.:;()]))"
)
# Blanks inside one number: 1 234 567, and the digits of a whole date, 2 0 2 4 年 1 2 月 5 日.
_GROUPED = compiled(
    r"(?<![\d.,])(?<!\d\s)(?<!\d\s\s)\d{1,3}(?:[^\S\r\n\f]\d{3})+(?![\d]|,\d|\s+\d)"
    r"|(?<!\d)(?:1\s?9|2\s?0)\s?\d\s?\d\s*年\s*(?:1\s?[0-2]|0?\s?\d)\s*月\s*(?:[0-3]\s?)?\d\s*日"
)
_INNER = compiled(r"(?<=\d)\s+(?=\d)")
# The gap after the number of an item is none of these: 2. 15个项目 are fifteen.
_ITEM = compiled(r"^[^\S\n]*\d{1,2}(?:[.．]\d{1,2})*(?:[.．][ \t]+|[ \t]{2,})(?=[-+.\d])", re.MULTILINE)
# What is not simply itself; of what is outside ASCII the common characters that NFKC leaves as they are.
_CHANGED = compiled(r"[^\x00-\x7f一-\u9fffЀ-ӿ。、《》〔〕【】「」“”‘’—·…①-⑳]")
_ODD = compiled(rf"{_CHANGED.pattern}|[\s{MARKED}]")
_SPACE = compiled(rf"[\s{JOINER}]")
_ENDS = compiled(r"\d\.?$")
_PLACE = "I"  # an offset: a fifth of what a tuple of numbers takes
_LOOK = 8  # characters behind one, in which the next that is no blank stands
_RAISED = frozenset("⁰¹²³⁴⁵⁶⁷⁸⁹⁻")


@dataclass(frozen=True)
class Folded:
    """A text folded for reading, and where each of its characters begins in the printed text.

    >>> folded = fold("占全市的2\\n7.0％")
    >>> folded.text, folded.printed(4, 9)
    ('占全市的27.0%', (4, 10))
    """

    text: str
    starts: Sequence[int]
    source: str = ""  # what was folded; source[0] is at the printed offset `offset`
    offset: int = 0

    @property
    def ends(self) -> Sequence[int]:
        """Where each character ends in the printed text: each came from one there."""
        return [start + 1 for start in self.starts]

    def printed(self, start: int, end: int) -> tuple[int, int]:
        """The span of the printed text that became text[start:end], which is not empty."""
        return self.starts[start], self.starts[end - 1] + 1

    def quote(self, start: int, end: int) -> str:
        """What is printed for text[start:end], gaps closed and note marks left out.

        >>> fold("占全市的2\\n7.0％").quote(4, 9)
        '27.0％'
        """
        first, last = self.printed(start, end)
        if may_have(self.source[first - self.offset : last - self.offset]):
            return tidy("".join(self._unmarked(start, end)))
        return tidy(self.source[first - self.offset : last - self.offset])

    def _unmarked(self, start: int, end: int) -> Iterator[str]:
        """The printed pieces of text[start:end] between its marks."""
        place = self.starts[start]
        for before, after in pairwise(range(start, end)):
            gap = self.starts[before] + 1, self.starts[after]
            if gap[0] < gap[1] and may_have(self.source[gap[0] - self.offset : gap[1] - self.offset]):
                yield self.source[place - self.offset : gap[0] - self.offset]
                place = gap[1]
        yield self.source[place - self.offset : self.starts[end - 1] + 1 - self.offset]

    def place(self, printed: int, otherwise: int = -1) -> int:
        """The index of the first folded character that begins at a printed offset; something else where none does."""
        found = bisect_left(self.starts, printed)
        return found if found < len(self.starts) and self.starts[found] == printed else otherwise


def fold(text: str, offset: int = 0) -> Folded:
    """The text with full-width forms folded (NFKC) and gaps inside words and figures closed.

    `offset` is added to every printed offset: where `text` begins in the document.
    """
    if not _ODD.search(text):  # most cells
        return _evenly(text, text, offset)
    return _kept_fold(text, offset) if len(text) <= _LONGEST else _fold(text, offset)


def _evenly(folded: str, text: str, offset: int) -> Folded:
    """The text folded where each character is one folded character."""
    return Folded(folded, range(offset, offset + len(text)), text, offset)


def _fold(text: str, offset: int) -> Folded:
    found = list(_pieces(text))
    folded = "".join([piece for _, _, piece in found])
    if len(folded) == len(text) and all(len(piece) == end - start for start, end, piece in found):
        return _evenly(folded, text, offset)
    starts: list[int] = []
    for start, end, piece in found:
        if len(piece) == end - start:
            starts.extend(range(offset + start, offset + end))
        else:  # one character that is several folded ones
            starts.extend([offset + start] * len(piece))
    return Folded(folded, array(_PLACE, starts), text, offset)


_kept_fold = lru_cache(_FOLDED)(_fold)


def plain(text: str) -> str:
    """The folded text alone.

    >>> plain("联 系 人：张航，５G")
    '联系人:张航,5G'
    """
    if not _ODD.search(text):  # names and words mostly: they are as they are
        return text
    return _kept_plain(text) if len(text) <= _LONGEST else _plain(text)


def _plain(text: str) -> str:
    if _is_bare(text):
        return _GAP.sub("", text)
    return "".join([piece for _, _, piece in _pieces(text)])


def _is_bare(text: str) -> bool:
    """Whether nothing is odd in a text but gaps, and none of them is of an item or inside a number."""
    return not (_CHANGED.search(text) or may_have(text) or _is_numbered(text) or _INNER.search(text))


_kept_plain = lru_cache(_PLAIN)(_plain)


def pairs(text: str) -> list[str]:
    """Every two neighbouring characters of a text, in order.

    >>> pairs("产值24")
    ['产值', '值2', '24']
    """
    return list(map(add, text, text[1:]))


def tidy(text: str) -> str:
    """The text as printed, only gaps inside words and figures closed: what is quoted.

    >>> tidy("同比增长8.\\n7%，其中 一产")
    '同比增长8.7%，其中一产'
    """
    gaps, end = [], 0
    for start, stop in _gaps(text):
        gaps.append(text[end:start])
        end = stop
    return "".join([*gaps, text[end:]]).strip()


def _gaps(text: str) -> Iterator[tuple[int, int]]:
    """The spans of the gaps that are closed."""
    if not _SPACE.search(text):  # most sentences: looked through in no time
        return iter(())
    items = {item.end() for item in _ITEM.finditer(text)} if _is_numbered(text) else ()
    # Only digits with a blank between are one number.
    inner = [
        gap.span()
        for one in (_GROUPED.finditer(text) if _INNER.search(text) else ())
        for gap in _INNER.finditer(text, one.start(), one.end())
    ]
    return iter(sorted({*inner, *(gap.span() for gap in _GAP.finditer(text) if gap.end() not in items)}))


def _is_numbered(text: str) -> bool:
    """Whether a line of a text may be an item: only one that a digit begins."""
    return "\n" in text or text.lstrip()[:1].isdigit()


def _pieces(text: str) -> Iterator[tuple[int, int, str]]:
    """The folded text in pieces, each with the span that it is printed in; what stays as it is in one piece."""
    gaps = dict(_gaps(text))
    if may_have(text):
        gaps = dict(sorted([*gaps.items(), *marks(text)]))
    place, before = 0, ""
    if not _CHANGED.search(text):  # nothing but gaps
        for start, end in gaps.items():
            if place < start:
                yield place, start, text[place:start]
            place = max(place, end)
        yield from [(place, len(text), text[place:])] if place < len(text) else ()
        return
    for odd in _ODD.finditer(text):
        start, character = odd.start(), odd.group()
        if start < place or (character < "\x80" and start not in gaps):
            continue
        if place < start:
            yield place, start, text[place:start]
            before = text[start - 1]
        if start in gaps:
            place = gaps[start]
            continue
        folded = _folded(character, before, text[start + 1 : start + 1 + _LOOK].lstrip()[:1])
        yield start, start + 1, folded
        place, before = start + 1, folded[-1:] or before
    if place < len(text):
        yield place, len(text), text[place:]


def _folded(character: str, before: str, after: str) -> str:
    # 10⁴ is not 104, CO₂ before 8.1 is not CO28.1, ⒈ before 15 is not 1.15.
    if character in _RAISED and (before.isdigit() or before in _RAISED):
        return character
    folded = _alike(character)
    is_glued = (before.isdecimal() and folded[:1].isdecimal()) or (after.isdecimal() and _ENDS.search(folded))
    return character if is_glued and not character.isdecimal() else folded


@cache
def _alike(character: str) -> str:
    if _KEPT.match(character):
        return character
    return unicodedata.normalize("NFKC", character.translate(_ALIKE))
