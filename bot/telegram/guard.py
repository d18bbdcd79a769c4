"""Who may ask: decided at one place, before any handler, for every kind of update."""

import time
from dataclasses import dataclass, field

from telegram import ChatMemberUpdated, InlineQueryResultsButton, Message, Update
from telegram.constants import ChatID, ChatMemberStatus
from telegram.ext import ApplicationHandlerStop, ContextTypes, TypeHandler

from bot.service.office import Office
from bot.service.pace import Pace
from bot.telegram.incoming import Handlers, sender_of, speech_of

GROUP = -1  # before the handlers, which are in group 0
_OUTSIDE = (ChatMemberStatus.LEFT, ChatMemberStatus.BANNED)


def now() -> float:
    """Seconds since 1970."""
    return time.time()


def arrival(update: Update) -> float:
    """When an update came.

    A new message came to Telegram at its date, which its sender cannot choose: what was sent through an outage
    of hours is not a flood when all of it is fetched. The message of a button or an edit may be of any age.
    """
    return update.message.date.timestamp() if update.message else now()


@dataclass(frozen=True)
class Guard:
    """The handler that everything passes first."""

    office: Office
    pace: Pace = field(default_factory=Pace)

    def handlers(self) -> Handlers:
        """One for every kind of update."""
        return [TypeHandler(Update, self.check)]

    async def check(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Lets an update through, or ends it. Raises ApplicationHandlerStop."""
        if not _from_person(update):
            raise ApplicationHandlerStop
        count = self.pace.count(sender_of(update).id, arrival(update))
        if count > self.pace.limit:
            # A button turns until it is answered, so of presses as many again are.
            over = self.pace.limit if update.callback_query else 1
            if count <= self.pace.limit + over:
                await refuse(update, "too-fast")
            raise ApplicationHandlerStop
        if not await self._may(update):
            await self._turn_away(update)
            raise ApplicationHandlerStop

    async def _may(self, update: Update) -> bool:
        settings = self.office.settings
        person = sender_of(update).id
        chat = update.effective_chat
        # A private chat is its person; a button in it says nothing of who pressed.
        known = {person, chat.id} if chat and chat.type != chat.PRIVATE else {person}
        if not settings.closed or known & (settings.allowed | settings.admins):
            return True
        return settings.pairing and (
            await self.office.aside(self.office.people.is_member, person) or await self._admitted(update)
        )

    async def _admitted(self, update: Update) -> bool:
        """Whether /start came with a code that lets in."""
        message = update.message
        command, _, code = (message.text or "").partition(" ") if message else ("", "", "")
        if command != "/start" or not code:
            return False
        return await self.office.clerk.write(self.office.people.admit, sender_of(update).id, code.strip())

    async def _turn_away(self, update: Update) -> None:
        if update.my_chat_member:
            # A group is not left for what somebody says there: others in it may be let in.
            if joined(update.my_chat_member):
                await update.my_chat_member.chat.leave()
            return
        await refuse(update, "not-allowed")


async def refuse(update: Update, name: str) -> None:
    """Says no in the way that fits the kind of update; an edit or a reaction gets no word."""
    line = speech_of(update).say(name, id=str(sender_of(update).id))
    if update.callback_query:
        await update.callback_query.answer(line, show_alert=True)
    elif update.inline_query:
        await update.inline_query.answer(
            [], button=InlineQueryResultsButton(line, start_parameter="help"), is_personal=True, cache_time=0
        )
    elif update.message and update.message.chat.type == update.message.chat.PRIVATE:
        await update.message.reply_text(line)


def joined(changed: ChatMemberUpdated) -> bool:
    """Whether the bot came into a group that it was not in."""
    old, new = changed.old_chat_member.status, changed.new_chat_member.status
    return changed.chat.type != "private" and old in _OUTSIDE and new not in _OUTSIDE


def _from_person(update: Update) -> bool:
    """Whether a person sent it: no bot, no channel, nothing written through a bot."""
    user = update.effective_user
    if user is None or (user.is_bot and user.id != ChatID.ANONYMOUS_ADMIN):
        return False
    message = update.effective_message
    return update.callback_query is not None or not (isinstance(message, Message) and message.via_bot)
