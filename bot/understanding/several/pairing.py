"""A question over two things taken apart into one question a thing: 出口比进口多多少 into 出口多少 and 进口多少."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from itertools import accumulate, islice, product

from bot.tables import table
from bot.understanding.expressions.segment import Words
from bot.understanding.lexicon import patterns_of
from corpus.compiled import compiled

# What the two share is at least so long; a question is taken apart in so many ways at most, of which some are the same.
_SHARED, _WAYS = 2, 32


# 服务业（三产）: said twice.
_TWICE = compiled(r"([^()（）的]{2,})[(（]([^()（）]{2,})[)）]")
_GAPS, _STOP = compiled(r"\s+"), compiled("[?？。;；]")
# What is asked for by its measure word alone: 哪个人多, 哪家钱多.
_UNITS = ("人", "钱", "户", "亩")


class Relation(StrEnum):
    """What is asked of two things."""

    DIFFERENCE = "difference"
    REST = "rest"
    TIMES = "times"
    SHARE = "share"
    EACH_ONE = "each_one"
    COMPARE = "compare"
    EACH = "each"
    UNLIKE = "unlike"
    MEAN = "mean"


@dataclass(frozen=True)
class Pairing:
    """A question for each of two things, and what is asked of both. Of a share the first is the part, of EACH_ONE what
    one of the second has, of UNLIKE all of which the second are those that are not meant, of MEAN what they have in all.

    `sides` are the two as they were named.
    """

    relation: Relation
    first: str
    second: str
    sides: tuple[str, str] = ("", "")
    paced: bool = False  # how they moved is compared


@dataclass(frozen=True)
class _Sides:
    """Two things as a question names them, what stands before both, and what is asked behind both."""

    relation: Relation
    first: str
    second: str
    head: str = ""
    ask: str = "多少"
    paced: bool = False


def pairings(text: str, words: Words) -> Iterator[Pairing]:
    """The ways to take a question over two things apart, the likeliest first. None for one over one thing.

    `words` cuts a text into words: what the two share is whole words.
    """
    found = (
        Pairing(sides.relation, first, second, (sides.first, sides.second), sides.paced)
        for sides in _sides(asked_of(text))
        for first, second in _apart(sides, words)
    )
    yield from dict.fromkeys(islice(found, _WAYS))


def asked_of(text: str) -> str:
    """The question without what is asked behind it of the same two, and without gaps."""
    said = _GAPS.sub(",", text.strip().rstrip("?？。!！吗呢啊呀 ")).replace("，", ",")
    return pair_patterns()["behind"].sub("", _STOP.split(said)[0]).rstrip(",吗呢啊呀")


@cache
def pair_patterns() -> dict[str, re.Pattern[str]]:
    """The patterns of bot/data/pairs.toml. Read once: it is data that never changes while the program runs."""
    return patterns_of(table("pairs"))


# What each pattern asks, in the order in which they are tried.
_RELATIONS = (
    ("either", Relation.COMPARE),
    ("which", Relation.COMPARE),
    ("ways", Relation.EACH),
    ("times", Relation.TIMES),
    ("times_of", Relation.TIMES),
    ("per", Relation.EACH_ONE),
    ("part_in", Relation.SHARE),
    ("part_of", Relation.SHARE),
    ("part", Relation.SHARE),
    ("less", Relation.REST),
    ("less_first", Relation.REST),
    ("apart", Relation.DIFFERENCE),
    ("more", Relation.DIFFERENCE),
)


def _sides(text: str) -> Iterator[_Sides]:
    for name, relation in _RELATIONS:
        match = pair_patterns()[name].match(text)
        if match:
            said = match.groupdict()
            yield from _told(relation, {key: value or "" for key, value in said.items()})
            return


def _told(relation: Relation, said: dict[str, str]) -> Iterator[_Sides]:
    """The sides of a match; of 甲和乙 wherever the two may be parted."""
    of, paced = said.get("of", ""), bool(said.get("pace"))
    much, unit = said.get("much") or "多少", said.get("unit", "")
    # 哪个人多 asks for people.
    of, unit = ("", of) if of in _UNITS else (of, unit)
    ask = of + ("增速" if paced else "") + much + unit
    both = [(said["first"], said["second"])] if "second" in said else list(_parted(said["sides"]))
    for first, second in both:
        for one, other in product(_printed(_bare(first)), _printed(_bare(second))):
            time, again = _time(one), pair_patterns()["again"].match(other)
            alone = time and (again or not _time(other)) and len(one) > len(time)
            head = said.get("head", "") + (time if alone else "")
            yield _Sides(relation, one[len(time) :] if alone else one, other, head, ask, paced)


def _printed(side: str) -> Sequence[str]:
    """A side as papers print it: 男性残疾人 of 男的残疾人, 服务业 or 三产 of 服务业（三产）."""
    twice = _TWICE.search(side)
    if twice:
        return [side.replace(twice[0], name) for name in twice.groups()]
    for said, terms in _terms().items():
        if side.startswith(said) or side.endswith(said):
            return [side.replace(said, term) for term in terms]
    return [side]


@cache
def _terms() -> dict[str, list[str]]:
    """What papers print for what a side is called. Read once, as the patterns are."""
    said: dict[str, list[str]] = table("pairs")["said"]
    return said


def _time(side: str) -> str:
    """The time that a side begins with, "" where it begins with none."""
    match = pair_patterns()["time"].match(side)
    return match[0] if match else ""


def _parted(text: str) -> Iterator[tuple[str, str]]:
    for match in pair_patterns()["joint"].finditer(text):
        yield text[: match.start()], text[match.end() :]


def _bare(side: str) -> str:
    """A side without what leads to it and the commas about it."""
    return pair_patterns()["leading"].sub("", side.strip(","))


def _apart(sides: _Sides, words: Words) -> Iterator[tuple[str, str]]:
    """The single questions; what one side lacks is taken from the other, as much as may be of both first."""
    first, second, head = sides.first, sides.second, sides.head.replace(",", "")
    again = pair_patterns()["again"].match(second)
    if again and head:
        bare = pair_patterns()["planned"].sub("", first)
        yield f"{head}{first}{sides.ask}", f"{again['time']}{bare}{again['status'] or ''}{sides.ask}"
    if sides.relation is Relation.SHARE and pair_patterns()["whole"].match(second):
        yield from (
            (f"{head}{first}{sides.ask}", f"{head}{second}{end}{sides.ask}") for end in _ends(first, words)
        )
        return
    if not first or not second or again or pair_patterns()["same"].search(second):
        return
    yield from (
        (f"{head}{first}{sides.ask}", f"{head}{other}{sides.ask}") for other in _turned(first, second)
    )
    ask, whole = sides.ask, sides.relation in {Relation.SHARE, Relation.EACH_ONE}
    heads = [] if whole else _beginnings(first, words)
    yield from (
        (f"{head}{first}{ask}", f"{head}{start}{second}{ask}")
        for start in reversed(heads)
        if not second.startswith(start)
    )
    yield from ((f"{head}{first}{end}{ask}", f"{head}{second}{ask}") for end in _ends(second, words))
    yield from ((f"{head}{first}{ask}", f"{head}{second}{end}{ask}") for end in _ends(first, words))
    yield f"{head}{first}{ask}", f"{head}{second}{ask}"


def _turned(first: str, second: str) -> Iterator[str]:
    """The first side with its word turned into the second's: 财政收入 of 财政支出 and 收入."""
    for one, other in opposites():
        for mine, its in ((one, other), (other, one)):
            if mine in first and second.removesuffix("的") == its and first != mine:
                yield first.replace(mine, its)


@cache
def opposites() -> list[tuple[str, str]]:
    """Words that stand against each other. Read once, as the patterns are."""
    return [(one, other) for one, other in table("pairs")["opposite"]["pairs"]]


def _beginnings(text: str, words: Words) -> list[str]:
    """What a text begins with up to the end of each of its words but the last."""
    ends = list(accumulate(map(len, words(text))))
    return [text[:end] for end in ends[:-1] if end >= _SHARED]


def _ends(text: str, words: Words) -> list[str]:
    """What a text ends with from each of its words but the first, the longest first."""
    starts = list(accumulate(map(len, words(text))))
    return [text[start:].lstrip("的") for start in starts[:-1]]
