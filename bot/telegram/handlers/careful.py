"""A bot's token posted into a chat: whoever reads it can be that bot. The sender is warned, in private."""

from contextlib import suppress
from dataclasses import dataclass

from telegram import Update
from telegram.error import BadRequest, Forbidden
from telegram.ext import ContextTypes, MessageHandler, filters

from bot.telegram.incoming import Handlers, message_of, sender_of, speech_of

TOKEN = r"(?<!\d)\d{8,10}:[A-Za-z0-9_-]{35}(?![\w-])"


@dataclass(frozen=True)
class Careful:
    """The handler of messages with a token in them. They are no questions, and nothing of them is kept."""

    def handlers(self) -> Handlers:
        """Before all others."""
        return [MessageHandler(filters.Regex(TOKEN) | filters.CaptionRegex(TOKEN), self.warn)]

    async def warn(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Takes the message away where that is allowed, and warns its sender."""
        message, words = message_of(update), speech_of(update)
        try:
            await message.delete()
            gone = True
        except (BadRequest, Forbidden):
            gone = False
        text = words.say("token-posted" if gone else "token-stays")
        try:
            await context.bot.send_message(sender_of(update).id, text)
        except (BadRequest, Forbidden):  # never spoken with the bot in private
            with suppress(BadRequest, Forbidden):
                await message.chat.send_message(text)
