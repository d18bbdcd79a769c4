"""What the letters do answer near a question that they do not: questions for the buttons under a refusal."""

from collections.abc import Iterator
from functools import lru_cache

from bot.answer import Answer, Kind
from bot.telegram.archive import Service
from bot.telegram.examples import telling
from bot.wording import say
from corpus.figure import Figure

_MOST, _TRIED, _PASSAGES = 3, 6, 8
_LONGEST = 60  # characters of a question that is searched for


def nearest(service: Service, question: str, answer: Answer) -> tuple[str, ...]:
    """Up to three questions that are answered with a figure, out of the passages nearest to a refused question."""
    if answer.kind is not Kind.NOT_FOUND or answer.suggestions or answer.choices or len(question) > _LONGEST:
        return ()
    found: list[str] = []
    with service.archive.state() as state:
        for _, asked in zip(range(_TRIED), _candidates(service, question), strict=False):
            if _answered(service, state, asked):
                found.append(asked)
            if len(found) == _MOST:
                break
    return tuple(found)


def _candidates(service: Service, question: str) -> Iterator[str]:
    """Questions about the figures of the nearest passages, each thing once, the best passage first."""
    passages = [found.passage for found in service.archive.search(question, None, _PASSAGES)]
    figures = [one for one in service.archive.figures({one.letter for one in passages}) if telling(one)]
    seen = set()
    for passage in passages:
        for figure in figures:
            if figure.passage == passage.id and figure.name not in seen:
                seen.add(figure.name)
                yield _question(figure, several=len({one.place for one in figures}) > 1)


def _question(figure: Figure, *, several: bool) -> str:
    place = figure.place if several else ""
    return say("suggest.level").format(name=f"{place}{figure.name}")


@lru_cache(maxsize=1024)
def _answered(service: Service, state: str, question: str) -> bool:
    answer = service.answer(question, ())
    return answer.kind is Kind.ANSWER and bool(answer.figures)
