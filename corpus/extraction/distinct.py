"""Cells of one row whose labels do not tell them apart: of none it is known what it is."""

from collections.abc import Hashable, Sequence
from typing import TYPE_CHECKING

from corpus.extraction.draft import Draft

if TYPE_CHECKING:
    from decimal import Decimal


def told_apart(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts of a table's cells without those of one row that are called the same and have other amounts.

    They are columns whose heads say nothing that was understood; their row is quoted as it stands.
    """
    first: dict[Hashable, Decimal] = {}
    several = set()
    called = [_called(draft) for draft in drafts]
    for draft, label in zip(drafts, called, strict=True):
        value = draft.mention.quantity.value
        if first.setdefault(label, value) != value:
            several.add(label)
    return [draft for draft, label in zip(drafts, called, strict=True) if label not in several]


def _called(draft: Draft) -> Hashable:
    """All that labels say of a cell."""
    phrase, said, period = draft.phrase, draft.predicate, draft.period
    return (
        draft.passage.id,
        phrase.place,
        phrase.name,
        phrase.aspect or said.aspect,
        draft.measure,
        draft.status,
        (period.first, period.last) if period else None,
        draft.mention.quantity.unit,
        draft.mention.quantity.scale,
        said.basis,
        said.whole,
        draft.scope,
    )
