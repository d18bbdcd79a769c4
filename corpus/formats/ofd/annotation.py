"""What is put on the pages of an OFD file afterwards: stamps, notes and marks, each drawn by an appearance."""

import xml.etree.ElementTree as ET
from collections.abc import Iterator, Mapping

from corpus.formats.ofd.page import Matrix, letters, name, own_matrix
from corpus.formats.pages.glyph import Glyph

# A link's appearance is where one clicks; a watermark is no text of the letter on a page either.
_NOT_SAID = ("Link", "Watermark")
_HIDDEN = ("false", "0")
_DRAWN = ("ImageObject", "PathObject", "CompositeObject")


def appearances(annotations: ET.Element) -> Iterator[ET.Element]:
    """The appearances that are seen on a page and say something, of its file of annotations."""
    for annotation in annotations:
        kind, seen = annotation.get("Type", ""), annotation.get("Visible", "true").lower()
        if name(annotation) == "Annot" and kind not in _NOT_SAID and seen not in _HIDDEN:
            yield from (part for part in annotation if name(part) == "Appearance")


def letters_of(appearance: ET.Element, units: Mapping[str, ET.Element], page: Matrix) -> list[Glyph]:
    """Its letters, each in its place on the page."""
    return list(letters(appearance, units, page.over(own_matrix(appearance))))


def is_drawing(appearance: ET.Element) -> bool:
    """Whether there is something in it that is no text."""
    return any(name(part) in _DRAWN for part in appearance.iter())
