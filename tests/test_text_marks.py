"""Note marks in running text: no part of a number, its unit or its name; what only looks like one stays."""

import pytest

from corpus.texts.text import fold, plain
from tests.replies import of_document

TITLE = "平川县2024年国民经济和社会发展统计公报\n\n一、综合\n"


Slots = tuple[str, str, str, str, str]


def told(text: str) -> list[Slots]:
    """The figures of a bulletin with this sentence: what each is of, its value, its unit and what is printed."""
    return [
        (one.subject, one.indicator, str(one.quantity.value), one.quantity.unit, one.quantity.raw)
        for one in of_document(TITLE + text + "\n")
    ]


@pytest.mark.parametrize(
    ("text", "plainly"),
    [
        ("电子信息产业产值134.9[3]亿元。", "电子信息产业产值134.9亿元。"),
        ("全县税收收入3.3①亿元。", "全县税收收入3.3亿元。"),
        ("全年粮食总产量88.6³万吨。", "全年粮食总产量88.6万吨。"),
        ("年末常住人口31.8〔2〕万人。", "年末常住人口31.8万人。"),
        ("全年旅游收入45.7 [5] 亿元。", "全年旅游收入45.7亿元。"),
        ("财政总收入增长5.2²%。", "财政总收入增长5.2%。"),
        ("森林覆盖率提高0.8⁽⁴⁾个百分点。", "森林覆盖率提高0.8个百分点。"),
        ("全县用电量16.4[1-2]亿千瓦时。", "全县用电量16.4亿千瓦时。"),
        ("常住人口城镇化率⁽⁶⁾61.2%。", "常住人口城镇化率61.2%。"),
        ("城镇化率⁶为61.2%。", "城镇化率为61.2%。"),
        ("生产总值④实现186.5亿元。", "生产总值实现186.5亿元。"),
        ("网络零售额〔1〕24.6亿元。", "网络零售额24.6亿元。"),
        ("规上工业[2]增加值12.4亿元。", "规上工业增加值12.4亿元。"),
        ("货物出口额㉑24.6亿元。", "货物出口额24.6亿元。"),
        ("茶叶产量3260吨³,水产品产量1.2万吨。", "茶叶产量3260吨,水产品产量1.2万吨。"),
        ("外贸出口¹〔2〕12.4亿元。", "外贸出口12.4亿元。"),
        ("进出口总额〔3〕〔4〕31.2亿元。", "进出口总额31.2亿元。"),
        (
            "| 指标 | 2024年 |\n|---|---|\n| 生产总值[1](亿元) | 186.5[2] |",
            "| 指标 | 2024年 |\n|---|---|\n| 生产总值(亿元) | 186.5 |",
        ),
    ],
)
def test_a_mark_is_left_out(text: str, plainly: str) -> None:
    """The figures are those of the same sentence without marks."""
    assert told(text) == told(plainly) != []


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("绿地面积12.5m²。", [("12.5", "m2", "12.5m²")]),
        ("全年供水量135万m³。", [("1350000", "m3", "135万m³")]),
        ("建成区面积8.6km²。", [("8.6", "km2", "8.6km²")]),
        ("削减CO₂8.1万吨。", [("81000.0", "吨", "8.1万吨")]),
        (
            "完成投资:①公路3.5亿元;②水利2.1亿元。",
            [("350000000.0", "元", "3.5亿元"), ("210000000.0", "元", "2.1亿元")],
        ),
        ("⒈15个项目开工。", [("15", "个", "15个")]),
    ],
)
def test_what_only_looks_like_a_mark_stays(text: str, figures: list[tuple[str, str, str]]) -> None:
    assert [one[2:] for one in told(text)] == figures


@pytest.mark.parametrize(
    "text",
    [
        "年产3.2×10⁴吨",
        "投资10²亿元",
        "产值5½亿元",
        "共88³。",
        "产值134.9[3]24.6亿元",
        "依据青政函〔24〕45号",
        "依据青政函〔2024〕45号",
    ],
)
def test_what_cannot_be_told_is_no_figure(text: str) -> None:
    """A number may be a power, or two numbers stand beside each other."""
    assert [one[4] for one in told(text)] == (["24.6亿元"] if "24.6" in text else [])


@pytest.mark.parametrize(
    "text",
    [
        "地块②面积多少",
        "青政函〔24〕45号",
        "①产值",
        "[1] 城镇化率",
        "附件[2]",
        "区间[5,10]元",
        "体积12m³",
        "Ca²⁺",
    ],
)
def test_these_have_no_marks(text: str) -> None:
    """Labels, numbers of documents and items, powers, charges."""
    assert all(letter in plain(text) for letter in "②〔①[" if letter in text)
    assert len(plain(text)) >= len(text.replace(" ", ""))


def test_the_printed_text_stays_as_it_is() -> None:
    """A figure's place is that of the whole printed figure."""
    text = TITLE + "电子信息产业产值134.9[3]亿元。\n"
    (figure,) = of_document(text)
    assert text[figure.quantity.start : figure.quantity.end] == "134.9[3]亿元"
    assert fold("产值134.9[3]亿元,增长5%").quote(2, 9) == "134.9亿元"
