"""Tables that hold words, sentences, places without a total: what they answer and what they do not."""

from pathlib import Path

import pytest

from bot.answer import Kind
from tests.libraries import answer_from

TASKS = """望川县2024年重点工作分工方案
各单位:
现将重点工作分工印发给你们,请认真落实。
序号 | 重点工作 | 牵头单位 | 完成时限 | 建设地点
1 | 新建粮油储备库 | 县发改局 | 2024年10月底 | 白沙镇
2 | 修缮古戏台 | 县文旅局 | 2024年6月底 | 石桥村
3 | 打通断头路 | 县住建局 | 2024年12月底 | 城南片区
"""


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("修缮古戏台的牵头单位是哪个", "县文旅局"),
        ("修缮古戏台由谁牵头", "县文旅局"),
        ("新建粮油储备库什么时候完成", "2024年10月底"),
        ("打通断头路的完成时限", "2024年12月底"),
        ("打通断头路的建设地点", "城南片区"),
    ],
)
def test_a_cell_of_words_answers(tmp_path: Path, question: str, said: str) -> None:
    """Of the row that is named, under the head that is asked for."""
    answer = answer_from(tmp_path, TASKS, question)
    assert answer.kind is Kind.ANSWER
    assert answer.headline.endswith(said)


@pytest.mark.parametrize("question", ["修缮古戏台的投资方是哪个", "重点工作的牵头单位是哪个"])
def test_a_cell_that_is_not_there_is_not_answered(tmp_path: Path, question: str) -> None:
    """A head or a row that the table does not have."""
    answer = answer_from(tmp_path, TASKS, question)
    assert "局" not in answer.headline or answer.kind is Kind.NOT_FOUND


LETTERS = """编号 | 来信 | 答复
1 | 关于修路 | 您好。2024年全县新建农村公路86.5公里,惠及群众3.1万人。感谢关心。
2 | 关于体检 | 65岁以上老人每年免费体检一次。全年体检2.4万人次;建档率97.3%。
"""


@pytest.mark.parametrize(
    ("question", "figure"),
    [("新建农村公路多少公里", "86.5公里"), ("全年体检多少人次", "2.4万人次"), ("建档率多少", "97.3%")],
)
def test_sentences_in_cells_are_read(tmp_path: Path, question: str, figure: str) -> None:
    """As those of a paragraph are."""
    assert figure in answer_from(tmp_path, LETTERS, question).headline


TOWNS = """望川县2024年各乡镇油茶面积
乡镇 | 油茶面积(亩)
白沙镇 | 1860
石桥乡 | 2430
全县 |
"""


@pytest.mark.parametrize("question", ["全县油茶面积多少", "我县油茶面积有多少亩"])
def test_a_blank_total_is_no_township(tmp_path: Path, question: str) -> None:
    """The nearest may be shown, and is called another."""
    assert answer_from(tmp_path, TOWNS, question).kind is Kind.NOT_FOUND


def test_rows_of_places_without_a_letter_of_one_are_asked_back(tmp_path: Path) -> None:
    """Which of them is meant."""
    answer = answer_from(tmp_path, "\n".join(TOWNS.splitlines()[1:4]), "油茶面积多少")
    assert answer.choices == ("白沙油茶面积多少", "石桥油茶面积多少")


SHEETS = "指标 | 单位 | 数额\n地区生产总值 | 亿元 | 171.3\n地区工业增加值 | 亿元 | 58.2\n"


def test_a_place_is_not_named_by_two_cells(tmp_path: Path) -> None:
    """数额 of one line and 地区 of the next are none."""
    answer = answer_from(tmp_path, SHEETS, "地区生产总值多少")
    assert answer.figures[0].place == ""
    assert "171.3亿元" in answer.headline


COLUMNS = """望川县2024年上半年主要指标
单位:亿元、%
指标 | 上半年 | 上半年 | 上年同期 | 上年同期
指标 | 总量 | 增速 | 总量 | 增速
规上工业产值 | 61.2 | 9.3 | 56.0 | 8.1
社会消费品零售总额 | 44.5 | 5.6 | 42.1 | 4.7
"""


@pytest.mark.parametrize(
    ("question", "figure"),
    [
        ("规上工业产值增速多少", "9.3%"),
        ("去年同期规上工业产值增速多少", "8.1%"),
        ("上年同期社会消费品零售总额多少", "42.1"),
        ("去年同期社零增速", "4.7%"),
    ],
)
def test_columns_of_the_year_before(tmp_path: Path, question: str, figure: str) -> None:
    """A sheet that begins with its table is about what is written above it."""
    assert figure in answer_from(tmp_path, COLUMNS, question).headline


ITEMS = """望川县2024年民生工作
县人大常委会:
现将有关情况报告如下。
1. 15个养老站点建成投用,总投资4200万元。
2、60%的行政村通了公交。
(3) 28所学校完成改造。
全县外贸出口12.4亿元,外贸进口3.1亿元。
"""


@pytest.mark.parametrize(
    ("question", "figure"),
    [
        ("几个养老站点建成投用", "15个"),
        ("多少行政村通了公交", "60%"),
        ("多少所学校完成改造", "28所"),
        ("外贸出口多少", "12.4亿元"),
        ("外贸进口多少", "3.1亿元"),
    ],
)
def test_numbers_of_items_are_no_figures(tmp_path: Path, question: str, figure: str) -> None:
    """Nor part of a name."""
    assert figure in answer_from(tmp_path, ITEMS, question).headline


PAIRS = """望川县2024年主要指标
乡镇 | 指标 | 数值(万元)
白沙镇 | 农业产值 | 4520
白沙镇 | 财政收入 | 312
石桥乡 | 农业产值 | 3876
石桥乡 | 财政收入 | 287
"""
FIRMS = """望川县2024年重点企业
企业 | 年份 | 指标 | 数值
恒丰纸业 | 2023年 | 产值 | 4.2亿元
恒丰纸业 | 2023年 | 用工 | 310人
恒丰纸业 | 2024年 | 产值 | 4.8亿元
恒丰纸业 | 2024年 | 用工 | 335人
"""


@pytest.mark.parametrize(
    ("table", "question", "figure"),
    [
        (PAIRS, "石桥乡财政收入多少", "287万元"),
        (PAIRS, "白沙镇农业产值", "4520万元"),
        (FIRMS, "2023年恒丰纸业产值多少", "4.2亿元"),
        (FIRMS, "恒丰纸业2024年用工多少人", "335人"),
    ],
)
def test_several_columns_name_a_row(tmp_path: Path, table: str, question: str, figure: str) -> None:
    """A place, a year, a name, and what of it."""
    assert figure in answer_from(tmp_path, table, question).headline


def test_a_township_of_a_table_is_not_the_county(tmp_path: Path) -> None:
    """Whose figure is asked for is not there."""
    assert answer_from(tmp_path, PAIRS, "全县财政收入多少").kind is Kind.NOT_FOUND
