"""Whoever waits for a long reading is told of each page."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path

Watcher = Callable[[Path, int, int], None]
_watcher: ContextVar[Watcher | None] = ContextVar("watcher", default=None)


@contextmanager
def watching(watcher: Watcher) -> Iterator[None]:
    """Inside, `watcher` is told the file, the page that is done, and how many there are."""
    token = _watcher.set(watcher)
    try:
        yield
    finally:
        _watcher.reset(token)


def page_done(path: Path, page: int, pages: int) -> None:
    """Tell whoever watches that a page is read."""
    watcher = _watcher.get()
    if watcher is not None:
        watcher(path, page, pages)
