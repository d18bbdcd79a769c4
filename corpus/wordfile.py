"""Word documents read to lines: headings marked, numbering written out, tables as rows."""

import io
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.archive import archive
from corpus.document import Document
from corpus.fault import Fault, UnreadableSource
from corpus.given import Given
from corpus.grid import table_lines
from corpus.numbering import Numbering

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.table import Table
    from docx.text.paragraph import Paragraph


def word_document(content: bytes, path: Path) -> Document:
    """The paragraphs and tables of a docx file in order. Raises UnreadableSource."""
    import docx  # takes a tenth of a second, and most corpora have no Word file
    from docx.opc.exceptions import PackageNotFoundError

    archive(content, path)
    try:
        word = docx.Document(io.BytesIO(content))
    except (KeyError, ValueError, PackageNotFoundError):
        raise UnreadableSource(path, Fault.DAMAGED) from None
    return Document("".join(f"{line}\n" for line in _lines(word)), Given())


def _lines(word: "WordDocument") -> Iterator[str]:
    from docx.table import Table

    numbering = Numbering(word)
    for part in word.iter_inner_content():
        if isinstance(part, Table):
            yield from _table(part)
        else:
            yield from _paragraph(part, numbering)


def _paragraph(paragraph: "Paragraph", numbering: Numbering) -> Iterator[str]:
    number = numbering.next(paragraph)
    mark = _mark(paragraph.style.name if paragraph.style else "")
    for place, line in enumerate(paragraph.text.replace("\t", "  ").splitlines()):
        if line.strip():
            yield (mark + number if place == 0 else "") + line.strip()


def _mark(style: str | None) -> str:
    """Markdown's mark for a heading style: Heading 1, 标题 1, Title."""
    words = (style or "").split()
    if words[:1] == ["Title"] or words == ["标题"]:
        return "# "
    is_heading = len(words) == 2 and words[0] in ("Heading", "标题") and words[1].isdecimal()
    return "#" * min(6, int(words[1]) + 1) + " " if is_heading else ""


def _table(table: "Table") -> Iterator[str]:
    # A merged cell comes back in each of its places, which is how a row is read.
    yield from table_lines([[cell.text for cell in row.cells] for row in table.rows])
