"""Amounts that stand beside each other are told alike: what is measured of the one before, whose the one before is."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import takewhile

from corpus.extraction.draft import Draft
from corpus.extraction.phrase import joined, named
from corpus.extraction.terms.level import before, called

_END = 2  # characters that members end with alike: 居民
_FAR = 4  # amounts between two members
_TWO = 2
_BODIES = frozenset(
    "院所校园店厂社局会部站点区县市镇乡村户人员民业司构段期类级"
)  # what names of bodies and kinds end with


def measured_alike(drafts: Sequence[Draft], spoken: Iterable[int]) -> list[Draft]:
    """The drafts, what is only a member with what is measured of the member before it; `spoken` are those of sentences.

    城镇居民人均可支配收入34610元;农村居民17985元: the second has the first one's measure.
    """
    told = list(drafts)
    for place in spoken:
        other, draft = _member_before(told, place), told[place]
        if other:
            told[place] = called(draft, named(joined(draft.phrase.name, other.phrase.indicator)))
    return told


def _member_before(drafts: Sequence[Draft], place: int) -> Draft | None:
    """The nearest draft of another part of the sentence that is measured alike, if it is a member that ends alike."""
    draft = drafts[place]
    name = draft.phrase.name
    if draft.phrase.indicator or not draft.mention.end or len(name) <= _END:
        return None
    unit = draft.mention.quantity.unit
    near = (
        one
        for one in reversed(drafts[max(0, place - _FAR) : place])
        if one.passage == draft.passage and one.part != draft.part and one.mention.quantity.unit == unit
    )
    other = next((one for one in near if one.measure is draft.measure), None)
    if other is None or not other.phrase.indicator:
        return None
    owner = other.phrase.subject
    return other if owner != name and owner[-_END:] == name[-_END:] else None


def owned_alike(drafts: Sequence[Draft], group: Sequence[int]) -> dict[int, Draft]:
    """Of drafts that are called the same those that stand behind an amount that says whose it is, with that before them.

    乡镇卫生院起付标准200元,报销比例90%;一级医院起付标准300元,报销比例80%: what stands before them ends alike and tells them apart.
    """
    found: dict[int, Draft] = {}
    for places in _by_passage(drafts, group):
        owners = [drafts[place - 1].phrase.name for place in places]
        heads = _heads(owners)
        if len(set(heads)) < len(heads) or min(map(len, heads)) < _END:
            continue
        found |= {place: before(head, drafts[place]) for place, head in zip(places, heads, strict=True)}
    return found


def _heads(names: Sequence[str]) -> list[str]:
    """Whose each of several names says it is: 县级医院 of 县级医院起付标准, "" where they do not end alike."""
    alike = takewhile(lambda letters: len(set(letters)) == 1, zip(*map(reversed, names), strict=False))
    shared = sum(1 for _ in alike)
    # 县级医院, 市级医院: what they are called by is more than what tells them apart.
    sizes = (size for size in range(_END, shared) if names[0][-size - 1] in _BODIES)
    size = next(sizes, shared)
    return [name[: len(name) - size] if size >= _END else "" for name in names]


def _by_passage(drafts: Sequence[Draft], group: Sequence[int]) -> list[list[int]]:
    """Two or more of a group in one sentence, each behind an amount of its own part of it."""
    found: defaultdict[str, list[int]] = defaultdict(list)
    for place in group:
        draft, other = drafts[place], drafts[place - 1] if place else None
        beside = other is not None and other.passage == draft.passage and other.part == draft.part
        # 产值过500亿元的企业3家: only how large they are, and nobody's.
        if (
            other
            and beside
            and not draft.aside
            and other.phrase.name
            and other.phrase.name != draft.phrase.name
        ):
            found[draft.passage.id].append(place)
    return [places for places in found.values() if len(places) >= _TWO]
