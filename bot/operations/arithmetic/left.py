"""What is left to be done: what was planned, found or allowed less what is done, where both are printed together."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.matching.card import Card
from bot.matching.cover import BEFORE, CLAUSE, NAME, cover, covered, met
from bot.matching.retriever import Retriever
from bot.matching.timefit import period_fit
from bot.operations.arithmetic.reckon import comparable, difference
from bot.operations.arithmetic.worked import worked
from bot.phrasing.clause import text_before
from bot.phrasing.reply import Reply
from bot.understanding.question import Question
from corpus.compiled import compiled
from corpus.figure import Measure, Status
from corpus.passage import Kind

# 还差几户没做, 还有多少处没改完, 离限额还有多少空间.
_ASKS = compiled(
    r"(?:还[有剩差]|剩下?|差)(?:着)?(?:多少|几|好多)[^,，]*?(?:没|未)"
    r"|(?:还[剩差]|剩下?)(?:了|着)?(?:多少|几|好多)"
    r"|[离距到][^,，]*(?:还[有差]|差)(?:着)?(?:多少|几|好多)"
)
# Two things compared, or points of a rate, are no work to be done.
_COMPARES = compiled("[比跟和与同].*[差少多]|个?(?:百分)?点")
_WHOLE = compiled("计划|目标|任务|总|发现|排查|限额|核定")
_DONE = compiled("已|完成|整改|到岗|到位|余额|办结|销号|投用|建成|落实")
# Some of them are no work done, unless just they are what is asked for: 15家, 其中5家配备CT.
_PART = compiled("^其中")
_NOT = compiled("没|未")
# Words of the question for what is or is not done, which the letter says by 已 and 完成.
_WORK = compiled(
    "^(?:离|距|要|到)|(?:还|尚)?(?:没|未)?(?:已?(?:整改|改完|改好|改造完|打完|打好|招到|招满|招够|做完|装完|装好"
    "|装|做|完成|办完|办结|销号|到位|空间|余地|弄完|建完|修完))+$|^招$"
)
# So many characters at most stand between the two.
_NEAR = 40
# Names so alike are of one thing.
_SAME = 0.8


@dataclass(frozen=True)
class _Pair:
    """What there is to do and what is done, with how far they are what the question is about."""

    whole: Card
    done: Card
    share: float


def left(question: Question, retriever: Retriever) -> Reply | None:
    """What is still to be done of what the question names; None where not just one pair of figures tells it."""
    text = question.text
    if not _ASKS.search(text) or _COMPARES.search(text) or len(question.places) > 1:
        return None
    pairs = _of_literal(question, retriever) if question.literals else list(_pairs(question, retriever))
    if not pairs:
        return None
    best = max(pairs, key=lambda pair: pair.share)
    rivals = [pair for pair in pairs if pair.share == best.share]
    if len({(one.whole.figure.quantity.value, one.done.figure.quantity.value) for one in rivals}) > 1:
        return None
    return worked("reckon.gap", difference(best.whole.figure, best.done.figure), retriever)


def _pairs(question: Question, retriever: Retriever) -> Iterator[_Pair]:
    """The pairs of a sentence that are of what is asked, in which the one is said to be done of the other."""
    topics = [rest for run in question.runs if len(rest := _WORK.sub("", run.words)) > 1]
    if not topics:
        return
    undone = topics if _NOT.search(question.text) else []
    levels = [card for card in retriever.matcher.catalogue.cards if _is_level(card, question, retriever)]
    for done in levels:
        if done.figure.status is not Status.RESULT:
            continue
        for whole in levels:
            if not _are_one(whole, done) or not _is_done_of(whole, done, undone, retriever):
                continue
            share = _said(topics, whole, done, retriever)
            if share is not None:
                yield _Pair(whole, done, share)


def _is_done_of(whole: Card, done: Card, undone: list[str], retriever: Retriever) -> bool:
    """Whether the sentence says that the one is done, or planned, of the other; `undone` is what is asked to be not."""
    first, second = _before(whole, retriever), _before(done, retriever)
    if _PART.search(second):
        own = ((done.name, NAME), (done.clause, CLAUSE))
        other = ((whole.name, NAME), (whole.clause, CLAUSE))
        lexicon = retriever.lexicon
        return any(
            covered([one], other, lexicon) is None and covered([one], own, lexicon) is not None
            for one in undone
        )
    if _DONE.search(first):
        return False
    planned = whole.figure.status is Status.TARGET or _WHOLE.search(whole.clause) is not None
    return _DONE.search(second) is not None or (planned and _shares_verb(first, second))


def _shares_verb(first: str, second: str) -> bool:
    """Whether both clauses say the same of their figures: 招聘136名, 原计划招聘160名."""
    return any(first.endswith(second[start : start + 2]) for start in range(len(second) - 1))


def _is_level(card: Card, question: Question, retriever: Retriever) -> bool:
    figure = card.figure
    unit = figure.quantity.unit
    kind = retriever.lexicon.kind(unit)
    wanted = question.asked
    return (
        figure.measure is Measure.LEVEL
        and retriever.passage_of(figure).kind is Kind.SENTENCE
        and wanted.kind in {"", kind}
        and (wanted.kind != "count" or retriever.lexicon.counts_alike(wanted.word, unit))
        and (not question.periods or any(period_fit(one, figure.period) > 0 for one in question.periods))
    )


def _are_one(whole: Card, done: Card) -> bool:
    """Whether one may be of the other: of one sentence, in one unit, and larger."""
    one, other = whole.figure, done.figure
    return (
        one.passage == other.passage
        and comparable((one, other))
        and one.quantity.value > other.quantity.value
        and abs(_place(whole) - _place(done)) <= _NEAR
    )


def _place(card: Card) -> int:
    return card.figure.quantity.start


def _before(card: Card, retriever: Retriever) -> str:
    """The clause up to a figure."""
    return re.split("[,，;；。:：]", text_before(card.figure, retriever.passage_of(card.figure)))[-1]


def _said(topics: list[str], whole: Card, done: Card, retriever: Retriever) -> float | None:
    """How far the two say what is asked about, None where some of it is missing."""
    layers = (
        (whole.name + "\n" + done.name, NAME),
        (whole.clause + "\n" + done.clause, CLAUSE),
        (whole.scope + "\n" + done.scope + "\n" + whole.before, BEFORE),
    )
    covers = [cover(topic, layers, retriever.lexicon) for topic in topics]
    # 油茶 is no 茶叶.
    if any(one.missing(retriever.lexicon) or one.cut_words for one in covers):
        return None
    return round(sum(one.share for one in covers) / len(covers), 2) if covers else 1.0


def _of_literal(question: Question, retriever: Retriever) -> list[_Pair]:
    """The aim that the question names by its amount, and what is done of the same thing: 茶叶要到10.5亿还差多少."""
    (literal, *others) = question.literals
    topics = [run.words for run in question.runs]
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
            share = _said(topics, aim, done, retriever)
            if same >= _SAME and share is not None:
                pairs.append(_Pair(aim, done, share + same))
    return pairs
