"""The corpus folder changed: documents put into it and taken out of it, each at once or not at all."""

import errno
import os
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from filecmp import cmp
from itertools import chain, count
from pathlib import Path

from corpus.document.filename import readable
from corpus.fault import UnreadableSource, refusal
from corpus.source import read
from index.folder import documents, is_document, sizes

_REMOVED = ".removed"  # hidden, so no document: what is removed can be fetched back


@dataclass(frozen=True)
class Offer:
    """A file to be added, and where in the corpus folder it goes."""

    path: Path
    place: Path


@dataclass(frozen=True)
class Taken:
    """What became of the files offered: put in (new or changed), already there under a path, refused with a line.

    `replaced` are those among the first that took the place of another file of their name, with where it lies now.
    """

    put: tuple[Path, ...]
    same: tuple[tuple[Path, Path], ...]
    refused: tuple[str, ...]
    replaced: tuple[tuple[Path, Path], ...] = ()


def offers(paths: Sequence[Path]) -> Iterator[Offer]:
    """The files meant by paths; a folder's keep their places in it, under names that can be read."""
    for path in paths:
        if path.is_dir():
            for file in sorted(path.rglob("*")):
                if file.is_file() and is_document(file.relative_to(path)):
                    yield Offer(file, Path(*map(readable, file.relative_to(path).parts)))
        else:
            yield Offer(path, Path(readable(path.name)))


def take(paths: Sequence[Path], corpus: Path, sidecar: str = "") -> Taken:
    """Put files into the corpus folder, with a sidecar of their own or this one; what cannot be read stays out.

    One of the same content under another name is left as it is. A file that was there under the same name is put
    aside; of two offered together under one name the second goes into a folder called as its own.
    """
    corpus.mkdir(parents=True, exist_ok=True)
    there = _by_size(corpus)
    put: list[Path] = []
    same: list[tuple[Path, Path]] = []
    refused: list[str] = []
    replaced: list[tuple[Path, Path]] = []
    for offer in offers(paths):
        try:
            read(offer.path)
        except UnreadableSource as error:
            refused.append(str(error))
            continue
        target = _place(offer, corpus, put)
        twin = next((path for path in there[_size(offer.path)] if cmp(path, offer.path, shallow=False)), None)
        if twin and not sidecar and (twin == target or not target.exists()):
            same.append((offer.path, twin))
            continue
        if target.exists() and not cmp(target, offer.path, shallow=False):
            replaced.append((target, _put_aside(target, corpus)))
        try:
            _copy(offer.path, target, sidecar)
        except OSError as error:
            if error.errno != errno.ENAMETOOLONG:
                raise
            refused.append(str(UnreadableSource(offer.path, refusal(error))))
            continue
        there[_size(target)].append(target)
        put.append(target)
    return Taken(tuple(put), tuple(same), tuple(refused), tuple(replaced))


def _place(offer: Offer, corpus: Path, put: Sequence[Path]) -> Path:
    """Where a file goes: beside, not over, what was put in with it."""
    target = corpus / offer.place
    if target not in put or cmp(target, offer.path, shallow=False):
        return target
    own = target.parent / readable(offer.path.resolve().parent.name)
    numbered = (target.with_stem(f"{target.stem} ({number})") for number in count(2))
    return next(place for place in chain([own / target.name], numbered) if not place.exists())


def twin(path: Path, corpus: Path) -> str | None:
    """The letter with exactly this content."""
    own = _size(path)
    alike = sorted(there for there, size in sizes(corpus) if size == own)
    found = next((there for there in alike if cmp(there, path, shallow=False)), None)
    return next((one.id for one in documents(corpus) if one.path == found), None) if found else None


def namesake(path: Path, corpus: Path) -> str | None:
    """The letter in whose place a file of this name would go."""
    target = corpus / path.name
    return (
        next((one.id for one in documents(corpus) if one.path == target), None) if target.exists() else None
    )


def withdraw(corpus: Path, letter: str) -> Path | None:
    """Take a letter's document out of the corpus folder; where it lies now, None where there is no such letter."""
    for document in documents(corpus):
        if document.id == letter:
            return _put_aside(document.path, corpus, with_sidecar=True)
    return None


def _put_aside(file: Path, corpus: Path, *, with_sidecar: bool = False) -> Path:
    """Move a file to where no index sees it, over nothing that is there; where it lies now."""
    aside = corpus / _REMOVED / file.relative_to(corpus)
    aside.parent.mkdir(parents=True, exist_ok=True)
    numbered = (aside.with_stem(f"{aside.stem} ({number})") for number in count(2))
    aside = next(place for place in chain([aside], numbered) if not place.exists())
    os.replace(file, aside)
    sidecar = _beside(file)
    if with_sidecar and sidecar.is_file():
        os.replace(sidecar, _beside(aside))
    return aside


def _by_size(corpus: Path) -> defaultdict[int, list[Path]]:
    """The documents of the folder by their size: only files of one size can be the same."""
    found: defaultdict[int, list[Path]] = defaultdict(list)
    for path, size in sizes(corpus):
        found[size].append(path)
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
