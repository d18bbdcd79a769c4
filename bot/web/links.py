"""Addresses within the pages."""

from collections.abc import Iterable
from urllib.parse import quote, urlencode, urlsplit

from bot.telegram.journal.marks import Mark
from bot.tree import Quoted


def segment(text: str) -> str:
    """A text as one segment of a path, whatever is in it.

    >>> segment("2024/函 1")
    '2024%2F%E5%87%BD%201'
    """
    return quote(text, safe="")


def letter_path(letter_id: str) -> str:
    """The address of a letter."""
    return f"/letters/{segment(letter_id)}"


def sentence_link(quoted: Quoted) -> str:
    """The address of a quotation in its letter: all its sentences marked, the first in view."""
    starts = [one.passage.start for one in quoted.quotation.cited]
    marks = urlencode([("at", ".".join(map(str, starts)))])
    return f"{letter_path(quoted.quotation.letter.id)}?{marks}#s{starts[0]}"


def figures_query(marks: Iterable[Mark]) -> str:
    """Figures as they stand in an address."""
    return urlencode([("f", mark.written) for mark in marks])


def is_web(url: str) -> bool:
    """Whether a document's own address is one that a link may lead to.

    >>> [is_web(url) for url in ("https://example.org/a", "javascript:alert(1)", "")]
    [True, False, False]
    """
    try:
        return urlsplit(url).scheme in ("http", "https")
    except ValueError:
        return False
