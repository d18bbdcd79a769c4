"""Sure names: amounts that are called the same are told apart by whose they are, or have no name."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from decimal import Decimal
from functools import cache
from re import Pattern

from corpus.compiled import compiled
from corpus.extraction.draft import Draft
from corpus.extraction.lexicon import clauses
from corpus.extraction.phrase import Phrase, joined, named
from corpus.figure import Status
from corpus.quantity import Bound
from corpus.replace import replace

_ROUNDED = Decimal("1.02")  # by which two printings of one amount may differ: 约1900万元, 1893万元
# Whose budget or debt is told, at the beginning of a name; 全市 is the place itself.
_TERRITORIES = ("乡镇", "镇", "乡", "村", "街道", "社区", "县", "县区", "县市", "市县", "行政村", "自然村")
_SIDES = ("支出", "预算支出", "预算收入", "支出预算", "收入预算")  # of which budget, they do not say
_FOR = ("为", "给", "让", "向", "使")
_AWARDS = ("奖励", "补助", "补贴", "资助", "奖补", "奖金")
_SHORTEST = 2  # characters of a name
# 收入总量, 支出总计, 结转下年: of one budget, as the amounts before them are.
_SIDE = compiled("(?:收入|支出|收支)(?:总量|总计|合计|结余)|(?:年末)?(?:滚存)?(?:结转|结余)")
_BUDGET = compiled(
    ".{0,6}?(?:一般公共预算|政府性基金预算|政府性基金|国有资本经营预算|社会保险基金预算)(?=收入|支出)"
)
_LEVEL = compiled("(?:[省市县区镇乡州旗]本级|[省市县区州旗]级(?!以上|及|重点|示范|领军|龙头)|本级)")


def named_surely(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts of a letter, those without a name whose name is not sure.

    Of several amounts in sentences that are called the same and are of the same time some lack whose they are. That is
    filled in where the text says it; else only those keep their name that say that they are of the place itself, if
    these agree.
    """
    told = [_of_level(draft) for draft in drafts]
    before = _Before(told)
    for place in sorted(_alike(told)):
        own = _owned(told, place, before)
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
    phrase = replace(draft.phrase, subject=other.phrase.subject, name=other.phrase.name)
    return replace(draft, phrase=phrase, anchored=other.anchored)


class _Before:
    """What a section said before a draft, gone through once from the first draft on."""

    def __init__(self, drafts: Sequence[Draft]) -> None:
        self._drafts = drafts
        self._passed = 0
        self._section: tuple[str, ...] | None = None
        self._side: Draft | None = None
        self._own: Draft | None = None

    def __call__(self, place: int) -> Draft | None:
        """The last amount before one in its section that says of which level or budget it is, or that it is of the place.

        Asked of places in their order: the drafts before each are as they will be.
        """
        while self._passed < place:
            self._pass(self._drafts[self._passed])
            self._passed += 1
        draft = self._drafts[place]
        if draft.passage.section != self._section:
            return None
        return self._side if _SIDE.match(draft.phrase.name) else self._own

    def _pass(self, draft: Draft) -> None:
        if draft.passage.section != self._section:
            self._section, self._side, self._own = draft.passage.section, None, None
        if _BUDGET.match(draft.phrase.name):
            self._side = draft
        if draft.anchored or _LEVEL.match(draft.phrase.name):
            self._own = draft


def _owned(drafts: Sequence[Draft], place: int, said: _Before) -> Draft:
    """A draft with whose it is before its name: the budget or the level that its section tells of, else the whole of
    a 其中; one that the section tells of the place itself says so.
    """
    draft = drafts[place]
    if draft.anchored or _LEVEL.match(draft.phrase.name) or len(draft.phrase.name) < _SHORTEST:
        return draft
    before = said(place) if draft.mention.quantity.unit.endswith("元") else None
    budget = _BUDGET.match(before.phrase.name) if before and _SIDE.match(draft.phrase.name) else None
    level = _LEVEL.match(before.phrase.name) if before else None
    whole = named(draft.scope[0]) if draft.inner and draft.scope else Phrase()
    owner = budget or level or (whole.indicator and whole.subject)
    if not owner:
        return replace(draft, anchored=before is not None and before.anchored)
    return _before(owner if isinstance(owner, str) else owner[0], draft)


def _of_level(draft: Draft) -> Draft:
    """A part of what is of a level with that level before its name: 其中税收收入 of 市本级收入."""
    level = _LEVEL.match(draft.scope[0]) if draft.inner and draft.scope else None
    own = draft.anchored or _LEVEL.match(draft.phrase.name) or not draft.phrase.name
    return _before(level[0], draft) if level and not own and draft.mention.end else draft


def _before(owner: str, draft: Draft) -> Draft:
    """A draft with an owner before its name."""
    phrase = draft.phrase
    if owner in phrase.name:
        return draft
    return replace(
        draft,
        phrase=replace(phrase, subject=joined(owner, phrase.subject), name=joined(owner, phrase.name)),
    )


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


def _is_whom(draft: Draft) -> bool:
    """Whether an amount only counts for whom or where something is done: 为461户企业获得贷款."""
    text, amount, start = draft.passage.text, draft.mention.quantity, draft.passage.start
    before, behind = text[: amount.start - start], text[amount.end - start :]
    if draft.phrase.name in _TERRITORIES and before.endswith((*_TERRITORIES, "等", "区", "市")):
        # 隆山镇、石桥乡两个乡镇: some of them.
        return True
    return before.endswith(_FOR) and behind.startswith(draft.phrase.name[:_SHORTEST])


@cache
def _cut() -> Pattern[str]:
    words = clauses()["cut"]
    return compiled(
        rf"^(?:{'|'.join(words['whole'])})$|(?:{'|'.join(words['end'])})$|{'|'.join(words['within'])}"
    )
