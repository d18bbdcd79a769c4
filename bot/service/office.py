"""What every handler works with: the answering side, the journal, and threads to run them in."""

import asyncio
import threading
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from functools import partial
from typing import TYPE_CHECKING, ParamSpec, TypeVar

from bot.answer import Answer
from bot.service.archive import Service
from bot.service.journal.exchange import Exchange, Place
from bot.service.journal.fault import JournalUnavailable
from bot.service.running.child import end_children
from bot.service.running.metrics import Metrics
from bot.service.running.processes import as_many_as
from bot.service.running.warming import warm
from bot.service.settings import Settings
from bot.service.views.nearest import nearest

if TYPE_CHECKING:
    from sqlalchemy import Engine

    from bot.service.clerk import Clerk
    from bot.service.journal.exchanges import Exchanges
    from bot.service.journal.inbox import Inbox
    from bot.service.journal.people import People
    from bot.service.journal.uploads import Files

P = ParamSpec("P")
T = TypeVar("T")


@dataclass(frozen=True)
class Asked:
    """A question as it came. `message` is 0 for one asked by a button.

    `under` is the message of ours that it was said in reply to, 0 for none; `quote` what was quoted of a message.
    """

    place: Place
    message: int
    text: str
    under: int = 0
    quote: str = ""


@dataclass(frozen=True)
class Answered:
    """An answer, the exchange it is written down as, and the messages that already hold an earlier answer."""

    exchange: int
    answer: Answer
    replies: tuple[int, ...] = ()


@dataclass(frozen=True)
class _Found:
    """An answer, what its message was answered with before, and the exchange that it takes up."""

    answer: Answer
    milliseconds: float
    earlier: Exchange | None
    taken_up: int | None


@dataclass(frozen=True)
class Changed:
    """How many letters there are after a change, and the ids of those that are new and gone."""

    count: int
    new: tuple[str, ...]
    gone: tuple[str, ...]

    def __bool__(self) -> bool:
        return bool(self.new or self.gone)


@dataclass
class Office:
    """The collaborators of the handlers. `service` is replaced when the letters are reloaded.

    `journal` opens the journal, when it is first needed: to load what speaks to databases takes longer than the pages do.
    """

    settings: Settings
    service: Service
    journal: "Callable[[], Engine]"
    pages: str = ""  # the public address of the web pages, where there is one
    settle: Callable[[], None] = lambda: None  # called when what lasts is loaded
    metrics: Metrics = field(default_factory=Metrics.new)
    _threads: ThreadPoolExecutor = field(init=False)
    # What takes seconds has threads of its own: nobody who only asks waits behind it.
    _slow: ThreadPoolExecutor = field(default_factory=lambda: ThreadPoolExecutor(2, "slow"))
    _drawing: ThreadPoolExecutor = field(default_factory=lambda: ThreadPoolExecutor(1, "drawing"))
    news: "asyncio.Queue[tuple[str, ...]]" = field(
        default_factory=asyncio.Queue
    )  # ids of letters that are new
    _clerk: "Clerk | None" = None  # once the journal is open
    _opening: threading.Lock = field(default_factory=threading.Lock)
    _changing: asyncio.Lock = field(default_factory=asyncio.Lock)
    _begun: dict[object, float] = field(default_factory=dict)  # what is being answered, and since when

    def __post_init__(self) -> None:
        # Answering is computation: more threads than processes only wait for each other, but for what is short.
        self._threads = ThreadPoolExecutor(1 + as_many_as(self.settings.processes), "answering")

    def open(self) -> "Clerk":
        """Who writes into the journal, which is opened where it is not. Raises JournalUnavailable."""
        with self._opening:
            if self._clerk is None:
                from bot.service.clerk import Clerk

                self._clerk = Clerk(self.journal())
            return self._clerk

    async def opened(self) -> None:
        """Waits until the journal is open. Raises JournalUnavailable."""
        if self._clerk is None:
            await self.apart(self.open)

    @property
    def clerk(self) -> "Clerk":
        """Who writes into the journal."""
        return self.open()

    def lost(self, error: Exception) -> bool:
        """Whether an error says that the journal is out of reach. The log has it then."""
        if self._clerk is None:
            return isinstance(error, JournalUnavailable)
        from bot.service.clerk import LOST

        out_of_reach = isinstance(error, LOST)
        if out_of_reach:
            self._clerk.lost(error)
        return out_of_reach

    @property
    def engine(self) -> "Engine":
        """The journal's database."""
        return self.clerk.engine

    @property
    def people(self) -> "People":
        """Who was let in, and what people thought."""
        from bot.service.journal.people import People

        return People(self.engine)

    @property
    def files(self) -> "Files":
        """Uploads and pictures."""
        from bot.service.journal.uploads import Files

        return Files(self.engine)

    @property
    def inbox(self) -> "Inbox":
        """The updates not yet answered."""
        from bot.service.journal.inbox import Inbox

        return Inbox(self.engine)

    @property
    def exchanges(self) -> "Exchanges":
        """Questions and answers written down."""
        from bot.service.journal.exchanges import Exchanges

        return Exchanges(self.engine)

    async def aside(self, function: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """What a function gives, run off the event loop. The journal's writes are the clerk's."""
        mark = object()
        self._begun[mark] = time.monotonic()
        try:
            return await _run(self._threads, partial(function, *args, **kwargs))
        finally:
            del self._begun[mark]

    async def apart(self, function: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """The same for what takes seconds: a file read, the letters looked through."""
        return await _run(self._slow, partial(function, *args, **kwargs))

    async def drawn(self, function: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """The same for pictures."""
        return await _run(self._drawing, partial(function, *args, **kwargs))

    async def change(self, change: Callable[P, Service], *args: P.args, **kwargs: P.kwargs) -> Changed:
        """Changes the letters, one change at a time; what became of them. Raises Unchanged."""
        async with self._changing:
            before = await self.aside(lambda: frozenset(self.service.archive.letters))
            self.service = await self.apart(change, *args, **kwargs)
            after = await self.aside(lambda: frozenset(self.service.archive.letters))
            await self.apart(self.settle)
        changed = Changed(len(after), tuple(sorted(after - before)), tuple(sorted(before - after)))
        if changed.new:
            self.news.put_nowait(changed.new)
        return changed

    async def warm(self) -> None:
        """Has the first answers load what they need before somebody waits for it."""
        await self.apart(warm, self.service)
        await self.apart(self.settle)

    def oldest(self) -> float:
        """For how many seconds the oldest question has been waiting for its answer, 0 where none does."""
        return time.monotonic() - min(self._begun.values(), default=time.monotonic())

    def close(self) -> None:
        """Lets go of threads and database."""
        end_children()
        for threads in (self._threads, self._slow, self._drawing):
            threads.shutdown()
        if self._clerk:
            self._clerk.close()
            self._clerk.engine.dispose()

    def find(self, question: str, history: Sequence[str]) -> Answer:
        """The answer to a question, with questions to go on with even where it is a refusal. Call it aside."""
        begun = time.perf_counter()
        answer = self.service.answer(question, history)
        answer = replace(answer, suggestions=answer.suggestions or nearest(self.service, question, answer))
        self.metrics.seconds.observe(time.perf_counter() - begun)
        self.metrics.questions.labels(answer.kind.value).inc()
        return answer

    async def answer(self, asked: Asked) -> Answered:
        """The answer to a question in its dialogue, written down.

        A message that was answered before, because it was edited now or came twice, keeps its exchange.
        """
        found = await self.aside(self._found, asked)
        earlier, answer = found.earlier, found.answer
        if earlier:
            await self.clerk.write(self.exchanges.rewrite, earlier.id, asked.text, answer, found.milliseconds)
            return Answered(earlier.id, answer, earlier.replies)
        number = await self.clerk.write(
            self.exchanges.record,
            *(asked.place, asked.message, asked.text, answer, found.milliseconds, found.taken_up),
        )
        return Answered(number, answer)

    def _found(self, asked: Asked) -> _Found:
        """What is to be written down of a question."""
        earlier = self.exchanges.of_message(asked.place.chat, asked.message) if asked.message else None
        begun = time.perf_counter()
        taken_up = self.exchanges.answered_in(asked.place.chat, asked.under) if asked.under else None
        history = (
            self.exchanges.dialogue(taken_up)
            if taken_up
            else self.exchanges.history(asked.place, before=earlier.at if earlier else time.time())
        )
        if asked.quote:
            history = (*history, asked.quote)
        answer = self.find(asked.text, history)
        milliseconds = 1000 * (time.perf_counter() - begun)
        return _Found(answer, milliseconds, earlier, taken_up.id if taken_up else None)


async def _run(threads: ThreadPoolExecutor, function: Callable[[], T]) -> T:
    return await asyncio.get_running_loop().run_in_executor(threads, function)
