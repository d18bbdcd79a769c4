"""Patterns and data files kept as they are compiled, from one process to the next.

To compile what one question needs takes as long as to answer it.
They are kept beside what Python itself keeps of this module, or in the user's cache where that is not written; and only
what this version of Python compiled is taken.
Each is looked up by its own text: what is changed is compiled.
"""

import atexit
import marshal
import os
import re
import sys
from array import array
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cache
from importlib.util import cache_from_source
from pathlib import Path
from typing import Any
from zlib import crc32

_SUM = 4  # bytes of the checksum before what is kept
_LARGEST = 2**23  # bytes of a file; a larger one is mostly of texts that are no more
# No pattern has these flags.
_TABLE = -1
# A text with its flags, and what makes a pattern: its flags, code, groups, their numbers by name and names by number.
_Key = tuple[str, int]
_Parts = tuple[int, bytes, int, dict[str, int], tuple[str | None, ...]]


@dataclass
class Kept:
    """What a file has compiled, and what is new: patterns by themselves and their flags, tables by the text of their file."""

    path: Path
    known: Mapping[_Key, Any]
    fresh: dict[_Key, Any] = field(default_factory=dict)

    @classmethod
    def of(cls, path: Path) -> "Kept":
        """Those of a file; none of one that is not there, is damaged, or was written by another version."""
        try:
            # Looked at where it is: to copy so much takes longer than to read it.
            content = memoryview(path.read_bytes())
            packed = content[_SUM:]
            # What marshal makes of damaged bytes is anything: they are looked at first.
            version, known = marshal.loads(packed) if content[:_SUM] == _sum(packed) else ((), {})
        except (OSError, ValueError, EOFError, TypeError):
            return cls(path, {})
        return cls(path, known if version == _version() else {})

    def compiled(self, pattern: str, flags: int = 0) -> re.Pattern[str]:
        """What `re.compile` makes of a pattern."""
        key = pattern, int(flags)
        parts = self.known.get(key) or self.fresh.get(key)
        if parts is None:
            parts = _parts(pattern, int(flags))
            self._add(key, parts)
        return _made(pattern, parts)

    def table(self, text: str) -> dict[str, Any]:
        """What a TOML file with this text says."""
        key = text, _TABLE
        if key not in self.known:
            found = _read(text)
            self._add(key, marshal.dumps(found))
            return found
        said: dict[str, Any] = marshal.loads(self.known[key])
        return said

    def _add(self, key: _Key, made: object) -> None:
        if not self.fresh:
            atexit.register(self.keep)
        self.fresh[key] = made

    def keep(self) -> None:
        """Write them all, where that may be written; the new ones alone where they are too much together."""
        content = _packed({**self.known, **self.fresh})
        if len(content) > _LARGEST:
            content = _packed(self.fresh)
        # Of another name than any other process's, be it on another machine: all may write at once.
        written = self.path.with_name(f"{self.path.name}.{os.urandom(8).hex()}")
        try:
            written.write_bytes(content)
            written.replace(self.path)
        except OSError:
            with suppress(OSError):
                written.unlink()


def sealed(packed: bytes) -> bytes:
    """What is kept behind its checksum."""
    return _sum(packed) + packed


def _sum(packed: bytes | memoryview) -> bytes:
    return crc32(packed).to_bytes(_SUM, "big")


def _packed(known: Mapping[_Key, Any]) -> bytes:
    return sealed(marshal.dumps((_version(), dict(known))))


def compiled(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """What `re.compile` makes of a pattern of this project's own: not of what somebody typed, for it is kept.

    >>> compiled("产值(?P<number>[0-9]+)").search("产值24亿元")["number"]
    '24'
    """
    kept = _kept()
    return re.compile(pattern, flags) if kept is None else kept.compiled(pattern, flags)


def table(text: str) -> dict[str, Any]:
    """What a TOML file of this project with this text says, made anew each time."""
    kept = _kept()
    return _read(text) if kept is None else kept.table(text)


def _read(text: str) -> dict[str, Any]:
    # Imported here: what is kept is not read again.
    import tomllib

    return tomllib.loads(text)


@cache
def _kept() -> Kept | None:
    """What is kept on this machine. Read once; None under a Python whose compiler is another."""
    try:
        _made("a|b", _parts("a|b", 0))
        return Kept.of(_place())
    except (ImportError, AttributeError, TypeError, NotImplementedError, RuntimeError):
        return None


def _place() -> Path:
    """The file: in the user's cache where whoever installed this program keeps Python, or Python is told, not to write."""
    beside = Path(cache_from_source(__file__)).with_suffix(".kept")
    if os.access(beside.parent, os.W_OK) and not sys.dont_write_bytecode:
        return beside
    # Imported here: the other place needs nobody to find it.
    from platformdirs import user_cache_path

    folder = user_cache_path("dafu")
    with suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
    return folder / beside.name


def _parts(pattern: str, flags: int) -> _Parts:
    """What `re._compiler.compile` gives to the engine."""
    from re import _compiler, _parser  # type: ignore[attr-defined]

    parsed: Any = _parser.parse(pattern, flags)
    names = dict(parsed.state.groupdict)
    groups = int(parsed.state.groups)
    by_number: list[str | None] = [None] * groups
    for name, number in names.items():
        by_number[number] = name
    code = array("I", _compiler._code(parsed, flags)).tobytes()
    return flags | int(parsed.state.flags), code, groups - 1, names, tuple(by_number)


def _made(pattern: str, parts: _Parts) -> re.Pattern[str]:
    import _sre  # type: ignore[import-not-found]

    flags, code, groups, names, by_number = parts
    made: re.Pattern[str] = _sre.compile(
        pattern, flags, array("I", code).tolist(), groups, dict(names), by_number
    )
    return made


@cache
def _version() -> tuple[int, ...]:
    import _sre

    return sys.hexversion, _sre.MAGIC, _sre.CODESIZE, array("I").itemsize
