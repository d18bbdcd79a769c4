"""Awards put into words: quoted clauses, amounts as printed, workings, and where they stand."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import zip_longest

from bot.answer import Kind
from bot.matching.retriever import Retriever
from bot.operations.arithmetic.reckon import Working
from bot.phrasing.headline import Awarded, Headline, Quoted, Result, headline, joined
from bot.phrasing.reply import Reply
from bot.wording import say
from corpus.passage import Passage
from corpus.quantity import Quantity
from corpus.rule.rule import Cap, Condition, Rule
from corpus.text import tidy
from corpus.unit import convert

# What a headline holds at most, its article aside.
_LONGEST = 165
_MOST = 5
# A name no longer than this is a bare grade.
_SHORT = 6
# The number of an article or item, and what only leads in.
_LEAD = re.compile(
    r"^(?:第[零一二三四五六七八九十百\d]+条\s*|[（(]?[一二三四五六七八九十\d]+[）)、.．]\s*|对(?=[^应])|其中[,，]?|答[:：]\s*)+"
)


def in_unit(amount: Quantity, unit: str) -> Quantity:
    """An amount with the unit that goes with it: 8个亿 is of 元."""
    return amount if amount.unit else replace(amount, unit=unit)


def listed(rules: Sequence[Rule], retriever: Retriever) -> Reply:
    """What these rules give, as they are printed; where that is too long, the sentence that most of it stands in."""
    parts = [
        _one(rule, retriever, capped=after is None or after.cap != rule.cap)
        for rule, after in zip_longest(rules, rules[1:])
    ]
    body = joined(say("figure.separator"), parts)
    if len(parts) == 1 or (len(parts) <= _MOST and len(body.text) <= _LONGEST):
        return _reply(body, rules, retriever)
    passage = retriever.library.passage(rules[0].passage)
    words = tidy(passage.text)
    if len(words) <= _LONGEST and sum(rule.passage == passage.id for rule in rules) > 1:
        return _reply(_quoted(words, passage), rules, retriever)
    while len(parts) > 1 and len(joined(say("figure.separator"), parts).text) > _LONGEST:
        parts.pop()
    more = headline(say("award.more"), body=joined(say("figure.separator"), parts))
    return _reply(more, rules[: len(parts)], retriever)


def reckoned(rule: Rule, working: Working, retriever: Retriever) -> Reply:
    """What a working gives, within the cap where there is one, with the clause that it follows."""
    result, clause = Result(working), _clause(rule, retriever)
    if rule.cap is None:
        text = headline(say("award.reckoned"), result=result, clause=clause)
    else:
        cap = _cap(rule.cap, retriever)
        over = _is_over(working, rule.cap.amount)
        text = headline(
            say("award.above_cap" if over else "award.reckoned_cap"), result=result, clause=clause, cap=cap
        )
    return _reply(text, [rule], retriever, (working,))


def below(rule: Rule, condition: Condition, retriever: Retriever) -> Reply:
    """That the first tier is not reached."""
    assert condition.low
    low = Awarded(rule, condition.low)
    passage = retriever.library.passage(rule.passage)
    if condition.of and condition.of in tidy(passage.text):
        text = headline(say("award.below_of"), of=Quoted(passage, condition.of), low=low)
    else:
        text = headline(say("award.below"), low=low)
    return _reply(text, [rule], retriever)


def unsettled(rule: Rule, retriever: Retriever) -> Reply:
    """The sentence, where it does not say what holds for the amount."""
    passage = retriever.library.passage(rule.passage)
    words = tidy(passage.text)[:_LONGEST]
    return _reply(headline(say("award.open"), clause=Quoted(passage, words)), [rule], retriever)


def _one(rule: Rule, retriever: Retriever, *, capped: bool) -> Headline:
    """What one rule gives; its cap where no other with the same one follows."""
    body = _clause(rule, retriever) if rule.clause else _composed(rule, retriever)
    passage = retriever.library.passage(rule.passage)
    for term in rule.term.split(","):
        if term and term not in body.text and term in tidy(passage.text):
            body = headline(say("award.term"), body=body, term=Quoted(passage, term))
    if capped and rule.cap and rule.cap.words not in body.text:
        body = headline(say("award.with_cap"), body=body, cap=_cap(rule.cap, retriever))
    return body


def _cap(cap: Cap, retriever: Retriever) -> Headline:
    """The words that say how much is given at most; a bare amount is a table's cell."""
    words = _quoted(cap.words, retriever.library.passage(cap.passage))
    return headline(say("award.at_most"), cap=words) if cap.words[:1].isdigit() else words


def _clause(rule: Rule, retriever: Retriever) -> Headline:
    """The words that may be shown for a rule alone, else its own words and its award."""
    if not rule.clause:
        return _composed(rule, retriever)
    words = _LEAD.sub("", rule.clause)
    if len(words) > _LONGEST // 2:
        words = _end(words)
    return _quoted(words, retriever.library.passage(rule.passage))


def _end(words: str) -> str:
    """The last clauses of a long one."""
    cuts = [match.end() for match in re.finditer("[,，;；]", words)]
    return next((words[cut:] for cut in cuts if len(words) - cut <= _LONGEST // 2), words)


def _composed(rule: Rule, retriever: Retriever) -> Headline:
    """An award of a list: 省级:30万元, with the words that all of the list share."""
    passage = retriever.library.passage(rule.passage)
    ends = [one.low for one in rule.conditions if one.low and one.low.raw not in rule.whom]
    words = _LEAD.sub("", rule.whom).removesuffix("的")
    whom = [one for word in words.split(" ") if word and (one := _found(word, passage, retriever))]
    heads = [Headline((Awarded(rule, end),)) for end in ends]
    name = joined("", [*whom, *heads])
    amount = Awarded(rule, rule.amount)
    shared = _LEAD.sub("", rule.beside)
    if rule.grades and shared in tidy(passage.text) and len(words) <= _SHORT < len(shared):
        return headline(say("award.among"), whom=name, award=amount, beside=_quoted(shared, passage))
    return headline(say("award.member"), whom=name, award=amount)


def _found(words: str, passage: Passage, retriever: Retriever) -> Headline | None:
    """The words quoted from the passage, else from the nearest above it that has them (a table's head)."""
    return next((_quoted(words, one) for one in _above(passage, retriever) if words in tidy(one.text)), None)


def _quoted(words: str, passage: Passage) -> Headline:
    return headline(say("text.quote"), words=Quoted(passage, words))


def _is_over(working: Working, cap: Quantity) -> bool:
    """Whether what was reckoned is more than the cap, both in one currency."""
    value = convert(cap, working.unit)
    return value is not None and working.value > value


def _reply(
    text: Headline, rules: Sequence[Rule], retriever: Retriever, workings: tuple[Working, ...] = ()
) -> Reply:
    passages = [retriever.library.passage(rule.passage) for rule in rules]
    passages += [retriever.library.passage(rule.cap.passage) for rule in rules if rule.cap]
    where = rules[0].article
    above = next(
        (one for one in (*passages, *_above(passages[0], retriever)) if where and where in tidy(one.text)),
        None,
    )
    if above is not None and all(rule.article == where for rule in rules):
        text = headline(say("award.whole"), body=text, where=Quoted(above, where))
    return Reply(Kind.ANSWER, text, passages=tuple(dict.fromkeys(passages)), workings=workings)


def _above(passage: Passage, retriever: Retriever) -> Sequence[Passage]:
    """The passages before one, the nearest first."""
    known = retriever.library.passages(passage.letter)
    return [one for one in reversed(known) if one.start <= passage.start]
