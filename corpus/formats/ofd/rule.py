"""The ruled lines of a page of an OFD file."""

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator, Mapping

from corpus.compiled import compiled
from corpus.formats.ofd.page import Matrix, name, shown
from corpus.formats.pages.tables.ruled import Rule, ruled

_MOST = 20_000  # pieces of lines on a page: more are a drawing, and no table
_ORDER = compiled(r"([A-Za-z])([^A-Za-z]*)")
_ENDS = {
    "S": 2,
    "M": 2,
    "L": 2,
    "Q": 4,
    "B": 6,
    "A": 7,
}  # numbers of an order; its last two are where it ends

Point = tuple[float, float]


def rules(parts: list[ET.Element], units: Mapping[str, ET.Element], page: Matrix) -> list[Rule]:
    """The lines across and down a page; `page` turns its millimetres into points."""
    found: list[Rule] = []
    for part in parts:
        for one, other in _lines(part, units, page):
            found += ruled(one, other)
            if len(found) > _MOST:
                return []
    return found


def _lines(group: ET.Element, units: Mapping[str, ET.Element], page: Matrix) -> Iterator[tuple[Point, Point]]:
    for path, matrix in shown("PathObject", group, units, page):
        for data in path if _is_drawn(path) else ():
            if name(data) == "AbbreviatedData":
                yield from ((matrix.at(*one), matrix.at(*other)) for one, other in _pieces(data.text or ""))


def _is_drawn(path: ET.Element) -> bool:
    """Whether it is stroked, as it is when nothing is said, or filled."""
    return path.get("Stroke", "true").lower() != "false" or path.get("Fill", "false").lower() == "true"


def _pieces(data: str) -> Iterator[tuple[Point, Point]]:
    """The straight pieces of a path: M 0 0 L 20 0 L 20 8 C."""
    begin = here = (0.0, 0.0)
    for order, said in _ORDER.findall(data):
        numbers = [float(number) for number in re.findall(r"[-+]?(?:\d+\.?\d*|\.\d+)", said)]
        if order == "C":
            yield here, begin
            here = begin
        elif order in _ENDS and len(numbers) >= _ENDS[order]:
            point = (numbers[-2], numbers[-1])
            if order == "L":
                yield here, point
            if order in "SM":
                begin = point
            here = point
