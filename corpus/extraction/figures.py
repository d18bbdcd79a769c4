"""Figures of a letter: every quantity with what it is of, from prose and from tables."""

import re
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from itertools import groupby, pairwise, takewhile

from corpus.amounts.quantity import quantities
from corpus.amounts.rank import ranks
from corpus.compiled import compiled
from corpus.extraction.attribution import owners
from corpus.extraction.clause import Setting
from corpus.extraction.draft import Draft, figure
from corpus.extraction.marked import Marked, mark
from corpus.extraction.names.sure import named_surely
from corpus.extraction.prose import drafts
from corpus.extraction.tables import gapped
from corpus.extraction.tables.distinct import told_apart
from corpus.extraction.tables.rows import table
from corpus.extraction.tables.tablenote import noted
from corpus.extraction.terms import mood
from corpus.extraction.terms.level import placed
from corpus.extraction.times import timing, titles
from corpus.extraction.times.era import Era, Months, entered, framed, so_far
from corpus.extraction.times.timing import Frame
from corpus.figure import Figure, Status
from corpus.letter import Letter
from corpus.passage import Kind, Passage
from corpus.runtime.replace import replace
from corpus.texts.text import fold
from corpus.times.period import Dated, Period, periods

_Running = tuple[Period | None, Status | None]
_NOTHING: _Running = (None, None)
_AMONG = "其中"
_NOTES = 6  # sentences below a table that may be notes to it
_BAR = compiled(r"[|｜]")
_STOP = compiled(r"[。；！？]")
_SENTENCE = 12  # characters of the shortest cell that is a sentence
_QUARTER = timedelta(days=92)
_LAST_DAYS = timedelta(days=20)
_REPORTED = 6  # the last month in which a text still reports on the year before
# What a notice encloses: 关于印发《2025年工作要点》的通知.
_ENCLOSED = compiled("印发.*?《([^《》]*(?:要点|计划|方案|规划))》")
_ANNEX = compiled("^[*\\s]*附(?:件|[:：])", re.MULTILINE)
# 计划分两步实施。第一,…: the steps of a plan follow.
_STEPS = compiled(
    "(?:计划|拟|打算|准备|将)分?[从按]?(?:以下|如下)?[一二两三四五]个?(?:步|阶段|期|批|方面|措施)[^,;。]{0,10}[。:]?$"
)
# What leads up to the time that a sentence begins with: 刚刚过去的2023年.
_BEFORE_TIME = compiled("^(?:在?(?:刚刚?|已经)?过去的?|回顾|回望)$")
_ARTICLE = compiled(r"\**第[一二三四五六七八九十百\d]+条")
_ARTICLES = compiled(rf"^\s*{_ARTICLE.pattern}", re.MULTILINE)
# The number of an item is no part of a name: 2. 15个项目, 3、茶叶, (4)茶叶, 第六条 茶叶.
_RUN_IN = r"(?:[\u4e00-\u9fff、]{2,14}[ \u3000]+(?=[\u4e00-\u9fff\d]))?"  # 二、农业 全年粮食产量5万吨
_NUMBER = compiled(
    rf"\s*(?:{_ARTICLE.pattern}\**[\s、.:：]*|\d{{1,2}}(?:[.．]\s+|[、.．](?=\D))|[(（]\d{{1,2}}[)）]"
    rf"|[一二三四五六七八九十]{{1,3}}、(?!(?!一般|一次性|一线|三农|三公|十[四五])[一二三四五六七八九十\d]){_RUN_IN})\s*"
)


@dataclass(frozen=True)
class _About:
    """What is worked out once for a letter: where its articles begin and end, which plans it encloses, where it turns to
    what is to do.
    """

    letter: Letter
    articles: tuple[int, int]
    enclosed: tuple[str, ...]
    turn: titles.Turn | None


def figures(letter: Letter, passages: Sequence[Passage]) -> tuple[Figure, ...]:
    """The figures of a letter in the order of its text; `passages` are all of its passages."""
    found: list[Draft] = []
    about = _About(letter, _articles(letter), tuple(_ENCLOSED.findall(letter.title)), titles.turn(letter))
    blocks = [(kind, list(block)) for kind, block in groupby(passages, _block)]
    behind: list[list[Passage]] = [*(block for _, block in blocks[1:]), []]
    for (kind, block), below in zip(blocks, behind, strict=False):
        if kind is Kind.SENTENCE:
            _read(about, block, found)
        elif kind is Kind.ROW:
            units = noted(passage.text for passage in below[:_NOTES])
            for rows in _tables(block):
                over = gapped.heads(rows, letter.text)
                found += told_apart(table(rows, entered(letter, rows[0]).frame, units, over))
                for cell in _prose(rows):
                    _read(about, [cell], found)
    told = deque(named_surely(found))
    found.clear()
    # Each draft goes as its figure comes: there may be many.
    return tuple([figure(told.popleft(), letter) for _ in range(len(told))])


def _prose(rows: Iterable[Passage]) -> Iterator[Passage]:
    """The cells of rows that are sentences, each as a passage of its own."""
    for passage in rows:
        bounds = [-1, *(bar.start() for bar in _BAR.finditer(passage.text)), len(passage.text)]
        for before, after in pairwise(bounds):
            words = passage.text[before + 1 : after]
            if len(words) >= _SENTENCE and _STOP.search(words):
                start = passage.start + before + 1
                yield replace(passage, start=start, end=start + len(words), text=words)


def _block(passage: Passage) -> Kind:
    """What is read together: a table's captions and rows, and runs of sentences."""
    return Kind.ROW if passage.kind is Kind.CAPTION else passage.kind


def _tables(block: Iterable[Passage]) -> Iterator[list[Passage]]:
    """The tables of a block: a caption behind a row begins the next one."""
    rows: list[Passage] = []
    for passage in block:
        if passage.kind is Kind.CAPTION and rows and rows[-1].kind is Kind.ROW:
            yield rows
            rows = []
        rows.append(passage)
    yield rows


def _read(about: _About, sentences: Iterable[Passage], found: list[Draft]) -> None:
    """Adds the drafts of a run of sentences, each read in the light of those before."""
    letter, articles, turn = about.letter, about.articles, about.turn
    running, opens, ruled, back = _NOTHING, True, False, False
    paragraph, announced, topic = -1, _NOTHING, ""
    era: Era | None = None
    months = Months()
    for passage in sentences:
        if passage.text.strip().isdigit():
            # 202541: a day that lost its signs, or the number of a page.
            continue
        if passage.paragraph != paragraph:
            running, paragraph, opens = announced, passage.paragraph, True
            running = running if running[0] or months.section != passage.section else (months.told, None)
            topic = owners.topic(passage.section[-1]) if passage.section else ""
        ongoing = (_among(found, passage) if passage.text.startswith(_AMONG) else None) or running
        around, era = framed(letter, passage, era)
        frame = around.going_on(*ongoing)
        ruled = (
            articles[0] <= passage.start < articles[1]
            or bool(_ARTICLE.match(passage.text))
            or (ruled and not opens)
        )
        if ruled:
            frame = replace(frame, section=None, letter=None, ruled=True)
        home = titles.home(passage.section, letter.place)
        number = _NUMBER.match(passage.text)
        skipped = number.end() if number else 0
        folded = fold(passage.text[skipped:], passage.start + skipped)
        year = _year(frame.default, letter)
        dated = titles.of_own_year(letter, periods(folded, letter.dated, year, frame.default))
        marked = mark(passage, folded, quantities(folded), ranks(folded), dated)
        planned = mood.plans((*about.enclosed, *passage.section), frame.section, letter.dated)
        if (
            turn
            and passage.start > turn.start
            and not (planned or frame.section or mood.tells(passage.section))
        ):
            # 三、聚力改革 behind 二、2014年工作总体要求 is of that year's work.
            planned, frame = True, replace(frame, section=turn.period)
        planned = frame.section == frame.ahead if frame.ahead else planned
        back = mood.looks_back(passage.text, back=back)
        reviewed = back or mood.reviews(passage.section, over=_is_over(frame))
        reviewed = reviewed or (
            passage.start < turn.start if turn else not planned and titles.of_year_over(letter)
        )
        setting = Setting(home, passage.section, planned, frame, found, reviewed, topic)
        new = drafts(marked, setting)
        topic, begins = owners.topic(passage.text) or topic, bool(dated) and not dated[0].start
        handed = _handed(new, marked, letter, frame, dated[0] if begins else None, opens=opens)
        running = handed or (_NOTHING if begins and _is_past(running[0], dated[0].period) else running)
        # 这五年,经济实力迈上新台阶。 alone is the heading of the paragraph below it.
        announced = running if opens and not new and timing.is_long(running[0]) else _NOTHING
        opens = False
        months = so_far(months, new, letter.period, passage)
        found += new if home == letter.place else [placed(draft, home) for draft in new]


def _handed(
    new: Sequence[Draft], marked: Marked, letter: Letter, frame: Frame, begun: Dated | None, *, opens: bool
) -> _Running | None:
    """What a sentence that may begin with a time hands on to the next ones."""
    if not new:
        return _opening(marked)
    leads = opens and begun is not None and len({one.period.last for one in marked.dated}) == 1
    # 2025年,…: of what follows as well, and not 2025年产值5亿元.
    whole = begun is not None and (
        not begun.period.raw[:1].isdigit() or marked.text.startswith(",", begun.end)
    )
    review = frame.section if timing.is_long(frame.section) and not whole else None
    return _running(new, letter, review, begun is not None, leads=leads)


def _is_over(frame: Frame) -> bool:
    """Whether what a section or the letter is about is over, or all but."""
    return bool(
        (about := frame.section or frame.letter) and frame.anchor and about.last - frame.anchor <= _LAST_DAYS
    )


def _articles(letter: Letter) -> tuple[int, int]:
    """From where to where a text is made of articles: what follows the first is all of them, items and headings too."""
    text = letter.text
    found = list(_ARTICLES.finditer(text))
    if len(found) < 2:
        return len(text), len(text)
    annex = _ANNEX.search(text, found[-1].end())
    return found[0].start(), annex.start() if annex else len(text)


def _among(found: Sequence[Draft], passage: Passage) -> _Running | None:
    """The only time that the sentence before states, which what is part of its amounts is of: 其中,…."""
    before = found[-1].passage if found else None
    if before is None or before.paragraph != passage.paragraph:
        return None
    stated = _alone(takewhile(lambda draft: draft.passage == before, reversed(found)))
    return (stated[0], stated[1].status) if stated else None


def _alone(drafts: Iterable[Draft]) -> tuple[Period, Draft] | None:
    """The only period that drafts of a sentence state, as the first of them does, with that draft."""
    known = tuple(drafts)
    # 余额达288亿元 is of its time; the ends of a 从…到 are of two, and what a plan comes to is of its goal.
    moves = any(draft.predicate.moves == "from" or draft.status is not Status.RESULT for draft in known)
    own = [draft for draft in known if not ((moves and draft.predicate.moves) or draft.local)]
    stated = [(draft.period, draft) for draft in own if draft.stated and draft.period]
    return stated[0] if len({(period.first, period.last) for period, _ in stated}) == 1 else None


def _year(about: Period | None, letter: Letter) -> int | None:
    """The year that 前三季度 is of: the one spoken of, where several are the letter's own. One that the letter only
    begins with is no year of a text written late in the next.
    """
    dated, own = letter.dated, about if about is letter.period else None
    if dated and dated.month > _REPORTED and own and own.last.year < dated.year:
        printed = (letter.title, *(section.title for section in letter.sections))
        if not any(str(own.last.year) in title for title in printed):
            return dated.year
    if about and about.first.year < about.last.year and dated:
        return min(dated.year, about.last.year)
    return about.year if about else None


def _is_past(running: Period | None, begun: Period) -> bool:
    """Whether a sentence that begins with a time of another year ends what runs on: 1949年,成立…。1955年1月,改称…。"""
    return running is not None and begun.year is not None and begun.last.year != running.last.year


def _opening(marked: Marked) -> _Running | None:
    """The period that a sentence without an amount begins with (这五年,发展质效持续提升。), or that it tells of a plan."""
    first = marked.dated[0] if marked.dated else None
    at_once = (
        first
        and not _BEFORE_TIME.sub("", marked.text[: first.start])
        and marked.text[first.end : first.end + 1] in (",", "是")
    )
    if first and at_once and not first.period.is_point:
        return first.period, None
    return (None, Status.TARGET) if _STEPS.search(marked.text) else None


def _running(
    new: Sequence[Draft], letter: Letter, review: Period | None, begins: bool, *, leads: bool
) -> _Running | None:
    """The period that a sentence hands on, and whether of a plan: the only one it states, unless it goes back; one
    that `leads` a paragraph does not. In a `review` of several years one of them is of its sentence alone.
    """
    stated = _alone(new)
    if stated is None:
        return None
    period, draft = stated
    goes_on = leads or not letter.period or period.last >= letter.period.first
    # 面积4000亩,近3年提升21个百分点: the years are of what they stand before.
    late = draft is not new[0] and timing.is_long(period)
    late = late or (not begins and _is_narrow(period, letter))
    late = late or (review is not None and not timing.is_long(period))
    unsaid = timing.is_start(period) or timing.is_of_all_years(period)
    return (period, draft.status) if goes_on and not late and not unsaid else None


def _is_narrow(period: Period, letter: Letter) -> bool:
    """Whether a period is a month or a quarter of the document's own, or one of its years."""
    own, part = letter.period, not period.is_point and period.last - period.first <= _QUARTER
    inside = own is None or (own.first <= period.first and period.last <= own.last)
    # In a review of five years one of them is only of the amounts that it stands before.
    part = part or (timing.is_long(own) and not timing.is_long(period))
    return part and inside and not (own and own.same_days(period))
