"""Files as their programs show them: what a person sees is the text, and nothing else is."""

import io
import zipfile
from pathlib import Path

import docx
import openpyxl
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from corpus.formats.ofd.ofd import ofd
from corpus.formats.web.page import webpage
from corpus.formats.word.docx import word_document
from corpus.source import read

PATH = Path("letter")
VML = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'


def of_word(*paragraphs: str) -> list[str]:
    """The lines that are read of a docx file with these paragraphs' XML."""
    document = docx.Document()
    for inner in paragraphs:
        document.element.body.insert(-1, parse_xml(f"<w:p {nsdecls('w')} {VML}>{inner}</w:p>"))
    content = io.BytesIO()
    document.save(content)
    return word_document(content.getvalue(), PATH).text.splitlines()


def run(text: str, properties: str = "") -> str:
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t xml:space='preserve'>{text}</w:t></w:r>"


LOWERED = '<w:vertAlign w:val="subscript"/>'
RAISED = '<w:vertAlign w:val="superscript"/>'


@pytest.mark.parametrize(
    ("inner", "seen"),
    [
        pytest.param(
            f"{run('产值')}<w:del w:id='1' w:author='a'><w:r><w:delText>50.11</w:delText></w:r></w:del>"
            f"<w:ins w:id='2' w:author='a'>{run('52.34')}</w:ins>{run('亿元')}",
            "产值52.34亿元",
            id="revisions accepted",
        ),
        pytest.param(
            f"<w:moveFrom w:id='1' w:author='a'>{run('380个')}</w:moveFrom>{run('新建')}"
            f"<w:moveTo w:id='2' w:author='a'>{run('412个')}</w:moveTo>",
            "新建412个",
            id="moved",
        ),
        pytest.param(f"{run('9', '<w:vanish/>')}{run('377亩')}", "377亩", id="a hidden digit"),
        pytest.param(f"{run('99亿元', '<w:strike/>')}{run('24亿元')}", "24亿元", id="struck out"),
        pytest.param(run("24亿元", '<w:strike w:val="0"/>'), "24亿元", id="not struck out"),
        pytest.param(f"{run('税收')}{run('2', RAISED)}{run('3.3亿元')}", "税收3.3亿元", id="a note mark"),
        pytest.param(f"{run('3.3')}{run('[1]', RAISED)}{run('亿元')}", "3.3亿元", id="a mark in a figure"),
        pytest.param(f"{run('12.5km')}{run('2', RAISED)}", "12.5km²", id="square kilometres"),
        pytest.param(f"{run('3×10')}{run('4', RAISED)}{run('吨')}", "3×10⁴吨", id="a power of ten"),
        pytest.param(f"{run('CO')}{run('2', LOWERED)}{run('8.1万吨')}", "CO₂8.1万吨", id="a lowered digit"),
        pytest.param(f"<w:smartTag w:element='d'>{run('3260吨')}</w:smartTag>", "3260吨", id="smart tag"),
        pytest.param(f"<w:sdt><w:sdtContent>{run('9.3%')}</w:sdtContent></w:sdt>", "9.3%", id="control"),
        pytest.param(
            f"<w:fldSimple w:instr=' QUOTE '>{run('31.8万人')}</w:fldSimple>", "31.8万人", id="a simple field"
        ),
        pytest.param(
            "<w:r><w:fldChar w:fldCharType='begin'/><w:instrText>DOCPROPERTY x</w:instrText>"
            "<w:fldChar w:fldCharType='separate'/></w:r>" + run("0.82吨"),
            "0.82吨",
            id="a field's code",
        ),
        pytest.param(
            "<w:r><w:ruby><w:rt><w:r><w:t>zhé</w:t></w:r></w:rt>"
            "<w:rubyBase><w:r><w:t>喆</w:t></w:r></w:rubyBase></w:ruby></w:r>",
            "喆",
            id="ruby",
        ),
        pytest.param(
            "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:t>甲</w:t></mc:Choice>"
            "<mc:Fallback><w:t>甲</w:t></mc:Fallback></mc:AlternateContent></w:r>",
            "甲",
            id="one of two copies",
        ),
        pytest.param("<w:r><w:t>台州</w:t><w:noBreakHyphen/><w:t>温州</w:t></w:r>", "台州-温州", id="hyphen"),
    ],
)
def test_word_shows(inner: str, seen: str) -> None:
    """As Word does with all revisions accepted."""
    assert of_word(inner) == [seen]


def test_a_text_box_is_read_behind_its_paragraph() -> None:
    """Once, with its own paragraphs."""
    box = f"<w:r><w:pict><w:txbxContent><w:p>{run('文号 青政函〔2024〕37号')}</w:p></w:txbxContent></w:pict></w:r>"
    assert of_word(run("答复") + box) == ["答复", "文号 青政函〔2024〕37号"]


def test_merged_and_missing_cells_keep_their_columns() -> None:
    """A row that begins later, cells over two rows, and a hidden row."""
    rows = (
        "<w:tr><w:tc><w:p><w:r><w:t>乡镇</w:t></w:r></w:p></w:tc><w:tc><w:tcPr><w:gridSpan w:val='2'/></w:tcPr>"
        "<w:p><w:r><w:t>产值</w:t></w:r></w:p></w:tc></w:tr>"
        "<w:tr><w:tc><w:tcPr><w:vMerge w:val='restart'/></w:tcPr><w:p><w:r><w:t>云溪镇</w:t></w:r></w:p></w:tc>"
        "<w:tc><w:p><w:r><w:t>1</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>2</w:t></w:r></w:p></w:tc></w:tr>"
        "<w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc>"
        "<w:tc><w:p><w:r><w:t>3</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>4</w:t></w:r></w:p></w:tc></w:tr>"
        "<w:tr><w:trPr><w:gridBefore w:val='1'/></w:trPr><w:tc><w:p><w:r><w:t>5</w:t></w:r></w:p></w:tc>"
        "<w:tc><w:p><w:r><w:t>6</w:t></w:r></w:p></w:tc></w:tr>"
        "<w:tr><w:trPr><w:hidden/></w:trPr><w:tc><w:p><w:r><w:t>7</w:t></w:r></w:p></w:tc></w:tr>"
    )
    document = docx.Document()
    document.element.body.insert(-1, parse_xml(f"<w:tbl {nsdecls('w')}>{rows}</w:tbl>"))
    content = io.BytesIO()
    document.save(content)
    assert word_document(content.getvalue(), PATH).text.splitlines() == [
        "乡镇 | 产值 | 产值",
        "云溪镇 | 1 | 2",
        "云溪镇 | 3 | 4",
        "|  | 5 | 6 |",
    ]


def test_a_number_of_words_own_does_not_join_the_figure(tmp_path: Path) -> None:
    """2. before 15个 is no 2.15个."""
    document = docx.Document()
    for text in ("15个项目开工", "改造管网"):
        document.add_paragraph(text, style="List Number")
    document.save(str(tmp_path / "a.docx"))
    assert read(tmp_path / "a.docx").text.splitlines() == ["1. 15个项目开工", "2.改造管网"]


def test_strict_word_files_and_odd_links_are_read(tmp_path: Path) -> None:
    """Office opens them, so they are not damaged."""
    document = docx.Document()
    document.add_paragraph("规上工业增加值61.2亿元。")
    content = io.BytesIO()
    document.save(content)
    usual, strict = (
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
    )
    with zipfile.ZipFile(content) as old, zipfile.ZipFile(tmp_path / "a.docx", "w") as new:
        for name in old.namelist():
            if "numbering" not in name:  # a link to a part that is not there
                new.writestr(name, old.read(name).replace(usual, strict))
    assert "61.2亿元" in read(tmp_path / "a.docx").text


@pytest.mark.parametrize(
    ("value", "pattern", "shown"),
    [
        pytest.param(45.1, '0.0"%"', "45.1%", id="a quoted % is a letter"),
        pytest.param(0.451, "0.0%", "45.1%", id="a bare one multiplies"),
        pytest.param(24.691, '0.00"亿元"', "24.69亿元", id="a unit"),
        pytest.param(246900, '0!.0,"万元"', "24.7万元", id="ten thousands"),
        pytest.param(312345678, '0.00,,"百万元"', "312.35百万元", id="millions"),
        pytest.param(3260, '#,##0"吨"', "3260吨", id="grouped"),
        pytest.param(-0.014, "+0.0%;-0.0%", "-1.4%", id="a section for what fell"),
        pytest.param(45413, 'yyyy"年"m"月"', "2024年5月", id="a month"),
        pytest.param(45413, 'e"年"', "2024年", id="a year in another letter"),
        pytest.param(45413, 'e"年"m"月"d"日"', "2024年5月1日", id="a day in it"),
        pytest.param(12.5, "General", "12.5", id="no format"),
        pytest.param("#DIV/0!", "General", "", id="an error"),
    ],
)
def test_a_workbook_shows(value: object, pattern: str, shown: str, tmp_path: Path) -> None:
    """As Excel does by the cell's number format."""
    book = openpyxl.Workbook()
    book.active.append(["产值", value, "甲"])
    book.active["B1"].number_format = pattern
    book.save(tmp_path / "a.xlsx")
    assert read(tmp_path / "a.xlsx").text.strip() == f"产值 | {shown} | 甲"


def test_what_a_workbook_hides_is_not_read(tmp_path: Path) -> None:
    """Rows, columns and sheets; nor the empty rows that are only formatted."""
    book = openpyxl.Workbook()
    sheet = book.active
    for row in (["镇", "预算", "决算"], ["云溪镇", 3000, 3120], ["石桥镇", 2800, 2870]):
        sheet.append(row)
    sheet.row_dimensions[3].hidden = True
    sheet.column_dimensions["B"].hidden = True
    sheet["A1048576"].number_format = "0.0"
    book.create_sheet("草稿").append(["内部数", 99])
    book["草稿"].sheet_state = "hidden"
    book.save(tmp_path / "a.xlsx")
    assert read(tmp_path / "a.xlsx").text.splitlines() == ["镇 | 决算", "云溪镇 | 3120"]


@pytest.mark.parametrize(
    ("body", "seen"),
    [
        pytest.param("<p>税收<sup>2</sup>3.3亿元。</p>", "税收3.3亿元。", id="a note mark"),
        pytest.param("<p>面积12.5km<sup>2</sup>。</p>", "面积12.5km²。", id="square kilometres"),
        pytest.param("<p><del>99亿元</del>24亿元。</p>", "24亿元。", id="struck out"),
        pytest.param("<p style='display: none'>9999吨。</p><p>3260吨。</p>", "3260吨。", id="not displayed"),
        pytest.param("<form id='f'><p>全县产量3260吨。</p><p>增长6%。</p></form>", "全县产量3260吨。\n增长6%。", id="an article in a form"),
        pytest.param("<p>正文。</p><form><input><a href='/'>搜索</a></form>", "正文。", id="a search form"),
        pytest.param(
            "<div class='tab-bottom'><table><tr><td>茶叶</td><td>3260</td></tr><tr><td>柑橘</td><td>71</td></tr></table></div>",
            "茶叶 | 3260\n柑橘 | 71",
            id="figures in what is called a bottom",
        ),
        pytest.param("<p>王<ruby>喆<rt>zhé</rt></ruby>局长。</p>", "王喆局长。", id="ruby"),
    ],
)  # fmt: skip
def test_a_page_shows(body: str, seen: str) -> None:
    """As a browser does."""
    page = f"<html><body>{body}</body></html>".encode()
    assert webpage(page, PATH).text.strip() == seen


def of_ofd(
    page: str, *, namespace: str = "http://www.ofdspec.org/2016", document: str = "", more: str = ""
) -> str:
    """The text of an OFD file of one page with these objects."""
    made = io.BytesIO()
    opened, closed = f'xmlns:ofd="{namespace}"', "</ofd:Layer></ofd:Content></ofd:Page>"
    with zipfile.ZipFile(made, "w") as written:
        written.writestr(
            "OFD.xml",
            f"<ofd:OFD {opened}><ofd:DocBody><ofd:DocRoot>Doc/D.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>",
        )
        written.writestr(
            "Doc/D.xml",
            f"<ofd:Document {opened}>{document}<ofd:Pages><ofd:Page ID='1' BaseLoc='P.xml'/></ofd:Pages></ofd:Document>",
        )
        written.writestr(
            "Doc/P.xml",
            f"<ofd:Page {opened}><ofd:Template TemplateID='9'/><ofd:Content><ofd:Layer>{page}{closed}",
        )
        if more:
            written.writestr("Doc/M.xml", f"<ofd:Res {opened}>{more}</ofd:Res>")
    return ofd(made.getvalue(), PATH).text.strip()


def text(words: str, x: float, y: float, *, more: str = "", ctm: str = "", deltas: str = "") -> str:
    transform = f"CTM='{ctm}'" if ctm else ""
    return (
        f"<ofd:TextObject Boundary='{x} {y} 100 5' Size='4' {transform}>"
        f"<ofd:TextCode X='0' Y='4' DeltaX='{deltas}'>{words}</ofd:TextCode>{more}</ofd:TextObject>"
    )


@pytest.mark.parametrize("namespace", ["http://www.ofdspec.org/2016", "http://www.ofdspec.org", "urn:other"])
def test_ofd_is_read_in_any_namespace(namespace: str) -> None:
    """Producers write the standard's with and without its year."""
    assert of_ofd(text("产值24.69亿元。", 10, 10), namespace=namespace) == "产值24.69亿元。"


@pytest.mark.parametrize(
    ("page", "seen"),
    [
        pytest.param(text("甲", 10, 10) + text("乙", 10, 30), "甲\n乙", id="lines"),
        pytest.param(
            text("产值", 10, 10, more="<ofd:TextCode X='8'>24亿元</ofd:TextCode>"), "产值24亿元", id="Y goes on"
        ),
        pytest.param(
            text("361.23", 10, 10, deltas="g 5 2") + text("330.05", 23, 10, deltas="g 5 2") + text("9.3", 40, 10),
            "361.23  330.05  9.3",
            id="columns of numbers",
        ),
        pytest.param(
            text("甲", 0, 0, ctm="1 0 0 1 10 10") + text("乙", 0, 0, ctm="1 0 0 1 10 40"), "甲\n乙", id="moved by CTM"
        ),
    ],
)  # fmt: skip
def test_ofd_shows(page: str, seen: str) -> None:
    """Text where the standard puts it (GB/T 33190)."""
    assert of_ofd(page) == seen


def test_ofd_templates_and_composites_are_read() -> None:
    """The red head lies in a template page, some producers' text in composite graphics of the resources."""
    template = "<ofd:CommonData><ofd:TemplatePage ID='9' BaseLoc='M.xml'/></ofd:CommonData>"
    assert of_ofd(text("正文", 10, 50), document=template, more=text("红头文件", 10, 10)) == "红头文件\n正文"
    resources = "<ofd:CommonData><ofd:PublicRes>M.xml</ofd:PublicRes></ofd:CommonData>"
    unit = f"<ofd:CompositeGraphicUnit ID='7'><ofd:Content>{text('产值24亿元', 0, 0)}</ofd:Content></ofd:CompositeGraphicUnit>"
    drawn = "<ofd:CompositeObject ResourceID='7' Boundary='10 20 90 9'/>"
    assert of_ofd(text("标题", 10, 10) + drawn, document=resources, more=unit) == "标题\n产值24亿元"
