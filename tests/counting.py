"""How much work is done, counted and not timed."""

import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType


class TooMuch(Exception):
    """The work does not end."""


def steps(work: Callable[[], object]) -> int:
    """How many functions are called."""
    count = 0

    def seen(frame: FrameType, event: str, arg: object) -> None:
        nonlocal count
        count += event in {"call", "c_call"}

    sys.setprofile(seen)
    try:
        work()
    finally:
        sys.setprofile(None)
    return count


@contextmanager
def at_most(seconds: int = 30) -> Iterator[None]:
    """Ends, with TooMuch, what has not ended after so much of the processor: a pattern that looks again at each place."""

    def ended(number: int, frame: FrameType | None) -> None:
        raise TooMuch

    before = signal.signal(signal.SIGVTALRM, ended)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)
