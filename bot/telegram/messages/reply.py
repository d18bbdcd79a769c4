"""A question answered where it was asked: found aside, sent, written down."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from telegram import Bot, InlineKeyboardMarkup

from bot.answer import Answer
from bot.messages.render import messages
from bot.service.office import Answered, Asked, Office
from bot.service.views.history import history
from bot.service.views.listing import as_list
from bot.speech import Speech
from bot.telegram.links import share_url
from bot.telegram.messages.cutouts import send_cutouts
from bot.telegram.messages.delivery import Spot, busy, deliver
from bot.telegram.messages.keyboards import answer_keyboard


@dataclass(frozen=True)
class Reply:
    """What is sent."""

    texts: Sequence[str]
    keyboard: InlineKeyboardMarkup | None


async def answer(office: Office, bot: Bot, spot: Spot, asked: Asked, speech: Speech) -> None:
    """Answers a question under a message, or changes the answer that is already there."""
    async with busy(bot, spot):
        answered = await office.answer(asked)
        reply = await office.aside(drawn, office, asked, answered, speech, bot.username)
    sent = await deliver(bot, spot, reply.texts, reply.keyboard, answered.replies)
    if sent != answered.replies:
        await office.clerk.write(office.exchanges.replied, answered.exchange, sent)
    shown = await send_cutouts(office, bot, spot, answered.answer, speech)
    if shown:
        await office.clerk.write(office.exchanges.replied, answered.exchange, (*sent, *shown))


def drawn(office: Office, asked: Asked, answered: Answered, speech: Speech, username: str) -> Reply:
    """The reply that an answer makes; a question that a button asked stands above it. Call it aside."""
    above = "" if asked.message else asked.text
    texts = _texts(answered.answer, speech, above, office.pages)
    private = asked.place.chat == asked.place.person
    share = share_url(username, asked.text)
    keyboard = answer_keyboard(answered, office.service, speech, share, office.pages, private=private)
    return Reply(texts, keyboard)


def _texts(answer: Answer, speech: Speech, above: str, pages: str) -> tuple[str, ...]:
    """The messages of an answer; a history as a table, a list line by line."""
    found = history(answer)
    if not found:
        return messages(as_list(answer), speech, above, pages=pages)
    titled = replace(answer, headline=found.title)
    return messages(titled, speech, above, pages=pages, table=found.table(speech))
