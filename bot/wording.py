"""What the bot says, out of bot/data/wording.toml."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files


@cache
def wording() -> Mapping[str, str]:
    """The templates by "<table>.<name>"."""
    tables = tomllib.loads((files("bot") / "data" / "wording.toml").read_text(encoding="utf-8"))
    return {f"{table}.{name}": text for table, rows in tables.items() for name, text in rows.items()}


def say(name: str) -> str:
    """One template. Raises KeyError for a name that the file does not have."""
    return wording()[name]
