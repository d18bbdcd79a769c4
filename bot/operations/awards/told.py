"""Awards put into words: quoted clauses, amounts as printed, workings, and where they stand."""

from collections.abc import Sequence
from itertools import zip_longest

from bot.answer import Kind
from bot.matching.retriever import Retriever
from bot.operations.arithmetic.reckon import Working
from bot.operations.awards.clauses import (
    LONGEST,
    above,
    cap_of,
    clause_of,
    is_ranged,
    lasting,
    one_award,
    who,
    whom_of,
)
from bot.operations.awards.reckoning.reckoned import less
from bot.phrasing.headline import Awarded, Headline, Quoted, Result, headline, joined, quote
from bot.phrasing.reply import Reply
from bot.wording import say
from corpus.amounts.quantity import Quantity
from corpus.amounts.unit import convert
from corpus.passage import Passage
from corpus.rule.rule import Condition, Rule
from corpus.runtime.replace import replace
from corpus.texts.text import tidy

_MOST = 5


def in_unit(amount: Quantity, unit: str) -> Quantity:
    """An amount with the unit that goes with it: 8个亿 is of 元."""
    return amount if amount.unit else replace(amount, unit=unit)


def listed(rules: Sequence[Rule], retriever: Retriever, *, split: bool = False, lasts: bool = False) -> Reply:
    """What these rules give, as they are printed; where that is too long, the sentence that most of it stands in.

    With `split` also how it is paid out over the years, with `lasts` for how long it is given.
    """
    rules = list({(rule.whom, rule.amount.start): rule for rule in rules}.values())
    parts = [
        one_award(
            rule,
            retriever,
            capped=after is None or after.cap != rule.cap,
            asks_split=(split or len(rules) == 1) and (after is None or after.payout != rule.payout),
        )
        for rule, after in zip_longest(rules, rules[1:])
    ]
    if lasts:
        parts = [lasting(rule, part, retriever) for rule, part in zip(rules, parts, strict=True)]
    body = joined(say("figure.separator"), parts)
    ranged = len(parts) > 1 and any(is_ranged(rule) for rule in rules)
    if len(parts) == 1 or (len(parts) <= _MOST and len(body.text) <= LONGEST and not ranged):
        return _reply(body, rules, retriever)
    passage = retriever.library.passage(rules[0].passage)
    words = tidy(passage.text)
    if len(words) <= LONGEST and sum(rule.passage == passage.id for rule in rules) > 1:
        return _reply(quote(passage, words), rules, retriever)
    while len(parts) > 1 and len(joined(say("figure.separator"), parts).text) > LONGEST:
        parts.pop()
    more = headline(say("award.more"), body=joined(say("figure.separator"), parts))
    return _reply(more, rules[: len(parts)], retriever)


def reckoned(rule: Rule, working: Working, retriever: Retriever, *, others: Sequence[Rule] = ()) -> Reply:
    """What a working gives, within the cap where there is one, with the clause that it follows.

    `others` are the rules that it takes amounts from besides.
    """
    result = (
        headline(say("award.at_most"), cap=Result(working)) if rule.most else Headline((Result(working),))
    )
    clause = lasting(rule, clause_of(rule, retriever), retriever)
    if others:
        clauses = [clause, *(clause_of(one, retriever) for one in others)]
        clause = joined(say("figure.separator"), clauses)
    if rule.cap is None:
        text = headline(say("award.reckoned"), result=result, clause=clause)
    else:
        cap = cap_of(rule.cap, retriever)
        over = _is_over(working, rule.cap.amount)
        text = headline(
            say("award.above_cap" if over else "award.reckoned_cap"), result=result, clause=clause, cap=cap
        )
    return _reply(text, [rule, *others], retriever, (working,))


def in_part(reply: Reply, rule: Rule, working: Working, retriever: Retriever) -> Reply | None:
    """A reply with what one year has of it, and the words that say so."""
    if rule.payout is None:
        return None
    passage = retriever.library.passage(rule.payout.passage)
    paid = headline(say("award.reckoned"), result=Result(working), clause=quote(passage, rule.payout.words))
    text = joined(say("figure.separator"), [reply.headline, paid])
    passages = tuple(dict.fromkeys((*reply.passages, passage)))
    return replace(reply, headline=text, passages=passages, workings=(*reply.workings, working))


def changed(rule: Rule, working: Working, words: str, passage: Passage, retriever: Retriever) -> Reply:
    """An award in a case that raises or lowers it, with the award itself and what the case says."""
    parts = [clause_of(rule, retriever), quote(passage, words)]
    text = headline(
        say("award.reckoned"), result=Result(working), clause=joined(say("figure.separator"), parts)
    )
    reply = _reply(text, [rule], retriever, (working,))
    return replace(reply, passages=tuple(dict.fromkeys((*reply.passages, passage))))


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
    first, second = (one_award(rule, retriever, capped=True) for rule in (high, low))
    if high.amount.value == low.amount.value:
        return _reply(headline(say("award.equal"), first=first, second=second), [high, low], retriever)
    working, whom = less(high, low), who(high, retriever)
    if whom.text == who(low, retriever).text:
        whom = Headline(())
    if not differ:
        text = headline(say("award.higher"), whom=whom, first=first, second=second)
        return _reply(text, [high, low], retriever)
    text = headline(say("award.more_than"), whom=whom, result=Result(working), first=first, second=second)
    return _reply(text, [high, low], retriever, (working,))


def paid_out(rule: Rule, retriever: Retriever) -> Reply | None:
    """How an award is paid out over the years, None where that is not said."""
    if rule.payout is None:
        return None
    words = quote(retriever.library.passage(rule.payout.passage), rule.payout.words)
    return _reply(
        headline(say("award.member"), whom=clause_of(rule, retriever), award=words), [rule], retriever
    )


def added(rules: Sequence[Rule], working: Working, retriever: Retriever) -> Reply:
    """Several awards added up, with each of them."""
    body = joined(say("figure.separator"), [one_award(rule, retriever, capped=True) for rule in rules])
    return _reply(headline(say("award.sum"), result=Result(working), body=body), rules, retriever, (working,))


def unmet(rule: Rule, condition: Condition, retriever: Retriever) -> Reply:
    """That a condition is not met, with the clause that asks for it."""
    end = condition.low or condition.high
    assert end
    clause = clause_of(rule, retriever)
    # What would be given is not: of a list only for whom it is.
    clause = clause if rule.clause else whom_of(rule, retriever)
    text = headline(say("award.unmet"), end=Awarded(rule, end), clause=clause)
    return _reply(text, [rule], retriever)


def unsettled(rule: Rule, retriever: Retriever) -> Reply:
    """The sentence, where it does not say what holds for the amount."""
    passage = retriever.library.passage(rule.passage)
    words = tidy(passage.text)[:LONGEST]
    return _reply(headline(say("award.open"), clause=Quoted(passage, words)), [rule], retriever)


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
    stated = next(
        (one for one in (*passages, *above(passages[0], retriever)) if where and where in tidy(one.text)),
        None,
    )
    if stated is not None and all(rule.article == where for rule in rules):
        text = headline(say("award.whole"), body=text, where=Quoted(stated, where))
    return Reply(Kind.ANSWER, text, passages=tuple(dict.fromkeys(passages)), workings=workings)
