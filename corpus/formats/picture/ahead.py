"""Pictures of pages recognised by several processes at once, each by one processor."""

from collections import deque
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, suppress
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING

from corpus.formats.picture import recognition
from corpus.formats.picture.recognition import Picture, recognised
from corpus.runtime.worker import Asker, WorkerEnded, Workers, processors

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from corpus.formats.picture.recognition import Image

    Rendered = tuple[int, Callable[[], Image | None]]

_FEWEST = 2  # pages; for one a process is not worth its beginning
_AHEAD = 1  # pages that wait for a process: each is some 12 MB


def looked_at(pages: "Sequence[Rendered]", content: bytes) -> "Iterator[tuple[int, Image, Picture]]":
    """The pages of a file by number, each with its picture and what is recognised in it, in their order.

    A picture is made just before it is looked at, all of them by the caller's thread; a page that has none is left out.
    """
    made = _made(pages)
    processes = min(processors(), len(pages))
    if processes < _FEWEST:
        yield from ((number, image, recognised(image, content, number)) for number, image in made)
        return
    workers = Workers("corpus.formats.picture.ahead", "answer")
    with closing(workers), ThreadPoolExecutor(processes) as pool:
        look = partial(_looked_at, workers)
        begun = (
            (number, image, pool.submit(recognised, image, content, number, look)) for number, image in made
        )
        ahead = deque(islice(begun, processes + _AHEAD))
        while ahead:
            number, image, found = ahead.popleft()
            picture = found.result()
            ahead.extend(islice(begun, 1))
            yield number, image, picture


def _made(pages: "Sequence[Rendered]") -> "Iterator[tuple[int, Image]]":
    for number, render in pages:
        image = render()
        if image is not None:
            yield number, image


def _looked_at(workers: Workers, image: "Image") -> Picture:
    """What another process recognises; this one, where none can be begun or it has died."""
    try:
        found: Picture = workers.ask(image)
    except (OSError, WorkerEnded):
        return recognition.read(image)
    return found


def answer() -> None:
    """Recognise what the other process asks for until it goes away."""
    asker = Asker()
    with suppress(EOFError, BrokenPipeError):
        while True:
            asker.answer(recognition.read(asker.hear()))
