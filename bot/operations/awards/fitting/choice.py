"""Which rules a question may mean."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bot.matching.retriever import Retriever
from bot.operations.awards.asked import Asking, content
from bot.operations.awards.fitting.fit import measures
from bot.operations.awards.fitting.meant import benefits, benefits_of
from bot.operations.awards.fitting.weighed import said, tells_apart, weight
from corpus.rule.rule import Rule
from corpus.rule.words import without_grades
from corpus.runtime.replace import replace
from corpus.texts.text import plain

# So much less well another rule may be met to be meant too.
_NEAR, _ALL = 0.08, 1.0
# So much less well a rule may be met that alone measures all amounts of the question.
_WHOLE = 0.4


@dataclass(frozen=True)
class Candidate:
    """A rule with how well it is met."""

    rule: Rule
    score: float


Weigh = Callable[[Rule, Asking, Retriever], float | None]


def candidates(asking: Asking, retriever: Retriever, weigh: Weigh = weight) -> list[Candidate]:
    """The rules that the question may mean, the best first; nearly as good ones are behind it. `weigh` says how well each is
    met.

    Of nothing but a grade (我是硕士) all that is given for it.
    """
    found = [
        Candidate(rule, score)
        for rule in _meant(asking, retriever)
        if (score := weigh(rule, asking, retriever)) is not None
    ]
    found = _of_benefit(found, asking, retriever)
    # 营收8亿,增长25%: what measures both is meant, where it is met at all well.
    if len(asking.amounts) > 1 and found:
        most = max(one.score for one in found)
        whole = {
            one.rule.series
            for one in found
            if one.score > most - _WHOLE and all(measures(one.rule, amount) for amount in asking.amounts)
        }
        found = [one for one in found if one.rule.series in whole] or found
    ranked = sorted(
        found, key=lambda one: (-one.score, -_newness(one.rule, retriever), one.rule.amount.start)
    )
    near = _NEAR if asking.words else _ALL
    return [one for one in ranked if ranked[0].score - one.score <= near and _alike(one, ranked[0])]


def several(asking: Asking, retriever: Retriever) -> list[Rule]:
    """The rules of several grades or things asked for at once, the best of each; none where one of them has none."""
    asked = [replace(asking, grades=(grade,)) for grade in asking.grades]
    if len(asked) < 2:
        pieces = asking.question.pieces
        asked = [
            replace(asking, words=tuple(content((run.asked for run in piece), retriever.lexicon)))
            for piece in pieces
            if len(pieces) > 1
        ]
    best: list[Rule] = []
    for one in asked:
        found = candidates(one, retriever)
        # 一次性补多少,每年津贴多少: what is asked second is of the same sentence, where it has it.
        near = [other for other in found if best and other.rule.passage == best[0].passage]
        if found:
            best.append((near or found)[0].rule)
    if len(best) != len(asked):
        return []
    return whole_list(best, retriever) if asking.each else best


def whole_list(rules: Sequence[Rule], retriever: Retriever) -> list[Rule]:
    """The rules, and for one of a list of 分别 the others of it."""
    told: list[Rule] = []
    for rule in rules:
        told += [
            other
            for other in retriever.library.rules([rule.letter])
            if other == rule
            or (
                not rule.clause
                and other.passage == rule.passage
                and other.beside == rule.beside
                and other.sort is rule.sort
                and other.rhythm == rule.rhythm
            )
        ]
    return list(dict.fromkeys(told))


def with_tiers(rules: Sequence[Rule], asking: Asking, retriever: Retriever) -> list[Rule]:
    """The rules with the other tiers of their awards, and without a grade asked for those of the other grades."""
    told: list[Rule] = []
    for rule in rules:
        told += [
            other
            for other in retriever.library.rules([rule.letter])
            if other == rule
            or (other.series == rule.series and set(asking.grades) <= set(other.grades))
            or (
                not asking.grades
                and _is_other_grade(other, rule)
                and not tells_apart(rule, other, asking, retriever)
            )
        ]
    return list(dict.fromkeys(told))


def _of_benefit(found: list[Candidate], asking: Asking, retriever: Retriever) -> list[Candidate]:
    """Those whose rules say each benefit of the question that any rule of their letter names of its own."""
    wanted = benefits(asking.question.text)
    if not wanted:
        return found
    letters = {one.rule.letter for one in found}
    others = {letter: wanted & benefits_of(retriever.library.rules([letter])) for letter in letters}
    return [
        one
        for one in found
        if not others[one.rule.letter]
        or others[one.rule.letter] <= benefits(said(one.rule, asking, retriever))
    ]


def _is_other_grade(other: Rule, rule: Rule) -> bool:
    """Whether a rule gives for another grade what this one gives for its own: both are in one list or sentence."""
    if other.passage != rule.passage or not (other.grades and rule.grades):
        return False
    listed = not other.clause and other.beside == rule.beside
    return listed or bool(_met_in(without_grades(plain(rule.whom)), without_grades(plain(other.whom))))


def _met_in(one: str, other: str) -> bool:
    """Whether two rules' own words share four characters together: both are of 专精特新 firms."""
    return any(one[place : place + 4] in other for place in range(len(one) - 3))


def _alike(one: Candidate, best: Candidate) -> bool:
    """Whether both are of one letter: another's rule is told only where it is the better one."""
    return one.rule.letter == best.rule.letter


def _meant(asking: Asking, retriever: Retriever) -> Sequence[Rule]:
    """The rules of the places that the question names, all where it names none."""
    places = asking.question.places
    letters = retriever.library.letters
    if not places:
        return retriever.library.rules()
    return [
        rule
        for rule in retriever.library.rules()
        if any(retriever.is_of(letters[rule.letter], place) for place in places)
    ]


def _newness(rule: Rule, retriever: Retriever) -> int:
    dated = retriever.library.letters[rule.letter].dated
    return dated.toordinal() if dated else 0
