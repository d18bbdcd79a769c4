"""The first, last or n-th of a row: figures that stand beside each other, of which a question says what they are of."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.matching.retriever import Retriever, merged
from bot.matching.timefit import newness
from bot.operations.figures.lookup import answered
from bot.operations.groups.asked import Asked, Op, classes_of
from bot.operations.groups.fit import class_fit, name_said, narrowed
from bot.operations.groups.group import Group
from bot.operations.groups.member import Member
from bot.operations.groups.told import of_end
from bot.operations.groups.words import PEOPLE
from bot.operations.groups.words import words as group_words
from bot.operations.relations.rows import Candidate, rows_of
from bot.operations.relations.topic import Topic, is_then, topic
from bot.operations.relations.words import words
from bot.phrasing.phrase import told
from bot.phrasing.reply import Reply
from bot.understanding.question import Question
from corpus.amounts.numeral import counted
from corpus.compiled import compiled
from corpus.figure import Measure, Status
from corpus.kind import Kind
from corpus.runtime.replace import replace

_LEAST, _FEW = 2, 3
# So many of the members have to say what is asked.
_MOST = 0.6
_TAX = compiled("大?税种|税(?:收)?里|哪[种个]税")
_INSIDE = compiled(
    "\x00(?:里[头面边]?|[当之]?中)(?!职|小|药|学|等)|(?<![集其])(?:里[头面边]?|[当之]?中)(?=\x00)"
)
_RATE = compiled("[一-鿿]率|进度")
_PAID = compiled("奖|补|投资|花|钱")
# Of these each member is called by its own name.
_NAMES = frozenset({"行业", "产业", "税种", "科目", "商品", "产品", "县市区", "县区", "区县", "县市", "市县"})


@dataclass(frozen=True)
class _Place:
    """Which of a row is asked for: from which end, the how manieth, how many."""

    largest: bool
    number: int = 1
    top: int = 1
    falls: bool = False


@dataclass(frozen=True)
class _Row:
    """A group that a question may be about, with how well it is."""

    group: Group
    fit: tuple[float, ...]
    picked: tuple[Member, ...]


def ranked(question: Question, retriever: Retriever) -> Reply | None:
    """The member of a row that a question asks for by its place in it; None where no one row is meant."""
    text = question.text
    place = _place(text)
    if (
        place is None
        or group_words().says("slipped", text)
        or question.strange
        or question.wants("reason", "quote")
    ):
        return None
    about = topic(_without(text), question, retriever)
    rows = list(rows_of(retriever))
    found = [row for one in rows if (row := _judged(one, place, about, question, retriever))]
    if not found:
        return None
    best = max(row.fit for row in found)
    rivals = [row for row in found if row.fit == best]
    if len({tuple(one.card.figure.signed for one in row.picked) for row in rivals}) > 1:
        return None
    return _told(rivals[0].picked, retriever)


def _told(picked: Sequence[Member], retriever: Retriever) -> Reply:
    statements = [of_end(member.card, retriever) for member in picked]
    return replace(answered(told(merged(statements)), statements), checked=True)


def _place(text: str) -> _Place | None:
    """The place in a row that a text asks for, None where it asks for none."""
    known = words().patterns
    if not known["which"].search(text):
        return None
    last = known["last"].search(text)
    if last:
        return _Place(largest=False, number=counted(last["number"]))
    several = known["top"].search(text)
    if several:
        largest = not (several["least"] or several["fewest"])
        return _Place(largest=largest, top=counted(several["number"] or several["others"]))
    nth = known["nth"].search(text)
    if nth:
        return _Place(largest=True, number=counted(nth["number"]))
    for name, place in (("fell", _Place(largest=False, falls=True)), ("least", _Place(largest=False))):
        if known[name].search(text):
            return place
    return _Place(largest=True) if known["most"].search(text) else None


def _without(text: str) -> str:
    classes = _classes(text)
    text = _TAX.sub("\x00", text)
    for name in ("last", "top", "nth", "fell", "least", "most", "rate", "which", "among"):
        text = words().patterns[name].sub("\x00", text)
    for word in classes:
        text = text.replace(word, "\x00")
    # 农产品中产量: what stands behind the members is asked of them.
    return _INSIDE.sub("\x00", text)


def _classes(text: str) -> tuple[str, ...]:
    """The words of a text for members: those that it asks among, else some wherever they stand."""
    known = (word for word in group_words().classes if word in _NAMES and word in text)
    return classes_of(text) or tuple(known)


def _judged(
    row: Candidate, place: _Place, about: Topic, question: Question, retriever: Retriever
) -> _Row | None:
    """A row with how well it is what a question is about, None where something asked for is not said."""
    text = question.text
    classes = _classes(text)
    asked = Asked(Op.MOST if place.largest else Op.LEAST, row.group.measure, classes, text=text)
    group = _of_sign(narrowed(row.group, asked), text)
    size, count = len(group.members), _count(text)
    if size < _LEAST or (size < _FEW and count != size and not group.by_place):
        return None
    if not _may_be(group, place, question, retriever) or _names_some(group, text, retriever):
        return None
    called = class_fit(group, asked, retriever)
    taxes = _TAX.search(text) is not None and _MOST * size <= sum(
        one.label.endswith("税") for one in group.members
    )
    if called < 0 and not taxes:
        return None
    sure = count == size or called > 1 or taxes
    share = _share(row, group, about, retriever)
    table = _is_table(group, retriever)
    if (
        share is None
        or not (about.pieces or called > 1 or taxes or (called and table))
        or count not in {0, size}
    ):
        return None
    if not (row.whole or sure or table):
        return None
    figure = group.chief.figure
    fit = (
        float(taxes) * size,
        round(share, 1),
        round(name_said(group, question, retriever), 1),
        float(count == size),
        called,
        float(figure.status is Status.RESULT),
        float(newness(figure)),
    )
    picked = _picked(group, place)
    named = all(one.label and not one.label[0].isdigit() for one in picked)
    return _Row(group, fit, picked) if picked and named else None


def _of_sign(group: Group, text: str) -> Group:
    """Of a group that grew or fell the members that did what a question says of them: 涨的那五个产业."""
    if not group.members or group.measure is not Measure.GROWTH:
        return group
    for name, direction in (("rising", 1), ("falling", -1)):
        if words().says(name, text):
            return group.only(tuple(one for one in group.members if one.card.figure.direction == direction))
    return group


def _names_some(group: Group, text: str, retriever: Retriever) -> bool:
    """Whether a question names two of the members, or one by its full name: the others are none that it asks among."""
    said = retriever.lexicon.canonical(text)
    named = [one for one in group.members if one.is_named(said)]
    # 第三产业里哪个行业 asks among its parts.
    return len(named) >= _LEAST or any(
        re.search(f"{re.escape(one.label)}(?:[里中列]|当中)", said) for one in named
    )


def _share(row: Candidate, group: Group, about: Topic, retriever: Retriever) -> float | None:
    """How far a row says what is asked: the whole where it has one, else most of its members."""
    if not about.pieces:
        return 0.0
    if row.whole:
        return about.share([row.whole], retriever)
    shares = [about.share([one.card], retriever) for one in group.members]
    met = [share for share in shares if share is not None]
    return sum(met) / len(met) if len(met) >= _MOST * len(shares) else None


def _may_be(group: Group, place: _Place, question: Question, retriever: Retriever) -> bool:
    """Whether measure, kind of quantity, time and status are those asked for."""
    figure = group.chief.figure
    kind = retriever.lexicon.kind(figure.quantity.unit)
    says = group_words().says
    if figure.status is Status.TARGET and not words().says("coming", question.text):
        return False
    if _RATE.search(question.text) and kind != "percent":
        return False
    if group.measure is Measure.LEVEL:
        if says("money", question.text) or _PAID.search(question.text):
            if kind != "money":
                return False
        elif says("people", question.text) and figure.quantity.unit not in PEOPLE:
            return False
    return (
        group.measure in _measures(question.text, place)
        and question.status in {None, figure.status}
        and is_then(question, group.chief)
    )


def _is_table(group: Group, retriever: Retriever) -> bool:
    """Whether a row is a column of a table, of places, of the items of a list, or of what is measured alike."""
    passages = [retriever.passage_of(one.card.figure) for one in group.members]
    items = len({one.paragraph for one in passages}) == len(passages)
    return group.by_place or passages[0].kind is Kind.ROW or items or _is_measured_alike(group)


def _is_measured_alike(group: Group) -> bool:
    """Whether a sentence tells one thing of each, 教育支出、卫生健康支出 …, and of none that has all the others in it."""
    figures = [one.card.figure for one in group.members]
    values = [one.quantity.value for one in figures]
    return (
        len(figures) > _FEW
        and bool(figures[0].indicator)
        and len({(one.indicator, one.passage) for one in figures}) == 1
        and 2 * max(values) < sum(values)
    )


def _measures(text: str, place: _Place) -> frozenset[Measure]:
    if place.falls or words().says("rate", text) or words().says("grew", text):
        return frozenset({Measure.GROWTH})
    if words().says("shares", text):
        return frozenset({Measure.SHARE})
    return frozenset({Measure.LEVEL})


# What is left over is no member that may be the first: 其他学校; 其他收入 and 其他用品和服务 are.
_OTHERS = compiled("其[他余它](?:学校|地区|地方|乡镇|企业|单位|行业|产业|国家|[县区市镇乡村类])$")


def _picked(group: Group, place: _Place) -> tuple[Member, ...]:
    """The members at the place asked for, with those equal to it."""
    row = sorted(group.members, key=lambda one: one.card.figure.order, reverse=place.largest)
    row = [one for one in row if not _OTHERS.match(one.card.name)]
    if place.falls:
        row = [one for one in row if one.card.figure.direction < 0]
    if len(row) < max(place.number, place.top):
        return ()
    if place.top > 1:
        return tuple(row[: place.top])
    order = row[place.number - 1].card.figure.order
    return tuple(one for one in row if one.card.figure.order == order)


def _count(text: str) -> int:
    # 前三的是哪三样: so many are wanted.
    for name in ("which", "top"):
        text = words().patterns[name].sub("\x00", text)
    match = words().patterns["number"].search(text)
    return counted(match["number"]) if match else 0
