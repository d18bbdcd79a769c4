"""Addresses of the letters on the web pages: a message leads there too, where the pages have a public address."""

from urllib.parse import quote, urlencode, urlsplit

from bot.messages.tree import Quotation


def segment(text: str) -> str:
    """A text as one segment of a path, whatever is in it.

    >>> segment("2024/函 1")
    '2024%2F%E5%87%BD%201'
    """
    return quote(text, safe="")


def letter_path(letter_id: str) -> str:
    """The path of a letter."""
    return f"/letters/{segment(letter_id)}"


def sentence_path(quotation: Quotation) -> str:
    """The path of a quotation in its letter: all its sentences marked, the first in view."""
    starts = [one.passage.start for one in quotation.cited]
    marks = urlencode([("at", ".".join(map(str, starts)))])
    return f"{letter_path(quotation.letter.id)}?{marks}#s{starts[0]}"


def is_web(url: str) -> bool:
    """Whether a document's own address is one that a link may lead to.

    >>> [is_web(url) for url in ("https://example.org/a", "javascript:alert(1)", "")]
    [True, False, False]
    """
    try:
        return urlsplit(url).scheme in ("http", "https")
    except ValueError:
        return False
