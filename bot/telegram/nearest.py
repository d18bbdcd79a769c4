"""What the letters do answer near a question that they do not: questions for the buttons under a refusal."""

from collections.abc import Iterator
from itertools import islice

from bot.answer import Answer, Kind
from bot.telegram.archive import Service
from bot.telegram.examples import telling
from bot.wording import say
from corpus.figure import Figure, Measure

_MOST, _TRIED, _PASSAGES = 3, 5, 5
_ROOM = 16  # characters of a name on a button
_LONGEST = 60  # characters of a question that is searched for


def nearest(service: Service, question: str, answer: Answer) -> tuple[str, ...]:
    """Up to three questions that are answered with a figure, out of the passages nearest to a refused question."""
    if answer.kind is not Kind.NOT_FOUND or answer.suggestions or answer.choices or len(question) > _LONGEST:
        return ()
    found: list[str] = []
    # With its place only where there may be others: a button has little room. The letters are let go of between
    # the questions, for others ask too.
    several = len(service.archive.letters) > 1
    for figure in islice(_candidates(service, question), _TRIED):
        asked = say("suggest.level").format(name=f"{figure.place if several else ''}{figure.name}")
        if _answered(service, asked, figure.id):
            found.append(asked)
        if len(found) == _MOST:
            break
    return tuple(found)


def _candidates(service: Service, question: str) -> Iterator[Figure]:
    """The figures of the nearest passages, then those of the same letters that people ask about by name."""
    passages = [found.passage for found in service.archive.search(question, None, _PASSAGES)]
    figures = service.archive.figures(dict.fromkeys(one.letter for one in passages))
    near = [one for passage in passages for one in figures if one.passage == passage.id]
    seen = set()
    for figure in (*near, *filter(telling, figures)):
        if figure.measure is Measure.LEVEL and 0 < len(figure.name) <= _ROOM and figure.name not in seen:
            seen.add(figure.name)
            yield figure


def _answered(service: Service, question: str, figure: str) -> bool:
    answer = service.answer(question, ())
    return answer.kind is Kind.ANSWER and figure in [one.id for one in answer.figures]
