"""Levels: of which level and of which budget an amount of a budget report is, where its own words do not say."""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import takewhile

from corpus.compiled import compiled
from corpus.extraction.draft import Draft
from corpus.extraction.phrase import Phrase, joined, named
from corpus.runtime.replace import replace

LEVEL = compiled(
    "(?:[省市县区镇乡州旗]本级|[市县区]直(?=一般公共|政府性|国有资本|社会保险|财政|预算)|[省市县区州旗]级(?!以上|及|重点|示范|领军|龙头|财政专项|筹措)|本级)"
)
_FAR = 240  # amounts before one in its section that may tell of which level or budget it is
_CLOSE = 24  # amounts before one in its sentence that may
_OURS = compiled("全[省市县区州旗镇乡]")
_BUDGET = compiled("一般公共预算|政府性基金预算|政府性基金|国有资本经营预算|社会保险基金预算")
_NAMED = compiled(
    rf"^(?:.{{0,6}}?(?P<budget>{_BUDGET.pattern})|(?:{LEVEL.pattern}|地方)?(?P<fund>[^,;、()]{{2,16}}基金))(?=(?:预算)?(?:收入|支出))"
)
# What a title is about that says of which level its amounts are: 三、市本级预算执行情况.
_ABOUT = compiled("预算|决算|收支|财政|债务|基金|收入|支出")
# Names of amounts of a budget that they do not name, which every one of a report has.
_UNSAID = compiled(
    "支出|预算支出|预算收入|(?:支出|收入)(?:调整)?预算|(?:收入|支出|收支)(?:总量|总计|合计|结余)|(?:年末|年终|当年)?(?:滚存)?(?:结转|结余)(?:下年)?"
)
# Those that say enough where there are not several of them: 上级补助收入.
_ITEM = compiled(
    rf"{_UNSAID.pattern}|收入|(?:上级|下级|中央|省级?|市级?)?(?:补助|上解)(?:下级|上级|县区?|省级?)?(?:收入|支出)?|调[入出]资金"
    r"|(?:(?:一般|专项|地方政府)?债[务券])?(?:转贷|还本)(?:收入|支出)|(?:动用|安排|补充)(?:预算稳定调节基金)|年度收支结余"
)
_TOTALS = ("总计", "合计", "总量")  # of what the sentence tells before them
# Whose an amount is that is of no level above: 县(市、区)政府债务余额.
OTHERS = compiled("各(?=[级县区市镇乡])|县(?!级|域)|区县|乡镇|镇(?!级)|下级|基层|开发区|高新区|示范区")
# What a level is told of: the amounts of a budget.
_MONEY = compiled("(?:收入|支出|总计|合计|总量|预算数?|决算数?|结余|结转|债务余额|债务限额|转移支付|债券)$")


def leveled(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts with the level that their title tells of, and the budget of what is called 支出 or 结转 alone."""
    found: list[Draft] = []
    for place, draft in enumerate(drafts):
        last, source = (found[-1], drafts[place - 1]) if found else (draft, draft)
        goes_on = (
            draft.goes_on and source.passage == draft.passage and source.phrase.name == draft.phrase.name
        )
        found.append(called(draft, last.phrase) if goes_on and place else _leveled(draft, found))
    return found


def called(draft: Draft, other: Phrase) -> Draft:
    """A draft that is called as another phrase."""
    own, names = draft.phrase, (other.subject, other.indicator, other.name)
    if (own.subject, own.indicator, own.name) == names:
        return draft
    subject, indicator, name = names
    return replace(draft, phrase=replace(own, subject=subject, indicator=indicator, name=name))


def placed(draft: Draft, home: str) -> Draft:
    """The draft of a section that is about a place of its own; 市本级 in one on a 区 is none of it."""
    level = LEVEL.match(draft.phrase.name)
    above = level is not None and level[0][0] != home[-1:]
    return draft if above else replace(draft, phrase=replace(draft.phrase, place=draft.phrase.place or home))


def of_budget(drafts: Sequence[Draft], place: int) -> str:
    """What stands before the name of an amount that is told of several budgets: 市本级 and 一般公共预算, "" if nothing does."""
    draft = drafts[place]
    if not _ITEM.fullmatch(draft.phrase.name) or not draft.mention.quantity.unit.endswith(("元", "%")):
        return ""
    budget = _budget(drafts, place, draft)
    return (_level(drafts, place, draft) or "") + budget if budget else ""


def of_whole(whole: str, name: str) -> str:
    """A part of a budget's amount with its level and its budget: 市本级收入 of 政府性基金预算收入总计, "" for what is none."""
    budget, level = _NAMED.match(whole), LEVEL.match(name) or LEVEL.match(whole)
    item = name.removeprefix(level[0]) if level else name
    if not budget or not _ITEM.fullmatch(item):
        return ""
    return (level[0] if level else "") + joined(budget["budget"] or budget["fund"], item)


def of_level(drafts: Sequence[Draft], place: int) -> str | None:
    """The level that an amount is of by the words around it, "" of the place itself, None if they do not say."""
    return _level(drafts, place, drafts[place])


def _leveled(draft: Draft, found: Sequence[Draft]) -> Draft:
    """A draft with what its title or the amounts before it say of it."""
    if not draft.mention.end or not draft.phrase.name or draft.phrase.place:
        return draft
    name = draft.phrase.name
    if full := _of_unsaid(draft, found):
        return called(draft, named(full))
    if draft.anchored or LEVEL.search(name) or _OURS.search(name) or not _MONEY.search(name):
        return draft
    return _titled(draft, _near(found, len(found), draft))


def _titled(draft: Draft, near: str | None) -> Draft:
    """A draft with the level that its titles say, if the amount before it, which is of `near`, does not say another."""
    name, titled = draft.phrase.name, of_titles(draft.passage.section)
    if near and name.endswith(_TOTALS):
        return before(near, draft)
    if titled is None or near not in (None, titled) or OTHERS.match(name):
        return draft
    return before(titled, draft) if titled else replace(draft, anchored=True)


def _of_unsaid(draft: Draft, found: Sequence[Draft]) -> str:
    """The name of what does not say of which budget it is, with its level and its budget: 支出, 市本级收入总计."""
    name = draft.phrase.name
    level = LEVEL.match(name)
    item = name[level.end() :] if level else name
    budget = _budget(found, len(found), draft) if _UNSAID.fullmatch(item) else ""
    if not budget:
        return ""
    whose = level[0] if level else _level(found, len(found), draft) or ""
    return whose + joined(budget, item) if whose + budget not in name else ""


def before(owner: str, draft: Draft) -> Draft:
    """A draft with an owner before its name."""
    phrase = draft.phrase
    if not owner or owner in phrase.name:
        return draft
    whole = named(joined(owner, phrase.name))
    if phrase.indicator and not whole.indicator:
        whole = replace(whole, subject=joined(owner, phrase.subject), indicator=phrase.indicator)
    return called(draft, whole)


@lru_cache(256)
def of_titles(section: tuple[str, ...]) -> str | None:
    """The level that the nearest title that tells of one does, "" of all of the place, None if none or several are told of."""
    for title in reversed(section):
        level, ours = LEVEL.search(title), _OURS.search(title)
        if (level or ours) and _ABOUT.search(title):
            return None if level and ours else level[0] if level else ""
    return None


def _near(drafts: Sequence[Draft], place: int, draft: Draft) -> str | None:
    """The level that the amounts before one in its sentence are of."""
    near = reversed(drafts[max(0, place - _CLOSE) : place])
    return _said(takewhile(lambda one: one.passage == draft.passage, near))


def _level(drafts: Sequence[Draft], place: int, draft: Draft) -> str | None:
    """The level of an amount: that of its sentence, of the title above it, or of the amounts before in its section."""
    level = LEVEL.match(draft.phrase.name)
    if level or draft.anchored:
        return level[0] if level else ""
    near = _near(drafts, place, draft)
    titled = of_titles(draft.passage.section) if near is None else near
    return _said(_section(drafts, place, draft)) if titled is None else titled


def _said(drafts: Iterable[Draft]) -> str | None:
    for one in drafts:
        if one.inner:
            continue
        if level := _of_money(one.phrase.name):
            return level
        if one.anchored:
            return ""
    return None


# The amounts of a section are looked at for each that follows.
@lru_cache(1024)
def _of_money(name: str) -> str:
    """The level of an amount of a budget by its name; 省级奖励资金 says of what level it is, and nothing of what follows."""
    level = LEVEL.match(name)
    return level[0] if level and _MONEY.search(name) else ""


def _budget(drafts: Sequence[Draft], place: int, draft: Draft) -> str:
    """The budget that an amount is of: that of the last one before it in its section that names one, else its titles'."""
    whole = _NAMED.match(draft.scope[0]) if draft.inner and draft.scope else None
    if whole:
        return whole["budget"] or whole["fund"]
    for one in _section(drafts, place, draft):
        match = None if one.inner else _NAMED.match(one.phrase.name)
        if match:
            return match["budget"] or match["fund"]
    titled = (_BUDGET.search(title) for title in reversed(draft.passage.section))
    return next((match[0] for match in titled if match), "")


def _section(drafts: Sequence[Draft], place: int, draft: Draft) -> Iterator[Draft]:
    """The amounts before one in its section, the last first; none that is very far back, so that a long section takes no
    longer for each."""
    section = draft.passage.section
    for one in reversed(drafts[max(0, place - _FAR) : place]):
        if one.passage.section != section:
            return
        if one.mention.end:
            yield one
