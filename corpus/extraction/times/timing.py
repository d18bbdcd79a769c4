"""When: the period of an amount, stated in its clause or taken over from what stands before."""

from datetime import date

from corpus.compiled import compiled
from corpus.extraction.lexicon import indicators
from corpus.extraction.marked import Marked, Slot
from corpus.extraction.names.predicate import Predicate
from corpus.extraction.phrase import Phrase
from corpus.figure import Measure, Status
from corpus.runtime.frozen import dataclass
from corpus.runtime.replace import replace
from corpus.times.founding import is_founding
from corpus.times.period import Dated, Period, Sureness

_YEARS = compiled(r"\d{4}年?(?:[-—–~至到]|——)")
_COMPARED = compiled(r"(?:[比较与同]|相比|受|较之|对照|结转)$")
# 是“十五”时期的5.2倍, 结转下年: years that something is measured by.
_MEASURED_BY = compiled(r"(?:[是为比较与同占]|相当于|达到|超过|超出)$")
_BASE = compiled(r"^(?:的?基础上|相比|普查|例行|确定|定的|(?:价格)?(?:=|为)100)")
# What is done over a time, however many there are at its end.
_ACTED = compiled(
    r"[^,;]{0,4}(?:发放|资助|培训|接待|新增|净增|投入|发生|查处|救助|办理|受理|办结|举办|引进|签约|拨付|下达|争取|减免|征缴|收缴|缴纳|惠及|新建|新改|改建|募集|招募|开发|募得|组织|开展|受益|参与|制定|承办|颁布)"
)
_SUMMED = compiled(r"(?:招生|毕业生|出生|死亡)(?:人?数|人口)?$|(?:出生|死亡|自然增长)率$")
# What is left of a time before: 上年结转收入.
_LEFT = compiled(r"(?:年?[末底])?(?:滚存)?(?:结转|结余)")
_AMONG = compiled(_LEFT.pattern + "[^,;。]{0,6}(?:、|等)")
# 自2013年启动改造以来: from then on, and no time of its own.
_SINCE = compiled("[^,;:。以]{2,16}以来")
# 对2005年12月31日前建成的小区进行改造: what the houses are like, and not when.
_BUILT_BEFORE = compiled("(?:以|之)?前(?:建成|竣工|修建|建造|投用|出生|参加|登记|注册|成立|取得|毕业)")
# 省厅2023年联合印发《见习办法》,发放补贴: when the paper was issued.
_ISSUED = compiled("[^,;。]{0,8}(?:印发|出台|制定|下发|发布|颁布|修订)了?《")
_GOES_BY = compiled("[^,]{0,4}(?:围绕|对标|瞄准|锚定|聚焦|紧盯|对照|按照)")
_ENDS, _PARTS = compiled("[,;:。]"), compiled("[,;。:]|影响")
IN_A_ROW = "连续"  # 连续6年优秀: of that alone
_REASON = compiled(r"^(?:主要|由于|因|受|得益|其主要)")


@dataclass(frozen=True)
class Frame:
    """The time that a sentence without one is about: of the text before it, of its section, of the letter.

    `running` is the period of the sentence before, `running_status` whether that told of plans, None if of neither.
    `span` are the years that a title above speaks of, beside the period of the section: 2025年和“十四五”时期工作回顾.
    """

    anchor: date | None
    section: Period | None
    letter: Period | None
    running: Period | None = None
    running_status: Status | None = None
    span: Period | None = None
    mixed: bool = (
        False  # whether the title above speaks of a year and of several, so that which of both nobody says
    )
    ahead: Period | None = (
        None  # what is to come, where the title above speaks of a time that is over as well
    )
    titled: bool = False  # whether the document's title says its time
    ruled: bool = False  # in an article, whose amounts are of no time unless it says one

    def going_on(self, running: Period | None, status: Status | None) -> "Frame":
        """The frame behind a sentence that hands on a time, or none."""
        if running is self.running and status is self.running_status:
            return self
        return replace(self, running=running, running_status=status)

    @property
    def default(self) -> Period | None:
        """What nothing narrower replaces."""
        return self.running or self.section or self.letter


def stated(marked: Marked, slot: Slot, own: int, said: Predicate) -> tuple[Dated, ...]:
    """The periods that the amount's own clause, or the words since the last amount, say it is of."""
    stop = slot.mention.start if said.moves else own + said.start
    return tuple(
        one
        for one in marked.dated
        if min(slot.lead, own) <= one.start
        and one.end <= stop
        # 较上年28899万元增长9.9%: the amount is that of what is compared with.
        and (said.moves == "from" or not _is_base(marked.text, one, own))
        and not (one.end <= own and _is_of_goal(marked.text, one))
        and not _SINCE.match(marked.text, one.end)
        and not _BUILT_BEFORE.match(marked.text, one.end)
        and not _ISSUED.match(marked.text, one.end)
    )


def _is_of_goal(text: str, one: Dated) -> bool:
    """Whether a time is only that of a goal that a clause goes by: 围绕到2018年全面建成小康目标,统筹…."""
    begins = max(text.rfind(mark, 0, one.start) for mark in ",;:。") + 1
    ended = _ENDS.search(text, begins)
    clause = text[begins : ended.start() if ended else None]
    return bool(_GOES_BY.match(clause)) and clause.endswith(("目标", "任务", "要求"))


def _is_listed(text: str, one: Dated) -> bool:
    """Whether what is left of a time is one of several things that make up an amount: 补助收入、上年结余等."""
    return text[: one.start].endswith(("、", "和", "及")) or bool(_AMONG.match(text, one.end))


def is_left(text: str, one: Dated) -> bool:
    """Whether a period only says what is left of it: 上年结余."""
    return bool(_LEFT.match(text, one.end))


def inherited(period: Period | None) -> Period | None:
    """The period as something taken over."""
    return replace(period, sureness=Sureness.INHERITED) if period else None


def by_default(frame: Frame, status: Status) -> Period | None:
    """The period of an amount that no clause dates: a plan without one is for the letter's year."""
    if frame.running and frame.running_status not in (None, status):
        frame = replace(frame, running=None)
    if frame.ruled and not frame.running:
        return None
    if frame.mixed and not frame.running and status is Status.RESULT:
        return None
    undated = status is Status.TARGET and not frame.running and not frame.section
    if undated and frame.letter is None:
        # 下一步将新建公园6个 in a reply on no year: when, nobody says.
        return None
    if undated and frame.anchor and frame.letter and frame.letter.last <= frame.anchor:
        return _year(frame.anchor)
    period = frame.default
    if (
        period
        and status is Status.RESULT
        and frame.anchor
        and period.last > frame.anchor
        and not frame.running
    ):
        period = frame.letter or period
    if period is None and frame.anchor:
        return Period(frame.anchor, frame.anchor, "", Sureness.INHERITED)
    return inherited(period)


def carried(
    period: Period | None, phrase: Phrase, measure: Measure, frame: Frame, done: str
) -> Period | None:
    """A period taken over, unless it is a day and the indicator, or the words of what is `done`, sum over a time."""
    sums = phrase.indicator in indicators()["flow"] or _SUMMED.search(phrase.name) or _ACTED.match(done)
    flows = sums and (measure is not Measure.CHANGE or bool(phrase.aspect))
    if period and period.is_point and flows:
        # A day that a sentence before ends with is none of what is summed up.
        kept = None if frame.running and period.same_days(frame.running) else _of_year_end(period)
        return inherited(
            next((one for one in (frame.section, frame.letter) if one and _is_wider(one, period)), kept)
        )
    return inherited(period)


def is_act(words: str) -> bool:
    """Whether words tell of what is done over a time: 举办培训班."""
    return bool(_ACTED.match(words))


def _of_year_end(day: Period) -> Period:
    """The year that its last day stands for, any other day itself."""
    return year_of(day) if (day.last.month, day.last.day) == (12, 31) else day


def _is_wider(one: Period, day: Period) -> bool:
    """Whether a period is one from the beginning of a year that a day ends: 今年以来 goes on behind 截至5月末."""
    return not one.is_point and one.last <= day.last and (one.first.month == 1 or one.last < day.last)


def base(period: Period | None) -> Period | None:
    """The year before a span of years, where a 从…到 without a year begins; 2018—2023年 does not say which end it was."""
    if period is None or _YEARS.match(period.raw):
        return None
    year = period.first.year - 1
    return Period(date(year, 1, 1), date(year, 12, 31), period.raw, Sureness.INHERITED)


def final(period: Period | None) -> Period | None:
    """The last year of a span of years, where a 从…到 without a year ends."""
    if period is None or period.first.year == period.last.year:
        return period
    year = period.last.year
    return Period(date(year, 1, 1), period.last, period.raw, Sureness.INHERITED)


def is_of_all_years(period: Period | None) -> bool:
    """Whether a period is all of a year that no one names: 全年日照1238小时 says nothing of what follows."""
    return period is not None and period.year is None and period.raw.startswith("全年")


def last_month(period: Period | None) -> Period | None:
    """The last of the months that a period goes over from the beginning of a year: 当月 of 1-3月; None of any other."""
    if period is None or period.is_point or period.first.month != 1 or is_long(period):
        return None
    return Period(period.last.replace(day=1), period.last, "当月", Sureness.INHERITED)


def is_month(period: Period) -> bool:
    """Whether a period is one month."""
    return period.first.day == 1 and (period.first.year, period.first.month) == (
        period.last.year,
        period.last.month,
    )


def is_measure(text: str, one: Dated) -> bool:
    """Whether a period is what something is measured by: 是“十五”时期的5.2倍."""
    return bool(_MEASURED_BY.search(text[: one.start]))


def is_long(period: Period | None) -> bool:
    """Whether a period is of several years."""
    return period is not None and period.first.year < period.last.year


def is_start(period: Period | None) -> bool:
    """Whether a period is the beginning of a year, which what follows goes on from: 年初余额."""
    return period is not None and period.is_point and (period.last.month, period.last.day) == (1, 1)


def year_of(period: Period) -> Period:
    """The year that a day is in."""
    return replace(period, first=date(period.last.year, 1, 1), last=date(period.last.year, 12, 31))


def _year(day: date) -> Period:
    return Period(date(day.year, 1, 1), date(day.year, 12, 31), f"{day.year}年", Sureness.INHERITED)


def _is_base(text: str, one: Dated, own: int) -> bool:
    before = text[: one.start]
    return bool(
        is_founding(text, one)
        or _COMPARED.search(before)
        or _BASE.match(text[one.end :])
        or (is_left(text, one) and (one.start < own or _is_listed(text, one)))
        or (
            one.start < own
            and (_REASON.match(_PARTS.split(before)[-1]) or one.period.raw.startswith(IN_A_ROW))
        )
    )
