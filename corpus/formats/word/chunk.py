"""Files that a Word document takes in whole (altChunk): pages, texts, other Word documents."""

from collections.abc import Callable, Iterator
from email import message_from_bytes
from pathlib import Path

from corpus.fault import Fault, UnreadableSource
from corpus.formats.container.package import Package
from corpus.formats.plain import plain_text
from corpus.formats.structure.document import Document
from corpus.formats.structure.written import Piece, pieces_of
from corpus.formats.web.page import webpage

_MOST = 20  # Word documents in a document: each may unpack to as much as the one that it is in
_BUNDLED = b"mime-version:"

Reader = Callable[[bytes, Path], Document]


class Chunks:
    """The files that a document takes in, each where it is first referred to; `word` reads Word documents."""

    def __init__(self, package: Package, main: str, path: Path, word: Reader) -> None:
        self._package, self._path, self._word = package, path, word
        self._targets = {
            name: link.target for name, link in package.links(main).items() if link.kind == "aFChunk"
        }
        self._left = _MOST
        self.lost = 0
        self.unread: list[str] = []

    def pieces(self, name: str) -> Iterator[Piece]:
        """What the file of that relationship says; nothing where it cannot be read, and it is counted as lost."""
        target = self._targets.pop(name, "")
        content = self._package.content(target) if target else None
        if content is None:
            return
        try:
            found = self._read(content)
        except UnreadableSource:
            self.lost += 1
            return
        self.unread += found.unread
        yield from pieces_of(found)

    def _read(self, content: bytes) -> Document:
        if content.startswith(b"PK"):
            self._left -= 1
            if self._left < 0:
                raise UnreadableSource(self._path, Fault.SLOW)
            return self._word(content, self._path)
        if content.startswith(b"{\\rtf"):
            raise UnreadableSource(self._path, Fault.RICH_TEXT)
        if _BUNDLED in content[:2048].lower():
            content = _page_in(content)
        reader = webpage if b"<" in content[:2048] else plain_text
        return reader(content, self._path)


def _page_in(content: bytes) -> bytes:
    """The page of a web archive, mht."""
    parts = (part for part in message_from_bytes(content).walk() if part.get_content_type() == "text/html")
    page = next((part.get_payload(decode=True) for part in parts), b"")
    return page if isinstance(page, bytes) else b""
