"""What a policy gives: the tier that the person's amount lies in, with its working, its cap and its article."""

from collections.abc import Sequence

from bot.matching.retriever import Retriever
from bot.operations.awards import pair, told
from bot.operations.awards.asked import Asking, asking
from bot.operations.awards.fitting.choice import Candidate, candidates, several, whole_list, with_tiers
from bot.operations.awards.fitting.fit import (
    amount_for,
    barred,
    counted_by,
    has_grade,
    measures,
    of_growth,
    of_years,
    share_words,
    shares_base,
)
from bot.operations.awards.fitting.tier import tier
from bot.operations.awards.fitting.weighed import met_whole, runs_met
from bot.operations.awards.patterns import pattern
from bot.operations.awards.reckoning import parts, reckoned, steps
from bot.operations.awards.reckoning.settled import given, is_added, said_before, working
from bot.phrasing.reply import Reply
from bot.understanding.expressions.lay import lay
from bot.understanding.question import Question
from corpus.compiled import compiled
from corpus.rule.rule import Rule, Sort
from corpus.runtime.replace import replace
from corpus.texts.text import plain

# A rule that measures none of the person's amounts is told only where the question's words are all but its own.
_SURE = 0.8
# Rules of different awards met this nearly alike are told both, and none is reckoned.
_TIE = 0.02
_WHEN, _AMOUNT = compiled("什么时候|啥时候|何时|多久|多长时间"), compiled("多少|几[万元千百块个成钱]")
# 批发业8万元、零售业6万元、住宿和餐饮业5万元
_OWN_TRADE = compiled("(?:开|经营)(?:了|个|家|一家)*(?P<what>[一-鿿]{2,8}?)(?:店|厂|馆|公司)?的?(?=[,，])")
_TRADE, _SOME = compiled("(?:业|企业|店)$"), 2
# What is given stands in a table, or part by part.
_BY_TIERS = compiled("[如按下](?:下|表|列|附)[^,;]{0,4}(?:表|标准|给予|补|奖)|部分按|分段")
_UP_TO = compiled("几岁|多大|多少岁")
_TIMES = frozenset({"年", "个月"})


def award(question: Question, retriever: Retriever) -> Reply | None:
    """What the rule that the question means gives; None where it asks for no award or no rule is meant."""
    asked = asking(question, retriever.lexicon)
    if asked is None:
        return None
    related = pair.related(asked, retriever)
    if related or not asked.given:
        return related
    if not asked.amounts and (each := several(asked, retriever)):
        return told.listed(each, retriever)
    return of(candidates(asked, retriever), asked, retriever)


def of(found: Sequence[Candidate], asked: Asking, retriever: Retriever) -> Reply | None:
    """What the best of these rules gives; None where there is none or it misses what is asked."""
    if not found or _misses(found[0].rule, asked, retriever):
        return None
    # The person's amount tells which of several is meant.
    return _for_age([one for one in found if _measured(one.rule, asked)] or found, asked, retriever)


def _for_age(found: Sequence[Candidate], asked: Asking, retriever: Retriever) -> Reply | None:
    """What the rules give that the person's age does not bar; where it bars all, the condition that is not met."""
    fit = [one for one in found if not barred(one.rule, asked.case.age)]
    unmet = barred(found[0].rule, asked.case.age)
    if fit or unmet is None:
        return _of(fit, asked, retriever)
    return _sure(told.unmet(found[0].rule, unmet, retriever), found, asked, retriever)


def _misses(best: Rule, asked: Asking, retriever: Retriever) -> bool:
    """Whether the question goes on to something else (学校的呢), or asks when, and the rule says neither."""
    text = asked.question.text
    if _WHEN.search(text) and not _AMOUNT.search(text) and not (best.span or best.amount.unit in _TIMES):
        return True
    return asked.question.inherited and not runs_met(best, asked, retriever)


def _of(found: Sequence[Candidate], asked: Asking, retriever: Retriever) -> Reply | None:
    """What the rules give that the person's age does not bar."""
    best = found[0].rule
    if parts.asks_part(asked) and (words := parts.paid_in_parts(best, retriever)):
        return _one_part(best, words, asked, retriever)
    if lasts := _lasting(best, asked, retriever):
        return _sure(lasts, found, asked, retriever)
    if _measured(best, asked):
        return _for_measured(found, asked, retriever)
    if asked.amounts and found[0].score < _SURE:
        return None
    return _told(found, asked, retriever)


def _for_measured(found: Sequence[Candidate], asked: Asking, retriever: Retriever) -> Reply | None:
    """What the best rule gives for the person's amounts; of rules met nearly alike the own tier of each, if all are settled."""
    best = found[0].rule
    others = [one for one in found if one.rule.series != best.series and _measured(one.rule, asked)]
    rivals = [one.rule for one in others if found[0].score - one.score < _TIE]
    if others and (reply := _of_reached([best, *(one.rule for one in others)], asked, retriever)):
        return _sure(reply, found, asked, retriever)
    if rivals:
        each = [_own_tier(rule, asked, retriever) for rule in (best, *rivals)]
        if not all(each):
            return None
        # 两类项目都按5%: what both come to is one sum.
        same = {
            (one.sort, one.amount.value, one.base, one.cap and one.cap.amount.value) for one in each if one
        }
        if len(same) == 1 and each[0] and (sum_of := working(each[0], asked)):
            return told.reckoned(each[0], sum_of, retriever, others=[one for one in each[1:] if one])
        return told.listed([one for one in each if one], retriever)
    if _only_part(best, asked):
        return None
    return _sure(_for_amount(best, asked, retriever), found, asked, retriever)


def _of_reached(rules: Sequence[Rule], asked: Asking, retriever: Retriever) -> Reply | None:
    """Of several awards for one measure, the best of which begins above the amount: the one that the amount reaches.

    That none is reached, with the lowest of them, where it reaches none; None where the best is reached or it is open.
    """
    name = rules[0].conditions[0].of if rules[0].conditions else ""
    alike = [one for one in rules if one.conditions and share_words(one.conditions[0].of, name)]
    found = [(one, tier(series(one, asked, retriever), asked.amounts)) for one in alike]
    best = found[0][1] if found else None
    if len(alike) < 2 or best is None or not (best.below or best.unmet):
        return None
    reached = [(one, here.rule) for one, here in found if here.rule]
    if len({one.series for one, _ in reached}) == 1 and reached[0][1]:
        return given(reached[0][1], asked, retriever)
    if reached or not all(here.below for _, here in found):
        return None
    lows = [(here.below.low.value, here) for _, here in found if here.below and here.below.low and here.of]
    lowest = min(lows, key=lambda row: row[0])[1]
    return told.below(lowest.of, lowest.below, retriever) if lowest.of and lowest.below else None


def _one_part(best: Rule, words: str, asked: Asking, retriever: Retriever) -> Reply | None:
    """What one year has of the award, of the person's own tier where an amount is named; None where either is open."""
    # 第一年40% is no amount of the person's own.
    own = [one for one in asked.amounts if one.unit != "%"]
    rule = tier(series(best, asked, retriever), own).rule if own else best
    share = parts.working(rule, words, asked) if rule else None
    return told.reckoned(rule, share, retriever) if rule and share else None


def _told(found: Sequence[Candidate], asked: Asking, retriever: Retriever) -> Reply | None:
    """The rules as printed, with their other tiers; None where the question names people that none of them is for."""
    best = found[0].rule
    if asked.case.split and not asked.case.share and (out := told.paid_out(best, retriever)):
        return _sure(out, found, asked, retriever)
    rules = with_tiers([one.rule for one in found], asked, retriever)
    # 发到几岁 is told by a sentence with an age alone.
    aged = not _UP_TO.search(asked.question.text) or any(
        "岁" in retriever.library.passage(one.passage).text for one in rules
    )
    if _are_same_of_two_lists(rules) or not aged:
        return None
    if _is_of_other_trade(rules, asked):
        return None
    rules = whole_list(rules, retriever) if asked.each else rules
    # 普通二本毕业生 is of none of the grades that the list is for.
    several_grades = len({rule.grades for rule in rules if rule.grades}) > 1
    paid = asked.case.split or asked.lasts
    if several_grades and not (asked.grades or paid or met_whole(best, asked, retriever)):
        return None
    split = asked.case.split or (asked.lasts and not any(rule.span for rule in rules))
    reply = told.listed(rules, retriever, split=split, lasts=asked.lasts)
    return _sure(reply, found, asked, retriever)


def _is_of_other_trade(rules: Sequence[Rule], asked: Asking) -> bool:
    """Whether several trades are given for and the person's own, told before the question, is none of them: 我开美容店的."""
    text = plain(asked.question.text)
    trade = pattern("trade").search(text) or _OWN_TRADE.search(text)
    trades = [plain(rule.whom) for rule in rules if _TRADE.search(plain(rule.whom))]
    if not trade or len(trades) < _SOME:
        return False
    return not any(share_words(one, lay().in_terms(trade.group())) for one in trades)


def _are_same_of_two_lists(rules: Sequence[Rule]) -> bool:
    """Whether members of one name in two lists are given other amounts: 失能 600元 of the one, 1200元 of the other."""
    listed = [(plain(one.whom), one) for one in rules if one.beside and not (one.clause or one.grades)]
    return any(
        first.beside != second.beside
        and first.amount.value != second.amount.value
        and (name in other or other in name)
        for place, (name, first) in enumerate(listed)
        for other, second in listed[place + 1 :]
    )


def _sure(reply: Reply, found: Sequence[Candidate], asked: Asking, retriever: Retriever) -> Reply:
    """The reply, marked where all words of the question are met and no other rule is nearly as good."""
    # 头胎给多少: all that is asked is the grade, and it is told of in one place alone.
    graded = bool(asked.grades) and not asked.words
    whole = (
        not asked.question.loose
        and (found[0].score >= _SURE or graded)
        and all(met_whole(one.rule, asked, retriever) for one in found)
    )
    return replace(reply, checked=True) if whole and len({one.rule.passage for one in found}) == 1 else reply


def _lasting(best: Rule, asked: Asking, retriever: Retriever) -> Reply | None:
    """What is had over a time, or on a storey above the first that an award is for."""
    case = asked.case
    if case.storey and (raised := steps.storeys(best, case.storey, retriever)):
        return told.reckoned(best, raised[0], retriever, others=[raised[1]])
    counts = any(counted_by(best, amount) for amount in asked.amounts)
    if counts or not (case.months or case.total) or (asked.amounts and not case.months):
        return None
    whole = reckoned.lasting(best, case.months)
    return told.reckoned(best, whole, retriever) if whole else None


def _measured(rule: Rule, asked: Asking) -> bool:
    return any(measures(rule, amount) for amount in asked.amounts) and (asked.grew or not of_growth(rule))


def _only_part(rule: Rule, asked: Asking) -> bool:
    """Whether a rule is for some of what is counted alone, or only caps what others give by tiers."""
    if rule.sort is Sort.LIMIT:
        return bool(_BY_TIERS.search(plain(rule.clause))) and not asked.most
    return steps.is_part(rule) and not (asked.most and rule.cap)


def _for_amount(best: Rule, asked: Asking, retriever: Retriever) -> Reply:
    """What the tier gives that the person's amounts lie in."""
    tiers = series(best, asked, retriever)
    measured = _without_base(best, asked)
    if best.partial:
        return _by_parts(tiers, asked, retriever)
    if is_added(best) or not any(amount_for(one, measured.amounts) for one in best.conditions):
        return given(best, asked, retriever)
    found = tier(tiers, measured.amounts)
    if found.of and found.unmet:
        return told.unmet(found.of, found.unmet, retriever)
    if found.below and found.of:
        return told.below(found.of, found.below, retriever)
    if found.rule and asked.case.share:
        return told.listed([found.rule], retriever)
    return given(found.rule, asked, retriever) if found.rule else told.unsettled(best, retriever)


def _without_base(best: Rule, asked: Asking) -> Asking:
    """The case without amounts that a rate is of, where its conditions measure something else: 装修花了500万 is no 零售额."""
    if best.sort is not Sort.RATE or not best.base or shares_base(best):
        return asked
    of = "".join(one.of for one in best.conditions)
    kept = [
        one
        for one in asked.amounts
        if share_words(of, before := said_before(one, asked)) or not share_words(best.base, before)
    ]
    return replace(asked, amounts=tuple(kept))


def series(best: Rule, asked: Asking, retriever: Retriever) -> list[Rule]:
    """The tiers that belong together with a rule, for the person's grades and years."""
    tiers = [
        rule
        for rule in retriever.library.rules([best.letter])
        if rule.series == best.series
        and all(has_grade(rule, grade) for grade in asked.grades)
        and of_years(rule, asked.case.years)
    ]
    # Other projects of the article may have tiers of the same measure: those of one list are told apart by it.
    beside = [rule for rule in tiers if rule.passage == best.passage]
    return beside if len(beside) > 1 else tiers


def _own_tier(rule: Rule, asked: Asking, retriever: Retriever) -> Rule | None:
    """The tier of a rule's series that the person's amounts lie in, None where that is open; the rule that has no tiers."""
    if not any(amount_for(one, asked.amounts) for one in rule.conditions):
        return rule
    return tier(series(rule, asked, retriever), asked.amounts).rule


def _by_parts(tiers: Sequence[Rule], asked: Asking, retriever: Retriever) -> Reply:
    amount = next(one for one in asked.amounts if any(measures(rule, one) for rule in tiers))
    whole = reckoned.parted(tiers, amount)
    return told.reckoned(tiers[0], whole, retriever)
