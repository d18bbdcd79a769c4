"""The application: the bot and its handlers, wired in the one order that works."""

import asyncio
import logging
import time
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager, nullcontext, suppress
from dataclasses import dataclass, field
from math import nan
from typing import Any

from sqlalchemy import func, select
from telegram import LinkPreviewOptions, Update
from telegram.constants import ParseMode
from telegram.error import Forbidden, TelegramError
from telegram.ext import Application, ContextTypes, Defaults
from tornado.httpserver import HTTPServer

from bot.service.clerk import LOST, said
from bot.service.journal.tables import inbox
from bot.service.keeping import Keeper
from bot.service.office import Office
from bot.service.running.watching import Watch
from bot.service.settings import Settings
from bot.service.views.examples import examples
from bot.speech import speech
from bot.telegram.connection.health import gauges, is_dead, server, state
from bot.telegram.connection.queue import DurableQueue, InOrder
from bot.telegram.connection.reach import Reach, warned
from bot.telegram.connection.steady import Patience, SteadyBot, is_passing
from bot.telegram.connection.transport import Transport
from bot.telegram.guard import GROUP, Guard
from bot.telegram.handlers.admin import Admin
from bot.telegram.handlers.careful import Careful
from bot.telegram.handlers.commands import Commands
from bot.telegram.handlers.feedback import Feedback
from bot.telegram.handlers.following import Following
from bot.telegram.handlers.inline import Inline
from bot.telegram.handlers.photographs import Albums
from bot.telegram.handlers.presses import Presses
from bot.telegram.handlers.questions import Questions
from bot.telegram.handlers.trial import Read
from bot.telegram.incoming import message_of, speech_of
from bot.telegram.messages.menus import set_menus
from bot.telegram.opening import opening

App = Application[Any, Any, Any, Any, Any, Any]

# All that a handler takes. Reactions of people are not asked for: buttons are the feedback.
ALLOWED = [
    "message",
    "edited_message",
    "callback_query",
    "inline_query",
    "my_chat_member",
]
_LOG = logging.getLogger("dafu.telegram")
_CONNECTIONS = 512  # one that hangs is the matter of its chat alone
_BEAT, _HOUR, _DAY, _AGAIN = 10, 3600, 24 * 3600, 60  # seconds


@dataclass
class Running:
    """A bot ready to run. `failed` says that it had to be ended, not that somebody stopped it."""

    app: App
    office: Office
    bot: SteadyBot
    queue: DurableQueue
    order: InOrder
    polls: bool
    reach: Reach
    failed: bool = False
    say: Callable[[str], None] = lambda text: None  # where the first lines go
    listening: HTTPServer | None = None
    watch: Watch | None = None  # of the corpus folder
    albums: Albums | None = None  # of photographs
    beside: Callable[[], AbstractAsyncContextManager[None]] = nullcontext  # what is served meanwhile
    ended: asyncio.Event = field(default_factory=asyncio.Event)
    _telling: "asyncio.Task[None] | None" = None

    @property
    def following(self) -> Following:
        """Who is told of new letters."""
        return Following(self.office)

    async def begin(self, app: App) -> None:
        """Before the first update: what was not answered last time is queued, what keeps watch is started."""
        self.office.metrics.watch(gauges(self.bot.pulse, self._waiting))
        if self.office.settings.health_port:
            self.listening = server(
                self.office.settings.health_port,
                self.office.metrics,
                lambda: state(
                    self.bot.pulse, self.office.clerk.trouble, self.office.oldest(), polls=self.polls
                ),
            )
        if self.polls:
            self.greet()
        for update in await self.queue.replay(self.bot):
            await self._give_up(update)
        if self.watch:
            self.watch.begin()
        if self.albums:
            await self.albums.resume(self.bot)
        self._telling = asyncio.create_task(self.following.tell(self.bot))
        jobs = app.job_queue
        assert jobs is not None  # PTB's job-queue extra is a dependency
        jobs.run_once(self._menus, 0)
        jobs.run_once(self._warm, 0)
        jobs.run_repeating(self._retain, _DAY, first=_BEAT)
        if self.polls:
            jobs.run_repeating(self.look, _BEAT)

    def greet(self) -> None:
        """The first lines: nothing that keeps the bot from starting comes after them."""
        self.say(opening(self.office, self.bot.username, speech(None)))
        self.reach.say = warned  # what comes later is for the log

    async def end(self, app: App) -> None:
        """After the last update, or after a start that failed."""
        if self._telling:
            self._telling.cancel()
        if self.albums:
            self.albums.end()
        await self.bot.let_go()
        if self.watch:
            await self.watch.end()
        if self.listening:
            self.listening.stop()
        self.office.close()

    async def apologise(self, update: object, context: ContextTypes.DEFAULT_TYPE) -> None:
        """The one error handler: the trace goes to the log, one line to who asked, or the update is tried again."""
        passing = is_passing(context.error) or isinstance(context.error, LOST)
        self.office.metrics.failures.labels(str(passing).lower()).inc()
        if isinstance(context.error, LOST):
            self.office.clerk.lost(context.error)
        else:
            _LOG.error("an update failed", exc_info=context.error)
        if not isinstance(update, Update) or isinstance(context.error, Forbidden):
            return  # nobody to tell
        if passing:
            self.order.postpone(update)
        elif update.effective_message and update.effective_user:
            await message_of(update).reply_text(speech_of(update).say("failed"))

    async def _give_up(self, update: Update) -> None:
        """Apologises for an update that ended the process again and again. Its answer will not come."""
        _LOG.error("update %s is given up", update.update_id)
        if update.message and update.effective_user:
            try:
                await update.message.reply_text(speech_of(update).say("given-up"))
            except TelegramError as error:
                if is_passing(error):
                    return  # said at the next start
        with suppress(*LOST):  # or said once more at the next start
            await self.office.clerk.attempt(self.office.inbox.done, update.update_id)

    async def _menus(self, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Sets the menus, and again later where Telegram does not let through: never a reason not to start."""
        try:
            questions = await self.office.aside(examples, self.office.service)
            await set_menus(self.bot, self.office.settings, self.office.pages, questions)
        except TelegramError as error:
            _LOG.warning("menus not set: %s", error)
            if is_passing(error) and self.app.job_queue:
                self.app.job_queue.run_once(self._menus, _AGAIN)

    async def _warm(self, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Has the first answers load what they need before somebody waits for it."""
        await self.office.warm()

    async def _retain(self, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Erases what is old, an hour later where the journal cannot be written now."""
        try:
            await self.office.clerk.attempt_long(
                self.office.people.expire, self.office.settings.retention_days
            )
        except LOST as error:
            if not self.office.clerk.trouble:  # or that is in the log already
                _LOG.warning("nothing old was erased: %s", said(error))
            if self.app.job_queue:
                self.app.job_queue.run_once(self._retain, _HOUR)

    async def look(self, context: ContextTypes.DEFAULT_TYPE | None) -> None:
        """Ends the process when polling is dead: whoever started it starts it again."""
        if self.bot.pulse.good > self.bot.pulse.failed:
            self.reach.found()
        if is_dead(self.bot.pulse, time.monotonic()):
            _LOG.critical("polling is dead; the process ends")
            self.failed = True
            self.ended.set()

    def _waiting(self) -> float:
        """How many updates wait; none that could be counted where the journal cannot be read."""
        found = select(func.count()).select_from(inbox).where(inbox.c.done.is_(None))
        try:
            with self.office.engine.connect() as connection:
                return float(connection.execute(found).scalar_one())
        except LOST:
            return nan


def running(office: Office, keeper: Keeper, read: Read) -> Running:
    """The bot with all its handlers."""
    bot = telegram_bot(office.settings)
    queue = DurableQueue(office.inbox, office.clerk, bot.body_of)
    order = InOrder(office.inbox, office.clerk, queue)
    app = Application.builder().bot(bot).update_queue(queue).concurrent_updates(order).build()
    polls = not office.settings.webhook.url
    made = Running(app, office, bot, queue, order, polls, Reach(office.settings, speech(None)))
    admin = Admin(office, keeper, read)
    made.albums = albums = Albums(office, admin)
    app.add_handlers(Guard(office).handlers(), GROUP)
    feedback = Feedback(office)
    for handlers in (
        Careful().handlers(),
        admin.handlers(),
        albums.handlers(),
        made.following.handlers(),
        Questions(office).handlers(),
        Presses(office, {**admin.acts(), **feedback.acts()}).handlers(),
        Inline(office).handlers(),
        Commands(office).handlers(),  # the last: it takes whatever is left
    ):
        app.add_handlers(handlers)
    app.add_error_handler(made.apologise)
    return made


def telegram_bot(settings: Settings) -> SteadyBot:
    """The connection to Telegram."""
    return SteadyBot(
        settings.bot_token.get_secret_value(),
        base_url=f"{settings.base_url}/bot",
        base_file_url=f"{settings.base_url}/file/bot",
        request=Transport(_CONNECTIONS, 20, settings.proxy),
        get_updates_request=Transport(1, 10, settings.proxy),
        defaults=Defaults(
            parse_mode=ParseMode.HTML,
            link_preview_options=LinkPreviewOptions(is_disabled=True),
            allow_sending_without_reply=True,
        ),
        rate_limiter=Patience(),
    )
