"""Sure names: amounts that are called the same are told apart by whose they are, or have no name."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import takewhile

from corpus.amounts.quantity import Bound
from corpus.compiled import compiled
from corpus.extraction.attribution.told_alike import measured_alike, owned_alike
from corpus.extraction.draft import Draft
from corpus.extraction.names.cut import (
    GRADE,
    ended,
    for_whom,
    is_cut,
    is_limited,
    is_times,
    of_kind,
    shared_end,
)
from corpus.extraction.phrase import Phrase, named
from corpus.extraction.terms.level import (
    LEVEL,
    OTHERS,
    before,
    called,
    leveled,
    of_budget,
    of_level,
    of_whole,
)
from corpus.figure import Status
from corpus.runtime.replace import replace

_ROUNDED = Decimal("1.02")  # by which two printings of one amount may differ: 约1900万元, 1893万元
_AWARDS = ("奖励", "补助", "补贴", "资助", "奖补", "奖金")
_AMONG = "其中"
_NEAR = 60  # amounts of a sentence
_SHORTEST = 2  # characters of a name
_LONGEST = 16  # characters of a whole that is put before or behind its part
# 小坪山,海拔965米: a clause of a name and nothing else, and what is said of it.
_TOPIC = compiled(
    "(?:^|[;。:])(?:主要[^,;]{1,4}有)?(?P<who>[\u4e00-\u9fff]{2,8}),(?P<what>[\u4e00-\u9fff]{2,6})$"
)


def named_surely(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts of a letter, those without a name whose name is not sure.

    Of several amounts in sentences that are called the same and are of the same time some lack whose they are. That is
    filled in where the text says it; else only those keep their name that say that they are of the place itself, if
    these agree.
    """
    # What a table's cells are called its heads say.
    spoken = [place for place, draft in enumerate(drafts) if draft.mention.end]
    told = leveled(drafts)
    for each in (_told_whole, _own_piece, of_kind, _shared_end):
        changed = [(place, each(told, place)) for place in spoken]
        for place, draft in changed:
            told[place] = draft
    told = measured_alike(told, spoken)
    for group in _groups(told, _alike(told, spoken)):
        for place, own in owned_alike(told, group).items():
            for after in (*_followers(told, place), place):
                told[after] = _as_named(told[after], own)
    for place in sorted(_alike(told, spoken)):
        own = _owned(told, place)
        for after in (*_followers(told, place), place):
            told[after] = _as_named(told[after], own)
    unsure = {
        *_unanchored(told, _alike(told, spoken)),
        *(at for at, draft in enumerate(told) if is_cut(draft)),
    }
    unsure |= {at + 1 for at, draft in enumerate(told[:-1]) if is_limited(draft, told[at + 1])}
    unsure |= {after for place in unsure for after in _followers(told, place)}
    # 三次突破千亿元,达到1200亿元: how often is no amount, what follows is one.
    unsure |= {at for at, draft in enumerate(told) if is_times(draft)}
    return [_unnamed(draft) if place in unsure else draft for place, draft in enumerate(told)]


def _told_whole(drafts: Sequence[Draft], place: int) -> Draft:
    """An amount with what the words around it tell of what it is part of, and for whom."""
    return for_whom(_of_whole(ended(drafts[place])))


def _shared_end(drafts: Sequence[Draft], place: int) -> Draft:
    """An amount of a list with what is said of all of it."""
    return shared_end(drafts, _of_member(drafts, place), place)


def _unnamed(draft: Draft) -> Draft:
    """A draft without its name."""
    phrase = draft.phrase
    return replace(draft, phrase=Phrase(place=phrase.place, at_home=phrase.at_home))


def _as_named(draft: Draft, other: Draft) -> Draft:
    """A draft that is called as another."""
    named = called(draft, other.phrase)
    return named if named.anchored == other.anchored else replace(named, anchored=other.anchored)


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
    if owner:
        return before(owner, draft)
    return replace(draft, anchored=True) if level == "" else draft


def _whole(draft: Draft) -> str:
    """Whose a part is by the whole of its 其中: 市本级政府 of 市本级政府债务余额, of which 一般债务余额 is a part."""
    whole = draft.scope[0] if draft.inner and draft.scope else ""
    name = draft.phrase.name
    shared = next(
        (size for size in range(min(len(whole), len(name)), 0, -1) if whole[-size:] == name[-size:]), 0
    )
    if shared > 1 or not whole:
        return whole[: len(whole) - shared].removesuffix("总")
    told = named(whole)
    return told.subject if told.indicator else whole if len(whole) <= _LONGEST else ""


def _of_member(drafts: Sequence[Draft], place: int) -> Draft:
    """An amount of a member of a 其中 that is called as one of the whole: 其中:鸡街5栋,居民108户;沙甸6栋,居民138户."""
    draft = drafts[place]
    if not draft.goes_on or not draft.mention.end:
        return draft
    text, name = draft.passage.text, draft.phrase.name
    stop = text.rfind(_AMONG, 0, draft.mention.quantity.start - draft.passage.start)
    if stop < 0:
        return draft
    near = reversed(drafts[max(0, place - _NEAR) : place])
    here = [*takewhile(lambda one: one.passage == draft.passage, near)][::-1]
    whole = [one for one in here if one.mention.quantity.start - draft.passage.start < stop]
    parts = [one for one in here if one not in whole and one.part == draft.part]
    first = parts[0] if parts else draft
    of_whole = any(one.phrase.name == name for one in whole)
    apart = (
        first is not draft and not first.goes_on and not first.phrase.indicator and first.phrase.name != name
    )
    apart = apart and first.mention.quantity.unit != draft.mention.quantity.unit and not draft.phrase.place
    return before(first.phrase.name, draft) if of_whole and apart else draft


def _own_piece(drafts: Sequence[Draft], place: int) -> Draft:
    """An amount whose words begin with what the one before counts, without that: 建筑面积 of 4261户居民、建筑面积26万平方米."""
    draft, last = drafts[place], drafts[place - 1] if place else None
    first, mark, rest = draft.phrase.name.partition("、")
    if not mark or last is None or last.passage != draft.passage or not draft.mention.end:
        return draft
    behind = draft.passage.text[last.mention.quantity.end - draft.passage.start :]
    return called(draft, named(rest)) if behind.startswith(first + mark + rest) else draft


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
    graded = name + GRADE.sub("", whole, count=1) if GRADE.fullmatch(name) and len(whole) <= _LONGEST else ""
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


def _alike(drafts: Sequence[Draft], spoken: Iterable[int]) -> set[int]:
    """The drafts of sentences that nothing tells apart from another amount."""
    told = (place for place in spoken if _is_told(drafts[place]))
    groups = _groups(drafts, told)
    return {place for group in groups if _differ(drafts[place] for place in group) for place in group}


def _groups(drafts: Sequence[Draft], places: Iterable[int]) -> list[list[int]]:
    """Drafts that are called the same together."""
    found: dict[Hashable, list[int]] = defaultdict(list)
    for place in places:
        found[drafts[place].called].append(place)
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
