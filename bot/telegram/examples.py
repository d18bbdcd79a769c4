"""Example questions, made from the letters and tried before they are offered."""

from functools import lru_cache

from bot.answer import Kind
from bot.telegram.archive import Service
from bot.wording import say
from corpus.figure import Figure, Measure, Status

_MOST = 3


@lru_cache(maxsize=1)
def examples(service: Service) -> tuple[str, ...]:
    """Up to three questions about different indicators that are answered with a figure."""
    found: dict[str, str] = {}
    for figure in service.archive.figures():
        if len(found) == _MOST:
            break
        question = say("suggest.level").format(name=figure.name)
        if _telling(figure) and figure.indicator not in found and _answered(service, question):
            found[figure.indicator] = question
    return tuple(found.values())


def _telling(figure: Figure) -> bool:
    """Whether a figure is of something that people ask about by name."""
    return (
        figure.measure is Measure.LEVEL
        and figure.status is Status.RESULT
        and bool(figure.subject and figure.indicator)
    )


def _answered(service: Service, question: str) -> bool:
    answer = service.answer(question, ())
    return answer.kind is Kind.ANSWER and bool(answer.figures)
