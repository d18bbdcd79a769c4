"""Foundings: times that a text gives for when something was founded, which no figure is of."""

from corpus.times.datewords import founded
from corpus.times.period import Dated


def is_founding(text: str, one: Dated) -> bool:
    """Whether a text says a period as the time at which something was founded: 始建于1958年, 2015年成立."""
    before, after = founded()
    return bool(before.search(text[: one.start]) or after.match(text[one.end :]))
