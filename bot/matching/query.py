"""A question taken apart into single queries: one thing, one place, one period, one measure each."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import islice, product

from bot.understanding.question import NOTHING, Asked, Question, Run
from corpus.figure import Measure, Status
from corpus.texts.text import plain
from corpus.times.period import Period


@dataclass(frozen=True)
class Query:
    """One figure that is asked for. `runs` must be met; `others` (what else the question names) may be.

    `literals` are numbers that belong to what is asked for: 60岁以上的老人. `home` wants what is of all of a
    letter's place, `against` a gap to this larger place, `terms` a growth on these terms.
    `loose` takes what is counted of what the sentence is about.
    """

    runs: tuple[Run, ...]
    others: str = ""
    soft: tuple[str, ...] = ()
    place: str = ""
    period: Period | None = None
    measure: Measure | None = None
    status: Status | None = None
    asked: Asked = NOTHING
    amount: bool = False
    head: str = ""
    count: int = 0
    literals: tuple[str, ...] = ()
    home: bool = False
    against: str = ""
    terms: str = ""
    loose: bool = False

    @cached_property
    def words(self) -> str:
        """All that helps to choose."""
        return "".join(run.words for run in self.runs) + self.others + "".join(self.soft)

    @cached_property
    def said(self) -> str:
        """The words that must be met, as they were asked."""
        return "".join(run.asked for run in self.runs)

    @cached_property
    def worded(self) -> tuple[object, ...]:
        """All that decides which words of it a figure meets, whatever place, time and measure are asked for."""
        return self.runs, self.others, self.soft, self.literals, self.by_sentence

    @property
    def by_sentence(self) -> bool:
        """Whether what is counted of what the sentence is about will do."""
        return self.loose and bool(self.asked.kind)


def queries(question: Question) -> tuple[Query, ...]:
    """Every combination of the things, places, periods and measures that the question names."""
    places = question.places or ("",)
    periods = question.periods or (None,)
    measures = sorted(question.measures) or (None,)
    literals = () if question.unit or question.wants(*_WITH_NUMBER) else _numbers(question)
    return tuple(
        Query(
            runs=runs,
            others=others,
            soft=question.soft,
            place=place,
            home=question.home,
            against=question.against,
            terms=question.terms,
            loose=question.loose,
            period=period,
            measure=measure,
            status=question.status,
            asked=question.asked,
            amount=question.amount,
            head=question.head,
            count=question.count,
            literals=literals,
        )
        for (runs, others), place, period, measure in islice(
            product(_things(question), places, periods, measures), _MOST
        )
    )


# Nobody asks for more figures at once.
_MOST = 12


# Where a number of the question is no part of what a figure is called.
_WITH_NUMBER = (
    "check",
    "claim",
    "threshold",
    "rest",
    "what",
    "quote",
    "compare",
    "difference",
    *("rank_most", "rank_least"),
)


def _numbers(question: Question) -> tuple[str, ...]:
    return tuple(plain(literal.raw) for literal in question.literals)


def _things(question: Question) -> Iterator[tuple[tuple[Run, ...], str]]:
    """The runs of each piece of the question, and the words of its other pieces."""
    pieces = question.pieces or ((),)
    for piece in pieces:
        others = "".join(run.words for run in question.runs if run not in piece) + question.context
        yield piece, others
