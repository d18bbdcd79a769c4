"""Awards and their conditions where no verb says so: for each class of a list, for people of an age, in percent."""

from corpus.amounts.quantity import Bound
from corpus.compiled import compiled
from corpus.rule.marked import MARK
from corpus.rule.placed import Around, Role, is_money
from corpus.rule.words import grade_spans

AGES = frozenset({"岁", "周岁"})
# 一级残疾每人每月160元,二级残疾每人每月120元; but 个人缴费每人每年400元 is paid in.
_APIECE = compiled("(?:每[人户生名餐][^,;每]{0,3}){1,2}(?:每[年月学]期?)?$")
_PAID_IN = compiled("缴|收取|自付|自费|工资|收入|保费|消费|低于|高于|不足")
_TOLD_FOR = compiled(r"(?:人才|人员|人|者)?(?:[、,]|$)")


def is_of_interval(one: Around) -> bool:
    """Whether a percentage is an end of an interval that something is given for: 增速10%不足15%的奖励3万元."""
    if one.amount.bound is Bound.BELOW:
        ends = one.last is not None and one.last.role is Role.END and one.last.amount.unit == one.amount.unit
        return ends and not one.between
    after = one.later[0] if one.later else None
    opens = after is not None and after.unit == one.amount.unit and after.bound is Bound.BELOW
    return opens and one.after.startswith(MARK) and one.gives_on


def aged(one: Around) -> Role | None:
    """For people of which age something is: 80至89周岁每人每月60元, 80周岁以上每餐3元."""
    if one.amount.unit.partition("/")[0] not in AGES or not any(is_money(other.unit) for other in one.later):
        return None
    ranged = one.amount.high is not None or one.amount.bound is Bound.AT_LEAST
    # 90至99周岁每人: the unit has the person.
    behind = one.amount.raw + one.text[one.place + 1 :].partition(MARK)[0]
    return Role.END if ranged and _APIECE.search(behind) else None


def graded(one: Around) -> Role | None:
    """Money behind nothing but a grade, in a sentence that says no more than what each has: B类80万元,C类50万元."""
    name = one.near.lstrip("、")
    spans = grade_spans(name)
    alone = len(spans) == 1 and not _TOLD_FOR.sub("", name[: spans[0][0]] + name[spans[0][1] :])
    others = [*(other.amount for other in one.found if other.role is Role.AWARD), *one.later]
    listed = any(other.unit == one.amount.unit for other in others)
    return Role.AWARD if one.money and alone and listed else None


def apiece(one: Around) -> Role | None:
    """Money for each person, where it is given for several kinds of them and no verb says so."""
    if not (one.money and _APIECE.search(one.near)) or _PAID_IN.search(one.text):
        return None
    others = [*(other.amount for other in one.found if other.role is Role.AWARD), *one.later]
    return Role.AWARD if any(other.unit == one.amount.unit for other in others) else None
