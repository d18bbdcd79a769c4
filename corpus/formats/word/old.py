"""Documents of old Word and WPS, and rich text: doc, wps and rtf."""

from pathlib import Path

from corpus.fault import Fault, UnreadableSource
from corpus.formats.container.compound import held, is_compound
from corpus.formats.libreoffice import Unconverted, converted, is_raw
from corpus.formats.structure.document import Document
from corpus.formats.structure.kept import kept
from corpus.formats.web.page import webpage
from corpus.formats.word.docx import word_document


def old_word(content: bytes, path: Path) -> Document:
    """The text of an old document, through LibreOffice where it is installed. Raises UnreadableSource.

    Today's documents and pages that bear the old ending are read as what they are.
    """
    if content.startswith(b"PK"):
        return word_document(content, path)
    if b"<html" in content[:2048].lower():
        return webpage(content, path)
    fault = _kind(content)
    if fault not in (Fault.OLD_WORD, Fault.RICH_TEXT):
        raise UnreadableSource(path, fault)
    suffix = ".rtf" if fault is Fault.RICH_TEXT else ".doc"
    try:
        made = kept("docx-1", content, lambda: converted(content, suffix, "docx"))
    except Unconverted as failed:
        raise UnreadableSource(path, Fault.SLOW if failed.slow else fault) from None
    document = word_document(made, path)
    if is_raw(document.text):
        raise UnreadableSource(path, Fault.DAMAGED)
    return document


def _kind(content: bytes) -> Fault:
    if content.lstrip().startswith(b"{\\rtf"):
        return Fault.RICH_TEXT
    return held(content) if is_compound(content) else Fault.DAMAGED
