"""Places: administrative names, their short forms, and which of two names mean the same or the larger place."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from corpus.compiled import compiled
from corpus.tables import table

NATION = "全国"
_PROVINCE = 3  # characters of a province's name but one
_COUNTY = 4  # characters of a county's or a city's
# 主城八区, 周边两县, 六县市, 十八届县: so many of them, and no name; 占园区, 各新区: no zone's name has one character.
_COUNTED = compiled(
    "^[一二两三四五六七八九十百几]+(?:个|届|[县市区州省旗镇乡]{2,}$|[县市区州省旗]$)|[二两三四五六七八九十几][县市区旗]$|(?:城|城区|中心|周边|下属|所辖|下辖)[二两三四五六七八九十几][区县市]$|^[\u4e00-\u9fff](?:园区|新区|开发区|高新区|示范区|集聚区)$"
)


@dataclass(frozen=True)
class Mention:
    """A place named in a text: text[start:end] == name."""

    name: str
    start: int
    end: int


@cache
def _data() -> dict[str, Any]:
    return table("places")


@cache
def _levels() -> dict[str, int]:
    return {row["name"]: row["level"] for row in _data()["suffix"]}


@cache
def _zones() -> tuple[str, ...]:
    return tuple(row["name"] for row in _data()["suffix"] if row.get("zone"))


@cache
def _step() -> re.Pattern[str]:
    after = _data()["not"]["after"]
    suffixes = "|".join(
        rf"{name}(?!{after[name]})" if name in after else name
        for name in sorted(_levels(), key=len, reverse=True)
    )
    own = rf"(?:(?![{_data()['not']['inside']}])[\u4e00-\u9fff])"
    peoples = "|".join(_data()["peoples"]["names"])
    short = "|".join(_data()["short"])
    peculiar = "|".join(_words("peculiar"))
    # Lazy: the first suffix ends the name; one character before it is enough for 歙县 alone.
    return compiled(
        rf"(?:(?:{short})(?!区)|{peculiar}|{own}{{2,4}}?(?:{peoples}){{2,}}自治[州县]|{own}{{2,7}}?(?:{suffixes})"
        rf"|(?![{_data()['not']['inside']}{_data()['not']['no_county']}])[\u4e00-\u9fff]县)"
    )


@cache
def _district(where: str) -> re.Pattern[str]:
    words = "|".join(sorted(_data()["district"][where], key=len, reverse=True))
    return compiled(rf"(?:{words})(?![域划位块])")


@cache
def _unnamed() -> frozenset[str]:
    return frozenset(_data()["not"]["names"])


@cache
def _words(where: str) -> tuple[str, ...]:
    """Words of the table `not`: never, within and ends of a name, before_words where one may begin."""
    return tuple(_data()["not"][where])


@lru_cache(maxsize=4096)
def parts(name: str) -> tuple[str, ...]:
    """The steps of a place's name from the largest, as far as it is one.

    >>> parts("台州市椒江区经济信息化和科学技术局"), parts("青溪新区管理委员会"), parts("区经济和信息化局")
    (('台州市', '椒江区'), ('青溪新区',), ())
    >>> parts("安平市郊区财政局")
    ('安平市', '郊区')
    """
    steps: list[str] = []
    place = 0
    while match := (steps and _district("behind").match(name, place)) or _step().match(name, place):
        step = match[0]
        district = bool(steps) and match.re is _district("behind")
        if not (district or _is_name(step)) or (steps and _goes_back(steps[-1], step)):
            break
        steps.append(step)
        place = match.end()
    return tuple(steps)


def _goes_back(before: str, step: str) -> bool:
    """Whether a step is larger than the one before or that once more: no part of its name."""
    return level(step) < level(before) or before.endswith(step)


def leading(text: str) -> str:
    """The place that a text begins with, "" if none: 台州市椒江区 of 台州市椒江区经济信息化和科学技术局."""
    return "".join(parts(text))


def is_city(name: str) -> bool:
    """Whether a place is, or ends with, a city whose own name ends as the common word does.

    >>> is_city("江苏省盐城市"), is_city("玉城市"), is_city("沿海城市"), is_city("大城市")
    (True, True, False, False)
    """
    return _city().fullmatch((parts(name) or (name,))[-1]) is not None


@cache
def _city() -> re.Pattern[str]:
    own = rf"(?![{_data()['not']['inside']}{_data()['not']['no_city']}])[\u4e00-\u9fff]城市"
    return compiled("|".join((*_words("cities"), own)))


def is_district(name: str) -> bool:
    """Whether a name is or ends with a district that has no name of its own: 郊区, 安平市开发区."""
    return _district("behind").fullmatch((parts(name) or (name,))[-1]) is not None


def district(text: str) -> str:
    """The district without a name of its own that a text begins with, "" if none: 郊区 of 郊区工业增加值."""
    match = _district("alone").match(text)
    return match[0] if match else ""


def is_national(issuer: str) -> bool:
    """Whether who issues a text is of the whole country: 财政部, 国家统计局."""
    return issuer.startswith(tuple(_data()["nation"]["issuers"]))


@cache
def national() -> tuple[str, ...]:
    """What the whole country is called in a text."""
    return tuple(_data()["nation"]["words"])


@cache
def of_nation() -> re.Pattern[str]:
    """What a text says that it tells of the whole country by: 全国一般公共预算收入, 国内生产总值."""
    return compiled(rf"(?:{'|'.join(national())})(?!{'|'.join(_data()['nation']['titled'])})")


@lru_cache(maxsize=4096)
def level(name: str) -> int:
    """1 for a province to 4 for a township; 市 counts as 2, a name without suffix as 0."""
    whole = _in_full(name)
    return next((found for suffix, found in _levels().items() if whole.endswith(suffix)), 0)


def is_zone(name: str) -> bool:
    """Whether a name ends as those of zones do, which are called by the place they lie in: 兰州新区."""
    return name.endswith(_zones())


def _in_full(step: str) -> str:
    """克孜勒苏柯尔克孜自治州 of 克州; any other name as it is."""
    short: dict[str, str] = _data()["short"]
    return short.get(step, step)


@lru_cache(maxsize=4096)
def bare(name: str) -> str:
    """The last step without its suffix: 椒江 of 台州市椒江区; 歙县 and other two-character names stay whole.

    >>> bare("台州市椒江区"), bare("青溪新区"), bare("歙县"), bare("椒江"), bare("恩施土家族苗族自治州")
    ('椒江', '青溪', '歙县', '椒江', '恩施')
    """
    last = _in_full((parts(name) or (name,))[-1])
    for suffix in _levels():
        if last.endswith(suffix) and len(last) - len(suffix) >= 2:
            stem = last.removesuffix(suffix)
            short = _peoples().sub("", stem) if suffix.startswith("自治") else stem
            return short if len(short) >= 2 else stem
    return last


@cache
def _peoples() -> re.Pattern[str]:
    """The peoples that an autonomous place is called after, at the end of its name."""
    names = _data()["peoples"]["names"]
    return compiled(f"(?:{'|'.join(names)}|各族)+$")


def forms(name: str) -> tuple[str, ...]:
    """What the place may be called, longest first.

    >>> forms("台州市椒江区")
    ('台州市椒江区', '台州椒江区', '台州椒江', '椒江区', '椒江')
    """
    steps = parts(name) or (name,)
    above = [bare(step) for step in steps[:-1]]
    last = steps[-1]
    found = [name, "".join([*above, last]), "".join([*above, bare(last)]), last, bare(last)]
    return tuple(dict.fromkeys(sorted(found, key=len, reverse=True)))


def same_place(first: str, second: str) -> bool:
    """Whether both names may be of one place: 椒江, 椒江区, 台州市椒江区. 临江区 and 临江市 are two."""
    ours, theirs = parts(first) or (first,), parts(second) or (second,)
    if bare(ours[-1]) != bare(theirs[-1]):
        return False
    if level(ours[-1]) and level(theirs[-1]) and _in_full(ours[-1]) != _in_full(theirs[-1]):
        return False
    above = [bare(step) for step in ours[:-1]], [bare(step) for step in theirs[:-1]]
    # 浙江省椒江区 leaves out 台州市: the shorter path has to be part of the longer.
    shorter, longer = sorted(above, key=len)
    return set(shorter) <= set(longer)


def contains(larger: str, smaller: str) -> bool:
    """Whether the second name says that its place lies in the first: 台州 contains 台州市椒江区."""
    return any(same_place(larger, "".join(parts(smaller)[:count])) for count in range(1, len(parts(smaller))))


def mentions(text: str) -> tuple[Mention, ...]:
    """The places that a text names with their suffixes, in order."""
    return tuple(_mentions(text))


def known(text: str, names: Iterable[str]) -> tuple[Mention, ...]:
    """Where a text speaks of one of `names` in any of its forms; the mention bears the name of `names`.

    >>> known("椒江的产值和临江区的", ["台州市椒江区", "临江区"])
    (Mention(name='台州市椒江区', start=0, end=2), Mention(name='临江区', start=6, end=9))
    """
    spoken = {form: name for name in names for form in reversed(forms(name))}
    if not spoken:
        return ()
    # Of names that letters have: nothing to keep from one process to the next.
    pattern = compiled("|".join(map(re.escape, sorted(spoken, key=len, reverse=True))))
    return tuple(Mention(spoken[match[0]], *match.span()) for match in pattern.finditer(text))


def _mentions(text: str) -> Iterator[Mention]:
    place = 0
    while match := _step().search(text, place):
        place = match.start()
        if not _is_name(match[0]) or not _begins(text, place):
            place += 1
            continue
        name = leading(text[place:])
        yield Mention(name, place, place + len(name))
        place += len(name)


@cache
def _spoken() -> re.Pattern[str]:
    """The verbs, adverbs and other words around amounts that are in no name of a place."""
    clauses = table("clauses")
    lists = [
        *(words for words in clauses["verb"].values() if isinstance(words, list)),
        *clauses["basis"].values(),
        *(clauses["lead"][kind] for kind in ("link", "mood", "light", "middle", "ours", "trail")),
        *(clauses["mood"][kind] for kind in ("target", "result", "plan_word", "review_section")),
        clauses["tail"]["stop"],
    ]
    said = {word for words in lists for word in words if len(word) > 1} | {*_data()["not"]["spoken"].split()}
    return compiled("|".join(map(re.escape, sorted(said - set(_words("also_names"))))))


def _is_too_long(step: str) -> bool:
    """Whether a province, a city or a county would have more characters than they do: 增幅为苏南市, 经综合研究省."""
    if step.endswith("省"):
        return len(step) > _PROVINCE and step != "黑龙江省"
    plain_name = step.endswith(("市", "县", "区")) and not step.endswith(("自治县", *_words("zones")))
    return plain_name and len(step) > _COUNTY and step not in _words("long")


def _begins(text: str, place: int) -> bool:
    """Whether a name may begin here: after something that is no Chinese word, or after a word like 在 or 和."""
    return (
        place == 0
        or not "\u4e00" <= text[place - 1] <= "\u9fff"
        or text[place - 1] in _data()["not"]["before"]
        or text.endswith(_words("before_words"), 0, place)
    )


@lru_cache(maxsize=4096)
def _is_name(step: str) -> bool:
    return step in _words("peculiar") or (
        step not in _unnamed()
        and not any(word in step for word in _words("within"))
        and not step.startswith(_words("never"))
        and not _COUNTED.search(step)
        and not _spoken().search(step)
        and not _is_too_long(step)
        and not (step.endswith(_words("ends")) and not _city().fullmatch(step))
    )
