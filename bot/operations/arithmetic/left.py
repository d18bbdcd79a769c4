"""What is left to be done: what was planned, found or allowed less what is done, where both are printed together."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from bot.matching.card import Card
from bot.matching.retriever import Retriever
from bot.matching.terms.cover import CLAUSE, NAME, covered, met
from bot.matching.timefit import period_fit
from bot.operations.arithmetic.reckon import comparable, difference
from bot.operations.arithmetic.worked import worked
from bot.operations.relations.found import between
from bot.operations.relations.topic import Topic, topic, without
from bot.operations.relations.words import words
from bot.phrasing.clause import text_before
from bot.phrasing.reply import Reply
from bot.understanding.question import Question
from corpus.compiled import compiled
from corpus.figure import Measure, Status
from corpus.passage import Kind
from corpus.texts.text import pairs
from corpus.times.period import Period

# Two things compared, or points of a rate, are no work to be done.
_COMPARES = compiled("[比跟和与同].*[差少多]|百分点|[几个]点")
_WHOLE = compiled(
    "计划|目标|任务|总|发现|排查|限额|核定|规划|编制|应|现有|共有|预算|安排|设计|可容纳|立案|受理|收到|收集"
)
_DONE = compiled(
    "已|完成|整改|到岗|到位|办结|结案|销号|投用|建成|落实|实有|实到|入住|使用|执行|支出|在职|利用|竣工|开工|出租|持证|签约|签订|参保|达标"
)
_PLANNED = compiled("计划|目标|任务|预算|应")
# Of what may be owed a balance is used up.
_DEBT = compiled("债务?限额$")
_LIMITED, _BALANCED = "限额", "余额"
_LIMIT, _BALANCE = compiled("限额|上限"), compiled("余额")
# What of a plan is told of a time is done till then: 今年任务2400套,上半年筹集1535套.
_SO_FAR = compiled("上半年|季度|截至|目前|月|累计|年末|实际")
# Some of them are no work done, unless just they are what is asked for: 15家, 其中5家配备CT.
_PART = compiled("^其中")
_NOT = compiled("没|未")
# What says no more than that something is done, and what stands behind a verb.
_PLAIN = compiled(
    "竣工|开工|落实|执行|结案|[整改造招装安做干搞弄办销号到位建修花用投完成使结收打交还发好满够了掉上下出人得]"
)
# Of what is to be done in all a part is this year's.
_YEARLY, _ALL = compiled("今年|年度|全年|年初"), compiled("总(?!数)")
# So many characters at most stand between the two.
_NEAR = 60
# Names so alike are of one thing.
_SAME = 0.8


@dataclass(frozen=True)
class Pair:
    """What there is to do and what is done, with how far they are what the question is about."""

    whole: Card
    done: Card
    share: float


def left(question: Question, retriever: Retriever) -> Reply | None:
    """What is still to be done of what the question names; None where not just one pair of figures tells it."""
    if not asks_left(question.text) or len(question.places) > 1:
        return None
    pairs = _of_literal(question, retriever) if question.literals else list(_pairs(question, retriever))
    if not pairs:
        return None
    best = max(pairs, key=lambda pair: pair.share)
    rivals = [pair for pair in pairs if pair.share == best.share]
    if len({(one.whole.figure.quantity.value, one.done.figure.quantity.value) for one in rivals}) > 1:
        return None
    return worked("reckon.gap", difference(best.whole.figure, best.done.figure), retriever)


def asks_left(text: str) -> bool:
    """Whether a text asks how much of a piece of work is left to be done."""
    return words().says("left", text) and not _COMPARES.search(text)


def _pairs(question: Question, retriever: Retriever) -> Iterator[Pair]:
    """The pairs of a sentence that are of what is asked, in which the one is said to be done of the other."""
    about = topic(without(question.text, "left", "undone"), question, retriever)
    if not about.pieces:
        about = topic(without(question.text, "left"), question, retriever)
    undone = [piece for pieces in about.pieces for piece in pieces] if _NOT.search(question.text) else []
    verb = verb_of(question.text)
    for pair in pairs_of(about, undone, question, retriever):
        if says_verb(pair.done, verb, retriever):
            yield pair


def verb_of(text: str) -> str:
    """What is asked to be not done, "" where it says nothing by itself: 治 of 没治好."""
    said = words().patterns["undone"].search(text)
    verb = (said["verb"] or "") if said else ""
    return verb if _PLAIN.sub("", verb) else ""


def says_verb(done: Card, verb: str, retriever: Retriever) -> bool:
    """Whether what is done is what is asked for; a verb of two characters that stands nowhere may be another's word, where
    one of them is that other's or says nothing: 解除 of 消除, 打通."""
    if verb in done.clause or not verb:
        return True
    known = len(verb) == 1 or retriever.matcher.catalogue.has(verb)
    return not known and (_PLAIN.search(verb) is not None or any(letter in done.clause for letter in verb))


def pairs_of(about: Topic, undone: list[str], question: Question, retriever: Retriever) -> Iterator[Pair]:
    """The pairs of a sentence of a topic in which the one is said to be done, or planned, of the other."""
    levels = [card for card in retriever.matcher.catalogue.cards if _is_level(card, question, retriever)]
    wholes = _wholes(levels)
    for done in levels:
        if done.figure.status is not Status.RESULT:
            continue
        for whole in wholes(done):
            if not (are_one(whole, done, retriever) or _is_limit_of(whole, done)) or not is_done_of(
                whole, done, undone, retriever
            ):
                continue
            share = about.share([whole, done], retriever)
            if share is not None:
                yield Pair(whole, done, share + _is_of_year(question.text, whole.clause))


def _wholes(levels: Sequence[Card]) -> Callable[[Card], Iterator[Card]]:
    """Which of these figures one of them may be of, in order: those of its sentence, and of a balance all limits."""
    sentences: defaultdict[str, list[int]] = defaultdict(list)
    for number, card in enumerate(levels):
        sentences[card.figure.passage].append(number)
    limits = [number for number, card in enumerate(levels) if card.name.endswith(_LIMITED)]

    def wholes(done: Card) -> Iterator[Card]:
        near = sentences[done.figure.passage]
        numbers = sorted({*near, *limits}) if done.name.endswith(_BALANCED) else near
        return (levels[number] for number in numbers)

    return wholes


def _is_of(asked: Period, period: Period | None) -> bool:
    """Whether what is done till some day is of the time asked: of a whole year, and of its end, too."""
    whole = asked.is_point or (asked.first.month, asked.last.month) == (1, 12)
    until = whole and period is not None and period.last.year == asked.last.year
    return until or period_fit(asked, period) > 0


def _is_of_year(text: str, clause: str) -> bool:
    """Whether a question after this year's, or all there is, names what the clause is of."""
    return any(one.search(text) and one.search(clause) for one in (_YEARLY, _ALL))


def is_done_of(whole: Card, done: Card, undone: list[str], retriever: Retriever) -> bool:
    """Whether the sentence says that the one is done, or planned, of the other; `undone` is what is asked to be not."""
    first, second = _before(whole, retriever), _before(done, retriever)
    # 限额526300万元(一般债务214700万元): what is no balance is a part of the limit, and nothing used of it.
    if _LIMIT.search(whole.clause):
        if done.name.endswith(_BALANCED) and _DEBT.search(whole.name):
            return _is_limit_of(whole, done)
        return (_BALANCE.search(second) or _DONE.search(second)) is not None
    if _PART.search(second):
        own = ((done.name, NAME), (done.clause, CLAUSE))
        other = ((whole.name, NAME), (whole.clause, CLAUSE))
        lexicon = retriever.lexicon
        return any(
            covered([one], other, lexicon) is None and covered([one], own, lexicon) is not None
            for one in undone
        )
    planned = whole.figure.status is Status.TARGET or _WHOLE.search(whole.clause) is not None
    if _DONE.search(first) and not _PLANNED.search(first):
        return False
    # 使用补贴1.42亿元,带动消费11.36亿元: what comes after is no whole unless it is said to be one.
    if not planned and _place(whole) > _place(done) and not _LIMIT.search(whole.clause):
        return False
    so_far = planned and _SO_FAR.search(second) is not None
    return so_far or _DONE.search(second) is not None or (planned and _shares_verb(first, second))


def _shares_verb(first: str, second: str) -> bool:
    """Whether both clauses say the same of their figures: 招聘136名, 原计划招聘160名."""
    return any(map(first.endswith, pairs(second)))


def _is_level(card: Card, question: Question, retriever: Retriever) -> bool:
    figure = card.figure
    return (
        figure.measure is Measure.LEVEL
        and retriever.passage_of(figure).kind is Kind.SENTENCE
        and retriever.lexicon.is_asked(question.asked, figure.quantity.unit)
        and (not question.periods or any(_is_of(one, figure.period) for one in question.periods))
    )


def are_one(whole: Card, done: Card, retriever: Retriever) -> bool:
    """Whether one may be of the other: of one sentence, in one unit, and larger, none but its parts between them."""
    one, other = whole.figure, done.figure
    if not (
        one.passage == other.passage
        and comparable((one, other))
        and one.quantity.value > other.quantity.value
        and abs(_place(whole) - _place(done)) <= _NEAR
    ):
        return False
    first, last = sorted((whole, done), key=_place)
    inside = [
        card
        for card in retriever.cards.of_letter(one.letter).cards
        if card.figure.passage == one.passage
        and card.figure.measure is Measure.LEVEL
        and _place(first) < _place(card) < _place(last)
        and card.figure.quantity.unit == one.quantity.unit
    ]
    return not inside or "其中" in between(first, inside[0], retriever)


def _is_limit_of(limit: Card, balance: Card) -> bool:
    """Whether one is the limit of what the other is the balance of: 政府债务限额 and 政府债务余额, wherever they are told."""
    one, other = limit.figure, balance.figure
    same = (one.letter, one.place, one.subject, one.quantity.unit) == (
        other.letter,
        other.place,
        other.subject,
        other.quantity.unit,
    )
    larger = one.quantity.value > other.quantity.value
    return (
        bool(one.subject)
        and same
        and larger
        and limit.name.endswith(_LIMITED)
        and balance.name.endswith(_BALANCED)
    )


def _place(card: Card) -> int:
    return card.figure.quantity.start


def _before(card: Card, retriever: Retriever) -> str:
    """The clause up to a figure."""
    return re.split("[,，;；。:：]", text_before(card.figure, retriever.passage_of(card.figure)))[-1]


def _of_literal(question: Question, retriever: Retriever) -> list[Pair]:
    """The aim that the question names by its amount, and what is done of the same thing: 茶叶要到10.5亿还差多少."""
    (literal, *others) = question.literals
    about = topic(without(question.text, "left", "undone"), question, retriever)
    cards = retriever.matcher.catalogue.cards
    aims = [
        card
        for card in cards
        if not others
        and card.figure.status is Status.TARGET
        and card.figure.measure is Measure.LEVEL
        and card.figure.quantity.value == literal.value
        and literal.unit in {"", card.figure.quantity.unit}
    ]
    pairs = []
    for aim in aims:
        for done in cards:
            figure = done.figure
            alike = figure.measure is Measure.LEVEL and figure.status is Status.RESULT
            if (
                not alike
                or not comparable((aim.figure, figure))
                or figure.quantity.value >= aim.figure.quantity.value
            ):
                continue
            same = min(
                met(aim.name, done.name, retriever.lexicon), met(done.name, aim.name, retriever.lexicon)
            )
            share = about.share([aim, done], retriever)
            if same >= _SAME and share is not None:
                pairs.append(Pair(aim, done, share + same))
    return pairs
