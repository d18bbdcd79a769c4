"""Bytes to text: UTF-8, UTF-16 with its mark, GB18030."""

import codecs
from pathlib import Path

from corpus.fault import Fault, UnreadableSource

_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_CONTROL = bytes(range(9))


def decode(content: bytes, path: Path) -> str:
    """The text that bytes are, byte order mark left out.

    Raises UnreadableSource for binary content and for other encodings.
    """
    for mark, name in _MARKS:
        if content.startswith(mark):
            return _decoded(content.removeprefix(mark), name, path)
    if b"\0" in content or len(content) - len(content.translate(None, _CONTROL)) > len(content) // 100:
        raise UnreadableSource(path, Fault.BINARY)
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return _decoded(content, "gb18030", path)


def _decoded(content: bytes, name: str, path: Path) -> str:
    try:
        text = content.decode(name)
    except UnicodeDecodeError:
        raise UnreadableSource(path, Fault.ENCODING if name == "gb18030" else Fault.DAMAGED) from None
    if name == "gb18030" and not _is_chinese(text):
        raise UnreadableSource(path, Fault.ENCODING)
    return text


def _is_chinese(text: str) -> bool:
    """Whether GB18030 was right: other encodings decode under it to characters that nobody writes."""
    wide = [letter for letter in text if ord(letter) > 127]
    usual = sum(_is_usual(letter) for letter in wide)
    return usual >= 0.9 * len(wide)


def _is_usual(letter: str) -> bool:
    try:
        letter.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True
