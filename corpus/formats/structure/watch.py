"""Whoever waits for a long reading is told of each page, sheet or part of a text."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

_EACH = 50  # parts of a text, after which it is told how many are done


class Part(StrEnum):
    """What a file is read by."""

    PAGE = "page"
    SHEET = "sheet"
    BLOCK = "block"  # paragraphs and tables; how many there are shows at the end


Watcher = Callable[[Path, int, int, Part], None]
_watcher: ContextVar[Watcher | None] = ContextVar("watcher", default=None)
_Item = TypeVar("_Item")


@contextmanager
def watching(watcher: Watcher) -> Iterator[None]:
    """Inside, `watcher` is told the file, which part is done, how many there are (0: not known), and what they are."""
    token = _watcher.set(watcher)
    try:
        yield
    finally:
        _watcher.reset(token)


def page_done(path: Path, page: int, pages: int, part: Part = Part.PAGE) -> None:
    """Tell whoever watches that a page is read."""
    watcher = _watcher.get()
    if watcher is not None:
        watcher(path, page, pages, part)


def counted(items: Iterable[_Item], path: Path) -> Iterator[_Item]:
    """The parts of a text; whoever watches is told how many are done."""
    for number, item in enumerate(items):
        if number and number % _EACH == 0:
            page_done(path, number, 0, Part.BLOCK)
        yield item
