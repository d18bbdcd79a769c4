"""What a table's cell says around its amount: 下降2.7%, ↓3.2%, 亏损3.2亿元, (2.7)."""

import re
from functools import cache

from corpus.extraction.lexicon import clauses, one_of

_BRACKETED = re.compile(r"\([¥$]?\d[\d,.]*%?\)%?")


@cache
def _pattern(words: str) -> re.Pattern[str]:
    """A group of words that stands right before the first digit."""
    said = clauses()["verb"]["down"] if words == "down" else clauses()["table"][words]
    return re.compile(rf"^\D*?(?P<word>{one_of(said)})\s*(?=\d)")


def fall(cell: str) -> str:
    """The word by which a cell says that what it tells is a fall; "" where it says none.

    >>> fall("下降2.7%"), fall("↓3.2%"), fall("3.2%↓"), fall("增长2.7%")
    ('下降', '↓', '↓', '')
    """
    found = _pattern("down").match(cell) or _pattern("fallen").match(cell)
    behind = cell.rstrip()[-1:]
    return found["word"] if found else behind if behind in clauses()["table"]["fallen"] else ""


def is_bracketed(cell: str) -> bool:
    """Whether a cell is an amount in brackets, which may be below nothing, as accounts have it, or not.

    >>> is_bracketed("(2.7)"), is_bracketed("(2.7)%"), is_bracketed("5.1(2.7)")
    (True, True, False)
    """
    return bool(_BRACKETED.fullmatch(cell.strip()))


def is_loss(cell: str) -> bool:
    """Whether a cell says that its amount is below nothing: 亏损3.2亿元."""
    return bool(_pattern("loss").match(cell))
