"""Passages: a letter cut into sentences, table rows and lines, each with its place."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from corpus.compiled import compiled
from corpus.kind import Kind
from corpus.letter import Letter
from corpus.runtime.frozen import dataclass

if TYPE_CHECKING:
    from corpus.texts.layout import Block

_ARTICLE = compiled(r"\**第[一二三四五六七八九十百\d]+条")
_ITEM = compiled(r"[（(]?\s*[一二三四五六七八九十\d]+\s*(?:[）)]|[.．、])")

__all__ = ["Kind", "Passage", "passages"]


@dataclass(frozen=True)
class Passage:
    """A piece of a letter: letter.text[start:end] == text.

    `id` is "<letter id>:<start>". `section` is the path of headings above it, as printed. `paragraph` counts
    paragraphs from 0, so that the sentences of one paragraph can be put together again.
    """

    id: str
    letter: str
    section: tuple[str, ...]
    paragraph: int
    start: int
    end: int
    text: str
    kind: Kind = Kind.SENTENCE


def passages(letter: Letter) -> tuple[Passage, ...]:
    """The letter in order, without overlap, whole but for blanks and markup; of it only id and text are read."""
    # Imported here: whoever asks of letters that were read cuts none.
    from corpus.texts.layout import blocks

    return tuple(_passages(letter, blocks(letter.text)))


def _passages(letter: Letter, found: "tuple[Block, ...]") -> Iterator[Passage]:
    path: tuple[tuple[int, str], ...] = ()
    inside = False
    for block in found:
        if block.kind is Kind.HEADING:
            path = tuple(step for step in path if step[0] < block.level)
        elif _ARTICLE.match(letter.text, block.start, block.end):
            # The items of the article before are no titles of this one.
            path = tuple(step for step in path if not (inside and _ITEM.match(step[1])))
            inside = True
        section = () if block.kind is Kind.META else tuple(title for _, title in path)
        for start, end in _spans(letter.text, block):
            text = letter.text[start:end]
            yield Passage(
                f"{letter.id}:{start}", letter.id, section, block.paragraph, start, end, text, block.kind
            )
        if block.kind is Kind.HEADING:
            path = (*path, (block.level, block.title))


def _spans(text: str, block: "Block") -> Iterator[tuple[int, int]]:
    from corpus.texts.sentence import sentences

    if block.kind is not Kind.SENTENCE:
        yield block.start, block.end
        return
    for start, end in sentences(text[block.start : block.end]):
        yield block.start + start, block.start + end
