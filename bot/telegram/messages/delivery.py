"""Messages sent, or put in the place of the ones sent before."""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass

from telegram import Bot, InlineKeyboardMarkup, Message, ReplyParameters
from telegram.constants import ChatAction, ParseMode
from telegram.error import BadRequest, TelegramError

from bot.service.journal.exchange import Place
from bot.telegram.connection.steady import SteadyBot

_PATIENCE = 0.3  # seconds before typing is shown: the request costs as much as the answer
_SHOWN = 4.5  # seconds; Telegram takes it away after five


@dataclass(frozen=True)
class Spot:
    """Where an answer goes: chat, forum topic or None, and the message it replies to or None."""

    chat: int
    thread: int | None = None
    message: int | None = None

    @classmethod
    def of(cls, message: Message) -> "Spot":
        """Under a message."""
        topic = message.message_thread_id if message.is_topic_message else None
        return cls(message.chat_id, topic, message.message_id)

    def place(self, person: int) -> Place:
        """Where a person's dialogue goes on."""
        return Place(self.chat, person, self.thread or 0)


async def deliver(
    bot: Bot,
    spot: Spot,
    texts: Sequence[str],
    keyboard: InlineKeyboardMarkup | None = None,
    earlier: Sequence[int] = (),
) -> tuple[int, ...]:
    """Sends HTML texts in order, the keyboard under the last; the ids of their messages come back.

    `earlier` are messages of an answer before: they are changed, those too many or that hold no text are deleted.
    """
    keyboards = [None] * (len(texts) - 1) + [keyboard]
    ids: list[int] = []
    for place, (text, below) in enumerate(zip(texts, keyboards, strict=True)):
        known = earlier[place] if place < len(earlier) else None
        changed = known is not None and await _change(bot, spot.chat, known, text, below)
        ids.append(known if known is not None and changed else await _send(bot, spot, text, below))
    for surplus in (one for one in earlier if one not in ids):
        with contextlib.suppress(BadRequest):  # already deleted, or too old to be
            await bot.delete_message(spot.chat, surplus)
    return tuple(ids)


@contextlib.asynccontextmanager
async def busy(
    bot: Bot, spot: Spot, action: ChatAction = ChatAction.TYPING, patience: float = _PATIENCE
) -> AsyncIterator[None]:
    """Shows what the bot does as long as the body runs, if that is long enough to notice."""
    task = asyncio.create_task(_show(bot, spot, action, patience))
    try:
        yield
    finally:
        task.cancel()


async def _show(bot: Bot, spot: Spot, action: ChatAction, patience: float) -> None:
    await asyncio.sleep(patience)
    with contextlib.suppress(TelegramError):  # the answer is on its way in any case
        while True:
            await bot.send_chat_action(spot.chat, action, message_thread_id=spot.thread)
            await asyncio.sleep(_SHOWN)


def reply_to(spot: Spot) -> ReplyParameters | None:
    """What makes a message a reply; the one replied to may be deleted by now."""
    return ReplyParameters(spot.message, allow_sending_without_reply=True) if spot.message else None


async def _send(bot: Bot, spot: Spot, text: str, keyboard: InlineKeyboardMarkup | None) -> int:
    fields = {
        "chat_id": spot.chat,
        "text": text,
        "parse_mode": ParseMode.HTML,
        "link_preview_options": {"is_disabled": True},
        "message_thread_id": spot.thread,
        "reply_parameters": reply_to(spot),
        "reply_markup": keyboard,
    }
    assert isinstance(bot, SteadyBot)  # what app.telegram_bot makes
    return await bot.send_text({name: value for name, value in fields.items() if value is not None})


async def _change(
    bot: Bot, chat: int, message: int, text: str, keyboard: InlineKeyboardMarkup | None
) -> bool:
    """Whether the message now has this text; False where it is gone."""
    try:
        await bot.edit_message_text(text, chat_id=chat, message_id=message, reply_markup=keyboard)
    except BadRequest as error:
        return "not modified" in error.message
    return True
