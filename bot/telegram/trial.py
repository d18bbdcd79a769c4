"""A file from outside read in a child process with limits, so that a bad one harms nothing."""

import resource
from collections.abc import Callable
from contextlib import closing
from multiprocessing.connection import Connection
from pathlib import Path

from bot.service.child import messages
from corpus.reading import Reading
from corpus.source import UnreadableSource
from index.record import dump, load

_SECONDS = 60
_MEMORY = 2 * 2**30  # bytes of address space; reading a letter takes a few hundred megabytes at most
_READ, _FAULT = b"+", b"-"

Read = Callable[[Path], Reading]


class Failed(Exception):
    """A file that gave nothing. The message says why, and is empty where it took too much time or memory."""


def tried(read: Read, path: Path, seconds: int = _SECONDS, memory: int = _MEMORY) -> Reading:
    """The reading of a file. Raises Failed. The child finds `read` again by its module and name."""
    with closing(messages(_run, (read, path, seconds, memory), seconds + 10)) as sent:
        answered = next(sent, b"")
    if not answered.startswith(_READ):
        raise Failed(answered[1:].decode())
    return load(Reading, answered[1:].decode())


def _run(there: Connection, read: Read, path: Path, seconds: int, memory: int) -> None:
    """In the child: the reading as text, not pickled, for what comes back is not to be trusted either."""
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    try:
        there.send_bytes(_READ + dump(read(path)).encode())
    except UnreadableSource as error:
        there.send_bytes(_FAULT + str(error).encode())
