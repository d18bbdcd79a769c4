"""The lines of a scanned page that an answer rests on, as pictures."""

from collections.abc import Iterator

from bot.answer import Answer
from corpus.pdf import cut_out
from index.opened import Index


def pictures(answer: Answer, index: Index) -> Iterator[bytes]:
    """A PNG file for each place in a picture that an answer rests on; none where it can no longer be looked at."""
    for one in answer.cutouts:
        file = index.file(one.letter)
        picture = cut_out(file, one.page, one.words) if file else None
        if picture is not None:
            yield picture
