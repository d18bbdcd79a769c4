"""The words that name and frame figures, as data and as the patterns made of them."""

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from typing import Any

from corpus.compiled import compiled
from corpus.tables import table

# A rate that is not listed: its verb and 率, what is put against what and 比.
_RATES = ("率", "比")
_RATE = compiled(r"[\u4e00-\u9fff]{2}(?:率|(?<![同环占相对评可类无正反成按])比)$")


@cache
def clauses() -> dict[str, Any]:
    """The words around an amount."""
    return table("clauses")


@cache
def _rows() -> dict[str, Any]:
    return table("indicators")


@cache
def indicators() -> dict[str, tuple[str, ...]]:
    """Heads of indicator names by kind: flow, stock, rate, owned, aspect, share, generic, divided, bare."""
    rows = _rows()
    return {kind: tuple(names) for kind, names in rows.items() if isinstance(names, list)}


@cache
def both() -> dict[str, tuple[str, ...]]:
    """Words that name two or three at once: 城乡 is 城镇 and 农村."""
    return {word: tuple(members) for word, members in _rows()["both"].items()}


@cache
def heads() -> frozenset[str]:
    """Every known indicator head."""
    return frozenset(
        name for kind in ("flow", "stock", "rate", "planned", "done") for name in indicators()[kind]
    )


def is_adjusted(indicator: str) -> bool:
    """Whether it was planned anew: 调整预算, 变更预算."""
    return indicator in indicators()["planned"] and indicator.startswith(("调整", "变更", "预算调整"))


def one_of(words: Iterable[str]) -> str:
    """A pattern that matches any of the words, the longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


def guarded(words: Iterable[str]) -> str:
    """A pattern that matches any of the words, one character only where it ends no other word: no 均 in 人均."""
    guards = clauses()["verb"]["guard"]
    ordered = sorted(words, key=len, reverse=True)
    return "|".join(
        f"{_behind(guards[word])}{word}" if word in guards else re.escape(word) for word in ordered
    )


def _behind(guard: str) -> str:
    """The pattern of a guard: characters that are not to stand before, or a pattern already."""
    return guard if guard.startswith("(") else f"(?<![{guard}])"


@cache
def directions() -> dict[str, int]:
    """Each verb of growth with its direction."""
    verb = clauses()["verb"]
    return {word: sign for kind, sign in (("up", 1), ("down", -1)) for word in verb[kind]}


# The same names come again and again: so many are kept.
@lru_cache(4096)
def head(name: str) -> str:
    """The longest known indicator at the end of a name, "" if none.

    >>> head("规上工业总产值"), head("亿元上企业")
    ('总产值', '')
    """
    known, longest = _by_length()
    for cut in range(max(0, len(name) - longest), len(name)):
        if name[cut:] in known:
            return name[cut:]
    rate = _RATE.search(name) if name.endswith(_RATES) else None
    return rate[0] if rate else ""


@cache
def _by_length() -> tuple[frozenset[str], int]:
    """Every known indicator head, and the length of the longest."""
    return heads(), max(map(len, heads()))
