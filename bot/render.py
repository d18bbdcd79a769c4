"""An answer as Telegram messages: headline, quotation with its figures marked, source, remarks."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from bot.answer import Answer, Cited
from bot.richtext import BOLD, CODE, LONG_QUOTE, QUOTE, Rich, Run, html, link, merged, pieces
from bot.speech import Speech
from corpus.figure import Figure
from corpus.letter import Letter
from corpus.passage import Kind
from corpus.text import tidy

LIMIT = 4096  # telegram.constants.MessageLimit.MAX_TEXT_LENGTH, not imported: a terminal needs no Telegram
_LONG = 160  # characters; a longer quotation is folded until it is tapped
_BREAK = (Run("\n"),)


@dataclass(frozen=True)
class Quotation:
    """Passages of one place of a letter, in its order."""

    letter: Letter
    cited: tuple[Cited, ...]

    @property
    def section(self) -> tuple[str, ...]:
        """The headings above it."""
        return self.cited[0].passage.section


def messages(answer: Answer, speech: Speech, question: str = "", limit: int = LIMIT) -> tuple[str, ...]:
    """An answer as HTML messages of at most `limit` UTF-16 units each, the question above it if one is given."""
    above = (Run(f"❓ {question}\n\n"),) if question else ()
    return tuple(html(piece) for piece in pieces((*above, *answer_text(answer, speech)), limit))


def answer_text(answer: Answer, speech: Speech) -> Rich:
    """All of an answer but its buttons."""
    parts: list[Rich] = [(Run(said(answer.headline, answer.figures, speech), (BOLD,)),)]
    if answer.working:
        parts.append((Run(speech.say("working")), Run(answer.working, (CODE,))))
    for quotation in quotations(answer.cited):
        parts.append((*quoted(quotation, answer.figures), *_BREAK, *source(quotation, speech)))
    parts += [(Run(f"⚠️ {said(remark, answer.figures, speech)}"),) for remark in answer.remarks]
    return merged(tuple(_joined(parts)))


def quotations(cited: Sequence[Cited]) -> tuple[Quotation, ...]:
    """The cited passages, those of one letter and section together, in the order of their first."""
    groups: dict[tuple[str, tuple[str, ...]], list[Cited]] = {}
    for one in cited:
        groups.setdefault((one.passage.letter, one.passage.section), []).append(one)
    return tuple(
        Quotation(group[0].letter, tuple(sorted(group, key=lambda one: one.passage.start)))
        for group in groups.values()
    )


def quoted(quotation: Quotation, figures: Sequence[Figure]) -> Rich:
    """A quotation in a block, the figures of the answer in bold."""
    inside = tuple(_sentences(quotation, figures))
    block = LONG_QUOTE if sum(len(run.text) for run in inside) > _LONG else QUOTE
    return tuple(Run(run.text, (block, *run.tags)) for run in inside)


def source(quotation: Quotation, speech: Speech) -> Rich:
    """—— 椒经科提函〔2024〕45号 · 二、主导行业产值五升一降 · 2024年7月25日, the name a link where there is one."""
    letter = quotation.letter
    tags = (link(letter.url),) if letter.url else ()
    rest = [tidy(title) for title in quotation.section[-1:]]
    if letter.dated:
        rest.append(day(letter.dated, speech))
    after = "".join(f" · {part}" for part in rest)
    return (Run("—— "), Run(tidy(letter.number or letter.title), tags), Run(after))


def day(when: date, speech: Speech) -> str:
    """2024年7月25日"""
    return speech.say("day", year=str(when.year), month=str(when.month), day=str(when.day))


def said(text: str, figures: Sequence[Figure], speech: Speech) -> str:
    """Our own words in the reader's characters; what is printed of the figures stays as it is."""
    return speech.own(text, {figure.quantity.printed_unit for figure in figures})


def marked(cited: Cited, figures: Sequence[Figure]) -> Rich:
    """A passage as printed, gaps closed, the figures that stand in it in bold."""
    spans = [
        range(figure.quantity.start, figure.quantity.end)
        for figure in figures
        if figure.passage == cited.passage.id
    ]
    places = _tidied(cited.passage.text, cited.passage.start)
    marks = groupby(places, key=lambda place: any(place[0] in span for span in spans))
    return tuple(
        Run("".join(character for _, character in group), (BOLD,) if bold else ()) for bold, group in marks
    )


def _tidied(text: str, offset: int) -> list[tuple[int, str]]:
    """The characters that stay when gaps are closed, each with its printed offset."""
    kept: list[tuple[int, str]] = []
    place = 0
    for character in tidy(text):
        place = text.index(character, place) + 1
        kept.append((offset + place - 1, character))
    return kept


def _sentences(quotation: Quotation, figures: Sequence[Figure]) -> Iterator[Run]:
    before: Cited | None = None
    for one in quotation.cited:
        if before is not None:
            yield Run(_between(before, one))
        yield from marked(one, figures)
        before = one


def _between(before: Cited, after: Cited) -> str:
    """What joins two passages: nothing where one follows the other, else dots or a new line."""
    first, second = before.passage, after.passage
    if first.paragraph != second.paragraph or Kind.ROW in (first.kind, second.kind):
        return "\n"
    adjoining = not before.letter.text[first.end : second.start].strip()
    return "" if adjoining else "……"


def _joined(parts: Sequence[Sequence[Run]]) -> Iterator[Run]:
    for number, part in enumerate(parts):
        if number:
            yield Run("\n\n")
        yield from part
