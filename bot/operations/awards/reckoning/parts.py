"""What of an award is paid in one of the years that it is paid out over."""

from decimal import Decimal

from bot.matching.retriever import Retriever
from bot.operations.arithmetic.reckon import Working
from bot.operations.awards.asked import Asking
from bot.operations.awards.patterns import pattern
from bot.operations.awards.reckoning import reckoned
from corpus.amounts.numeral import counted
from corpus.amounts.unit import shown
from corpus.compiled import compiled
from corpus.rule.rule import Rule, Sort
from corpus.rule.slots.lasting import NUMBER
from corpus.runtime.replace import replace
from corpus.texts.text import plain

_PAID = compiled(rf"(?:分(?P<years>{NUMBER})个?[年次期批]|逐年|分期|分批)[^;。]*")
_PERCENT = compiled(r"(\d+(?:\.\d+)?)%")
_EACH_YEAR = compiled("每年|每[次期批]|各")
_EVEN = compiled("等额|平均|均等|等比例|均分")
_RATIO = compiled(r"\d+(?::\d+)+")
_OF_YEAR = compiled(
    rf"(?P<first>首年|当年|次年|首批|余下|第(?P<number>{NUMBER})年)(?:[至到]第?(?P<last>{NUMBER})年)?[^,;%]{{0,16}}?(?P<percent>\d+(?:\.\d+)?)%(?![^,;。]*%)"
)
_CALLED = {"首年": 1, "当年": 1, "首批": 1, "次年": 2, "余下": 2}
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
    if rule.payout and len(_by_year(plain(rule.payout.words))) > 1:
        return plain(rule.payout.words)
    match = _PAID.search(plain(rule.payout.words) if rule.payout else text[max(at, 0) :])
    return match.group() if match else ""


def _by_year(words: str) -> dict[int, Decimal]:
    """What each year has where each is said by itself: 第一年发40%,第二年至第五年每年发15%."""
    found: dict[int, Decimal] = {}
    for match in _OF_YEAR.finditer(words):
        first = _CALLED.get(match["first"]) or counted(match["number"] or "")
        last = counted(match["last"] or "") or first
        found |= {year: Decimal(match["percent"]) for year in range(first, last + 1)}
    total = sum(found.values(), Decimal(0))
    return found if len(found) > 1 and total == _WHOLE else {}


def working(rule: Rule, words: str, asked: Asking) -> Working | None:
    """The part of a fixed award that the year asked for has, None where the words do not settle it."""
    if rule.sort is not Sort.FIXED:
        return None
    percent = _percent(words, asked)
    return reckoned.part(rule, percent) if percent else None


def of_year(whole: Working, words: str, asked: Asking) -> Working | None:
    """What the year asked for has of what was worked out for all, None where the words do not settle it."""
    percent = _percent(words, asked)
    if percent is None:
        return None
    expression = f"{whole.expression} × {shown(percent)}%"
    return replace(whole, expression=expression, value=whole.value * percent / _WHOLE)


def _percent(words: str, asked: Asking) -> Decimal | None:
    match = _PAID.match(words)
    years = counted(match["years"]) if match and match["years"] else 0
    shares = [Decimal(one) for one in _PERCENT.findall(words)]
    if len(shares) == 1 and years and _EACH_YEAR.search(words):
        return shares[0] if shares[0] * years == _WHOLE else None
    if not shares and years and _EVEN.search(words):
        share = _WHOLE / years
        return share if share == share.quantize(Decimal("0.01")) else None
    # 分三年按5:3:2的比例
    ratio = _RATIO.search(words)
    if not shares and ratio:
        pieces = [Decimal(one) for one in ratio.group().split(":")]
        shares = [one * _WHOLE / sum(pieces) for one in pieces]
    first, last = asked.case.years or (0, 0)
    each = _by_year(words)
    if first and first == last and first in each:
        return each[first]
    if first and first == last <= len(shares) == years and sum(shares) == _WHOLE:
        return shares[first - 1]
    return None
