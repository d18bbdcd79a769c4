"""Places before a name: the words that lead to it, and the place that it begins with."""

import re
from functools import cache, lru_cache

from corpus import place as places
from corpus.compiled import compiled
from corpus.extraction.lexicon import clauses, heads, one_of
from corpus.extraction.names.verbs import contents, is_verb

_OF_ORGAN = compiled(r"[级域委直人厅内外长际]|政(?!府(?:性|债|采购|投资|产业|专项|一般|隐性|引导))")
# 河南省非物质文化遗产名录: whose list or title it is, and not where.
_TITLED = compiled(
    "[^,;:。的]{0,16}(?:名录|名单|老字号|名牌|著名商标|知名商标|科技进步奖|科学技术奖|(?<!获)奖项?$)"
)
# 中国将建成…, and no 中国移动; 全国乡村旅游重点村 is what a village is called.
_HONOUR = "全国(?!共|现|已|有|累计|建|新)[^,;:。、]{0,12}?(?:重点|示范|先进|文明|试点|百强|特色|名村|名镇|典型|优秀|模范|标兵|品牌|十佳|最美)"
_COUNTRY = "中国(?=要|将|已|现|共有|有|累计|全年)"


@lru_cache(maxsize=4096)
def led(text: str) -> tuple[str, str]:
    """The text without the words that lead to a name, and the place that one of them means (全省)."""
    ours = ""
    while not is_verb(text) and (match := _leading().match(text)):
        ours = match["ours"] or ours
        text = text[match.end() :]
    return text, ours


def placed(text: str, home: str) -> tuple[str, str]:
    """The place that the text begins with and the text behind it."""
    stem = stem_of(home) if home else ""
    match = _of_home(stem).match(text) if stem and stem in text else None
    if match and match[0] == stem and not _goes_with_place(text[len(stem) :]):
        match = None
    found = _district(text) or max(match[0] if match else "", places.leading(text), key=len)
    rest = text[len(found) :]
    if not found or not (places.is_district(found) or _is_place(found)):
        return "", text
    if _OF_ORGAN.match(rest) or _TITLED.match(rest):
        return "", text
    if any(verb in found for verb in contents()) or _is_listed(rest):
        return "", text
    return found, rest


@lru_cache(maxsize=64)
def stem_of(home: str) -> str:
    """What a place is called in words that name it, its suffix or not."""
    return places.bare(home)


@lru_cache(maxsize=64)
def _of_home(stem: str) -> re.Pattern[str]:
    """How the letter's own place is called, and its parts. Not kept: there are as many as places."""
    return re.compile(rf"[大小老新东南西北]?{re.escape(stem)}(?:市区|城区|新城|片区|主城区|市|区|县)?")


def _is_listed(rest: str) -> bool:
    """Whether a place is only the first of several: 新桥镇、安乐乡公路."""
    return rest[:1] in ("、", "和", "与", "及") and places.leading(rest[1:]) not in ("", rest[1:])


def _is_place(found: str) -> bool:
    return places.is_city(found) or not _no_place().search(found)


def is_home(found: str, home: str) -> bool:
    """Whether a place is the letter's own: 椒江 or, in a letter of 青溪新区, 新区."""
    return bool(home) and (
        places.same_place(found, home) or (places.district(found) == found and home.endswith(found))
    )


@lru_cache(maxsize=4096)
def _district(text: str) -> str:
    """A district of the letter's place that has no name of its own, before what is said of it: 郊区工业增加值."""
    found = places.district(text)
    return found if len(found) < len(text) else ""


def _goes_with_place(rest: str) -> bool:
    """Whether what follows a bare place name is said of the place: 海屿出口, and no name like 海屿跨海大桥."""
    return bool(_after_place().match(rest) or _leading().match(rest)) and not rest.startswith(
        ("到", "至", "与", "和")
    )


def is_wider(ours: str, home: str) -> bool:
    """Whether 全市 or 我省 is a larger place than the letter's own."""
    level = {"国": 0, "省": 1, "市": 2, "州": 2}.get(ours[-1:], 9)
    own = places.level(home)
    # All of the province is the own place of a province, all of the city that of a county called 市.
    limits = {0: 9, 1: 1, 3: 2 if home.endswith("市") else 3}
    return bool(ours) and level < limits.get(own, 2)


@cache
def _leading() -> re.Pattern[str]:
    lead = clauses()["lead"]
    link = "|".join(
        [
            *(re.escape(word) for word in sorted(lead["link"], key=len, reverse=True)),
            *(rf"{word}(?![{after}])" for word, after in lead["guard"].items()),
            # 可达, 可新增, 可提供 are done; 可灌溉面积 is a name.
            "(?:规划|预计)?[可能](?=容纳)",
            rf"可(?=提供|满足|{one_of([*lead['light'], *clauses()['verb']['content'], *clauses()['verb']['light']])})(?![再支比视持用采转降])",
        ]
    )
    # A verb that a relative clause needs stays: 完成改造的企业.
    light = rf"(?:(?:{one_of(lead['light'])})(?![区率度量后]|产(?![值量]))|有(?![效机色限线轨偿关望序力]))(?!.*的.)(?!.*的$)"
    return compiled(
        rf"(?:{link}|实际(?={one_of(clauses()['verb']['content'])})|{one_of(lead['mood'])}|{light}|(?P<ours>(?!{one_of(lead['titled'])}|{_HONOUR})(?:{one_of(lead['ours'])}|{_COUNTRY}))(?!级)|[、,:;])"
    )


@cache
def _no_place() -> re.Pattern[str]:
    words = clauses()["lead"]["no_place"]
    return compiled(rf"(?:{one_of(words['end'])})$|{one_of(words['within'])}")


@cache
def _after_place() -> re.Pattern[str]:
    return compiled(one_of([*clauses()["lead"]["after_place"], *heads()]))
