"""What each amount of a policy's sentence is: something to reach, an award, a rate, a step, the most that is given."""

import re
from collections.abc import Callable

from corpus.amounts.quantity import Bound, Quantity
from corpus.compiled import compiled
from corpus.rule.marked import MARK, Marked
from corpus.rule.placed import LIST, Around, Placed, Role, around, is_money, part_start
from corpus.rule.slots.most import HEDGED, RATES, is_rate_at_most
from corpus.rule.slots.verbless import AGES, aged, apiece, graded, is_of_interval
from corpus.rule.words import words
from corpus.runtime.replace import replace

# The most that may be lent or counted is no cap of what is given.
ASIDE = compiled(r"贷款|面积|授信|融资|担保")
_SPAN = compiled(r"至|到|[-—–~]+")
_TIMES = frozenset({"年", "个月", "天", "日", "月", "周", "个工作日", "工作日"})
_LISTS = frozenset({Role.END, Role.AWARD, Role.CAP})
# Between a verb and its amount: 补助设站单位20万元.
_GAP = 10
# 按投资额50万元至80万元奖励3万元: what has to be reached, and the award for it.
_GIVES_ANOTHER = compiled(
    rf"^(?:元|人民币)*的?(?:,|一次性|分别|另|再)*(?:给予|奖励|奖补|补助|补贴|资助|奖|补)+{MARK}"
)
# 50万元的一次性奖励, 30万元奖励
_NAMED = compiled(
    rf"^(?:元)?(?:(?:\([^()]{{1,10}}\))?[、和及与或]{MARK})*(?:元)?(?:\([^()]{{1,10}}\))?(?:人民币)?(?:的[^,;的]{{0,8}}?|(?:一次性)?[^,;的]{{0,3}}?)(?:奖励|奖补|补助|补贴|资助|奖金|安家费|津贴|支持)"
)
# 每年发放6万元, 给予为期五年每人每年60万元: how often, and nothing is counted.
_RHYTHM = compiled(r"每(?:年|月|季度?)(?:发放|给予|提供)?$")
# 按等级给予补助:一等12万元,二等7万元
_LISTED = compiled("(?:奖励|奖补|补助|补贴|资助|津贴)(?:标准)?(?:如下|为)?:(?:[^:;。]{2,24}的,)?$")
# 博士每月3000元、硕士每月1500元、本科每月800元: each member of a list has its own behind it.
_GOES_ON = compiled(rf"(?:元)?、[^,;:{MARK}]{{1,16}}{MARK}")
# 本科每月500元给予租房补贴: the last of it with the verb of all.
_ENDS = compiled("(?:元)?(?:的标准)?(?:给予|予以|发放)[^,;]{0,12}$")
_FEE = compiled("缴费|缴纳|收费")
_EVERY, _PASSES = compiled("每$"), compiled("[超满增]")
# 奖励标准为500元/千瓦
_STANDARD = compiled(
    "(?:奖励|补助|补贴|津贴|资助|奖补)(?:标准|金额|额度)为$|(?:标准(?:为|是)?|执行)(?:每[^,;每]{1,4}){1,2}$"
)
# 标准为固定资产投资额的1%
_STANDARD_RATE = compiled("标准(?:为|是)[^,;]{2,24}的$")
# 辊道窑每条补30万元
_EACH_GIVEN = compiled("每[^,;每]{1,4}[奖补]$")
# 按设备投资额的6%
_BY = compiled(r"(?:按照?|以(?![上下内外前后])|参照)[^,;]*$")
# 奖补资金50%待验收后兑现 is how an award is paid out.
_PAID = compiled("(?:奖|补|励|助|贴|扶持)(?:资金|总额|金额|款|额)(?:的|不超过)*$|(?:剩余|其余)(?:部分)?的?$")
# 补助资金分三年按50%、30%、20%拨付
_PAID_OUT = compiled(r"分[^,;别]{1,6}[年期次][^,;]*(?:拨|兑|支|发|给)付?|(?:拨|兑|支)付$")
_EACH = compiled(r"每[^,;]{0,10}$")
# 300万美元、500万美元、1亿美元以上: the list that an amount begins.
_BEGINS = compiled(rf"(?:{LIST.pattern}{MARK})+")
_MOST = compiled("^[最至]")
_OPENED, _CLOSED = compiled(r"(?:元)?(?:人民币)?\("), compiled(r"(?:元)?(?:人民币)?\)")
# 不超过500万元的部分 is an interval's end, 给予不超过500万元的补助 the most that is given.
_TOPPED = compiled(r"^的?(?:部分|企业|项目|单位|[,;:]|$)|^的[^,;]{0,10}$")


def placed(sentence: Marked) -> tuple[Placed, ...]:
    """The amounts of a sentence in its order."""
    found: list[Placed] = []
    for number, match in enumerate(re.finditer(MARK, sentence.text)):
        one = around(sentence, number, match.start(), tuple(found))
        role = next((role for decide in _DECIDERS if (role := decide(one))), Role.NONE)
        found.append(Placed(one.place, one.start, one.end, _in_money(one.amount, role), role))
    return tuple(found)


def _capped(one: Around) -> Role | None:
    """The most that is given: 最高不超过200万元; but 不超过500万元的部分 is an interval's end."""
    if is_rate_at_most(one.amount, one.near, one.before, one.after):
        return None
    named = bool(words().cap.search(one.near))
    if not named and not (one.amount.bound is Bound.AT_MOST and HEDGED.match(one.amount.raw)):
        return None
    within = _TOPPED.match(one.after) and not words().verb.search(one.before) and one.gives_on
    # 按20%补助,每家企业每年不超过20万元;对…: behind an award, and nothing is given for it.
    if _closes_award(one):
        return Role.CAP
    plainly = named or _MOST.match(one.amount.raw) or ASIDE.search(one.before)
    return Role.END if within and not plainly else Role.CAP


def _in_money(amount: Quantity, role: Role) -> Quantity:
    """The amount, an award without its 元 (奖励10万) as one of money, an age without whose it is (90至99周岁每人)."""
    unit = amount.unit.partition("/")[0]
    if role is Role.END and unit in AGES:
        raw = amount.raw.removesuffix("每人")
        return replace(amount, unit=unit, raw=raw, end=amount.end - len(amount.raw) + len(raw))
    return replace(amount, unit="元") if role is Role.AWARD and not amount.unit else amount


def _closes_award(one: Around) -> bool:
    """Whether money ends a part of the sentence that an award stands in, each with a mark of its own: 每家不超过20万元;."""
    part = one.text.rfind(";", 0, one.place)
    given = any(other.role in (Role.AWARD, Role.RATE) and other.place > part for other in one.found)
    return given and one.money and not one.after and one.text[one.end : one.end + 1] in ("", ";", "。")


def _noted(one: Around) -> Role | None:
    """What stands in brackets is an aside: 每架次(不少于100人); but 超过5亿元(低于10亿元) is an interval's other end."""
    before = one.text[: one.place]
    if before.rfind("(") <= before.rfind(")") or ")" not in one.text[one.place :]:
        return None
    last = one.last
    ends = last is not None and last.role is Role.END and _OPENED.fullmatch(one.between or "")
    topped = one.amount.bound in (Bound.AT_MOST, Bound.BELOW) and _CLOSED.match(one.text, one.place + 1)
    return Role.END if ends and topped else Role.NONE


def _timed(one: Around) -> Role | None:
    return Role.NONE if one.amount.unit in _TIMES else None


def _rated(one: Around) -> Role | None:
    """A percentage: a rate where something is given by it (按5%,给予), else perhaps an end (增长10%以上的)."""
    if one.amount.unit not in RATES:
        return None
    verb = words().verb
    if one.amount.bound is Bound.AT_LEAST:
        return Role.END
    if one.last and one.last.role is Role.END and one.between and LIST.fullmatch(one.between):
        return Role.END
    if is_of_interval(one):
        return Role.END
    behind = _BY.search(one.near) and not one.after and verb.match(one.text, one.end + 1)
    standard = _STANDARD_RATE.search(one.near)
    if not (standard or verb.search(one.before) or verb.search(one.after) or behind):
        return Role.END if one.reached and one.gives_on else Role.NONE
    by = _BY.search(one.before) or verb.search(one.before) or verb.match(one.after) or standard
    # 奖励额度不超过实际贡献的100%
    most = is_rate_at_most(one.amount, one.near, one.before, one.after)
    aside = (
        ("不超过" in one.near and not most)
        or _PAID.search(one.near)
        or _PAID_OUT.search(one.text[one.start : one.end])
    )
    return Role.RATE if by and not aside else Role.NONE


def _in_list(one: Around) -> Role | None:
    """What goes on a list is what the list is of: 1亿元、5亿元; 500万元以上、1000万元以下."""
    last = one.last
    if last is None or last.role not in _LISTS:
        return None
    if last.amount.unit != one.amount.unit and not (
        one.bare and last.role is Role.AWARD and is_money(last.amount.unit)
    ):
        return None
    return last.role if LIST.fullmatch(one.between or "") else None


def _begins_list(one: Around) -> Role | None:
    """What begins a list has to be reached where the last of it has: 300万美元、500万美元、1亿美元以上的."""
    listed = _BEGINS.match(one.text, one.place + 1)
    if listed is None or words().verb.search(one.near) or not one.gives_on:
        return None
    last = one.later[listed.group().count(MARK) - 1]
    return Role.END if last.unit == one.amount.unit and last.bound is Bound.AT_LEAST else None


def _hedged(one: Around) -> Role | None:
    """An amount with a hedge has to be reached, where anything is given; behind 每 it is counted: 每超过1亿元."""
    if _EVERY.search(one.near) and _PASSES.match(one.amount.raw) and one.gives_on:
        return Role.STEP
    if one.amount.bound in (Bound.EXACT, Bound.ABOUT) or words().verb.search(one.near):
        return None
    return Role.END if words().verb.search(one.text) else Role.NONE


def _stepped(one: Around) -> Role | None:
    """What is counted: 每净增1000万元; 每进出口1美元 where an award for it follows."""
    if one.money and _RHYTHM.search(one.near):
        return None
    if words().step.search(one.near):
        return Role.STEP
    # 每成功推荐1个…的,给予: one of them, and an award follows.
    if one.amount.value == 1 and one.amount.bound is Bound.EXACT and not one.money and _EACH.search(one.near):
        return Role.STEP if one.gives_on and MARK in one.text[one.place + 1 :] else None
    words_behind, mark, _ = one.after.partition(MARK)
    each = _EACH.search(one.near) and not words().verb.search(one.near)
    return Role.STEP if each and mark and words().verb.search(words_behind) else None


def _awarded(one: Around) -> Role | None:
    """Money behind a verb, before an award's name, or behind the step that it is for."""
    # 奖励10万: what is given is money.
    if not one.money and not (one.bare and _is_given(one.near)):
        return None
    if _FEE.search(one.near):
        return None
    if _RHYTHM.search(one.near) and (_NAMED.match(one.after) or words().verb.search(_led(one))):
        return Role.AWARD
    if one.amount.high is not None and _GIVES_ANOTHER.match(one.after):
        return None
    stepped = one.last is not None and one.last.role is Role.STEP and one.last.start == one.start
    by = _BY.search(one.near) and words().verb.search(one.after)
    named = _STANDARD.search(one.near)
    named = named or _EACH_GIVEN.search(one.near)
    given = (named or not one.reached) and (named or _is_given(one.near) or _NAMED.match(one.after))
    return Role.AWARD if stepped or given or by else None


def _led(one: Around) -> str:
    """The part of the sentence in front of an amount, where its clause says no more behind it (硕士每月800元,); else its clause."""
    if one.after.removeprefix("元"):
        return one.before
    return one.text[part_start(one.text, one.place) : one.place]


def _is_given(near: str) -> bool:
    """Whether the last verb before an amount is the amount's."""
    found = list(words().verb.finditer(near))
    return bool(found) and len(near) - found[-1].end() <= _GAP


def _reached(one: Around) -> Role | None:
    """What has to be reached without a hedge: 达到300万元的, 50亩—100亩."""
    spans = one.last is not None and one.last.role is Role.END and _SPAN.fullmatch(one.between or "")
    begins = _SPAN.match(one.after) or one.after.startswith("的")
    given = one.gives_on or any(other.role is Role.AWARD for other in one.found)
    ranged = one.amount.high is not None and not words().verb.search(one.near)
    return Role.END if given and (one.reached or begins or spans or ranged) else None


def _elided(one: Around) -> Role | None:
    """An award that leaves its verb out behind one that does not: 省级30万元."""
    awards = [other for other in one.found if other.role is Role.AWARD]
    led = _LISTED.search(one.text, 0, one.start) and not awards
    alike = one.money and (led or (awards and awards[-1].amount.unit == one.amount.unit))
    bare = one.after.startswith("元") or not one.after or _GOES_ON.match(one.after) or _ENDS.match(one.after)
    return Role.AWARD if alike and bare and (one.near or _EACH.search(one.before)) else None


# What an amount may be, in the order in which it is asked; the first that says so is right.
_DECIDERS: tuple[Callable[[Around], Role | None], ...] = (
    _noted,
    _capped,
    _timed,
    _rated,
    _in_list,
    _begins_list,
    aged,
    _hedged,
    _stepped,
    _awarded,
    _reached,
    _elided,
    graded,
    apiece,
)
