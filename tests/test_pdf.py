"""PDF files as their producers write them."""

from pathlib import Path

import pytest

from corpus.source import Fault, UnreadableSource, read
from tests.drawn import Sheet, drawn


def lines(folder: Path, content: bytes) -> list[str]:
    """What is read from a file."""
    path = folder / "a.pdf"
    path.write_bytes(content)
    return read(path).text.splitlines()


@pytest.mark.parametrize("said", ["\u00ad", "\x02"])
def test_a_hyphen_with_another_code_is_a_hyphen(tmp_path: Path, said: str) -> None:
    """A minus or a range, whatever the text layer calls it; at the end of a line too."""
    sheet = (
        Sheet()
        .text(72, 80, "居民消费价格上涨-0.3%，投资15-20亿元。")
        .text(72, 120, "目标是2-")
        .text(72, 140, "3%。")
    )
    found = "".join(lines(tmp_path, drawn(sheet, said={"-": said})))
    assert "上涨-0.3%，投资15-20亿元。" in found
    assert "2-3%" in found


def test_radicals_are_ideographs_and_pairs_are_letters(tmp_path: Path) -> None:
    """What some producers write for 长, 民 and 行, and letters outside the basic plane."""
    sheet = Sheet().text(72, 80, "居民收入增长5.6%，银行主任𠮷𬭎。")
    assert lines(tmp_path, drawn(sheet, said={"长": "⻓", "民": "⺠", "行": "⾏"})) == [
        "居民收入增长5.6%，银行主任𠮷𬭎。"
    ]


@pytest.mark.parametrize(("count", "read_pages"), [(1, 1), (2, 2), (3, 2)])
def test_a_wrong_count_of_pages(tmp_path: Path, count: int, read_pages: int) -> None:
    """Every page that can be loaded is read."""
    pages = [Sheet().text(72, 80, f"第{number}页有全年的统计文字和数据。") for number in "一二"]
    found = "".join(lines(tmp_path, drawn(*pages, count=count)))
    assert found == "".join(f"第{number}页有全年的统计文字和数据。" for number in "一二"[:read_pages])


def test_raised_numbers_are_note_marks(tmp_path: Path) -> None:
    """Beside a figure or a word; a unit's power is none."""
    sheet = (
        Sheet()
        .text(72, 80, "税收收入3.3")
        .text(149, 74, "1", 8)
        .text(153, 80, "亿元，增长5.1")
        .text(244, 74, "[2]", 8)
        .text(256, 80, "%，面积30km")
        .text(333, 74, "2", 8)
        .text(337, 80, "，耕地26万ｈｍ")
        .text(435, 74, "２", 8)
        .text(443, 80, "。")
    )
    assert lines(tmp_path, drawn(sheet)) == ["税收收入3.3亿元，增长5.1%，面积30km²，耕地26万ｈｍ２。"]


def test_a_power_of_ten_stays_one(tmp_path: Path) -> None:
    """Its exponent is neither a note mark nor a digit more; so is a lowered digit of a name before a number."""
    sheet = (
        Sheet()
        .text(72, 80, "年产茶叶3.2×10")
        .text(177, 74, "4", 8)
        .text(181, 80, "吨，减排CO")
        .text(251, 83, "2", 8)
        .text(255, 80, "8.1万吨，财政收入10")
        .text(388, 74, "[1]", 8)
        .text(400, 80, "亿元。")
    )
    assert lines(tmp_path, drawn(sheet)) == ["年产茶叶3.2×10⁴吨，减排CO₂8.1万吨，财政收入10亿元。"]


def test_letters_at_the_feet_of_others_stay_with_them(tmp_path: Path) -> None:
    """Small ones lower in the line: PM2.5."""
    sheet = (
        Sheet()
        .text(72, 80, "城区PM")
        .text(114, 83, "2.5", 8)
        .text(126, 80, "平均浓度35微克，下降6.3%。")
        .text(72, 102, "二氧化碳排放下降2.1%。")
    )
    assert lines(tmp_path, drawn(sheet)) == ["城区PM2.5平均浓度35微克，下降6.3%。", "二氧化碳排放下降2.1%。"]


@pytest.mark.parametrize("reach", [(0, 0), (880, -120), (1800, -900)])
def test_a_font_that_does_not_know_how_high_it_is(tmp_path: Path, reach: tuple[int, int]) -> None:
    """Stops stand low in their line, and are in it; letters of a font that reaches into other lines are in their own."""
    sheet = Sheet().text(72, 80, "全县粮食、茶叶、水果产量4.8万吨。").text(72, 102, "其中，粮食4.1万吨。")
    assert lines(tmp_path, drawn(sheet, reach=reach)) == [
        "全县粮食、茶叶、水果产量4.8万吨。",
        "其中，粮食4.1万吨。",
    ]


def test_stops_beside_letters_of_a_font_that_reaches_high_are_no_marks(tmp_path: Path) -> None:
    """Three figures stay three."""
    sheet = Sheet().text(72, 80, "青统函2024（12）号，工业5，6，7家。")
    assert lines(tmp_path, drawn(sheet, tall="0123456789")) == ["青统函2024（12）号，工业5，6，7家。"]


TABLE = [["指标", "总量(亿元)", "增速(%)"], ["地区生产总值", "186.5", "7.2"], ["财政总收入", "18.4", "-1.4"]]


@pytest.mark.parametrize("ruled", [True, False])
@pytest.mark.parametrize(("turn", "rotate"), [(0, 0), (90, 90), (90, 0), (180, 180), (270, 270), (270, 0)])
def test_a_turned_page_is_read_as_it_is_read(tmp_path: Path, turn: int, rotate: int, ruled: bool) -> None:
    """A wide table, written along the page's side, whether or not the file says that the page is turned."""
    sheet = Sheet(842, 595, rotate, turn).text(60, 60, "青岚县2024年上半年主要指标")
    for down, row in enumerate(TABLE):
        for across, cell in enumerate(row):
            sheet.text(60 + 150 * across, 100 + 24 * down, cell, 12)
    if ruled:
        sheet.grid((55, 205, 355, 505), (84, 108, 132, 156))
    assert lines(tmp_path, drawn(sheet)) == [
        "青岚县2024年上半年主要指标",
        *(" | ".join(row) for row in TABLE),
    ]


@pytest.mark.parametrize("step", [110, 128])
def test_columns_of_figures_are_no_newspaper_columns(tmp_path: Path, step: int) -> None:
    """A table without lines, however long its names: read row by row; a name near its figure is not glued to it."""
    table = [
        ("指标", "上半年", "去年同期", "增速"),
        ("地区生产总值", "1186.52", "1073.91", "7.2"),
        ("规上工业增加值", "361.23", "330.05", "9.3"),
        ("财政总收入", "118.40", "120.13", "-1.4"),
    ]
    sheet = Sheet().text(72, 60, "青岚县2024年上半年主要指标")
    for down, row in enumerate(table):
        for across, cell in enumerate(row):
            sheet.text(72 + step * across, 100 + 25 * down, cell)
    assert lines(tmp_path, drawn(sheet)) == [
        "青岚县2024年上半年主要指标",
        *(" | ".join(row) for row in table),
    ]


def test_a_watermark_is_not_read(tmp_path: Path) -> None:
    """Slanting letters over the text."""
    sheet = (
        Sheet()
        .text(72, 200, "全县生猪出栏18.6万头，同比下降2.3%。")
        .text(100, 260, "内部资料注意保存", 40, 35)
    )
    assert lines(tmp_path, drawn(sheet)) == ["全县生猪出栏18.6万头，同比下降2.3%。"]


def test_only_a_picture_is_a_scan(tmp_path: Path) -> None:
    """A page without anything is empty; letters drawn as shapes are a picture; a few words are text."""
    shapes = Sheet()
    for place in range(120):
        shapes.line(72 + 4 * place, 80, 74 + 4 * place, 90)
    pages = (
        (Sheet().picture(), Fault.SCANNED),
        (shapes, Fault.SCANNED),
        (Sheet().line(72, 80, 300, 80), Fault.EMPTY),
    )
    for sheet, fault in pages:
        with pytest.raises(UnreadableSource) as refused:
            lines(tmp_path, drawn(sheet))
        assert refused.value.fault is fault
    assert lines(tmp_path, drawn(Sheet().text(72, 80, "特此函告"))) == ["特此函告"]


@pytest.mark.parametrize(
    "heads", [("甲局", "乙县", "甲局", "乙县"), ("统计快报", "内部资料", "第7期", "注意保存"), ("同",) * 4]
)
def test_running_heads_are_not_read(tmp_path: Path, heads: tuple[str, ...]) -> None:
    """The same on all pages, on left and on right ones, or small type above all."""
    pages = [
        Sheet()
        .text(72, 50, head, 9)
        .text(72, 80, f"第{place}镇工业增加值增长")
        .text(72, 110, f"{place}.3%，下降")
        for place, head in enumerate(heads)
    ]
    body = "".join(f"第{place}镇工业增加值增长{place}.3%，下降" for place in range(4))
    assert "".join(lines(tmp_path, drawn(*pages))) == body


@pytest.mark.parametrize(
    "above", [("表1-1", "表1-2"), ("附件1", "附件2", "附件3"), ("表二", "表三", "表四", "表五")]
)
def test_the_number_of_a_table_above_a_page_is_read(tmp_path: Path, above: tuple[str, ...]) -> None:
    """Small type in one place on all pages, and no running head."""
    pages = [
        Sheet().text(72, 50, name, 11).text(72, 80, f"第{place}镇产值增长{place}.3%。")
        for place, name in enumerate(above)
    ]
    found = lines(tmp_path, drawn(*pages))
    assert [line for line in found if line in above] == list(above)


def test_a_line_that_comes_again_within_pages_is_read(tmp_path: Path) -> None:
    """What stands last on one page and within another is no running line."""
    pages = [
        Sheet().text(72, 80, first).text(72, 110, "新建厂房及配套设施").text(72, 140, last)
        for first, last in (("一期。", "一期投资3万元。"), ("二期。", "二期投资5万元。"))
    ]
    assert "".join(lines(tmp_path, drawn(*pages))).count("新建厂房及配套设施") == 2


def test_a_number_that_is_spaced_out_is_one(tmp_path: Path) -> None:
    """Blanks narrower than those between words part no digits; between two numbers they stay."""
    sheet = Sheet()
    for place, digit in enumerate("2678.68"):
        sheet.text(72 + 9 * place, 100, digit, 14).text(78 + 9 * place, 100, " ", 14)
    sheet.text(72, 140, "产量12 34")
    assert lines(tmp_path, drawn(sheet)) == ["2678.68", "产量12 34"]


@pytest.mark.parametrize("aside", [0.0, 0.3, 0.8])
def test_what_is_printed_twice_to_look_bold_is_read_once(tmp_path: Path, aside: float) -> None:
    """Over itself or a little aside, figures with digits that repeat too."""
    sheet = Sheet()
    for step in (0.0, aside):
        sheet.text(72 + step, 80, "全年粮食总产量88.66万吨，增长1.1%。")
    sheet.text(72, 110, "茶叶产量3300吨。")
    assert lines(tmp_path, drawn(sheet)) == ["全年粮食总产量88.66万吨，增长1.1%。", "茶叶产量3300吨。"]


@pytest.mark.parametrize(
    ("number", "year"), [("5-8", "2025年债务限额"), ("12", "1998年末户籍人口"), ("2.1", "2024年度决算")]
)
def test_a_year_behind_a_number_is_no_part_of_it(tmp_path: Path, number: str, year: str) -> None:
    """However narrow the blank between a table's number and its title is, or the gap alone; a number spaced out stays one."""
    end = 72 + 7 * len(number)
    sheet = Sheet().text(72, 80, number).text(end, 80, " ").text(end + 2, 80, year)
    for place, digit in enumerate("2025年"):
        sheet.text(72 + 9 * place, 120, digit).text(78 + 9 * place, 120, " ")
    sheet.text(72, 160, number).text(end + 3, 160, year)
    assert [line.split() for line in lines(tmp_path, drawn(sheet))[::2]] == [[number, year]] * 2
    assert lines(tmp_path, drawn(sheet))[1].split()[0] == "2025"


@pytest.mark.parametrize("leader", ["········", "........", "……………………"])
def test_the_contents_have_a_line_for_each_page(tmp_path: Path, leader: str) -> None:
    """The number of a page is not joined to the year or the name that begins the next line."""
    sheet, dots = Sheet(), leader * 8
    names = ("2025年收入表", "2025年支出表", "表3：债务表", "2026年收入表")
    for place, name in enumerate(names):
        sheet.text(72, 80 + 20 * place, (name + dots)[:26] + str(118 + place))
    found = lines(tmp_path, drawn(sheet))
    assert [(line[: len(name)], line[-3:]) for line, name in zip(found, names, strict=True)] == [
        (name, str(118 + place)) for place, name in enumerate(names)
    ]


@pytest.mark.parametrize(
    "note", ["2.省财政厅尚未下达债务限额。", "注：本表数据为预计执行数。", "说明：2024年数据为快报数。"]
)
def test_a_sentence_below_each_table_is_read(tmp_path: Path, note: str) -> None:
    """It is no running foot though every page ends with it; a line that is no sentence is one."""
    pages = [
        Sheet().text(72, 50, "内部资料").text(72, 80, f"第{place}镇产值增长{place}.3%。").text(72, 800, note)
        for place in range(1, 5)
    ]
    found = "".join(lines(tmp_path, drawn(*pages)))
    assert (found.count(note), found.count("内部资料")) == (4, 0)
