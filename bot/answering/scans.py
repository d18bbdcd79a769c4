"""What rests on pictures: said so, and never a figure that may be another one."""

from collections.abc import Iterator
from dataclasses import replace

from bot.answer import Cutout, Kind
from bot.answering.headline import headline
from bot.answering.library import Library
from bot.answering.reply import Reply
from bot.wording import say
from corpus.passage import Passage
from corpus.scanned import Scanned, overlapping
from corpus.text import tidy


def sure(reply: Reply, library: Library) -> Reply:
    """The reply; where it would quote a figure that may be another one, that the original has to be looked at."""
    doubted = [figure for passage in reply.passages for figure in _doubted(passage, library)]
    if not any(figure in reply.headline.text for figure in doubted):
        return reply
    return replace(reply, kind=Kind.NOT_FOUND, headline=headline(say("scan.unsure")), figures=(), workings=())


def remarks(reply: Reply, library: Library) -> tuple[str, ...]:
    """That what a reply rests on was recognised in pictures: the page, and how sure that is."""
    found = (one for passage in reply.passages for one in _scanned(passage, library))
    said = (say("scan.remark").format(page=one.page, confidence=f"{one.confidence:.0%}") for one in found)
    return tuple(dict.fromkeys(said))


def cutouts(reply: Reply, library: Library) -> tuple[Cutout, ...]:
    """Where in the pictures it stands, for whoever shows them."""
    found = (
        Cutout(passage.letter, one.page, tidy(passage.text))
        for passage in reply.passages
        for one in _scanned(passage, library)
    )
    return tuple(dict.fromkeys(found))


def _scanned(passage: Passage, library: Library) -> tuple[Scanned, ...]:
    return overlapping(library.letters[passage.letter].scanned, passage.start, passage.end)


def _doubted(passage: Passage, library: Library) -> Iterator[str]:
    """The figures of a passage that may be others, as they seem to be."""
    text = library.letters[passage.letter].text
    for one in _scanned(passage, library):
        yield from (text[start:end] for start, end in one.unsure if passage.start <= start < passage.end)
