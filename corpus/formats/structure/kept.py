"""What took long to make out of a file, kept by the file's content in the user's cache."""

import os
from collections.abc import Callable
from hashlib import blake2b
from pathlib import Path

from platformdirs import user_cache_dir


def kept(kind: str, content: bytes, make: Callable[[], bytes]) -> bytes:
    """What `make` gives for a content, made once. `kind` names what is made and its maker's version."""
    name = blake2b(content, digest_size=16).hexdigest()
    path = Path(user_cache_dir("dafu")) / "read" / kind / name
    try:
        return path.read_bytes()
    except OSError:
        made = make()
    fresh = path.with_name(f".{name}.{os.getpid()}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        fresh.write_bytes(made)
        os.replace(fresh, path)
    except OSError:
        fresh.unlink(missing_ok=True)  # a cache that cannot be written is none
    return made
