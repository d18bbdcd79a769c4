"""Sure names: amounts that are called the same are told apart by whose they are, or have no name."""

import re
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from decimal import Decimal
from functools import cache
from re import Pattern

from corpus.compiled import compiled
from corpus.extraction.draft import Draft
from corpus.extraction.level import LEVEL, OTHERS, before, called, leveled, of_budget, of_level, of_whole
from corpus.extraction.lexicon import clauses
from corpus.extraction.phrase import Phrase, named
from corpus.figure import Status
from corpus.quantity import Bound
from corpus.replace import replace

_ROUNDED = Decimal("1.02")  # by which two printings of one amount may differ: 约1900万元, 1893万元
# Whose budget or debt is told, at the beginning of a name; 全市 is the place itself.
_TERRITORIES = ("乡镇", "镇", "乡", "村", "街道", "社区", "县", "县区", "县市", "市县", "行政村", "自然村")
_SIDES = ("支出", "预算支出", "预算收入", "支出预算", "收入预算")  # of which budget, they do not say
_FOR = ("为", "给", "让", "向", "使")
_AWARDS = ("奖励", "补助", "补贴", "资助", "奖补", "奖金")
_BENEFIT = 6  # characters of who it is done for and what is done
_SHORTEST = 2  # characters of a name
_LONGEST = 16  # characters of a whole that is put before or behind its part
_GRADE = compiled("^(?:国家|省|部|市|县|区|自治区|世界|地市|州)级(?:以上)?")
# 小坪山,海拔965米: a clause of a name and nothing else, and what is said of it.
_TOPIC = compiled("(?:^|[;。:])(?:主要[^,;]{1,4}有)?(?P<who>[\u4e00-\u9fff]{2,8}),(?P<what>[\u4e00-\u9fff]{2,6})$")
# 隆山镇、石桥乡两个乡镇: some that are named, and not all of them.
_LISTED = compiled("[、和与及][^,;。、]{1,8}(?:镇|乡|村|街道|社区|县|区|市|旗|等)$|等$")


def named_surely(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts of a letter, those without a name whose name is not sure.

    Of several amounts in sentences that are called the same and are of the same time some lack whose they are. That is
    filled in where the text says it; else only those keep their name that say that they are of the place itself, if
    these agree.
    """
    told = [_for_whom(_of_whole(draft)) for draft in leveled(drafts)]
    for place in sorted(_alike(told)):
        own = _owned(told, place)
        for after in (*_followers(told, place), place):
            told[after] = _as_named(told[after], own)
    unsure = {*_unanchored(told, _alike(told)), *(at for at, draft in enumerate(told) if _is_cut(draft))}
    unsure |= {after for place in unsure for after in _followers(told, place)}
    return [_unnamed(draft) if place in unsure else draft for place, draft in enumerate(told)]


def _unnamed(draft: Draft) -> Draft:
    """A draft without its name."""
    phrase = draft.phrase
    return replace(draft, phrase=Phrase(place=phrase.place, at_home=phrase.at_home))


def _as_named(draft: Draft, other: Draft) -> Draft:
    """A draft that is called as another."""
    return replace(called(draft, other.phrase), anchored=other.anchored)


def _owned(drafts: Sequence[Draft], place: int) -> Draft:
    """A draft with whose it is before its name: the budget or the level that its section tells of, else the whole of
    a 其中, else what its own part of the sentence begins with; one that the section tells of the place itself says so.
    """
    draft = drafts[place]
    if len(draft.phrase.name) < _SHORTEST:
        return draft
    money = draft.mention.quantity.unit.endswith("元")
    budget = of_budget(drafts, place)
    if budget:
        return before(budget, draft)
    if draft.anchored or LEVEL.match(draft.phrase.name):
        return draft
    whole = _whole(draft)
    level = of_level(drafts, place) if money and not whole else None
    owner = whole or level or _introduced(draft)
    return before(owner, draft) if owner else replace(draft, anchored=level == "")


def _whole(draft: Draft) -> str:
    """Whose a part is by the whole of its 其中: 市本级政府 of 市本级政府债务余额, of which 一般债务余额 is a part."""
    whole = draft.scope[0] if draft.inner and draft.scope else ""
    name = draft.phrase.name
    shared = next((size for size in range(min(len(whole), len(name)), 0, -1) if whole[-size:] == name[-size:]), 0)
    if shared > 1 or not whole:
        return whole[: len(whole) - shared]
    told = named(whole)
    return told.subject if told.indicator else whole if len(whole) <= _LONGEST else ""


def _introduced(draft: Draft) -> str:
    """What the clause right before an amount names and nothing else: 小坪山,海拔965米."""
    match = _TOPIC.search(draft.passage.text, 0, max(0, draft.mention.quantity.start - draft.passage.start))
    return match["who"] if match and match["what"] == draft.phrase.name else ""


def _of_whole(draft: Draft) -> Draft:
    """A part with what it lacks of its whole: 国家级 of 创新平台, 税收收入 of 市本级收入."""
    whole = draft.scope[0] if draft.inner and draft.scope else ""
    name = draft.phrase.name
    if not whole or not name or not draft.mention.end:
        return draft
    graded = name + _GRADE.sub("", whole, count=1) if _GRADE.fullmatch(name) and len(whole) <= _LONGEST else ""
    if full := graded or of_whole(whole, name):
        return called(draft, named(full))
    level = LEVEL.match(whole)
    own = draft.anchored or LEVEL.match(name)
    apart = _whole(draft) if OTHERS.match(whole) else level[0] if level else ""
    return before(apart, draft) if apart and not own else draft


def _unanchored(drafts: Sequence[Draft], alike: Iterable[int]) -> Iterator[int]:
    """Those of amounts called the same that do not say alone that they are of the place itself."""
    for group in _groups(drafts, alike):
        own = [place for place in group if drafts[place].anchored]
        kept = own if own and not _differ(drafts[place] for place in own) else []
        yield from (place for place in group if place not in kept)


def _alike(drafts: Sequence[Draft]) -> set[int]:
    """The drafts that nothing tells apart from another amount."""
    told = (place for place, draft in enumerate(drafts) if _is_told(draft))
    groups = _groups(drafts, told)
    return {place for group in groups if _differ(drafts[place] for place in group) for place in group}


def _groups(drafts: Sequence[Draft], places: Iterable[int]) -> list[list[int]]:
    """Drafts that are called the same together."""
    found: dict[Hashable, list[int]] = defaultdict(list)
    for place in places:
        found[_called(drafts[place])].append(place)
    return [group for group in found.values() if len(group) > 1]


def _followers(drafts: Sequence[Draft], place: int) -> Iterator[int]:
    """Where what is said on of a draft stands: its growth, its share."""
    draft = drafts[place]
    for after in range(place + 1, len(drafts)):
        one = drafts[after]
        if one.passage != draft.passage or one.part != draft.part or one.phrase.name != draft.phrase.name:
            return
        yield after


def _is_told(draft: Draft) -> bool:
    """Whether a draft of a sentence says itself what it is of; a policy's amounts are told apart by their conditions."""
    in_sentence = draft.mention.end > 0 and not draft.goes_on
    ruled = draft.status is Status.RULE or draft.phrase.name.endswith(_AWARDS)
    return in_sentence and bool(draft.phrase.name) and not ruled


def _differ(drafts: Iterable[Draft]) -> bool:
    """Whether amounts are not all the same one; 超过3万 is of whatever is more, 突破1亿元、5亿元的 are steps."""
    told = list(drafts)
    if told[0].group and len({draft.group for draft in told}) == 1 and any(map(_is_step, told)):
        return False
    amounts = [draft.mention.quantity for draft in told]
    values = [abs(amount.value) for amount in amounts if amount.bound is not Bound.AT_LEAST]
    return len(values) > 1 and max(values) > _ROUNDED * min(values)


def _is_step(draft: Draft) -> bool:
    """Whether an amount is what somebody has to reach: 达到500吨的."""
    amount, passage = draft.mention.quantity, draft.passage
    return passage.text.startswith("的", amount.end - passage.start)


def _called(draft: Draft) -> Hashable:
    """All that labels say of an amount."""
    phrase, said, period = draft.phrase, draft.predicate, draft.period
    return (
        phrase.place,
        phrase.name,
        phrase.aspect or said.aspect,
        draft.measure,
        draft.status,
        (period.first, period.last) if period else None,
        draft.mention.quantity.unit,
        said.basis,
        said.whole,
        said.terms,
    )


def _is_cut(draft: Draft) -> bool:
    """Whether a name is a piece of a phrase: 自然资源部将四川确定为, 免费, 提出举措."""
    name = draft.phrase.name
    if name.count(":") > 1:
        return True
    if draft.mention.end == 0 or not name:
        return False
    # 张掖等11个市; of a sum 等 only says that there is more in it.
    some = name.endswith("等") and not draft.mention.quantity.unit.endswith("元")
    whose = name in _SIDES and not draft.anchored
    short = len(name) == 1 and name not in _TERRITORIES
    return some or whose or short or _is_whom(draft) or bool(_cut().search(name))


def _for_whom(draft: Draft) -> Draft:
    """What is done for somebody, told to its end, with the word that says so: 为残疾人提供康复服务."""
    text, amount, start, name = (
        draft.passage.text,
        draft.mention.quantity,
        draft.passage.start,
        draft.phrase.name,
    )
    particle = next((word for word in _FOR if text.endswith(word, 0, amount.start - start)), "")
    rest = re.split("[,，;；。、(（]", text[amount.end - start :])[0]
    whole = particle and len(name) > _BENEFIT and rest == name and draft.mention.end
    return replace(draft, phrase=replace(draft.phrase, name=particle + name)) if whole else draft


def _is_whom(draft: Draft) -> bool:
    """Whether an amount only counts for whom or where something is done: 为461户企业获得贷款."""
    text, amount, start = draft.passage.text, draft.mention.quantity, draft.passage.start
    said, behind = text[: amount.start - start], text[amount.end - start :]
    if draft.phrase.name.endswith(_TERRITORIES) and _LISTED.search(said):
        return True
    return said.endswith(_FOR) and behind.startswith(draft.phrase.name[:_SHORTEST])


@cache
def _cut() -> Pattern[str]:
    words = clauses()["cut"]
    return compiled(
        rf"^(?:{'|'.join(words['whole'])})$|(?:{'|'.join(words['end'])})$|{'|'.join(words['within'])}"
    )
