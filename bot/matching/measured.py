"""Whether a figure makes the kind of statement that a query wants: a level, a growth, a change, a multiple."""

from bot.matching.card import Card
from bot.matching.query import Query
from bot.understanding.question import RATES
from corpus.compiled import compiled
from corpus.figure import Figure, Measure

# What a slot adds that fits; a word of the question counts as much as all of them.
FIT = 0.5
_FITS = {Measure.LEVEL: FIT, Measure.GROWTH: FIT / 2, Measure.SHARE: FIT / 3}
# A growth that is adjusted says so.
_SEASON = "季节调整后"
_ADDED = ("新增", "净增", "新建", "新改", "新培育", "新认定", "新引进")
# How much is no question about these.
_NO_AMOUNT = frozenset({Measure.GROWTH, Measure.CHANGE, Measure.RANK, Measure.GAP, Measure.CONTRIBUTION})
# How those are told that grew or fell.
_STATES = {
    "负增长": compiled("负增长|下降|下滑|下跌|减产|减少|回落|亏损"),
    "正增长": compiled("(?<!负)增长|上升|上涨|增产|增加|提升"),
}


def measures(query: Query, figure: Figure) -> bool:
    """Whether a figure says what is wanted; a change in points is no growth, nor the reverse."""
    wanted = query.measure
    if query.against and figure.measure is Measure.GAP and query.against not in figure.whole:
        return False
    if wanted is None:
        return not (query.amount and figure.measure in _NO_AMOUNT)
    if wanted is Measure.GROWTH:
        return _is_growth(query, figure) or _is_added(query, figure)
    if wanted is Measure.MULTIPLE:
        return figure.measure is wanted and any(_same_year(word, figure.basis) for word in query.soft)
    is_level = figure.measure is Measure.LEVEL
    added = wanted is Measure.CHANGE and _is_new(figure)
    part = wanted is Measure.SHARE and is_level and figure.quantity.unit == "%"
    ratio = wanted in {Measure.LEVEL, Measure.SHARE} and figure.measure is Measure.RATIO
    return figure.measure is wanted or added or part or ratio


def _is_added(query: Query, figure: Figure) -> bool:
    """Whether a figure says how much was added, asked as an increase: 新增学位20520个 for 增加了多少学位."""
    relative = query.asked.kind in RATES
    return _is_new(figure) and not relative and not query.said.startswith(_ADDED)


def _is_new(figure: Figure) -> bool:
    """Whether what was added is told as a level of what is called new: 新增公益岗位3632个."""
    return figure.measure is Measure.LEVEL and figure.name.startswith(_ADDED)


def _same_year(asked: str, printed: str) -> bool:
    """Whether both are called the same but for 去年 and 上年."""
    return asked.replace("去年", "上年") == printed.replace("去年", "上年")


def on_terms(terms: str, figure: Figure) -> bool:
    """Whether a growth is told on the terms asked for: one that says none is at the prices of its time."""
    if not terms or figure.measure is not Measure.GROWTH or figure.terms == terms:
        return True
    return not figure.terms and terms != _SEASON


def _is_growth(query: Query, figure: Figure) -> bool:
    """Whether a figure is a growth. What is a rate itself grows in points: 亏损面扩大2.3个百分点."""
    points = figure.measure is Measure.CHANGE and figure.quantity.unit == "个百分点" and not figure.aspect
    asked = query.asked.kind in {"", *RATES}
    named = figure.indicator.endswith(("增长率", "增速"))
    return figure.measure is Measure.GROWTH or (points and asked) or named


def measure_fit(query: Query, figure: Figure) -> float:
    """What a figure of a measure adds to how well it meets a query: a level most, where none is asked for."""
    if query.measure:
        return FIT if figure.measure is query.measure else 0.0
    return _FITS.get(figure.measure, 0.0)


def is_apart(figure: Figure) -> bool:
    """Whether a figure's name says that it is of a part of the place."""
    from corpus.extraction.attribution.holder import apart  # large, and few questions ask

    return bool(apart(figure.name)[0])


def counts_all(query: Query, card: Card) -> bool:
    """Whether how many grew or fell is asked for, and the figure says of none that they did."""
    if query.asked.kind != "count":
        return False
    text = card.name + card.clause
    return any(state in query.soft and not said.search(text) for state, said in _STATES.items())


def soft_share(query: Query, card: Card) -> float:
    """The share of the soft words that the figure's name or clause has."""
    if not query.soft:
        return 0.0
    text = card.name + card.clause + card.figure.verb + card.figure.basis
    return sum(word in text for word in query.soft) / len(query.soft)
