"""A question for several figures divided into questions for one: 存款和贷款余额各多少 into 存款余额多少 and 贷款余额多少."""

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate, product

from bot.understanding.expressions.segment import Words
from corpus.compiled import compiled

_ASK = r"(?:多少|几多|好多|百分之几|几)"
_COUNTED = r"(?:[万亿]?(?:[家个所名人户件张辆座项条台套亩吨元钱次处起例眼口位种宗]|公里|平方米|平米|百分点|个百分点|个点|成|天)(?:次|点)?)?"
# 公办几家民办几家: what ends with an amount asked for, with what is asked behind it.
_ASKED = compiled(rf"[^,，;；?？]*?{_ASK}{_COUNTED}(?:了|呢|呀|啊)?(?:[^\s,，、多少几]{{1,6}}(?=[\s,，、]))?")
_EACH = compiled(
    rf"(?P<named>.+?)(?P<each>各自|分别|各|都)(?P<ask>[是有为占]?.{{0,6}}?{_ASK}.{{0,6}}|[是有为]?)$"
)
_LISTED = compiled(rf"(?P<named>.+?)(?P<each>)(?P<ask>[是有为占]?(?:{_ASK}).{{0,4}})$")
_JOINT = compiled(r"[、,，\s]+|以及|和|与|跟|及")
# So many things are told apart in one question; what they share has at least two characters.
_MOST, _SHARED = 4, 2
# What is asked last may end with its noun: 多少张床.
_NOUN = 4
# 三个产业, 两项: how many were named.
_COUNT = compiled(r"(?:[两二三四五2345]|这)[个项家类者大](?=[^多少几]*$)")

# 电话是多少, 文号多少: what has a number for a name.
_NUMBERED = compiled(rf"(?:电话|手机号?|热线|传真|号码|邮编|文号|编号)[^,，。;；?？、]{{0,3}}?(?:{_ASK})")

# How much, how many or how many which; 十几年 and 那几个 ask for nothing.
_AMOUNT = compiled("多少|几多|好多|百分之几|(?<![十好那这])几|多[大高长快重](?![家户厂])")


def asks(text: str) -> int:
    """How many amounts a text asks for, counting what it asks for by 哪几; a telephone's number is none.

    >>> asks("产值多少、增长多少"), asks("有几家,占多大比例"), asks("咨询电话是多少"), asks("用了十几年要哪几样")
    (2, 2, 0, 1)
    """
    return len(_AMOUNT.findall(_NUMBERED.sub("", text)))


def divisions(text: str, words: Words) -> Iterator[tuple[str, ...]]:
    """The ways to divide a question, the likeliest first; each is one question a thing. None for one that asks one.

    `words` cuts a text into words: what things share is whole words.
    """
    pieces = [match[0] for match in _ASKED.finditer(text)]
    rest = text[sum(map(len, pieces)) :].strip("?？。 ")
    if 2 <= len(pieces) <= _MOST and len(rest) <= _NOUN:
        pieces[-1] += rest
        yield from _asked_apart([piece.strip(",，、 ") for piece in pieces], words)
    match = _EACH.match(text) or _LISTED.match(text)
    if match:
        things = [thing for thing in _JOINT.split(_COUNT.sub("", match["named"])) if thing]
        ask = match["ask"] or "多少"
        if 2 <= len(things) <= _MOST:
            yield from _named_together(things, ask, words)
        elif len(things) == 1 and match["each"]:
            yield from _in_a_row(words(things[0]), ask)


def _asked_apart(pieces: list[str], words: Words) -> Iterator[tuple[str, ...]]:
    """Pieces with an amount each; the later ones may lack the beginning of the first: 养老机构公办几家, 民办几家."""
    for head in reversed(_heads(re.split(_ASK, pieces[0])[0], words)):
        yield (pieces[0], *(head + piece for piece in pieces[1:]))
    yield tuple(pieces)


def _named_together(things: list[str], ask: str, words: Words) -> Iterator[tuple[str, ...]]:
    """Things in a row; what the last ends with may be of all, and what the first begins with."""
    heads = _heads(things[0], words)[:-1]
    tails = [things[-1][len(head) :] for head in ["", *_heads(things[-1], words)][1:-1]]
    for head, tail in sorted(product(["", *heads], ["", *tails]), key=lambda pair: -len(pair[0] + pair[1])):
        yield tuple(
            (head if place else "") + thing + (tail if place < len(things) - 1 else "") + ask
            for place, thing in enumerate(things)
        )


def _in_a_row(words: Sequence[str], ask: str) -> Iterator[tuple[str, ...]]:
    """Words of one length side by side, what stands around them of all: 省内省外境外客人各占多少."""
    for count in range(min(_MOST, len(words)), 1, -1):
        for start in range(len(words) - count + 1):
            things = words[start : start + count]
            if len({len(thing) for thing in things}) == 1 and len(things[0]) > 1:
                head, tail = "".join(words[:start]), "".join(words[start + count :])
                yield tuple(head + thing + tail + ask for thing in things)


def _heads(text: str, words: Words) -> list[str]:
    """What a text begins with, two characters or more, up to the end of each of its words."""
    ends = accumulate(map(len, words(text)))
    return [text[:end] for end in ends if end >= _SHARED]
