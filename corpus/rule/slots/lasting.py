"""How long an award is given, in which of its years, and how it is paid out over them."""

import re
from collections.abc import Sequence

from corpus.amounts.numeral import counted
from corpus.amounts.quantity import Quantity
from corpus.compiled import compiled
from corpus.rule.marked import MARK, Marked, marked
from corpus.rule.rule import Payout, Rule, Span
from corpus.runtime.replace import replace
from corpus.texts.text import plain, tidy

NUMBER = "[一二三四五六七八九十两\\d]+"
_LASTS = compiled(
    rf"(?P<words>(?:为期|连续|(?:[一-鿿]{{0,4}}(?:期限|时限|年限|时间))?(?:均|为|共|最长|最多|原则上|一般|不超过|不得超过)*)"
    rf"(?P<number>{NUMBER})(?P<unit>年|个月)(?P<within>内(?=,?每[年月]))?)"
)
# Its words have to say that it is how long an award is given.
_SAYS = compiled("为期|连续|[期时年]限|(?:发放|补[贴助]|享受|执行)时间|最长|内$")
_ALONE = compiled(r"^[^,;。]{0,16}(?:[期时年]限|(?:发放|补[贴助]|享受)时间)")
_ORDINALS = compiled(rf"第(?:{NUMBER}[、和至到—\-~第年]*)+年")
_FIRST = compiled(rf"(?:前|头|首)(?P<number>{NUMBER})(?:个)?年")
_THEN = compiled(rf"后(?P<number>{NUMBER})(?:个)?年")
_SPLIT = compiled(
    rf"[^,;(]*(?:分(?!别)[^,;]{{0,8}}|逐年)(?:分别|依次|各|按照?|以)[^,;]*{MARK}[、和,:][^;]*?{MARK}[^,;()。]*"
)
_SPLIT_FIRST = compiled(rf"[^,;(]*按{MARK}[、和]{MARK}(?:[、和]{MARK})*(?:的比例)?分[^,;]*年[^,;。]*")
# 补贴分三年按5:3:2的比例拨付
_SPLIT_RATIO = compiled(rf"[^,;(]*分(?!别)[^,;]{{1,6}}年按照?{MARK}(?:的比例)?(?:拨|发|兑|支)[^,;。]*")
# 奖金分两年兑现,首年60%,次年仍在库的兑现40%; 当年验收合格兑付60%,次年再兑付40%
_SPLIT_EACH = compiled(
    rf"(?:[^,;(]*分(?!别)[^,;]{{1,6}}[年期次批](?:发放|兑现|兑付|拨付|支付)?,)?(?:第一年|首年|当年|首批)[^,;]{{0,16}}{MARK}"
    rf"(?:,(?:第[二三四五]|次年|余|其)[^,;。]*{MARK}[^,;。]*)+"
)
# 补贴5万元,按照每年1万元发放,直至孩子5周岁
_YEARLY = compiled(rf",(?P<words>按照?每[年月]{MARK}(?:元)?(?:发放|拨付|兑现|支付)[^;。]*)")
_UNTIL = compiled("[,;](?P<words>(?:发放)?直?至[^,;。]*(?:满|止|岁)[^,;。]*)")
_YEARS = compiled(rf"\((?P<words>(?:第[^,;)]+{MARK}[^,;)]*[,、]?)+)\)")


def span(text: str, passage: str) -> Span | None:
    """How long the text says that something is given, at most; None where it does not say.

    >>> span("每月补贴600元,补贴期限不超过18个月", "").months
    18
    """
    for match in _LASTS.finditer(plain(text)):
        words = match["words"]
        if _SAYS.search(words) and (number := counted(match["number"])):
            return Span(number * (12 if match["unit"] == "年" else 1), passage, words)
    return None


def span_alone(text: str, passage: str) -> Span | None:
    """The span of a sentence that begins with it: 补贴期限为3年."""
    return span(text, passage) if _ALONE.match(plain(tidy(text))) else None


def years(text: str, before: tuple[int, int] | None) -> tuple[int, int] | None:
    """The years that the words before an award name, the last of them: 前三年, 第四、第五年, 后两年 after `before`.

    >>> years("第四、第五年按区级留成部分的", None), years("后两年按", (1, 3))
    ((4, 5), (4, 5))
    """
    found: list[tuple[int, tuple[int, int]]] = []
    for match in _ORDINALS.finditer(text):
        numbers = [counted(one) for one in re.findall(NUMBER, match.group())]
        if all(numbers):
            found.append((match.start(), (min(numbers), max(numbers))))
    found += [(match.start(), (1, counted(match["number"]))) for match in _FIRST.finditer(text)]
    if before:
        last = before[1]
        found += [
            (match.start(), (last + 1, last + counted(match["number"]))) for match in _THEN.finditer(text)
        ]
    return max(found)[1] if found else None


def payout(sentence: Marked, start: int, end: int, passage: str) -> Payout | None:
    """How the text between two places says that an award is paid out: 分3年按照50%、30%、20%的比例兑现, None for nothing."""
    match = _SPLIT.search(sentence.text, start, end) or _SPLIT_FIRST.search(sentence.text, start, end)
    match = match or _SPLIT_RATIO.search(sentence.text, start, end)
    each = _SPLIT_EACH.search(sentence.text, start, end)
    if not match and each and all(one.unit == "%" for one in _amounts(sentence, *each.span())):
        match = each
    if match:
        return Payout(passage, sentence.quote(*match.span()))
    listed = next(
        filter(None, (one.search(sentence.text, start, end) for one in (_YEARS, _YEARLY, _UNTIL))), None
    )
    return Payout(passage, sentence.quote(*listed.span("words"))) if listed else None


def _amounts(sentence: Marked, start: int, end: int) -> list[Quantity]:
    return [sentence.amount(place) for place in range(start, end) if sentence.text[place] == MARK]


def later(rules: Sequence[Rule], text: str, passage: str) -> list[Rule]:
    """The rules with what a later sentence of theirs says of all: for how long they are given, how they are paid out."""
    sentence, lasts = marked(text), span_alone(text, passage)
    paid = payout(sentence, 0, len(sentence.text), passage)
    return [
        replace(
            rule,
            span=rule.span or (lasts if rule.rhythm else None),
            payout=rule.payout or (None if rule.rhythm else paid),
        )
        for rule in rules
    ]
