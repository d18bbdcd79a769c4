"""Cells of one row whose labels do not tell them apart: of none it is known what it is."""

from collections.abc import Hashable, Iterable
from itertools import groupby
from typing import TYPE_CHECKING

from corpus.extraction.draft import Draft

if TYPE_CHECKING:
    from decimal import Decimal


def told_apart(drafts: Iterable[Draft]) -> list[Draft]:
    """The drafts of a table's cells without those of one row that are called the same and have other amounts.

    They are columns whose heads say nothing that was understood; their row is quoted as it stands.
    """
    found: list[Draft] = []
    for _, row in groupby(drafts, key=lambda draft: draft.passage.id):
        found += _of_row(list(row))
    return found


def _of_row(drafts: list[Draft]) -> list[Draft]:
    if len({draft.phrase.name for draft in drafts}) == len(drafts):  # most rows
        return drafts
    first: dict[Hashable, Decimal] = {}
    several = set()
    called = [_cell(draft) for draft in drafts]
    for draft, label in zip(drafts, called, strict=True):
        value = draft.mention.quantity.value
        if first.setdefault(label, value) != value:
            several.add(label)
    return [draft for draft, label in zip(drafts, called, strict=True) if label not in several]


def _cell(draft: Draft) -> Hashable:
    """All that the labels say of a cell of a row."""
    return draft.called, draft.mention.quantity.scale, draft.scope
