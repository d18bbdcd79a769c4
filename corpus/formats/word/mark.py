"""What of a Word document is not there though it is written: rows and marks of paragraphs taken away, hidden ones."""

import xml.etree.ElementTree as ET

from corpus.formats.word.style import is_on

_GONE = ("del", "moveFrom", "cellDel")


def is_deleted(element: ET.Element) -> bool:
    """Whether a revision took a row or a cell away, or the row is hidden."""
    properties = element.find(f"{element.tag}Pr") if element.tag in ("tr", "tc") else None
    if properties is None or not len(properties):
        return False
    hidden = properties.find("hidden")
    gone = any(change.tag in _GONE for change in properties)
    return gone or (hidden is not None and is_on(hidden.get("val", "1")))


def is_joined(paragraph: ET.Element) -> bool:
    """Whether a revision joins a paragraph to the next."""
    properties = paragraph.find("pPr")
    mark = properties.find("rPr") if properties is not None else None
    return mark is not None and (mark.find("del") is not None or mark.find("moveFrom") is not None)


def is_uncounted(paragraph: ET.Element) -> bool:
    """Whether a paragraph that prints nothing has no number either: it ends a section, or its text is hidden.

    Word itself puts empty ones with a hidden mark into lists, so that the next is 3.1.
    """
    mark = paragraph.find("pPr/rPr/vanish")
    is_hidden = mark is not None and is_on(mark.get("val", "1"))
    ends = paragraph.find("pPr/sectPr") is not None
    return ends or (is_hidden and any(text.text for text in paragraph.iter("t")))
