"""Figures: the golden tables, sentences of each grammar, and what holds for any text."""

import csv
from pathlib import Path

import pytest

from corpus.amounts.broken import printed
from corpus.document.metadata import letter
from corpus.extraction.figures import figures
from corpus.figure import Figure, Measure
from corpus.passage import passages
from corpus.source import read
from tests.replies import of_sentence

GOLDEN = Path(__file__).parent / "data" / "golden"
SHARED = Path(__file__).parents[2] / "shared"
SUFFIX = ".figures.tsv"


def golden_source(table: Path) -> Path:
    """The document that a golden table was read from."""
    shipped = Path(__file__).parents[1] / "corpus" / "letters"
    folders = (shipped, SHARED / "corpus", SHARED / "eval" / "docs")
    found = [
        path
        for folder in folders
        for path in folder.glob(f"{table.name.split(SUFFIX)[0]}.*")
        if path.suffix != ".toml"
    ]
    if not found:
        pytest.skip(f"the document of {table.name} is not in this checkout")
    return found[0]


def shown(figure: Figure) -> tuple[str, str, str]:
    """Name, printed value and measure."""
    return figure.name, figure.quantity.raw, figure.measure.value


@pytest.mark.parametrize("table", sorted(GOLDEN.glob("*.figures.tsv")), ids=lambda path: path.name)
def test_golden_tables_are_met_figure_by_figure(table: Path) -> None:
    """Every row, written by reading the document, is found with exactly these slots, and no figure besides."""
    document = letter(read(golden_source(table)))
    found = {figure.quantity.start: figure for figure in figures(document, passages(document))}
    text = printed(document.text)
    with table.open(encoding="utf-8") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t"))
    wanted = {}
    for row in rows:
        before = row.pop("before").replace("⏎", "\n")
        assert text.count(before) == 1, f"ambiguous row: {before}"
        start = text.index(before) + len(before)
        wanted[start] = {key: value for key, value in row.items() if value != "*"}
    got = {start: row_of(figure, document.place) for start, figure in found.items()}
    known = {start: {key: row[key] for key in wanted.get(start, row)} for start, row in got.items()}
    assert known == wanted


def row_of(figure: Figure, home: str) -> dict[str, str]:
    """The figure in a golden table's columns."""
    period = figure.period
    return {
        "raw": figure.quantity.raw,
        "place": "" if figure.place == home else figure.place,
        "subject": figure.subject,
        "indicator": figure.indicator,
        "name": figure.name,
        "period": f"{period.first}/{period.last}" if period else "",
        "status": figure.status.value,
        "measure": figure.measure.value,
        "direction": str(figure.direction),
        "basis": figure.basis,
        "whole": figure.whole,
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "泵阀、家纺两大产业分别实现产值126.83亿元和70.52亿元，同比分别增长7.1%和-3.6%。",
            [
                ("泵阀产值", "126.83亿元", "level"),
                ("家纺产值", "70.52亿元", "level"),
                ("泵阀产值", "7.1%", "growth"),
                ("家纺产值", "-3.6%", "growth"),
            ],
            id="two lists, one of names",
        ),
        pytest.param(
            "城镇、农村居民人均可支配收入分别达到61280元和38950元，增长4.6%和6.5%。",
            [
                ("城镇居民人均可支配收入", "61280元", "level"),
                ("农村居民人均可支配收入", "38950元", "level"),
                ("城镇居民人均可支配收入", "4.6%", "growth"),
                ("农村居民人均可支配收入", "6.5%", "growth"),
            ],
            id="shared indicator, second list without 分别",
        ),
        pytest.param("甲、乙、丙三镇分别实现产值1.2亿元和3.4亿元。", [], id="counts differ: refused"),
        pytest.param(
            "规上工业利润总额19.27亿元，同比下降6.3%，降幅比一季度收窄4.5个百分点。",
            [
                ("规上工业利润总额", "19.27亿元", "level"),
                ("规上工业利润总额", "6.3%", "growth"),
                ("规上工业利润总额", "4.5个百分点", "change"),
            ],
            id="level, growth, change of the growth",
        ),
        pytest.param(
            "规上工业企业实现营业收入241.9亿元；利润总额14.35亿元。",
            [("规上工业企业营业收入", "241.9亿元", "level"), ("规上工业企业利润总额", "14.35亿元", "level")],
            id="an owned indicator continues its owner",
        ),
        pytest.param(
            "规上工业增加值增长11.3%，出口498.7亿元、增长23.6%。",
            [
                ("规上工业增加值", "11.3%", "growth"),
                ("出口", "498.7亿元", "level"),
                ("出口", "23.6%", "growth"),
            ],
            id="one of its own does not",
        ),
        pytest.param(
            "机采茶园比重由2020年的18.5%提高到2023年的41.2%。",
            [("机采茶园比重", "18.5%", "share"), ("机采茶园比重", "41.2%", "share")],
            id="from A to B",
        ),
        pytest.param(
            "全年农林牧渔业总产值26.85亿元。其中农业14.62亿元、林业3.97亿元。",
            [
                ("农林牧渔业总产值", "26.85亿元", "level"),
                ("农业总产值", "14.62亿元", "level"),
                ("林业总产值", "3.97亿元", "level"),
            ],
            id="parts take the whole's indicator",
        ),
        pytest.param(
            "212家规上工业企业中，产值下降的有95家，占44.8%。",
            [
                ("规上工业企业", "212家", "level"),
                ("规上工业企业产值下降", "95家", "level"),
                ("规上工业企业产值下降", "44.8%", "share"),
            ],
            id="a group and a part of it",
        ),
        pytest.param(
            "技术合同成交额27.58亿元，是2020年的3.4倍。",
            [("技术合同成交额", "27.58亿元", "level"), ("技术合同成交额", "3.4倍", "multiple")],
            id="times as much is no growth",
        ),
        pytest.param(
            "已建成中试平台3个，在建2个。",
            [("中试平台", "3个", "level"), ("在建中试平台", "2个", "level")],
            id="a verb without its noun",
        ),
        pytest.param(
            "一般公共预算支出中用于民生的占78.6%。",
            [("民生", "78.6%", "share")],
            id="a part named inside its whole",
        ),
        pytest.param(
            "近百家企业引进了自动化设备。", [("企业引进了自动化设备", "近百家", "level")], id="noun behind"
        ),
    ],
)
def test_names_and_measures(text: str, expected: list[tuple[str, str, str]]) -> None:
    """Each amount gets the noun phrase that names it, said or continued."""
    assert [shown(figure) for figure in of_sentence(text)] == expected


@pytest.mark.parametrize(
    ("text", "title", "expected"),
    [
        pytest.param(
            "已出让工业用地215亩，确保全年出让400亩以上。", "", ["实绩", "目标"], id="done, then planned"
        ),
        pytest.param(
            "全年力争新增企业28家，上半年已上规11家。", "", ["目标", "实绩"], id="planned, then done"
        ),
        pytest.param(
            "规上工业增加值增长4.8%，未达到年初确定的6%的预期目标。", "", ["实绩", "目标"], id="missed"
        ),
        pytest.param("改造老旧小区36个。", "下一步工作计划", ["目标"], id="title tells plans"),
        pytest.param("改造老旧小区36个。", "工作进展情况", ["实绩"], id="title tells results"),
        pytest.param("常住人口人均预期寿命81.2岁。", "", ["实绩"], id="预期寿命 is no plan"),
        pytest.param(
            "主要预期目标是：出口增长5%；投资增长6%。", "", ["目标", "目标"], id="mood of the sentence"
        ),
    ],
)
def test_plans_and_results(text: str, title: str, expected: list[str]) -> None:
    """A target is told from a result by its clause, its sentence, its section."""
    assert [figure.status.value for figure in of_sentence(text, title=title)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "2023年茶叶产量6420吨，2024年增加到6585吨。", ["2023-01-01", "2024-01-01"], id="two years"
        ),
        pytest.param(
            "技改投资13.24亿元，比2022年增长34.2%。", ["2024-01-01", "2024-01-01"], id="a base is no period"
        ),
        pytest.param(
            "总产值431.20亿元（上年同期为408.33亿元）。", ["2024-01-01", "2023-01-01"], id="bracketed base"
        ),
        pytest.param(
            "到2026年，茶园面积稳定在13万亩，产值达到30亿元。", ["2026-01-01", "2026-01-01"], id="goal year"
        ),
        pytest.param(
            "1949年，成立各族联合政府。1955年1月4日，改称云溪县。常住人口12.8万人。",
            ["2024-01-01"],
            id="a chronicle hands on no year",
        ),
        pytest.param(
            "年末生猪存栏9.7万头，全年出栏15.2万头。", ["2024-12-31", "2024-01-01"], id="stock and flow"
        ),
    ],
)
def test_periods(text: str, expected: list[str]) -> None:
    """The first day of each figure's period."""
    assert [str(figure.period.first) for figure in of_sentence(text) if figure.period] == expected


def test_directions_and_what_they_are_against() -> None:
    """A fall is negative however it is printed, a smaller fall too, and 持平 is neither."""
    found = of_sentence(
        "工业投资同比增长-3.9%，其中技改投资下降6.5%，民间投资与上年持平，降幅比一季度收窄2个百分点。"
    )
    assert [(figure.direction, figure.basis, str(figure.signed)) for figure in found] == [
        (-1, "同比", "-3.9"),
        (-1, "", "-6.5"),
        (0, "与上年", "0"),
        (-1, "比一季度", "-2"),
    ]


def test_gaps_ranks_and_shares_say_of_what() -> None:
    """`whole` is the other side of a gap, where a rank is and what a share is of."""
    found = of_sentence("规上工业增加值82.41亿元，占全市的8.1%，增速高于全市平均1.2个百分点，居全市第三位。")
    assert [(figure.measure, figure.whole) for figure in found[1:]] == [
        (Measure.SHARE, "全市"),
        (Measure.GAP, "全市平均"),
        (Measure.RANK, "全市"),
    ]
    assert {figure.name for figure in found} == {"规上工业增加值"}


def test_places_inside_a_clause() -> None:
    """A place named for one clause is that figure's place; the letter's own needs no naming."""
    found = of_sentence("全区出口12亿元，其中小临江出口3亿元；海屿市出口8亿元，增长5%；全省出口增长4%。")
    assert [figure.place for figure in found] == ["临江区", "小临江", "海屿市", "海屿市", "全省"]
