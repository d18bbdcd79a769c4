"""A file from outside read in a child process with limits, so that a bad one harms nothing."""

import multiprocessing
import resource
from collections.abc import Callable
from multiprocessing.connection import Connection
from pathlib import Path

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
    context = multiprocessing.get_context("spawn")  # a fork would have the token and the open journal in it
    here, there = context.Pipe(duplex=False)
    child = context.Process(target=_run, args=(there, read, path, seconds, memory), daemon=True)
    child.start()
    there.close()
    try:
        answered = here.recv_bytes() if here.poll(seconds + 10) else b""
    except EOFError:  # ended by a limit, or by an error that is on stderr
        answered = b""
    finally:
        child.kill()
        child.join()
        here.close()
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
