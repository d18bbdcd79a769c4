"""Letters on a page of a PDF, put together to lines."""

import ctypes
import math
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import TYPE_CHECKING
from unicodedata import east_asian_width

from corpus.compiled import compiled
from corpus.texts.radical import ideograph

if TYPE_CHECKING:
    from pypdfium2 import PdfPage, PdfTextPage  # type: ignore[import-untyped]

_COLUMN = 1.2  # characters of a gap that parts two columns
_FIGURES = 0.6  # characters of a gap that parts two figures, which stand in narrower columns than words
_PIECES = 0.2  # of one that parts two figures which are pieces of their own
_BEFORE_YEAR = 0.12  # of one that parts a year and the figure before it: no longer number ends in a year
_SPACING = 0.18  # characters of a gap that parts no words, though a blank stands in it
_NUMBER = frozenset("0123456789.,")
_YEAR = compiled(r"(?:19|20)\d\d年")
_FIGURE_ENDS, _FIGURE_STARTS = frozenset("0123456789%"), frozenset("0123456789-+−－")
_BLANK = 0.35  # characters of a gap that parts two Latin words
_VERTICAL = 0.7  # of the letters, that stand below the one before
_SLANT = 8  # degrees from which letters are a watermark
_TWICE = 0.15  # of its size, within which the same letter again only makes it bold
# Of its size: a box as high is of ink alone, of a letter, of more than one line.
_LOW, _TALL, _HIGH = 0.5, 0.6, 1.5
ABOVE, BELOW = 0.88, 0.12  # of a letter, from its base line
_LAYERS = 3  # letters before it that may stand within that, each printed over
# A soft hyphen that is drawn is a hyphen; U+0002 is PDFium's own sign for one at the end of a line.
_HYPHENS = ("\u00ad", "\x02")


@dataclass(frozen=True)
class Glyph:
    """A printed letter and its box, from the page's upper left corner.

    `begins` says that it begins a piece of text of its own, where the file tells.
    """

    letter: str
    left: float
    top: float
    right: float
    bottom: float
    begins: bool = False

    @property
    def size(self) -> float:
        """How high its box is: the size of the type."""
        return self.bottom - self.top


@dataclass(frozen=True)
class Seen:
    """The letters of a page in the order in which they were written, and the page's size in points.

    Places are those on the page as it is turned to read most of it: `turn` is 0, 90, 180 or 270 degrees with the
    clock. Letters written from top to bottom are turned as well, so that their columns are lines; `across` is how wide
    the paper is for its lines, 0 where that says nothing.
    """

    letters: list[Glyph]
    turn: int
    width: float
    height: float
    across: float


def is_seen(letter: str) -> bool:
    """Whether something is printed for a letter, be it one with a code of its font's own."""
    return letter.isprintable() or is_private(letter)


def is_private(letter: str) -> bool:
    """Whether a letter has a code that only its font knows."""
    return 0xE000 <= ord(letter) < 0xF900


def glyphs(page: "PdfPage") -> Seen:
    """The letters of a page. Slanting ones are left out: a watermark."""
    from pypdfium2 import raw

    width, height = page.get_size() if page.get_rotation() in (0, 180) else reversed(page.get_size())
    text = page.get_textpage()
    box, matrix = raw.FS_RECTF(), raw.FS_MATRIX()
    inked: list[_Inked] = []
    for place, letter in _letters(text):
        if not is_seen(letter) or raw.FPDFText_IsGenerated(text, place) == 1:
            continue
        raw.FPDFText_GetMatrix(text, place, ctypes.byref(matrix))
        angle = round(math.degrees(math.atan2(matrix.b, matrix.a))) % 360
        if raw.FPDFText_GetLooseCharBox(text, place, ctypes.byref(box)):
            glyph = Glyph(letter, box.left, height - box.top, box.right, height - box.bottom)
            em = raw.FPDFText_GetFontSize(text, place) * math.hypot(matrix.c, matrix.d)
            inked.append(_Inked(place, angle, glyph, em))
    found = list(_boxed(inked, text, height))
    upright = [(angle, glyph) for angle, glyph in found if min(angle % 90, -angle % 90) < _SLANT]
    turns = Counter(round(angle / 90) % 4 * 90 for angle, _ in upright)
    turn = max(turns, key=lambda angle: turns[angle], default=0)
    letters = [_turned(glyph, turn, width, height) for _, glyph in upright]
    lying = _across(letters)
    across = 0.0 if lying is not letters else width if turn in (0, 180) else height
    return Seen(lying, turn, width, height, across)


@dataclass(frozen=True)
class _Inked:
    """A letter as it is written: its place in the text layer, at an angle, in a size of type."""

    place: int
    angle: int
    glyph: Glyph
    em: float


def _boxed(inked: Sequence[_Inked], text: "PdfTextPage", height: float) -> Iterator[tuple[int, Glyph]]:
    """The letters by their angles. A font that does not say how high its letters are has boxes of the ink alone, and 、 is
    low in its line; one that says too much reaches into the next lines. Their letters become as high as others of their size.
    """
    from pypdfium2 import raw

    x, y = ctypes.c_double(), ctypes.c_double()
    sizes = {round(one.em) for one in inked if _TALL * one.em <= one.glyph.size <= _HIGH * one.em}
    for one in inked:
        glyph, em = one.glyph, one.em
        if not one.angle and not _LOW * em <= glyph.size <= _HIGH * em and round(em) in sizes:
            raw.FPDFText_GetCharOrigin(text, one.place, ctypes.byref(x), ctypes.byref(y))
            is_wide = east_asian_width(glyph.letter) in "WF"
            left, right = (x.value, x.value + em) if is_wide else (glyph.left, glyph.right)
            line = height - y.value
            glyph = Glyph(glyph.letter, left, line - ABOVE * em, right, line + BELOW * em)
        yield one.angle, glyph


def _across(letters: list[Glyph]) -> list[Glyph]:
    """Letters written downwards, the columns from right to left, as if in lines from top to bottom."""
    pairs = [(one, other) for one, other in pairwise(letters) if other.letter != " " != one.letter]
    down = sum(_is_below(one, other) for one, other in pairs)
    if down < max(3, _VERTICAL * len(pairs)):
        return letters
    return [
        Glyph(g.letter, g.top, -g.right, g.bottom, -g.left, g.begins)  # the page a quarter against the clock
        for g in letters
    ]


def _is_below(one: Glyph, other: Glyph) -> bool:
    beside = abs((one.left + one.right) - (other.left + other.right)) < 0.6 * one.size
    return beside and 0.6 * one.size < other.top - one.top < 1.8 * one.size


def _turned(glyph: Glyph, turn: int, width: float, height: float) -> Glyph:
    """A letter on the page turned with the clock."""
    left, top, right, bottom = glyph.left, glyph.top, glyph.right, glyph.bottom
    if turn == 90:
        left, top, right, bottom = height - bottom, left, height - top, right
    elif turn == 180:
        left, top, right, bottom = width - right, height - bottom, width - left, height - top
    elif turn == 270:
        left, top, right, bottom = top, width - right, bottom, width - left
    return Glyph(glyph.letter, left, top, right, bottom)


def _letters(text: "PdfTextPage") -> Iterator[tuple[int, str]]:
    """The letters of a text layer as they are printed, each with its place in it."""
    from pypdfium2 import raw

    codes = [raw.FPDFText_GetUnicode(text, place) for place in range(text.count_chars())]
    for place, (code, following) in enumerate(zip(codes, [*codes, 0][1:], strict=True)):
        if 0xD800 <= code < 0xDC00 <= following < 0xE000:  # the two halves have places of their own
            code = 0x10000 + ((code - 0xD800) << 10) + following - 0xDC00
        letter = chr(code)
        yield place, "-" if letter in _HYPHENS else " " if letter.isspace() else ideograph(letter)


def lines(letters: Sequence[Glyph]) -> Iterator[list[Glyph]]:
    """The lines from top to bottom, each from left to right; what is printed twice to look bold stands there once."""
    line: list[Glyph] = []
    for letter in sorted(letters, key=lambda letter: (letter.top + letter.bottom) / 2):
        middle = (letter.top + letter.bottom) / 2
        if line and middle - (line[-1].top + line[-1].bottom) / 2 > 0.4 * min(letter.size, line[-1].size):
            yield _once(line)
            line = []
        line.append(letter)
    if line:
        yield _once(line)


def _once(line: Sequence[Glyph]) -> list[Glyph]:
    """The letters from left to right without those that are printed over themselves."""
    kept: list[Glyph] = []
    for letter in sorted(line, key=lambda letter: letter.left):
        if not any(_is_over(letter, one) for one in kept[-_LAYERS:]):
            kept.append(letter)
    return kept


def _is_over(letter: Glyph, one: Glyph) -> bool:
    return letter.letter == one.letter and letter.left - one.left < _TWICE * letter.size


def printed(line: Sequence[Glyph]) -> list[Glyph]:
    """The letters of a line without the blanks before and after them."""
    places = [place for place, letter in enumerate(line) if letter.letter != " "]
    return list(line[places[0] : places[-1] + 1]) if places else []


def written(line: Sequence[Glyph]) -> str:
    """The text of a line: two blanks between columns, one between Latin words."""
    text, before = "", None
    inked = _unspaced(line)
    is_row = any(other.left - one.right > _COLUMN * max(other.size, 1) for one, other in pairwise(inked))
    years = {match.start() for match in _YEAR.finditer("".join(letter.letter for letter in inked))}
    for place, letter in enumerate(inked):
        if letter.letter == " " and before is not None:
            text += "" if text.endswith(" ") else " "
            continue
        if before is not None:
            if place in years and before.letter.isdecimal() and _gap(before, letter) > _BEFORE_YEAR:
                text += "" if text.endswith(" ") else " "
            text = _parted(text, before, letter, is_row=is_row)
        text += letter.letter
        before = letter
    return text


def _unspaced(line: Sequence[Glyph]) -> list[Glyph]:
    """The letters of a line without the blanks that only space a number out: 2, 6 7 8 . 6 8."""
    numbers = [
        place for place, letter in enumerate(line) if letter.letter in _NUMBER or _is_spacing(line, place)
    ]
    gone: set[int] = set()
    for run in _runs(numbers):
        blanks = [place for place in run if line[place].letter == " "]
        # One behind a comma alone may part two numbers.
        if any((line[place - 1].letter + line[place + 1].letter).isdecimal() for place in blanks):
            gone.update(place for place in blanks if not _is_before_year(line, place))
    return [letter for place, letter in enumerate(line) if place not in gone]


def _is_before_year(line: Sequence[Glyph], place: int) -> bool:
    """Whether a year begins behind a blank: no digit before it is one of it, the 8 of 表5-8 2025年."""
    return bool(_YEAR.match("".join(letter.letter for letter in line[place + 1 : place + 6])))


def _runs(places: Sequence[int]) -> Iterator[list[int]]:
    """Numbers in rising order, those that follow each other together."""
    for _, run in groupby(enumerate(places), key=lambda pair: pair[1] - pair[0]):
        yield [place for _, place in run]


def _is_spacing(line: Sequence[Glyph], place: int) -> bool:
    """Whether a blank stands between two letters of a number, nearer to each other than words are."""
    if line[place].letter != " " or not 0 < place < len(line) - 1:
        return False
    before, after = line[place - 1], line[place + 1]
    beside = before.letter in _NUMBER and after.letter in _NUMBER
    return beside and after.left - before.right < _SPACING * before.size


def _gap(before: Glyph, letter: Glyph) -> float:
    """How many characters two letters are apart."""
    return (letter.left - before.right) / max(letter.size, 1)


def _parted(text: str, before: Glyph, letter: Glyph, *, is_row: bool) -> str:
    """The text before a letter with what the gap before it stands for; `is_row` says that others part columns."""
    gap = _gap(before, letter)
    wide = _COLUMN
    if letter.letter in _FIGURE_STARTS:
        if before.letter in _FIGURE_ENDS:
            wide = _PIECES if letter.begins else _FIGURES
        elif is_row and not before.letter.isascii() and not text.endswith(" "):
            wide = _FIGURES  # a name and its figure, no blank between
    if gap > wide:
        return text.rstrip(" ") + "  "
    latin = before.letter.isascii() and letter.letter.isascii()
    return text + (" " if latin and gap > _BLANK and not text.endswith(" ") else "")
