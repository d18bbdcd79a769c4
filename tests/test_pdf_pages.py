"""Pages of PDF files that are more than lines below each other: columns, merged cells, tables over pages, pictures."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from corpus.fault import Fault, UnreadableSource
from corpus.formats.structure.unread import Unread
from corpus.source import read
from tests.drawn import Sheet, drawn
from tests.test_pdf import lines

LEFT = ["一、种植业。全年茶叶产", "量3260吨，增长6.4%，茶", "园12.8万亩。"]
RIGHT = ["二、养殖业。生猪出栏18", ".6万头，下降2.3%，新建", "猪舍27个。"]


@pytest.mark.parametrize("shift", [0, 7])
def test_two_columns_are_read_one_after_the_other(tmp_path: Path, shift: int) -> None:
    """Whether or not their lines stand beside each other; what goes over both stays above and below."""
    sheet = Sheet().text(72, 60, "关于全县农业生产情况和下一步工作打算的报告（送审稿）")
    for place, (one, other) in enumerate(zip(LEFT, RIGHT, strict=True)):
        sheet.text(72, 100 + 20 * place, one, 16).text(300, 100 + shift + 20 * place, other, 16)
    sheet.text(72, 200, "以上报告，请予审议，如有不当之处请批评指正，谢谢大家。")
    found = lines(tmp_path, drawn(sheet))
    assert found[1:3] == ["".join(LEFT), "".join(RIGHT)]
    assert (found[0][:4], found[3][:4]) == ("关于全县", "以上报告")


def test_names_and_figures_beside_each_other_are_no_columns(tmp_path: Path) -> None:
    """Two short columns are read line by line."""
    sheet = Sheet()
    for place, (name, figure) in enumerate((("茶叶产量", "3260吨"), ("生猪", "18.6万头"), ("造林", "2万亩"))):
        sheet.text(72, 100 + 20 * place, name).text(300, 100 + 20 * place, figure)
    assert lines(tmp_path, drawn(sheet)) == ["茶叶产量  3260吨", "生猪  18.6万头", "造林  2万亩"]


@pytest.mark.parametrize("by_column", [True, False])
def test_text_from_top_to_bottom(tmp_path: Path, by_column: bool) -> None:
    """Its columns are read from right to left."""
    sheet = Sheet()
    for across, column in enumerate(("茶叶产量增长，", "生猪出栏下降。")):
        for down, letter in enumerate(column):
            sheet.text(400 - 30 * across, 100 + 16 * down, letter)
    if not by_column:
        sheet.texts.reverse()
        sheet.texts[:] = [*reversed(sheet.texts[:7]), *reversed(sheet.texts[7:])]
    assert lines(tmp_path, drawn(sheet)) == ["茶叶产量增长，生猪出栏下降。"]


def table(
    rows: Sequence[Sequence[str]],
    top: int = 100,
    sides: bool = True,
    closed: tuple[bool, bool] = (True, True),
) -> Sheet:
    """A page with a ruled table; without its outer sides, or without its first or last line."""
    sheet, places = Sheet(), [top + 24 * place for place in range(len(rows) + 1)]
    for down, row in enumerate(rows):
        for across, cell in enumerate(row):
            sheet.text(80 + 120 * across, places[down] + 17, cell, 12)
    walls = [72 + 120 * across for across in range(len(rows[0]) + 1)]
    for x in walls if sides else walls[1:-1]:
        sheet.line(x, places[0], x, places[-1])
    for y in places[0 if closed[0] else 1 : None if closed[1] else -1]:
        sheet.line(walls[0], y, walls[-1], y)
    return sheet


ROWS = [("乡镇", "产量(吨)", "产值(万元)"), ("云溪镇", "1260", "3120"), ("石桥镇", "2000", "2870")]


def barred(rows: Sequence[Sequence[str]]) -> list[str]:
    return [" | ".join(row) for row in rows]


def test_a_table_without_outer_sides(tmp_path: Path) -> None:
    """Its lines across go beyond the lines down."""
    assert lines(tmp_path, drawn(table(ROWS, sides=False))) == barred(ROWS)


def test_a_frame_around_text_is_no_table(tmp_path: Path) -> None:
    """Nor is a line under a head."""
    sheet = Sheet().text(80, 120, "内部资料，注意保存。").grid((72, 300), (100, 130)).line(72, 160, 500, 160)
    assert lines(tmp_path, drawn(sheet)) == ["内部资料，注意保存。"]


def test_merged_cells_stand_in_each_of_their_places(tmp_path: Path) -> None:
    """A head over two columns, a name beside two rows."""
    sheet = (
        Sheet().grid((72, 192), (100, 124)).grid((192, 432), (100, 124)).grid((72, 192, 312, 432), (124, 172))
    )
    sheet.line(192, 148, 432, 148).text(200, 117, "上半年", 12).text(80, 117, "乡镇", 12)
    for x, y, words in (
        (80, 150, "云溪镇"),
        (200, 141, "产量"),
        (320, 141, "1260"),
        (200, 165, "产值"),
        (320, 165, "3120"),
    ):
        sheet.text(x, y, words, 12)
    assert lines(tmp_path, drawn(sheet)) == [
        "乡镇 | 上半年 | 上半年",
        "云溪镇 | 产量 | 1260",
        "云溪镇 | 产值 | 3120",
    ]


def test_rows_without_lines_between_them(tmp_path: Path) -> None:
    """A head, and below it one row of cells that holds them all."""
    sheet = Sheet().grid((72, 192, 312), (100, 124, 200))
    for place, (name, figure) in enumerate((("乡镇", "产量"), ("云溪镇", "1260"), ("石桥镇", "2000"))):
        sheet.text(80, 117 + 26 * place, name, 12).text(200, 117 + 26 * place, figure, 12)
    assert lines(tmp_path, drawn(sheet)) == ["乡镇 | 产量", "云溪镇 | 1260", "石桥镇 | 2000"]


def test_rows_without_lines_leave_cells_empty(tmp_path: Path) -> None:
    """A figure stands beside its own name, also beside one that is broken, in whichever column it is."""
    sheet = Sheet().grid((72, 252, 372, 492), (100, 124, 260))
    for x, y, words in (
        (80, 117, "项目"),
        (260, 117, "预算数"),
        (380, 117, "执行数"),
        (80, 143, "一、上年末债务余额"),
        (380, 145, "5,219.55"),
        (80, 165, "二、本年末余额限额"),
        (260, 167, "5,649.27"),
        (80, 187, "其中国际金融组织和外国政府贷"),
        (380, 194, "0.75"),
        (80, 201, "款"),
        (80, 225, "三、本年还本额"),
        (380, 227, "795.98"),
    ):
        sheet.text(x, y, words, 12)
    assert lines(tmp_path, drawn(sheet)) == [
        "项目 | 预算数 | 执行数",
        "一、上年末债务余额 |  | 5,219.55",
        "二、本年末余额限额 | 5,649.27 |",
        "其中国际金融组织和外国政府贷款 |  | 0.75",
        "三、本年还本额 |  | 795.98",
    ]


@pytest.mark.parametrize("framed", ["table", "page"])
def test_a_title_within_the_frame_is_above_the_table(tmp_path: Path, framed: str) -> None:
    """Whether the frame is the table's own or goes round the page, where the table's right side is not drawn."""
    sheet = Sheet().text(200, 60, "青岚县债务余额情况表", 16).text(400, 90, "单位：亿元", 10)
    if framed == "table":
        sheet.grid((72, 492), (40, 100)).grid((72, 252, 372, 492), (100, 124, 148))
    else:
        sheet.grid((72, 580), (40, 800))
        for y in (100, 124, 148):
            sheet.line(72, y, 492, y)
        sheet.line(252, 100, 252, 148).line(372, 100, 372, 148)
    for y, row in ((117, ("项目", "预算数", "执行数")), (141, ("余额限额", "56.3", "52.1"))):
        for x, words in zip((80, 260, 380), row, strict=True):
            sheet.text(x, y, words, 12)
    found = ["青岚县债务余额情况表", "单位：亿元", "项目 | 预算数 | 执行数", "余额限额 | 56.3 | 52.1"]
    assert lines(tmp_path, drawn(sheet)) == found


def test_the_unit_within_the_head_is_above_the_table(tmp_path: Path) -> None:
    """It is no part of the head that it stands over."""
    sheet = table([("项目", "预算数"), ("余额限额", "56.3")]).text(220, 109, "单位：亿元", 8)
    assert lines(tmp_path, drawn(sheet)) == ["单位：亿元", "项目 | 预算数", "余额限额 | 56.3"]


MORE = [("河口镇", "900", "1300"), ("青田乡", "700", "1100")]


@pytest.mark.parametrize("head", [[], ROWS[:1]], ids=["no head", "the head again"])
@pytest.mark.parametrize("above", ["", "续表1", "（续表）"])
def test_a_table_goes_on_over_pages(tmp_path: Path, head: list[tuple[str, ...]], above: str) -> None:
    """One table with one head, page numbers and 续表 left out."""
    first, second = table(ROWS, 600), table([*head, *MORE], 120)
    first.text(290, 800, "— 1 —", 10)
    if above:
        second.text(250, 100, above, 12)
    assert lines(tmp_path, drawn(first, second)) == barred([*ROWS, *MORE])


def test_another_table_on_the_next_page_is_another(tmp_path: Path) -> None:
    """One of other columns does not go on."""
    other = [("指标", "数值"), ("财政收入", "5")]
    assert lines(tmp_path, drawn(table(ROWS), table(other))) == [*barred(ROWS), *barred(other)]


@pytest.mark.parametrize(
    ("closed", "rest"),
    [
        pytest.param(False, ("", "1", ""), id="no line at the end of the page"),
        pytest.param(True, ("", "及配套", ""), id="closed, but words go on"),
    ],
)
def test_a_row_cut_by_the_page_is_one_row(tmp_path: Path, closed: bool, rest: tuple[str, ...]) -> None:
    """Its cells go on on the next page."""
    cut = ("第5号", "新建厂房100" if not closed else "新建厂房", "1005")
    first = table([("项目", "内容", "投资"), cut], 600, closed=(True, closed))
    second = table([rest, ("第6号", "新建水厂", "1006")], 80, closed=(closed, True))
    whole = (cut[0], cut[1] + rest[1], cut[2])
    assert lines(tmp_path, drawn(first, second)) == barred(
        [("项目", "内容", "投资"), whole, ("第6号", "新建水厂", "1006")]
    )


def test_pages_that_are_pictures_are_said(tmp_path: Path) -> None:
    """And the others read, however few they are."""
    text = Sheet().text(72, 80, "茶叶产量3260吨，明细见附件。")
    path = tmp_path / "a.pdf"
    path.write_bytes(drawn(text, *(Sheet().picture() for _ in range(3)), text, Sheet().picture()))
    source = read(path)
    assert source.text.count("3260吨") == 2
    assert source.unread == (Unread.PAGES.said("2–4、6"),)


def test_letters_that_are_none_are_not_read(tmp_path: Path) -> None:
    """A font that does not say what it shows."""
    wrong = dict(zip("茶叶产量增长下降", "ÐÂÎÅÖÐÐÄÆß", strict=False))
    page = Sheet().text(72, 80, "茶叶产量增长下降茶叶产量")
    path = tmp_path / "a.pdf"
    path.write_bytes(drawn(page, said=wrong))
    with pytest.raises(UnreadableSource) as refused:
        read(path)
    assert refused.value.fault is Fault.GARBLED


@pytest.mark.parametrize(
    ("numbers", "kept"),
    [
        pytest.param([(290, 800, "— 7 —")], [], id="the page's own"),
        pytest.param([(290, 40, "7"), (290, 800, "第 7 页 共 9 页")], [], id="at both ends"),
        pytest.param([(72, 140, "3260")], ["3260"], id="a figure between lines"),
        pytest.param([(72, 140, "12"), (290, 800, "— 7 —")], ["12"], id="a figure, and the page's own"),
        pytest.param(
            [(72, 700 + 20 * place, str(figure)) for place, figure in enumerate((12, 10, 8))],
            ["12", "10", "8"],
            id="a column of figures below",
        ),
    ],
)
def test_only_a_page_number_is_left_out(
    tmp_path: Path, numbers: Sequence[tuple[int, int, str]], kept: list[str]
) -> None:
    """A number that stands alone among lines is a figure."""
    sheet = Sheet().text(72, 100, "全县茶叶产量和面积的情况如下：").text(72, 180, "以上数据请予核对。")
    for place in numbers:
        sheet.text(*place)
    found = lines(tmp_path, drawn(sheet))
    assert [line for line in found if line.isdecimal()] == kept
    assert not any("7" in line for line in found)
