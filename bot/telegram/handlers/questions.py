"""Questions in private chats and groups."""

import re
from dataclasses import dataclass

from telegram import Message, MessageEntity, Update
from telegram.ext import CommandHandler, ContextTypes, MessageHandler, filters

from bot.service.office import Asked, Office
from bot.telegram.incoming import Handlers, message_of, sender_of, speech_of
from bot.telegram.messages.delivery import Spot
from bot.telegram.messages.reply import answer


class Addressed(filters.MessageFilter):
    """Messages meant for the bot: all in a private chat; replies to it and mentions of it elsewhere."""

    def filter(self, message: Message) -> bool:
        """Whether a message is meant for the bot."""
        if message.chat.type == message.chat.PRIVATE:
            return True
        me = message.get_bot()
        return under(message) is not None or any(
            text.casefold() == f"@{me.username}".casefold() for text in _entities(message).values()
        )


@dataclass(frozen=True)
class Questions:
    """Handlers of questions."""

    office: Office

    def handlers(self) -> Handlers:
        """In the order that PTB tries them; edited messages come the same way."""
        question = ((filters.TEXT & ~filters.COMMAND) | filters.CAPTION) & Addressed()
        return [CommandHandler("ask", self.ask), MessageHandler(question, self.text)]

    async def text(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """A question typed."""
        message = message_of(update)
        text = message.text or message.caption or ""
        await self.reply(update, without_mention(text, context.bot.username))

    async def ask(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """/ask with a question, or under somebody's message that is one."""
        message = message_of(update)
        replied = message.reply_to_message
        text = " ".join(context.args or ()) or (replied.text if replied else None)
        if text:
            await self.reply(update, text)
        else:
            await message.reply_text(speech_of(update).say("ask-what"))

    async def reply(self, update: Update, text: str) -> None:
        """Answers a message's question under it, or changes the answer that is already there."""
        message = message_of(update)
        spot = Spot.of(message)
        replied = under(message)
        quote = message.quote.text if message.quote else ""
        place = spot.place(sender_of(update).id)
        asked = Asked(place, message.message_id, text, replied.message_id if replied else 0, quote)
        await answer(self.office, message.get_bot(), spot, asked, speech_of(update))


def _entities(message: Message) -> dict[MessageEntity, str]:
    """The mentions in a message's text or caption."""
    if message.caption:
        return message.parse_caption_entities([MessageEntity.MENTION])
    return message.parse_entities([MessageEntity.MENTION])


def under(message: Message) -> Message | None:
    """The message of the bot's own that a message is a reply to."""
    replied = message.reply_to_message
    sender = replied.from_user if replied else None
    return replied if sender and sender.id == message.get_bot().id else None


def without_mention(text: str, username: str) -> str:
    """A question without the bot's name in it.

    >>> without_mention("@Dafu_Bot 产值多少", "dafu_bot")
    '产值多少'
    """
    return re.sub(rf"@{re.escape(username)}\b", "", text, flags=re.IGNORECASE).strip()
