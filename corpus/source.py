"""Sources: a document's file read to text, whatever its format."""

import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import blake2b
from importlib import import_module
from pathlib import Path

from corpus.document.given import NOTHING, Given, given
from corpus.fault import Fault, UnreadableSource, refusal
from corpus.formats.structure.document import Block, Document
from corpus.runtime.once import read_once
from corpus.texts.scanned import Scanned

__all__ = ["Fault", "Source", "UnreadableSource", "digest", "read"]

LARGEST = 20 * 2**20  # bytes
Reader = Callable[[bytes, Path], Document]


def _reader(module: str, name: str) -> Reader:
    """What reads a format, imported when a file is read: most commands read files of one format, or none."""

    def read_file(content: bytes, path: Path) -> Document:
        found: Reader = getattr(import_module(f"corpus.formats.{module}"), name)
        return found(content, path)

    return read_file


READERS: dict[str, Reader] = {
    **dict.fromkeys((".txt", ".text"), _reader("plain", "plain_text")),
    **dict.fromkeys((".md", ".markdown"), _reader("markdown", "markdown")),
    **dict.fromkeys((".html", ".htm", ".shtml", ".xhtml"), _reader("web.page", "webpage")),
    **dict.fromkeys((".docx", ".docm"), _reader("word.docx", "word_document")),
    **dict.fromkeys((".doc", ".wps", ".rtf"), _reader("word.old", "old_word")),
    ".pdf": _reader("pdf.pdf", "pdf"),
    **dict.fromkeys((".xlsx", ".xlsm"), _reader("workbook.xlsx", "workbook")),
    ".xlsb": _reader("workbook.binary", "binary_workbook"),
    **dict.fromkeys((".xls", ".et"), _reader("workbook.old", "old_workbook")),
    **dict.fromkeys((".ods", ".odt"), _reader("opendocument", "open_document")),
    ".csv": _reader("separated", "comma_separated"),
    ".ofd": _reader("ofd.ofd", "ofd"),
    **dict.fromkeys(
        (".png", ".jpg", ".jpeg", ".bmp", ".tif", ".tiff", ".webp", ".heic", ".heif"),
        _reader("picture.picture", "picture"),
    ),
}
# What other formats need before they can be read.
_ADVICE = {
    **dict.fromkeys((".ppt", ".pptx", ".dps"), Fault.SLIDES),
    **dict.fromkeys((".zip", ".rar", ".7z", ".gz", ".tar"), Fault.ARCHIVED),
    ".gif": Fault.PICTURE,
    **dict.fromkeys((".ceb", ".cebx", ".gd", ".sep", ".caj"), Fault.LAID_OUT),
}


@dataclass(frozen=True)
class Source:
    """A file as text. `id` names the letter, `digest` changes with the file or its sidecar.

    The text of a txt or md file is the file's own, unchanged; other formats are read to lines of text, headings
    as Markdown's `##`, table rows as `a | b | c` with the caption above. `given` is what the file says of itself
    outside the text: page headers, the sidecar `<file>.toml`; `unread` says in a line each what is not in the text.
    `blocks`, `pages` and `scanned` are spans of the text: what it is made of, where each page begins, what was recognised.
    """

    id: str
    path: Path
    text: str
    digest: str
    given: Given = NOTHING
    unread: tuple[str, ...] = ()
    scanned: tuple[Scanned, ...] = ()
    blocks: tuple[Block, ...] = ()
    pages: tuple[int, ...] = ()


def read(path: Path, name: str = "") -> Source:
    """The document in a file; `name` is the letter's id, by default the file's name without its suffix.

    Raises UnreadableSource for anything that gives no text.
    """
    if path.suffix.lower() not in READERS:
        raise UnreadableSource(path, _ADVICE.get(path.suffix.lower(), Fault.FORMAT))
    content, sidecar = _content(path), _sidecar(path)
    document = _document(content, path)
    if not document.text.strip("\ufeff \t\r\n\u3000\f"):
        raise UnreadableSource(path, Fault.EMPTY)
    said = _given(sidecar, path).over(document.given)
    return Source(
        name or path.stem,
        path,
        document.text,
        _digest(content, sidecar),
        said,
        document.unread,
        document.scanned,
        document.blocks,
        document.pages,
    )


def _document(content: bytes, path: Path) -> Document:
    """What the format's reader makes of a file; whatever it stumbles over is the file's fault."""
    suffix = path.suffix.lower()
    try:
        return read_once(suffix, content, lambda: READERS[suffix](content, path))
    except UnreadableSource:
        raise
    except Exception:  # noqa: BLE001  # the libraries raise anything at all, and one file must not stop a folder
        raise UnreadableSource(path, Fault.UNREADABLE) from None


def digest(path: Path) -> str:
    """What changes when the file or its sidecar does. Raises UnreadableSource."""
    return _digest(_content(path), _sidecar(path))


def _digest(content: bytes, sidecar: bytes) -> str:
    return blake2b(sidecar + b"\0" + content, digest_size=16).hexdigest()


def _content(path: Path) -> bytes:
    try:
        if path.stat().st_size > LARGEST:
            raise UnreadableSource(path, Fault.OVERSIZED)
        content = path.read_bytes()
    except FileNotFoundError:
        raise UnreadableSource(path, Fault.MISSING) from None
    except IsADirectoryError:
        raise UnreadableSource(path, Fault.FOLDER) from None
    except OSError as error:
        raise UnreadableSource(path, refusal(error)) from None
    if not content:
        raise UnreadableSource(path, Fault.EMPTY)
    return content


def _sidecar(path: Path) -> bytes:
    beside = path.with_name(path.name + ".toml")
    try:
        return beside.read_bytes() if beside.is_file() else b""
    except OSError:
        raise UnreadableSource(path, Fault.SIDECAR) from None


def _given(sidecar: bytes, path: Path) -> Given:
    try:
        return given(tomllib.loads(sidecar.decode("utf-8")))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError):
        raise UnreadableSource(path, Fault.SIDECAR) from None
