"""What administrators do, in private: letters sent as files, statistics, invitations."""

import logging
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path, PurePath
from tempfile import TemporaryDirectory

from telegram import Document, Message, Update
from telegram.constants import FileSizeLimit
from telegram.ext import CommandHandler, ContextTypes, MessageHandler, filters
from telegram.helpers import create_deep_linked_url

from bot.service.archive import Service
from bot.service.journal.stats import export, stats
from bot.service.journal.uploads import Upload
from bot.service.keeping import AlreadyThere, Keeper, There, Told, Unchanged
from bot.service.office import Office
from bot.service.views.leaf import letter_of
from bot.service.views.shelf import Gone, letter_named
from bot.speech import Speech
from bot.telegram.connection.download import TooLarge, downloaded
from bot.telegram.handlers.press import Action
from bot.telegram.handlers.presses import Act, Pressed
from bot.telegram.handlers.trial import Failed, Read, tried
from bot.telegram.incoming import Handlers, message_of, sender_of, speech_of
from bot.telegram.messages.findings import findings, stats_text
from bot.telegram.messages.keyboards import remove_keyboard, upload_keyboard
from bot.telegram.messages.progress import Count, progress
from corpus.document.given import Given, sidecar
from corpus.texts.text import tidy

_LOG = logging.getLogger("dafu.telegram")


@dataclass(frozen=True)
class Admin:
    """Handlers of administrators' messages. `read` reads an uploaded file in a child process."""

    office: Office
    keeper: Keeper
    read: Read

    def handlers(self) -> Handlers:
        """Only for administrators, in private, and not for edited messages."""
        own = (
            filters.User(self.office.settings.admins) & filters.ChatType.PRIVATE & filters.UpdateType.MESSAGE
        )
        acts = {
            "stats": self.stats,
            "export": self.export,
            "remove": self.remove,
            "reload": self.reload,
            "pair": self.pair,
        }
        commands = [CommandHandler(name, act, own) for name, act in acts.items()]
        return [*commands, MessageHandler(own & filters.Document.ALL, self.upload)]

    def acts(self) -> Mapping[Action, Act]:
        """What the buttons under an upload do."""
        return {
            Action.CONFIRM: self.confirm,
            Action.REPLACE: self.replace,
            Action.CANCEL: self.cancel,
            Action.REMOVE: self.take_out,
        }

    async def upload(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Reads a file and shows what was found in it; 确认 adds it."""
        message, words = message_of(update), speech_of(update)
        document = message.document
        assert document is not None  # what the filter is for

        async def content() -> bytes:
            return await downloaded(context.bot, document, self.office.settings.proxy)

        await self.offer(message, file_name(document), content, words)

    async def offer(
        self,
        message: Message,
        name: str,
        fetch: Callable[[], Awaitable[bytes]],
        words: Speech,
        title: str = "",
    ) -> None:
        """Reads a file that is to be fetched, and shows under a message what was found in it."""
        try:
            async with progress(message, name, words) as count:
                content = await fetch()
                there, shown = await self.office.apart(self._found, name, content, words, count.told)
        except TooLarge:
            limit = str(FileSizeLimit.FILESIZE_DOWNLOAD // 10**6)
            await message.reply_text(words.say("upload-large", megabytes=limit))
            return
        except Failed as failed:
            await message.reply_text(str(failed) or words.say("upload-failed"), parse_mode=None)
            return
        if there and there.same:
            await message.reply_text(self._said(there, words), parse_mode=None)
            return
        number = await self.office.clerk.attempt_long(
            self.office.files.keep, message.chat_id, name, content, title
        )
        keyboard = upload_keyboard(number, words, taken=there is not None)
        await message.reply_text(shown, reply_markup=keyboard)

    async def confirm(self, pressed: Pressed) -> None:
        """Adds a file to the letters; asks once more where one of its name came there meanwhile."""
        await self._put(pressed, replace=False)

    async def replace(self, pressed: Pressed) -> None:
        """Puts a file in the place of one of its name."""
        await self._put(pressed, replace=True)

    async def cancel(self, pressed: Pressed) -> None:
        """Throws a file away."""
        upload = await self._upload(pressed)
        await self.office.clerk.write(self.office.files.drop, upload.id)
        await pressed.confirm()
        await pressed.query.edit_message_text(pressed.speech.say("upload-dropped"))

    async def remove(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """/remove with a letter's id asks once more."""
        message, words = message_of(update), speech_of(update)
        letters = self.office.service.archive.letters
        named = " ".join(context.args or ())
        letter = letter_of(self.office.service.archive, named)
        if letter is None:
            known = "\n".join(letters) or words.say("letters-none")
            await message.reply_text(f"{words.say('remove-which')}\n{known}", parse_mode=None)
            return
        await message.reply_text(letter.title, reply_markup=remove_keyboard(letter, words), parse_mode=None)

    async def take_out(self, pressed: Pressed) -> None:
        """Takes a letter out."""
        self._allow(pressed)
        letter = letter_named(self.office.service, str(pressed.press.id))
        await pressed.confirm()
        try:
            async with self._counted(pressed) as count:
                await self.office.change(self.keeper.remove, letter.id, count.told)
        except Unchanged as unchanged:
            await pressed.query.edit_message_text(_why(unchanged, pressed.speech), parse_mode=None)
            return
        _log(f"removed {letter.id}", pressed.query.from_user.id)
        await pressed.query.edit_message_text(pressed.speech.say("removed"))

    async def reload(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Looks through the corpus again."""
        message, words = message_of(update), speech_of(update)
        try:
            async with progress(message, "", words) as count:
                changed = await self.office.change(self.keeper.reload, count.told)
        except Unchanged as unchanged:
            await message.reply_text(_why(unchanged, words), parse_mode=None)
            return
        _log("reloaded", sender_of(update).id)
        await message.reply_text(words.say("reloaded", count=str(changed.count)))

    async def stats(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """How much was asked, and what was not answered."""
        counts = await self.office.apart(stats, self.office.engine)
        await message_of(update).reply_text(stats_text(counts, speech_of(update)))

    async def export(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """All questions and answers as CSV."""
        await message_of(update).reply_document(
            await self.office.apart(export, self.office.engine), filename="dafu.csv"
        )

    async def pair(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """A link that lets one person in."""
        code = await self.office.clerk.write(self.office.people.new_code)
        link = create_deep_linked_url(context.bot.username, code)
        await message_of(update).reply_text(speech_of(update).say("pair", link=link))

    async def _put(self, pressed: Pressed, *, replace: bool) -> None:
        upload = await self._upload(pressed)
        await pressed.confirm()
        try:
            async with self._counted(pressed) as count:
                changed = await self.office.change(self._added, upload, count.told, replace=replace)
        except AlreadyThere as already:
            await self._ask_again(pressed, upload, already.there)
            return
        except Unchanged as unchanged:
            await pressed.query.edit_message_text(_why(unchanged, pressed.speech), parse_mode=None)
            return
        what = "replaced" if replace else "added"
        _log(f"{what} {upload.name}", pressed.query.from_user.id)
        await self.office.clerk.write(self.office.files.drop, upload.id)
        text = pressed.speech.say(f"upload-{what}", count=str(changed.count))
        await pressed.query.edit_message_text(text)

    async def _ask_again(self, pressed: Pressed, upload: Upload, there: There) -> None:
        """Tells of the letter that is there; it stays unless the button to replace it is pressed."""
        keyboard = None if there.same else upload_keyboard(upload.id, pressed.speech, taken=True)
        said = self._said(there, pressed.speech)
        await pressed.query.edit_message_text(said, parse_mode=None, reply_markup=keyboard)

    def _said(self, there: There, words: Speech) -> str:
        letter = self.office.service.archive.letters.get(there.letter)
        name = tidy(letter.title) if letter and letter.title else there.letter
        return words.say("upload-same" if there.same else "upload-taken", letter=name)

    async def _upload(self, pressed: Pressed) -> Upload:
        """The file that a button is about. Raises Gone for a stranger, and for a file that waits no more."""
        self._allow(pressed)
        upload = await self.office.aside(self.office.files.find, pressed.press.id)
        if upload is None:
            raise Gone("button-old")
        return upload

    def _allow(self, pressed: Pressed) -> None:
        if pressed.query.from_user.id not in self.office.settings.admins:
            raise Gone("button-old")

    def _found(self, name: str, content: bytes, words: Speech, told: Told) -> tuple[There | None, str]:
        """The letter that stands in a file's way, and what is shown of the file."""
        with TemporaryDirectory() as folder:
            file = _written(folder, name, content)
            there = self.keeper.there(file)
            ask = self._said(there, words) if there else words.say("upload-confirm")
            return there, "" if there and there.same else findings(tried(self.read, file, told), ask, words)

    def _added(self, upload: Upload, told: Told, *, replace: bool) -> Service:
        with TemporaryDirectory() as folder:
            file = _written(folder, upload.name, upload.content)
            if upload.title:
                beside = file.with_name(f"{file.name}.toml")
                beside.write_text(sidecar(Given(title=upload.title)), encoding="utf-8")
            return self.keeper.add(file, told, replace=replace)

    @asynccontextmanager
    async def _counted(self, pressed: Pressed) -> AsyncIterator[Count]:
        """Tells under the message with the button how far a change is, where that message is still there."""
        message = pressed.query.message
        if isinstance(message, Message):
            async with progress(message, "", pressed.speech) as count:
                yield count
        else:
            yield Count()


def file_name(document: Document) -> str:
    """The last part of a file's name, without anything that could lead elsewhere.

    >>> file_name(Document("1", "1", file_name="../../etc/a letter.txt"))
    'a letter.txt'
    """
    name = PurePath((document.file_name or "").replace("\\", "/")).name
    return name.strip(". \t\n\r\0") or f"{document.file_unique_id}.txt"


def _log(what: str, who: int) -> None:
    _LOG.warning("letters %s by administrator %s", what, who)


def _why(unchanged: Unchanged, words: Speech) -> str:
    """Why the letters stay as they are."""
    return str(unchanged) or words.say("update-failed")


def _written(folder: str, name: str, content: bytes) -> Path:
    path = Path(folder) / name
    path.write_bytes(content)
    return path
