"""What a table's cell says before its amount: 下降2.7%, ↓3.2%, 亏损3.2亿元."""

import re
from functools import cache

from corpus.extraction.lexicon import clauses, one_of


@cache
def _pattern(words: str) -> re.Pattern[str]:
    """A group of words that stands right before the first digit."""
    said = clauses()["verb"]["down"] if words == "down" else clauses()["table"][words]
    return re.compile(rf"^\D*?(?P<word>{one_of(said)})\s*(?=\d)")


def fall(cell: str) -> str:
    """The word by which a cell says that what it tells is a fall; "" where it says none.

    >>> fall("下降2.7%"), fall("↓3.2%"), fall("增长2.7%"), fall("-2.7%")
    ('下降', '↓', '', '')
    """
    found = _pattern("down").match(cell) or _pattern("fallen").match(cell)
    return found["word"] if found else ""


def is_loss(cell: str) -> bool:
    """Whether a cell says that its amount is below nothing: 亏损3.2亿元."""
    return bool(_pattern("loss").match(cell))
