"""Where a run of a question is met by a card, and what tells another thing of almost the same words."""

from bot.matching.cover import BEFORE, NAME, Cover
from bot.understanding.lexicon import Lexicon
from corpus.extraction.lexicon import head, heads
from corpus.figure import Figure


def in_sentence(one: Cover) -> bool:
    """Whether all of a run is met, and in the figure's own sentence: 育儿补贴 of 育儿补贴发放到位,惠及17万婴幼儿."""
    return min(one.weights, default=0.0) >= BEFORE


def other_first(one: Cover, name: str, lexicon: Lexicon) -> str:
    """晚稻 of 晚稻产量 beside a 早稻产量, "" where no such: one character before the same words makes another thing."""
    if name[1:3] not in one.words:
        return ""
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
    measured = head(one.words)
    asked = measured[-2:]
    # What ends with 率 alone is called in many ways.
    told = measured not in heads() or asked in name or max(one.weights[-2:]) > BEFORE or not figure.indicator
    return "" if told else asked
