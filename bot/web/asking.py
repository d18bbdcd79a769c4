"""A question answered for a page: found aside, written down, with all that can be done with it."""

import time
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from urllib.parse import urlencode

from bot.answer import Answer, Kind
from bot.messages.cutout import MOST
from bot.messages.links import sentence_path
from bot.messages.tree import Tree, copied_of, tree
from bot.service.journal.exchange import LONGEST, Place
from bot.service.journal.marks import Mark, figure_mark
from bot.service.office import Office
from bot.service.views.listing import in_lines
from bot.service.views.shelf import chart_of, has_related
from bot.speech import Speech
from bot.web.views.scans import Picture, cutout_picture
from corpus.compiled import compiled

_UNTYPED = compiled(r"[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")
NAMED = 40  # figures that a link names


@dataclass(frozen=True)
class Asked:
    """A question with the earlier ones that it goes on from, oldest first."""

    text: str
    history: tuple[str, ...] = ()

    @property
    def link(self) -> str:
        """The address that asks it again."""
        return f"/?{urlencode([*(('h', one) for one in self.history), ('q', self.text)])}"

    @property
    def dialogue(self) -> tuple[str, ...]:
        """What a next question goes on from."""
        return (*self.history, self.text)[-LONGEST:]


@dataclass(frozen=True)
class Found:
    """An answer, how long it took, and the exchange it is written down as: 0 where the journal is out of reach."""

    answer: Answer
    milliseconds: float
    exchange: int


@dataclass(frozen=True)
class Card:
    """An answer as a page shows it. Each link is "" where there is nothing behind it."""

    asked: Asked
    exchange: int
    tree: Tree
    copied: str
    original: str
    related: str
    chart: str
    offers: tuple[str, ...]
    pictures: tuple[Picture, ...] = ()


async def found(office: Office, asked: Asked, place: Place) -> Found:
    """The answer to a question, written down where that is possible."""
    answer, milliseconds = await office.aside(_timed, office, asked)
    await office.opened()
    # Imported here: the first page is drawn without what speaks to databases.
    from bot.service.clerk import LOST

    exchange = 0
    with suppress(*LOST):
        exchange = await office.clerk.attempt(
            office.exchanges.record, place, 0, asked.text, answer, milliseconds
        )
    return Found(answer, milliseconds, exchange)


def _timed(office: Office, asked: Asked) -> tuple[Answer, float]:
    begun = time.perf_counter()
    answer = office.find(asked.text, asked.history)
    return answer, 1000 * (time.perf_counter() - begun)


async def card(office: Office, asked: Asked, place: Place, speech: Speech) -> Card:
    """The card of a question's answer."""
    return await office.aside(_card, office, asked, await found(office, asked, place), speech)


def _card(office: Office, asked: Asked, got: Found, speech: Speech) -> Card:
    answer = got.answer
    told = tree(in_lines(answer), speech)
    figures = answer.figures
    query = figures_query(map(figure_mark, figures[:NAMED]))
    return Card(
        asked,
        got.exchange,
        told,
        copied=copied_of(answer, speech) if figures and answer.kind is Kind.ANSWER else "",
        original=sentence_path(told.quotes[0].quotation) if told.quotes else "",
        related=f"/related?{query}" if has_related(office.service, figures) else "",
        chart=f"/chart?{query}" if chart_of(office.service, speech, figures) else "",
        offers=(*answer.choices, *answer.suggestions),
        pictures=tuple(cutout_picture(one, speech) for one in answer.cutouts[:MOST]),
    )


def earlier(sent: Sequence[str], longest: int) -> tuple[str, ...]:
    """The last few of the earlier questions that a browser sends along; what is no question is left out."""
    return tuple(one for one in map(typed, sent) if 0 < len(one) <= longest)[-LONGEST:]


def typed(text: str) -> str:
    """A text without what nobody types and no database keeps.

    >>> typed(" 产值\\x00多少\\ud800 ")
    '产值多少'
    """
    return _UNTYPED.sub("", text).strip()


def figures_query(marks: Iterable[Mark]) -> str:
    """Figures as they stand in an address."""
    return urlencode([("f", mark.written) for mark in marks])
