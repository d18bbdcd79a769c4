"""Documents gathered: each read into the entry that is stored of it, many of them by all processors."""

import os
from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass
from itertools import islice
from multiprocessing import get_context

from corpus.fault import UnreadableSource
from index.entry import Entry
from index.folder import Document

# A process takes about a second to begin: fewer documents are read sooner by this one.
_MANY = 64
_AT_ONCE = 8  # documents that a process is given at a time
_AHEAD = 4  # such heaps a process may be ahead of whoever stores them: memory is bounded


@dataclass(frozen=True)
class Gathered:
    """A document read: what is stored of its letter, or why it gives none."""

    document: Document
    digest: str
    entry: Entry | None
    fault: str = ""


def gather(documents: Sequence[Document]) -> Iterator[Gathered]:
    """The documents read, in their order."""
    processes = os.process_cpu_count() if hasattr(os, "process_cpu_count") else len(os.sched_getaffinity(0))
    if len(documents) < _MANY or processes < 2:
        return map(gathered, documents)
    return _by_processes(documents, processes)


def gathered(document: Document) -> Gathered:
    """One document read."""
    # Imported here: whoever opens an index that is up to date reads no document.
    from corpus.reading import read_letter
    from corpus.source import read
    from index.entry import entry

    content = ""
    try:
        source = read(document.path, document.id)
        content = source.digest
        return Gathered(document, content, entry(read_letter(source)))
    except UnreadableSource as refused:
        return Gathered(document, content, None, str(refused))


def _by_processes(documents: Sequence[Document], processes: int) -> Iterator[Gathered]:
    heaps = iter([documents[start : start + _AT_ONCE] for start in range(0, len(documents), _AT_ONCE)])
    # Spawned: a forked process would inherit locks that other threads hold.
    with ProcessPoolExecutor(processes, mp_context=get_context("spawn")) as pool:
        ahead: deque[Future[list[Gathered]]] = deque()
        try:
            ahead.extend(pool.submit(_heap, heap) for heap in islice(heaps, processes * _AHEAD))
            while ahead:
                found = ahead.popleft().result()
                ahead.extend(pool.submit(_heap, heap) for heap in islice(heaps, 1))
                yield from found
        finally:
            for one in ahead:
                one.cancel()


def _heap(documents: Sequence[Document]) -> list[Gathered]:
    return [gathered(document) for document in documents]
