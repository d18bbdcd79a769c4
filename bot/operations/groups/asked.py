"""What a question asks of a group: which operation, of what measure, what its members are called."""

import re
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from bot.operations.groups.words import words
from bot.understanding.question import Question
from corpus.amounts.numeral import counted, parse
from corpus.amounts.quantity import Quantity
from corpus.compiled import compiled
from corpus.figure import Measure


class Op(StrEnum):
    """What is done with a group."""

    MOST = "most"
    LEAST = "least"
    FALLEN = "fallen"  # the deepest fall
    SLIPPED = "slipped"  # the slightest fall
    FALLING = "falling"
    RISING = "rising"
    FLAT = "flat"
    OVER = "over"
    BELOW = "below"
    EACH = "each"


# One end of a row is asked for.
ENDS = frozenset({Op.MOST, Op.LEAST, Op.FALLEN, Op.SLIPPED})


@dataclass(frozen=True)
class Asked:
    """A question over a group. `classes` are words for its members, `count` how many it is said to have, `top` how many are wanted.

    `limit` is an amount in base units with its unit ("" where only a number is named), `wider` the larger place whose
    own value is the limit.
    """

    op: Op
    measure: Measure
    classes: tuple[str, ...] = ()
    count: int = 0
    top: int = 1
    limit: tuple[Decimal, str] | None = None
    wider: str = ""
    inclusive: bool = False  # 5%以上 has 5%
    text: str = ""


def asked(question: Question) -> Asked | None:
    """What a question asks of a group, None where it asks nothing of one."""
    text = question.text
    limit = limit_of(question)
    op = _op(text, limit)
    if op is None:
        return None
    wider = words().patterns["wider"].search(text)
    top = words().patterns["top"].search(text) or (
        words().patterns["several"].search(text) if op in ENDS else None
    )
    return Asked(
        op,
        _measure(question, op, limit),
        classes_of(text),
        _count(question),
        counted(top["top"]) if top else 1,
        limit,
        wider["place"] if wider else "",
        "以上" in text or "以下" in text,
        text,
    )


def _op(text: str, limit: tuple[Decimal, str] | None) -> Op | None:
    says = words().says
    which = says("which", text)
    wider = words().patterns["wider"].search(text)
    bounded = which and limit is not None
    told = (
        (Op.FALLEN, says("fallen", text)),
        (Op.SLIPPED, says("slipped", text)),
        (Op.LEAST, says("least", text)),
        (Op.MOST, says("most", text) or says("top", text)),
        (Op.BELOW, which and wider is not None and wider["behind"]),
        (Op.OVER, which and wider is not None),
        (Op.BELOW, bounded and says("below", text)),
        (Op.OVER, bounded and says("over", text)),
        (Op.EACH, says("each", text)),
    )
    if not which and not says("each", text):
        return None
    return next((op for op, said in told if said), None) or _filtering(text)


def _filtering(text: str) -> Op | None:
    """The members that rose, fell or did not: 哪些下降了, 哪类没涨没跌."""
    if not (words().says("list", text) or _SINGLE.search(text)):
        return None
    for name in (Op.FLAT, Op.FALLING, Op.RISING):
        if words().says(name.value, text):
            return name
    return None


# 哪类没涨: one of a kind, and no 哪年.
_SINGLE = compiled("哪[类种样个项家][^年月]")


def limit_of(question: Question) -> tuple[Decimal, str] | None:
    """The amount that members are to be over or under, None where none or several are named."""
    if not words().says("over", question.text) and not words().says("below", question.text):
        return None
    amounts = [one for one in question.literals if not _is_count(one, question.text)]
    if len(amounts) == 1:
        literal: Quantity = amounts[0]
        return literal.value, literal.unit
    spelled = words().patterns["spelled"].search(question.text)
    if spelled and not amounts:
        scale = spelled["scale"]
        number = parse(scale if scale[0] in "十百千" else "一" + scale)
        return Decimal(number), ""
    return None


def measure_of(question: Question) -> Measure:
    """What of the members a question is after, where it picks none by it."""
    return _measure(question, Op.EACH)


def _is_count(literal: Quantity, text: str) -> bool:
    """Whether an amount says how many members there are: 21个市."""
    return any(
        re.match(rf"{re.escape(literal.raw)}[一-鿿]{{0,2}}{word}", text[text.find(literal.raw) :])
        for word in classes_of(text)
    )


def _measure(question: Question, op: Op, limit: tuple[Decimal, str] | None = None) -> Measure:
    """Growth where something is said to move, a share where one is named, else a level."""
    if op in {Op.FALLEN, Op.SLIPPED, Op.FALLING, Op.RISING, Op.FLAT}:
        return Measure.GROWTH
    if op in {Op.MOST, Op.LEAST} and words().says("rank", question.text):
        return Measure.RANK
    if words().says("share", question.text):
        return Measure.SHARE
    if words().says("growth", question.text) and not (limit and limit[1] not in {"", "%"}):
        return Measure.GROWTH
    return Measure.GROWTH if question.measures == {Measure.GROWTH} else Measure.LEVEL


def classes_of(text: str) -> tuple[str, ...]:
    """The words of a text for the members of a group, longer ones first; a shorter one inside them is none."""
    found: list[str] = []
    for word in words().classes:
        if word in text and re.search((_CALLED if len(word) == 1 else _CALLED_LONG).format(word=word), text):
            found.append(word)
            text = text.replace(word, "\x00")
    return tuple(found)


# 哪个县, 六大主导行业, 城市有哪几个; 县级医院 are no counties.
_CALLED = (
    "(?:哪|[几个大类家项些种样各本条座所次])[一-鿿]{{0,3}}?{word}(?![级里内中委政属直区])"
    "|{word}(?:都?有[哪几谁]|是哪|里[头面]?[哪谁])"
)
# 五个县区里 are counties and districts, 县里 is all of one.
_CALLED_LONG = _CALLED.replace("里内中", "").replace("区])", "])")


def _count(question: Question) -> int:
    match = words().patterns["count"].search(question.text)
    if match is None:
        return question.count
    return counted(match["count"])
