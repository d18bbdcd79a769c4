"""Letters on a page of a PDF, put together to lines."""

import ctypes
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pypdfium2 import PdfPage  # type: ignore[import-untyped]

_COLUMN = 1.2  # characters of a gap that parts two columns
_HIGH, _LOW = 0xD800, 0xDC00  # the first halves of characters outside the basic plane
_HYPHENS = ("\u00ad", "\x02")
_BLANK = 0.35  # characters of a gap that parts two Latin words


@dataclass(frozen=True)
class Glyph:
    """A printed letter and its box, in points from the page's upper left corner."""

    letter: str
    left: float
    top: float
    right: float
    bottom: float

    @property
    def size(self) -> float:
        """How high its box is: the size of the type."""
        return self.bottom - self.top


def glyphs(page: "PdfPage") -> list[Glyph]:
    """The letters of a page in the order in which they were written."""
    from pypdfium2 import raw

    height = page.get_height()
    text = page.get_textpage()
    box = raw.FS_RECTF()
    found: list[Glyph] = []
    half = ""
    for place in range(text.count_chars()):
        code = raw.FPDFText_GetUnicode(text, place)
        if _HIGH <= code < _LOW:
            half = chr(code)
            continue
        letter, half = _letter(half + chr(code)), ""
        if not letter.isprintable() or raw.FPDFText_IsGenerated(text, place) == 1:
            continue
        if raw.FPDFText_GetLooseCharBox(text, place, ctypes.byref(box)):
            found.append(Glyph(letter, box.left, height - box.top, box.right, height - box.bottom))
    return found


def _letter(code: str) -> str:
    """The letter that is seen: of two halves of UTF-16 the one they are, of a radical the character.

    >>> _letter(chr(0xAD)), _letter(chr(2)), _letter("⻓"), _letter(chr(0xD840) + chr(0xDC0B))
    ('-', '-', '长', '𠀋')
    """
    if len(code) > 1:
        code = code.encode("utf-16", "surrogatepass").decode("utf-16", "replace")[:1]
    # PDFium gives a printed hyphen at a line's end as U+0002; some producers' fonts name theirs a soft hyphen.
    code = "-" if code in _HYPHENS else " " if code.isspace() else code
    return code.translate(_radicals())


@cache
def _radicals() -> dict[int, str]:
    table = tomllib.loads((files("corpus") / "data" / "radicals.toml").read_text(encoding="utf-8"))
    return str.maketrans(table["alike"])


def lines(letters: Sequence[Glyph]) -> Iterator[list[Glyph]]:
    """The lines from top to bottom, each from left to right."""
    line: list[Glyph] = []
    for letter in sorted(letters, key=lambda letter: (letter.top + letter.bottom) / 2):
        middle = (letter.top + letter.bottom) / 2
        if line and middle - (line[-1].top + line[-1].bottom) / 2 > 0.4 * min(letter.size, line[-1].size):
            yield sorted(line, key=lambda letter: letter.left)
            line = []
        line.append(letter)
    if line:
        yield sorted(line, key=lambda letter: letter.left)


def printed(line: Sequence[Glyph]) -> list[Glyph]:
    """The letters of a line without the blanks before and after them."""
    places = [place for place, letter in enumerate(line) if letter.letter != " "]
    return list(line[places[0] : places[-1] + 1]) if places else []


def written(line: Sequence[Glyph]) -> str:
    """The text of a line: two blanks between columns, one between Latin words."""
    text = line[0].letter if line else ""
    for before, letter in pairwise(line):
        gap = (letter.left - before.right) / max(letter.size, 1)
        latin = (
            before.letter.isascii() and letter.letter.isascii() and " " not in (before.letter, letter.letter)
        )
        text += "  " if gap > _COLUMN else " " if latin and gap > _BLANK else ""
        text += letter.letter
    return text
