"""Whether something was reached: a figure against an amount that the question names, a result against a target."""

from dataclasses import dataclass

from bot.answer import Kind
from bot.matching.card import Card
from bot.matching.query import Query, queries
from bot.matching.retriever import Retriever, merged
from bot.matching.terms.cover import met
from bot.operations.arithmetic.reckon import Working, comparable, compared, difference, share
from bot.operations.arithmetic.worked import worked
from bot.phrasing.headline import Said, headline
from bot.phrasing.phrase import Statement, told
from bot.phrasing.reply import Reply
from bot.understanding.question import NOTHING, Question
from bot.wording import say
from corpus.amounts.quantity import Quantity, quantities
from corpus.compiled import compiled
from corpus.figure import Figure, Measure, Status
from corpus.runtime.replace import replace
from corpus.texts.text import fold, pairs
from corpus.times.period import Period

_ALIKE = 0.5
# 新增300根 is no target for 1240根 in all.
_ADDED = ("新增", "新建")
_DONE = compiled("完成|达到|做到|实现")
_IN_PERCENT = compiled("百分之|几成|完成率|完成比例")
# 超过20亿: told behind 超过了.
_BOUND = compiled("^(?:超过|突破|达到|高于|大于|多于|不到|低于|小于|少于|不足|超|近|约|过|破)+")
# 500亩是不是已经完成了: that a target that is named by its amount is said to be done.
_ENDED = compiled("[完好成](?:了|没|吗)|完成|到位|实现|达到|达成|建成|[卖让供]出去|落实|兑现|搞定")
_WHETHER = compiled("是不是|是否|有没有|[吗吧]|了没|没有?$|对不对|不$")


def against_amount(question: Question, retriever: Retriever) -> Reply | None:
    """The figure asked for, and whether it is over the amount named; None where no amount is named."""
    if not question.literals:
        return None
    finding = retriever.finding(replace(queries(question)[0], asked=NOTHING))
    if not finding.met:
        return None
    statement = retriever.statement(finding.matches[0], finding.query)
    working = compared(statement.chief, question.literals[0])
    if working is None:
        return None
    body = told([statement])
    word = _claim(working) if question.wants("claim") else _word(working)
    raw = _BOUND.sub("", question.literals[0].raw)
    # A limit that was typed otherwise (十亿) is not repeated.
    text = headline(say(word), body=body, limit=Said(question, raw if raw in question.text else ""))
    return Reply(Kind.ANSWER, text, statement.figures, (statement.passage,), (working,))


def _claim(working: Working) -> str:
    return "check.wrong" if working.value else "check.right"


def _word(working: Working) -> str:
    return "check.above" if working.value > 0 else "check.below" if working.value < 0 else "check.equal"


@dataclass(frozen=True)
class _Aim:
    """A target with the result that answers to it."""

    target: Statement
    result: Statement

    @property
    def may_be_reckoned(self) -> bool:
        """Whether both are amounts of one unit."""
        return comparable((self.target.chief, self.result.chief))


def against_target(question: Question, retriever: Retriever) -> Reply | None:
    """The target and the result of one thing in one year, and whether it was reached, or what is left or done of it."""
    if question.status is Status.TARGET or question.wants("check") or _is_of_part(question):
        return _told(question, retriever)
    return None


def completed(question: Question, retriever: Retriever) -> Reply | None:
    """任务完成了几成: what part of a target is done; None where not both are there."""
    return _told(question, retriever) if _is_of_part(question) else None


def claimed(question: Question, retriever: Retriever) -> Reply | None:
    """500亩是不是已经完成了: whether the target of this amount is reached; None where not one thing has just this target."""
    text = question.text
    if question.strange or not _ENDED.search(text) or not _WHETHER.search(text):
        return None
    amounts = [one for one in quantities(fold(text)) if one.unit]
    aims = [
        _Aim(retriever.stated(aim.figure), retriever.stated(done.figure))
        for amount in amounts[:1]
        for aim in retriever.matcher.catalogue.cards
        if _is_named_by(aim, amount, text) and (done := _done_of(aim, retriever))
    ]
    return replace(_verdict(aims[0]), checked=True) if len(aims) == len(amounts) == 1 else None


def _is_named_by(aim: Card, amount: Quantity, text: str) -> bool:
    """Whether a target is of an amount, and called by a word that a text has."""
    figure = aim.figure
    same = (figure.quantity.value, figure.quantity.unit) == (amount.value, amount.unit)
    named = any(pair in text for pair in pairs(figure.name))
    return figure.status is Status.TARGET and figure.measure is Measure.LEVEL and same and named


def _done_of(aim: Card, retriever: Retriever) -> Card | None:
    """The one result of what a target is of, in its time."""
    found = [
        one
        for one in retriever.cards.of_letter(aim.figure.letter).cards
        if one.figure.status is Status.RESULT
        and one.figure.measure is aim.figure.measure
        and comparable((one.figure, aim.figure))
        and one.figure.place == aim.figure.place
        and _one_thing(one.name, aim.name, retriever)
        and _in_time(one.figure.period, aim.figure.period)
    ]
    return found[0] if len({one.figure.quantity.value for one in found}) == 1 else None


def _told(question: Question, retriever: Retriever) -> Reply | None:
    aim = _aim(question, retriever)
    if aim is None:
        return None
    if question.wants("difference"):
        gap = difference(aim.target.chief, aim.result.chief) if aim.may_be_reckoned else None
        return worked("reckon.gap", gap, retriever) if gap else None
    return _part(aim, retriever) if _is_of_part(question) else _verdict(aim)


def _is_of_part(question: Question) -> bool:
    return _DONE.search(question.text) is not None and _IN_PERCENT.search(question.text) is not None


def _part(aim: _Aim, retriever: Retriever) -> Reply | None:
    """What part of a target is done; None for a growth, of which there is no part."""
    target, result = aim.target.chief, aim.result.chief
    if target.measure is not Measure.LEVEL or not aim.may_be_reckoned or not target.quantity.value:
        return None
    return replace(worked("reckon.done", share(result, target), retriever), checked=True)


def _verdict(aim: _Aim) -> Reply:
    target, result = aim.target, aim.result
    text = headline(say(_reached(target.chief, result.chief)), body=told(merged([target, result])))
    passages = tuple(dict.fromkeys((target.passage, result.passage)))
    return Reply(Kind.ANSWER, text, (target.chief, result.chief), passages)


def _aim(question: Question, retriever: Retriever) -> _Aim | None:
    """The target that a question is about, with its result; None where one of them is not there."""
    asked = queries(question)
    # 24年离25年目标: the result of the one year, the target of the other.
    two_years = question.wants("difference") and len(asked) == len(question.periods) == 2
    if (len(asked) > 1 and not two_years) or not question.runs:
        return None
    query = replace(asked[-1], measure=None, asked=NOTHING, status=None, literals=())
    target = _best(replace(query, status=Status.TARGET), retriever)
    if target is None:
        return None
    now = replace(query, period=question.periods[0], measure=target.chief.measure) if two_years else None
    result = (
        _best(replace(now, status=Status.RESULT), retriever)
        if now
        else _result(query, target.chief, retriever)
    )
    return _Aim(target, result) if result else None


def _best(query: Query, retriever: Retriever) -> Statement | None:
    finding = retriever.finding(query)
    if not finding.met:
        return None
    figure = finding.matches[0].figure
    return retriever.stated(figure)


def _result(query: Query, target: Figure, retriever: Retriever) -> Statement | None:
    """The result that answers to a target: same measure and kind of unit, in the target's period."""
    for match in retriever.finding(replace(query, status=Status.RESULT, period=None)).matches:
        figure = match.figure
        alike = figure.measure is target.measure and figure.quantity.unit == target.quantity.unit
        same = _one_thing(match.card.name, retriever.lexicon.canonical(target.name), retriever)
        if match.meets and alike and same and _in_time(figure.period, target.period):
            return retriever.stated(figure)
    return None


def _one_thing(name: str, other: str, retriever: Retriever) -> bool:
    """Whether two names say the same: 新增公共充电桩 is no 公共充电桩."""
    if any((word in name) != (word in other) for word in _ADDED):
        return False
    return min(met(name, other, retriever.lexicon), met(other, name, retriever.lexicon)) >= _ALIKE


def _in_time(result: Period | None, target: Period | None) -> bool:
    if result is None or target is None:
        return True
    return target.first <= result.last <= target.last


def _reached(target: Figure, result: Figure) -> str:
    if target.measure is Measure.GROWTH:
        return "check.reached" if result.signed >= target.signed else "check.missed"
    return "check.reached" if result.quantity.value >= target.quantity.value else "check.missed"
