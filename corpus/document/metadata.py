"""Metadata: the letter that a source is, with what its own text says of it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import fields
from datetime import date, timedelta
from difflib import SequenceMatcher
from itertools import pairwise

from corpus.amounts.broken import joined
from corpus.compiled import compiled
from corpus.document.fact import Zones, facts, zones
from corpus.document.given import Given, given
from corpus.document.home import home
from corpus.kind import Kind
from corpus.letter import Fact, Letter, Section
from corpus.place import parts
from corpus.source import Source
from corpus.texts.heading import ends_as_title
from corpus.texts.layout import Block, blocks
from corpus.texts.line import front_matter
from corpus.texts.text import fold, tidy
from corpus.times.datewords import holidays
from corpus.times.day import Day, days, reported
from corpus.times.founding import is_founding
from corpus.times.period import Period, Sureness, periods

_ALIKE = 0.8  # of two names, from which one is the other read wrongly
_ORGAN = compiled(
    r"(?:局|委|委员会|办|办公室|政府|厅|中心|院|部|处|队|会|署|行|社|站|所|集团|公司|大学|学校|中学|小学|医院)(?:[（(][^（）()]*[)）])?$"
)
# Who prints a report did not issue it.
_PAPER = compiled(r"[日晚时早]报|报社|新闻|新华|人民网|在线|客户端|电视|广播|微信")
# Who issues it and the day, each a line of its own, before what a notice makes known.
_NOTICE = compiled(
    r"^[^\S\n]*[^\n,，。;；:：]{2,30}(?:政府|局|委员会|办公室|厅|部)[^\S\n]*\n\s*(?P<day>\d{4}年\d{1,2}月\d{1,2}日)[^\S\n]*$",
    re.MULTILINE,
)
# ——2022年12月18日在云岭县第六届人民代表大会第二次会议上, behind a table of contents.
_GIVEN_ON = compiled(
    r"^[\s—–\-(（]*(?P<day>\d{4}年\d{1,2}月\d{1,2}日)在[^\n。,，]{6,40}(?:\n[^\n。,，]{0,20})?会议?上",
    re.MULTILINE,
)
# What a line says by a key, or of what; whose report it is; where it was given.
_KEYED, _SAYS = compiled("[:：|]|〔|文件$"), compiled("[:：，,。]|关于")
_GOVERNMENT = compiled(r"[^\d年]{2,}?(?:人民)?政府(?=工作报告)")
_MEETING = compiled("(?:会议?|仪式)上")
_CONTENTS = "目录"
_REPORT = compiled(r"^关于[^\n。]{6,50}报告$", re.MULTILINE)
_DAY = 14  # characters of a line that says a day and nothing else
_YEAR = timedelta(days=366)
_OF_YEARS = compiled("报告|规划|纲要|总结|回顾|公报")
_BEGINNING = 40  # a period further on in a paragraph is that of one statement
# What may stand before the time that a sentence begins with.
_LEADS = compiled(
    r"(?:初步核算|据(?:初步)?统计|经(?:初步)?核算|截[至止]到?|在|,|今年以来|一年来|[一二三四]、)*"
)
# What a circular makes known: 现将2024年上半年项目建设情况通报如下.
_MADE_KNOWN = compiled(
    "现(?:就|将|把)(?P<what>[^。;；\n]{4,60}?(?:情况|指标|结果|数据|进展|工作)[^。;；\n]{0,8}?(?:通报|公布|公告|报告|汇报|通告|反馈))(?:如下|给)"
)
_MADE_KNOWN_BY = 1000  # characters from the beginning in which a circular says so
_ISSUED = ("发布机构", "来源", "印发单位")


def letter(source: Source) -> Letter:
    """The letter of a source, without passages; what is given beside the text wins over the text."""
    text = joined(source.text)
    found = blocks(text)
    where = zones(found)
    said = source.given.over(_front(text))
    known = facts(text, where)
    printed = _title(text, where) or _caption(text, found)
    title = said.title or printed
    issuer = said.issuer or _issuer(text, where, known, title)
    if source.scanned and not said.issuer:
        issuer = _unstamped(issuer, _lines(text, where.head))
    place = said.place or home(text, found, where, issuer, title)
    signed, published = _signed(text, where), _published(text, where, known)
    signed_on = _said(said.signed) or _seen(signed, title)
    published_on = _said(said.published) or _seen(published, title)
    return Letter(
        id=source.id,
        text=text,
        title=title or source.path.stem,
        number=said.number or _value(known, "文号"),
        issuer=issuer,
        place=place,
        signed=signed_on,
        published=published_on,
        url=said.url,
        period=_covered([said.period, title, printed], found, text, signed_on or published_on),
        sections=tuple(Section(b.title, b.level, b.start, b.end) for b in found if b.kind is Kind.HEADING),
        given=tuple(field.name for field in fields(said) if getattr(said, field.name)),
        scanned=source.scanned,
        pages=source.pages,
        facts=tuple(
            sorted(
                [*known, *_dates(text, where, known, signed, published), *_issued(text, issuer, known)],
                key=lambda fact: fact.start,
            )
        ),
    )


def _front(text: str) -> Given:
    """The front matter of a Markdown file."""
    pairs = (line.partition(":") for line in text[: front_matter(text)].splitlines())
    return given({key: value.strip().strip("\"'") for key, colon, value in pairs if colon})


def _lines(text: str, found: Sequence[Block]) -> list[str]:
    return [tidy(text[block.start : block.end]) for block in found]


def _title(text: str, where: Zones) -> str:
    """The line of the head that ends as titles end, the longest of them; else the first that is no key."""
    head = [line for line in _lines(text, where.head) if not _KEYED.search(line) or line.startswith("关于")]
    titled = [line for line in head if ends_as_title(line)]
    plain_lines = [line for line in head if not days(line) and not _ORGAN.search(line)]
    title = max(titled, key=len, default=next(iter([*plain_lines, *head]), ""))
    below = _REPORT.search(text) if title == _CONTENTS else None
    return below[0] if below else title


def _caption(text: str, found: Sequence[Block]) -> str:
    """The line above the first table of a document that begins with it: a workbook, a sheet of figures."""
    first = found[0] if found else None
    line = tidy(text[first.start : first.end]) if first and first.kind is Kind.CAPTION else ""
    return "" if "|" in line or ":" in line or "：" in line else line


def _issuer(text: str, where: Zones, known: Sequence[Fact], title: str) -> str:
    """Who signs, else who heads the page, else whom the title names; with its place where one of them prints it."""
    return max(_issuers(text, where, known, title), key=lambda name: bool(parts(name)), default="")


def _issuers(text: str, where: Zones, known: Sequence[Fact], title: str) -> Iterator[str]:
    for block in (*where.foot, *where.head):
        first = text[block.start : block.end].split()[0].removesuffix("文件")
        if _ORGAN.search(first) and not _SAYS.search(first) and len(first) >= 4:
            yield first
    named = [fact.value.split(" ")[0] for name in _ISSUED for fact in known if fact.name == name]
    yield from (name for name in named if not _PAPER.search(name))
    before = title.partition("关于")[0]
    if _ORGAN.search(before):
        yield before
    if match := _GOVERNMENT.search(title):
        yield match[0]
    if noticed := _NOTICE.search(text):
        yield noticed[0].split()[0]


def _unstamped(issuer: str, head: Sequence[str]) -> str:
    """The issuer as the head prints it, where the name under the seal was read a little otherwise.

    >>> _unstamped("云县人民政府", ["云岭县人民政府关于茶产业的答复"])
    '云岭县人民政府'
    """
    names = (re.split("关于|文件$", line)[0].strip() for line in head)
    alike = (name for name in names if _ORGAN.search(name) and _is_alike(issuer, name))
    return next(alike, issuer)


def _is_alike(one: str, other: str) -> bool:
    return abs(len(one) - len(other)) <= 2 and SequenceMatcher(None, one, other).ratio() >= _ALIKE


def _dates(
    text: str, where: Zones, known: Sequence[Fact], signed: Day | None, published: Day | None
) -> Iterator[Fact]:
    """The days of signing, printing and publishing that no key names."""
    names = {fact.name for fact in known}
    for name, day in (
        ("落款日期" if signed and signed.start > _end(where) else "报告日期", signed),
        ("印发日期", _printed(text, where)),
        ("发布日期", published),
    ):
        if day and name not in names:
            yield Fact(name, tidy(text[day.start : day.end]), day.start, day.end)


def _issued(text: str, issuer: str, known: Sequence[Fact]) -> Iterator[Fact]:
    """Who signs or heads a document that names no issuer by a key."""
    place = text.rfind(issuer) if issuer else -1
    if place >= 0 and not any(fact.name in _ISSUED for fact in known):
        yield Fact("发文单位", issuer, place, place + len(issuer))


def _covered(titles: Sequence[str], found: Sequence[Block], text: str, anchor: date | None) -> Period | None:
    """What the document is about as a whole: the title's period, else the one that the body begins with."""
    heading = next((tidy(text[b.start : b.end]) for b in found if b.kind is Kind.HEADING), "")
    body = [tidy(text[b.start : b.end])[:_BEGINNING] for b in found if b.kind is Kind.SENTENCE][:3]
    circular = _MADE_KNOWN.search(text[:_MADE_KNOWN_BY])
    told = [tidy(circular["what"])] if circular else []
    # A report on the work of a year bears the year in which it is given.
    lines = (
        [heading, *body, *titles]
        if any("工作报告" in title for title in titles)
        else [*titles, *told, heading, *body]
    )
    # A plan or a report may begin with the years that it goes over; elsewhere “十二五”期间 is of its paragraph.
    narrow = () if any(_OF_YEARS.search(title) for title in titles) else body[1:]
    # A line that says of no year tells less than one further on.
    yearless: Period | None = None
    for line in lines:
        period = _covering(line, line == heading, line in body, anchor)
        if period and line in narrow and period.last - period.first > _YEAR:
            continue
        if period and period.year:
            return period
        yearless = yearless or period
    return yearless


def _covering(line: str, is_heading: bool, is_body: bool, anchor: date | None) -> Period | None:
    """What a line says that the document is about; a sentence does so with what it begins with."""
    folded = fold(line)
    stated = [
        dated.period
        for dated in periods(folded, anchor)
        if not dated.period.is_point
        and not is_founding(folded.text, dated)
        and not holidays().match(folded.text, dated.end)
        and (not is_body or _LEADS.fullmatch(folded.text[: dated.start]))
    ]
    fit = [
        period
        for period in stated
        if (anchor is None or period.first <= anchor)
        and (not is_heading or period.sureness is Sureness.STATED)
        # 2016年以来没有调整 is said of one price.
        and not (period.raw.endswith("以来") and period.last - period.first > _YEAR)
    ]
    if fit:
        # “十四五”时期和2025年工作回顾 is about the year.
        return min(fit, key=lambda period: period.last - period.first > _YEAR)
    return None


def _signed(text: str, where: Zones) -> Day | None:
    """The date under the text, not that of printing; else the day on which a report was given, or that of a notice before its
    annex."""
    foot = [block for block in reversed(where.foot) if "印发" not in text[block.start : block.end]]
    meeting = [block for block in where.head if _MEETING.search(text, block.start, block.end)]
    notice = _NOTICE.search(text)
    noticed = days(notice["day"], notice.start("day")) if notice else []
    given_on = _GIVEN_ON.search(text[:_MADE_KNOWN_BY])
    told = days(given_on["day"], given_on.start("day")) if given_on else []
    above = _above_annex(text, where)
    return next(iter([*_days(text, foot), *_days(text, meeting), *above, *noticed, *told]), None)


def _above_annex(text: str, where: Zones) -> Iterator[Day]:
    """The days that stand alone under a text that encloses what follows, or under who issues it."""
    encloses = any("印发" in text[block.start : block.end] for block in where.head)
    for above, block in pairwise(where.body):
        line = text[block.start : block.end].strip()
        found = days(line, block.start) if len(line) <= _DAY else []
        if found and (encloses or _ORGAN.search(text[above.start : above.end].strip())):
            yield found[0]


def _end(where: Zones) -> int:
    return max((block.end for block in where.head), default=0)


def _printed(text: str, where: Zones) -> Day | None:
    return next(
        iter(_days(text, [block for block in where.foot if "印发" in text[block.start : block.end]])), None
    )


def _published(text: str, where: Zones, known: Sequence[Fact]) -> Day | None:
    """The page's date by its key, else the date under the title."""
    for name in ("发布日期", "成文日期"):
        for fact in known:
            if fact.name == name and (found := days(text[fact.start : fact.end], fact.start)):
                return found[0]
    head = [block for block in where.head if not _MEETING.search(text, block.start, block.end)]
    return next(iter(_days(text, head)), None)


def _days(text: str, found: Sequence[Block]) -> list[Day]:
    return [day for block in found for day in days(text[block.start : block.end], block.start)]


def _seen(day: Day | None, title: str) -> date | None:
    """A printed day; none before the year that the title reports on: a page may have been made before what it now holds."""
    return day.date if day and day.date.year >= reported(title) else None


def _said(printed: str) -> date | None:
    found = days(printed)
    return found[0].date if found else None


def _value(known: Sequence[Fact], name: str) -> str:
    return next((fact.value for fact in known if fact.name == name), "")
