"""File names as people read them, whatever bytes the file system holds."""

import os


def readable(name: str) -> str:
    """The name; one that is not UTF-8 as GB18030, which archives of Chinese systems leave, or with its bytes written out.

    >>> readable("答复.txt"), readable(os.fsdecode("答复.txt".encode("gb18030"))), readable(os.fsdecode(b"a\\xff.txt"))
    ('答复.txt', '答复.txt', 'a\\\\xff.txt')
    """
    stored = os.fsencode(name)
    for encoding in ("utf-8", "gb18030"):
        try:
            return stored.decode(encoding)
        except UnicodeDecodeError:
            continue
    return stored.decode("utf-8", "backslashreplace")
