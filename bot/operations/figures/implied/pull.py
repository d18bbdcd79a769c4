"""By how many points a part pulled the whole's growth: its contribution rate times that growth."""

from bot.matching.query import queries
from bot.matching.retriever import Retriever
from bot.operations.arithmetic.reckon import pulled_by
from bot.operations.arithmetic.worked import worked
from bot.phrasing.reply import Reply
from bot.understanding.question import NOTHING, Question
from corpus.figure import Figure, Measure
from corpus.runtime.replace import replace

# The growth of the economy is that of its product.
_ECONOMY = ("经济", "生产总值")
_PRODUCT = "生产总值"


def pulled(question: Question, retriever: Retriever) -> Reply | None:
    """最终消费支出贡献率60% of 增长5.0% is 3.0 points; None unless points are asked for and both are printed."""
    if question.measures != {Measure.CONTRIBUTION} or question.asked.kind != "points":
        return None
    query = replace(queries(question)[0], asked=NOTHING)
    # 拉动GDP: what a contribution rate is of, in whichever words.
    runs = tuple(run for run in query.runs if not any(word in run.words for word in _ECONOMY))
    query = replace(query, runs=runs or query.runs)
    rates = (m.figure for m in retriever.finding(query).matches if m.meets and m.figure.quantity.unit == "%")
    rate = next(rates, None)
    growth = _whole(rate, retriever) if rate else None
    if rate is None or growth is None:
        return None
    working = pulled_by(rate, growth)
    return worked("reckon.pull" if working.value >= 0 else "reckon.pull_down", working, retriever)


def _whole(rate: Figure, retriever: Retriever) -> Figure | None:
    """The growth that a contribution rate is of, in its own sentence before any other."""
    part_of = next(iter(rate.scope), "") if not rate.whole else ""
    told = retriever.lexicon.canonical(rate.whole or part_of)
    name = (
        _PRODUCT
        if not told or any(word in told for word in _ECONOMY)
        else told.removesuffix("增长").removesuffix("的")
    )
    found = [
        card.figure
        for card in retriever.matcher.catalogue.cards
        if card.figure.letter == rate.letter
        and card.figure.measure is Measure.GROWTH
        and card.figure.quantity.unit == "%"
        and not card.figure.terms.endswith("后")
        and (card.figure.days, card.figure.place) == (rate.days, rate.place)
        and card.name.endswith(name)
    ]
    return min(found, key=lambda one: (one.passage != rate.passage, len(one.name)), default=None)
