"""Where a run of a question is met by a card, and what tells another thing of almost the same words."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from bot.matching.card import Card
from bot.matching.terms.cover import BEFORE, NAME, Cover, names
from bot.understanding.lexicon import Lexicon
from corpus.extraction.lexicon import head, heads
from corpus.figure import Figure

# Each card is held against the same runs.
_KEPT = 256


@dataclass(frozen=True)
class RunMet:
    """How a run of a question is met by a card: several queries of a message have a run in common.

    `weight` is how well it is met, a character more counting more, `missing` are the pieces that are not, `cut_words` single
    characters that are not, each with the one behind it that is. `another` is what of it makes another thing than the
    card's, `measured` what it measures where the figure measures something else, "" where there is no such. `is_named` says
    whether the card's name, or what that implies, has something of it, `only_before` whether it stands together before the
    figure's clause, and nearer only in part.
    """

    cover: Cover
    weight: float
    missing: tuple[str, ...]
    cut_words: tuple[str, ...]
    another: str
    measured: str
    is_named: bool
    only_before: bool


def run_met(one: Cover, terms: Sequence[str], card: Card, lexicon: Lexicon) -> RunMet:
    """How a run with these terms, which is met so, is met by a card."""
    name = card.name
    return RunMet(
        one,
        one.share * len(one.words),
        one.missing(lexicon, terms),
        # Where all is met, nothing is cut.
        one.cut_words if 0 in one.weights else (),
        other_first(one, name, lexicon) if name[1:3] in one.words else "",
        other_measured(one, card.figure, name) if _measured(one.words) else "",
        names(lexicon.with_implied(name), one.words),
        only_before(one),
    )


def in_sentence(one: Cover) -> bool:
    """Whether all of a run is met, and in the figure's own sentence: 育儿补贴 of 育儿补贴发放到位,惠及17万婴幼儿."""
    return min(one.weights, default=0.0) >= BEFORE


def other_first(one: Cover, name: str, lexicon: Lexicon) -> str:
    """晚稻 of 晚稻产量 beside a 早稻产量, "" where no such: one character before the same words makes another thing."""
    for place in range(len(one.words) - 2):
        letter, rest = one.words[place], one.words[place + 1 : place + 3]
        unmet = one.weights[place] == 0 and one.weights[place + 1] == NAME
        if unmet and name[1:3] == rest and name[0] != letter and not lexicon.is_light(letter):
            return letter + rest[0]
    return ""


def only_before(one: Cover) -> bool:
    """Whether a run stands together before the figure's clause, and nearer only in part."""
    return max(one.weights, default=0.0) <= BEFORE


def other_measured(one: Cover, figure: Figure, name: str) -> str:
    """What a run measures where a figure measures something else and only words before its clause have it: 余额 of
    不良贷款余额 beside 不良率; "" where no such."""
    asked = _measured(one.words)
    told = not asked or asked in name or max(one.weights[-2:]) > BEFORE or not figure.indicator
    return "" if told else asked


@lru_cache(maxsize=_KEPT)
def _measured(words: str) -> str:
    """The last two characters of what a run measures, "" where that is none of the words for it."""
    measured = head(words)
    # What ends with 率 alone is called in many ways.
    return measured[-2:] if measured in heads() else ""
