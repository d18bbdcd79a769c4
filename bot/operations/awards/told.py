"""Awards put into words: quoted clauses, amounts as printed, workings, and where they stand."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import zip_longest

from bot.answer import Kind
from bot.matching.retriever import Retriever
from bot.operations.arithmetic.reckon import Working
from bot.operations.awards.reckoned import less
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
_GIVES = re.compile("给予|奖励|补助|补贴|[,，]")
# A clause that begins so says for whom it is.
_SAYS = re.compile("^(?:对|支持|鼓励|凡|引进|新)|的[,，]")
# So far apart stand the ends of an interval at most.
_APART = 8
# A name no longer than this is a bare grade.
_SHORT = 6
# The number of an article or item, and what only leads in.
_LEAD = re.compile(
    r"^(?:第[零一二三四五六七八九十百\d]+条\s*|[（(]?[一二三四五六七八九十\d]+[）)、.．]\s*|对(?=[^应])|其中[,，]?|答[:：]\s*)+"
)


def in_unit(amount: Quantity, unit: str) -> Quantity:
    """An amount with the unit that goes with it: 8个亿 is of 元."""
    return amount if amount.unit else replace(amount, unit=unit)


def listed(rules: Sequence[Rule], retriever: Retriever, *, split: bool = False, lasts: bool = False) -> Reply:
    """What these rules give, as they are printed; where that is too long, the sentence that most of it stands in.

    With `split` also how it is paid out over the years, with `lasts` for how long it is given.
    """
    rules = list({(rule.whom, rule.amount.start): rule for rule in rules}.values())
    parts = [
        _one(
            rule,
            retriever,
            capped=after is None or after.cap != rule.cap,
            asks_split=split and (after is None or after.payout != rule.payout),
        )
        for rule, after in zip_longest(rules, rules[1:])
    ]
    if lasts:
        parts = [_lasting(rule, part, retriever) for rule, part in zip(rules, parts, strict=True)]
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


def reckoned(rule: Rule, working: Working, retriever: Retriever, *, others: Sequence[Rule] = ()) -> Reply:
    """What a working gives, within the cap where there is one, with the clause that it follows.

    `others` are the rules that it takes amounts from besides.
    """
    result, clause = Result(working), _lasting(rule, _clause(rule, retriever), retriever)
    if others:
        clauses = [clause, *(_clause(one, retriever) for one in others)]
        clause = joined(say("figure.separator"), clauses)
    if rule.cap is None:
        text = headline(say("award.reckoned"), result=result, clause=clause)
    else:
        cap = _cap(rule.cap, retriever)
        over = _is_over(working, rule.cap.amount)
        text = headline(
            say("award.above_cap" if over else "award.reckoned_cap"), result=result, clause=clause, cap=cap
        )
    return _reply(text, [rule, *others], retriever, (working,))


def _lasting(rule: Rule, body: Headline, retriever: Retriever) -> Headline:
    """A clause with how long it is given, where that is said elsewhere."""
    span = rule.span
    if span is None or span.words in body.text:
        return body
    passage = retriever.library.passage(span.passage)
    if span.words not in tidy(passage.text):
        return body
    return headline(say("award.term"), body=body, term=Quoted(passage, span.words))


def below(rule: Rule, condition: Condition, retriever: Retriever) -> Reply:
    """That the first tier is not reached."""
    assert condition.low
    low = Awarded(rule, condition.low)
    passage = retriever.library.passage(rule.passage)
    of = condition.of.removeprefix("且")
    if of and of in tidy(passage.text):
        text = headline(say("award.below_of"), of=Quoted(passage, of), low=low)
    else:
        text = headline(say("award.below"), low=low)
    return _reply(text, [rule], retriever)


def compared(one: Rule, other: Rule, retriever: Retriever, *, differ: bool) -> Reply:
    """Which of two awards is the higher, with both, and with `differ` by how much."""
    high, low = sorted((one, other), key=lambda rule: -rule.amount.value)
    first, second = (_one(rule, retriever, capped=True) for rule in (high, low))
    if high.amount.value == low.amount.value:
        return _reply(headline(say("award.equal"), first=first, second=second), [high, low], retriever)
    working, whom = less(high, low), _who(high, retriever)
    if not differ:
        text = headline(say("award.higher"), whom=whom, first=first, second=second)
        return _reply(text, [high, low], retriever)
    text = headline(say("award.more_than"), whom=whom, result=Result(working), first=first, second=second)
    return _reply(text, [high, low], retriever, (working,))


def paid_out(rule: Rule, retriever: Retriever) -> Reply | None:
    """How an award is paid out over the years, None where that is not said."""
    if rule.payout is None:
        return None
    words = _quoted(rule.payout.words, retriever.library.passage(rule.payout.passage))
    return _reply(
        headline(say("award.member"), whom=_clause(rule, retriever), award=words), [rule], retriever
    )


def added(rules: Sequence[Rule], working: Working, retriever: Retriever) -> Reply:
    """Several awards added up, with each of them."""
    body = joined(say("figure.separator"), [_one(rule, retriever, capped=True) for rule in rules])
    return _reply(headline(say("award.sum"), result=Result(working), body=body), rules, retriever, (working,))


def _who(rule: Rule, retriever: Retriever) -> Headline:
    """For whom an award is, in few words: its label, its grade, else its own words without the verb."""
    passage = retriever.library.passage(rule.passage)
    words = rule.label or _GIVES.split(_LEAD.sub("", rule.whom))[0].strip(",，的") or rule.whom
    return _found(words, passage, retriever) or Headline(())


def unmet(rule: Rule, condition: Condition, retriever: Retriever) -> Reply:
    """That a condition is not met, with the clause that asks for it."""
    end = condition.low or condition.high
    assert end
    clause = _clause(rule, retriever) if rule.clause else _composed(rule, retriever)
    text = headline(say("award.unmet"), end=Awarded(rule, end), clause=clause)
    return _reply(text, [rule], retriever)


def unsettled(rule: Rule, retriever: Retriever) -> Reply:
    """The sentence, where it does not say what holds for the amount."""
    passage = retriever.library.passage(rule.passage)
    words = tidy(passage.text)[:_LONGEST]
    return _reply(headline(say("award.open"), clause=Quoted(passage, words)), [rule], retriever)


def _one(rule: Rule, retriever: Retriever, *, capped: bool, asks_split: bool = False) -> Headline:
    """What one rule gives; its cap where no other with the same one follows, how it is paid out where that is asked."""
    body = _clause(rule, retriever)
    passage = retriever.library.passage(rule.passage)
    for term in rule.term.split(","):
        if term and term not in body.text and term in tidy(passage.text):
            body = headline(say("award.term"), body=body, term=Quoted(passage, term))
    if asks_split and rule.payout and rule.payout.words not in body.text:
        paid = _quoted(rule.payout.words, retriever.library.passage(rule.payout.passage))
        body = headline(say("award.term"), body=body, term=paid)
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
    words, passage = _LEAD.sub("", rule.clause), retriever.library.passage(rule.passage)
    if len(words) > _LONGEST // 2:
        words = _end(words)
    body = _quoted(words, passage)
    label = rule.label
    if label and label not in words and label in tidy(passage.text) and not _SAYS.search(words):
        return headline(say("award.labelled"), label=Quoted(passage, label), body=body)
    return body


def _end(words: str) -> str:
    """The last clauses of a long one."""
    cuts = [match.end() for match in re.finditer("[,，;；]", words)]
    return next((words[cut:] for cut in cuts if len(words) - cut <= _LONGEST // 2), words)


def _composed(rule: Rule, retriever: Retriever) -> Headline:
    """An award of a list: 省级:30万元, with the words that all of the list share."""
    passage = retriever.library.passage(rule.passage)
    ends = [_interval(one) for one in rule.conditions if not _said(one, rule.whom)]
    words = _LEAD.sub("", rule.whom).removesuffix("的")
    whom = [one for word in words.split(" ") if word and (one := _found(word, passage, retriever))]
    heads = [_end_of(end, rule, passage, retriever) for end in ends if end]
    name = joined("", [*whom, *heads])
    amount = Awarded(rule, rule.amount)
    shared = _LEAD.sub("", rule.beside)
    if rule.grades and shared in tidy(passage.text) and len(words) <= _SHORT < len(shared):
        return headline(say("award.among"), whom=name, award=amount, beside=_quoted(shared, passage))
    return headline(say("award.member"), whom=name, award=amount)


def _said(condition: Condition, whom: str) -> bool:
    end = condition.low or condition.high
    return end is None or end.raw in whom


def _interval(condition: Condition) -> tuple[Quantity, ...]:
    return tuple(end for end in (condition.low, condition.high) if end)


def _end_of(ends: tuple[Quantity, ...], rule: Rule, passage: Passage, retriever: Retriever) -> Headline:
    """An end as printed; both of an interval with what stands between them: 1000万元及以上至5000万元."""
    if len(ends) > 1 and 0 <= ends[1].start - ends[0].end <= _APART:
        text = retriever.library.letters[rule.letter].text
        words = tidy(text[ends[0].start : ends[1].end])
        if words in tidy(passage.text):
            return _quoted(words, passage)
    return Headline((Awarded(rule, ends[0]),))


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
    more = [one for rule in rules for one in (rule.span, rule.payout) if one]
    passages += [retriever.library.passage(one.passage) for one in more]
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
