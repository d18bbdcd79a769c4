"""Answers that are worked out: sums, differences, remainders, shares, bases, other units."""

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.answer import Kind
from bot.answering.desk import Desk, Finding, merged
from bot.answering.headline import Headline, Named, Printed, Result, headline
from bot.answering.match import Match
from bot.answering.peers import peers
from bot.answering.phrase import Statement, labelled, told
from bot.answering.reckon import (
    Working,
    base,
    before_change,
    comparable,
    converted,
    difference,
    share,
    sum_of,
    whole_of,
)
from bot.answering.reply import Reply
from bot.answering.wish import Wish, wishes
from bot.understanding.question import NOTHING, Question
from bot.understanding.times import month_end_in
from bot.wording import say
from corpus.figure import Figure, Measure
from corpus.period import Period
from corpus.quantity import Bound, Quantity


def total(question: Question, desk: Desk) -> Reply | None:
    """The sum of what the question names, or of the parts of what it names; a printed total is not summed again."""
    if question.measures - {Measure.LEVEL}:
        return None
    findings = desk.findings(question)
    if len(findings) > 1 and all(finding.met for finding in findings):
        figures = [finding.matches[0].figure for finding in findings]
    else:
        wish = wishes(question)[0]
        if _is_printed(desk.finding(wish)):
            return None
        group = peers(wish, Measure.LEVEL, desk, of_whole=True)
        if group is None or group.missing:
            return None
        figures = [card.figure for card in group.cards]
    figures = list(dict.fromkeys(figures))
    if len(figures) < 2 or not comparable(figures):
        return None
    return worked("reckon.sum", sum_of(figures), desk)


def _is_printed(finding: Finding) -> bool:
    """Whether a figure's own name says all that is asked for."""
    return finding.met and all(run.words in finding.matches[0].card.name for run in finding.wish.runs)


def complement(question: Question, desk: Desk) -> Reply | None:
    """The level of one of two parts (规下), out of the whole's and the other part's, where it is not printed."""
    if question.measures - {Measure.LEVEL} or not question.runs:
        return None
    wish = replace(wishes(question)[0], measure=Measure.LEVEL)
    for whole_word, one, other in desk.lexicon.parts:
        for asked, sibling_word in ((one, other), (other, one)):
            if not _names(wish, asked, whole_word):
                continue
            sibling = desk.finding(_with(wish, asked, sibling_word))
            whole = desk.finding(_with(wish, asked, whole_word))
            if sibling.met and whole.met and _of_one(whole.matches[0].figure, sibling.matches[0].figure):
                return worked(
                    "reckon.rest", difference(whole.matches[0].figure, sibling.matches[0].figure), desk
                )
    return None


def _names(wish: Wish, word: str, whole: str) -> bool:
    """Whether the wish names the part, and not the whole that has its word in it (进出口 has 出口)."""
    content = "".join(run.words for run in wish.runs)
    return word in (content.replace(whole, "") if whole else content)


def _with(wish: Wish, word: str, other: str) -> Wish:
    return replace(wish, runs=tuple(replace(run, words=run.words.replace(word, other)) for run in wish.runs))


def _of_one(whole: Figure, part: Figure) -> bool:
    """Whether one figure may be a part of the other: same letter, place and period, one unit, larger."""
    alike = (whole.letter, whole.place, whole.period) == (
        part.letter,
        part.place,
        part.period,
    ) and whole != part
    return alike and comparable((whole, part)) and whole.quantity.value > part.quantity.value


def gap(question: Question, desk: Desk) -> Reply | None:
    """By how much the first thing named differs from the second."""
    figures = _two(desk.findings(question))
    if figures is None:
        return None
    return worked("reckon.difference", difference(*figures), desk)


def remainder(question: Question, desk: Desk) -> Reply | None:
    """What is left of a whole without the parts that the question names."""
    findings = desk.findings(question)
    parts = [match for finding in findings if (match := _own(finding))]
    figures = list(dict.fromkeys(part.figure for part in parts))
    if (
        len(findings) > 1
        and len(figures) == len(findings)
        and comparable(figures)
        and _of_one_passage(figures)
    ):
        largest, *others = sorted(figures, key=lambda figure: -figure.quantity.value)
        return worked("reckon.rest", difference(largest, *others), desk)
    whole = _whole(question, parts, desk)
    figures = [part.figure for part in parts if whole and part.figure != whole]
    if whole is None or not figures or not comparable([whole, *figures]):
        return None
    return worked("reckon.rest", difference(whole, *figures), desk)


def _own(finding: Finding) -> Match | None:
    """The best figure that meets the wish and is not named by what else the question names."""
    others = finding.wish.others
    met = [match for match in finding.matches if match.meets]
    return next(
        (match for match in met if not others or others not in match.card.name), next(iter(met), None)
    )


def _of_one_passage(figures: Sequence[Figure]) -> bool:
    return len({figure.passage for figure in figures}) == 1


def _whole(question: Question, parts: Sequence[Match], desk: Desk) -> Figure | None:
    """The figure of the parts' indicator for all of the letter's place, larger than they are."""
    if not parts:
        return None
    part = parts[0].figure
    for card in desk.matcher.catalogue.near(parts[0].card.name + parts[0].card.scope, 200):
        figure = card.figure
        counted = (
            figure.name != part.name and part.name.startswith(figure.name) and figure.passage == part.passage
        )
        same = (figure.indicator == part.indicator or counted) and figure.quantity.unit == part.quantity.unit
        alike = figure.measure is part.measure and figure.status is part.status
        near = figure.letter == part.letter and figure.period == part.period
        if (
            same
            and alike
            and near
            and figure.quantity.value > sum(one.figure.quantity.value for one in parts)
        ):
            return figure
    return None


def portion(question: Question, desk: Desk) -> Reply | None:
    """What part of the second thing named the first is, in per cent."""
    figures = (
        _literal_figures(question, desk) or _two(_sides(question, desk)) or _in_its_place(question, desk)
    )
    if figures is None or len(figures) < 2 or not comparable(figures):
        return None
    part, whole = sorted(figures[:2], key=lambda figure: figure.quantity.value)
    return worked("reckon.portion", share(part, whole), desk)


def _in_its_place(question: Question, desk: Desk) -> tuple[Figure, Figure] | None:
    """The level of a part of the letter's place, and that of all of it."""
    if len(question.places) != 1 or not question.runs:
        return None
    wish = replace(wishes(question)[0], measure=Measure.LEVEL, asked=NOTHING)
    part = desk.finding(wish)
    if not part.met:
        return None
    home = part.matches[0].card.letter.place
    return _two([part, desk.finding(replace(wish, place=home))])


def _sides(question: Question, desk: Desk) -> list[Finding]:
    """The levels of what stands before 占 and of what stands behind it."""
    levels = replace(question, measures=frozenset({Measure.LEVEL}), asked=NOTHING)
    sides = [
        tuple(replace(run, piece=0) for run in question.runs if run.whole is whole) for whole in (False, True)
    ]
    if not all(sides):
        return []
    return [desk.finding(wishes(replace(levels, runs=side))[0]) for side in sides]


def earlier(question: Question, desk: Desk) -> Reply | None:
    """The value before a change or growth that is printed, where just that earlier time is asked for."""
    wish = wishes(question)[0]
    if wish.period is None or not wish.runs:
        return None
    finding = desk.finding(replace(wish, period=None, measure=None, asked=NOTHING))
    if not finding.met:
        return None
    family = [card.figure for card in desk.family(finding.matches[0].card)]
    level, change, growth = (
        next((one for one in family if one.measure is measure), None)
        for measure in (Measure.LEVEL, Measure.CHANGE, Measure.GROWTH)
    )
    if level and change and wish.period.is_point and _YEAR_END.search(change.basis):
        return (
            worked("reckon.before", before_change(level, change), desk)
            if _last_end(wish.period, level)
            else None
        )
    if level and growth and _is_year_before(wish.period, level) and not _at_fixed_prices(level, desk):
        return worked("reckon.base", base(level, growth), desk)
    return None


_YEAR_END = re.compile(r"年底|年末|年初")
# Only asked so, of just the time a year before: an explicit year is a figure that the letter does not have.
_SAME_TIME = re.compile(r"同期|^去年|^上年")
# Growth of value added is at constant prices; its base cannot be had from the printed value.
_REAL = re.compile(r"生产总值|增加值")


def _is_year_before(period: Period, level: Figure) -> bool:
    now = level.period
    if now is None or not _SAME_TIME.search(period.raw):
        return False
    return (period.first, period.last) == (
        month_end_in(now.first, now.first.year - 1),
        month_end_in(now.last, now.last.year - 1),
    )


def _last_end(period: Period, level: Figure) -> bool:
    return level.period is not None and period.first.year == level.period.first.year - 1


def _at_fixed_prices(level: Figure, desk: Desk) -> bool:
    return bool(_REAL.search(level.name)) or "可比价" in desk.passage_of(level).text


def whole_from_share(question: Question, desk: Desk) -> Reply | None:
    """The whole that a printed part is a printed percentage of."""
    finding = desk.finding(replace(wishes(question)[0], measure=None))
    for match in finding.matches[:10]:
        figure = match.figure
        if figure.measure is not Measure.SHARE or match.missing:
            continue
        part = _part_of(figure, desk)
        if part:
            return worked("reckon.whole", whole_of(part, figure), desk)
    return None


def _part_of(percent: Figure, desk: Desk) -> Figure | None:
    """The level of the same thing as a share, in the same passage before it."""
    levels = [
        card.figure
        for card in desk.matcher.catalogue.cards
        if card.figure.passage == percent.passage
        and card.figure.measure is Measure.LEVEL
        and card.figure.quantity.start < percent.quantity.start
    ]
    return levels[-1] if levels else None


def in_unit(question: Question, desk: Desk) -> Reply | None:
    """Each figure asked for in the unit asked for."""
    figures = _literal_figures(question, desk)
    if not figures:
        findings = [desk.finding(replace(wish, asked=NOTHING)) for wish in wishes(question)]
        if not all(finding.met for finding in findings):
            return None
        figures = tuple(finding.matches[0].figure for finding in findings)
    unit = unit_for(question.unit, figures[0])
    if all(unit == figure.quantity.printed_unit for figure in figures):
        return None
    workings = [working for figure in figures if (working := converted(figure, unit))]
    if len(workings) != len(figures):
        return None
    parts = [_in_unit(figure, working) for figure, working in zip(figures, workings, strict=True)]
    statements = [Statement((figure,), desk.passage_of(figure)) for figure in figures]
    text = parts[0] if len(parts) == 1 else _listed(parts)
    passages = tuple(statement.passage for statement in statements)
    return Reply(Kind.ANSWER, text, tuple(figures), passages, tuple(workings))


def unit_for(asked: str, figure: Figure) -> str:
    """The unit asked for with the figure's own unit where only a scale was named: 亿 of 万元 is 亿元."""
    scale = asked.removeprefix("个")
    return scale + figure.quantity.unit if scale in {"亿", "万", "千万", "百万"} else scale


def _in_unit(figure: Figure, working: Working) -> Headline:
    template = say("reckon.unit_about" if working.rounded else "reckon.unit")
    body = headline(template, name=Named(figure), value=Printed(figure), result=Result(working))
    return labelled(body, figure)


def _listed(parts: Sequence[Headline]) -> Headline:
    text = parts[0]
    for part in parts[1:]:
        text = headline(say("reckon.and"), first=text, second=part)
    return text


def _two(findings: Sequence[Finding]) -> tuple[Figure, Figure] | None:
    """The two figures of two wishes, where both are met and can be compared."""
    if len(findings) != 2 or not all(finding.met for finding in findings):
        return None
    first, second = (finding.matches[0].figure for finding in findings)
    return (first, second) if first != second and comparable((first, second)) else None


def _literal_figures(question: Question, desk: Desk) -> tuple[Figure, ...]:
    """The figures that the question names by their value: 128家, 322家."""
    figures: list[Figure] = []
    for literal in question.literals:
        found = [card.figure for card in desk.matcher.catalogue.cards if _is(card.figure.quantity, literal)]
        figures += found[:1]
    return tuple(figures) if len(figures) == len(question.literals) else ()


def _is(quantity: Quantity, literal: Quantity) -> bool:
    same_unit = literal.unit in {quantity.unit, ""}
    return same_unit and quantity.value == literal.value


def worked(template: str, working: Working, desk: Desk) -> Reply:
    """The reply that a working makes: its result, and the figures it rests on."""
    statements = merged([Statement((figure,), desk.passage_of(figure)) for figure in working.terms])
    result: Headline = headline(say(_bounds(working)), result=Result(working))
    text = headline(say(template), result=result, body=told(statements))
    passages = tuple(dict.fromkeys(statement.passage for statement in statements))
    return Reply(Kind.ANSWER, text, working.terms, passages, (working,))


def _bounds(working: Working) -> str:
    if working.bound is Bound.AT_LEAST:
        return "reckon.at_least"
    return "reckon.about" if working.rounded or working.bound is not Bound.EXACT else "reckon.exactly"
