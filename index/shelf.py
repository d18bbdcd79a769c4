"""The corpus folder changed: documents put into it and taken out of it, each at once or not at all."""

import os
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from filecmp import cmp
from pathlib import Path

from corpus.fault import UnreadableSource
from corpus.source import read
from index.folder import documents, is_document

_REMOVED = ".removed"  # hidden, so no document: what is removed can be fetched back


@dataclass(frozen=True)
class Offer:
    """A file to be added, and where in the corpus folder it goes."""

    path: Path
    place: Path


@dataclass(frozen=True)
class Taken:
    """What became of the files offered: put in (new or changed), already there under a path, refused with a line."""

    put: tuple[Path, ...]
    same: tuple[tuple[Path, Path], ...]
    refused: tuple[str, ...]


def offers(paths: Sequence[Path]) -> Iterator[Offer]:
    """The files meant by paths; a folder's keep their places in it."""
    for path in paths:
        if path.is_dir():
            for file in sorted(path.rglob("*")):
                if file.is_file() and is_document(file.relative_to(path)):
                    yield Offer(file, file.relative_to(path))
        else:
            yield Offer(path, Path(path.name))


def take(paths: Sequence[Path], corpus: Path, sidecar: str = "") -> Taken:
    """Put files into the corpus folder, with a sidecar of their own or this one; what cannot be read stays out.

    A file of the same name is replaced; one of the same content under another name is left as it is.
    """
    corpus.mkdir(parents=True, exist_ok=True)
    there = _by_size(corpus)
    put: list[Path] = []
    same: list[tuple[Path, Path]] = []
    refused: list[str] = []
    for offer in offers(paths):
        try:
            read(offer.path)
        except UnreadableSource as error:
            refused.append(str(error))
            continue
        target = corpus / offer.place
        twin = next((path for path in there[_size(offer.path)] if cmp(path, offer.path, shallow=False)), None)
        if twin and not sidecar and (twin == target or not target.exists()):
            same.append((offer.path, twin))
            continue
        _copy(offer.path, target, sidecar)
        there[_size(target)].append(target)
        put.append(target)
    return Taken(tuple(put), tuple(same), tuple(refused))


def twin(path: Path, corpus: Path) -> str | None:
    """The letter with exactly this content."""
    alike = (one for one in documents(corpus) if _size(one.path) == _size(path))
    return next((one.id for one in alike if cmp(one.path, path, shallow=False)), None)


def namesake(path: Path, corpus: Path) -> str | None:
    """The letter in whose place a file of this name would go."""
    target = corpus / path.name
    return next((one.id for one in documents(corpus) if one.path == target), None)


def withdraw(corpus: Path, letter: str) -> Path | None:
    """Take a letter's document out of the corpus folder; where it lies now, None where there is no such letter."""
    for document in documents(corpus):
        if document.id == letter:
            aside = corpus / _REMOVED / document.path.relative_to(corpus)
            aside.parent.mkdir(parents=True, exist_ok=True)
            os.replace(document.path, aside)
            sidecar = _beside(document.path)
            if sidecar.is_file():
                os.replace(sidecar, _beside(aside))
            return aside
    return None


def _by_size(corpus: Path) -> defaultdict[int, list[Path]]:
    """The documents of the folder by their size: only files of one size can be the same."""
    found: defaultdict[int, list[Path]] = defaultdict(list)
    for document in documents(corpus):
        found[_size(document.path)].append(document.path)
    return found


def _size(path: Path) -> int:
    return path.stat().st_size


def _copy(path: Path, target: Path, sidecar: str) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    if sidecar:
        _write(sidecar.encode(), _beside(target))
    elif _beside(path).is_file() and _beside(path) != _beside(target):
        _write(_beside(path).read_bytes(), _beside(target))
    # A file that is in its place already gets its sidecar only.
    if not (target.exists() and path.samefile(target)):
        _write(path.read_bytes(), target)


def _write(content: bytes, target: Path) -> None:
    """Written under a hidden name, then renamed: nobody ever sees half a file."""
    fresh = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        fresh.write_bytes(content)
        os.replace(fresh, target)
    finally:
        fresh.unlink(missing_ok=True)


def _beside(path: Path) -> Path:
    return path.with_name(path.name + ".toml")
