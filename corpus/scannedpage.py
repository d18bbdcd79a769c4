"""The picture of a page read to its lines and tables."""

import re
from collections.abc import Iterator, Sequence
from statistics import mean
from typing import TYPE_CHECKING

from corpus.glyph import Glyph
from corpus.pdfrow import Scan
from corpus.recognition import DOTS, Recognised, recognised
from corpus.ruled import Rule
from corpus.scanned import unsure

if TYPE_CHECKING:
    from corpus.recognition import Image

_SURE = 0.9  # confidence of a digit, from which it is one
_SHORTEST = 1 / 40  # of the page's width: shorter strokes are letters
_THICK = 6  # dots of the thickest line
_POINTS = 72 / DOTS
_FIGURE = re.compile(r"[0-9.,%+\-−－]+")


def glyphs_of(image: "Image", content: bytes, page: int) -> tuple[list[Glyph], Scan]:
    """The letters in points from the upper left corner, unsure figures marked, and how sure all of it is."""
    found = recognised(image, content, page)
    lines: dict[int, list[Recognised]] = {}
    for letter in found:
        lines.setdefault(letter.line, []).append(letter)
    letters = [glyph for line in lines.values() for glyph in _line(line)]
    return letters, Scan(page, round(mean(letter.confidence for letter in found), 3) if found else 0.0)


def _line(line: Sequence[Recognised]) -> Iterator[Glyph]:
    """The letters of a line, all as high as it; a figure is unsure as a whole."""
    text = "".join(letter.letter for letter in line)
    doubted = {
        place
        for figure in _FIGURE.finditer(text)
        if any(
            letter.confidence < _SURE or not letter.agreed for letter in line[figure.start() : figure.end()]
        )
        for place in range(*figure.span())
    }
    top, bottom = (
        sum(getattr(one, edge) for one in line) / len(line) * _POINTS for edge in ("top", "bottom")
    )
    for place, one in enumerate(line):
        letter = unsure(one.letter) if place in doubted and one.letter.isdigit() else one.letter
        yield Glyph(letter, one.left * _POINTS, top, one.right * _POINTS, bottom, begins=not place)


def rules_of(image: "Image") -> list[Rule]:
    """The ruled lines of a picture, in points."""
    import cv2

    grey = cv2.cvtColor(image, cv2.COLOR_BGR2GRAY) if image.ndim == 3 else image
    ink = cv2.adaptiveThreshold(grey, 255, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY_INV, 25, 15)
    length = int(image.shape[1] * _SHORTEST)
    found = []
    for across in (True, False):
        shape = (length, 1) if across else (1, length)
        kernel = cv2.getStructuringElement(cv2.MORPH_RECT, shape)
        strokes = cv2.morphologyEx(ink, cv2.MORPH_OPEN, kernel)
        _, _, boxes, _ = cv2.connectedComponentsWithStats(strokes)
        for left, top, width, height, _ in boxes[1:].tolist():
            thick, long = (height, width) if across else (width, height)
            if thick <= _THICK and long >= length:
                place = (top + height / 2 if across else left + width / 2) * _POINTS
                start = (left if across else top) * _POINTS
                found.append(Rule(across, place, start, start + long * _POINTS))
    return found
