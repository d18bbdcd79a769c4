"""Spreadsheets as a person sees them: formats, hidden parts, errors, strict and oversized files."""

import zipfile
from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

import pytest

from corpus.formats.workbook.builtin import BUILT_IN
from corpus.formats.workbook.numberformat import general, shown, shown_text
from corpus.source import Fault, UnreadableSource, read
from tests.counting import steps

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
FIGURES = {
    "no format": ("General", "24.690000000000001", "24.69"),
    "percent": ("0.0%", "0.451", "45.1%"),
    "percent in quotes": ('0.0"%"', "45.1", "45.1%"),
    "percent escaped": ("0.0\\%", "-3.2", "-3.2%"),
    "unit": ('0.00"亿元"', "24.69", "24.69亿元"),
    "unit without quotes": ("0.0万吨", "4.82", "4.8万吨"),
    "unit behind General": ('General"亿元"', "5.7", "5.7亿元"),
    "unit behind its Chinese name": ('G/通用格式"亿元"', "5.7", "5.7亿元"),
    "thousands": ("#,##0", "18654", "18654"),
    "tens of thousands": ('0!.0,"万元"', "246900", "24.7万元"),
    "tens of thousands escaped": ('0\\.0,"万元"', "-3200", "-0.3万元"),
    "four digits behind a quoted point": ('0"."0000"亿元"', "246900", "24.6900亿元"),
    "millions": ('0.00,,"百万元"', "312345678", "312.35百万元"),
    "half away from nothing": ("0.0", "0.25", "0.3"),
    "half of what is stored": ("0.00", "1.005", "1.01"),
    "loss in brackets": ("0.0_);(0.0)", "-3.2", "-3.2"),
    "loss in red": ("0.0;[Red]0.0", "-3.2", "-3.2"),
    "loss marked": ('0.0;"▲"0.0', "-3.2", "-3.2"),
    "gain in a word": ('"增长"0.0%;"下降"0.0%;"持平"', "0.051", "增长5.1%"),
    "loss in a word": ('"增长"0.0%;"下降"0.0%;"持平"', "-0.027", "-2.7%"),
    "loss in a word, with its unit": ('"盈利"0.0"亿元";"亏损"0.0"亿元"', "-3.2", "-3.2亿元"),
    "loss in a word, by a condition": ('[<0]"下降"0.0%;"增长"0.0%', "-0.027", "-2.7%"),
    "arrow behind a loss": ('0.0%"↑";0.0%"↓"', "-0.032", "-3.2%"),
    "loss with an arrow": ("↑0.0%;↓0.0%", "-0.032", "-3.2%"),
    "currency before a loss": ('"¥"0.0;"¥"0.0', "-3.2", "-¥3.2"),
    "gain marked": ("+0.0%;-0.0%", "0.091", "+9.1%"),
    "nothing": ('0.0;-0.0;"—"', "0", "—"),
    "not shown": (";;;", "5.7", ""),
    "accounts": ('_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ', "1234.5", "1234.50"),
    "nothing in accounts": ('_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ', "0", "-"),
    "currency": ("[$¥-804]#,##0.00", "1234.5", "¥1234.50"),
    "condition": ('[>=100000000]0.00,,"百万";[>=10000]0.0,"千";0', "25000", "25.0千"),
    "no condition fits but the last": ('[>=100000000]0.00,,"百万";[>=10000]0.0,"千";0', "25", "25"),
    "places that may stay empty": ("0.##", "5.70", "5.7"),
    "no place before the point": (".00", "0.5", ".50"),
    "leading noughts": ("00000", "123", "00123"),
    "nothing without a format": ("General", "-0", "0"),
    "two digits at least": ("#,#00.0", "5", "05.0"),
    "no digit before the point": ("#.0", "0.5", ".5"),
    "words around a loss": ('"约"0.00"亿元"', "-24.694", "-约24.69亿元"),
    "less than one, rounded": ("#,##0", "0.4", "0"),
    "scientific": ("0.00E+00", "123456", "123456"),
    "fraction": ("# ?/?", "0.5", "0.5"),
    "day": ('yyyy"年"m"月"d"日"', "45187", "2023年9月18日"),
    "month": ('yyyy"年"m"月"', "45627", "2024年12月"),
    "year": ("yyyy年", "45292", "2024年"),
    "day with its weekday": ('[$-804]m"月"d"日" aaaa', "45413", "5月1日 星期三"),
    "hour and minute": ("yyyy-mm-dd hh:mm", "45413.75", "2024-05-01 18:00"),
    "twelve hours": ("h:mm AM/PM", "0.75", "6:00 PM"),
    "hours over 24": ("[h]:mm:ss", "1.25", "30:00:00"),
    "no such day": ("yyyy-mm-dd", "-3", "-3"),
    "a day of 1900": ("yyyy/m/d", "1", "1900/1/1"),
}


@pytest.mark.parametrize(("pattern", "stored", "printed"), FIGURES.values(), ids=FIGURES)
def test_a_number_is_shown_as_its_format_says(pattern: str, stored: str, printed: str) -> None:
    """What the cell shows is what is cited."""
    assert shown(Decimal(stored), pattern) == printed


@pytest.mark.parametrize(
    ("number", "printed"),
    [(27, "2024年5月"), (31, "2024年5月1日"), (57, "2024年5月"), (58, "5月1日"), (14, "2024/5/1")],
)
def test_formats_that_every_program_knows(number: int, printed: str) -> None:
    """The Chinese ones too."""
    assert shown(Decimal(45413), BUILT_IN[number]) == printed


def test_numbers_and_texts_without_a_format_of_their_own() -> None:
    """Binary remnants are no digits; a text may have words around it."""
    assert [general(Decimal(n)) for n in ("123456789012", "0.1234567891234", "-12.50", "0.00001")] == [
        *("123456789012", "0.1234567891", "-12.5", "0.00001")
    ]
    assert (shown_text("云溪", '0;-0;0;@"镇"'), shown_text("5", "0.0")) == ("云溪镇", "5")
    assert shown(Decimal(0), "yyyy-mm-dd", from_1904=True) == "1904-01-01"


def cell(reference: str, value: str, kind: str = "", style: int = 0) -> str:
    if not kind:
        return f'<c r="{reference}" s="{style}"><v>{value}</v></c>'
    if kind == "inlineStr":
        return f'<c r="{reference}" t="inlineStr"><is><t>{escape(value)}</t></is></c>'
    return f'<c r="{reference}" t="{kind}" s="{style}"><v>{value}</v></c>'


def row(place: int, *values: str, attributes: str = "") -> str:
    """A row; what begins with < is a cell already."""
    cells = (
        value if value.startswith("<") or not value else cell(f"{'ABCDEFG'[column]}{place}", value, kind)
        for column, value in enumerate(values)
        for kind in ["" if value.replace(".", "").isdecimal() else "inlineStr"]
    )
    return f'<row r="{place}" {attributes}>{"".join(cells)}</row>'


def workbook(
    folder: Path,
    *sheets: str,
    formats: Sequence[str] = (),
    strings: str = "",
    states: Sequence[str] = (),
    strict: bool = False,
) -> Path:
    """A file of these sheets; the cells' styles are 0, one for each format, and a struck out one."""
    patterns = "".join(
        f'<numFmt numFmtId="{176 + place}" formatCode={quoteattr(pattern)}/>'
        for place, pattern in enumerate(formats)
    )
    looks = ['<xf numFmtId="0"/>', *(f'<xf numFmtId="{176 + place}"/>' for place in range(len(formats)))]
    styles = (
        f"<numFmts>{patterns}</numFmts><fonts><font/><font><strike/></font></fonts><fills><fill/></fills>"
        f'<cellXfs>{"".join(looks)}<xf numFmtId="0" fontId="1"/></cellXfs><cellStyles><cellStyle/></cellStyles>'
    )
    names = "".join(
        f'<sheet name="表{place}" sheetId="{place}" state="{state}" r:id="s{place}"/>'
        for place, state in enumerate([*states, *["visible"] * (len(sheets) - len(states))])
    )
    links = "".join(
        f'<Relationship Id="{name}" Type="{OFFICE}/{kind}" Target="{target}"/>'
        for name, kind, target in [
            *((f"s{place}", "worksheet", f"/xl/sheet{place}.xml") for place in range(len(sheets))),
            *(("styles", "styles", "styles.xml"), ("strings", "sharedStrings", "strings.xml")),
        ]
    )
    book = f'<Relationship Id="b" Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/>'
    files = {
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}">{book}</Relationships>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}">{links}</Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{SHEET}" xmlns:r="{OFFICE}"><sheets>{names}</sheets></workbook>',
        "xl/styles.xml": f'<styleSheet xmlns="{SHEET}">{styles}</styleSheet>',
        "xl/strings.xml": f'<sst xmlns="{SHEET}">{strings}</sst>',
        **{f"xl/sheet{place}.xml": _sheet(inside) for place, inside in enumerate(sheets)},
    }
    path = folder / "a.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        for name, text in files.items():
            if strict:
                text = text.replace(SHEET, "http://purl.oclc.org/ooxml/spreadsheetml/main")
                text = text.replace(OFFICE, "http://purl.oclc.org/ooxml/officeDocument/relationships")
            file.writestr(name, text)
    return path


def _sheet(inside: str) -> str:
    inside = inside if "<sheetData>" in inside else f"<sheetData>{inside}</sheetData>"
    return f'<worksheet xmlns="{SHEET}">{inside}</worksheet>'


def lines(path: Path) -> list[str]:
    return read(path).text.splitlines()


def test_hidden_rows_columns_and_sheets_are_not_read(tmp_path: Path) -> None:
    """Nor rows of no height and columns of no width; a merged title over a hidden column stays."""
    inside = (
        '<cols><col min="2" max="3" hidden="1"/><col min="5" max="5" width="0"/></cols><sheetData>'
        + row(1, "云岭县", "", "", "", "")
        + row(2, "指标", "草稿", "旧数", "产值", "内部")
        + row(3, "粮食", "1", "2", "4.82", "3")
        + row(4, "作废", "1", "2", "9.9", "3", attributes='hidden="1"')
        + row(5, "作废", "1", "2", "9.9", "3", attributes='ht="0"')
        + '</sheetData><mergeCells><mergeCell ref="A1:E1"/></mergeCells>'
    )
    path = workbook(
        tmp_path, inside, row(1, "草稿"), row(1, "草稿"), states=("visible", "hidden", "veryHidden")
    )
    assert lines(path) == ["云岭县", "指标 | 产值", "粮食 | 4.82"]


def test_what_cells_show(tmp_path: Path) -> None:
    """Formats, formulas without a value, errors, struck out cells, texts of several looks."""
    strings = (
        "<si><t>茶叶</t><rPh><t>chaye</t></rPh></si>"
        "<si><r><rPr><strike/></rPr><t>旧</t></r><r><t>面积(km</t></r>"
        '<r><rPr><vertAlign val="superscript"/></rPr><t>2</t></r><r><t>)</t></r>'
        '<r><rPr><vertAlign val="superscript"/></rPr><t>①</t></r></si>'
    )
    inside = (
        row(1, "指标", "数值", "同比", "备注")
        + row(2, cell("A2", "0", "s"), cell("B2", "5.7", style=1), cell("C2", "0.091", style=2))
        + row(3, cell("A3", "1", "s"), '<c r="B3"><f>SUM(B1:B2)</f></c>', cell("C3", "#DIV/0!", "e"), "待补")
        + row(4, "作废", cell("B4", "99", style=3), "1", cell("D4", "甲", "str"))
        + row(5, "日期", '<c r="B5" t="d"><v>2024-05-01T00:00:00Z</v></c>', cell("C5", "1", "b"), "乙")
    )
    assert lines(workbook(tmp_path, inside, formats=('0.0"亿元"', "+0.0%;-0.0%"), strings=strings)) == [
        "指标 | 数值 | 同比 | 备注",
        "茶叶 | 5.7亿元 | +9.1% |",
        "面积(km²) |  |  | 待补",
        "作废 |  | 1 | 甲",
        "日期 | 2024-05-01 | TRUE | 乙",
    ]


def test_a_name_without_its_figure_stays_a_row(tmp_path: Path) -> None:
    """So that the rows below it keep their head."""
    inside = (
        row(1, "指标", "数值", "备注")
        + row(2, "茶叶产量", cell("B2", "#DIV/0!", "e"))
        + row(3, "茶园面积", '<c r="B3"><f>SUM(B1:B2)</f><v></v></c>')
        + row(4, "茶叶产值", "5.7", "含税")
    )
    assert lines(workbook(tmp_path, inside)) == [
        *("指标 | 数值 | 备注", "茶叶产量 | |", "茶园面积 | |", "茶叶产值 | 5.7 | 含税")
    ]


def test_cells_stand_in_their_columns(tmp_path: Path) -> None:
    """Merged cells in all their places, a blank column once; rows and cells may leave out where they are."""
    inside = (
        "<sheetData><row><c t='inlineStr'><is><t>指标</t></is></c><c t='inlineStr'><is><t>上半年</t></is></c></row>"
        + row(2, "", cell("B2", "总量", "inlineStr"), cell("C2", "增速", "inlineStr"))
        + row(3, "产值", "5", "6", cell("H3", "7"))
        + '</sheetData><mergeCells><mergeCell ref="A1:A2"/><mergeCell ref="B1:C1"/></mergeCells>'
    )
    assert lines(workbook(tmp_path, inside)) == [
        "指标 | 上半年 | 上半年 |  |",
        "指标 | 总量 | 增速 |  |",
        "产值 | 5 | 6 |  | 7",
    ]


def test_strict_files_and_odd_styles_are_read(tmp_path: Path) -> None:
    """The namespaces differ; a fill without a pattern and a style without a name are none of a reader's business."""
    assert lines(workbook(tmp_path, row(1, "产值", "186.5"), row(1, "乙", "2"), strict=True)) == [
        *("## 表0", "产值 | 186.5", "## 表1", "乙 | 2")
    ]


def test_a_sheet_formatted_to_its_last_row_is_read_at_once(tmp_path: Path) -> None:
    """A million empty cells with a border are no data."""
    blank = "".join(
        f'<row r="{n}" s="1"><c r="A{n}" s="1"/><c r="B{n}" s="1"></c></row>' for n in range(3, 1_048_577)
    )
    path = workbook(tmp_path, row(1, "指标", "产值") + row(2, "粮食", "4.82") + blank)
    found: list[str] = []
    assert steps(lambda: found.extend(lines(path))) < 50_000
    assert found == ["指标 | 产值", "粮食 | 4.82"]


def test_a_small_file_of_endless_text_is_refused(tmp_path: Path) -> None:
    """One long text that every cell refers to."""
    rows = "".join(
        row(place, *[cell(f"{column}{place}", "0", "s") for column in "ABC"]) for place in range(1, 101)
    )
    path = workbook(tmp_path, rows, strings=f"<si><t>{'茶' * 40_000}</t></si>")
    with pytest.raises(UnreadableSource) as refused:
        read(path)
    assert refused.value.fault is Fault.SLOW


def test_a_format_that_says_nothing_shows_the_number(tmp_path: Path) -> None:
    """Some programs write one; 1.1 is not 1."""
    inside = (
        row(1, "指标", "数值")
        + row(2, "序号", cell("B2", "1.1", style=1))
        + row(3, "产值", cell("B3", "24.69", style=1))
    )
    assert lines(workbook(tmp_path, inside, formats=("",))) == ["指标 | 数值", "序号 | 1.1", "产值 | 24.69"]


@pytest.mark.parametrize("coded", ["_x000D_", "_x000d_", "_x000A_", "_x0009_"])
def test_what_xml_cannot_hold_is_no_text(tmp_path: Path, coded: str) -> None:
    """The end of a line, written as its code."""
    inside = row(1, "指标", "数值") + row(2, f"茶叶{coded}产量", "3260")
    assert lines(workbook(tmp_path, inside)) == ["指标 | 数值", "茶叶 产量 | 3260"]
