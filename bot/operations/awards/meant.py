"""What of a question a rule must not contradict: the benefit that it asks for, and the class that it names."""

from collections.abc import Iterable

from bot.operations.awards.asked import Asking, spoken
from bot.operations.awards.patterns import pattern
from corpus.compiled import compiled
from corpus.rule.rule import Rule
from corpus.text import plain

# 二类团队, 四层厂房, 三等奖; 这三类 and 每增加一层 are counts.
_CLASS = compiled(
    "(?<![这哪那分共等、A-Fa-f甲乙丙丁前各后每加增第零一二三四五六七八九十])"
    "(?P<number>[一二三四五六七八九十]{1,3})(?P<of>类|等(?=奖)|档|星|层)"
)
# A rule of 四层及以上 is for five storeys too.
_OPEN = compiled("(?:类|等|档|星级?|层)(?:[(][^)]*[)])?(?:[及含]?以[上下]|起|至|到|-|—|~|基础)")


def benefits(text: str) -> frozenset[str]:
    """The benefits that a text names."""
    return frozenset(pattern("benefits").findall(spoken(plain(text))))


def benefits_of(rules: Iterable[Rule]) -> frozenset[str]:
    """The benefits that rules name in their own words."""
    return benefits("\n".join(f"{one.whom}\n{one.clause}\n{one.name}" for one in rules))


def of_class(rule: Rule, asking: Asking) -> bool:
    """Whether a rule is for the class that the question names: 四层厂房 are no 五层厂房; any where either names none."""
    asked = _classes(plain(asking.question.text))
    if not asked or _OPEN.search(plain(rule.whom)):
        return True
    own = _classes(plain(rule.whom))
    return all(numbers & own[of] for of, numbers in asked.items() if of in own)


def _classes(text: str) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for match in _CLASS.finditer(text):
        found.setdefault(match["of"], set()).add(match["number"])
    return found
