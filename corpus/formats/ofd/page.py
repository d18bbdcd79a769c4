"""A page of an OFD file read to its letters, each in its place."""

import unicodedata
import xml.etree.ElementTree as ET
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import sqrt

from corpus.formats.pages.glyph import ABOVE, BELOW, Glyph, is_seen
from corpus.texts.radical import ideograph

_DEEPEST = 24  # objects within objects, so that one that holds itself ends
_SIZE = 5.0  # millimetres of type whose size is not said
_GROUPS = ("Content", "Layer", "PageBlock")


@dataclass(frozen=True)
class Matrix:
    """Where an object's points stand on the page: across = a x + c y + e, down = b x + d y + f."""

    a: float = 1
    b: float = 0
    c: float = 0
    d: float = 1
    e: float = 0
    f: float = 0

    def at(self, x: float, y: float) -> tuple[float, float]:
        """A point on the page."""
        return self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f

    def over(self, inner: "Matrix") -> "Matrix":
        """This one applied to what the inner one gives."""
        e, f = self.at(inner.e, inner.f)
        return Matrix(
            self.a * inner.a + self.c * inner.b,
            self.b * inner.a + self.d * inner.b,
            self.a * inner.c + self.c * inner.d,
            self.b * inner.c + self.d * inner.d,
            e,
            f,
        )

    @property
    def is_slanting(self) -> bool:
        """Whether a line of text goes neither across nor down: a watermark."""
        return min(abs(self.a), abs(self.b)) > 0.1 * sqrt(self.a**2 + self.b**2)


def name(element: ET.Element) -> str:
    """An element's name without its namespace: producers write one of two, or none."""
    return element.tag.rpartition("}")[2]


def letters(
    group: ET.Element, units: Mapping[str, ET.Element], place: Matrix | None = None
) -> Iterator[Glyph]:
    """The letters of a page or of a group in it; `units` are the resources that composite objects show."""
    for element, matrix in shown("TextObject", group, units, place or Matrix()):
        yield from _text(element, matrix)


def shown(
    kind: str, group: ET.Element, units: Mapping[str, ET.Element], place: Matrix, depth: int = 0
) -> Iterator[tuple[ET.Element, Matrix]]:
    """The visible objects of a kind on a page or in a group of it, each with where it stands."""
    for element in group if depth < _DEEPEST else ():
        found = name(element)
        if element.get("Visible", "true").lower() == "false":
            continue
        if found == kind:
            yield element, place.over(own_matrix(element))
        elif found == "CompositeObject" and element.get("ResourceID", "") in units:
            unit = units[element.attrib["ResourceID"]]
            yield from shown(kind, unit, units, place.over(own_matrix(element)), depth + 1)
        elif found in _GROUPS:
            yield from shown(kind, element, units, place, depth + 1)


def own_matrix(element: ET.Element) -> Matrix:
    """An object's matrix, then its box's corner."""
    left, top, *_ = [*numbers(element.get("Boundary", "")), 0.0, 0.0]
    said = numbers(element.get("CTM", ""))
    return Matrix(e=left, f=top).over(Matrix(*said) if len(said) == 6 else Matrix())


def numbers(said: str) -> list[float]:
    """Numbers with blanks between. Raises ValueError for anything else."""
    return [float(number) for number in said.split()]


def _text(element: ET.Element, place: Matrix) -> Iterator[Glyph]:
    """A text object's letters; a position that a piece leaves out is that of the piece before (table 46)."""
    x = y = 0.0
    if place.is_slanting:
        return
    size, stretch = float(element.get("Size", _SIZE)), float(element.get("HScale", 1))
    for code in element:
        if name(code) == "TextCode":
            x, y = float(code.get("X", x)), float(code.get("Y", y))
            yield from _code(code, x, y, size, place.over(Matrix(a=stretch)) if stretch != 1 else place)


def _code(code: ET.Element, x: float, y: float, size: float, place: Matrix) -> Iterator[Glyph]:
    words = (code.text or "").strip("\r\n\t")
    across, down = _steps(code.get("DeltaX", ""), len(words)), _steps(code.get("DeltaY", ""), len(words))
    for number, letter in enumerate(words):
        natural = size if unicodedata.east_asian_width(letter) in "WFA" else size / 2
        step = across[number] if across else 0.0 if down else natural
        if is_seen(letter) or letter.isspace():
            # A letter may be wider than is usual for it, but a wide step is a gap.
            wide = max(natural, step) if step <= 1.05 * size else natural
            yield _glyph(
                letter, place.at(x, y - ABOVE * size), place.at(x + wide, y + BELOW * size), not number
            )
        x, y = x + step, y + (down[number] if down else 0.0)


def _glyph(letter: str, one: tuple[float, float], other: tuple[float, float], begins: bool) -> Glyph:
    (left, right), (top, bottom) = sorted((one[0], other[0])), sorted((one[1], other[1]))
    return Glyph(" " if letter.isspace() else ideograph(letter), left, top, right, bottom, begins)


def _steps(said: str, length: int) -> list[float]:
    """The way from each letter to the next: `g 3 5` is 5 three times; the last one goes on."""
    found: list[float] = []
    words = iter(said.split())
    for word in words:
        if word.lower() == "g":
            count = int(next(words, ""))
            found += [float(next(words, ""))] * min(count, length)
        else:
            found.append(float(word))
    return [*found, *found[-1:] * length][:length]
