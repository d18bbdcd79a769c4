"""Lists: A、B、C 分别 x、y、z, paired by position."""

import re
from collections.abc import Sequence
from functools import cache

from corpus import place as places
from corpus.compiled import compiled
from corpus.extraction.lexicon import both, head, heads, indicators, one_of
from corpus.extraction.names.wording import wrapped
from corpus.extraction.phrase import Phrase, joined, lead_off, middle, named, owned_by
from corpus.runtime.replace import replace

_SPLIT = compiled(r"、|,|和(?!谐|平)|与|及(?!其)|以及")
_COMMAS = compiled(r"、|,")
_BETWEEN = compiled(r"^(?:对|向|从)")
_CLAUSE_END = compiled("[,;:]")
_VERBS_BEHIND = compiled(
    r"(?:先后|陆续|相继|全部|均|已|正式)*(?:建成|投用|投产|使用|竣工|开工|通车|启用|完工|运营|开业|开通|获批|落地|挂牌)+$"
)
_SEVERALLY = compiled("分别(?:发放|给予|补助|补贴|奖励|按|为)?")
_USED_FOR = compiled("^(?:对|向|为|给|由|在)")
_ORDINAL = compiled("第[一二三](?=产业|$)")
_GRADES = ("级", "类")
_ONE, _NUMERALS = "轻", "一二三四五六七八九十"  # a member of one character, and what counts quarters
_LONGEST = 14  # characters of a member of a list
_PLACES = compiled(
    r"(?P<names>[^的]{4,}?)[两二三四五六七八九十\d]+个?(?P<kind>街道|镇|乡|县|区|市)(?P<rest>(?!区|直|级|域).*)$"
)
_USED = compiled(r"^(?:用于|主要用于|投向|分布在|在)")
_KINDS = tuple("级镇乡县区市村厂局社园")
_APPOSITION = r"(?:等|这)?(?<!第)[两二三四五六七八九十\d]+[大个类项家种区县市条座者所名]?[^、和]{0,8}$"


def listed(masked: str, count: int) -> tuple[Phrase, ...]:
    """The phrases of so many members that the words before a list of values name, () if they name others.

    >>> [phrase.name for phrase in listed("泵阀、家纺两大产业分别实现产值", 2)]
    ['泵阀产值', '家纺产值']
    """
    text = lead_off(wrapped(masked).replace("分别", ""))
    side = _side().search(text)
    if side and len(_pieces(text, _SPLIT)) == count:
        # 苏州、无锡的增速: each one's growth.
        text = text[: side.start()]
        return tuple(replace(one, aspect=side["aspect"]) for one in listed(text, count))
    double = next((word for word in both() if word in text), "")
    severally = "、" in text and len(_pieces(text, _SPLIT)) == count
    if double and count == len(both()[double]) and not severally:
        return tuple(named(text.replace(double, word)) for word in both()[double])
    owner, what = middle(text) or (text, "")
    if placed := _placed(owner, what, count):
        return placed
    for whole, tail in ((re.sub(_APPOSITION, "", owner), what), (owner, what), (text, "")):
        for mark in (_COMMAS, _SPLIT):
            pieces = _pieces(whole, mark)
            if len(pieces) == count:
                return tuple(_member(piece, end) for piece, end in _tailed(pieces, tail))
    return ()


def before(masked: str, given: Phrase, count: int) -> tuple[Phrase, ...]:
    """The phrases of so many members that a clause before names, with what is said of each of them.

    >>> [phrase.name for phrase in before("城东小学、滨江小学建成投用,", named("新增学位"), 2)]
    ['城东小学新增学位', '滨江小学新增学位']
    """
    clause = _CLAUSE_END.split(masked.strip(",;: "))[-1]
    pieces = _pieces(_VERBS_BEHIND.sub("", lead_off(wrapped(clause))), _SPLIT)
    if len(pieces) != count or not given.name or any(len(piece) > _LONGEST for piece in pieces[1:]):
        return ()
    # 对新来就业的博士、硕士: what is said of all stands before the first.
    first = pieces[0].rsplit("的", 1)[-1]
    pieces = [_USED_FOR.sub("", first), *pieces[1:]]
    kind = first[-1:]
    if kind in _GRADES and all(piece.endswith(kind) for piece in pieces[:-1]) and kind in pieces[-1][:-1]:
        # 国家级、省级、市级孵化器: what stands behind the last grade is of all.
        tail = pieces[-1].partition(kind)[2]
        pieces = [piece.partition(kind)[0] + kind + tail for piece in pieces]
    said = named(_SEVERALLY.sub("", given.name))
    return tuple(owned_by(piece, said) for piece in pieces)


def _placed(owner: str, what: str, count: int) -> tuple[Phrase, ...]:
    """The places of a list that says at its end what they are: 白石、青桐两个街道助餐."""
    match = _PLACES.match(owner)
    pieces = _pieces(match["names"], _SPLIT) if match else []
    if match is None or len(pieces) != count or any(places.leading(piece) for piece in pieces):
        return ()
    name = named(match["rest"] + what)
    return tuple(replace(name, place=piece + match["kind"]) for piece in pieces)


def _pieces(whole: str, mark: re.Pattern[str]) -> list[str]:
    pieces = [piece.strip() for piece in mark.split(whole) if piece.strip()]
    if pieces and pieces[0].startswith("第"):
        if _ORDINAL.match(pieces[-1]) and all(_ORDINAL.fullmatch(piece) for piece in pieces[:-1]):
            # 第二、第三产业
            return [*(f"{piece}产业" for piece in pieces[:-1]), pieces[-1]]
        # 第一、二、三产业
        return [f"第{piece}" if piece[0] in "一二三四五" else piece for piece in pieces]
    return pieces


def _tailed(pieces: Sequence[str], what: str) -> list[tuple[str, str]]:
    """Each member with the indicator that only the last one bears: 城镇、农村居民人均可支配收入."""
    pieces = _whole_words(pieces)
    *before, last = pieces
    lead = places.leading(last)
    if lead and lead != last and all(places.leading(piece) == piece for piece in before):
        # 岚桥区、乌岭市、麦川县规上工业增加值: what is behind the last place is of all.
        return [(piece, last.removeprefix(lead) + what) for piece in (*before, lead)]
    kind = before[0][-1:]
    if kind in _KINDS and all(piece.endswith(kind) for piece in before) and kind in last[:-1]:
        # 石桥镇、青溪镇粮食产量: what is behind the last one's own name is of all.
        cut = last.index(kind) + 1
        return [(piece, last[cut:] + what) for piece in (*before, last[:cut])]
    if not what:
        # What each member names for itself is not shared: 事故起数和死亡人数.
        own = next(
            (before[0][cut:] for cut in range(len(before[0]), 0, -1) if before[0][cut:] in heads()), ""
        )
        if own and last in heads():
            # 地方财政收入、支出: the last shares the first one's owner.
            return [(piece, "") for piece in [*before, before[0].removesuffix(own) + last]]
        what = head(last) if not any(head(piece) for piece in before) else last
        if what == last:
            return [(piece, "") for piece in pieces]
        last = last.removesuffix(what).removesuffix("的")
    shared = _generic().search(last)
    if shared and all(not piece.endswith(shared[0]) for piece in before) and len(last) > len(shared[0]):
        what, last = shared[0] + what, last.removesuffix(shared[0]).removesuffix("等")
    between = _BETWEEN.match(pieces[0])
    prefix = between[0] if between else ""
    return [(_USED.sub("", prefix + piece.removeprefix(prefix)), what) for piece in [*before, last]]


def _whole_words(pieces: Sequence[str]) -> Sequence[str]:
    """Members of one character with the rest of the last one's word: 轻、重工业 are 轻工业 and 重工业, 城、乡居民 as 城乡居民."""
    *before, last = pieces
    short = all(len(piece) == len(_ONE) and piece not in _NUMERALS for piece in before)
    if not before or len(last) <= len(_ONE) or not short:
        return pieces
    begun = [*before, last[0]]
    return [word + last[1:] for word in both().get("".join(begun), begun)]


def _member(piece: str, what: str) -> Phrase:
    if places.leading(piece) == piece:
        return replace(named(what), place=piece)
    phrase = named(joined(lead_off(piece), what))
    return replace(phrase, indicator=what, subject=piece) if what and not phrase.indicator else phrase


@cache
def _side() -> re.Pattern[str]:
    return compiled(rf"的?(?P<aspect>{one_of(indicators()['aspect'])})$")


@cache
def _generic() -> re.Pattern[str]:
    return compiled(rf"(?:{one_of(indicators()['generic'])})$")
