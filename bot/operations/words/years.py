"""Whether a sentence is of another year than a question asks for: what was so in 2006 says nothing of 2008."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from bot.matching.retriever import Retriever
from bot.understanding.question import Question
from corpus.compiled import compiled
from corpus.letter import Letter
from corpus.passage import Passage
from corpus.times.period import Period
from corpus.times.span import NO_YEAR

_YEAR = compiled(r"(?:19|20)\d\d")
# A letter tells of so many years before its own without saying which.
_BEFORE = 5


def is_of_other_years(question: Question, passage: Passage, words: str, retriever: Retriever) -> bool:
    """Whether a question names years in digits, and neither the words quoted, nor what stands above them, nor the figures
    of their sentence, nor the letter's own time may be of one of them."""
    asked = {
        year
        for period in question.periods
        if _YEAR.search(period.raw)
        for year in range(period.first.year, period.last.year + 1)
    }
    if not asked:
        return False
    letter = retriever.library.letters[passage.letter]
    said = "".join((words, *passage.section, letter.title))
    if any(str(year) in said for year in asked):
        return False
    printed = _years(passage.letter, retriever).get(passage.id, frozenset())
    return asked.isdisjoint(printed) if printed else not any(_may_be_of(year, letter) for year in asked)


def _years(name: str, retriever: Retriever) -> Mapping[str, frozenset[int]]:
    """The years that the figures of each passage of a letter are of, by the passage's id."""
    return retriever.cards.kept(name, _of_figures, retriever)


def _of_figures(name: str, retriever: Retriever) -> Mapping[str, frozenset[int]]:
    found: defaultdict[str, set[int]] = defaultdict(set)
    for card in retriever.cards.of_letter(name).cards:
        found[card.figure.passage].update(_of(card.figure.period))
    return {passage: frozenset(years) for passage, years in found.items() if years}


def _of(period: Period | None) -> Iterator[int]:
    if period is not None and period.last.year > NO_YEAR:
        yield from range(period.first.year, period.last.year + 1)


def _may_be_of(year: int, letter: Letter) -> bool:
    """Whether a letter may speak of a year without naming it; one without a day or time may of any."""
    own = [*_of(letter.period), *([letter.dated.year] if letter.dated else [])]
    return not own or min(own) - _BEFORE <= year <= max(own)
