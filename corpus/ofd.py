"""OFD, the layout format of Chinese government documents, read to lines: a zip of XML pages."""

import posixpath
import xml.etree.ElementTree as ET
import zipfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from itertools import chain, islice
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from corpus import recognition
from corpus.archive import archive
from corpus.assembled import assembled
from corpus.document import Document
from corpus.fault import Fault, UnreadableSource
from corpus.glyph import Glyph, lines, printed, written
from corpus.grid import barred
from corpus.ofdannotation import appearances, is_drawing, letters_of
from corpus.ofdpage import letters, name, numbers
from corpus.ofdpicture import media_files, picture_of_page
from corpus.pdfflow import text_lines, without_page_number
from corpus.pdfrow import Row
from corpus.replace import replace
from corpus.unread import Unread, ranges
from corpus.watch import page_done

if TYPE_CHECKING:
    from corpus.recognition import Image

_RESOURCES = ("PublicRes", "DocumentRes", "PageRes")


def ofd(content: bytes, path: Path) -> Document:
    """The text of an OFD file, line by line; pages that are pictures are recognised. Raises UnreadableSource.

    The maintained readers of this format all bring a licence that this project cannot take (PyMuPDF, AGPL).
    """
    package = _Package(archive(content, path))
    try:
        pages = list(package.pages())
        read = [_read(page, content, path, number, len(pages)) for number, page in enumerate(pages, 1)]
    except (KeyError, ValueError, ET.ParseError, zipfile.BadZipFile):
        raise UnreadableSource(path, Fault.DAMAGED) from None
    pictures = [
        number
        for number, (page, rows) in enumerate(zip(pages, read, strict=True), 1)
        if page.has_picture and not rows
    ]
    if not any(read):
        raise UnreadableSource(path, Fault.SCANNED if pictures else Fault.EMPTY)
    scanned = [number for number, rows in enumerate(read, 1) if any(row.scan for row in rows)]
    unread = [Unread.PAGES.said(ranges(pictures))] if pictures else []
    drawn = sum(page.unread_annotations for page in pages)
    unread += [Unread.ANNOTATIONS.said(drawn)] if drawn else []
    unread += [Unread.SCANNED.said(ranges(scanned))] if scanned else []
    return assembled((line for rows in read for line in _written_out(rows)), tuple(unread))


def picture_of(content: bytes, path: Path, number: int) -> "Image":
    """The picture that a page is, counted from 1. Raises LookupError where it is none, and UnreadableSource."""
    page = next(islice(_Package(archive(content, path)).pages(), number - 1, None))
    found = page.picture()
    if found is None:
        raise LookupError(number)
    return found


@dataclass(frozen=True)
class Page:
    """A page's letters, whether there is a picture on it, and what it looks like then.

    `unread_annotations` is how many stamps and notes are drawings without a letter.
    """

    letters: list[Glyph]
    has_picture: bool
    picture: "Callable[[], Image | None]"
    unread_annotations: int


def _read(page: Page, content: bytes, path: Path, number: int, pages: int) -> list[Row]:
    """A page's lines; recognised in its picture where it has none."""
    said = without_page_number(list(_lines(page.letters)))
    found = [
        replace(row, text=text) for row, text in zip(said, barred([row.text for row in said]), strict=True)
    ]
    if found or not page.has_picture or not recognition.is_there():
        return found
    image = page.picture()
    if image is None:
        return []
    from corpus.scannedpage import read_picture

    rows = list(read_picture(image, content, number).rows)
    page_done(path, number, pages)
    return rows


def _written_out(rows: list[Row]) -> Iterator[list[Row]]:
    """The lines of a page, those that were recognised joined to paragraphs."""
    return text_lines([rows]) if any(row.scan for row in rows) else ([row] for row in rows)


def _lines(page: list[Glyph]) -> Iterator[Row]:
    """The lines of a page from top to bottom."""
    for line in filter(None, map(printed, lines(page))):
        size = median(letter.size for letter in line)
        yield Row(written(line), line[0].left, line[-1].right, min(letter.top for letter in line), size)


class _Package:
    """The parts of an OFD file, found by the places that they name for each other."""

    def __init__(self, found: zipfile.ZipFile) -> None:
        self._found = found
        self._names = {_inside("", part).lower(): part for part in found.namelist()}

    def pages(self) -> Iterator[Page]:
        """Each page of each document; what a template adds to many pages is on its first only."""
        for root in _said(self._tree("OFD.xml"), "DocRoot"):
            file = _inside("", root)
            document = self._tree(file)
            shared = self._resources(document, file)
            area = next((_paper(one) for one in _named(document, "PageArea")), ())
            templates = {
                element.get("ID", ""): _inside(file, element.get("BaseLoc", ""))
                for element in _named(document, "TemplatePage")
            }
            notes = self._annotations(document, file)
            for element in _named(document, "Page"):
                place = _inside(file, element.attrib["BaseLoc"])
                page = self._tree(place)
                behind = [templates.pop(used.get("TemplateID", ""), "") for used in _named(page, "Template")]
                resources = shared | self._resources(page, place)
                units = _units(resources)
                parts = [*(self._tree(one) for one in behind if self._has(one)), page]
                paper = next((_paper(one) for one in _named(page, "Area")), ()) or area
                put_on = list(appearances(notes.get(element.get("ID", ""), ET.Element(""))))
                said = [letters_of(one, units) for one in put_on]
                yield Page(
                    [*(letter for part in parts for letter in letters(part, units)), *chain(*said)],
                    any(next(_named(part, "ImageObject"), None) is not None for part in parts),
                    partial(picture_of_page, parts, paper, partial(self._medium, media_files(resources))),
                    sum(is_drawing(one) and not some for one, some in zip(put_on, said, strict=True)),
                )

    def _resources(self, holder: ET.Element, file: str) -> dict[str, ET.Element]:
        """The resource files that a document or a page names, by their places."""
        places = [_inside(file, place) for kind in _RESOURCES for place in _said(holder, kind)]
        return {place: self._tree(place) for place in places if self._has(place)}

    def _annotations(self, document: ET.Element, file: str) -> dict[str, ET.Element]:
        """The files of annotations by the ids of the pages that they are on."""
        found: dict[str, ET.Element] = {}
        for place in (_inside(file, one) for one in _said(document, "Annotations")):
            for page in _named(self._tree(place), "Page") if self._has(place) else ():
                listed = (_inside(place, one) for one in _said(page, "FileLoc"))
                found |= {page.get("PageID", ""): self._tree(one) for one in listed if self._has(one)}
        return found

    def _medium(self, known: Mapping[str, tuple[str, str]], resource: str) -> bytes:
        """The content of an image, nothing where it is not there."""
        file, said = known.get(resource, ("", ""))
        place = _inside(file, said)
        return self._found.read(self._names[place.lower()]) if said and self._has(place) else b""

    def _has(self, place: str) -> bool:
        return place.lower() in self._names

    def _tree(self, place: str) -> ET.Element:
        return ET.fromstring(self._found.read(self._names[place.lower()]))


def _inside(file: str, place: str) -> str:
    """A place in the archive as a file there says it: from its own folder, or from the root."""
    whole = posixpath.join("/", posixpath.dirname(file), place.strip().replace("\\", "/"))
    return posixpath.normpath(whole).lstrip("/")


def _paper(area: ET.Element) -> tuple[float, ...]:
    """The box of the paper in millimetres, nothing where it is not said."""
    boxes = (one.text or "" for kind in ("PhysicalBox", "ApplicationBox") for one in _named(area, kind))
    return next((tuple(numbers(box)) for box in boxes), ())


def _units(resources: Mapping[str, ET.Element]) -> dict[str, ET.Element]:
    """The composite objects of resources."""
    found = (unit for tree in resources.values() for unit in _named(tree, "CompositeGraphicUnit"))
    return {unit.get("ID", ""): unit for unit in found}


def _named(root: ET.Element, kind: str) -> Iterator[ET.Element]:
    return (element for element in root.iter() if name(element) == kind)


def _said(root: ET.Element, kind: str) -> list[str]:
    return [element.text for element in _named(root, kind) if element.text and element.text.strip()]
