"""An answer as a tree that messages and pages are drawn from: headline, quotations with marked figures, sources."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from bot.answer import Answer, Cited
from bot.messages.pages import page_numbers
from bot.speech import Speech
from corpus.figure import Figure, Measure
from corpus.letter import Letter
from corpus.passage import Kind as PassageKind
from corpus.texts.text import tidy


@dataclass(frozen=True)
class Piece:
    """A piece of a printed text, and the figure that it is."""

    text: str
    figure: Figure | None = None


@dataclass(frozen=True)
class Source:
    """Where a quotation stands: number or title, the letter's own address, then section, page and day."""

    name: str
    url: str
    rest: tuple[str, ...]


@dataclass(frozen=True)
class Quotation:
    """Passages of one place of a letter, in its order."""

    letter: Letter
    cited: tuple[Cited, ...]

    @property
    def section(self) -> tuple[str, ...]:
        """The headings above it."""
        return self.cited[0].passage.section


@dataclass(frozen=True)
class Quoted:
    """A quotation as it is shown."""

    quotation: Quotation
    pieces: tuple[Piece, ...]
    source: Source


@dataclass(frozen=True)
class Tree:
    """All of an answer but its buttons, in the reader's characters.

    `frame` says in the reader's language what the headline is, "" where that is the letters' own.
    """

    frame: str
    headline: str
    working: str
    quotes: tuple[Quoted, ...]
    remarks: tuple[str, ...]


def tree(answer: Answer, speech: Speech) -> Tree:
    """The tree of an answer."""
    quotes = (
        Quoted(one, quoted(one, answer.figures), source(one, speech)) for one in quotations(answer.cited)
    )
    return Tree(
        _frame(answer, speech),
        speech.own(answer.headline),
        speech.own(answer.working),
        tuple(quotes),
        tuple(map(speech.own, answer.remarks)),
    )


def _frame(answer: Answer, speech: Speech) -> str:
    asked_back = answer.choices and not answer.figures
    return speech.say("frame-choices" if asked_back else f"frame-{answer.kind.replace('_', '-')}")


def quotations(cited: Sequence[Cited]) -> tuple[Quotation, ...]:
    """The cited passages, those of one letter and section together, in the order of their first."""
    groups: dict[tuple[str, tuple[str, ...]], list[Cited]] = {}
    for one in cited:
        groups.setdefault((one.passage.letter, one.passage.section), []).append(one)
    return tuple(
        Quotation(group[0].letter, tuple(sorted(group, key=lambda one: one.passage.start)))
        for group in groups.values()
    )


def quoted(quotation: Quotation, figures: Sequence[Figure]) -> tuple[Piece, ...]:
    """A quotation with the figures of the answer that stand in it."""
    return tuple(_sentences(quotation, figures))


def source(quotation: Quotation, speech: Speech) -> Source:
    """椒经科提函〔2024〕45号 · 二、主导行业产值五升一降 · 2024年7月25日"""
    letter = quotation.letter
    rest = [tidy(title) for title in quotation.section[-1:]]
    if pages := page_numbers(letter, [one.passage for one in quotation.cited]):
        rest.append(speech.say("pages", pages=pages))
    if letter.dated:
        rest.append(day(letter.dated, speech))
    return Source(tidy(letter.number or letter.title), letter.url, tuple(rest))


def day(when: date, speech: Speech) -> str:
    """2024年7月25日"""
    return speech.say("day", year=str(when.year), month=str(when.month), day=str(when.day))


def copied_of(answer: Answer, speech: Speech) -> str:
    """What was asked for, in the reader's characters: the sum that was worked out, the figure, or the headline where it lists
    several things."""
    return speech.own(_asked_for(answer))


def _asked_for(answer: Answer) -> str:
    if answer.results:
        return answer.results[0]
    levels = [figure for figure in answer.figures if figure.measure is Measure.LEVEL]
    if len({(figure.name, figure.place, figure.days) for figure in levels}) > 1:
        return answer.headline
    return answer.figures[0].quantity.raw


def marked(text: str, offset: int, figures: Sequence[Figure]) -> tuple[Piece, ...]:
    """A text that stands at an offset of its letter as printed, gaps closed, the figures in it pieces of their own."""
    inside = [one for one in figures if offset <= one.quantity.start < offset + len(text)]
    places = _tidied(text, offset)
    marks = groupby(places, key=lambda place: _figure_at(place[0], inside))
    return tuple(Piece("".join(character for _, character in group), figure) for figure, group in marks)


def _figure_at(place: int, figures: Sequence[Figure]) -> Figure | None:
    return next((one for one in figures if one.quantity.start <= place < one.quantity.end), None)


def _tidied(text: str, offset: int) -> list[tuple[int, str]]:
    """The characters that stay when gaps are closed, each with its printed offset."""
    kept: list[tuple[int, str]] = []
    place = 0
    for character in tidy(text):
        place = text.index(character, place) + 1
        kept.append((offset + place - 1, character))
    return kept


def _sentences(quotation: Quotation, figures: Sequence[Figure]) -> Iterator[Piece]:
    before: Cited | None = None
    for one in quotation.cited:
        if before is not None:
            yield Piece(_between(before, one))
        passage = one.passage
        own = [figure for figure in figures if figure.passage == passage.id]
        yield from marked(passage.text, passage.start, own)
        before = one


def _between(before: Cited, after: Cited) -> str:
    """What joins two passages: nothing where one follows the other, else dots or a new line."""
    first, second = before.passage, after.passage
    if first.paragraph != second.paragraph or PassageKind.ROW in (first.kind, second.kind):
        return "\n"
    adjoining = not before.letter.text[first.end : second.start].strip()
    return "" if adjoining else "……"
