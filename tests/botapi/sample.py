"""A small letter read by hand, and an answerer that knows a few questions about it."""

import re
from collections.abc import Collection, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from pathlib import Path

from bot.answer import Answer, Cited, Kind
from bot.service.archive import Service
from corpus.amounts.quantity import Quantity
from corpus.checking.remark import Remark
from corpus.figure import Figure, Measure, Status
from corpus.letter import Letter
from corpus.passage import Passage, passages
from corpus.times.period import Period

_TEXT = """某某区经济信息化局关于区政协第1号提案答复的函

一、工业生产稳步增长

1-6月，我区实现工业增加值127.24亿元，同比增长7.2%。322家规上工业企业中，累计产值负增长的有128家，负增长面38.5%。

二、主导行业产值五升一降

医化产业实现产值55.26亿元，同比下降15.4%，主要是受海外市场需求减弱影响。缝制设备产业实现产值22.67亿元，同比增长8.1%。
电子信息产业实现产值24.69亿元，同比增长45.1%。主要是龙头企业的带动作用，行业整体形势大好。

三、下阶段计划

力争全年新增小升规企业30家，研发<b>&投入占比达到3%。
"""

LETTER = Letter(
    id="sample-1",
    text=_TEXT,
    title="某某区经济信息化局关于区政协第1号提案答复的函",
    number="某经科提函〔2024〕1号",
    issuer="某某区经济信息化局",
    place="某某区",
    signed=date(2024, 7, 25),
    published=date(2024, 11, 18),
    url="http://example.org/art/1?a=1&b=2",
)
_HALF = Period(date(2024, 1, 1), date(2024, 6, 30), "1-6月")
_YEAR = Period(date(2024, 1, 1), date(2024, 12, 31), "全年")
_SCALES = {"亿元": (Decimal(10) ** 8, "元"), "%": (Decimal(1), "%"), "家": (Decimal(1), "家")}
_LEVEL, _GROWTH = Measure.LEVEL, Measure.GROWTH
REMARK = Remark("sample-1", "按128家、322家计算为39.8%，与文中的38.5%不一致", ())


def _figure(name: str, printed: str, measure: Measure, direction: int = 1) -> Figure:
    """A figure by its printed words: the quantity is what follows the first blank of `printed`."""
    before, raw = printed.split(" ")
    start = _TEXT.index(before + raw) + len(before)
    passage = next(one for one in passages(LETTER) if one.start <= start < one.end)
    number, unit = re.fullmatch(r"([\d.]+)(\D+)", raw).groups()  # type: ignore[union-attr]
    scale, base = _SCALES[unit]
    subject, _, indicator = name.partition("/")
    return Figure(
        letter=LETTER.id,
        passage=passage.id,
        place=LETTER.place,
        subject=subject,
        indicator=indicator,
        name=subject + indicator,
        period=_YEAR if "30家" in raw else _HALF,
        status=Status.TARGET if "30家" in raw else Status.RESULT,
        measure=measure,
        quantity=Quantity(
            Decimal(number) * scale,
            base,
            raw,
            start,
            start + len(raw),
            scale=scale,
            printed_unit=unit,
        ),
        direction=direction,
        basis="同比" if measure is _GROWTH else "",
        verb="下降" if direction < 0 else "",
        scope=("主导行业",) if indicator == "产值" else (),
    )


FIGURES = (
    _figure("工业/增加值", "工业增加值 127.24亿元", _LEVEL),
    _figure("工业/增加值", "127.24亿元，同比增长 7.2%", _GROWTH),
    _figure("规上工业企业/负增长面", "负增长面 38.5%", _LEVEL),
    _figure("医化产业/产值", "医化产业实现产值 55.26亿元", _LEVEL),
    _figure("医化产业/产值", "同比下降 15.4%", _GROWTH, -1),
    _figure("缝制设备产业/产值", "缝制设备产业实现产值 22.67亿元", _LEVEL),
    _figure("缝制设备产业/产值", "22.67亿元，同比增长 8.1%", _GROWTH),
    _figure("电子信息产业/产值", "电子信息产业实现产值 24.69亿元", _LEVEL),
    _figure("电子信息产业/产值", "24.69亿元，同比增长 45.1%", _GROWTH),
    _figure("小升规企业/新增", "新增小升规企业 30家", _LEVEL),
)


_PASSAGES = passages(LETTER)


@dataclass(frozen=True)
class Hit:
    """A passage that was found."""

    passage: Passage


@dataclass(frozen=True)
class Shelf:
    """An archive of letters read by hand."""

    letters: Mapping[str, Letter]
    all_figures: tuple[Figure, ...] = FIGURES

    def state(self) -> AbstractContextManager[str]:
        """They never change."""
        return nullcontext("")

    def passages(self, letter_id: str) -> tuple[Passage, ...]:
        """A letter's passages."""
        return _PASSAGES if letter_id == LETTER.id else passages(self.letters[letter_id])

    def passage(self, passage_id: str) -> Passage:
        """One passage. KeyError where there is none."""
        known = [passage for letter in self.letters for passage in self.passages(letter)]
        return {passage.id: passage for passage in known}[passage_id]

    def figures(self, letter_ids: Collection[str] | None = None) -> tuple[Figure, ...]:
        """The figures of these letters."""
        chosen = self.letters if letter_ids is None else letter_ids
        return tuple(figure for figure in self.all_figures if figure.letter in chosen)

    def search(self, text: str, letters: Collection[str] | None = None, k: int = 5) -> list[Hit]:
        """The passages that share most pairs of characters with a text, those that share none left out."""
        pairs = {text[place : place + 2] for place in range(len(text) - 1)}
        known = [passage for letter in self.letters for passage in self.passages(letter)]
        shared = {passage.id: sum(pair in passage.text for pair in pairs) for passage in known}
        best = sorted(known, key=lambda passage: -shared[passage.id])
        return [Hit(passage) for passage in best if shared[passage.id]][:k]

    def containing(self, literal: str, letters: Collection[str] | None = None) -> list[Passage]:
        """The passages that have these words."""
        chosen = self.letters if letters is None else letters
        return [one for letter in chosen for one in self.passages(letter) if literal in one.text]

    def remarks(self, letter_id: str) -> tuple[Remark, ...]:
        """The one remark."""
        return (REMARK,) if letter_id == LETTER.id else ()

    def file(self, letter_id: str) -> Path | None:
        """There are none."""
        return None


SHELF = Shelf({LETTER.id: LETTER})


def cited(*words: str) -> tuple[Cited, ...]:
    """The passages that have these words."""
    found = [next(one for one in _PASSAGES if word in one.text) for word in words]
    return tuple(Cited(passage, LETTER) for passage in found)


def level_answer(name: str) -> Answer:
    """The answer to how much something is."""
    level, *growth = [figure for figure in FIGURES if figure.name == name]
    said = "，".join(figure.quantity.raw for figure in (level, *growth))
    return Answer(
        kind=Kind.ANSWER,
        headline=f"{name}{said}",
        figures=(level, *growth),
        cited=tuple(Cited(passage, LETTER) for passage in _PASSAGES if passage.id in {level.passage}),
        remarks=(REMARK.text,) if name.endswith("负增长面") else (),
        suggestions=tuple(
            f"{figure.name}多少"
            for figure in FIGURES
            if figure.indicator == level.indicator and figure.measure is _LEVEL and figure.name != name
        ),
    )


def answer(question: str, history: Sequence[str]) -> Answer:
    """An answer out of a few, told apart by words of the question."""
    if "很长" in question:
        long = " ".join([f"{place}。{'水晶光电的带动作用<&>，' * 30}" for place in range(40)])
        return replace(level_answer("电子信息产业产值"), headline=long)
    if "哪个" in question:
        return Answer(Kind.CHAT, "您问的是哪个？", choices=("医化产业产值多少", "缝制设备产业产值多少"))
    if question.endswith("呢") and history:
        return answer(f"{question.removesuffix('呢')}产值多少", history[:-1])
    for name in dict.fromkeys(figure.name for figure in FIGURES):
        if name in question:
            return level_answer(name)
    return Answer(Kind.NOT_FOUND, f"信中没有提到“{question}”")


def service() -> Service:
    """The answering side of the tests."""
    return Service(answer, SHELF)
