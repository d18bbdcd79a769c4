"""Why a file gives no letter."""

import errno
from enum import StrEnum
from functools import cache
from pathlib import Path

from corpus.document.filename import readable
from corpus.tables import table


class Fault(StrEnum):
    """A reason; its words are in corpus/data/faults.toml."""

    MISSING = "missing"
    FOLDER = "folder"
    DENIED = "denied"
    EMPTY = "empty"
    BINARY = "binary"
    ENCODING = "encoding"
    FORMAT = "format"
    OLD_WORD = "old_word"
    OLD_SHEET = "old_sheet"
    OPEN_DOCUMENT = "open_document"
    RICH_TEXT = "rich_text"
    SLIDES = "slides"
    ARCHIVED = "archived"
    PICTURE = "picture"
    HEIC = "heic"
    LAID_OUT = "laid_out"
    OVERSIZED = "oversized"
    SCANNED = "scanned"
    GARBLED = "garbled"
    ENCRYPTED = "encrypted"
    DAMAGED = "damaged"
    SLOW = "slow"
    UNREADABLE = "unreadable"
    FAILED = "failed"
    SIDECAR = "sidecar"
    NAME = "name"
    FULL = "full"
    NO_CORPUS = "no_corpus"
    NO_INDEX = "no_index"
    NO_DRIVER = "no_driver"
    NO_DATABASE = "no_database"
    LOST_DATABASE = "lost_database"
    EMPTY_DATABASE = "empty_database"
    READONLY_DATABASE = "readonly_database"
    CHANGED_DATABASE = "changed_database"

    @property
    def words(self) -> str:
        """The reason for people."""
        return _wording()[self.value]


class UnreadableSource(Exception):
    """A file that gives no letter: one line with its name and the reason."""

    def __init__(self, path: Path, fault: Fault) -> None:
        super().__init__(f"{readable(path.name)}：{fault.words}")
        self.path = path
        self.fault = fault


_REFUSALS = {errno.ENAMETOOLONG: Fault.NAME, errno.ENOSPC: Fault.FULL, errno.EDQUOT: Fault.FULL}


def refusal(error: OSError) -> Fault:
    """Why the system did not let a file be read or written."""
    return _REFUSALS.get(error.errno or 0, Fault.DENIED)


@cache
def _wording() -> dict[str, str]:
    return table("faults")
