"""What the letters do answer near a question that they do not: questions for the buttons under a refusal."""

from collections.abc import Iterator
from itertools import islice

from bot.answer import Answer, Kind
from bot.service.archive import Service
from bot.service.views.examples import examples, telling
from bot.wording import say
from corpus.figure import Figure, Measure

_MOST, _TRIED, _PASSAGES = 3, 5, 5
_ROOM = 16  # characters of a name on a button
_LONGEST = 60  # characters of a question that is searched for


def nearest(service: Service, question: str, answer: Answer) -> tuple[str, ...]:
    """Up to three questions that are answered with a figure, out of the passages nearest to a refused question.

    Where these have no figure that is asked for by name, some that any letter answers.
    """
    if answer.kind is not Kind.NOT_FOUND or answer.suggestions or answer.choices or len(question) > _LONGEST:
        return ()
    found: list[str] = []
    # The letters are let go of between the questions, for others ask too.
    for figure, asked in islice(near(service, question), _TRIED):
        if _answered(service, asked, figure.id):
            found.append(asked)
        if len(found) == _MOST:
            break
    return tuple(found) or examples(service)


def near(service: Service, text: str) -> Iterator[tuple[Figure, str]]:
    """The figures of the nearest passages with a question about each, then those that stand in the same letters.

    The place is asked for too where there may be others: a button has little room.
    """
    several = len(service.archive.letters) > 1
    passages = [found.passage for found in service.archive.search(text, None, _PASSAGES)]
    figures = service.archive.figures(dict.fromkeys(one.letter for one in passages))
    nearby = [one for passage in passages for one in figures if one.passage == passage.id]
    seen = set()
    for figure in (*nearby, *filter(telling, figures)):
        name = f"{figure.place if several else ''}{figure.name}"
        if figure.measure is Measure.LEVEL and 0 < len(figure.name) <= _ROOM and name not in seen:
            seen.add(name)
            yield figure, say("suggest.level").format(name=name)


def _answered(service: Service, question: str, figure: str) -> bool:
    answer = service.answer(question, ())
    return answer.kind is Kind.ANSWER and figure in [one.id for one in answer.figures]
