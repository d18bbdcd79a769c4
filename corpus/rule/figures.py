"""The figures of a policy: which are rules and no results, and what they are called."""

from collections.abc import Iterable, Sequence

from corpus.compiled import compiled
from corpus.extraction.names.verbs import is_verb
from corpus.extraction.terms.mood import own_mood
from corpus.figure import Figure, Status
from corpus.letter import Letter
from corpus.passage import Kind, Passage
from corpus.rule.rule import Rule
from corpus.rule.rules import is_policy
from corpus.rule.words import words
from corpus.runtime.replace import replace
from corpus.texts.text import fold, plain
from corpus.times.period import Sureness

_NAME = ("subject", "indicator")
_NEAR = 3  # characters between an amount and the noun behind it: 10%的补助
_PART = 3  # of the sentences of a policy that no title calls one, one in so many gives something
_BREAK = compiled(r"[,，;；:：。]")
# What a policy's sentence asks for or gives: 投资1000万元以上的, 每亩不低于300元.
_ASKS = compiled(r"以[上下内]|不[少低高超]|达到|的,|标准|比例")


# 奖补办法:管养满一年的每亩补助500元, in a letter that is no policy.
_GIVES_SO = compiled(
    r"[^,，。:：]{0,8}(?:奖补|补助|补贴|奖励|资助|收费|缴费)(?:办法|标准|政策|方式)(?:为|是)?[:：]"
)


def ruled(
    figures: Sequence[Figure], found: Sequence[Rule], letter: Letter, passages: Sequence[Passage]
) -> tuple[Figure, ...]:
    """The figures, those of rules with the status of a rule; one is of no time that it does not say, and of no name
    that is another amount's.
    """
    starts = {amount.start for rule in found for amount in rule.quantities}
    around = _of_rules(found, letter, passages)
    taken = sorted((one.quantity.start, one.quantity.end, one.quantity.unit) for one in figures)
    made = []
    for one in figures:
        if one.quantity.start in starts or (one.passage in around and _is_undone(one)):
            one = _rule(one, letter.text, taken)
        made.append(one)
    return tuple(made)


def _of_rules(found: Sequence[Rule], letter: Letter, passages: Iterable[Passage]) -> set[str]:
    """The sentences of a policy, or of a section on one, that ask for something or give it; none of a document that
    tells a rule in passing.
    """
    known, ruling = words(), {rule.passage for rule in found}
    sentences = [one for one in passages if one.kind is Kind.SENTENCE]
    inside = {one.id for one in sentences if one.id in ruling}
    whole = is_policy(letter) or len(inside) * _PART >= len(sentences)
    inside = inside if whole else {one.id for one in sentences if _GIVES_SO.match(fold(one.text).text)}
    sentences = [one for one in sentences if whole or any(map(known.gives.search, one.section))]
    folded = ((one.id, fold(one.text).text) for one in sentences)
    return inside | {
        name
        for name, text in folded
        if (known.verb.search(text) or _ASKS.search(text))
        and not known.never.search(text)
        and own_mood(text) is None
    }


def _is_undone(figure: Figure) -> bool:
    """Whether nothing says that an amount has come about or is to, or when."""
    stated = figure.period is not None and figure.period.sureness is not Sureness.INHERITED
    return figure.status is not Status.RULE and not stated


def _rule(figure: Figure, text: str, taken: Sequence[tuple[int, int, str]]) -> Figure:
    inherited = figure.period is not None and figure.period.sureness is Sureness.INHERITED
    rule = replace(figure, status=Status.RULE, period=None if inherited else figure.period)
    # 新建10座以上的: what is to be built stands elsewhere.
    named = not is_verb(figure.name) and _is_own_name(figure, text, taken)
    return rule if named else _unnamed(rule)


def _is_own_name(figure: Figure, text: str, taken: Sequence[tuple[int, int, str]]) -> bool:
    """Whether a name stands in the amount's own clause, behind which no more than a list goes on: 突破1亿元、5亿元. What
    stands in a row's head is the table's.
    """
    named = [one for one in figure.stated if one.slot in _NAME]
    said = [one for one in named if one.end <= figure.quantity.start]
    if named and not said:
        clause = _BREAK.split(text[: figure.quantity.start])[-1]
        behind = text[figure.quantity.end : named[0].start]
        near = len(behind) <= _NEAR and not _BREAK.search(behind)
        return near or plain(text[named[0].start : named[0].end]) in plain(clause)
    if not said or "\n" in text[said[-1].start : figure.quantity.start]:
        return True
    place, stop, between = max(one.end for one in said), figure.quantity.start, ""
    for start, end, unit in taken:
        if place <= start and end <= stop:
            if unit != figure.quantity.unit:
                return False
            between += text[place:start]
            place = end
    other = place > max(one.end for one in said)
    between += text[place:stop]
    return not _BREAK.search(between) and not (other and "的" in between)


def _unnamed(figure: Figure) -> Figure:
    kept = tuple(one for one in figure.stated if one.slot not in _NAME)
    return replace(figure, subject="", indicator="", name="", stated=kept)
