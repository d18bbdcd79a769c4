"""A file from outside read in a child process with limits, so that a bad one harms nothing."""

import resource
from collections.abc import Callable
from contextlib import closing
from functools import partial
from multiprocessing.connection import Connection
from pathlib import Path

from bot.service.keeping import Told, untold
from bot.service.running.child import messages
from corpus.formats.structure.watch import Part, watching
from corpus.reading import Reading
from corpus.source import UnreadableSource
from index.rows.record import dump, load

_SECONDS = 60
_MEMORY = 2 * 2**30  # bytes of address space; reading a letter takes a few hundred megabytes at most
_PICTURED = 600, 6 * 2**30  # the same for files that may be pictures of many pages
_PICTURES = (".pdf", ".ofd", ".png", ".jpg", ".jpeg", ".tif", ".tiff", ".bmp", ".webp", ".heic", ".heif")
_READ, _FAULT, _PAGE = b"+", b"-", b"="

Read = Callable[[Path], Reading]


class Failed(Exception):
    """A file that gave nothing. The message says why, and is empty where it took too much time or memory."""


def tried(
    read: Read, path: Path, told: Told = untold, seconds: int = _SECONDS, memory: int = _MEMORY
) -> Reading:
    """The reading of a file; `told` hears the pages that are done. Raises Failed.

    The child finds `read` again by its module and name.
    """
    # Pictures are looked at for seconds each; each page that is done shows that it goes on.
    if path.suffix.lower() in _PICTURES:
        seconds, memory = _PICTURED
    answered = b""
    with closing(messages(_run, (read, path, seconds, memory), seconds + 10)) as sent:
        for answered in sent:
            if not answered.startswith(_PAGE):
                break
            page, pages = map(int, answered[1:].split())
            told(page, pages)
    if not answered.startswith(_READ):
        raise Failed("" if answered.startswith(_PAGE) else answered[1:].decode())
    return load(Reading, answered[1:].decode())


def _told(there: Connection, _: Path, page: int, pages: int, part: Part) -> None:
    if part is Part.PAGE:
        there.send_bytes(_PAGE + b"%d %d" % (page, pages))


def _run(there: Connection, read: Read, path: Path, seconds: int, memory: int) -> None:
    """In the child: the reading as text, not pickled, for what comes back is not to be trusted either."""
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    try:
        with watching(partial(_told, there)):
            found = read(path)
        there.send_bytes(_READ + dump(found).encode())
    except UnreadableSource as error:
        there.send_bytes(_FAULT + str(error).encode())
