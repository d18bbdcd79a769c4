"""Documents gathered: each read into the entry that is stored of it, many of them by all processors."""

import logging
from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import closing, suppress
from dataclasses import dataclass
from itertools import islice
from traceback import format_exc

from corpus.fault import Fault, UnreadableSource
from corpus.runtime.cycles import look_seldom
from corpus.runtime.worker import Asker, WorkerEnded, Workers, processors
from index.folder import Document
from index.rows.entry import Entry

_LOG = logging.getLogger("dafu.index")

# A process takes about a second to begin: fewer documents are read sooner by this one.
_MANY = 64
_AT_ONCE = 8  # documents that a process is given at a time
_AHEAD = 4  # such heaps a process may be ahead of whoever stores them: memory is bounded


@dataclass(frozen=True)
class Gathered:
    """A document read: what is stored of its letter, or why it gives none.

    `unread` is what is not in its text; `trace`, for the log, is where it could not be worked out.
    """

    document: Document
    digest: str
    entry: Entry | None
    fault: str = ""
    unread: tuple[str, ...] = ()
    trace: str = ""


def gather(documents: Sequence[Document]) -> Iterator[Gathered]:
    """The documents read, in their order."""
    processes = processors()
    many = len(documents) >= _MANY and processes > 1
    for one in _by_processes(documents, processes) if many else map(gathered, documents):
        if one.trace:  # logged here: the other processes have no log
            _LOG.error("%s\n%s", one.document.path, one.trace)
        yield one


def gathered(document: Document) -> Gathered:
    """One document read. An odd text must not stop a folder: it is left out, and it is said why."""
    # Imported here: whoever opens an index that is up to date reads no document.
    from corpus.reading import read_letter
    from corpus.source import read
    from index.rows.entry import entry

    try:
        source = read(document.path, document.id)
    except UnreadableSource as refused:
        return Gathered(document, "", None, str(refused))
    try:
        found = entry(read_letter(source))
    except Exception:  # noqa: BLE001 - told in a line and in the log
        failed = UnreadableSource(document.path, Fault.FAILED)
        return Gathered(document, source.digest, None, str(failed), source.unread, format_exc())
    return Gathered(document, source.digest, found, unread=source.unread)


def _by_processes(documents: Sequence[Document], processes: int) -> Iterator[Gathered]:
    heaps = iter([documents[start : start + _AT_ONCE] for start in range(0, len(documents), _AT_ONCE)])
    # A thread for each process: it only waits.
    with closing(Readers()) as readers, ThreadPoolExecutor(processes) as pool:
        ahead: deque[Future[list[Gathered]]] = deque()
        try:
            ahead.extend(pool.submit(readers.read, heap) for heap in islice(heaps, processes * _AHEAD))
            while ahead:
                found = ahead.popleft().result()
                ahead.extend(pool.submit(readers.read, heap) for heap in islice(heaps, 1))
                yield from found
        finally:
            for one in ahead:
                one.cancel()


class Readers:
    """Processes that read documents, one for each thread that asks."""

    def __init__(self) -> None:
        self._workers = Workers("index.gather", "answer")

    def read(self, documents: Sequence[Document]) -> list[Gathered]:
        """The documents read; by this process where the other one has died."""
        try:
            found: list[Gathered] = self._workers.ask(documents)
        except (OSError, WorkerEnded):  # the first where none can be begun
            return list(map(gathered, documents))
        return found

    def close(self) -> None:
        """End the processes."""
        self._workers.close()


def answer() -> None:
    """Read what the other process asks for until it goes away."""
    look_seldom()
    asker = Asker()
    with suppress(EOFError, BrokenPipeError):
        while True:
            asker.answer(list(map(gathered, asker.hear())))
