"""What of a question a rule must not contradict: the benefit that it asks for, and the class that it names."""

from collections.abc import Iterable, Sequence

from bot.matching.retriever import Retriever
from bot.operations.awards.asked import Asking, spoken
from bot.operations.awards.patterns import pattern
from corpus.compiled import compiled
from corpus.passage import Kind
from corpus.rule.rule import Rule
from corpus.texts.text import plain

# 二类团队, 四层厂房, 三等奖; 这三类 and 每增加一层 are counts.
_CLASS = compiled(
    "(?<![这哪那分共等、A-Fa-f甲乙丙丁前各后每加增第零一二三四五六七八九十])"
    "(?P<number>[一二三四五六七八九十]{1,3})(?P<of>类|等(?=奖)|档|星|层)"
)
_NOTE = compiled(r"\([^)]*\)")
# No more characters of a list's first and last member are looked for.
_MEMBER = 8
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


def is_of_other_member(rule: Rule, asking: Asking, retriever: Retriever) -> bool:
    """Whether the question names another member of the list that a rule is of: 半失能 of 自理、半失能、失能."""
    if rule.clause or not rule.beside or rule.whom == rule.beside:
        return False
    passage = retriever.library.passage(rule.passage)
    listed = [
        one
        for one in retriever.library.rules([rule.letter])
        if (one.passage, one.beside, one.name) == (rule.passage, rule.beside, rule.name) and not one.clause
    ]
    if passage.kind is not Kind.SENTENCE or len({one.amount.start for one in listed}) < len(listed):
        return False
    canonical = retriever.lexicon.canonical
    text = plain(asking.question.text)
    # 甲比乙多多少 names two: what is asked of one of them are its words.
    two = any(pattern(name).search(text) for name in ("differ", "compared", "added"))
    members = [_NOTE.sub("", spoken(plain(canonical(one.whom)))) for one in listed]
    said = _said_of(members, "".join(asking.words) if two else canonical(spoken(text)))
    most = max(said, default=0)
    return most > 1 and said.count(most) == 1 and listed[said.index(most)] != rule


def _said_of(members: Sequence[str], text: str) -> list[int]:
    """How many characters of each member a text names: of the first its end, of the last its beginning, else all.

    What other members have there too tells nothing.
    """
    if len(members) < 2:
        return [0 for _ in members]
    first, last, others = members[0], members[-1], members[1:]
    ends = [first[-size:] for size in range(min(len(first), _MEMBER), 1, -1)]
    begins = [last[:size] for size in range(min(len(last), _MEMBER), 1, -1)]
    return [
        next((len(one) for one in ends if one in text and not any(one in other for other in others)), 0),
        *(len(one) if one in text else 0 for one in members[1:-1]),
        next(
            (
                len(one)
                for one in begins
                if one in text and not any(other.startswith(one) for other in members[:-1])
            ),
            0,
        ),
    ]


def _classes(text: str) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for match in _CLASS.finditer(text):
        found.setdefault(match["of"], set()).add(match["number"])
    return found
