"""Raised letters: note marks, which are left out, and exponents, which stay."""

import re
from collections.abc import Iterable, Sequence
from itertools import groupby
from unicodedata import normalize

from corpus.compiled import compiled

# Lowered digits until it is known what follows, and as they are before a number.
_LOW = "\uf8e0\uf8e1\uf8e2\uf8e3\uf8e4\uf8e5\uf8e6\uf8e7\uf8e8\uf8e9"
_DOWN = str.maketrans("0123456789", _LOW)
_LOWERED = compiled(rf"[{_LOW}]")
_BEFORE_NUMBER = compiled(rf"[{_LOW}]+(?=\s*\d)")
_FEET, _PLAIN = str.maketrans(_LOW, "₀₁₂₃₄₅₆₇₈₉"), str.maketrans(_LOW, "0123456789")
_UP = str.maketrans("0123456789-−+", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁻⁺")
# 1, 12, 1,2, [3], （4）, 注5, ④, *, †
_MARK = compiled(
    r"[\[［【〔(（]?\s*注?\s*(?:\d{1,3}(?:\s*[,，、\-–—~]\s*\d{1,3})*|[①-⑳㉑-㊿⑴-⒇]+|注)\s*[\]］】〕)）]?|[*＊†‡※]+"
)
_EXPONENT = compiled(r"[-−+]?\d{1,2}")
# What is raised to a power: a unit or a symbol of one letter (km, m, x), 米, a power of ten.
_BASE = compiled(
    r"(?:(?<![A-Za-z])(?:[kcdmhnµμ]?m|[A-Za-z]|ft|in|yd|mi|ha|kg|mol)|[㎜㎝㎞]|米|(?<![\d.])10)$"
)
_TIMES = compiled(r"[×·xX*]\s*10$")
_NEAR = 8  # characters before, in which a base stands with what may not be before it
_POWERS = {"米": "23", "0": "23456789"}
_LETTER = compiled(r"[a-z]")
_AFTER = compiled(r"[\d\u4e00-\u9fff%％）)]$")
# 25 with a raised o before C is 25°C.
_DEGREE = compiled(r"[oO0○〇°]")


def joined(pieces: Iterable[tuple[str, bool]]) -> str:
    """Pieces of a text as one, each with whether it is raised.

    >>> joined([("税收收入3.3", False), ("1", True), ("亿元，面积12.5km", False), ("2", True), ("。", False)])
    '税收收入3.3亿元，面积12.5km²。'
    >>> joined([("1.2×10", False), ("4", True), ("吨，GDP", False), ("2", True), ("增长5%", False)])
    '1.2×10⁴吨，GDP增长5%'
    """
    merged = [
        ("".join(text for text, _ in run), raised)
        for raised, run in groupby((piece for piece in pieces if piece[0]), key=lambda piece: piece[1])
    ]
    written = ""
    for place, (text, raised) in enumerate(merged):
        written += _written(written, text, _next(merged, place)) if raised else text
    return unlowered(written)


def unlowered(written: str) -> str:
    """A text with its lowered digits as they are printed."""
    if not _LOWERED.search(written):  # most texts
        return written
    return _BEFORE_NUMBER.sub(lambda low: low[0].translate(_FEET), written).translate(_PLAIN)


def _next(merged: Sequence[tuple[str, bool]], place: int) -> str:
    return merged[place + 1][0] if place + 1 < len(merged) else ""


def _written(before: str, text: str, after: str) -> str:
    """What a raised text is in the line: nothing for a note mark."""
    bare = text.strip()
    if is_power(before, bare):
        return powered(bare)
    if _DEGREE.fullmatch(bare) and re.match(r"[CFＣ]", after):
        return "°"
    if _MARK.fullmatch(bare) or (_LETTER.fullmatch(bare) and _AFTER.search(before)):
        return ""
    return text


def is_power(before: str, raised: str) -> bool:
    """Whether what is raised behind a text is a power of its end: km², 10⁴."""
    if not _EXPONENT.fullmatch(raised):
        return False
    said = normalize("NFKC", before[-_NEAR:])  # ｍ is an m as well
    if _TIMES.search(said):
        return True
    return bool(_BASE.search(said)) and (raised[0] in "-−+" or raised in _POWERS.get(before[-1], raised))


def powered(exponent: str) -> str:
    """An exponent in raised digits."""
    return exponent.translate(_UP)


def lowered(text: str) -> str:
    """A piece that is printed lower than the line; `joined` keeps its digits apart from a number behind them: CO₂8.1."""
    return text.translate(_DOWN) if text.strip().isdecimal() and text.isascii() else text


def foot(digit: str) -> str:
    """A lowered digit as such."""
    return digit.translate(_DOWN).translate(_FEET)
