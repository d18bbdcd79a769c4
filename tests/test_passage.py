"""Passages: the whole text cut into what it is."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.letter import Letter
from corpus.passage import Kind, Passage, passages
from corpus.texts.layout import blocks
from corpus.texts.sentence import sentences

SHIPPED = Path(__file__).parents[1] / "corpus" / "letters" / "2024-jiaojiang-133.txt"
GOLDEN = Path(__file__).parent / "data" / "golden"
EXAMPLES = Path(__file__).parents[2] / "shared" / "eval" / "docs"
HEAD = "某县统计局\n2024年3月1日\n"


def cut(text: str) -> tuple[Passage, ...]:
    return passages(Letter("x", text, ""))


def texts(text: str, kind: Kind) -> list[str]:
    return [passage.text for passage in cut(text) if passage.kind is kind]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("增长2.5%。下降3.1%。", ["增长2.5%。", "下降3.1%。"], id="decimal points"),
        pytest.param(
            "PM2.5浓度24微克。优良天数95.9%。", ["PM2.5浓度24微克。", "优良天数95.9%。"], id="PM2.5"
        ),
        pytest.param("小学43所；初中18所。", ["小学43所；初中18所。"], id="items stay together"),
        pytest.param(
            "提出“强链。补链。延链”行动。完成。",
            ["提出“强链。补链。延链”行动。", "完成。"],
            id="stops inside quotes",
        ),
        pytest.param(
            "他说：“好。”会议结束。", ["他说：“好。”", "会议结束。"], id="stop before the closing quote"
        ),
        pytest.param(
            "产值9亿元（含规下。下同）。出口2亿元。",
            ["产值9亿元（含规下。下同）。", "出口2亿元。"],
            id="stop in a bracket",
        ),
        pytest.param(
            "竹林320万亩（其中毛竹210万亩，居第三位。云岭最大。",
            ["竹林320万亩（其中毛竹210万亩，居第三位。", "云岭最大。"],
            id="unclosed bracket",
        ),
        pytest.param("产值2亿元.同比增长5%.", ["产值2亿元.", "同比增长5%."], id="ASCII stops"),
        pytest.param("好！还要更好？是。", ["好！", "还要更好？", "是。"], id="other marks"),
        pytest.param("没有句号", ["没有句号"], id="cut ending"),
    ],
)
def test_sentences(text: str, expected: list[str]) -> None:
    """Where a paragraph is cut."""
    assert [text[start:end] for start, end in sentences(text)] == expected


@pytest.mark.parametrize(
    ("line", "heading", "rest"),
    [
        pytest.param("一、综合", "一、综合", [], id="first level"),
        pytest.param("一 、资源 家底", "一 、资源 家底", [], id="with gaps"),
        pytest.param("（二）梯度培育企业", "（二）梯度培育企业", [], id="second level"),
        pytest.param(
            "(一)加快智改数转。截至6月底,累计112家。",
            "(一)加快智改数转。",
            ["截至6月底,累计112家。"],
            id="glued",
        ),
        pytest.param("第三章 财政", "第三章 财政", [], id="chapter"),
        pytest.param("## 2.开放经济", "2.开放经济", [], id="markdown"),
        pytest.param(
            "1.强化要素保障。已出让215亩。", "1.强化要素保障。", ["已出让215亩。"], id="third level glued"
        ),
    ],
)
def test_headings(line: str, heading: str, rest: list[str]) -> None:
    """A line that is one, or begins with one."""
    text = f"{HEAD}{line}\n全年产值增长2.5%。\n"
    assert texts(text, Kind.HEADING) == [heading]
    assert texts(text, Kind.SENTENCE) == [*rest, "全年产值增长2.5%。"]


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("一是设备老化。使用10年以上的占31.5%。", id="enumeration in prose"),
        pytest.param("1.本公报为初步统计数。2.部分合计数未作调整。", id="notes"),
        pytest.param("(三)新建5G基站96个。全区达1460个。", id="figure in the first sentence"),
        pytest.param("第一产业增加值12.62亿元。", id="ordinal of another word"),
        pytest.param("2024.5万吨粮食入库。", id="figure with a point"),
        pytest.param(
            "一、全年完成投资15.6亿元，增长3.2%，其中工业投资占六成以上，比上年提高2.4个百分点；民间投资下降。",
            id="long numbered sentence",
        ),
    ],
)
def test_no_headings(line: str) -> None:
    """Numbered sentences stay sentences."""
    assert texts(f"{HEAD}现将情况通报如下。\n{line}\n", Kind.HEADING) == []


def test_sections_nest_by_their_numbering() -> None:
    """A heading of a higher level ends those below it."""
    text = HEAD + "一、甲\n甲文。\n（一）乙\n乙文。\n1. 丙\n丙文。\n（二）丁。丁文。\n二、戊\n戊文。\n"
    found = {passage.text: passage.section for passage in cut(text) if passage.kind is Kind.SENTENCE}
    assert found == {
        "甲文。": ("一、甲",),
        "乙文。": ("一、甲", "（一）乙"),
        "丙文。": ("一、甲", "（一）乙", "1.丙"),
        "丁文。": ("一、甲", "（二）丁"),
        "戊文。": ("二、戊",),
    }
    assert [(block.title, block.level) for block in blocks(text) if block.kind is Kind.HEADING] == [
        ("一、甲", 1), ("（一）乙", 2), ("1.丙", 3), ("（二）丁", 2), ("二、戊", 1),
    ]  # fmt: skip


TABLES = [
    pytest.param(
        "表1 主要产品产量\n产品名称 产量(万吨) 比上年增长(%)\n水泥 310.25 -7.9\n#白水泥 3.10 持平\n",
        ["表1 主要产品产量", "产品名称 产量(万吨) 比上年增长(%)"],
        ["水泥 310.25 -7.9", "#白水泥 3.10 持平"],
        id="plain lines",
    ),
    pytest.param(
        "表2 财政收支(单位:万元)\n指标 绝对数\n收入 330712\n支出 601480\n",
        ["表2 财政收支(单位:万元)", "指标 绝对数"],
        ["收入 330712", "支出 601480"],
        id="unit in the title",
    ),
    pytest.param(
        "主要农产品产量\n单位：万吨\n| 产品 | 2024年 |\n| --- | ---: |\n| 粮食 | 4.82 |\n| | 3.14 |\n",
        ["主要农产品产量", "单位：万吨", "产品 | 2024年"],
        ["粮食 | 4.82", "| 3.14"],
        id="markdown, an empty first cell",
    ),
    pytest.param(
        "地区 | 出口 | 出口\n地区 | 总额 | 增长\n全市 | 76.38 | 7.8\n",
        ["地区 | 出口 | 出口", "地区 | 总额 | 增长"],
        ["全市 | 76.38 | 7.8"],
        id="two head rows",
    ),
    pytest.param(
        "项目 | 单位\n跨海大桥 | 市交通局\n第二医院 | 市卫健局\n",
        ["项目 | 单位"],
        ["跨海大桥 | 市交通局", "第二医院 | 市卫健局"],
        id="words only",
    ),
    pytest.param(
        "指标\t单位\t总量\n生产 总值\t亿元\t98.64\n常住人口\t万人\t18.6\n",
        ["指标\t单位\t总量"],
        ["生产 总值\t亿元\t98.64", "常住人口\t万人\t18.6"],
        id="tabs",
    ),
]


TABLES.append(
    pytest.param(
        "表3 财政收支\n单位：万元\n指标\n绝对数\n比上年增长(%)\n收入\n330712\n4.9\n#税收\n279106\n持平\n支出\n601480\n-3.3\n",
        ["表3 财政收支", "单位：万元", "指标\n绝对数\n比上年增长(%)"],
        ["收入\n330712\n4.9", "#税收\n279106\n持平", "支出\n601480\n-3.3"],
        id="one cell a line",
    )
)
TABLES.append(
    pytest.param(
        "产品\n单位\n产量\n粮食\n万吨\n4.82\n茶叶\n吨\n6585\n水果\n万吨\n—\n",
        ["产品\n单位\n产量"],
        ["粮食\n万吨\n4.82", "茶叶\n吨\n6585", "水果\n万吨\n—"],
        id="one cell a line, with units",
    )
)


@pytest.mark.parametrize(("table", "captions", "rows"), TABLES)
def test_tables(table: str, captions: list[str], rows: list[str]) -> None:
    """Rows, and what is above them."""
    text = f"{HEAD}一、工业\n产量见下表。\n{table}注意事项另行通知。\n"
    assert texts(text, Kind.CAPTION) == captions
    assert texts(text, Kind.ROW) == rows
    assert texts(text, Kind.SENTENCE) == ["产量见下表。", "注意事项另行通知。"]


def test_lines_broken_inside_a_sentence_are_one() -> None:
    """A hard wrap, even inside a figure; paragraphs begin with an indentation."""
    text = "某市林业局\n  全市竹林三百二十万亩（其中毛竹林 2 10万亩，居全省第\n三位。占全市的2\n7.0%。\n  全年产值增长8.\n7%。\n"
    assert texts(text, Kind.SENTENCE) == [
        "全市竹林三百二十万亩（其中毛竹林 2 10万亩，居全省第\n三位。", "占全市的2\n7.0%。", "全年产值增长8.\n7%。",
    ]  # fmt: skip


def test_lines_wrapped_at_one_width_are_one_paragraph() -> None:
    """As a text layer gives them, without indentation."""
    long = (
        "今年以来全市工业生产保持稳定增长一季度规模以上工业增加值同比增长百分之五点三其中装备制造业增长较快。"
    )
    wrapped = "\n".join(long[start : start + 24] for start in range(0, len(long), 24))
    found = [
        passage
        for passage in cut(f"{HEAD}一、工业\n{wrapped}\n二、农业\n{wrapped}\n")
        if passage.kind is Kind.SENTENCE
    ]
    assert [passage.text.replace("\n", "") for passage in found] == [long, long]


def test_wrapped_lines_with_a_blank_one_between_each_are_one_paragraph() -> None:
    """As pages have texts that were copied line by line; two ASCII characters take the room of one other."""
    policy = (
        "对新认定为省级智能车间、省级绿色车间、市级智能车间的企业,\n\n分别给予 60 万元、30 万元、15 万元奖励。\n\n"
        "对首次通过数据管理能力成熟度评估三级以上的软件和信息服务\n\n业企业,按照评估费用的百分之五十给予补助,最高 12 万元。\n\n"
    )
    assert [
        one.replace("\n", "") for one in texts(f"云岭县若干政策\n\n一、奖励\n\n{policy}", Kind.SENTENCE)
    ] == [
        "对新认定为省级智能车间、省级绿色车间、市级智能车间的企业,分别给予 60 万元、30 万元、15 万元奖励。",
        "对首次通过数据管理能力成熟度评估三级以上的软件和信息服务业企业,按照评估费用的百分之五十给予补助,最高 12 万元。",
    ]


def test_paragraphs_with_a_blank_line_between_stay_apart() -> None:
    """Where they are no lines of one width."""
    text = "云岭县简介\n\n一、茶园\n\n茶园12.8万亩,年产干茶1.1万吨,是全县第一大农业产业\n\n竹林30万亩,年产毛竹两千万根。\n\n油茶3万亩。\n\n"
    assert len(texts(text, Kind.SENTENCE)) == 3


def test_the_letterhead_and_the_foot_are_meta() -> None:
    """Around the body; thanks are a sentence."""
    text = (
        "云岭县农业农村局\n云农函〔2024〕18号\n关于第52号建议的答复\n蓝秀英等代表:\n收悉。现答复如下:\n一、茶园\n茶园12.8万亩。\n"
        "感谢支持!\n联系人:雷春生 联系电话:0588-64112206\n云岭县农业农村局\n2024年7月10日\n(此件公开发布)\n抄送:县人大,县政府办。\n"
    )
    assert texts(text, Kind.SENTENCE) == ["收悉。", "现答复如下:", "茶园12.8万亩。", "感谢支持!"]
    assert len(texts(text, Kind.META)) == 9


def test_front_matter_is_no_part_of_the_text() -> None:
    """Nor a rule of dashes."""
    text = "---\ntitle: 公报\n---\n# 公报\n\n产值2亿元。\n\n---\n\n出口1亿元。\n"
    assert [passage.text for passage in cut(text)] == ["公报", "产值2亿元。", "出口1亿元。"]


def whole(text: str) -> None:
    """Every passage is where it says, in order and apart; only blanks and markup are between them."""
    found = cut(text)
    place, between = 0, ""
    for passage in found:
        assert place <= passage.start < passage.end
        assert text[passage.start : passage.end] == passage.text == passage.text.strip()
        assert passage.id == f"x:{passage.start}"
        between += text[place : passage.start]
        place = passage.end
    between += text[place:]
    assert not between.strip(" \t\r\n\f\v\u3000\xa0\ufeff|#-:")
    assert [p.paragraph for p in found] == sorted(p.paragraph for p in found)


LINES = st.sampled_from([
    "一、综合", "（一）加快转型。全年完成12家。", "全年产值24.69亿元，同比增长45.1%。其中出口下降2%", "粮食 4.82 0.6", "茶叶 6585 2.6",
    "| 产品 | 产量 |", "| --- | --- |", "| 粮食 | 4.82 |", "表1 产量(单位:万吨)", "", "  缩进的段落，还没有完", "三位。后一句。", "7.0%，其中",
    "联系人:张航", "2024年7月25日", "# 公报", "某某局", "“引号。没有完", "1.第一项", "---", "指标 总量 增长(%)", "\u3000\u3000全角缩进。", "a b 1 2",
])  # fmt: skip


@given(st.lists(LINES, max_size=14).map("\n".join))
def test_passages_are_the_whole_text(text: str) -> None:
    """Whatever lines follow each other."""
    whole(text)


@given(st.text(alphabet="一二、（）(。；：:“”|#- \n\t\u300012.5%亿元表年", max_size=60))
def test_passages_are_the_whole_text_of_anything(text: str) -> None:
    """Whatever characters."""
    whole(text)


def test_the_shipped_letter() -> None:
    """Every passage of it, as read by a person."""
    letter = Letter("2024-jiaojiang-133", SHIPPED.read_text(encoding="utf-8"), "")
    rows = [f"{p.kind}\t{' > '.join(p.section)}\t{p.start}\t{p.text}" for p in passages(letter)]
    assert rows == (GOLDEN / "2024-jiaojiang-133.passages.tsv").read_text(encoding="utf-8").splitlines()


@pytest.mark.skipif(not EXAMPLES.is_dir(), reason="the example documents are not beside the checkout")
@pytest.mark.parametrize("name", sorted(p.name for p in EXAMPLES.glob("*") if p.suffix in (".txt", ".md")))
def test_passages_are_the_whole_of_the_examples(name: str) -> None:
    """Fourteen forms of documents."""
    whole((EXAMPLES / name).read_text(encoding="utf-8"))
