"""Cells of one row whose labels do not tell them apart: of none it is known what it is."""

from collections import Counter
from collections.abc import Hashable, Sequence

from corpus.extraction.draft import Draft


def told_apart(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts of a table's cells without those of one row that are called the same and have other amounts.

    They are columns whose heads say nothing that was understood; their row is quoted as it stands.
    """
    amounts = {(_called(draft), draft.mention.quantity.value) for draft in drafts}
    values = Counter(called for called, _ in amounts)
    return [draft for draft in drafts if values[_called(draft)] < 2]


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
