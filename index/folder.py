"""The corpus folder: which files are documents, and how their letters are called."""

import os
from collections import Counter
from dataclasses import dataclass
from functools import cache
from hashlib import blake2b
from pathlib import Path

from corpus.fault import Fault
from corpus.filename import readable

# What decides how a letter is stored.
_STORED = (
    "entry.py", "outline.py", "record.py", "words.py",
    "sqlite/database.py", "sqlite/rows.py", "postgres/schema.py", "postgres/rows.py",
)  # fmt: skip


class UnreadableCorpus(Exception):
    """There is no corpus folder: one line that names it."""


@dataclass(frozen=True)
class Document:
    """A file of the corpus: its letter's id, and what tells that it changed without reading it."""

    id: str
    name: str  # its path in the folder, as text whatever bytes are in it
    path: Path
    size: int
    changed: int  # nanoseconds


def documents(corpus: Path) -> tuple[Document, ...]:
    """The documents of a folder and its subfolders, hidden files and sidecars left out.

    A letter is called as its file without the suffix, with it where two would be called the same.
    Raises UnreadableCorpus.
    """
    if not corpus.is_dir():
        raise UnreadableCorpus(f"{corpus}：{Fault.NO_CORPUS.words}")
    paths = [
        path for path in sorted(corpus.rglob("*")) if path.is_file() and is_document(path.relative_to(corpus))
    ]
    names = Counter(_name(path, corpus) for path in paths)
    return tuple(_document(path, corpus, unique=names[_name(path, corpus)] == 1) for path in paths)


def is_document(path: Path) -> bool:
    """Whether a file is for reading: not hidden, no sidecar, no editor's leftover."""
    hidden = any(part.startswith((".", "~$", "__")) for part in path.parts)
    return not hidden and not path.name.endswith((".toml", "~", ".tmp", ".part"))


@cache
def code_digest() -> str:
    """What changes with the code and data that read and store documents: an index belongs to one of them."""
    found = blake2b(digest_size=16)
    index = Path(__file__).parent
    reads = index.parent / "corpus"
    stored = [index / name for name in _STORED]
    for path in sorted([*reads.rglob("*.py"), *reads.glob("data/*.toml"), *stored]):
        found.update(path.name.encode() + b"\0" + path.read_bytes())
    return found.hexdigest()


def _name(path: Path, corpus: Path) -> str:
    return readable(path.relative_to(corpus).with_suffix("").as_posix())


def _document(path: Path, corpus: Path, *, unique: bool) -> Document:
    name = _name(path, corpus) if unique else readable(path.relative_to(corpus).as_posix())
    sidecar = path.with_name(path.name + ".toml")
    stats = [found.stat() for found in (path, sidecar) if found.is_file()]
    return Document(
        name,
        os.fsencode(path.relative_to(corpus)).decode("utf-8", "backslashreplace"),
        path,
        sum(s.st_size for s in stats),
        max(s.st_mtime_ns for s in stats),
    )
