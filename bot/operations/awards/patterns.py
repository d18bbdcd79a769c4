"""The patterns of bot/data/awards.toml."""

import re
from functools import cache
from typing import Any

from bot.tables import table
from corpus.compiled import compiled


@cache
def pattern(name: str) -> re.Pattern[str]:
    """The pattern of this name."""
    return compiled(_data()[name])


@cache
def _data() -> dict[str, Any]:
    return table("awards")
