"""A short message that changes one thing of the own case told before: 要是只来了250个人咧, 那本科的呢, 重新评上的呢."""

from collections.abc import Sequence

from bot.understanding.expressions.asker import asker
from corpus.amounts.quantity import Quantity, quantities
from corpus.compiled import compiled
from corpus.rule.words import grade_spans
from corpus.texts.text import fold, plain

_GOES_ON = compiled("^(?:那么?|要是|如果|假如|换成?|改成|若是?|只)|(?:呢|咧|喃|呐|哩|嘞)[?？!！。]*$")
_BESIDE = compiled(
    "^(?:那么?|要是|如果|假如|换成?|改成|若是?)+(?:只|就|才)?|的?(?:呢|咧|喃|呐|哩|嘞)?[?？!！。]*$"
)
_NOT = compiled("^(?:没有?|不|未|非)(?!足|满|到)")
_LONGEST, _WORDS = 24, 10
_MONEY = frozenset({"", "元", "块", "块钱"})
_PEOPLE = frozenset({"人", "名", "个", "位"})


def changed(before: str, now: str) -> str:
    """The message before with what the next one changes in it, "" for one that does not go on so.

    >>> changed("旅游专列拉来420人补多少", "要是只来了250人咧")
    '旅游专列拉来250人补多少'
    >>> changed("硕士生活补贴给多少", "那本科的呢")
    '本科生活补贴给多少'
    """
    first, second = (asker().plainly(text) or plain(text) for text in (before, now))
    # 没住校的呢 asks for all others.
    if len(plain(now)) > _LONGEST or _NOT.search(said_bare(second)) or not _GOES_ON.search(plain(now)):
        return ""
    said = said_bare(second)
    amounts = quantities(fold(_counted(said)))
    if amounts:
        return _with_amounts(first, amounts, _counted(said))
    spans, told = grade_spans(said), grade_spans(first)
    if len(spans) == 1 and len(told) == 1:
        return first[: told[0][0]] + said[slice(*spans[0])] + first[told[0][1] :]
    return f"{first},{said}" if 1 < len(said) <= _WORDS else ""


def said_bare(text: str) -> str:
    """A message without what only says that it goes on."""
    return _BESIDE.sub("", text)


def _counted(text: str) -> str:
    """250个人 is 250人."""
    return text.replace("个人", "人")


def _with_amounts(text: str, amounts: Sequence[Quantity], said: str) -> str:
    """A text with each amount in the place of the one of its unit, "" where one has none."""
    for one in amounts:
        text = _counted(text)
        same = [other for other in quantities(fold(text)) if _alike(one.unit, other.unit)]
        if len(same) != 1:
            return ""
        text = text[: same[0].start] + said[one.start : one.end] + text[same[0].end :]
    return text


def _alike(one: str, other: str) -> bool:
    return one == other or {one, other} <= _MONEY or {one, other} <= _PEOPLE
