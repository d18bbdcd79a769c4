"""Buttons pressed. Each looks up what it needs by id: it works after a restart, and what is gone is said politely."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property

from telegram import CallbackQuery, Message, Update
from telegram.error import BadRequest
from telegram.ext import CallbackQueryHandler, ContextTypes

from bot.charts.chart import Chart
from bot.service.journal.exchange import Exchange
from bot.service.office import Asked, Office
from bot.service.views.examples import examples
from bot.service.views.shelf import Gone
from bot.speech import Speech, speech
from bot.telegram.handlers.press import HERE, Action, Press, parse_press
from bot.telegram.incoming import Handlers
from bot.telegram.messages.delivery import Spot, deliver
from bot.telegram.messages.pictures import send_chart
from bot.telegram.messages.reply import answer
from bot.telegram.messages.views import Retriever, View


@dataclass(frozen=True)
class Pressed:
    """A button pressed: by whom, where, and what its data says."""

    query: CallbackQuery
    press: Press
    speech: Speech

    @property
    def spot(self) -> Spot:
        """Under the message with the button, which Telegram may no longer show. Raises Gone for none."""
        message = self.query.message
        if message is None:
            raise Gone("button-old")
        if isinstance(message, Message):
            return Spot.of(message)
        return Spot(message.chat.id, None, message.message_id)

    async def confirm(self, text: str = "", *, alert: bool = False) -> None:
        """Stops the button's turning. A press that waited too long needs no more."""
        with suppress(BadRequest):
            await self.query.answer(text or None, show_alert=alert)


Act = Callable[[Pressed], Awaitable[None]]


@dataclass(frozen=True)
class Presses:
    """The handler of buttons. `more` is what other modules do with buttons of their own."""

    office: Office
    more: Mapping[Action, Act]

    def handlers(self) -> Handlers:
        """One for all buttons."""
        return [CallbackQueryHandler(self.press)]

    async def press(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Does what a button says, or says politely that it cannot."""
        query = update.callback_query
        assert query is not None  # what CallbackQueryHandler is for
        press = parse_press(query.data or "")
        words = speech(query.from_user.language_code)
        pressed = Pressed(query, press or Press(Action.LETTERS, 0), words)
        try:
            if press is None:
                raise Gone("button-old")
            await self._acts[press.action](pressed)
        except Gone as gone:
            await pressed.confirm(words.say(gone.args[0]), alert=True)

    @cached_property
    def _acts(self) -> Mapping[Action, Act]:
        return {
            Action.EXAMPLE: self._example,
            Action.OFFER: self._offer,
            Action.MORE: self._shown(lambda retriever, exchange, page: retriever.more(exchange, page)),
            Action.ORIGINAL: self._shown(lambda retriever, exchange, page: retriever.cited(exchange)),
            Action.RELATED: self._shown(lambda retriever, exchange, page: retriever.related(exchange, page)),
            Action.CHART: self._chart,
            Action.LETTERS: self._shows(lambda retriever, press: retriever.letters(press.first)),
            Action.LETTER: self._shows(lambda retriever, press: retriever.card(str(press.id))),
            Action.LEAF: self._shows(lambda retriever, press: retriever.leaf(str(press.id), press.first)),
            Action.TABLE: self._shows(lambda retriever, press: retriever.table(str(press.id))),
            Action.GALLERY: self._shows(lambda retriever, press: retriever.gallery(str(press.id))),
            Action.PICTURE: self._picture,
            **self.more,
        }

    async def _example(self, pressed: Pressed) -> None:
        questions = await self.office.aside(examples, self.office.service)
        await self._ask(pressed, questions, pressed.press.id)

    async def _offer(self, pressed: Pressed) -> None:
        exchange = await exchange_of(self.office, pressed)
        await self._ask(pressed, exchange.offers, pressed.press.first)

    async def _chart(self, pressed: Pressed) -> None:
        exchange = await exchange_of(self.office, pressed)
        await self._send(pressed, await self.office.aside(self._retriever(pressed).chart, exchange))

    async def _picture(self, pressed: Pressed) -> None:
        letter, place = str(pressed.press.id), pressed.press.first
        await self._send(pressed, await self.office.aside(self._retriever(pressed).picture, letter, place))

    def _shows(self, view: Callable[[Retriever, Press], View]) -> Act:
        """An act that shows a view of the letters."""

        async def act(pressed: Pressed) -> None:
            await self._show(pressed, await self.office.aside(view, self._retriever(pressed), pressed.press))

        return act

    def _retriever(self, pressed: Pressed) -> Retriever:
        return Retriever(self.office.service, pressed.speech)

    def _shown(self, view: Callable[[Retriever, Exchange, int], View]) -> Act:
        """An act that shows a view of an exchange, at a page."""

        async def act(pressed: Pressed) -> None:
            exchange = await exchange_of(self.office, pressed)
            page = pressed.press.first
            await self._show(pressed, await self.office.aside(view, self._retriever(pressed), exchange, page))

        return act

    async def _ask(self, pressed: Pressed, questions: Sequence[str], place: int) -> None:
        """Asks one of some questions for the person who pressed. Raises Gone where there is no such."""
        if place >= len(questions):
            raise Gone("button-old")
        await pressed.confirm()
        spot = pressed.spot
        asked = Asked(spot.place(pressed.query.from_user.id), 0, questions[place])
        await answer(self.office, pressed.query.get_bot(), spot, asked, pressed.speech)

    async def _show(self, pressed: Pressed, view: View) -> None:
        """Sends a view, or turns the page of the message that the button is under."""
        await pressed.confirm()
        spot = pressed.spot
        here = (spot.message,) if pressed.press.second == HERE and spot.message else ()
        await deliver(pressed.query.get_bot(), spot, (view.text,), view.keyboard, here)

    async def _send(self, pressed: Pressed, chart: Chart) -> None:
        await pressed.confirm()
        await send_chart(self.office, pressed.query.get_bot(), pressed.spot, chart)


async def exchange_of(office: Office, pressed: Pressed) -> Exchange:
    """The exchange that a button belongs to. Raises Gone for one of another chat, or forgotten."""
    exchange = await office.aside(office.exchanges.find, pressed.press.id)
    if exchange is None or exchange.place.chat != pressed.spot.chat:
        raise Gone("button-old")
    return exchange
