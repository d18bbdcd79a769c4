"""Radicals that a file has instead of the ideographs that look the same."""

import unicodedata
from functools import cache

from corpus.tables import table


@cache
def radicals() -> dict[str, str]:
    """Radicals that NFKC does not fold, each with its ideograph."""
    return table("radicals")


def ideograph(letter: str) -> str:
    """The letter, a radical as the ideograph that it stands for.

    >>> "".join(map(ideograph, "增⻓⾏业"))
    '增长行业'
    """
    if "\u2f00" <= letter <= "\u2fdf":
        return unicodedata.normalize("NFKC", letter)
    return radicals().get(letter, letter)
