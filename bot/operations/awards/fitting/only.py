"""Whether a rule is the only one that a person's own case may mean, and a reply all that is asked of it."""

from collections.abc import Sequence

from bot.matching.retriever import Retriever
from bot.operations.awards.asked import Asking
from bot.operations.awards.fitting.choice import Candidate
from bot.operations.awards.fitting.fit import amount_for, has_grade, measures, per_unit
from bot.operations.awards.fitting.worded import canonical, form, said_by, unmet
from bot.operations.awards.fitting.worth import is_for_special, is_of_age
from bot.operations.awards.patterns import pattern
from bot.operations.awards.reckoning import caps
from bot.operations.awards.reckoning.adjusted import named
from bot.phrasing.reply import Reply
from corpus.compiled import compiled
from corpus.rule.rule import Rule, Sort
from corpus.texts.text import pairs, plain

_RAISED = compiled("提高[到至]")
_LIMITS = compiled("(?:最[高多]|不超过?|至多|封顶)[^,;]{0,6}$")
# Another rule met this nearly alike may be meant too.
_RIVAL = 0.1


def is_settled(reply: Reply, found: Sequence[Candidate], asked: Asking, retriever: Retriever) -> bool:
    """Whether a reply is of the only rule that is meant, and tells all that is asked of it."""
    best = found[0].rule
    if not is_only(found, asked, retriever) or named(best, asked, retriever):
        return False
    # What the first of several years has is not what all of them have.
    limit = best.sort is Sort.LIMIT or bool(_LIMITS.search(plain(best.whom)))
    if limit and not asked.most:
        return False
    if asks_part(asked) and not (best.years or best.rhythm or reply.workings):
        return False
    return bool(reply.workings) or _is_plain(best, reply, asked)


def is_only(found: Sequence[Candidate], asked: Asking, retriever: Retriever) -> bool:
    """Whether the best rule says all words of the case and measures all its amounts, and no other rule may be meant."""
    best = found[0].rule
    if unmet(asked.words, said_by(best, retriever), retriever) or is_for_special(best, asked, retriever):
        return False
    if not all(measures(best, one) for one in asked.amounts) and not caps.is_shared(best, retriever):
        return False
    return _is_told(best, asked, retriever) and not any(
        found[0].score - one.score < _RIVAL
        and not _is_wider(best, one.rule, asked)
        and not _is_other_member(best, one.rule, asked, retriever)
        for one in found[1:]
        if one.rule.series != best.series
    )


def _is_told(best: Rule, asked: Asking, retriever: Retriever) -> bool:
    """Whether the case says enough: a word of the rule's own, its grade or its age, or one of its sentence and an amount that
    it has a condition for (交的税过了1000万元,给团队多少)."""
    texts = said_by(best, retriever)
    near = unmet(asked.words, texts[:1], retriever)
    graded = any(has_grade(best, grade) for grade in asked.grades)
    aged = bool(asked.case.age) and is_of_age(best, asked.case.age)
    conditioned = any(amount_for(one, asked.amounts) for one in best.conditions)
    if not asked.words:
        return graded and bool(asked.amounts)
    # 多少钱 alone asks for whatever there is a price of.
    plainly = bool(pattern("gives").search(plain(asked.question.text)))
    if not (plainly or graded or aged or asked.amounts):
        return False
    met = conditioned and len(unmet(near, texts[1:2], retriever)) < len(near)
    return graded or aged or met or len(near) < len(asked.words)


def _is_other_member(best: Rule, other: Rule, asked: Asking, retriever: Retriever) -> bool:
    """Whether the question names what a rule of a sentence is for, and nothing that another one of it has for itself: 初中."""
    if best.passage != other.passage:
        return False
    sentence = said_by(best, retriever)[1]
    own, others = (canonical(one.whom.replace(one.base, ""), retriever) for one in (best, other))
    forms = {one for word in asked.words if (one := form(word, [sentence], retriever))}
    said, also = ({one for one in forms if one in text} for text in (own, others))
    raised = bool(_RAISED.search(best.whom)) and not _RAISED.search(other.whom)
    return also < said or (raised and bool(said - also))


def _is_wider(rule: Rule, other: Rule, asked: Asking) -> bool:
    """Whether the other rule is for some of those that a rule is for, told by a word that the question does not say: 低保边缘
    家庭 of 低保家庭."""
    whom, narrow = plain(rule.whom), plain(other.whom)
    letters = iter(narrow)
    if rule.passage != other.passage or len(narrow) <= len(whom) or not all(one in letters for one in whom):
        return False
    return not any(pair in asked.question.text for pair in set(pairs(narrow)) - set(pairs(whom)))


def _is_plain(best: Rule, reply: Reply, asked: Asking) -> bool:
    """Whether the printed award is the whole answer: one that is given once, or for each of what is asked about."""
    if len(reply.passages) != 1 and best.cap is None:
        return False
    if best.sort is Sort.FIXED:
        return not (asked.case.total and best.rhythm)
    if best.sort is Sort.STEP:
        return False
    unit = per_unit(asked.question.text)
    return bool(unit) or (not asked.amounts and not asked.case.total)


def asks_part(asked: Asking) -> bool:
    """Whether it is asked what one of several years has; 首次 is none."""
    return bool(pattern("part").search(plain(asked.question.text).replace("首次", "")))
