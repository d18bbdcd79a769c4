"""How much something rose, where a letter prints an index of it: 100.2 of 上年同期=100 is a rise of 0.2%."""

from bot.answer import Kind
from bot.matching.query import queries
from bot.matching.retriever import Retriever
from bot.operations.arithmetic.reckon import over_base
from bot.phrasing.headline import Against, Named, Printed, Result, headline
from bot.phrasing.phrase import labelled
from bot.phrasing.reply import Reply
from bot.understanding.question import NOTHING, Question
from bot.wording import say
from corpus.compiled import compiled
from corpus.figure import Figure, Measure
from corpus.runtime.replace import replace

_YEARLY = compiled(r"(?:上年|去年)(?:同期|同月|同季|平均)?=100")
_CHAIN = compiled(r"上(?:个?月|季度?|期)=100")


def from_index(question: Question, retriever: Retriever) -> Reply | None:
    """The growth that an index tells, against the time that growths are against; None without such an index."""
    if question.measures != {Measure.GROWTH} or question.terms or not question.runs:
        return None
    query = replace(queries(question)[0], measure=Measure.LEVEL, asked=NOTHING, amount=False)
    based = _CHAIN if "环比" in question.soft else _YEARLY
    matches = retriever.finding(replace(query, soft=())).matches
    found = next((one.figure for one in matches if one.meets and based.fullmatch(one.figure.basis)), None)
    return _told(found, retriever) if found else None


def _told(index: Figure, retriever: Retriever) -> Reply:
    working = over_base(index)
    name = "index_up" if working.value > 0 else "index_down" if working.value < 0 else "index_flat"
    text = headline(
        say(f"reckon.{name}"),
        name=Named(index),
        value=Printed(index),
        basis=Against(index),
        result=Result(working),
    )
    return Reply(Kind.ANSWER, labelled(text, index), (index,), (retriever.passage_of(index),), (working,))
