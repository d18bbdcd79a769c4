"""The picture of a page read to its lines and tables."""

from collections.abc import Iterator, Sequence
from statistics import mean
from typing import TYPE_CHECKING

from corpus.compiled import compiled
from corpus.formats.pages.glyph import Glyph
from corpus.formats.pages.page import Page, page_of
from corpus.formats.pages.tables.row import Row, Scan
from corpus.formats.pages.tables.ruled import Rule
from corpus.formats.picture.ahead import looked_at
from corpus.formats.picture.recognition import DOTS, Picture, Recognised, straightened
from corpus.runtime.replace import replace
from corpus.texts.scanned import unsure

if TYPE_CHECKING:
    from corpus.formats.picture.ahead import Rendered
    from corpus.formats.picture.recognition import Image

_SURE = 0.9  # confidence of a digit, from which it is one
_NUMERALS = frozenset("〇零一二三四五六七八九十百千两")
_SHORTEST = 1 / 40  # of the page's width: shorter strokes are letters
_LETTER = 1.2  # of a letter's height, that its box is less than a line is long
_THICK = 6  # dots of the thickest line
_GAP = 0.6  # of a letter's height, that parts less than two columns do
_POINTS = 72 / DOTS
_FIGURE = compiled(r"[0-9.,%+\-−－]+[oO]?")
# What no figure is written like: ‰ read as %0, two points, a nought in front, groups that are not of three.
_MISREAD = compiled(r"%[0oO]|\.[0-9]*\.|^[+\-−－]?0[0-9]|,(?![0-9]{3}(?![0-9]))[0-9]")
# 人口 and 项目 whose strokes across are lost: 人11, 项11.
_LOST = compiled(r"[人出进项题]$")


def read_pictures(pages: "Sequence[Rendered]", content: bytes) -> Iterator[tuple[int, Page]]:
    """What the pages of a file that are pictures say, by number."""
    for number, image, picture in looked_at(pages, content):
        yield number, read_picture(image, picture, number)


def read_picture(image: "Image", picture: Picture, number: int) -> Page:
    """What a page's picture says, by what was recognised in it; the page's number counts from 1."""
    lines: dict[int, list[Recognised]] = {}
    for letter in picture.letters:
        lines.setdefault(letter.line, []).append(letter)
    cut = _cut(list(lines.values()))
    letters = [
        glyph for number, line in lines.items() for glyph in _line(line, number in cut[0], number in cut[1])
    ]
    straight = straightened(image, picture)
    drawn = _rules(straight, _longest_stroke(picture.letters))
    read = page_of(letters, drawn, straight.shape[1] * _POINTS)
    size = (straight.shape[1], straight.shape[0])
    scan = Scan(number, picture.confidence, picture.turn, round(picture.angle, 5), size)
    return replace(read, rows=tuple(_located(row, picture, scan) for row in read.rows))


def _located(row: Row, picture: Picture, scan: Scan) -> Row:
    """A row with where it was recognised; a table with that of each of its rows."""
    own = replace(scan, confidence=_sure(row, row.top, row.top + row.size, picture))
    if row.table is None:
        return replace(row, scan=own)
    bands = (
        replace(band, scan=replace(scan, confidence=_sure(row, band.top, band.bottom, picture)))
        for band in row.table.bands
    )
    return replace(row, scan=own, table=replace(row.table, bands=tuple(bands)))


def _sure(row: Row, top: float, bottom: float, picture: Picture) -> float:
    """How sure what stands between two heights of a row is: 0 to 1."""
    inside = [
        one.confidence
        for one in picture.letters
        if row.left <= (one.left + one.right) / 2 * _POINTS <= row.right
        and top <= (one.top + one.bottom) / 2 * _POINTS <= bottom
    ]
    return round(mean(inside) if inside else picture.confidence, 3)


def _cut(lines: Sequence[Sequence[Recognised]]) -> tuple[set[int], set[int]]:
    """The lines that another one goes up to from the left, and from the right: a figure there may be cut in two."""
    begins, ends = set(), set()
    for one in lines:
        height = one[-1].bottom - one[-1].top
        for other in lines:
            beside = one[-1].top < (other[0].top + other[0].bottom) / 2 < one[-1].bottom
            if other is not one and beside and -height < other[0].left - one[-1].right < _GAP * height:
                ends.add(one[0].line)
                begins.add(other[0].line)
    return begins, ends


def _line(line: Sequence[Recognised], cut_before: bool, cut_behind: bool) -> Iterator[Glyph]:
    """The letters of a line, all as high as it; a figure is unsure as a whole."""
    text = "".join(letter.letter for letter in line)
    doubted = {
        place
        for figure in _FIGURE.finditer(text)
        if _MISREAD.search(figure[0])
        or (figure[0].startswith("11") and _LOST.search(text[: figure.start()]))
        or (cut_before and not figure.start())
        or (cut_behind and figure.end() == len(text))
        or any(
            letter.confidence < _SURE or not letter.agreed for letter in line[figure.start() : figure.end()]
        )
        for place in range(*figure.span())
    }
    top, bottom = (
        sum(getattr(one, edge) for one in line) / len(line) * _POINTS for edge in ("top", "bottom")
    )
    for place, one in enumerate(line):
        misread = place in doubted if one.letter.isdigit() else _is_unsure_numeral(one)
        letter = unsure(one.letter) if misread else one.letter
        yield Glyph(letter, one.left * _POINTS, top, one.right * _POINTS, bottom, begins=not place)


def _is_unsure_numeral(one: Recognised) -> bool:
    """Whether a letter is 三 and may be 二."""
    return one.letter in _NUMERALS and one.confidence < _SURE


def _longest_stroke(letters: Sequence[Recognised]) -> float:
    """How long a stroke of the largest letter may be, in dots."""
    return _LETTER * max((letter.bottom - letter.top for letter in letters), default=0.0)


def _rules(image: "Image", shortest: float) -> list[Rule]:
    """The ruled lines of a picture, in points; shorter strokes are those of letters."""
    import cv2

    grey = cv2.cvtColor(image, cv2.COLOR_BGR2GRAY) if image.ndim == 3 else image
    ink = cv2.adaptiveThreshold(grey, 255, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY_INV, 25, 15)
    length = int(max(shortest, image.shape[1] * _SHORTEST))
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
