"""Tables of words: the cell of a row that the question names, under the head that it asks for."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.answer import Kind
from bot.matching.cards import SHORTEST
from bot.matching.retriever import Retriever
from bot.phrasing.headline import Quoted, headline
from bot.phrasing.reply import Reply
from bot.phrasing.text import letters_asked, pages
from bot.understanding.question import Question
from bot.wording import say
from corpus.passage import Kind as PassageKind
from corpus.passage import Passage
from corpus.texts.table import cells, is_number
from corpus.texts.text import plain, tidy

_LONGEST = 150  # characters of a cell that a headline holds
_ASKED = ("who", "when", "where")


@dataclass(frozen=True)
class Found:
    """A cell that answers: its row and what names it, its head and where that stands, its words."""

    row: Passage
    name: str
    heads: Passage
    head: str
    words: str


def cell(question: Question, retriever: Retriever) -> Reply | None:
    """The cell of the row and under the head that the question names; None where there is none or several."""
    if not question.runs or not _may(question, retriever):
        return None
    rows = [page.passage for page in pages(question, retriever) if page.passage.kind is PassageKind.ROW]
    found = [one for row in rows for one in _answers(row, question, retriever)]
    longest = max((len(one.name) for one in found), default=0)
    best = {(one.row.id, one.head): one for one in found if len(one.name) == longest}
    if len(best) != 1:
        return None
    (one,) = best.values()
    text = headline(
        say("cells.cell"),
        head=Quoted(one.heads, one.head),
        words=Quoted(one.row, one.words),
        name=Quoted(one.row, one.name),
    )
    return Reply(Kind.ANSWER, text, passages=(one.row,))


def _may(question: Question, retriever: Retriever) -> bool:
    """Whether some row of the letters answers, so that it is worth looking which the question is about."""
    text = plain(question.text)
    letters = letters_asked(question, retriever)
    named = (
        row
        for letter in letters
        for row in retriever.cards.rows(letter)
        if any(name in text for name in row.names)
    )
    return any(True for row in named for _ in _answers(row.passage, question, retriever))


def _answers(row: Passage, question: Question, retriever: Retriever) -> Iterator[Found]:
    above = _heads(row, retriever)
    said, heads = _cells(row), _cells(above) if above else ()
    if above is None or len(heads) != len(said):
        return
    text = plain(question.text)
    names = [name for name in said if len(name) >= SHORTEST and plain(name) in text and not is_number(name)]
    if not names:
        return
    name = max(names, key=len)
    for place in _asked(text.replace(plain(name), " "), heads, question, retriever):
        words = said[place]
        if words and words != name and not is_number(words) and len(words) <= _LONGEST:
            yield Found(row, name, above, heads[place], words)


def _cells(row: Passage) -> tuple[str, ...]:
    """The cells of a row as they may be quoted; "" for one whose gaps are closed otherwise in the row (2. 15个)."""
    whole = tidy(row.text)
    return tuple(cell if cell in whole else "" for cell in map(tidy, cells(row.text)))


def _asked(text: str, heads: Sequence[str], question: Question, retriever: Retriever) -> list[int]:
    """The columns that the rest of the question names, or else the one that tells who, when or where."""
    named = [place for place, head in enumerate(heads) if len(head) > 1 and plain(head) in text]
    if named:
        return named
    marks = [
        mark for way in _ASKED if question.wants(way) for mark in retriever.lexicon.markers[f"{way}_head"]
    ]
    told = [place for place, head in enumerate(heads) if any(mark in head for mark in marks)]
    return told[:1]


def _heads(row: Passage, retriever: Retriever) -> Passage | None:
    """The head row of a row's table."""
    before = [one for one in retriever.library.passages(row.letter) if one.start < row.start]
    while before and before[-1].kind is PassageKind.ROW:
        before.pop()
    return before[-1] if before and before[-1].kind is PassageKind.CAPTION else None
