"""Ruled tables of pages, of PDF and of OFD files: what is in one cell and is a table of its own, frames, drawn letters."""

from pathlib import Path

import pytest

from corpus.formats.structure.unread import Unread
from corpus.source import Fault, UnreadableSource, read
from tests import test_ofd, test_pdf
from tests.drawn import Sheet, drawn
from tests.test_ofd import code, layer, text

ACROSS, DOWN = (60, 160, 500), (100, 130, 240, 270)
INNER = [
    ("项目名称", "数量", "单价", "金额"),
    ("茶叶包装", "12", "35.00", "420.00"),
    ("合计", "", "", "¥420.00"),
]


def form() -> Sheet:
    """A form, in its middle a table without lines."""
    sheet = Sheet().text(70, 122, "购买方").text(170, 122, "名称：青岚县农业农村局")
    for down, row in enumerate(INNER):
        for across, cell in enumerate(row):
            sheet.text(70 + 110 * across, 160 + 30 * down, cell)
    sheet.text(70, 262, "价税合计").text(170, 262, "肆佰贰拾圆整")
    for y in DOWN:
        sheet.line(60, y, 500, y)
    for x in (60, 500):
        sheet.line(x, 100, x, 270)
    return sheet.line(160, 100, 160, 130).line(160, 240, 160, 270)


def test_a_row_that_is_a_table_of_its_own_parts_the_form(tmp_path: Path) -> None:
    """Its lines are rows where they stand, the rest of the form is above and below."""
    assert test_pdf.lines(tmp_path, drawn(form())) == [
        "购买方 | 名称：青岚县农业农村局",
        "项目名称 | 数量 | 单价 | 金额",
        "茶叶包装 | 12 | 35.00 | 420.00",
        "合计  ¥420.00",
        "价税合计 | 肆佰贰拾圆整",
    ]


def test_lines_beside_each_other_in_cells_are_rows_under_their_heads(tmp_path: Path) -> None:
    """No line is drawn between them."""
    sheet = Sheet().grid((60, 170, 280, 390, 500), (100, 200))
    for down, row in enumerate(INNER):
        for across, cell in enumerate(row):
            sheet.text(70 + 110 * across, 120 + 30 * down, cell)
    assert test_pdf.lines(tmp_path, drawn(sheet)) == [
        "项目名称 | 数量 | 单价 | 金额",
        "茶叶包装 | 12 | 35.00 | 420.00",
        "合计 |  |  | ¥420.00",
    ]


LEFT = [("地区", "工业产值", "增速"), ("云溪镇", "12.5", "6.4"), ("石桥镇", "9.1", "-2.3")]
RIGHT = [("农业产值", "增速"), ("3.26", "4.1"), ("5.08", "2.0")]
AGAIN = [("地区", "农业产值"), ("云溪镇", "3.26"), ("石桥镇", "5.08")]


@pytest.mark.parametrize(
    ("right", "printed"),
    [
        pytest.param(
            RIGHT,
            [
                "地区 | 工业产值 | 增速 | 农业产值 | 增速",
                "云溪镇 | 12.5 | 6.4 | 3.26 | 4.1",
                "石桥镇 | 9.1 | -2.3 | 5.08 | 2.0",
            ],
            id="without names",
        ),
        pytest.param(
            AGAIN,
            [*(" | ".join(row) for row in LEFT), "续表", *(" | ".join(row) for row in AGAIN)],
            id="a table of its own",
        ),
    ],
)
def test_the_right_half_of_a_table_on_the_next_page(
    tmp_path: Path, right: list[tuple[str, ...]], printed: list[str]
) -> None:
    """Rows at the same heights, names on the left page alone."""
    pages = []
    for title, rows in (("青岚县分乡镇产值（亿元）", LEFT), ("", right)):
        sheet = Sheet().text(72, 70, title or "续表")
        across = [60 + 120 * place for place in range(len(rows[0]) + 1)]
        sheet.grid(across, (90, 120, 150, 180))
        for down, row in enumerate(rows):
            for place, cell in enumerate(row):
                sheet.text(70 + 120 * place, 112 + 30 * down, cell)
        pages.append(sheet)
    assert test_pdf.lines(tmp_path, drawn(*pages)) == ["青岚县分乡镇产值（亿元）", *printed]


def test_shading_of_lines_in_a_shaded_cell_draws_none(tmp_path: Path) -> None:
    """Word fills a cell, and in it each line of its text."""
    cells = [("企业", "资产负债率"), ("青岚县茶叶机械|制造有限公司", "57.31%"), ("云溪水务", "42.10%")]
    sheet = Sheet()
    for (top, bottom), row in zip(((100, 130), (130, 180), (180, 210)), cells, strict=True):
        for left, right, cell in ((60, 200, row[0]), (200, 340, row[1])):
            grey = 0.9 if top == 130 else 0.8
            sheet.shade(left, top, right, bottom, grey)
            for down, line in enumerate(cell.split("|")):
                sheet.shade(left + 5, top + 2 + 23 * down, right - 5, top + 25 + 23 * down, grey)
                sheet.text(left + 8, top + 18 + 23 * down, line)
    assert test_pdf.lines(tmp_path, drawn(sheet)) == [
        "企业 | 资产负债率",
        "青岚县茶叶机械制造有限公司 | 57.31%",
        "云溪水务 | 42.10%",
    ]


def test_what_is_said_by_keys_in_a_cell_is_not_glued(tmp_path: Path) -> None:
    """A key begins a line of its own."""
    sheet = Sheet().grid((60, 160, 500), (100, 190, 220)).text(70, 140, "购买方")
    for down, line in enumerate(("名称：青岚县茶叶协会", "电话：0571", "开户行：青岚支行")):
        sheet.text(170, 125 + 25 * down, line)
    sheet.text(70, 212, "备注").text(170, 212, "无")
    assert test_pdf.lines(tmp_path, drawn(sheet)) == [
        "购买方 | 名称：青岚县茶叶协会 电话：0571 开户行：青岚支行",
        "备注 | 无",
    ]


def test_text_in_one_cell_of_what_is_drawn_is_no_table(tmp_path: Path) -> None:
    """A letter with a red head drawn as shapes, in a frame: lines as they are."""
    sheet = Sheet().grid((60, 100, 140, 540), (40, 60)).grid((60, 540), (60, 300))
    sheet.text(72, 120, "青岚县水利局：").text(72, 150, "灌区改造投资3.2亿元。")
    assert "|" not in "".join(test_pdf.lines(tmp_path, drawn(sheet)))


def path(*points: tuple[float, float], more: str = "") -> str:
    """A line drawn on a page of an OFD file, from corner to corner."""
    (x, y), *rest = points
    way = f"M {x} {y} " + " ".join(f"L {across} {down}" for across, down in rest)
    return f'<o:PathObject Boundary="0 0 210 297" {more}><o:AbbreviatedData>{way}</o:AbbreviatedData></o:PathObject>'


def cell(words: str, left: float, top: float) -> str:
    """A text object at a place."""
    return text(code(words, 'X="0" Y="4"'), f"{left} {top} 60 5", 'Size="4"')


def ofd_grid(across: tuple[float, ...], down: tuple[float, ...], more: str = "") -> list[str]:
    """The lines of a table."""
    lines = [path((x, down[0]), (x, down[-1]), more=more) for x in across]
    return [*lines, *(path((across[0], y), (across[-1], y), more=more) for y in down)]


def test_ruled_tables_of_an_ofd_file(tmp_path: Path) -> None:
    """A name broken over two lines is one cell; a merged cell stands in each of its places."""
    table = [
        *ofd_grid((20, 70, 110, 150), (40, 50, 64, 74)),
        *(cell("指标", 22, 42), cell("产量", 72, 42), cell("增速", 112, 42)),
        *(
            cell("规模以上工业企业", 22, 51),
            cell("增加值", 22, 57),
            cell("12.5亿元", 72, 54),
            cell("6.4%", 112, 54),
        ),
        *(cell("茶叶", 22, 66), cell("3260吨", 72, 66), cell("2.1%", 112, 66)),
    ]
    assert test_ofd.lines(tmp_path, layer(cell("青岚县统计快报", 60, 20), *table)) == [
        "青岚县统计快报",
        "指标 | 产量 | 增速",
        "规模以上工业企业增加值 | 12.5亿元 | 6.4%",
        "茶叶 | 3260吨 | 2.1%",
    ]


@pytest.mark.parametrize(
    ("more", "printed"),
    [
        pytest.param("", "产量3260吨 | 增速2.1%", id="drawn"),
        pytest.param('Stroke="false"', "产量3260吨  增速2.1%", id="neither drawn nor filled"),
        pytest.param('Visible="false"', "产量3260吨  增速2.1%", id="not seen"),
    ],
)
def test_only_lines_that_are_seen_are_a_table(tmp_path: Path, more: str, printed: str) -> None:
    """What a page only carries along draws none."""
    page = layer(
        *ofd_grid((20, 70, 120), (40, 50), more), cell("产量3260吨", 22, 42), cell("增速2.1%", 72, 42)
    )
    assert test_ofd.lines(tmp_path, page) == [printed]


def test_an_ofd_page_whose_letters_are_none(tmp_path: Path) -> None:
    """A font of its own with private codes says nothing."""
    with pytest.raises(UnreadableSource) as refused:
        test_ofd.lines(tmp_path, layer(text(code("\ue11e\ue236\ue28a\ue0c0\ueb06\ue2f6\ue0da\ue0ba"))))
    assert refused.value.fault is Fault.GARBLED


def test_some_letters_that_are_none_are_said(tmp_path: Path) -> None:
    """Left out of the text, but for bullets not without a word; of a PDF file too."""
    test_ofd.lines(tmp_path, layer(text(code("茶叶产量\ue11e\ue236\ue28a3260吨，比上年增长6.4%。"))))
    source = read(tmp_path / "a.ofd")
    assert (source.text, source.unread) == ("茶叶产量  3260吨，比上年增长6.4%。\n", (Unread.GAPS.said(1),))
    sheet = Sheet().text(72, 80, "甲茶叶产量3260吨，乙丙丁比上年增长6.4%。").text(72, 110, "甲春茶1100吨。")
    for said, unread in (
        ({"乙": "\ue11e", "丙": "\ue236", "丁": "\ue28a"}, (Unread.GAPS.said(1),)),
        ({"甲": "\uf06c"}, ()),
    ):
        test_pdf.lines(tmp_path, drawn(sheet, said=said))
        assert read(tmp_path / "a.pdf").unread == unread
