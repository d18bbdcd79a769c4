"""Raised letters: note marks, which are no part of the figure before them, and units' powers, which are; lowered ones."""

from collections.abc import Sequence
from itertools import pairwise
from unicodedata import normalize

from corpus.formats.pages.glyph import Glyph
from corpus.formats.structure.raised import foot, is_power, powered
from corpus.runtime.replace import replace

_SMALL = 0.75  # of the letters beside it, at most
_RAISED = 0.2  # of their height, at least
_LOWERED = 0.1  # of their height, at least, that the feet of letters stand lower, and their heads inside
_BASE = 8  # letters, whose end is what may be raised to a power
_NEAR = 0.4  # of their height, at most between them
_MARKS = frozenset("[]〔〕()（）【】*※,，-– ")


def without_marks(letters: Sequence[Glyph]) -> list[Glyph]:
    """The letters without raised note marks; other raised letters, and lowered ones, stand in the line of the letter before."""
    found: list[Glyph] = []
    run: list[Glyph] = []
    for letter, after in pairwise([*letters, None]):
        assert letter
        if found and not run and _is_lowered(letter, found[-1]):
            is_before = after is not None and after.letter.isdecimal() and found[-1].letter != "."  # no PM2.5
            text = foot(letter.letter) if is_before else letter.letter
            found.append(replace(letter, letter=text, top=found[-1].top, bottom=found[-1].bottom))
            continue
        if found and _is_raised(letter, run[-1] if run else found[-1], found[-1]):
            run.append(letter)
            continue
        found[-_BASE:] = _with_run(found[-_BASE:], run)
        run = []
        found.append(letter)
    return [*found[:-_BASE], *_with_run(found[-_BASE:], run)]


def _is_raised(letter: Glyph, before: Glyph, base: Glyph) -> bool:
    gap = letter.left - before.right
    return (
        letter.size < _SMALL * base.size
        and base.bottom - letter.bottom > _RAISED * base.size
        and letter.bottom > base.top
        and abs(gap) < _NEAR * base.size
    )


def _is_lowered(letter: Glyph, before: Glyph) -> bool:
    """Whether it is small and at the feet of the letter before: PM2.5."""
    return (
        letter.size < _SMALL * before.size
        and letter.bottom - before.bottom > _LOWERED * letter.size
        and before.top < letter.top < before.bottom - _LOWERED * before.size
        and abs(letter.left - before.right) < _NEAR * before.size
    )


def _with_run(base: Sequence[Glyph], run: Sequence[Glyph]) -> list[Glyph]:
    """Letters and the raised ones behind them: what is text of them, or a mark's place, so that no gap is left."""
    if not base or not run:
        return list(base)
    last = base[-1]
    text = "".join(letter.letter for letter in run)
    is_exponent = is_power("".join(letter.letter for letter in base), text)
    if _is_mark(run, last) and not is_exponent:
        return [*base[:-1], replace(last, right=run[-1].right)]
    return [
        *base,
        *(
            replace(
                letter,
                letter=powered(letter.letter) if is_exponent else letter.letter,
                top=last.top,
                bottom=last.bottom,
            )
            for letter in run
        ),
    ]


def _is_mark(run: Sequence[Glyph], base: Glyph) -> bool:
    """Whether it is a number, and not a unit's power (km2)."""
    is_number = all(letter.letter.isdigit() or letter.letter in _MARKS for letter in run)
    folded = normalize("NFKC", base.letter)  # ｍ is an m as well
    return is_number and not (folded.isascii() and folded.isalpha())
