"""Answers in the letters' own words: the passage that says all of the question's, and the clauses to quote."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

from bot.matching.card import topics
from bot.matching.retriever import Retriever
from bot.matching.terms.cover import ABOVE, BEFORE, NAME, Layers, cover
from bot.phrasing.clause import clauses
from bot.understanding.question import Question, Run
from corpus.passage import Kind, Passage
from corpus.texts.text import plain, tidy

_HITS = 12
# Of more letters not every sentence is looked at.
_MANY = 12
_SOFT = 0.3
# A quotation in a headline: two sentences at most, half a phone's screen.
LIMIT = 180


@dataclass(frozen=True)
class Page:
    """A passage with how far it says the question's words, and which of them it does not say."""

    passage: Passage
    share: float
    missing: tuple[str, ...]
    rank: float

    @cached_property
    def words(self) -> str:
        """The passage as it is quoted."""
        return tidy(self.passage.text)


def pages(question: Question, retriever: Retriever) -> list[Page]:
    """The passages that the question may be about, those that say more of its words first."""
    letters = letters_meant(question, retriever)
    hits = retriever.library.search(question.text, letters, k=_HITS)
    found = {hit.passage.id: (hit.passage, hit.score) for hit in hits}
    for run in question.runs:
        for passage in (
            *retriever.library.containing(run.asked, letters),
            *retriever.library.containing(run.words, letters),
        ):
            found.setdefault(passage.id, (passage, 0.0))
    read = [_page(passage, score, question, retriever) for passage, score in found.values()]
    kinds = {Kind.SENTENCE, Kind.ROW} | ({Kind.META} if question.wants("quote") else set())
    said = [
        page for page in read if page.passage.kind in kinds and _in_time(page.passage, question, retriever)
    ]
    return sorted(said, key=lambda page: (len(page.missing), -page.share - page.rank / 2))


def sentences_about(question: Question, retriever: Retriever) -> Iterator[Passage]:
    """The sentences that the question may be about, those that say more of its words first."""
    return (page.passage for page in pages(question, retriever) if page.passage.kind is Kind.SENTENCE)


def _in_time(passage: Passage, question: Question, retriever: Retriever) -> bool:
    """Whether a passage may be of the years asked for: its letter is about one, or it names one."""
    letter = retriever.library.letters[passage.letter]
    years = [str(period.last.year) for period in question.periods]
    about = any(retriever.is_about(letter, period) for period in question.periods)
    return not years or about or any(year in passage.text for year in years)


def letters_meant(question: Question, retriever: Retriever) -> list[str] | None:
    """The letters of the places and years that the question names, None for all."""
    letters = retriever.library.letters
    if not question.places and not question.periods:
        return None
    meant = [
        letter.id
        for letter in letters.values()
        if (not question.places or any(retriever.is_of(letter, place) for place in question.places))
        and (not question.periods or any(retriever.is_about(letter, period) for period in question.periods))
    ]
    return meant or None


def letters_asked(question: Question, retriever: Retriever) -> list[str]:
    """The letters that a question means, else all."""
    return letters_meant(question, retriever) or list(retriever.library.letters)


def passages_asked(question: Question, retriever: Retriever) -> Iterator[Passage]:
    """The passages of these letters, in order."""
    return chain.from_iterable(map(retriever.library.passages, letters_asked(question, retriever)))


def letters_near(question: Question, retriever: Retriever) -> list[str]:
    """The letters that a question means, else all; where these are many, those of the passages that it may be about."""
    letters = letters_asked(question, retriever)
    if len(letters) <= _MANY:
        return letters
    return list(dict.fromkeys(page.passage.letter for page in pages(question, retriever)))


def sentences_near(question: Question, retriever: Retriever) -> Iterator[Passage]:
    """The sentences of these letters."""
    for letter in letters_near(question, retriever):
        yield from (one for one in retriever.library.passages(letter) if one.kind is Kind.SENTENCE)


def _page(passage: Passage, score: float, question: Question, retriever: Retriever) -> Page:
    layers = layers_of(passage, retriever)
    covers = [cover(run.words, layers, retriever.lexicon) for run in question.runs]
    letters = sum(len(one.words) for one in covers) or 1
    share = sum(one.share * len(one.words) for one in covers) / letters
    numbers = [plain(literal.raw) for literal in question.literals]
    hints = (*question.soft, *numbers)
    said = sum(word in layers[0][0] for word in hints) / (len(hints) or 1)
    return Page(
        passage,
        share + _SOFT * said,
        tuple(
            piece
            for run, one in zip(question.runs, covers, strict=True)
            for piece in one.missing(retriever.lexicon, run.terms)
        ),
        score,
    )


def layers_of(passage: Passage, retriever: Retriever) -> Layers:
    """The passage's words, then its paragraph's, then its headings'."""
    beside = "".join(
        retriever.canonical(one) for one in paragraph(passage, retriever) if one.start < passage.start
    )
    about = topics(retriever.library.letters[passage.letter])
    return (
        (retriever.canonical(passage), NAME),
        (retriever.lexicon.canonical("\n".join((*passage.section, *about))), ABOVE),
        (beside, BEFORE),
    )


def paragraph(passage: Passage, retriever: Retriever) -> list[Passage]:
    """All passages of the same paragraph, in order."""
    return [one for one in retriever.library.passages(passage.letter) if one.paragraph == passage.paragraph]


def behind(passage: Passage, retriever: Retriever) -> list[Passage]:
    """All passages of its letter that stand behind one, in order."""
    return [one for one in retriever.library.passages(passage.letter) if one.start > passage.start]


def excerpt(words: str, runs: Iterable[Run], retriever: Retriever, limit: int = LIMIT) -> str:
    """The sentence, or of a long one the clauses around what says most of the question's words."""
    if len(words) <= limit:
        return words
    parts = list(clauses(words))
    shares = [
        sum(
            cover(run.words, ((retriever.lexicon.canonical(part.text), NAME),), retriever.lexicon).share
            for run in runs
        )
        for part in parts
    ]
    first = last = shares.index(max(shares))
    while True:
        if last + 1 < len(parts) and parts[last + 1].end - parts[first].start <= limit:
            last += 1
        elif first and parts[last].end - parts[first - 1].start <= limit:
            first -= 1
        else:
            return words[parts[first].start : parts[last].end][:limit]
