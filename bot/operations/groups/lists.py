"""Numbered lists and tables: which passages are their items and rows, and what introduces them."""

from collections.abc import Iterator, Mapping

from bot.matching.retriever import Retriever
from corpus.compiled import compiled
from corpus.passage import Kind, Passage

# 1.教育支出…, （2）…, ③…
_ITEM = compiled(r"\s*(?:\d{1,2}[.、．)）](?!\d)|[(（](?:\d{1,2}|[一二三四五六七八九十]{1,2})[)）]|[①-⑳])")
# What stands before a list and is longer tells more than what its items are.
_LONGEST = 60


def items(letter: str, retriever: Retriever) -> Iterator[tuple[str, str]]:
    """The first sentence of each item of a letter's numbered lists with the first of its list, by their ids."""
    for item, first, _ in _items(letter, retriever):
        yield item.id, first.id


def introductions(letter: str, retriever: Retriever) -> Mapping[str, str]:
    """What introduces the list or heads the table of each item and row of a letter, in canonical words, by the passage's id."""
    return retriever.cards.kept(letter, _introductions, retriever)


def _introductions(letter: str, retriever: Retriever) -> Mapping[str, str]:
    found: dict[str, str] = {}
    for item, _, before in _items(letter, retriever):
        if before and len(before.text) <= _LONGEST:
            found[item.id] = retriever.canonical(before)
    heads: list[str] = []
    inside = False
    for passage in retriever.library.passages(letter):
        if passage.kind is Kind.CAPTION:
            heads = [*([] if inside else heads), retriever.canonical(passage)]
            inside = False
        elif passage.kind is Kind.ROW:
            found[passage.id] = "\n".join(heads)
            inside = True
        else:
            heads, inside = [], False
    return found


def _items(letter: str, retriever: Retriever) -> Iterator[tuple[Passage, Passage, Passage | None]]:
    """Each item with the first of its list and the passage before that."""
    first: Passage | None = None
    before: Passage | None = None
    last: Passage | None = None
    for passage in retriever.library.passages(letter):
        if last is None or passage.paragraph != last.paragraph:
            if passage.kind is not Kind.SENTENCE or not _ITEM.match(passage.text):
                first = None
            else:
                if first is None:
                    first, before = passage, last
                yield passage, first, before
        last = passage
