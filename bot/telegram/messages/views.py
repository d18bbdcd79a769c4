"""What commands and buttons show of the letters: a text and the buttons under it. They take time: call them aside."""

from dataclasses import dataclass

from telegram import InlineKeyboardMarkup

from bot.charts.chart import Chart
from bot.messages.richtext import Run, html
from bot.service.archive import Service
from bot.service.journal.exchange import Exchange
from bot.service.journal.marks import passage_mark
from bot.service.views.leaf import leaf_with
from bot.service.views.listing import listing
from bot.service.views.shelf import (
    Gone,
    chart_of,
    figures_of,
    letter_charts,
    letter_leaves,
    letter_named,
    letters_by_date,
    letters_saying,
    letters_with,
    lines_about,
    table_lines,
)
from bot.speech import Speech
from bot.telegram.messages import keyboards, pages
from corpus.figure import Figure
from corpus.letter import Letter


@dataclass(frozen=True)
class View:
    """A text as HTML with its buttons."""

    text: str
    keyboard: InlineKeyboardMarkup | None = None


@dataclass(frozen=True)
class Retriever:
    """Views of the letters as they are now, in one language. Each raises Gone for what is no longer there."""

    service: Service
    speech: Speech

    def letters(self, page: int = 0) -> View:
        """A page of the list of letters."""
        found = letters_by_date(self.service)
        return View(
            pages.letters_page(found, page, self.speech),
            keyboards.letters_keyboard(found, page, self.speech),
        )

    def card(self, letter: str) -> View:
        """What a letter is. It may be named by id or number."""
        found = letter_named(self.service, letter)
        charts = bool(letter_charts(self.service, self.speech, found.id))
        text = pages.letter_card(found, self.service.archive, self.speech)
        return View(text, keyboards.card_keyboard(found, charts=charts, speech=self.speech))

    def leaf(self, letter: str, page: int) -> View:
        """A page of a letter."""
        found = letter_named(self.service, letter)
        return self._leaf(found, page, ())

    def cited(self, exchange: Exchange) -> View:
        """The page that the first cited passage stands on, what is cited in bold."""
        first = exchange.passages[0]
        letter = letter_named(self.service, first.letter)
        leaves = letter_leaves(self.service, letter.id)
        page = leaf_with(leaves, first.id)
        if page is None or not any(first.fits(passage_mark(one)) for one in leaves[page].passages):
            raise Gone("letter-changed")
        return self._leaf(letter, page, tuple(mark.id for mark in exchange.passages))

    def more(self, exchange: Exchange, page: int) -> View:
        """How the list that an answer is goes on."""
        found = listing(exchange.headline)
        if found is None or not found.has(page):
            raise Gone("letter-gone")
        text = html((Run(self.speech.own(found.page(page))),))
        more = keyboards.more_row(exchange.id, page + 1, self.speech) if found.has(page + 1) else []
        return View(text, keyboards.markup([more]))

    def search(self, words: str) -> View:
        """The letters whose name has these words; where none has, those that say them, else the way to all."""
        named = letters_with(self.service, words.split())
        found = named or letters_saying(self.service, words.split())
        text = pages.search_page(words, len(found), self.speech, named=bool(named))
        if not found:
            return View(text, keyboards.others_keyboard(self.speech))
        return View(text, keyboards.letters_keyboard(found[: pages.LINES], 0, self.speech))

    def related(self, exchange: Exchange, page: int) -> View:
        """Figures of the same subject or indicator as those of an answer."""
        lines = lines_about(self.service, self._figures(exchange))
        if page * pages.LINES >= len(lines):
            raise Gone("letter-gone")
        keyboard = keyboards.related_keyboard(exchange.id, page, len(lines), self.speech)
        return View(pages.related_page(lines, page, self.speech), keyboard)

    def table(self, letter: str = "") -> View:
        """The headline figures of a letter, of the newest where none is named."""
        found = self._chosen(letter)
        text = pages.table_page(found, table_lines(self.service, found.id), self.speech)
        return View(text, keyboards.others_keyboard(self.speech))

    def gallery(self, letter: str = "") -> View:
        """The charts of a letter, of the newest where none is named."""
        found = self._chosen(letter)
        charts = letter_charts(self.service, self.speech, found.id)
        text = self.speech.say("charts-title" if charts else "charts-none")
        return View(text, keyboards.gallery_keyboard(found, charts, self.speech))

    def chart(self, exchange: Exchange) -> Chart:
        """The chart about an answer."""
        chart = chart_of(self.service, self.speech, self._figures(exchange))
        if chart is None:
            raise Gone("letter-gone")
        return chart

    def picture(self, letter: str, place: int) -> Chart:
        """One of a letter's charts."""
        charts = letter_charts(self.service, self.speech, letter_named(self.service, letter).id)
        if place >= len(charts):
            raise Gone("letter-gone")
        return charts[place]

    def _figures(self, exchange: Exchange) -> tuple[Figure, ...]:
        """The figures of an answer. Raises Gone where none of them stands there any more."""
        found = figures_of(self.service, exchange.figures)
        if exchange.figures and not found:
            raise Gone("letter-changed")
        return found

    def _chosen(self, letter: str) -> Letter:
        if letter:
            return letter_named(self.service, letter)
        newest = letters_by_date(self.service)
        if not newest:
            raise Gone("letters-none")
        return newest[0]

    def _leaf(self, letter: Letter, page: int, cited: tuple[str, ...]) -> View:
        leaves = letter_leaves(self.service, letter.id)
        if page >= len(leaves):
            raise Gone("letter-gone")
        text = pages.leaf_page(leaves[page], page, len(leaves), cited, self.speech)
        return View(text, keyboards.leaf_keyboard(letter, page, len(leaves), self.speech))
