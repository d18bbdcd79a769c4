"""What is planned beside what was, and from what to what a thing went: 今年打算比去年多接待多少游客, 低保提了几块."""

from collections.abc import Iterator

from bot.matching.card import Card
from bot.matching.retriever import Retriever
from bot.matching.terms.cover import met
from bot.operations.arithmetic.reckon import comparable, difference
from bot.operations.arithmetic.worked import gone, worked
from bot.operations.relations.found import Relation, related
from bot.operations.relations.topic import Told, Topic, is_then, only, topic, without
from bot.operations.relations.words import words
from bot.phrasing.reply import Reply
from bot.understanding.question import Question
from corpus.figure import Measure, Status
from corpus.runtime.replace import replace

_MEASURES = frozenset({Measure.LEVEL, Measure.GROWTH})
# Names so alike are of one thing.
_SAME = 0.75


def planned(question: Question, retriever: Retriever) -> Reply | None:
    """The aim less the last result, both told; None where not just one thing named has both."""
    text = question.text
    if not words().says("against_last", text) or not words().says("coming", text) or len(question.places) > 1:
        return None
    about = topic(without(text, "against_last", "stepped", "aimed"), question, retriever)
    found = only(_both(about, question, retriever))
    if found is None:
        return None
    aim, last = (card.figure for card in found.cards)
    more = aim.signed - last.signed
    rate = aim.quantity.unit == "%"
    template = (
        ("higher" if more >= 0 else "lower") if rate else ("changed_more" if more >= 0 else "changed_less")
    )
    return replace(worked(f"reckon.{template}", difference(aim, last), retriever), checked=True)


def _both(about: Topic, question: Question, retriever: Retriever) -> Iterator[Told]:
    named = [
        (card, share)
        for card in retriever.matcher.catalogue.cards
        if card.figure.measure in _MEASURES and (share := about.own(card, retriever)) is not None
    ]
    rate = words().says("rate", question.text)
    named = [one for one in named if (one[0].figure.measure is Measure.GROWTH) is rate]
    aims = [(card, share) for card, share in named if card.figure.status is Status.TARGET]
    firsts = {(card.name, card.figure.passage): card for card, _ in reversed(aims)}
    for aim, share in aims:
        # 改造老旧小区12个、1580户: what is told first is the thing itself.
        if not question.asked.kind and firsts[aim.name, aim.figure.passage] is not aim:
            continue
        if any(_is_done(aim, card) for card, _ in named):
            continue
        for last, other in named:
            if _is_last(aim, last, retriever) and _is_kind(aim, question, retriever):
                value = aim.figure.signed - last.figure.signed
                yield Told((aim, last), share + other, value)


def _is_done(aim: Card, card: Card) -> bool:
    """Whether a figure is the result of what an aim is of, in the aim's own year."""
    one, other = aim.figure, card.figure
    same = (other.status is Status.RESULT, other.measure, other.quantity.unit) == (
        True,
        one.measure,
        one.quantity.unit,
    )
    return same and bool(one.period and other.period and other.period.last.year == one.period.last.year)


def _is_last(aim: Card, last: Card, retriever: Retriever) -> bool:
    """Whether a figure is the result of the time before of what an aim is of."""
    one, other = aim.figure, last.figure
    return (
        other.status is Status.RESULT
        and other.letter == one.letter
        and other.measure is one.measure
        and comparable((one, other))
        and one.place == other.place
        and one.period is not None
        and other.period is not None
        and other.period.last < one.period.last
        and max(met(aim.name, last.name, retriever.lexicon), met(last.name, aim.name, retriever.lexicon))
        >= _SAME
    )


def _is_kind(card: Card, question: Question, retriever: Retriever) -> bool:
    figure = card.figure
    return figure.measure is Measure.GROWTH or retriever.lexicon.is_asked(
        question.asked, figure.quantity.unit
    )


def stepped(question: Question, retriever: Retriever) -> Reply | None:
    """The later value less the earlier one; None where no sentence tells just one such, or the step itself."""
    text = question.text
    if not words().says("stepped", text) or question.strange or len(question.places) > 1:
        return None
    about = topic(without(text, "against_last", "stepped"), question, retriever)
    found = only(_steps(about, question, retriever))
    if found is None:
        return None
    start, end = (card.figure for card in found.cards)
    return replace(gone(start, end, retriever), checked=True)


def _steps(about: Topic, question: Question, retriever: Retriever) -> Iterator[Told]:
    for start, end in related(Relation.STEP, retriever):
        wanted, unit = question.asked, end.figure.quantity.unit
        kind = retriever.lexicon.kind(unit)
        if question.periods and not is_then(question, end):
            continue
        if wanted.kind == "points" and unit != "%":
            continue
        if wanted.kind not in {"", "points", kind}:
            continue
        printed = any(one.measure in {Measure.CHANGE, Measure.GROWTH} for one in retriever.beside(end))
        share = None if printed else about.share([start, end], retriever)
        if share is not None and about.is_named(end, retriever):
            yield Told((start, end), share, end.figure.signed - start.figure.signed)
