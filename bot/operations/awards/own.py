"""A person's own case told in the person's own words: the one rule that it is of, whatever else is told with it."""

from collections.abc import Sequence

from bot.answer import Kind
from bot.matching.retriever import Retriever
from bot.operations.awards import awards, told
from bot.operations.awards.asked import Asking, asking
from bot.operations.awards.fitting.choice import Candidate, candidates
from bot.operations.awards.fitting.defined import defined
from bot.operations.awards.fitting.only import asks_part, is_only, is_settled
from bot.operations.awards.fitting.reached import chief, only_tier, reached
from bot.operations.awards.fitting.worded import canonical, narrowing, stands, unmet
from bot.operations.awards.fitting.worth import weight
from bot.operations.awards.patterns import pattern
from bot.operations.awards.reckoning import caps, parts, reckoned
from bot.operations.awards.reckoning.adjusted import named as cases
from bot.operations.awards.reckoning.grown import for_more, is_of_more
from bot.operations.awards.reckoning.settled import given
from bot.phrasing.reply import Reply
from bot.understanding.question import Question
from bot.understanding.several.division import asks
from corpus.compiled import compiled
from corpus.rule.rule import Rule, Sort
from corpus.runtime.replace import replace
from corpus.texts.text import plain

# The name of a reply of which every word is met by one rule alone.
SETTLED = "awards.settled"
_SEVERAL = 2
# What asks for something else than one award.
_OTHER = ("other", "differ", "compared")
_ADDED = compiled("(?:再|另|另外|额外)(?:一次性)?(?:给予|增加|加|补|奖)[^,;]{0,6}$")


def pays_oneself(text: str) -> bool:
    """Whether a message asks what the person has to pay: no award answers that."""
    return bool(pattern("pays").search(plain(text)))


def own_case(
    question: Question, retriever: Retriever, *, total: bool = False, named: str = ""
) -> Reply | None:
    """What a policy gives in the case that a message tells, None where no rule or no one rule is meant. `total` says that all
    of it together is wanted, `named` is what the rule's own words have to say (要是连栋的呢).

    Every word that narrows has to stand in the rule, in its own words or what papers print for them. A grade that a policy
    puts into a class is looked for as that class too.
    """
    asked = asking(question, retriever.lexicon, wide=True)
    text = plain(question.text)
    if (
        asked is None
        or question.periods
        or not pattern("how_much").search(text)
        or any(pattern(one).search(text) for one in _OTHER)
    ):
        return None
    case = replace(asked.case, total=total or asked.case.total)
    asked = replace(asked, words=narrowing(question.text, retriever), case=case)
    must = narrowing(named, retriever) if named else ()
    if named and not must:
        return None
    reply = _told(asked, retriever, must)
    if reply or not asked.grades:
        return _if_whole(reply, text)
    for letter in dict.fromkeys(rule.letter for rule in retriever.library.rules()):
        grades = defined(asked.grades, letter, retriever)
        if grades != asked.grades and (reply := _told(replace(asked, grades=grades), retriever, must)):
            return _if_whole(reply, text)
    return None


def _if_whole(reply: Reply | None, text: str) -> Reply | None:
    """A reply, None where the message asks for more amounts than it works out."""
    wanted = asks(text)
    return reply if reply and (wanted < _SEVERAL or len(reply.workings) >= wanted) else None


def _told(asked: Asking, retriever: Retriever, must: Sequence[str]) -> Reply | None:
    whole, asked = asked, chief(asked)
    found = candidates(asked, retriever, weight)
    found = reached(found, asked)
    if not found or unmet(must, [canonical(found[0].rule.whom, retriever)], retriever):
        return None
    if changed := _changed(found, asked, retriever):
        return changed
    if more := _more(found[0].rule, asked, retriever):
        both = is_only(found, asked, retriever) and asked.case.total and len(more) == 1
        return _both(found[0].rule, more[0], retriever) if both else None
    capped = [caps.of_class(one.rule, asked, retriever) for one in found]
    if capped[0] is None:
        return None
    found = [replace(one, rule=rule) for one, rule in zip(found, capped, strict=True) if rule]
    reply = _of_best(found, asked, whole, retriever)
    if reply is None or reply.kind is not Kind.ANSWER or not is_settled(reply, found, asked, retriever):
        return None
    if asks_part(asked):
        reply = _in_part(reply, found[0].rule, asked, retriever)
    return replace(reply, checked=True, way=SETTLED) if reply else None


def _of_best(found: list[Candidate], asked: Asking, whole: Asking, retriever: Retriever) -> Reply | None:
    """What the best rule alone gives; `whole` has all amounts, of which some say what was added.

    A tier of several conditions takes its place among those found.
    """
    best = found[0].rule
    own = [one for one in found if one.rule.series == best.series]
    single = only_tier(own, asked)
    if single:
        found[:] = [replace(found[0], rule=single), *(one for one in found if one not in own)]
        return given(single, asked, retriever)
    if is_of_more(best):
        return for_more(best, awards.series(best, whole, retriever), whole, retriever)
    # What one year has of an award for each is worked out of what all have.
    if asks_part(asked) and best.sort is not Sort.FIXED:
        text = pattern("part").sub("", plain(asked.question.text))
        asked = replace(asked, question=replace(asked.question, text=text))
    return caps.shared(best, asked, retriever) or awards.of(own, asked, retriever)


def _more(best: Rule, asked: Asking, retriever: Retriever) -> list[Rule]:
    """What is given on top of an award in a case that the question tells: 与改造同步实施的再增加3万元."""
    own = canonical(best.whom + best.beside, retriever)
    told = [word for word in asked.words if not stands(word, own, retriever)]
    return [
        one
        for one in retriever.library.rules([best.letter])
        if one.passage == best.passage
        and one is not best
        and _ADDED.search(one.whom)
        and one.amount.unit == best.amount.unit
        and any(stands(word, canonical(one.whom, retriever), retriever) for word in told)
    ]


def _both(best: Rule, more: Rule, retriever: Retriever) -> Reply:
    unit = best.amount.unit
    terms = [(reckoned.money(one.amount.value, unit), one.amount.value) for one in (best, more)]
    reply = told.added((best, more), reckoned.both(terms, unit), retriever)
    return replace(reply, checked=True, way=SETTLED)


def _in_part(reply: Reply, best: Rule, asked: Asking, retriever: Retriever) -> Reply | None:
    """What the year asked for has of an award that is paid out over years, behind all of it where that is worked out."""
    # Of an award given once its part is told already.
    if best.years or best.rhythm or not reply.workings or best.sort is Sort.FIXED:
        return reply
    part = parts.of_year(reply.workings[0], parts.paid_in_parts(best, retriever), asked)
    return told.in_part(reply, best, part, retriever) if part else None


def _changed(found: Sequence[Candidate], asked: Asking, retriever: Retriever) -> Reply | None:
    """The award in a case of its paragraph that raises or lowers it, where the question tells that case and none else."""
    best = found[0].rule
    changes = cases(best, asked, retriever)
    fixed = best.sort in (Sort.FIXED, Sort.EACH) and best.amount.high is None and not asked.amounts
    if len(changes) != 1 or not fixed or asked.case.total or not is_only(found, asked, retriever):
        return None
    working = changes[0].working(best)
    reply = told.changed(best, working, changes[0].words, changes[0].passage, retriever)
    return replace(reply, checked=True, way=SETTLED)
