"""Commands, and everything else that is no question."""

from collections.abc import Callable
from dataclasses import dataclass

from telegram import Update
from telegram.ext import ChatMemberHandler, CommandHandler, ContextTypes, MessageHandler, filters

from bot.service.office import Asked, Office
from bot.service.views.examples import examples
from bot.service.views.leaf import LINK, letter_link
from bot.service.views.shelf import Gone, chart_of
from bot.telegram.guard import joined
from bot.telegram.incoming import Handlers, message_of, sender_of, speech_of
from bot.telegram.links import asked
from bot.telegram.messages.delivery import Spot, deliver
from bot.telegram.messages.keyboards import example_keyboard
from bot.telegram.messages.menus import own_menu
from bot.telegram.messages.pictures import send_chart
from bot.telegram.messages.reply import answer
from bot.telegram.messages.views import Retriever, View

FRESH = filters.UpdateType.MESSAGE  # an edited command is not carried out again


@dataclass(frozen=True)
class Commands:
    """Handlers of commands."""

    office: Office

    def handlers(self) -> Handlers:
        """In the order that PTB tries them."""
        private = filters.ChatType.PRIVATE & FRESH
        acts = {
            "start": self.start,
            "help": self.help,
            "letters": self.letters,
            "figures": self.figures,
            "chart": self.chart,
            "new": self.new,
            "privacy": self.privacy,
            "forget": self.forget,
        }
        return [
            *(CommandHandler(name, act, FRESH) for name, act in acts.items()),
            MessageHandler(filters.COMMAND & private, self.unknown),
            MessageHandler(private & ~filters.TEXT & ~filters.StatusUpdate.ALL, self.no_text),
            ChatMemberHandler(self.added, ChatMemberHandler.MY_CHAT_MEMBER),
        ]

    async def start(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Who the bot is, with questions to begin with; or what a link names: a letter, a question."""
        named = (context.args or [""])[0]
        if asked(named):
            message = message_of(update)
            spot = Spot.of(message)
            # Message 0: nobody typed the question, it stands above its answer.
            question = Asked(spot.place(sender_of(update).id), 0, asked(named))
            await answer(self.office, message.get_bot(), spot, question, speech_of(update))
            return
        if named and named in await self.office.aside(self._links):
            await self._show(update, lambda retriever: retriever.card(named.removeprefix(LINK)))
            return
        await self._greet(update)
        await own_menu(message_of(update), speech_of(update))

    async def help(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """What can be asked and done; in a group also what its administrator must set."""
        if message_of(update).chat.type == "private":
            await self._help(update)
            return
        reads = context.bot.can_read_all_group_messages
        state = speech_of(update).say("group-reads-all" if reads else "group-reads-some")
        text = speech_of(update).say("help-group", bot=context.bot.username)
        await message_of(update).reply_text(f"{text}\n\n{state}")

    async def letters(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """The list of letters, or those with some words in their names."""
        words = " ".join(context.args or ())
        await self._show(update, lambda retriever: retriever.search(words) if words else retriever.letters())

    async def figures(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Headline figures as a table."""
        await self._show(update, lambda retriever: retriever.table())

    async def chart(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """The charts there are, or the one about a question."""
        question = " ".join(context.args or ())
        words, service = speech_of(update), self.office.service
        if question:
            found = await self.office.aside(
                lambda: chart_of(service, words, service.answer(question, ()).figures)
            )
            if found:
                message = message_of(update)
                await send_chart(self.office, message.get_bot(), Spot.of(message), found)
                return
        await self._show(update, lambda retriever: retriever.gallery())

    async def new(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Ends the dialogue: the next question stands alone."""
        place = Spot.of(message_of(update)).place(sender_of(update).id)
        await self.office.clerk.write(self.office.exchanges.begin_anew, place)
        await self._say(update, "new")

    async def privacy(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """What is kept, and for how long."""
        settings = self.office.settings
        days, admins = str(settings.retention_days), str(len(settings.admins))
        await message_of(update).reply_text(speech_of(update).say("privacy", days=days, admins=admins))

    async def forget(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Erases everything about a person."""
        await self.office.clerk.attempt_long(self.office.people.forget, sender_of(update).id)
        await self._say(update, "forgotten")

    async def unknown(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """A command that there is not."""
        await self._say(update, "unknown-command")

    async def no_text(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """A sticker, a voice message, a photo …: one friendly line."""
        await self._say(update, "only-text")

    async def added(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """A group that the bot was added to is told how to ask."""
        changed = update.my_chat_member
        assert changed is not None  # what ChatMemberHandler is for
        if joined(changed):
            await changed.chat.send_message(speech_of(update).say("help-group", bot=context.bot.username))

    def _links(self) -> frozenset[str]:
        """What a link to a letter may have behind start=: its id, or its number."""
        letters = self.office.service.archive.letters
        return frozenset(letters) | {letter_link(letter) for letter in letters}

    async def _say(self, update: Update, name: str) -> None:
        await message_of(update).reply_text(speech_of(update).say(name))

    async def _greet(self, update: Update) -> None:
        questions, words = await self.office.aside(examples, self.office.service), speech_of(update)
        begin = words.say("start-examples" if questions else "start-bare")
        text = f"{words.say('start')}\n\n{begin}"
        await message_of(update).reply_text(text, reply_markup=example_keyboard(questions, words))

    async def _help(self, update: Update) -> None:
        questions, words = await self.office.aside(examples, self.office.service), speech_of(update)
        await message_of(update).reply_text(
            words.say("help"), reply_markup=example_keyboard(questions, words)
        )

    async def _show(self, update: Update, view: Callable[[Retriever], View]) -> None:
        message = message_of(update)
        try:
            shown = await self.office.aside(view, Retriever(self.office.service, speech_of(update)))
        except Gone as gone:
            await self._say(update, gone.args[0])
            return
        await deliver(message.get_bot(), Spot.of(message), (shown.text,), shown.keyboard)
