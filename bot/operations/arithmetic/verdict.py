"""Whether something was reached: a figure against an amount that the question names, a result against a target."""

from bot.answer import Kind
from bot.matching.cover import met
from bot.matching.query import Query, queries
from bot.matching.retriever import Retriever, merged
from bot.operations.arithmetic.reckon import Working, comparable, compared, difference, share
from bot.operations.arithmetic.worked import worked
from bot.phrasing.headline import Said, headline
from bot.phrasing.phrase import Statement, told
from bot.phrasing.reply import Reply
from bot.understanding.question import NOTHING, Question
from bot.wording import say
from corpus.compiled import compiled
from corpus.figure import Figure, Measure, Status
from corpus.period import Period
from corpus.replace import replace

_ALIKE = 0.5
_DONE = compiled("完成|达到|做到|实现")
_IN_PERCENT = compiled("百分之|几成|完成率|完成比例")
# 新增300根 is no target for 1240根 in all.
_ADDED = ("新增", "新建")


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
    raw = question.literals[0].raw
    # A limit that was typed otherwise (十亿) is not repeated.
    text = headline(say(word), body=body, limit=Said(question, raw if raw in question.text else ""))
    return Reply(Kind.ANSWER, text, statement.figures, (statement.passage,), (working,))


def against_target(question: Question, retriever: Retriever) -> Reply | None:
    """The target and the result of one thing in one year, and whether it was reached."""
    both = question.status is Status.TARGET or question.wants("check") or _is_of_aim(question)
    gap = question.wants("difference")
    asked = queries(question)
    # 24年离25年目标: the result of the one year, the target of the other.
    two_years = gap and len(asked) == len(question.periods) == 2
    if (len(asked) > 1 and not two_years) or not both or not question.runs:
        return None
    query = replace(asked[-1], measure=None, asked=NOTHING, status=None)
    target = _best(replace(query, status=Status.TARGET), retriever)
    if target is None:
        return None
    now = replace(query, period=question.periods[0], measure=target.chief.measure) if two_years else None
    result = (
        _best(replace(now, status=Status.RESULT), retriever)
        if now
        else _result(query, target.chief, retriever)
    )
    if result is None:
        return None
    if gap and not comparable((target.chief, result.chief)):
        return None
    if gap:
        return worked("reckon.gap", difference(target.chief, result.chief), retriever)
    if _IN_PERCENT.search(question.text):
        return _portion(target.chief, result.chief, retriever)
    statements = [target, result]
    verdict = _reached(target.chief, result.chief)
    text = headline(say(verdict), body=told(merged(statements)))
    return Reply(
        Kind.ANSWER,
        text,
        (target.chief, result.chief),
        tuple(dict.fromkeys((target.passage, result.passage))),
    )


def completed(question: Question, retriever: Retriever) -> Reply | None:
    """任务完成了几成: what part of a target is done; None where not both are there."""
    return against_target(question, retriever) if _is_of_aim(question) else None


def _is_of_aim(question: Question) -> bool:
    return _DONE.search(question.text) is not None and _IN_PERCENT.search(question.text) is not None


def _portion(target: Figure, result: Figure, retriever: Retriever) -> Reply | None:
    """What part of a target is done; None for a growth, of which there is no part."""
    if target.measure is not Measure.LEVEL or not comparable((target, result)) or not target.quantity.value:
        return None
    return replace(worked("reckon.done", share(result, target), retriever), checked=True)


def _best(query: Query, retriever: Retriever) -> Statement | None:
    finding = retriever.finding(query)
    if not finding.met:
        return None
    figure = finding.matches[0].figure
    return Statement((figure,), retriever.passage_of(figure))


def _result(query: Query, target: Figure, retriever: Retriever) -> Statement | None:
    """The result that answers to a target: same measure and kind of unit, in the target's period."""
    for match in retriever.finding(replace(query, status=Status.RESULT, period=None)).matches:
        figure = match.figure
        alike = figure.measure is target.measure and figure.quantity.unit == target.quantity.unit
        same = _one_thing(match.card.name, retriever.lexicon.canonical(target.name), retriever)
        if match.meets and alike and same and _in_time(figure.period, target.period):
            return Statement((figure,), retriever.passage_of(figure))
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


def _claim(working: Working) -> str:
    return "check.wrong" if working.value else "check.right"


def _word(working: Working) -> str:
    return "check.above" if working.value > 0 else "check.below" if working.value < 0 else "check.equal"
