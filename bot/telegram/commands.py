"""/start, /help and everything else that is no question."""

from dataclasses import dataclass

from telegram import Update
from telegram.ext import CommandHandler, ContextTypes, MessageHandler, filters

from bot.telegram.examples import examples
from bot.telegram.incoming import Handlers, message_of, speech_of
from bot.telegram.keyboards import example_keyboard
from bot.telegram.office import Office

_FRESH = filters.UpdateType.MESSAGE  # an edited command is not carried out again


@dataclass(frozen=True)
class Commands:
    """Handlers of commands."""

    office: Office

    def handlers(self) -> Handlers:
        """In the order that PTB tries them."""
        private = filters.ChatType.PRIVATE & _FRESH
        return [
            CommandHandler("start", self.start, _FRESH),
            CommandHandler("help", self.help, _FRESH),
            MessageHandler(filters.COMMAND & private, self.unknown),
            MessageHandler(private & ~filters.TEXT & ~filters.StatusUpdate.ALL, self.no_text),
        ]

    async def start(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Who the bot is, with questions to begin with."""
        await self._say(update, "start")

    async def help(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """What can be asked and done."""
        await self._say(update, "help")

    async def unknown(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """A command that there is not."""
        words = speech_of(update)
        await message_of(update).reply_text(words.say("unknown-command"))

    async def no_text(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """A sticker, a voice message, a photo …: one friendly line."""
        words = speech_of(update)
        await message_of(update).reply_text(words.say("only-text"))

    async def _say(self, update: Update, name: str) -> None:
        words = speech_of(update)
        questions = await self.office.aside(examples, self.office.service)
        await message_of(update).reply_text(words.say(name), reply_markup=example_keyboard(questions))
