"""Homes: the place that a letter's figures are of unless they say another."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from corpus.compiled import compiled
from corpus.document.fact import Zones
from corpus.kind import Kind
from corpus.place import (
    NATION,
    bare,
    contains,
    is_national,
    leading,
    level,
    mentions,
    of_nation,
    parts,
    same_place,
)
from corpus.texts.layout import Block
from corpus.texts.text import fold, plain
from corpus.times.period import periods

_TOWNSHIP = 4
_ZONES = ("度假区", "开发区", "示范区", "集聚区", "管理区", "高新区", "经开区")
# A document on a place, of which others may be the issuer; a reply is of who answers.
_ON_PLACE = compiled(r"公报|分析|报告|运行|概况|简况|情况(?!的?(?:答复|函|复函))|年鉴|预算|决算|总结")
_REPLY = compiled("答复|复函|提案|建议")
_SUFFIXES = "省市州县区旗"
# The middle of a town, not a district: 台州市椒江区主城区.
_TOWN = ("主城区", "中心城区", "老城区", "新城区")
_LED = compiled(r"^(?:关于|【[^】]*】|[《〈 ])+")
# (白云省)石桥县人民政府工作报告
_BRACKETED = compiled(r"^[(（]([^()（）]{2,8}[省市区州])[)）](?=[\u4e00-\u9fff])")
# 市委, 省政府: an organ of the place whose own name is not said.
_ORGAN = compiled(r"[委政人]|长(?![江期])|属|直|级|辖")
# A text that speaks of its own place so is of that, whatever it says of the country.
_LOCAL = compiled(
    "各(?:乡镇|镇乡?|街道|县[(（市区])|[县市区]府各|[全我本](?:[市县区省州旗镇乡](?![^,。；]{0,4}[等类])|自治区)|[市县区省州]委(?!员)"
)
# Before whose conference or congress a reply is: a city's is not of its province.
_BEFORE = compiled("([市州县区旗])(?:政协|人大|第?[一二三四五六七八九十]+届)")
_LEVELS = {"市": 2, "州": 2, "县": 3, "区": 3, "旗": 3}
_OPENING = 3  # sentences that tell what a text is about
_OFTEN = 2  # times that a text has to name its place
# 我代表云岭县人民政府, 受云岭县人民政府委托: who speaks in a report.
_SPEAKS_FOR = compiled("(?:我(?:谨|现)?代表|受)(?=[\u4e00-\u9fff]{2,14}?政府(?!和|与|办))")
# What an introduction begins with: 云岭县位于…, 概况:云岭县,古称….
_LABEL = compiled("^[\u4e00-\u9fff]{2,4}[:：]")
_INTRODUCES = compiled(
    r"[,，]?(?:位于|地处|坐落|隶属|[东南西北]{1,2}[邻靠接连临依濒抵与]|是(?=[^,，。]{2,12}(?:下?辖|[市州]的))|[古简别]称|现?辖|总面积|因[^,，。]{2,12}得名)"
)
# A plan or a report of one's own: 《云岭市“十四五”交通规划》.
# A page of one cell tells as a sentence does.
_TELLING = (Kind.SENTENCE, Kind.ROW, Kind.CAPTION)
_OWN_PAPER = compiled("《(?=[^《》]{4,40}(?:规划|方案|意见|办法|条例|计划|措施|细则)(?:[(（][^《》]*)?》)")
_TOWNSHIPS = compiled("[全我本](镇|乡(?!村)|街道)")
_OWN = compiled("[我本]([市县区州旗])")


def home(text: str, found: Sequence[Block], where: Zones, issuer: str, title: str) -> str:
    """The place of a report's title, of the issuer, or that the head, the foot or the opening alone names; else the
    one that most of the text is about, "" if none is.
    """
    titled = _BRACKETED.sub(r"\1", _untimed(title))
    first = leading(_LED.sub("", titled))
    led = first if _ON_PLACE.search(title) else ""
    own = leading(issuer.removeprefix("中共"))
    if own and not _REPLY.search(title) and _speaks_of(text, first, own):
        return first
    if led and not (own and (contains(own, led) or contains(led, own) or bare(own) == bare(led))):
        return led
    named = [mention.name for mention in mentions(plain(titled))]
    printed = max(own, led, key=len) or next(iter(named), "")
    if place := printed or _speaker(text) or _introduced(text, found):
        return place
    national = is_national(issuer) or NATION in title
    if national and not _LOCAL.search(text):
        return NATION
    head = [text[block.start : block.end] for block in (*where.head, *where.foot)]
    headings, body = (
        [text[block.start : block.end] for block in found if block.kind in kinds]
        for kinds in ((Kind.HEADING, Kind.CAPTION), (Kind.SENTENCE,))
    )
    told = _told(head, 1) or _told(headings, 1) or _told(body[:_OPENING], 1)
    if told or _LOCAL.search(text):
        told = _lower(text, told or _told([text], _OFTEN, title) or _of_papers(text))
        return "" if _is_above(told, title) else told
    national = any(map(of_nation().search, (*headings, *body[:_OPENING])))
    return NATION if national else _told([text], _OFTEN, title)


def _speaker(text: str) -> str:
    """The place whose government a report is given for, "" where the report says none."""
    found = _SPEAKS_FOR.search(text)
    return leading(plain(text[found.end() : found.end() + 20])) if found else ""


def _introduced(text: str, found: Sequence[Block]) -> str:
    """The place that the first sentence introduces, "" if it is about something else."""
    said = [text[one.start : one.end] for one in found if one.kind in _TELLING][:_OPENING]
    lines = [_LABEL.sub("", plain(line)) for line in said]
    about = ((leading(line), line) for line in lines)
    return next((place for place, line in about if place and _INTRODUCES.match(line, len(place))), "")


def _of_papers(text: str) -> str:
    """The only place that the plans which a text goes by are of, where it calls itself by what that is: 我市."""
    own = set(_OWN.findall(text))
    named = {leading(plain(text[found.end() : found.end() + 20])) for found in _OWN_PAPER.finditer(text)}
    alike = {name for name in named if name and name[-1] in own}
    return alike.pop() if len(alike) == 1 and len(own) == 1 else ""


def _speaks_of(text: str, place: str, other: str) -> bool:
    """Whether a text tells of all of one place and never of all of the other: 全省 of a province's news that a
    district passes on.
    """
    if not place or place[-1] not in _SUFFIXES or place[-1] == other[-1]:
        return False
    return text.count(f"全{place[-1]}") >= _OFTEN and f"全{other[-1]}" not in text


def _lower(text: str, place: str) -> str:
    """The place itself, or the township that a text speaks of as its own (全镇), where it never so speaks of the place."""
    own = _TOWNSHIPS.search(text)
    if not place or not own or level(place) >= _TOWNSHIP or f"全{place[-1]}" in text:
        return place
    named = Counter(name for name in _named(text) if name.endswith(own[1]))
    return named.most_common(1)[0][0] if named else ""


def _is_above(place: str, title: str) -> bool:
    """Whether a place is larger than the one before whose body a title says that a reply is."""
    before = _BEFORE.search(title)
    return bool(before and 0 < level(place) < _LEVELS[before[1]])


def _untimed(title: str) -> str:
    """A title with a gap for each time in it: what stands behind 2022年一季度 may be the name of a place."""
    folded = fold(title)
    for dated in reversed(periods(folded, None)):
        start, end = folded.printed(dated.start, dated.end)
        title = f"{title[:start]} {title[end:].removeprefix('度')}"
    return title


def _told(pieces: Sequence[str], times: int, title: str = "") -> str:
    """The place that most of what is named in these pieces is, at least so many times, or that a title calls by its
    short name; "" if there is none.
    """
    named = [_district(name) for piece in pieces for name in _named(piece)]
    called = [name for name in named if len(bare(name)) > 1 and bare(name) in title]
    if called and len(set(called)) == 1:
        return called[0]
    # A province is named beside the county that a text is of.
    smaller = [name for name in named if 1 < level(name) < _TOWNSHIP] or [n for n in named if level(n) == 1]
    if not smaller:
        return ""
    name = Counter(smaller).most_common(1)[0][0]
    same = sum(same_place(name, one) for one in smaller)
    other = sum(not (same_place(name, one) or contains(name, one) or contains(one, name)) for one in smaller)
    return name if same >= times and same > other else ""


def _named(text: str) -> Iterator[str]:
    """The places that a text names by their own names; no name goes on from one line or cell into the next."""
    for piece in re.split(r"[|｜\n]", text):
        if piece.isascii():  # most cells of a table
            continue
        line = plain(piece)
        for mention in mentions(line):
            if len(parts(mention.name)) > 1 or not _ORGAN.match(line, mention.end):
                yield mention.name


def _district(name: str) -> str:
    """A place without the zone in it where something takes place: 沽源县 of 沽源县…旅游度假区."""
    steps = [step for step in parts(name) if step not in _TOWN]
    ends = [place for place, step in enumerate(steps, 1) if step.endswith(("县", "市", "旗"))]
    zoned = bool(ends) and len(steps) > ends[-1] and steps[-1].endswith(_ZONES)
    return "".join(steps[: ends[-1]] if zoned else steps)
