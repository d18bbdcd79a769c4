"""Search: passages proposed by BM25 and by the embedding, put in order by `ranking`; exact substrings always."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from corpus.texts.text import plain
from index.reader import Reader
from index.rows.recent import Recent
from index.searching.asking import Asked, asked
from index.searching.ranking import Candidate, Said, Statistics, Tuning, ranked, rarest
from index.searching.words import pairs

if TYPE_CHECKING:
    from index.encoder import Encoder


@dataclass(frozen=True)
class Hit:
    """A found passage by its number. `coverage` is how much of the question's words it has, 0 to 1."""

    number: int
    score: float
    coverage: float


@dataclass(frozen=True)
class Search:
    """What a search works with; `known` is what the passages say of words, and grows with the words asked for,
    `compared` are passages that were looked at before, `proposed` those that words found before: different questions have the
    same telling words."""

    reader: Reader
    encoder: "Encoder"
    known: Statistics
    compared: Recent[Candidate]
    tuning: Tuning
    proposed: Recent[list[int]]

    def matched(self, words: Sequence[str], letters: Collection[str] | None) -> list[int]:
        """The passages that the words propose, best first."""
        asked = tuple(words), None if letters is None else frozenset(letters)
        return self.proposed.get(asked, lambda: self.reader.matched(words, letters, self.tuning))

    def candidates(self, numbers: Sequence[int]) -> dict[int, Candidate]:
        """The passages with these numbers, in this order."""
        return self.compared.each(numbers, self.reader.candidates)


_EXACT = 0.9  # least score of a passage in which the whole question stands
_LOOKED_AT = 20_000  # passages with any of the words of a search: of a large corpus its rarest are looked for
_SPOKEN = 0.9  # of the question's words in the passage that has most: the model has little to add


def search(within: Search, text: str, letters: Collection[str] | None, count: int) -> list[Hit]:
    """The passages that answer a text best; headings and letterheads never, but for a literal that stands there."""
    reader, known = within.reader, within.known
    question = asked(text)
    _count(reader, question.words, known)
    words = _telling(within, question)
    pool = within.candidates(within.matched(words, letters) if words else [])
    coverage = known.coverage(question)
    covered = max((coverage(one.text) for one in [*pool.values()][:1]), default=0.0)
    said = None
    if covered < _SPOKEN and within.tuning.asks_model:
        pool, said = _with_model(within, question, pool, letters)
    scores = ranked(question, pool, known, within.tuning, said, 1 - covered)
    exact = _literally(within, text, letters)
    scores |= {number: _EXACT + (1 - _EXACT) * scores.get(number, 0.0) for number in exact}
    found = sorted(scores, key=lambda number: (-scores[number], number))[:count]
    texts = pool | within.candidates([number for number in found if number not in pool])
    return [Hit(number, scores[number], coverage(texts[number].text)) for number in found]


def _with_model(
    within: Search, question: Asked, pool: dict[int, Candidate], letters: Collection[str] | None
) -> tuple[dict[int, Candidate], Said | None]:
    """The pool with the passages that the model proposes, and what it says of all of them."""
    vector = within.encoder.questions([question.content])[0].astype("float32")
    if not vector.any():
        return pool, None
    near = within.reader.nearest(vector, within.tuning.candidates, letters)
    pool = pool | within.candidates([number for number in near if number not in pool])
    if not pool:
        return pool, None
    cosines = within.reader.cosines(vector, list(pool))
    texts = [passage.text for passage in pool.values()]
    words = within.encoder.nearest(question.content, texts) if within.tuning.nearest else None
    return pool, Said(list(cosines.values()), words)


def _literally(within: Search, text: str, letters: Collection[str] | None) -> list[int]:
    """The searched passages in which the whole text stands."""
    literal = plain(text)
    parts = pairs(literal)
    # Where a pair of it stands nowhere, it stands nowhere as a whole.
    if len(literal) < 2 or any(within.known.counts.get(pair) == 0 for pair in parts):
        return []
    return within.reader.literally(literal, parts, letters)


def few(within: Search, words: Sequence[str], most: int) -> Sequence[str]:
    """Of words those that stand in at most so many passages together, the rarest first taken, or else the rarest one."""
    _count(within.reader, words, within.known)
    kept = rarest({word: within.known.counts[word] for word in words}, most)
    return [word for word in words if word in kept]


def _telling(within: Search, question: Asked) -> Sequence[str]:
    """The words to search by: one that stands in most passages tells nothing and costs most."""
    known = within.known
    words = [word for word in question.words if known.counts[word] <= known.passages / 2] or question.words
    return few(within, words, _LOOKED_AT)


def _count(reader: Reader, words: Sequence[str], known: Statistics) -> None:
    """Count in how many passages each word stands; a common word takes long to count."""
    fresh = [word for word in words if word not in known.counts]
    if fresh:
        known.counts.update(dict.fromkeys(fresh, 0) | dict(reader.counts(fresh)))
