"""Numbered lists and tables: which passages are their items and rows, and what introduces them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from bot.matching.retriever import Retriever
from bot.phrasing.clause import leads_on
from corpus.compiled import compiled
from corpus.passage import Kind, Passage

# 1.教育支出…, （2）…, ③…
_ITEM = compiled(r"\s*(?:\d{1,2}[.、．)）](?!\d)|[(（](?:\d{1,2}|[一二三四五六七八九十]{1,2})[)）]|[①-⑳])")
# What stands before a list and is longer tells more than what its items are.
_LONGEST = 60


@dataclass(frozen=True)
class Item:
    """A sentence of an item of a list: the first sentence of the list, what stands before that, and whether it is the item's
    first."""

    passage: Passage
    first: Passage
    before: Passage | None
    opens: bool


def items(letter: str, retriever: Retriever) -> Iterator[Item]:
    """The sentences of a letter's lists: of numbered paragraphs, and of those that a sentence announces (具体如下:)."""
    first: Passage | None = None
    before: Passage | None = None
    last: Passage | None = None
    for passage in retriever.library.passages(letter):
        if last is not None and passage.paragraph == last.paragraph:
            if first is not None:
                yield Item(passage, first, before, opens=False)
        elif not _is_item(passage, first, last):
            first = None
        else:
            if first is None:
                first, before = passage, last
            yield Item(passage, first, before, opens=True)
        last = passage


def _is_item(passage: Passage, first: Passage | None, last: Passage | None) -> bool:
    """Whether a paragraph is a numbered item, or stands below a sentence that announces it and others of its section."""
    if passage.kind is not Kind.SENTENCE:
        return False
    if _ITEM.match(passage.text):
        return True
    if last is None or passage.section != last.section:
        return False
    return announces(last) or (first is not None and not _ITEM.match(first.text))


def announces(passage: Passage) -> bool:
    """Whether a sentence announces what stands behind it: 具体如下:."""
    return passage.kind is Kind.SENTENCE and leads_on(passage.text)


def introductions(letter: str, retriever: Retriever) -> Mapping[str, str]:
    """What introduces the list or heads the table of each item and row of a letter, in canonical words, by the passage's id."""
    return retriever.cards.kept(letter, _introductions, retriever)


def _introductions(letter: str, retriever: Retriever) -> Mapping[str, str]:
    found: dict[str, str] = {}
    for item in items(letter, retriever):
        if item.opens and item.before and len(item.before.text) <= _LONGEST:
            found[item.passage.id] = retriever.canonical(item.before)
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
