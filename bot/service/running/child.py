"""A child process and what it tells until it ends."""

import multiprocessing
import time
from collections.abc import Callable, Generator
from typing import Any

Target = Callable[..., None]


def messages(target: Target, arguments: tuple[Any, ...], seconds: float) -> Generator[bytes]:
    """What a function sends into the connection that is its first argument, for so many seconds at most.

    The child finds the function again by its module and name. It is ended when nobody listens any more.
    """
    context = multiprocessing.get_context("spawn")  # a fork would have the token and the open journal in it
    here, there = context.Pipe(duplex=False)
    child = context.Process(target=target, args=(there, *arguments), daemon=True)
    child.start()
    there.close()
    end = time.monotonic() + seconds
    try:
        while here.poll(max(0.0, end - time.monotonic())):
            yield here.recv_bytes()
    except EOFError:  # ended by itself, by a limit, or by an error that is on stderr
        return
    finally:
        child.kill()
        child.join()
        here.close()


def end_children() -> None:
    """Ends all that are still at work: the process itself ends."""
    for child in multiprocessing.active_children():
        child.kill()
