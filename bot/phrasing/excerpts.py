"""The sentences that may answer a question, found by search: each as it would be quoted, a long one in several pieces."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.matching.retriever import Retriever
from bot.phrasing.clause import clauses, is_catchword
from bot.phrasing.text import LIMIT
from corpus.passage import Kind, Passage
from corpus.texts.table import cells
from corpus.texts.text import tidy

# Of 156 questions about papers not seen before the sentence that answers is among the first twelve for 155.
_HITS = 12
# So many pieces of one sentence are looked at.
_PIECES = 8
# What a letterhead says is told as a fact of the document.
_QUOTED = frozenset({Kind.SENTENCE, Kind.ROW})


@dataclass(frozen=True)
class Excerpt:
    """Words of a passage to be quoted, with how the search ranks the passage: score 0 to 1, the best rank is 1.

    `asked` is the score for the question as it was asked, 0 where only another wording of it finds the passage.
    """

    passage: Passage
    words: str
    score: float
    rank: int
    asked: float = 0.0


def excerpts(wordings: Sequence[str], retriever: Retriever, limit: int = LIMIT) -> list[Excerpt]:
    """What may be quoted for a question put in these wordings, the first as asked: at most `limit` characters each."""
    found: dict[str, Excerpt] = {}
    for number, wording in enumerate(wordings):
        for rank, hit in enumerate(retriever.library.search(wording, None, k=_HITS), 1):
            before = found.get(hit.passage.id)
            score = max(hit.score, before.score if before else 0.0)
            asked = before.asked if before else 0.0 if number else hit.score
            best = min(rank, before.rank if before else rank)
            found[hit.passage.id] = Excerpt(hit.passage, "", score, best, asked)
    kept = (one for one in found.values() if one.passage.kind in _QUOTED and _says(one.passage))
    return [
        Excerpt(one.passage, words, one.score, one.rank, one.asked)
        for one in kept
        for words in _pieces(tidy(one.passage.text), limit)
    ]


def _says(passage: Passage) -> bool:
    """Whether a passage says something by itself: 做好存量文章。 is a catchword of the sentences behind it, 承办单位| a label."""
    words = tidy(passage.text)
    if passage.kind is Kind.ROW:
        return any(map(str.isdigit, words)) or sum(map(bool, map(str.strip, cells(words)))) > 1
    return not is_catchword(words)


def _pieces(sentence: str, limit: int) -> Iterator[str]:
    """The sentence, or of a long one runs of whole clauses, each as long as a quotation may be."""
    if len(sentence) <= limit:
        yield sentence
        return
    parts = list(clauses(sentence))
    end = 0
    for _ in range(_PIECES):
        first = next((part for part in parts if part.start >= end), None)
        if first is None:
            return
        inside = [part.end for part in parts if part.start >= first.start and part.end - first.start <= limit]
        yield sentence[first.start : max(inside, default=first.start + limit)]
        # The next piece begins in the middle of this one, so that what belongs together stands in one of them.
        end = max(first.end, first.start + limit // 2)
