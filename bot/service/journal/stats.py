"""What the journal says of the questions asked."""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import Engine, case, func, select

from bot.answer import Kind
from bot.service.journal.tables import complaints, exchanges, feedback
from bot.service.views.csvfile import as_csv

_MOST = 10
_COLUMNS = ("at", "chat", "person", "question", "kind", "headline", "milliseconds", "good", "bad", "wrong")


@dataclass(frozen=True)
class Often:
    """A question that was not answered, and how often it was asked."""

    question: str
    times: int


@dataclass(frozen=True)
class Stats:
    """Counts over the whole journal. `slowest` is in milliseconds, 0 without questions."""

    questions: int
    answered: int
    refused: int
    people: int
    good: int
    bad: int
    slowest: float
    slowest_question: str
    unanswered: tuple[Often, ...]
    wrong: Mapping[str, int]  # by reason


def stats(engine: Engine) -> Stats:
    """The counts as they are now."""
    kind = exchanges.c.kind
    counts = select(
        func.count(),
        func.count(case((kind == Kind.ANSWER, 1))),
        func.count(case((kind == Kind.NOT_FOUND, 1))),
        func.count(exchanges.c.person.distinct()),
    )
    slowest = select(exchanges.c.milliseconds, exchanges.c.question)
    often = (
        select(exchanges.c.question, func.count().label("times"))
        .where(kind == Kind.NOT_FOUND)
        .group_by(exchanges.c.question)
        .order_by(func.count().desc(), exchanges.c.question)
        .limit(_MOST)
    )
    with engine.connect() as connection:
        total = connection.execute(counts).one()
        judged = select(feedback.c.verdict, func.count()).group_by(feedback.c.verdict)
        verdicts = {row[0]: row[1] for row in connection.execute(judged)}
        blamed = select(complaints.c.reason, func.count()).group_by(complaints.c.reason)
        wrong = {row[0]: row[1] for row in connection.execute(blamed)}
        slow = connection.execute(slowest.order_by(exchanges.c.milliseconds.desc()).limit(1)).first()
        unanswered = tuple(Often(*row) for row in connection.execute(often))
    return Stats(
        *total,
        good=verdicts.get(1, 0),
        bad=verdicts.get(-1, 0),
        slowest=slow[0] if slow else 0.0,
        slowest_question=slow[1] if slow else "",
        unanswered=unanswered,
        wrong=wrong,
    )


def export(engine: Engine) -> bytes:
    """All exchanges as CSV that a spreadsheet opens, newest last."""
    joined = exchanges.outerjoin(feedback, feedback.c.exchange == exchanges.c.id)
    rows = (
        select(
            *(exchanges.c[name] for name in _COLUMNS[:-3]),
            func.count(case((feedback.c.verdict == 1, 1))),
            func.count(case((feedback.c.verdict == -1, 1))),
            select(func.min(complaints.c.reason))
            .where(complaints.c.exchange == exchanges.c.id)
            .scalar_subquery(),
        )
        .select_from(joined)
        .group_by(exchanges.c.id)
        .order_by(exchanges.c.id)
    )
    with engine.connect() as connection:
        return as_csv(_COLUMNS, connection.execute(rows))
