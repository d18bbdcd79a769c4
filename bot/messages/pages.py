"""The pages of its letter that something stands on."""

from collections.abc import Sequence

from corpus.formats.structure.unread import ranges
from corpus.letter import Letter
from corpus.passage import Passage


def page_numbers(letter: Letter, passages: Sequence[Passage]) -> str:
    """The pages that passages stand on as people write them, 3–4、7; "" of a letter of one page, or without pages."""
    if len(letter.pages) < 2:
        return ""
    ends = ((letter.page(one.start), letter.page(one.end - 1)) for one in passages)
    return ranges(sorted({page for first, last in ends for page in range(first, last + 1)}))
