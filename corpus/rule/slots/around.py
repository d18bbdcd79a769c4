"""What the words around an award say of it: what a rate is of, whom it is for each of, how often it is given."""

import re

from corpus.compiled import compiled
from corpus.rule.marked import MARK, Marked
from corpus.rule.placed import NOTE, Placed, part_start
from corpus.rule.words import words

_BASE = compiled(r"(?:按照?|以(?![上下内外前后])|参照)(?P<base>[^,;]{1,26}?)的?$")
# 对实际发生的场地租金总额的50%予以补贴, 办公场所租金补贴40%, 给予地方财政贡献80%的奖励
_BARE_BASE = compiled(
    r"(?P<of>[^,;、的]{2,16})的$|(?P<before>[^,;、的年]{2,16}?)(?:补贴|补助|奖励|给予|予以|按照?)*$"
)
# 对其检测认证费用(累计不超过100万元),分别给予50%、30%的奖励: the costs stand in a clause before.
_COSTS = compiled(
    r"对(?:其|企业)?(?P<base>[^,;。对]{2,40}?)(?:\([^()]*\))?,(?:经[^,;。]{2,36},)?"
    r"(?:(?:分别|按照?|一次性|最高|可以?|再|每[年月])*(?:给予|予以|补贴|补助|奖励|资助)[^,;。]*|(?:分别)?按照?)$"
)
# Whom a rate is given to is no part of what it is of; behind it its base may stand too (50%活动费用补贴).
_GIVEN_TO = compiled(r"(?:给予|予以|奖励|补助)(?:企业|单位|个人)?(?:最高)?$")
_BEHIND_BASE = compiled(r"的?(?P<base>[^,;。的]{2,10}?)(?:补贴|补助|奖励|资助|返还|减免)")
# What a rate is of is measured: 租金, 增量, 超过部分; 高新技术企业按10% says only for whom it is.
_MEASURED = compiled(r"(?:[金额款价息薪量费税本]|费用|支出|投[资入]|部分|贡献|收入|营收|产值|收益|所得)$")
_GIVES = compiled("给予(?:企业|单位|个人)?|予以|补贴|补助|奖励")
_LABEL = compiled(rf"(?P<label>[^,;:。{MARK}]{{2,20}}):")
_OFTEN = compiled(r"(?:每人?每?|按)(?P<unit>[年月])(?!度)[^,;]{0,6}$")
# What stands behind the unit of an award for each: 每人一次性安家补助.
_BEHIND = compiled("一次性|安家|增加|购房|生活|奖|补|给|发放|分别")
# 每年度考核合格的,给予1万元
_EVERY_TIME = compiled(r"每(?P<unit>[年月])度?[^,;每]{0,8}(?:合格|达标|通过)[^,;]{0,3},[^,;]*$")
_RHYTHM = frozenset({"年", "月", "次", "季度", "天", "家企业每年"})
_EVERY = compiled("(?<=[^,;])每[年月](?:给予|发放|提供|补助|补贴)?$")
# 每引进一家…的,给予: one of them in a clause before.
_ONE = compiled(r"每[^,;每]{0,8}一(?P<unit>[家个人名户项台件只款套场次辆])")
_EACH = compiled(
    r"每(?P<each>[^,;每]{1,10}?)(?:可|再|给予|发放|提供|奖|补|资助|不超)[^,;每]*$|每(?P<unit>[^,;每\d]{1,6})$"
)


def base_of(one: Placed, sentence: Marked) -> str:
    """What a rate is of, as its clause says; "" where it says nothing."""
    before = sentence.text[one.start : one.place]
    by = _BASE.search(before)
    if by and not re.search(r"不(?:超过|高于)", by["base"]):
        # 第一年按实缴租金的100%、第二年60%: what the first is of the others are of.
        return _GIVEN_TO.sub("", by["base"].partition(f"的{MARK}、")[0]).replace(MARK, "")
    behind = _BEHIND_BASE.match(sentence.text, one.place + 1)
    if behind and _MEASURED.search(behind["base"]):
        return behind["base"]
    if by:
        return re.sub(r"^(?:最高)?不(?:超过|高于|多于)", "", by["base"]).replace(MARK, "")
    near = re.sub(r"(?:最高)?不(?:超过|高于|多于)", "", NOTE.sub("", before.rpartition(MARK)[2]))
    given = list(_GIVES.finditer(near))
    if given and len(near) - given[-1].end() > 1:
        near = near[given[-1].end() :]
    bare = _BARE_BASE.search(near)
    name = (bare["of"] or bare["before"]).removeprefix("对") if bare else ""
    if _MEASURED.search(name):
        return name
    costs = _COSTS.search(sentence.text[: one.place])
    return costs["base"] if costs and _MEASURED.search(costs["base"]) else ""


def part_end(one: Placed, sentence: Marked) -> int:
    """Where the part of the sentence ends that an amount stands in."""
    end = sentence.text.find(";", one.place)
    return end if end >= 0 else len(sentence.text)


def label_of(sentence: Marked) -> str:
    """What the sentence calls its rules in front of a colon: 甲类人才政策, "" where it does not."""
    match = _LABEL.match(sentence.text)
    return sentence.quote(*match.span("label")) if match else ""


def rhythm_of(one: Placed, sentence: Marked) -> str:
    """月 or 年 for what is given each month or year."""
    match = _OFTEN.search(sentence.text, one.start, one.place) or _EVERY_TIME.search(
        sentence.text, part_start(sentence.text, one.place), one.place
    )
    per = one.amount.unit.partition("/")[2]
    found = match["unit"] if match else per[-1:] if per in {"月", "年"} else ""
    return {"季": "", "度": ""}.get(found, found)


def each_of(first: Placed, sentence: Marked) -> str:
    """The unit that an award is for: 亩 of 每亩补贴150元 and of 150元/亩, 家 of 每引进一家; "" where it is for all."""
    per = first.amount.unit.partition("/")[2]
    if per:
        return "" if per in _RHYTHM else per
    # 每平方米每月8元 is for each square metre.
    before = sentence.text[first.start : first.place]
    # 博士每月1200元、硕士每月800元: each member of a list says it anew, or it is said before the first.
    own = before.rpartition(MARK)[2]
    listed = own.startswith("、")
    before = (own if "每" in own else before.partition(MARK)[0]) if listed else before
    match = _EACH.search(_EVERY.sub("", before))
    name = _BEHIND.split(NOTE.sub("", match["each"] or match["unit"] or ""))[0] if match else ""
    if not name and (one := _ONE.search(sentence.text[part_start(sentence.text, first.place) : first.place])):
        name = one["unit"]
    return "" if name in _RHYTHM else name.replace(MARK, "")


def term_of(first: Placed, sentence: Marked, cut: int) -> str:
    """How often or how long, as the words around an award say; its own begin at `cut`."""
    end = sentence.text.find(";", first.end)
    behind = sentence.text[first.end : end if end >= 0 else len(sentence.text)]
    if MARK in behind:  # what is said of the next amount
        behind = behind.partition(MARK)[0].rpartition(",")[0]
    start = max(cut, sentence.text.rfind(";", 0, first.place) + 1)
    around = sentence.text[start : first.end] + (behind if behind.count(",") < 2 else "")
    return ",".join(dict.fromkeys(match.group() for match in words().term.finditer(around)))


def next_words(one: Placed, sentence: Marked) -> int:
    """Where the words of the next award begin: in the next clause, or behind a comma of a list (租金全部补贴、第三年50%)."""
    rest = sentence.text[one.place + 1 : one.end]
    comma = rest.find("、")
    return one.place + comma + 2 if 0 <= comma < rest.find(MARK) else one.end + 1
