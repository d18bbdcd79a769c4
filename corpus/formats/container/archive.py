"""Zip files that documents come in: docx, xlsx and ofd."""

import io
import zipfile
import zlib
from pathlib import Path

from corpus.fault import Fault, UnreadableSource
from corpus.formats.container.compound import held, is_compound

_LARGEST = 200 * 2**20  # bytes unpacked: a small file may hold a very large one


def archive(content: bytes, path: Path) -> zipfile.ZipFile:
    """The opened archive. Raises UnreadableSource for what is none, is encrypted, or unpacks to too much."""
    # Office wraps an encrypted document into the container of its old formats, and people rename those.
    if is_compound(content):
        raise UnreadableSource(path, held(content))
    try:
        found = zipfile.ZipFile(io.BytesIO(content))
    except zipfile.BadZipFile:
        raise UnreadableSource(path, Fault.DAMAGED) from None
    if sum(item.file_size for item in found.infolist()) > _LARGEST:
        raise UnreadableSource(path, Fault.OVERSIZED)
    if any(item.flag_bits & 1 for item in found.infolist()):
        raise UnreadableSource(path, Fault.ENCRYPTED)
    if not _is_whole(found):
        raise UnreadableSource(path, Fault.DAMAGED)
    return found


def _is_whole(found: zipfile.ZipFile) -> bool:
    """Whether every member unpacks to what its checksum says, so that no reader stumbles later."""
    try:
        return found.testzip() is None
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError):
        return False
