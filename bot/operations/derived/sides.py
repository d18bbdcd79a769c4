"""Two or more things named in one question, each with a figure of its own: which is more, by how much, what they come to."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import product

from bot.matching.card import Card
from bot.matching.retriever import Retriever
from bot.matching.timefit import newness
from bot.operations.arithmetic.reckon import difference, sum_of
from bot.operations.arithmetic.worked import worked
from bot.operations.derived.kinds import is_abroad, is_kind
from bot.operations.derived.words import about
from bot.operations.groups.group import groups
from bot.operations.ranking.compare import compared
from bot.operations.relations.topic import Told, Topic, is_then, kept, only
from bot.operations.relations.words import words
from bot.phrasing.phrase import Statement
from bot.phrasing.reply import Reply
from bot.tables import table
from bot.understanding.lexicon import patterns_of
from bot.understanding.question import Question
from corpus.compiled import compiled
from corpus.figure import Measure, Status
from corpus.runtime.replace import replace

_AND = compiled("还有|加上|[和跟与同及加、]")
_TWO, _MOST = 2, 5
# What names end in says what is measured: 收入, 余额.
_ENDING = 2
_SPENT, _FEES = "支出", compiled("费|经费|投入|投资")
_NEWER = 1e-9
# What is usually meant goes before what else is called so.
_USUAL = 0.1
_LEVELS = frozenset({Measure.LEVEL, Measure.SHARE})
_SHARES = compiled("比例|占比|比重|[一-鿿]率")
# What is paid is no number of those who are.
_PAID = compiled("奖|补贴?|[花挣赚]|进账|开销|花销|钱|贵|便宜|工资|[存贷]款")
_PACE = compiled(
    "[涨跌降升增减掉长][^,，]?得|增[速幅长]|涨幅|降幅|[快慢](?:了|一?[点些])?(?:多少|几|[,，?？]|$)"
)


_Rows = Callable[[Sequence[Card], Retriever], Iterator[Sequence[Card]]]


@dataclass(frozen=True)
class _Named:
    """The things that a question names, and what is asked of each."""

    things: tuple[Topic, ...]
    said: tuple[str, ...]
    common: Topic


def which(question: Question, retriever: Retriever) -> Reply | None:
    """Both figures and which is more; None where not just one pair of figures is called as the two are."""
    found = _found(("which", "either", "side"), question, retriever)
    if found is None:
        return None
    statements = [Statement((card.figure,), retriever.passage_of(card.figure)) for card in found.cards]
    reply = compared(statements, retriever)
    return replace(reply, checked=True) if reply else None


def apart(question: Question, retriever: Retriever) -> Reply | None:
    """By how much one is more than the other; None where not just one pair of figures is called as the two are."""
    found = _found(("more", "apart"), question, retriever)
    if found is None:
        return None
    one, other = sorted((card.figure for card in found.cards), key=lambda figure: -figure.signed)
    return replace(worked("reckon.difference", difference(one, other), retriever), checked=True)


def added(question: Question, retriever: Retriever) -> Reply | None:
    """What the things named come to; None where one of them has no figure beside the others."""
    if _SHARES.search(question.text):
        return None
    found = _found(("sum",), question, retriever)
    if found is None:
        return None
    return replace(
        worked("reckon.sum", sum_of([card.figure for card in found.cards]), retriever), checked=True
    )


def _found(names: Sequence[str], question: Question, retriever: Retriever) -> Told | None:
    text = question.text.rstrip("?？。!！~ 啊呀呢嘛吧哦")
    match = next((found for name in names if (found := _patterns()[name].match(text))), None)
    if match is None or "倍" in text or question.literals:
        return None
    named = [one for said in _said(match) if (one := _named(said, question, retriever))]
    for rows in (_rows, _rows_alike):
        told = [found for one in named for found in _told(one, rows, question, retriever)]
        if told:
            return only(told)
    return None


def _said(match: re.Match[str]) -> Iterator[dict[str, str]]:
    """What a match says of the things; of two without a word between them wherever they may be parted."""
    said = {name: value or "" for name, value in match.groupdict().items()}
    both = said.pop("both", "")
    if not both:
        yield said
    for place in range(_TWO, len(both) - 1):
        yield {**said, "one": both[:place], "two": both[place:]}


def _named(said: dict[str, str], question: Question, retriever: Retriever) -> _Named | None:
    others = _AND.split(said["rest"])[1:] if "rest" in said else [said["two"]]
    names = [_placed(thing, question) for thing in (said["one"], *others)]
    things, spent = zip(*map(_measured, [thing for thing, _ in names]), strict=True)
    kinds = [said.get("kind", ""), *(of for _, of in names)]
    measured = [said.get("of", ""), said.get("more", ""), spent[-1]]
    common = "\x00".join((said.get("head", ""), *kinds, *map(_printed, measured)))
    topics = [about(question, retriever, text=f"\x00{thing}\x00") for thing in things]
    common_topic = about(question, retriever, text=f"\x00{common}\x00")
    twins = len(things) == _TWO and all(len(one.strip("的")) == 1 for one in things)
    if len(things) > _MOST or not (twins or all(topic.pieces for topic in topics)):
        return None
    return _Named(tuple(topics), tuple(one.strip("的") for one in things) if twins else (), common_topic)


def _placed(thing: str, question: Question) -> tuple[str, str]:
    """A thing without what is measured of it: 磐口 and 人均GDP, where the one is a place, 制造业 and 资金 of 制造业的资金."""
    for place in question.places:
        for name in (place, place[:-1]):
            if len(name) > 1 and thing.startswith(name) and len(thing) > len(name):
                return name, thing[len(name) :].lstrip("的")
    of = thing.partition("的")
    return (of[0], of[2]) if len(of[0]) > 1 and len(of[2]) > 1 and kept(thing) == thing else (thing, "")


def _measured(thing: str) -> tuple[str, str]:
    """A thing, and what is measured of it that is said behind it: 乡下人 and 花钱."""
    for word in sorted(words().amounts, key=lambda one: -len(one)):
        if len(word) > 1 and thing.endswith(word) and len(thing) > len(word) + 1:
            return thing.removesuffix(word), word
    return thing, ""


def _printed(said: str) -> str:
    """What papers measure, for what people say of it: 收入 of 挣."""
    for word in sorted(words().amounts, key=lambda one: -len(one)):
        if word == said or (len(word) > 1 and word in said):
            return said.replace(word, words().amounts[word])
    return said


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    """The patterns of the sides. Read once: they are data that never change while the program runs."""
    data = table("derived")
    return patterns_of({"words": data["side_words"], "pattern": data["sides"]})


def _told(named: _Named, rows: _Rows, question: Question, retriever: Retriever) -> Iterator[Told]:
    cards = [card for card in retriever.matcher.catalogue.cards if _is_asked(card, question, retriever)]
    own = [] if named.said else [_own(topic, cards, retriever) for topic in named.things]
    if not all(own):
        return
    for row in rows(cards, retriever):
        for picked in _twins(named, row) if named.said else _picked(own, row):
            common = _common(named, picked, retriever)
            if common is not None:
                shares = (found[card.figure.id] for found, card in zip(own, picked, strict=False))
                # Of the same told of two times the newer is meant.
                share = sum(shares) + common + _NEWER * newness(picked[0].figure)
                yield Told(picked, share, tuple(card.figure.signed for card in picked))


def _common(named: _Named, picked: Sequence[Card], retriever: Retriever) -> float | None:
    """How far the figures say what is asked of all things: of what is spent each fee is."""
    if not named.common.pieces:
        return 0.0
    spent = named.common.pieces == ((_SPENT,),) and all(_FEES.search(card.name) for card in picked)
    if spent:
        return 0.0
    # 花钱 is not asked of an income that stands behind another's 支出.
    share = named.common.share(picked, retriever) if named.common.is_near(picked) else None
    said = {put for piece in named.common.pieces for put in piece}
    usual = [one for word, one in table("derived")["usual"].items() if word in said]
    return share + _USUAL if share and any(one in picked[0].name for one in usual) else share


def _own(topic: Topic, cards: Sequence[Card], retriever: Retriever) -> dict[str, float]:
    """How far each figure is called as a thing is, by the id of the figure; none that is not."""
    found = ((card.figure.id, topic.own(card, retriever)) for card in cards)
    return {name: share for name, share in found if share is not None}


def _picked(own: Sequence[dict[str, float]], row: Sequence[Card]) -> Iterator[tuple[Card, ...]]:
    """A figure of a row for each thing, called as that alone is."""
    each = [[card for card in row if card.figure.id in found] for found in own]
    for picked in product(*each):
        apart = all(sum(card.figure.id in found for found in own) == 1 for card in picked)
        if apart and len({card.figure.id for card in picked}) == len(picked):
            yield picked


def _twins(named: _Named, row: Sequence[Card]) -> Iterator[tuple[Card, ...]]:
    """The two of a row that differ in the one character that each thing is called by: 快充, 慢充."""
    mine, its = named.said
    for one, other in product(row, row):
        if mine in one.name and one.name.replace(mine, its) == other.name:
            yield one, other


def _rows(cards: Sequence[Card], retriever: Retriever) -> Iterator[Sequence[Card]]:
    """The figures that may be set beside each other: of one sentence, row or group, of one measure, unit, time and status."""
    found: defaultdict[tuple[object, ...], list[Card]] = defaultdict(list)
    for card in cards:
        figure = card.figure
        found[
            figure.passage, figure.measure, figure.quantity.unit, figure.status, figure.days, figure.place
        ].append(card)
        # The cells of one column, and what each of several sentences tells of one indicator.
        if figure.name:
            key = (
                figure.letter,
                figure.name,
                figure.measure,
                figure.quantity.unit,
                figure.status,
                figure.days,
            )
            found[key].append(card)
    yield from (row for row in found.values() if len(row) > 1)
    asked = {card.figure.id for card in cards}
    for group in groups(retriever):
        row = [one.card for one in group.members if one.card.figure.id in asked]
        if len(row) > 1 and len({(card.figure.days, card.figure.status) for card in row}) == 1:
            yield row


def _rows_alike(cards: Sequence[Card], _: Retriever) -> Iterator[Sequence[Card]]:
    """What several sentences tell of one time under names that end alike: 人均可支配收入 of the one, 人均纯收入 of the next."""
    found: defaultdict[tuple[object, ...], list[Card]] = defaultdict(list)
    for card in cards:
        figure = card.figure
        of = figure.name[-_ENDING:], figure.measure, figure.quantity.unit
        found[(*of, figure.letter, figure.status, figure.days, figure.place)].append(card)
    yield from (row for row in found.values() if len(row) > 1)


def _is_asked(card: Card, question: Question, retriever: Retriever) -> bool:
    figure, text = card.figure, question.text
    if _PACE.search(text):
        wanted = figure.measure is Measure.GROWTH
    else:
        rate = figure.quantity.unit == "%"
        # A column without a unit may be of shares.
        wanted = figure.measure in _LEVELS and (
            rate or not figure.quantity.unit if _SHARES.search(text) else not rate
        )
    if figure.measure is Measure.LEVEL and _PAID.search(text):
        wanted = wanted and retriever.lexicon.kind(figure.quantity.unit) == "money"
    planned = figure.status is Status.TARGET and question.status is not Status.TARGET
    return (
        wanted
        and not planned
        and is_then(question, card)
        and not is_abroad(card, question)
        and (is_kind(card, question, retriever) or figure.measure is not Measure.LEVEL)
    )
