"""What of an award is paid in one of the years that it is paid out over."""

from decimal import Decimal

from bot.matching.retriever import Retriever
from bot.operations.arithmetic.reckon import Working
from bot.operations.awards import reckoned
from bot.operations.awards.asked import Asking
from bot.operations.awards.patterns import pattern
from corpus.compiled import compiled
from corpus.numeral import counted
from corpus.rule.lasting import NUMBER
from corpus.rule.rule import Rule, Sort
from corpus.text import plain

_PAID = compiled(rf"(?:分(?P<years>{NUMBER})个?[年次期批]|逐年|分期|分批)[^;。]*")
_PERCENT = compiled(r"(\d+(?:\.\d+)?)%")
_EACH_YEAR = compiled("每年|每[次期批]|各")
_EVEN = compiled("等额|平均|均等|等比例|均分")
_WHOLE = Decimal(100)


def asks_part(asked: Asking) -> bool:
    """Whether a question asks for what is had in one of several years: 第一年能拿多少, 首笔拨多少."""
    part = pattern("part").search(plain(asked.question.text))
    return not (asked.case.split or asked.case.total) and bool(part)


def paid_in_parts(rule: Rule, retriever: Retriever) -> str:
    """The words that say that an award given once is paid out over years, "" where it is not."""
    if rule.rhythm or rule.years:
        return ""
    # Of a sentence those behind the award: before it another award's may be.
    text = plain(retriever.library.passage(rule.passage).text)
    at = text.find(plain(rule.amount.raw))
    match = _PAID.search(plain(rule.payout.words) if rule.payout else text[max(at, 0) :])
    return match.group() if match else ""


def working(rule: Rule, words: str, asked: Asking) -> Working | None:
    """The part of a fixed award that the year asked for has, None where the words do not settle it."""
    if rule.sort is not Sort.FIXED:
        return None
    percent = _percent(words, asked)
    return reckoned.part(rule, percent) if percent else None


def _percent(words: str, asked: Asking) -> Decimal | None:
    match = _PAID.match(words)
    years = counted(match["years"]) if match and match["years"] else 0
    shares = [Decimal(one) for one in _PERCENT.findall(words)]
    if len(shares) == 1 and years and _EACH_YEAR.search(words):
        return shares[0] if shares[0] * years == _WHOLE else None
    if not shares and years and _EVEN.search(words):
        share = _WHOLE / years
        return share if share == share.quantize(Decimal("0.01")) else None
    first, last = asked.case.years or (0, 0)
    if first and first == last <= len(shares) == years and sum(shares) == _WHOLE:
        return shares[first - 1]
    return None
