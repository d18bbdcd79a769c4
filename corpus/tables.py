"""The data files of this package."""

from pathlib import Path
from typing import Any

from corpus import compiled

# Not by importlib.resources: an archive is nothing that is installed, and what reads one takes long to load.
_FOLDER = Path(__file__).with_name("data")


def table(name: str) -> dict[str, Any]:
    """What corpus/data/<name>.toml says, read anew each time."""
    return compiled.table((_FOLDER / f"{name}.toml").read_text(encoding="utf-8"))
