"""OpenDocument texts and workbooks: odt and ods."""

from pathlib import Path

from corpus.fault import Fault, UnreadableSource
from corpus.formats.libreoffice import Unconverted, converted
from corpus.formats.structure.document import Document
from corpus.formats.structure.kept import kept
from corpus.formats.word.docx import word_document
from corpus.formats.workbook.xlsx import workbook


def open_document(content: bytes, path: Path) -> Document:
    """What an OpenDocument file says, through LibreOffice where it is installed. Raises UnreadableSource."""
    suffix = path.suffix.lower()
    target, reader = ("xlsx", workbook) if suffix == ".ods" else ("docx", word_document)
    if not content.startswith(b"PK"):
        raise UnreadableSource(path, Fault.DAMAGED)
    try:
        made = kept(f"{target}-open-1", content, lambda: converted(content, suffix, target))
    except Unconverted as failed:
        raise UnreadableSource(path, Fault.SLOW if failed.slow else Fault.OPEN_DOCUMENT) from None
    return reader(made, path)
