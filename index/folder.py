"""The corpus folder: which files are documents, and how their letters are called."""

import os
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from hashlib import blake2b
from operator import itemgetter
from pathlib import Path
from typing import NamedTuple

from corpus.document.filename import readable
from corpus.fault import Fault

# What decides how a letter is stored.
_STORED = (
    "rows/entry.py", "rows/outline.py", "rows/record.py", "searching/words.py",
    "sqlite/database.py", "sqlite/rows.py", "postgres/schema.py", "postgres/rows.py",
)  # fmt: skip


# Sidecars, and what editors and downloads leave.
_ASIDE = (".toml", "~", ".tmp", ".part")


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
    found = sorted(_files(corpus), key=itemgetter(0))
    stems = [file.stem for file in found]
    often = Counter(stems)
    return tuple(
        file.document(corpus, stem if often[stem] == 1 else "")
        for file, stem in zip(found, stems, strict=True)
    )


def sizes(corpus: Path) -> Iterator[tuple[Path, int]]:
    """The files that are documents, in any order, each with its own size in bytes."""
    return ((corpus.joinpath(*file.parts), file.stats[0].st_size) for file in _files(corpus))


class _File(NamedTuple):
    """A file by the parts of its path in the folder, with its size and time and those of its sidecar."""

    parts: tuple[str, ...]
    stats: tuple[os.stat_result, ...]

    @property
    def stem(self) -> str:
        """Its path in the folder without the suffix, as people read it."""
        name = self.parts[-1]
        dot = name.rfind(".")
        return readable("/".join((*self.parts[:-1], name[:dot] if 0 < dot < len(name) - 1 else name)))

    def document(self, corpus: Path, stem: str) -> Document:
        """The document in it, called so; by its name with the suffix for ""."""
        return Document(
            stem or readable("/".join(self.parts)),
            os.fsencode(os.sep.join(self.parts)).decode("utf-8", "backslashreplace"),
            corpus.joinpath(*self.parts),
            sum(stat.st_size for stat in self.stats),
            max(stat.st_mtime_ns for stat in self.stats),
        )


def _files(corpus: Path) -> Iterator[_File]:
    """The files of the folder that are documents, in any order. By scandir: a path object costs more than reading its entry."""
    folders: list[tuple[str, ...]] = [()]
    while folders:
        above = folders.pop()
        try:
            entries = {entry.name: entry for entry in os.scandir(corpus.joinpath(*above))}
        except PermissionError:
            continue
        for name, entry in entries.items():
            if _is_hidden(name):
                continue
            if entry.is_dir(follow_symlinks=False):
                folders.append((*above, name))
            elif entry.is_file() and not name.endswith(_ASIDE):
                sidecar = entries.get(f"{name}.toml")
                both = (entry, sidecar) if sidecar and sidecar.is_file() else (entry,)
                yield _File((*above, name), tuple(one.stat() for one in both))


def is_document(path: Path) -> bool:
    """Whether a file is for reading: not hidden, no sidecar, no editor's leftover."""
    return not any(map(_is_hidden, path.parts)) and not path.name.endswith(_ASIDE)


def _is_hidden(name: str) -> bool:
    return name.startswith((".", "~$", "__"))


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
