"""Asking: what a question searches for, and what its answer has to look like."""

import re

import pytest

from index.searching.asking import asked


@pytest.mark.parametrize(
    ("question", "content"),
    [
        pytest.param("请问电子信息产业产值是多少呢", "电子信息产业产值是", id="function words at both ends"),
        pytest.param("有几家亏损企业", "有,家亏损企业", id="a counter stays, and is kept apart"),
        pytest.param("为什么医化下降了", "医化下降了", id="a reason"),
        pytest.param("25年用电多少", "2025年用电", id="a short year"),
        pytest.param("24上半年用电", "2024上半年用电", id="a year without its word"),
        pytest.param("2024年用电", "2024年用电", id="a full year"),
        pytest.param("连续124年", "连续124年", id="a longer number"),
        pytest.param("什么怎么", "什么怎么", id="nothing else"),
        pytest.param("？！", "?!", id="no word"),
    ],
)
def test_content(question: str, content: str) -> None:
    """What only makes it a question is left out."""
    assert asked(question).content == content


def test_words_that_did_not_stand_together_make_no_pair() -> None:
    """产值多少亿 has no 值亿."""
    found = asked("产值多少亿")
    assert found.pairs == ("产值",)
    assert found.words == ("产", "值", "产值", "亿")


@pytest.mark.parametrize(
    ("question", "answer", "other"),
    [
        pytest.param("产值多少", "产值24.69亿元", "产值稳步增长", id="a figure"),
        pytest.param("有几家亏损企业", "亏损企业41家", "亏损额2.1亿元", id="so many of a kind"),
        pytest.param("出让了多少亩地", "出让工业用地377.5亩", "出让工业用地12宗", id="so many of a unit"),
        pytest.param("带动多少万人就业", "就业21万多人", "就业21个镇", id="so many with a scale"),
        pytest.param("工业投资增速", "增速20.14%", "投资14.64亿元", id="a change"),
        pytest.param("医化为啥下降", "受海外市场需求减弱影响", "医化产业下降", id="a reason"),
        pytest.param("打哪个电话", "联系电话:0576-88830501", "邮编:318020", id="a telephone"),
        pytest.param("几时投产", "2025年底投产", "尽早投产", id="a time"),
        pytest.param("全年目标", "力争达到30家", "完成30家", id="a plan"),
    ],
)
def test_an_answer_looks_like_one(question: str, answer: str, other: str) -> None:
    """It has more of what is expected than what is not an answer."""

    def seen(text: str) -> int:
        return sum(bool(expected.search(text)) for expected in asked(question).expected)

    assert seen(answer) > seen(other)


def test_nothing_is_expected_of_a_name() -> None:
    """A search by a bare word has no answer that looks so or so."""
    assert asked("水晶光电").expected == ()


def test_expectations_compile_for_every_unit() -> None:
    """A unit with a mark of its own is taken literally."""
    (_, counted, *_) = asked("多少个百分点").expected
    assert isinstance(counted, re.Pattern)
    assert counted.search("收窄8.8个百分点") or counted.search("8.8百分点")
