"""Cycles: how often Python looks for what only refers to itself."""

import gc


def look_seldom() -> None:
    """Seldom: records have no cycles and go with whoever has them, and a long document's are looked through in vain."""
    gc.set_threshold(50_000, 20, 20)
