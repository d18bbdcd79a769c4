"""Two amounts of one thing in one question: 养老机构几家,床位多少张. Both of one sentence, or none."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.matching.card import Card
from bot.matching.retriever import Retriever, merged
from bot.matching.timefit import in_all
from bot.operations.figures.lookup import answered
from bot.operations.groups.words import without_places
from bot.phrasing.phrase import told
from bot.phrasing.reply import Reply
from bot.understanding.question import Question
from corpus.compiled import compiled
from corpus.figure import Measure, Status
from corpus.runtime.replace import replace

# 养老机构一共几家, 多少学生: what is counted and in what, either may be left out of the second.
_AMOUNT = compiled(
    r"(?P<thing>[^,，、\s?？]*?)(?:一共|总共|共|各)?[有是]?(?:几|多少|好多)"
    r"(?P<unit>[家所张个名人座条户辆台间亩只头件](?![一-鿿])|个(?=[一-鿿]))?(?P<noun>[^\s,，、?？几多好]{1,4})?"
)
# 全县下辖几个镇: what leads to what is counted.
_LEADING = compiled("^(?:全[县市区州省]|下面|现在|总共|[下现共]?[有辖设管]着?|里)+$")
_GOVERNS = compiled("^[下现共]?[辖设]")
_ENDING = compiled(r"[\s?？。呢啊呀]*$")
_PEOPLE = "生师人工员户民童医"
_TWO = 2


@dataclass(frozen=True)
class _Amount:
    """What an amount is of, and the unit that it is asked in, "" where none is said."""

    thing: str
    unit: str


def both(question: Question, retriever: Retriever) -> Reply | None:
    """Both amounts, where one sentence alone has them beside each other; None where one of them is not there."""
    asked = _amounts(question, retriever)
    if len(asked) != _TWO or question.strange or question.wants("reason", "difference", "sum", "rest"):
        return None
    pairs = list(_pairs(asked, question, retriever))
    values = {tuple(card.figure.signed for card in pair) for pair in pairs}
    if len(values) != 1:
        return None
    statements = [retriever.stated(card.figure) for card in pairs[0]]
    return replace(answered(told(merged(statements)), statements), checked=True)


def _amounts(question: Question, retriever: Retriever) -> list[_Amount]:
    """The amounts asked for, none where something else is asked as well."""
    text = without_places(_ENDING.sub("", question.text), question.places)
    for period in question.periods:
        text = text.replace(period.raw, "") if period.raw else text
    found: list[_Amount] = []
    end = 0
    for match in _AMOUNT.finditer(text):
        if text[end : match.start()].strip(",，、 "):
            return []
        thing = _LEADING.sub("", match["thing"]) or match["noun"] or ""
        found.append(_Amount(retriever.lexicon.canonical(thing), match["unit"] or ""))
        end = match.end()
    return found if not text[end:] and all(one.thing for one in found) else []


def _pairs(asked: Sequence[_Amount], question: Question, retriever: Retriever) -> Iterator[tuple[Card, Card]]:
    """Each figure that is called just as the first amount, with the second behind it in its sentence."""
    sentences: dict[str, list[Card]] = {}
    for card in retriever.matcher.catalogue.cards:
        if card.figure.measure is Measure.LEVEL and _may_be(card, question, retriever):
            sentences.setdefault(card.figure.passage, []).append(card)
    first, second = asked
    for cards in sentences.values():
        row = sorted(cards, key=lambda one: one.figure.quantity.start)
        for place, card in enumerate(row):
            if _GOVERNS.sub("", card.name) == first.thing and _in_unit(card, first, retriever):
                other = _behind(card, row[place + 1 :], second, retriever)
                if other:
                    yield card, other


def _may_be(card: Card, question: Question, retriever: Retriever) -> bool:
    figure = card.figure
    return (
        figure.status in ({question.status} if question.status else {Status.RESULT})
        and in_all(question.periods, figure.period)
        and all(retriever.same_place(place, figure.place or card.letter.place) for place in question.places)
    )


def _in_unit(card: Card, amount: _Amount, retriever: Retriever) -> bool:
    unit = card.figure.quantity.unit
    return not amount.unit or unit.endswith(amount.unit) or retriever.lexicon.counts_alike(amount.unit, unit)


def _behind(first: Card, rest: Sequence[Card], asked: _Amount, retriever: Retriever) -> Card | None:
    """The second amount behind the first, before the next that is counted as the first is."""
    for place, card in enumerate(rest):
        if card.figure.quantity.unit == first.figure.quantity.unit:
            # 12个镇、5个乡 stand side by side.
            beside = place == 0 and card.name == asked.thing
            return card if beside and _in_unit(card, asked, retriever) else None
        # 学生 are 在校生 where they stand next to it.
        near = place == 0 and asked.thing[-1] in _PEOPLE and card.name.endswith(asked.thing[-1])
        if _in_unit(card, asked, retriever) and (card.name.endswith(asked.thing) or near):
            return card
    return None
