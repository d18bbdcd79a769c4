"""How much work is done, counted and not timed."""

import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from importlib._bootstrap import _find_and_load as find_and_load  # type: ignore[attr-defined]
from types import FrameType


class TooMuch(Exception):
    """The work does not end."""


def steps(work: Callable[[], object], aside: Sequence[Callable[..., object]] = ()) -> int:
    """How many functions are called, but for what those `aside` call and for what is imported."""
    codes = {find_and_load.__code__, *(one.__code__ for one in aside)}
    count, depth = 0, 0

    def seen(frame: FrameType, event: str, arg: object) -> None:
        nonlocal count, depth
        if frame.f_code in codes and event in {"call", "return"}:
            depth += 1 if event == "call" else -1
        elif not depth:
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
