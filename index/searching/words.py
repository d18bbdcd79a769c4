"""Words: what a text and a question are matched by, one analysis for both."""

import re
from collections import Counter
from collections.abc import Callable, Iterable
from functools import cache
from itertools import chain
from operator import add

from corpus.amounts.unit import unit_pattern, units
from corpus.compiled import compiled
from corpus.texts.text import pairs as neighbours
from corpus.texts.text import plain

_THOUSANDS = compiled(r",(?=\d{3})")
_NUMBER = compiled(r"\d+(?:\.\d+)?")
_HAN = compiled(r"[\u3400-\u9fff]+")
# What has no capitals and no dash but a hyphen: most names.
_LOWERED = compiled(r"[\x00-@\[-}\u3000-\u303f\u3400-\u9fff]*")
# Before a pair of characters that is no word of the text in which it stands.
SEAM = "+"
_DASHES = str.maketrans("—–−~～", "-----")


def tokens(text: str) -> list[str]:
    """Figures whole and their bare numbers, Latin words, Chinese characters and their pairs.

    >>> tokens("产值24.69亿元")
    ['产', '值', '产值', '24.69亿元', '24.69', '亿', '元', '亿元']
    >>> tokens("1－6月，5Ｇ")
    ['1-6月', '1', '6', '月', '5g']
    """
    return folded_tokens(plain(text))


def folded_tokens(folded: str) -> list[str]:
    """The same of a text that is folded."""
    found: list[str] = []
    lowered = folded if _LOWERED.fullmatch(folded) else folded.translate(_DASHES).lower()
    for latin, number, unit, han in _word().findall(lowered):
        if han:
            found += han
            found += map(add, han, han[1:])
        elif number.isdecimal() and not unit:
            found.append(number)
        elif number:
            found += _figure(number, unit)
        else:
            found.append(latin)
    return found


def counter(words: Iterable[str]) -> Callable[[str], dict[str, int]]:
    """What counts how often each of the words stands in a folded text, those that do; figures and Latin words as a whole.

    >>> counter(["产值", "4.69", "24.69"])("产值24.69亿元,其中新产品产值3亿元")
    {'产值': 2, '24.69': 1}
    """
    sought = dict.fromkeys(words)
    han = [word for word in sought if _HAN.fullmatch(word)]
    others = [(word, word.replace(",", "")) for word in sought if not _HAN.fullmatch(word)]

    def counts(text: str) -> dict[str, int]:
        found = {word: text.count(word) for word in han if word in text}
        # Cutting a text takes longer than looking into it.
        bare = text.translate(_DASHES).lower().replace(",", "") if others else ""
        if any(plainly in bare for _, plainly in others):
            whole = Counter(tokens(text))
            found |= {word: whole[word] for word, _ in others if word in whole}
        return found

    return counts


def bigrams(folded: str) -> list[str]:
    """The overlapping pairs of Chinese characters of a folded text, each once, units behind numbers too.

    >>> bigrams("2024年末常住")
    ['年末', '末常', '常住']
    """
    return list(dict.fromkeys(chain.from_iterable(map(neighbours, _HAN.findall(folded)))))


def pairs(text: str) -> list[str]:
    """The overlapping pairs of Chinese characters of a text."""
    return [
        pair for match in _word().finditer(plain(text)) if match["han"] for pair in neighbours(match["han"])
    ]


@cache
def _word() -> re.Pattern[str]:
    measured = unit_pattern(list(units()))
    return compiled(
        rf"""(?P<latin>[a-z][a-z0-9.&]*|\d+[a-z]+(?:\d|\b|(?=[^a-z])))           # pm2.5, r&d, 5g
          | (?P<number>\d[\d,]*(?:\.\d+)?(?:[-:+/]\d+(?:\.\d+)?)*)                 # 24.69, 1-6, 3.1:50.1:46.9, 3+3
            (?P<unit>[%‰]|[十百千万亿]*(?:{measured})|[年月日号届]|[十百千万亿]+)?   # 亿元, %, 月
          | (?P<han>[\u3400-\u9fff]+)""",
        re.VERBOSE,
    )


def _figure(number: str, unit: str) -> list[str]:
    whole = _THOUSANDS.sub("", number) if "," in number else number
    bare = [] if whole.isdecimal() else [part for part in _NUMBER.findall(whole) if part != whole]
    found = [whole + unit, *([whole] if unit and not bare else []), *bare]
    return [*found, *_characters(unit)] if unit not in ("", "%", "‰") else found


def _characters(han: str) -> list[str]:
    return [*han, *neighbours(han)]
