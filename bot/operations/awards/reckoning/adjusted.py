"""What raises or lowers an award in some cases: 在乡镇学校工作的,津贴上浮50%; 排名第二的减半; 续展的,按首次标准的50%."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from bot.matching.retriever import Retriever
from bot.operations.arithmetic.reckon import Working
from bot.operations.awards.asked import Asking
from bot.operations.awards.fitting.worded import canonical, stands
from bot.operations.awards.reckoning import reckoned
from bot.phrasing.text import paragraph
from corpus.amounts.unit import shown
from corpus.compiled import compiled
from corpus.passage import Passage
from corpus.rule.rule import Rule, Sort
from corpus.texts.text import plain, tidy

_PART = compiled("[^。;；]+")
_CHANGES = compiled(
    r"(?P<raise>上浮|增加|提高)(?P<more>\d+(?:\.\d+)?)%|(?P<lower>下浮|下调|降低|核减)(?P<less>\d+(?:\.\d+)?)%"
    r"|按[^,。;]{0,10}?标准的?(?P<share>\d+(?:\.\d+)?)%|(?P<half>减半|按?半数|折半)|(?P<twice>加倍|翻倍)"
)
# 补助比例提高到80%, 提高1个百分点 and 增长20%以上 are none; 就高一方的标准上浮 is of two.
_NONE = compiled("比例|就高|增[长速幅]|较上年|比上年|同比|超过|达到")
# 排在第二名
_ORDINAL = compiled("第[二三四五](?=名|位|完成|起草|$|[,，。])")
_WHOLE = Decimal(100)


@dataclass(frozen=True)
class Adjusted:
    """A case in which an award is `percent` of what it is else; `words` are the clause as printed in the passage."""

    passage: Passage
    case: str
    words: str
    percent: Decimal
    how: str

    def working(self, rule: Rule) -> Working:
        """The award in this case: 1500元 × (1 + 50%) = 2250元."""
        return reckoned.changed(rule, self.percent, self.how)


def adjustments(rule: Rule, retriever: Retriever) -> Iterator[Adjusted]:
    """The cases that a rule's paragraph says, each with what becomes of the award then."""
    passage = retriever.library.passage(rule.passage)
    for one in paragraph(passage, retriever):
        text = tidy(one.text)
        for part in _PART.finditer(text):
            match = _CHANGES.search(plain(part.group()))
            if match and not _NONE.search(plain(part.group())[: match.end()]):
                case = plain(part.group())[: match.start()]
                # Of one sentence what stands behind its awards: 每项分别奖励50万元,排名第二的减半.
                case = case.rpartition("元")[2] or case
                percent, how = _percent(match.groupdict())
                yield Adjusted(one, case, part.group().strip("，, "), percent, how)


def _percent(found: dict[str, str | None]) -> tuple[Decimal, str]:
    if found["half"]:
        return _WHOLE / 2, "50%"
    if found["twice"]:
        return _WHOLE * 2, "2"
    if found["share"]:
        return Decimal(found["share"]), f"{shown(Decimal(found['share']))}%"
    change = Decimal(found["more"] or found["less"] or 0)
    if found["more"]:
        return _WHOLE + change, f"(1 + {shown(change)}%)"
    return _WHOLE - change, f"(1 − {shown(change)}%)"


def named(rule: Rule, asked: Asking, retriever: Retriever) -> list[Adjusted]:
    """Those cases that the question tells: by a word, or a year of the award, that the rule itself does not say."""
    own = canonical(rule.whom + rule.beside, retriever)
    places = set(_ORDINAL.findall(plain(asked.question.text)))
    told = [word for word in asked.words if not stands(word, own, retriever)]
    year = asked.case.years[0] if asked.case.years and asked.case.years[0] == asked.case.years[1] else 0
    return [
        one
        for one in adjustments(rule, retriever)
        if any(place in one.case for place in places)
        or any(stands(word, canonical(one.case, retriever), retriever) for word in told)
        or (year and f"第{'零一二三四五六七八九'[min(year, 9)]}年" in one.case)
    ]


def is_adjustment(rule: Rule) -> bool:
    """Whether a rule says what another award is raised to or lowered, and gives nothing by itself."""
    if rule.sort is not Sort.RATE:
        return False
    return bool(_CHANGES.search(plain(f"{rule.whom}{rule.amount.raw}"))) and not _NONE.search(
        plain(rule.whom)
    )
