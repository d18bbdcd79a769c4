"""OFD, the layout format of Chinese government documents, read to lines: a zip of XML pages."""

import posixpath
import xml.etree.ElementTree as ET
import zipfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.fault import Fault, UnreadableSource
from corpus.formats.container.archive import archive
from corpus.formats.container.package import parsed
from corpus.formats.ofd.annotation import appearances, is_drawing, letters_of
from corpus.formats.ofd.page import Matrix, letters, name, numbers
from corpus.formats.ofd.picture import media_files, picture_of_page
from corpus.formats.ofd.rule import rules
from corpus.formats.pages.document import document_of
from corpus.formats.pages.glyph import Glyph
from corpus.formats.pages.page import Page, written_page
from corpus.formats.pages.tables.ruled import Rule
from corpus.formats.picture import recognition
from corpus.formats.picture.page import read_pictures
from corpus.formats.structure.document import Document
from corpus.formats.structure.unread import Unread
from corpus.formats.structure.watch import page_done

if TYPE_CHECKING:
    from corpus.formats.picture.recognition import Image

_POINTS = Matrix(a=72 / 25.4, d=72 / 25.4)  # of a millimetre
_CORNERS = 4  # numbers that a box is said with
_RESOURCES = ("PublicRes", "DocumentRes", "PageRes")


def ofd(content: bytes, path: Path) -> Document:
    """The text of an OFD file, tables as rows, all else line by line; pages that are pictures are recognised. Raises UnreadableSource.

    The maintained readers of this format all bring a licence that this project cannot take (PyMuPDF, AGPL).
    """
    package = _Package(archive(content, path))
    try:
        seen = list(package.pages())
        pages = list(_pages(seen, content, path))
    except (KeyError, ValueError, ET.ParseError, zipfile.BadZipFile):
        raise UnreadableSource(path, Fault.DAMAGED) from None
    drawn = sum(page.unread_annotations for page in seen)
    return document_of(pages, path, [Unread.ANNOTATIONS.said(drawn)] if drawn else [], joins=False)


def picture_of(content: bytes, path: Path, number: int) -> "Image":
    """The picture that a page is, counted from 1. Raises LookupError where it is none, and UnreadableSource."""
    page = next(islice(_Package(archive(content, path)).pages(), number - 1, None))
    found = page.picture()
    if found is None:
        raise LookupError(number)
    return found


@dataclass(frozen=True)
class _Seen:
    """A page's letters and ruled lines, whether there is a picture on it, and what it looks like then.

    `width` is the paper's in points; `unread_annotations` is how many stamps and notes are drawings without a letter.
    """

    letters: list[Glyph]
    rules: list[Rule]
    width: float
    has_picture: bool
    picture: "Callable[[], Image | None]"
    unread_annotations: int


def _pages(seen: Sequence[_Seen], content: bytes, path: Path) -> list[Page]:
    """What the pages say; recognised in its picture what of them has no letters."""
    pages = [written_page(page.letters, page.rules, page.width) for page in seen]
    waiting = []
    for number, (page, read) in enumerate(zip(seen, pages, strict=True), 1):
        if not read.rows and page.has_picture:
            pages[number - 1] = Page(is_picture=True)
            if recognition.is_there():
                waiting.append((number, page.picture))
                continue
        page_done(path, number - len(waiting), len(seen))
    for done, (number, read) in enumerate(read_pictures(waiting, content), len(pages) - len(waiting) + 1):
        pages[number - 1] = read if read.rows else pages[number - 1]
        page_done(path, done, len(seen))
    return pages


class _Package:
    """The parts of an OFD file, found by the places that they name for each other."""

    def __init__(self, found: zipfile.ZipFile) -> None:
        self._found = found
        self._names = {_inside("", part).lower(): part for part in found.namelist()}

    def pages(self) -> Iterator[_Seen]:
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
                said = [letters_of(one, units, _POINTS) for one in put_on]
                yield _Seen(
                    [*(letter for part in parts for letter in letters(part, units, _POINTS)), *chain(*said)],
                    rules(parts, units, _POINTS),
                    paper[2] * _POINTS.a if len(paper) == _CORNERS else 0.0,
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
        return parsed(self._found.read(self._names[place.lower()]))


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
