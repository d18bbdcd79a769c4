"""Letters photographed by administrators: the photographs of one album are one letter, shown before it is added."""

import asyncio
import logging
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime

from sqlalchemy.exc import SQLAlchemyError
from telegram import Bot, Chat, Message, Update
from telegram.error import TelegramError
from telegram.ext import ContextTypes, MessageHandler, filters

from bot.service.journal.photographs import Photograph, Photographs
from bot.service.office import Office
from bot.speech import Speech, speech
from bot.telegram.connection.download import downloaded
from bot.telegram.connection.steady import is_passing
from bot.telegram.handlers.admin import Admin
from bot.telegram.handlers.questions import Questions
from bot.telegram.incoming import Handlers, message_of, sender_of
from bot.understanding.several.division import asks
from corpus.compiled import compiled
from corpus.formats.picture.bound import NoPicture, bound

QUIET = 2.0  # seconds without a further photograph, after which an album is whole
_AGAIN = 30.0  # seconds until an album is tried again that Telegram did not give
_TITLE = 60  # characters of a caption that a file is called by
_UNNAMED = compiled(r"[\s/\\:*?\"<>|\x00-\x1f]+")  # what no file is called
_ASKING = ("?", "？", "吗", "呢")
_LOG = logging.getLogger("dafu.telegram")


@dataclass
class Albums:
    """The handler of administrators' photographs, and those that wait for the rest of their album."""

    office: Office
    admin: Admin
    quiet: float = QUIET
    _waiting: dict[tuple[int, str], "asyncio.Task[None]"] = field(default_factory=dict)
    _reading: set["asyncio.Task[bool]"] = field(default_factory=set)

    def handlers(self) -> Handlers:
        """Only for administrators, in private. Pictures sent as files count where several are sent together."""
        own = (
            filters.User(self.office.settings.admins) & filters.ChatType.PRIVATE & filters.UpdateType.MESSAGE
        )
        together = filters.Document.IMAGE & _Together()
        return [MessageHandler(own & (filters.PHOTO | together), self.photographed)]

    async def photographed(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Keeps a photograph until its album is whole; a caption that asks something is answered."""
        message = message_of(update)
        file = message.photo[-1] if message.photo else message.document
        assert file is not None  # what the filter is for
        album = message.media_group_id or f"m{message.message_id}"
        caption = message.caption or ""
        asking = is_question(caption)
        photograph = Photograph(
            sender_of(update).id, message.chat_id, album, message.message_id, file.file_id,
            "" if asking else caption, sender_of(update).language_code or "", message.date.timestamp(),
        )  # fmt: skip
        await self.office.clerk.write(self._kept.keep, photograph)
        self._wait(message.get_bot(), photograph, self.quiet if message.media_group_id else 0)
        if asking:
            await Questions(self.office).reply(update, caption)

    async def resume(self, bot: Bot) -> None:
        """Goes on with the albums that were not read when the process ended."""
        for photograph in await self.office.aside(self._kept.waiting):
            self._wait(bot, photograph, self.quiet)

    def end(self) -> None:
        """Waits no more; what was not read is read at the next start."""
        for task in (*self._waiting.values(), *self._reading):
            task.cancel()

    @property
    def _kept(self) -> Photographs:
        return Photographs(self.office.engine)

    def _wait(self, bot: Bot, one: Photograph, seconds: float) -> None:
        """Reads an album when nothing more of it has come for so long."""
        key = (one.chat, one.album)
        if key in self._waiting:
            self._waiting[key].cancel()
        task = asyncio.create_task(self._read_later(bot, one, seconds))
        self._waiting[key] = task
        task.add_done_callback(
            lambda done: self._waiting.pop(key) if self._waiting.get(key) is done else None
        )

    async def _read_later(self, bot: Bot, one: Photograph, seconds: float) -> None:
        await asyncio.sleep(seconds)
        while True:
            # What came is read to its end: a photograph that comes late is a letter of its own.
            found = await self.office.aside(self._kept.album, one.chat, one.album)
            if not found:
                return
            reading = asyncio.create_task(self._read(bot, found))
            self._reading.add(reading)
            reading.add_done_callback(self._reading.discard)
            if await asyncio.shield(reading):
                return
            await asyncio.sleep(_AGAIN)

    async def _read(self, bot: Bot, album: tuple[Photograph, ...]) -> bool:
        """Shows what an album says; False where Telegram could not be reached."""
        message = _message(bot, album[0])
        try:
            await self._show(bot, message, album)
        except TelegramError as error:
            if is_passing(error):
                return False
            _LOG.error("an album was not read: %s", error)
        except Exception:  # noqa: BLE001 - there is no handler of errors here: this is no answer to one update
            _LOG.exception("an album was not read")
            with suppress(TelegramError):
                await message.reply_text(_words(album[0]).say("failed"))
        with suppress(SQLAlchemyError):
            await self.office.clerk.write(self._kept.drop, album)
        return True

    async def _show(self, bot: Bot, message: Message, album: tuple[Photograph, ...]) -> None:
        words = _words(album[0])
        title = next((one.caption for one in album if one.caption), "")
        name = _name(title, album[0], words)

        async def content() -> bytes:
            found = [await downloaded(bot, one.file_id, self.office.settings.proxy) for one in album]
            return await self.office.apart(bound, found)

        try:
            await self.admin.offer(message, name, content, words, title)
        except NoPicture as error:
            await message.reply_text(words.say("photo-none", place=str(error)))


class _Together(filters.MessageFilter):
    """Messages that were sent together with others."""

    def filter(self, message: Message) -> bool:
        """Whether a message is one of an album."""
        return message.media_group_id is not None


def is_question(caption: str) -> bool:
    """Whether what stands under a photograph asks something, and is not the letter's title.

    >>> [is_question(said) for said in ("茶叶产量多少", "增长了吗？", "关于茶产业发展情况的答复", "")]
    [True, True, False, False]
    """
    return bool(asks(caption)) or caption.rstrip().endswith(_ASKING)


def _name(title: str, first: Photograph, words: Speech) -> str:
    """What the file is called."""
    called = _UNNAMED.sub(" ", title)[:_TITLE].strip(" .")
    when = datetime.fromtimestamp(first.at, UTC).strftime("%Y%m%d-%H%M%S")
    return f"{called or words.say('photo-name', time=when)}.pdf"


def _words(one: Photograph) -> Speech:
    return speech(one.language)


def _message(bot: Bot, one: Photograph) -> Message:
    """The message of a photograph, to reply to."""
    message = Message(one.message, datetime.fromtimestamp(one.at, UTC), Chat(one.chat, Chat.PRIVATE))
    message.set_bot(bot)
    return message
