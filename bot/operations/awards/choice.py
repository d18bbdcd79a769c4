"""Which rules a question may mean."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.matching.cover import ABOVE, BEFORE, CLAUSE, NAME, SINGLE, Layers, cover, met
from bot.matching.retriever import Retriever
from bot.operations.awards.asked import Asking, content, quiet, spoken
from bot.operations.awards.fit import is_per, measures, of_years, per_unit
from bot.phrasing.text import paragraph
from corpus.rule.rule import Rule, Sort
from corpus.rule.words import without_grades
from corpus.text import plain

# So much of a question's content has to be met, and so much less well another rule may be met to be meant too.
_LEAST, _NEAR, _ALL = 0.6, 0.08, 1.0
# What an amount adds that the rule measures, and a grade that the rule is of.
_MEASURED, _GRADED = 0.25, 0.25
_SOFT = 0.12
# So much less well a rule may be met that alone measures all amounts of the question.
_WHOLE = 0.4
# What all of the question's text adds that the rule's own words have.
_TEXT = 0.1
# What a rule's own words add where the question says all of them.
_OWN = 0.2
# What a character counts that is met in the line or heading right above.
_OVER = 0.7
# On top of another award: asked for only where the question says so.
_MORE = 0.25
_ADDED = re.compile("再|另[外给加]|加补|追加")
# A word of the question that another award of the sentence has of its own, and this one has not (津贴, 安家).
_SIBLING = 0.1
# The years asked about are those that the award names, or the article is its own.
_NAMED = 0.1
# A limit answers only where the most is asked for.
_LIMIT = 0.15


@dataclass(frozen=True)
class Candidate:
    """A rule with how well it is met."""

    rule: Rule
    score: float


def candidates(asking: Asking, retriever: Retriever) -> list[Candidate]:
    """The rules that the question may mean, the best first; nearly as good ones are behind it.

    Of nothing but a grade (我是硕士) all that is given for it.
    """
    found = [one for rule in _meant(asking, retriever) if (one := _met(rule, asking, retriever))]
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
    return _whole_list(best, retriever) if asking.question.wants("each") else best


def _whole_list(rules: Sequence[Rule], retriever: Retriever) -> list[Rule]:
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
            or (not asking.grades and _is_other_grade(other, rule))
        ]
    return list(dict.fromkeys(told))


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


def _met(rule: Rule, asking: Asking, retriever: Retriever) -> Candidate | None:
    if asking.grades and not set(asking.grades) <= set(rule.grades):
        return None
    if not of_years(rule, asking.case.years) or not is_per(rule, per_unit(asking.question.text)):
        return None
    layers = _layers(rule, asking, retriever)
    if any(cover(name, layers, retriever.lexicon).share < _LEAST for name in asking.question.strange):
        return None
    covers = [cover(words, layers, retriever.lexicon) for words in asking.words]
    letters = sum(len(one.words) for one in covers)
    told = sum(weight > SINGLE for one in covers for weight in one.weights)
    # A grade that is met tells as much as a word of two characters.
    graded = 2 * len(asking.grades)
    if letters and (told + graded) / (letters + graded) < _LEAST:
        return None
    share = sum(one.share * len(one.words) for one in covers) / letters if letters else 0.0
    fits = [amount for amount in asking.amounts if measures(rule, amount)]
    score = share
    score += _MEASURED * len(fits) / len(asking.amounts) if asking.amounts else 0.0
    score += _GRADED if asking.grades else 0.0
    score += _TEXT * cover(asking.text, layers[:2], retriever.lexicon).share
    score += _SOFT * sum(word in layers[0][0] for word in asking.soft)
    if rule.sort is Sort.LIMIT or (rule.cap and asking.most):
        score += _LIMIT if asking.most else -_LIMIT
    own = retriever.lexicon.canonical(quiet(plain(rule.whom.replace(" ", ""))))
    score += _OWN * met(own, "".join(asking.words), retriever.lexicon) if own else 0.0
    if _is_of_sibling(rule, asking, layers[0][0], retriever):
        score -= _SIBLING
    if rule.article and rule.article in asking.question.text:
        score += _NAMED
    if asking.case.years and rule.years:
        score += _NAMED
    if _ADDED.search(rule.whom) and not _ADDED.search(asking.question.text):
        score -= _MORE
    if asking.kind != "time" and retriever.lexicon.kind(rule.amount.unit) == "time":
        score -= _LIMIT
    if asking.kind in {"time", "count"} and not asking.amounts:
        score += _LIMIT if retriever.lexicon.kind(rule.amount.unit) == asking.kind else -_LIMIT
    return Candidate(rule, score) if letters or asking.grades else None


def _is_of_sibling(rule: Rule, asking: Asking, own: str, retriever: Retriever) -> bool:
    """Whether a word of the question stands in the clause of another award of the sentence alone."""
    others = [
        retriever.lexicon.canonical(spoken(plain(other.clause)))
        for other in retriever.library.rules([rule.letter])
        if other.passage == rule.passage and other.series != rule.series and other.clause
    ]
    return any(
        word not in own and any(word in other for other in others) and word not in rule.beside
        for word in asking.words
    )


def met_whole(candidate: Candidate, asking: Asking, retriever: Retriever) -> bool:
    """Whether a rule meets every word of the question whole: 陆上风电 is not met by 海上风电."""
    layers = _layers(candidate.rule, asking, retriever)
    covers = [cover(words, layers, retriever.lexicon) for words in asking.words]
    return bool(covers or asking.grades) and not any(
        one.missing(retriever.lexicon) or one.cut_words for one in covers
    )


def _newness(rule: Rule, retriever: Retriever) -> int:
    dated = retriever.library.letters[rule.letter].dated
    return dated.toordinal() if dated else 0


def _layers(rule: Rule, asking: Asking, retriever: Retriever) -> Layers:
    """A rule's own words, those it shares, its sentence's, its paragraph's and those above it."""
    passage = retriever.library.passage(rule.passage)
    before = "".join(one.text for one in paragraph(passage, retriever) if one.start < passage.start)
    of = "".join(one.of for one in rule.conditions)
    cap = rule.cap.words if rule.cap and asking.most else ""
    texts = (
        (f"{rule.whom}\n{rule.clause}\n{of}\n{cap}", NAME),
        (rule.beside, CLAUSE),
        ("\n".join((rule.head, *passage.section)), _OVER),
        (passage.text, BEFORE),
        (before + retriever.library.letters[rule.letter].title, ABOVE),
    )
    return tuple((retriever.lexicon.canonical(spoken(plain(text))), weight) for text, weight in texts)
