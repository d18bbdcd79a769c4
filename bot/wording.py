"""What the bot says, out of bot/data/wording.toml."""

from collections.abc import Mapping
from functools import cache

from bot.tables import table


@cache
def wording() -> Mapping[str, str]:
    """The templates by "<table>.<name>"."""
    tables = table("wording")
    return {f"{table}.{name}": text for table, rows in tables.items() for name, text in rows.items()}


def say(name: str) -> str:
    """One template. Raises KeyError for a name that the file does not have."""
    return wording()[name]
