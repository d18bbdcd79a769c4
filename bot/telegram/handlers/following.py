"""/follow: who wants to is told of new letters of a place, or with a word in their titles."""

import asyncio
import logging
from collections.abc import Sequence
from dataclasses import dataclass

from telegram import Bot, Update
from telegram.error import Forbidden, TelegramError
from telegram.ext import CommandHandler, ContextTypes, filters

from bot.service.clerk import LOST
from bot.service.journal.follows import MOST, Follows
from bot.service.office import Office
from bot.speech import Speech
from bot.telegram.incoming import Handlers, message_of, sender_of, speech_of
from bot.telegram.messages.keyboards import notice_keyboard
from corpus.letter import Letter
from corpus.texts.text import plain, tidy

_LONGEST = 30  # characters of a word
_SHOWN = 8  # letters of one notice
_LOG = logging.getLogger("dafu.telegram")


@dataclass(frozen=True)
class Following:
    """Handlers of /follow and /unfollow, and the notices."""

    office: Office

    @property
    def follows(self) -> Follows:
        """The words that are followed."""
        return Follows(self.office.engine)

    def handlers(self) -> Handlers:
        """In private only: what somebody follows is nobody else's business."""
        own = filters.ChatType.PRIVATE & filters.UpdateType.MESSAGE
        return [CommandHandler("follow", self.follow, own), CommandHandler("unfollow", self.unfollow, own)]

    async def follow(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Adds a word, or lists those that there are."""
        word, words = " ".join(context.args or ()), speech_of(update)
        person = sender_of(update).id
        if len(word) > _LONGEST:
            await message_of(update).reply_text(words.say("follow-long", count=str(_LONGEST)))
            return
        if word and not await self.office.clerk.write(self.follows.add, person, word, words.language):
            await message_of(update).reply_text(words.say("follow-many", count=str(MOST)))
            return
        known = "、".join(await self.office.aside(self.follows.of, person))
        text = words.say("follow-known", words=known) if known else words.say("follow-how")
        await message_of(update).reply_text(text, parse_mode=None)

    async def unfollow(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Takes a word away, or all."""
        word, words = " ".join(context.args or ()), speech_of(update)
        person = sender_of(update).id
        await self.office.clerk.write(self.follows.drop, person, word or None)
        known = "、".join(await self.office.aside(self.follows.of, person))
        text = words.say("follow-known", words=known) if known else words.say("follow-none")
        await message_of(update).reply_text(text, parse_mode=None)

    async def tell(self, bot: Bot) -> None:
        """Tells of new letters as they come, until it is cancelled."""
        while True:
            new = await self.office.news.get()
            try:
                await self._tell(bot, new)
            except LOST as error:
                _LOG.error("nobody was told of new letters: %s", type(error).__name__)

    async def _tell(self, bot: Bot, new: Sequence[str]) -> None:
        letters = await self.office.aside(self._letters, new)
        for person, follower in (await self.office.aside(self.follows.all)).items():
            wanted = [letter for letter in letters if any(is_about(letter, word) for word in follower.words)]
            if wanted:
                await self._notice(bot, person, wanted, Speech(follower.language))
                await asyncio.sleep(0.05)  # Telegram takes thirty messages a second

    async def _notice(self, bot: Bot, person: int, letters: Sequence[Letter], words: Speech) -> None:
        shown = letters[:_SHOWN]
        titles = "\n".join(f"• {tidy(letter.title) or letter.id}" for letter in shown)
        text = words.say("follow-news", count=str(len(letters)))
        try:
            await bot.send_message(
                person, f"{text}\n{titles}", parse_mode=None, reply_markup=notice_keyboard(shown)
            )
        except Forbidden:  # blocked: nothing more is to be said
            await self.office.clerk.write(self.follows.drop, person)
        except TelegramError as error:
            _LOG.error("a notice was not sent: %s", type(error).__name__)

    def _letters(self, ids: Sequence[str]) -> list[Letter]:
        known = self.office.service.archive.letters
        return [known[letter] for letter in ids if letter in known]


def is_about(letter: Letter, word: str) -> bool:
    """Whether a letter's title, place, issuer, number or headings have a word."""
    named = (
        letter.title,
        letter.place,
        letter.issuer,
        letter.number,
        *(one.title for one in letter.sections),
    )
    return any(plain(word) in plain(text) for text in named)
