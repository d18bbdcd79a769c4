"""OFD, the layout format of Chinese government documents, read to lines: a zip of XML pages."""

import posixpath
import xml.etree.ElementTree as ET
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from corpus.archive import archive
from corpus.document import Document
from corpus.fault import Fault, UnreadableSource
from corpus.glyph import Glyph, lines, printed, written
from corpus.grid import barred
from corpus.ofdpage import letters, name
from corpus.unread import Unread, ranges

_PAGE_NUMBER = "—-－ "
_RESOURCES = ("PublicRes", "DocumentRes", "PageRes")


def ofd(content: bytes, path: Path) -> Document:
    """The text of an OFD file, line by line. Raises UnreadableSource.

    The maintained readers of this format all bring a licence that this project cannot take (PyMuPDF, AGPL).
    """
    package = _Package(archive(content, path))
    try:
        pages = [(barred(list(_lines(page.letters))), page.has_picture) for page in package.pages()]
    except (KeyError, ValueError, ET.ParseError, zipfile.BadZipFile):
        raise UnreadableSource(path, Fault.DAMAGED) from None
    pictures = [number for number, (lines, has_picture) in enumerate(pages, 1) if has_picture and not lines]
    if not any(lines for lines, _ in pages):
        raise UnreadableSource(path, Fault.SCANNED if pictures else Fault.EMPTY)
    unread = (Unread.PAGES.said(ranges(pictures)),) if pictures else ()
    return Document("".join(f"{line}\n" for lines, _ in pages for line in lines), unread=unread)


@dataclass(frozen=True)
class Page:
    """A page's letters, and whether there is a picture on it."""

    letters: list[Glyph]
    has_picture: bool


def _lines(page: list[Glyph]) -> Iterator[str]:
    for line in map(written, map(printed, lines(page))):
        if line and not line.strip(_PAGE_NUMBER).isdecimal():
            yield line


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
            shared = self._units(document, file)
            templates = {
                element.get("ID", ""): _inside(file, element.get("BaseLoc", ""))
                for element in _named(document, "TemplatePage")
            }
            for element in _named(document, "Page"):
                place = _inside(file, element.attrib["BaseLoc"])
                page = self._tree(place)
                behind = [templates.pop(used.get("TemplateID", ""), "") for used in _named(page, "Template")]
                units = shared | self._units(page, place)
                parts = [*(self._tree(one) for one in behind if self._has(one)), page]
                yield Page(
                    [letter for part in parts for letter in letters(part, units)],
                    any(next(_named(part, "ImageObject"), None) is not None for part in parts),
                )

    def _units(self, holder: ET.Element, file: str) -> dict[str, ET.Element]:
        """The composite objects of the resources that a document or a page names."""
        places = [_inside(file, place) for kind in _RESOURCES for place in _said(holder, kind)]
        trees = [self._tree(place) for place in places if self._has(place)]
        return {unit.get("ID", ""): unit for tree in trees for unit in _named(tree, "CompositeGraphicUnit")}

    def _has(self, place: str) -> bool:
        return place.lower() in self._names

    def _tree(self, place: str) -> ET.Element:
        return ET.fromstring(self._found.read(self._names[place.lower()]))


def _inside(file: str, place: str) -> str:
    """A place in the archive as a file there says it: from its own folder, or from the root."""
    whole = posixpath.join("/", posixpath.dirname(file), place.strip().replace("\\", "/"))
    return posixpath.normpath(whole).lstrip("/")


def _named(root: ET.Element, kind: str) -> Iterator[ET.Element]:
    return (element for element in root.iter() if name(element) == kind)


def _said(root: ET.Element, kind: str) -> list[str]:
    return [element.text for element in _named(root, kind) if element.text and element.text.strip()]
