"""The words of one award: its clause as printed, its cap, its term, for whom it is."""

import re
from collections.abc import Sequence

from bot.matching.retriever import Retriever
from bot.phrasing.headline import Awarded, Headline, Quoted, headline, joined, quote
from bot.wording import say
from corpus.amounts.quantity import Bound, Quantity
from corpus.compiled import compiled
from corpus.passage import Passage
from corpus.rule.rule import Cap, Condition, Rule, Sort
from corpus.texts.text import tidy

# What a headline holds at most, its article aside.
LONGEST = 165
_GIVES = compiled("给予|奖励|补助|补贴|[,，]")
# A clause that begins so says for whom it is.
_SAYS = compiled("^(?:对|支持|鼓励|凡|引进|新)|的[,，]")
# So far apart stand the ends of an interval at most.
_APART = 8
# A name no longer than this is a bare grade.
_SHORT = 6
# The number of an article or item, and what only leads in.
_LEAD = compiled(
    r"^(?:第[零一二三四五六七八九十百\d ]+条\s*|[（(]?[一二三四五六七八九十\d]+[）)、.．]\s*|对于?(?=[^应])|其中[,，]?|答[:：]\s*)+"
)


def one_award(rule: Rule, retriever: Retriever, *, capped: bool, asks_split: bool = False) -> Headline:
    """What one rule gives; its cap where no other with the same one follows, how it is paid out where that is asked."""
    body = clause_of(rule, retriever)
    passage = retriever.library.passage(rule.passage)
    for term in rule.term.split(","):
        if term and term not in body.text and term in tidy(passage.text):
            body = headline(say("award.term"), body=body, term=Quoted(passage, term))
    if asks_split and rule.payout and rule.payout.words not in body.text:
        paid = quote(retriever.library.passage(rule.payout.passage), rule.payout.words)
        body = headline(say("award.term"), body=body, term=paid)
    if capped and rule.cap and rule.cap.words not in body.text:
        body = headline(say("award.with_cap"), body=body, cap=cap_of(rule.cap, retriever))
    return body


def clause_of(rule: Rule, retriever: Retriever) -> Headline:
    """The words that may be shown for a rule alone, else its own words and its award."""
    if not rule.clause:
        return _composed(rule, retriever)
    words, passage = _LEAD.sub("", rule.clause), retriever.library.passage(rule.passage)
    if len(words) > LONGEST // 2:
        words = _end(words)
    body = quote(passage, words)
    label = rule.label
    if label and label not in words and label in tidy(passage.text) and not _SAYS.search(words):
        return headline(say("award.labelled"), label=Quoted(passage, label), body=body)
    return body


def lasting(rule: Rule, body: Headline, retriever: Retriever) -> Headline:
    """A clause with how long it is given, where that is said elsewhere."""
    span = rule.span
    if span is None or span.words in body.text:
        return body
    passage = retriever.library.passage(span.passage)
    if span.words not in tidy(passage.text):
        return body
    return headline(say("award.term"), body=body, term=Quoted(passage, span.words))


def cap_of(cap: Cap, retriever: Retriever) -> Headline:
    """The words that say how much is given at most; a bare amount is a table's cell."""
    words = quote(retriever.library.passage(cap.passage), cap.words)
    return headline(say("award.at_most"), cap=words) if cap.words[:1].isdigit() else words


def who(rule: Rule, retriever: Retriever) -> Headline:
    """For whom an award is, in few words: its label, its grade, else its own words without the verb."""
    passage = retriever.library.passage(rule.passage)
    if not rule.clause:
        return whom_of(rule, retriever)
    words = rule.label or _GIVES.split(_LEAD.sub("", rule.whom))[0].strip(",，的") or rule.whom
    return _found(words, passage, retriever) or Headline(())


def _end(words: str) -> str:
    """The last clauses of a long one."""
    cuts = [match.end() for match in re.finditer("[,，;；]", words)]
    return next((words[cut:] for cut in cuts if len(words) - cut <= LONGEST // 2), words)


def _composed(rule: Rule, retriever: Retriever) -> Headline:
    """An award of a list: 省级:30万元, with the words that all of the list share."""
    passage, name = retriever.library.passage(rule.passage), whom_of(rule, retriever)
    amount, shared = _amount_of(rule), _LEAD.sub("", rule.beside)
    if is_ranged(rule):
        return headline(say("award.ranged"), award=amount, beside=quote(passage, shared))
    if rule.grades and shared in tidy(passage.text) and len(_bare(rule.whom)) <= _SHORT < len(shared):
        return headline(say("award.among"), whom=name, award=amount, beside=quote(passage, shared))
    return headline(say("award.member"), whom=name, award=amount)


def is_ranged(rule: Rule) -> bool:
    """Whether a rule is one of a range of grades (2—5星级), of which the printed words name the ends alone."""
    return not rule.clause and bool(rule.beside) and rule.whom == rule.beside


def _amount_of(rule: Rule) -> Headline:
    """The amount as printed; of a list of 最高5万元、3万元 each says that it is the most."""
    amount = Headline((Awarded(rule, rule.amount),))
    said = rule.sort is not Sort.LIMIT or rule.amount.bound is not Bound.EXACT
    return amount if said else headline(say("award.at_most"), cap=amount)


def whom_of(rule: Rule, retriever: Retriever) -> Headline:
    """For whom an award of a list is, with the ends of its conditions: 固定资产投资1000万元及以上至5000万元."""
    passage = retriever.library.passage(rule.passage)
    ends = [
        (one, _interval(one))
        for one in rule.conditions
        if not (_said(one, rule.whom) or (rule.whom in rule.beside and _is_of_all(one, rule.beside)))
    ]
    words = _bare(rule.whom).split(" ")
    whom = [one for word in words if word and (one := _found(word, passage, retriever))]
    told = [
        _with_name(one, _end_of(end, rule, passage, retriever), rule, retriever) for one, end in ends if end
    ]
    return joined("", [*whom, *told])


def _with_name(condition: Condition, end: Headline, rule: Rule, retriever: Retriever) -> Headline:
    """The ends of what has to be reached besides, with what they are of: 且增长10%以上."""
    besides = condition.of and condition is not rule.conditions[0] and condition.of not in rule.whom
    name = _found(condition.of, retriever.library.passage(rule.passage), retriever) if besides else None
    return joined("", [name, end]) if name else end


def _bare(whom: str) -> str:
    return _LEAD.sub("", whom).removesuffix("的")


def _said(condition: Condition, whom: str) -> bool:
    end = condition.low or condition.high
    return end is None or end.raw in whom


def _is_of_all(condition: Condition, beside: str) -> bool:
    """Whether an age is asked of all that a list is for, and is none of its members'."""
    end = condition.low or condition.high
    return end is not None and end.unit in ("岁", "周岁") and end.raw not in beside


def _interval(condition: Condition) -> tuple[Quantity, ...]:
    return tuple(end for end in (condition.low, condition.high) if end)


def _end_of(ends: tuple[Quantity, ...], rule: Rule, passage: Passage, retriever: Retriever) -> Headline:
    """An end as printed; both of an interval with what stands between them: 1000万元及以上至5000万元."""
    if len(ends) > 1 and 0 <= ends[1].start - ends[0].end <= _APART:
        text = retriever.library.letters[rule.letter].text
        words = tidy(text[ends[0].start : ends[1].end])
        if words in tidy(passage.text):
            return quote(passage, words)
    return Headline((Awarded(rule, ends[0]),))


def _found(words: str, passage: Passage, retriever: Retriever) -> Headline | None:
    """The words quoted from the passage, else from the nearest above it that has them (a table's head)."""
    return next((quote(one, words) for one in above(passage, retriever) if words in tidy(one.text)), None)


def above(passage: Passage, retriever: Retriever) -> Sequence[Passage]:
    """The passages before one, the nearest first."""
    known = retriever.library.passages(passage.letter)
    return [one for one in reversed(known) if one.start <= passage.start]
