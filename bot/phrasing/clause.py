"""The printed clause that a figure or some words stand in: what is quoted when a sentence is too long."""

from collections.abc import Iterator
from dataclasses import dataclass

from corpus.compiled import compiled
from corpus.figure import Figure
from corpus.passage import Passage
from corpus.texts.text import tidy

# Commas of both widths; one between digits belongs to the number.
_END = compiled(r"(?<!\d)[,，;；]|[,，;；](?!\d)|[。!！?？]")
# A sentence of fewer characters and without a number is a catchword.
_SHORT = 14


@dataclass(frozen=True)
class Clause:
    """A clause of a quoted sentence: its words without the mark that ends it, and its span there."""

    text: str
    start: int
    end: int


def clauses(sentence: str) -> Iterator[Clause]:
    """The clauses of a sentence, in order.

    >>> [clause.text for clause in clauses("产值24.69亿元,同比增长45.1%。")]
    ['产值24.69亿元', '同比增长45.1%']
    """
    start = 0
    for mark in _END.finditer(sentence):
        if mark.start() > start:
            yield Clause(sentence[start : mark.start()], start, mark.start())
        start = mark.end()
    if start < len(sentence):
        yield Clause(sentence[start:], start, len(sentence))


def is_catchword(words: str) -> bool:
    """Whether a sentence only names what those behind it are about: 聚力项目招引。"""
    return len(words) < _SHORT and not any(map(str.isdigit, words))


def leads_on(text: str) -> bool:
    """Whether a text only leads to what stands below or behind it: 具体如下:."""
    return text.rstrip().endswith((":", "："))


def text_before(figure: Figure, passage: Passage) -> str:
    """What the passage says up to the figure, as it is printed."""
    return passage.text[: figure.quantity.start - passage.start]


def clause_of(figure: Figure, passage: Passage) -> str:
    """The clause of the tidied passage that the figure stands in."""
    before = tidy(text_before(figure, passage))
    sentence = tidy(passage.text)
    place = max(len(before) - 1, 0)
    return next((one.text for one in clauses(sentence) if one.end > place + 1), sentence)
