"""Compound files, the container of Office's old formats and of encrypted documents: what one holds."""

from corpus.fault import Fault

_SIGN = b"\xd0\xcf\x11\xe0"
# Where a Word document's stream begins, how, and 11 bytes on whether it needs a password ([MS-DOC] 2.5.2).
_WORD, _WORD_SIGN = 512, b"\xec\xa5"
# Streams by their names, in the order in which they tell: a document may hold a workbook.
_STREAMS = {
    "EncryptedPackage": Fault.ENCRYPTED,
    "WordDocument": Fault.OLD_WORD,
    "PowerPoint Document": Fault.SLIDES,
    "Workbook": Fault.OLD_SHEET,
    "Book": Fault.OLD_SHEET,
}


def is_compound(content: bytes) -> bool:
    """Whether a file is such a container."""
    return content.startswith(_SIGN)


def held(content: bytes) -> Fault:
    """Why a container is no document of today's formats.

    >>> held(b"\\xd0\\xcf\\x11\\xe0" + "WordDocument".encode("utf-16-le")).name
    'OLD_WORD'
    """
    if content[_WORD : _WORD + 2] == _WORD_SIGN and content[_WORD + 11] & 1:
        return Fault.ENCRYPTED
    return next(
        (fault for name, fault in _STREAMS.items() if name.encode("utf-16-le") in content), Fault.ENCRYPTED
    )
