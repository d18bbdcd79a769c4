"""The ruled lines and the pictures of a page of a PDF."""

import ctypes
from collections import deque
from collections.abc import Iterator
from typing import TYPE_CHECKING

from corpus.formats.pages.tables.ruled import Rule, ruled

if TYPE_CHECKING:
    from pypdfium2 import PdfMatrix, PdfObject, PdfPage  # type: ignore[import-untyped]

_THICK = 3.0  # points, from which a filled path is a box, and no line
_LAST = 8  # boxes of a colour in which the next one may lie
_MOST = 20_000  # pieces of lines on a page: more are a drawing, and no table
_SHAPES = 100  # on a page without text, from which they may be drawn letters
_FULL = 0.3  # of a page, from which a picture may be of text

Point = tuple[float, float]


def rules(page: "PdfPage", turn: int, width: float, height: float) -> list[Rule]:
    """The lines across and down a page as it is turned to be read: `turn` degrees with the clock."""
    from pypdfium2 import raw

    found: list[Rule] = []
    shading = _Shading()
    for item in page.get_objects([raw.FPDF_PAGEOBJ_PATH], max_depth=5):
        if not _is_drawn(item) or shading.hides(item):
            continue
        matrix = _matrix(item)
        for one, other in _pieces(item):
            ends = (_turned(matrix.on_point(*point), turn, width, height) for point in (one, other))
            found += ruled(*ends)
        if len(found) > _MOST:
            return []
    return found


class _Shading:
    """The filled boxes of a page so far: one inside another of its colour is not seen, as Word shades the lines of a cell."""

    def __init__(self) -> None:
        self._boxes: dict[tuple[int, ...], deque[tuple[float, ...]]] = {}

    def hides(self, item: "PdfObject") -> bool:
        """Whether a box lies inside one of the last; else it is one of them."""
        from pypdfium2 import PdfiumError, raw

        fill, stroke = ctypes.c_int(), ctypes.c_int()
        raw.FPDFPath_GetDrawMode(item, fill, stroke)
        if stroke.value:
            return False
        try:
            left, bottom, right, top = item.get_bounds()
        except PdfiumError:
            return False
        if min(right - left, top - bottom) < _THICK:
            return False
        colour = [ctypes.c_uint() for _ in range(4)]
        raw.FPDFPageObj_GetFillColor(item, *colour)
        boxes = self._boxes.setdefault(tuple(part.value for part in colour), deque(maxlen=_LAST))
        if any(one[0] <= left and one[1] <= bottom and right <= one[2] and top <= one[3] for one in boxes):
            return True
        boxes.append((left, bottom, right, top))
        return False


def is_picture(page: "PdfPage") -> bool:
    """Whether a picture covers so much of a page that it may be the page's text, or its letters are drawn as shapes."""
    from pypdfium2 import PdfiumError, raw

    width, height = page.get_size()
    shapes = 0
    for item in page.get_objects([raw.FPDF_PAGEOBJ_IMAGE, raw.FPDF_PAGEOBJ_PATH], max_depth=5):
        if item.type == raw.FPDF_PAGEOBJ_PATH:
            shapes += 1
            if shapes > _SHAPES:
                return True
            continue
        try:
            left, bottom, right, top = item.get_bounds()
        except PdfiumError:
            continue
        if (right - left) * (top - bottom) > _FULL * width * height:
            return True
    return False


def _is_drawn(item: "PdfObject") -> bool:
    from pypdfium2 import raw

    fill, stroke = ctypes.c_int(), ctypes.c_int()
    raw.FPDFPath_GetDrawMode(item, fill, stroke)
    return bool(fill.value or stroke.value)


def _matrix(item: "PdfObject") -> "PdfMatrix":
    """Where an object's points are on the page, through the forms that it stands in."""
    matrix, around = item.get_matrix(), item.container
    while around is not None:
        matrix, around = matrix.multiply(around.get_matrix()), around.container
    return matrix


def _pieces(item: "PdfObject") -> Iterator[tuple[Point, Point]]:
    """The straight pieces of a path."""
    from pypdfium2 import raw

    x, y = ctypes.c_float(), ctypes.c_float()
    begin = here = (0.0, 0.0)
    for number in range(raw.FPDFPath_CountSegments(item)):
        segment = raw.FPDFPath_GetPathSegment(item, number)
        raw.FPDFPathSegment_GetPoint(segment, x, y)
        point = (x.value, y.value)
        kind = raw.FPDFPathSegment_GetType(segment)
        if kind == raw.FPDF_SEGMENT_MOVETO:
            begin = point
        elif kind == raw.FPDF_SEGMENT_LINETO:
            yield here, point
        here = point
        if raw.FPDFPathSegment_GetClose(segment):
            yield here, begin
            here = begin


def _turned(point: Point, turn: int, width: float, height: float) -> Point:
    """A point of the page, measured from its lower left corner, from the upper left one of the turned page."""
    x, y = point[0], height - point[1]
    return {0: (x, y), 90: (height - y, x), 180: (width - x, height - y), 270: (y, width - x)}[turn]
