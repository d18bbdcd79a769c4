"""What is looked for before a pattern is tried: never is something missed for it."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.amounts.notation import noise
from corpus.extraction.marked import PERIOD
from corpus.extraction.names.predicate import _patterns
from corpus.texts.text import fold

_LETTERS = Path(__file__).parents[1] / "corpus" / "letters"
_PAPERS = Path(__file__).parent / "data" / "eval"
_TEXTS = [
    "2017-2021年,2024.5.6日,2024/5/6上报,2017—2021全年",
    "9.30洪涝灾害,(上年=100),8:30开会,14时30分,四周均为民房",
    "12 345 678,过去五年,三年行动,24年期,五周年,十四届三中全会",
    "0576-88830501,13800001234,邮编:317000,拨打12345热线,119报警,传真:88830501",
    "PM2.5,5G,3+3,1+N,7×24,国道104,104国道,“9.30”行动,7·20特大暴雨,‘一网’,「双碳」,《条例》",
    "前三季度,前8个月,一季度末,二〇二四年十二月,5月份,6月至8月,7、8月,30日",
]
_PIECES = ["2024", "5", "0", "三", "年", "月", "日", "季", "-", "—", "至", "、", ".", ":", "时", "点", " ", "周", "个",
           "四周", "均", "=100", "为100", ",", ")", "A", "G", "+", "N", "×", "·", "“", "”", "《", "》", "国道", "洪涝",
           "热线", "报警", "前", "元"]  # fmt: skip


def _misses(text: str) -> list[str]:
    """The patterns that find something in a text which has not what they are said to need."""
    return [
        pattern.pattern
        for needs, pattern in noise()
        if needs is not None and pattern.search(text) and not needs.search(text)
    ]


@pytest.mark.parametrize("text", _TEXTS)
def test_what_every_kind_needs(text: str) -> None:
    """Of numerals of every kind, each alone and all together."""
    for piece in (text, *re.split("(?<=,)", text)):
        assert not _misses(fold(piece).text)


def test_what_papers_need() -> None:
    """Line by line, in every letter and paper of the tests."""
    for path in (*_LETTERS.glob("*.txt"), *_PAPERS.rglob("*.txt"), *_PAPERS.rglob("*.md")):
        for line in path.read_text(encoding="utf-8", errors="replace").splitlines():
            assert not _misses(fold(line).text), line


@given(st.lists(st.sampled_from(_PIECES), max_size=12).map("".join))
def test_what_any_text_needs(text: str) -> None:
    """However numerals and signs come together."""
    assert not _misses(text)


_SAID = ["产值", "同比", "比上年", "较", "增长", "下降", "由", "从", "到", "至", "达到", "突破", "占", "全市", "比重", "的", "完成", "预算", "任务数",
         "贡献率", "为", "拉动", "高于", "全省", "平均", "快", "转为", "每人", "约", "其中", "新增", PERIOD, "了", "\n"]  # fmt: skip


@given(st.lists(st.sampled_from(_SAID), max_size=8).map("".join))
def test_what_predicates_need(masked: str) -> None:
    """However what stands before an amount is put together."""
    for family in ("equal", "fold", "points", "relative", "minus", "level"):
        for _, pattern, ends, has in _patterns(family):
            if pattern.search(masked):
                assert not ends or masked[-1:] in ends
                assert not has or has.intersection(masked)
