"""What rests on pictures: said so, and never a figure that may be another one."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from bot.answer import Cutout, Kind
from bot.answering.library import Library
from bot.matching.retriever import Retriever
from bot.phrasing.headline import headline
from bot.phrasing.reply import Reply
from bot.understanding.question import Question
from bot.wording import say
from corpus.passage import Passage
from corpus.runtime.replace import replace
from corpus.texts.scanned import Scanned, overlapping
from corpus.texts.text import plain, tidy

_FOUND = 5  # passages that a question finds, among which one with a doubtful figure is looked for


def sure(reply: Reply, library: Library) -> Reply:
    """The reply; where it would quote a figure that may be another one, that the original has to be looked at."""
    doubted = [figure for passage in reply.passages for figure in _doubted(passage, library)]
    if not any(figure in reply.headline.text for figure in doubted):
        return reply
    return _unclear(reply, reply.passages)


def unclear(question: Question, reply: Reply, retriever: Retriever) -> Reply:
    """A refusal; where a passage tells what is asked but for a figure that was not read surely, that it does."""
    terms = [plain(term) for run in question.runs for term in run.terms or (run.asked,)]
    if not terms or not retriever.library.doubted():
        return reply
    found = (hit.passage for hit in retriever.library.search(question.text, k=_FOUND))
    told = (
        passage
        for passage in found
        if all(term in plain(passage.text) for term in terms) and any(_doubted(passage, retriever.library))
    )
    passage = next(told, None)
    return _unclear(reply, (passage,)) if passage else reply


def _unclear(reply: Reply, passages: Sequence[Passage]) -> Reply:
    return replace(
        reply,
        kind=Kind.NOT_FOUND,
        headline=headline(say("scan.unsure")),
        figures=(),
        workings=(),
        passages=tuple(passages),
    )


def remarks(found: Sequence[Cutout]) -> tuple[str, ...]:
    """That what a reply rests on was recognised in pictures: the page, and how sure that is."""
    said = (
        say("scan.doubtful" if one.doubtful else "scan.remark").format(page=one.page, confidence=one.sureness)
        for one in found
    )
    return tuple(dict.fromkeys(said))


def cutouts(reply: Reply, library: Library) -> tuple[Cutout, ...]:
    """Where in the pictures it stands, for whoever shows them."""
    found = (one for passage in reply.passages for one in _cutouts(passage, library))
    return tuple(dict.fromkeys(found))


def _cutouts(passage: Passage, library: Library) -> Iterator[Cutout]:
    """One for each page that a passage stands on."""
    text = library.letters[passage.letter].text
    for page, group in groupby(_scanned(passage, library), key=lambda one: one.page):
        lines = tuple(group)
        start, end = max(passage.start, lines[0].start), min(passage.end, lines[-1].end)
        doubtful = any(start <= first < end for line in lines for first, _ in line.unsure)
        sure_of = min(line.confidence for line in lines)
        yield Cutout(passage.letter, page, passage.start, tidy(text[start:end]), sure_of, doubtful, lines)


def _scanned(passage: Passage, library: Library) -> tuple[Scanned, ...]:
    return overlapping(library.letters[passage.letter].scanned, passage.start, passage.end)


def _doubted(passage: Passage, library: Library) -> Iterator[str]:
    """The figures of a passage that may be others, as they seem to be."""
    text = library.letters[passage.letter].text
    for one in _scanned(passage, library):
        yield from (text[start:end] for start, end in one.unsure if passage.start <= start < passage.end)
