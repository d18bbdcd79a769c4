"""How well a rule is met by a person's own case: by whole words, in the rule's own words or what papers print for them."""

from bot.matching.retriever import Retriever
from bot.operations.awards.asked import Asking
from bot.operations.awards.fitting.fit import barred, measures
from bot.operations.awards.fitting.weighed import is_for, of_case, of_kind
from bot.operations.awards.fitting.worded import canonical, form, part_of, said_by, stands
from bot.operations.awards.patterns import pattern
from bot.operations.awards.reckoning import caps
from bot.operations.awards.reckoning.adjusted import is_adjustment
from corpus.compiled import compiled
from corpus.rule.rule import Rule
from corpus.runtime.replace import replace
from corpus.texts.text import plain

# A word met in a rule's own words, in its sentence, and around it.
_PARTS = (1.0, 0.85, 0.7, 0.0)
_AGES = frozenset({"岁", "周岁"})
# 二等蜂场, 一、二级残疾
_CLASS = compiled(
    "(?P<which>(?:[一二三四五六七八九特]、)*[一二三四五六七八九特])(?P<of>等(?!奖)|级(?!建|市)|档)"
)
_KINDS = ("津贴", "补贴", "补助", "贴息", "安家")
_FURTHER = compiled("^其中|提高[到至]")
# What an age adds that a rule is for, and what is told of some of those before.
_AGED, _INNER = 0.25, 0.15
# So much of the words has to be met by a rule that is looked at.
_LEAST = 0.5


def weight(rule: Rule, asked: Asking, retriever: Retriever) -> float | None:
    """How well a rule is met by whole words, None where it is for others or hardly met."""
    # 人才…按20%,D类最高25万元,E类最高15万元: a rate is for each class that it has a cap for.
    if asked.grades and not rule.grades and set(asked.grades) <= caps.classes(rule, retriever):
        asked = replace(asked, grades=())
    if _is_of_other_kind(rule, asked, retriever):
        return None
    if is_adjustment(rule) or not is_for(rule, asked, retriever) or _is_excluded(rule, asked, retriever):
        return None
    texts = said_by(rule, retriever)
    met = [_PARTS[part_of(word, texts, retriever)] for word in asked.words]
    sizes = [len(word) for word in asked.words]
    share = sum(one * size for one, size in zip(met, sizes, strict=True)) / max(1, sum(sizes))
    aged = any(is_of_age(rule, one) for one in [asked.case.age] if one)
    fits = bool(asked.grades) or aged or any(measures(rule, one) for one in asked.amounts)
    if share < _LEAST and (asked.words or not fits):
        return None
    # 其中海外险按70%, 补助比例提高到80%: of what the question names it is, of others not.
    inner = (_INNER if _is_named(rule, asked, retriever) else -_INNER) if _FURTHER.search(rule.whom) else 0.0
    score = share + of_case(rule, asked) + of_kind(rule, asked, retriever) + _AGED * aged + inner
    return score - _INNER * is_for_special(rule, asked, retriever)


def is_for_special(rule: Rule, asked: Asking, retriever: Retriever) -> bool:
    """Whether a rule is for those alone who are something that the question does not say: 特困、低保对象."""
    named = set(pattern("special").findall(plain(rule.whom)))
    text = asked.question.text
    forms = {form(word, [plain(rule.whom)], retriever) for word in asked.words}
    return bool(named) and not any(one in text or one in forms for one in named)


def is_of_age(rule: Rule, age: int) -> bool:
    ends = [end for one in rule.conditions for end in (one.low, one.high) if end and end.unit in _AGES]
    return bool(ends) and not barred(rule, age)


def _is_of_other_kind(rule: Rule, asked: Asking, retriever: Retriever) -> bool:
    """Whether a rule is for another class (一等 for 二等), or gives another benefit of its sentence than is asked for (补贴 for
    津贴)."""
    text, whom = plain(asked.question.text), plain(rule.whom)
    for match in _CLASS.finditer(text):
        own = {one for found in _CLASS.finditer(whom) if found["of"] == match["of"] for one in found["which"]}
        if own and not set(match["which"]) & own:
            return True
    wanted = {kind for kind in _KINDS if kind in text}
    if not rule.clause or not wanted or any(kind in rule.clause + rule.beside for kind in wanted):
        return False
    return any(
        any(kind in other.clause for kind in wanted)
        for other in retriever.library.rules([rule.letter])
        if other.passage == rule.passage and other.clause
    )


def _is_named(rule: Rule, asked: Asking, retriever: Retriever) -> bool:
    """Whether a word of the question stands in the words that a rule has for itself, and not in what it shares."""
    own, shared = canonical(rule.whom, retriever), canonical(rule.beside, retriever)
    return any(
        word in own or (stands(word, own, retriever) and not stands(word, shared, retriever))
        for word in asked.words
    )


def _is_excluded(rule: Rule, asked: Asking, retriever: Retriever) -> bool:
    """Whether a rule is for what the person is not: 不是低保."""
    whom = canonical(rule.whom, retriever)
    return any(stands(word, whom, retriever) for word in asked.case.denied)
