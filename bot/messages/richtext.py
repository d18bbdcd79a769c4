"""Text with tags: written as the HTML that Telegram reads, cut into messages that it accepts."""

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from itertools import groupby

from corpus.runtime.replace import replace

# Where a message may be cut, the best first. The text before the cut keeps the mark.
_BORDERS = ("\n\n", "\n", "。", ";", "；", ",", "，", "、", " ")
_LEAST = 3  # a cut leaves at least a third of the room filled


@dataclass(frozen=True)
class Tag:
    """An HTML tag; `attribute` is the only one it has, escaped: href="…", or expandable."""

    name: str
    attribute: str = ""

    @property
    def opening(self) -> str:
        """<a href="…">"""
        return f"<{self.name} {self.attribute}>" if self.attribute else f"<{self.name}>"


@dataclass(frozen=True)
class Run:
    """A piece of text with the tags around it, the outermost first."""

    text: str
    tags: tuple[Tag, ...] = ()


Rich = tuple[Run, ...]

BOLD = Tag("b")
QUOTE = Tag("blockquote")
LONG_QUOTE = Tag("blockquote", "expandable")
CODE = Tag("code")
PRE = Tag("pre")
DOUBT = Tag("u")


def link(url: str) -> Tag:
    """A link to an address."""
    return Tag("a", f'href="{escape(url)}"')


def plain(rich: Rich) -> str:
    """The text without tags."""
    return "".join(run.text for run in rich)


def html(rich: Rich) -> str:
    """The text as HTML, tags nested properly, every other character as it is.

    >>> html((Run("a<b ", (QUOTE,)), Run("5亿", (QUOTE, BOLD))))
    '<blockquote>a&lt;b <b>5亿</b></blockquote>'
    """
    written: list[str] = []
    open_tags: tuple[Tag, ...] = ()
    for run in rich:
        common = _common(open_tags, run.tags)
        written += [f"</{tag.name}>" for tag in reversed(open_tags[common:])]
        written += [tag.opening for tag in run.tags[common:]]
        written.append(escape(run.text, quote=False))
        open_tags = run.tags
    written += [f"</{tag.name}>" for tag in reversed(open_tags)]
    return "".join(written)


def units(text: str) -> int:
    """Length in UTF-16 units, as Telegram counts.

    >>> units("亿😀")
    3
    """
    return len(text.encode("utf-16-le")) // 2


def pieces(rich: Rich, limit: int) -> tuple[Rich, ...]:
    """The text in pieces of at most `limit` UTF-16 units, cut between paragraphs, lines or sentences.

    Blanks around a cut go; nothing else does. `limit` is at least 2. A blank text has no pieces.
    """
    return tuple(_pieces(rich, plain(rich), limit))


def _pieces(rich: Rich, text: str, limit: int) -> Iterator[Rich]:
    place = 0
    while place < len(text):
        rest = text[place:]
        start = place + len(rest) - len(rest.lstrip())
        end = start + _fitting(text[start:], limit)
        place = end
        kept = text[start:end].rstrip()
        if kept:
            yield _cut(rich, start, start + len(kept))


def _fitting(text: str, limit: int) -> int:
    """How many characters of a text go into one piece."""
    room = _characters(text, limit)
    if room == len(text):
        return room
    for border in _BORDERS:
        place = text.rfind(border, 0, room)
        if place + len(border) > room // _LEAST and place >= 0:
            return place + len(border)
    return room


def _characters(text: str, limit: int) -> int:
    """How many characters fit into so many UTF-16 units."""
    if units(text) <= limit:
        return len(text)
    taken = 0
    for count, character in enumerate(text):
        taken += units(character)
        if taken > limit:
            return count
    return len(text)


def _cut(rich: Rich, start: int, end: int) -> Rich:
    """The runs between two places of the text."""
    kept: list[Run] = []
    place = 0
    for run in rich:
        first, last = max(start - place, 0), min(end - place, len(run.text))
        if first < last:
            kept.append(replace(run, text=run.text[first:last]))
        place += len(run.text)
    return tuple(kept)


def merged(rich: Rich) -> Rich:
    """The same text, neighbours with the same tags put together."""
    return tuple(
        Run("".join(run.text for run in group), tags)
        for tags, group in groupby(rich, key=lambda run: run.tags)
    )


def _common(first: tuple[Tag, ...], second: tuple[Tag, ...]) -> int:
    shared = 0
    for one, other in zip(first, second, strict=False):
        if one != other:
            break
        shared += 1
    return shared
