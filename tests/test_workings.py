"""Workings: what an answer shows of the arithmetic behind it, over one sentence."""

from pathlib import Path

import pytest

from corpus.figure import Measure
from tests.libraries import answer_from
from tests.replies import of_document

TITLE = "平川县2024年统计公报\n\n"


@pytest.mark.parametrize(
    ("sentence", "question", "working"),
    [
        ("居民消费价格指数(上年=100)为100.2。", "CPI涨了多少", "100.2 − 100 = 0.2(%)"),
        ("不良贷款率比上月末下降0.5个百分点至1.2%。", "不良贷款率上月末多少", "1.2 + 0.5 = 1.7(%)"),
        ("平均利率4.1%,较年初下降35个基点。", "年初平均利率多少", "4.1 + 0.35 = 4.45(%)"),
        ("床位1.86万张,比年初增加1200张。", "年初床位多少张", "1.86 − 0.12 = 1.74(万张)"),
        ("研发强度从2.5%提高到3.3%。", "研发强度提高几个百分点", "3.3 − 2.5 = 0.8(个百分点)"),
        ("社零增长4.3%,高于全市2.1个百分点。", "全市社零增速", "4.3 − 2.1 = 2.2(%)"),
        ("投资下降2.4%,降幅比全市低1.1个百分点。", "全市投资增速", "2.4 + 1.1 = 3.5(%)"),
        ("地区生产总值增长6.2%,工业对经济增长的贡献率为45.5%。", "工业拉动GDP增长几个点", "6.2% × 45.5% ≈ 2.8(个百分点)"),
        ("亏损企业减少一半,降至40家。", "亏损企业原来多少家", "40 ÷ (1 − 50%) = 80(家)"),
        ("龙头企业数量翻了两番,达到36家。", "龙头企业数量原来多少家", "36 ÷ 4 = 9(家)"),
        ("快递业务量是上年的1.5倍,达到3000万件。", "上年快递业务量多少", "3000 ÷ 1.5 ≈ 2000(万件)"),
        ("出口88亿元,增长10%。", "出口增加了多少亿元", "88 − 88 ÷ (1 + 10%) ≈ 8(亿元)"),
        ("投资下降3.0%,降幅比上年收窄1.2个百分点。", "上年投资增速", "3 + 1.2 = 4.2(%)"),
        ("三次产业结构3.2:45.1:51.7。", "二产占比", "45.1 ÷ (3.2 + 45.1 + 51.7) × 100% = 45.1(%)"),
        ("投资60.32亿元,完成年度目标的75.4%。", "投资年度目标多少", "60.32 ÷ 75.4% ≈ 80(亿元)"),
        ("茶叶产量6.2万担。", "茶叶产量多少吨", "6.2万担 = 3100(吨)"),
    ],
)  # fmt: skip
def test_the_working_is_shown(tmp_path: Path, sentence: str, question: str, working: str) -> None:
    """Numbers as printed, the sum, what it comes to and in what."""
    assert answer_from(tmp_path, TITLE + sentence, question).working == working


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        pytest.param(
            "居民收入45320元,同比名义增长5.6%,扣除价格因素实际增长5.4%。",
            [("居民收入", "同比", "名义", "5.6%"), ("居民收入", "", "实际", "5.4%")],
            id="named before the growth",
        ),
        pytest.param(
            "居民收入45320元,名义增速4.9%,实际增速4.6%。",
            [("居民收入", "", "名义", "4.9%"), ("居民收入", "", "实际", "4.6%")],
            id="before its noun",
        ),
        pytest.param(
            "工业增加值环比增长1.3%(季节调整后)。", [("工业增加值", "环比", "季节调整后", "1.3%")], id="in its bracket"
        ),
        pytest.param(
            "经季节性调整,工业增加值环比增长1.3%。", [("工业增加值", "环比", "季节调整后", "1.3%")], id="in a clause before"
        ),
        pytest.param(
            "实际使用外资增长5.0%。", [("实际使用外资", "", "", "5.0%")], id="part of a name"
        ),
    ],
)  # fmt: skip
def test_a_growth_has_its_terms(sentence: str, expected: list[tuple[str, str, str, str]]) -> None:
    """Name, basis, terms and printed value of every growth."""
    grown = [figure for figure in of_document(TITLE + sentence) if figure.measure is Measure.GROWTH]
    assert [(one.name, one.basis, one.terms, one.quantity.raw) for one in grown] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("消费价格指数(上年同期=100)为100.2。", [("消费价格指数", "上年同期=100", "100.2")]),
        ("消费价格指数100.2(以上年为100)。", [("消费价格指数", "上年=100", "100.2")]),
        (
            "消费价格指数100.2(上年=100,下同)。零售价格指数99.8。",
            [("消费价格指数", "上年=100", "100.2"), ("零售价格指数", "上年=100", "99.8")],
        ),
        ("消费价格指数100.2。", [("消费价格指数", "", "100.2")]),
        ("表1 价格指数(上年=100)\n指标 | 2024年\n消费价格指数 | 100.2\n", [("消费价格指数", "上年=100", "100.2")]),
    ],
    ids=["before", "behind", "for all that follow", "none", "over a table"],
)  # fmt: skip
def test_an_index_has_its_base(text: str, expected: list[tuple[str, str, str]]) -> None:
    """Name, base and printed value; the 100 itself is no figure."""
    assert [(one.name, one.basis, one.quantity.raw) for one in of_document(TITLE + text)] == expected


def test_gaps_to_several_places() -> None:
    """Each value goes with its own place."""
    found = of_document(TITLE + "规上工业增加值增长6.2%,分别高于全国、全省、全市0.5、1.1、0.8个百分点。")
    gaps = [(one.name, one.whole, one.quantity.value) for one in found if one.measure is Measure.GAP]
    assert [(name, whole, str(value)) for name, whole, value in gaps] == [
        ("规上工业增加值", "全国", "0.5"),
        ("规上工业增加值", "全省", "1.1"),
        ("规上工业增加值", "全市", "0.8"),
    ]
