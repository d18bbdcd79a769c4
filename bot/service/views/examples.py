"""Example questions, made from a few letters and tried before they are offered: once for each state of an index."""

import json
from collections.abc import Iterator, Sequence
from itertools import islice

from bot.answer import Kind
from bot.service.archive import Archive, Service, kept_in_state
from bot.wording import say
from corpus.figure import Figure, Measure, Status
from corpus.formats.structure.kept import kept

_VERSION = "examples-1"
_MOST = 3
_LETTERS = 5  # letters that are looked into, however many there are
_TRIED = 12  # questions that are asked at most


@kept_in_state(1)
def examples(service: Service) -> tuple[str, ...]:
    """Up to three questions about different indicators that are answered with a figure, by the letters as they are.

    Whoever builds an index makes them then, and whoever starts with it finds them in the user's cache.
    """
    with service.archive.state() as state:
        pass
    # What has no states is no index, and another one may be called the same.
    if not state:
        return _made(service)
    made = kept(_VERSION, state.encode(), lambda: json.dumps(_made(service)).encode())
    return tuple(json.loads(made))


def _made(service: Service) -> tuple[str, ...]:
    found: dict[str, str] = {}
    tried = 0
    for figure, question in _candidates(service.archive):
        if len(found) == _MOST or tried == _TRIED:
            break
        if figure.indicator in found:
            continue
        tried += 1
        if _answered(service, question):
            found[figure.indicator] = question
    return tuple(found.values())


def _candidates(archive: Archive) -> Iterator[tuple[Figure, str]]:
    """Figures with a question for each; the letters take turns. Of several places the place is asked for too."""
    chosen = _spread(list(archive.letters))
    several = len({archive.letters[letter].place for letter in chosen}) > 1
    for figure in _turns([_figures(archive, letter) for letter in chosen]):
        place = figure.place if several else ""
        yield figure, say("suggest.level").format(name=f"{place}{figure.name}")


def _spread(letters: Sequence[str]) -> list[str]:
    """A few letters from all over the list: neighbours are often alike."""
    step = max(1, len(letters) // _LETTERS)
    return list(islice(letters, 0, None, step))[:_LETTERS]


def _figures(archive: Archive, letter: str) -> Iterator[Figure]:
    """The figures of a letter that people ask about by name, read when they are wanted."""
    yield from filter(telling, archive.figures([letter]))


def _turns(sources: Sequence[Iterator[Figure]]) -> Iterator[Figure]:
    """One of each in turn until all are used up."""
    left = list(sources)
    while left:
        for source in tuple(left):
            figure = next(source, None)
            if figure is None:
                left.remove(source)
            else:
                yield figure


def telling(figure: Figure) -> bool:
    """Whether a figure is of something that people ask about by name."""
    return (
        figure.measure is Measure.LEVEL
        and figure.status is Status.RESULT
        and bool(figure.subject and figure.indicator)
    )


def _answered(service: Service, question: str) -> bool:
    answer = service.answer(question, ())
    return answer.kind is Kind.ANSWER and bool(answer.figures)
