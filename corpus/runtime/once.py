"""Files that are looked at again and again by one command: read once."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from hashlib import blake2b

from corpus.formats.structure.document import Document

_MOST = 8_000_000  # characters that are remembered
_known: ContextVar[dict[tuple[str, bytes], Document] | None] = ContextVar("known", default=None)


@contextmanager
def once() -> Iterator[None]:
    """Inside, what was read of a content is remembered: a file offered is read again where it was put."""
    token = _known.set({})
    try:
        yield
    finally:
        _known.reset(token)


def read_once(suffix: str, content: bytes, make: Callable[[], Document]) -> Document:
    """What `make` reads of a content in a format, or has read of it before."""
    known = _known.get()
    if known is None:
        return make()
    key = suffix, blake2b(content, digest_size=16).digest()
    found = known.get(key)
    if found is None:
        found = known[key] = make()
        while len(known) > 1 and sum(len(one.text) for one in known.values()) > _MOST:
            del known[next(iter(known))]
    return found
