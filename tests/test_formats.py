"""Word, PDF, spreadsheets and OFD to text."""

import contextlib
import io
import zipfile
from pathlib import Path

import docx
import openpyxl
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from corpus.document.metadata import letter
from corpus.passage import Kind, passages
from corpus.source import Fault, UnreadableSource, read

FILES = Path(__file__).parent / "data" / "files"
ROWS = [
    ["产品", "单位", "2024年", "比上年增长(%)"],
    ["粮食", "万吨", "4.82", "0.6"],
    ["茶叶", "吨", "6585", ""],
]


def word(path: Path) -> Path:
    """A reply with a heading style, a merged title row over its table, and Word's own numbering."""
    document = docx.Document()
    numbering = document.part.numbering_part.element
    numbering.insert(
        0,
        parse_xml(
            f'<w:abstractNum {nsdecls("w")} w:abstractNumId="99"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
            '<w:numFmt w:val="chineseCountingThousand"/><w:lvlText w:val="（%1）"/></w:lvl></w:abstractNum>'
        ),
    )
    numbering.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="99"><w:abstractNumId w:val="99"/></w:num>'))
    document.add_paragraph("云岭县农业农村局关于第52号建议的答复", style="Title")
    document.add_paragraph("蓝秀英代表：")
    document.add_heading("一、生产", 1)
    for text in ("粮食", "茶叶"):
        paragraph = document.add_paragraph(text)
        paragraph._p.get_or_add_pPr().append(
            parse_xml(f'<w:numPr {nsdecls("w")}><w:ilvl w:val="0"/><w:numId w:val="99"/></w:numPr>')
        )
        document.add_paragraph(f"全年{text}产量增长2.6%。\t见下表。")
    table = document.add_table(rows=4, cols=4)
    table.cell(0, 0).merge(table.cell(0, 3)).text = "表1 主要农产品产量"
    for place, row in enumerate(ROWS, start=1):
        for cell, text in zip(table.rows[place].cells, row, strict=True):
            cell.text = text
    document.add_paragraph("2024年7月10日")
    document.save(str(path))
    return path


def test_a_word_document(tmp_path: Path) -> None:
    """Headings, numbering and tables in their places."""
    assert read(word(tmp_path / "a.docx")).text.splitlines() == [
        "# 云岭县农业农村局关于第52号建议的答复",
        "蓝秀英代表：",
        "## 一、生产",
        "（一）粮食",
        "全年粮食产量增长2.6%。  见下表。",
        "（二）茶叶",
        "全年茶叶产量增长2.6%。  见下表。",
        "表1 主要农产品产量",
        "产品 | 单位 | 2024年 | 比上年增长(%)",
        "粮食 | 万吨 | 4.82 | 0.6",
        "茶叶 | 吨 | 6585 |",
        "2024年7月10日",
    ]


def workbook(path: Path) -> Path:
    """Two sheets and a hidden one; amounts, a percentage, a merged head."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "工业"
    for row in (
        ["2024年工业主要指标"],
        ["指标", "总量（亿元）", "增速"],
        ["增加值", 24.690000000000001, 0.451],
        ["产值", 488.1, None],
    ):
        sheet.append(row)
    sheet.merge_cells("A1:C1")
    sheet["B4"].number_format, sheet["C3"].number_format = "0.00", "0.0%"
    other = book.create_sheet("农业")
    other.append(["产品", "产量"])
    other.append(["粮食", 4.82])
    book.create_sheet("草稿").sheet_state = "hidden"
    book.save(path)
    return path


def test_a_workbook(tmp_path: Path) -> None:
    """Numbers as the sheet shows them, a title row as one line."""
    assert read(workbook(tmp_path / "a.xlsx")).text.splitlines() == [
        "## 工业",
        "2024年工业主要指标",
        "指标 | 总量（亿元） | 增速",
        "增加值 | 24.69 | 45.1%",
        "产值 | 488.10 |",
        "## 农业",
        "产品 | 产量",
        "粮食 | 4.82",
    ]


@pytest.mark.parametrize(("mark", "encoding"), [(",", "utf-8-sig"), ("\t", "utf-8"), (";", "gb18030")])
def test_a_csv_file(tmp_path: Path, mark: str, encoding: str) -> None:
    """Whatever parts its cells."""
    path = tmp_path / "a.csv"
    path.write_text("\n".join(mark.join(row) for row in ROWS), encoding=encoding)
    assert read(path).text.splitlines() == [" | ".join(row).rstrip() for row in ROWS]
    found = letter(read(path))
    assert [p.kind for p in passages(found)] == [Kind.CAPTION, Kind.ROW, Kind.ROW]


def test_a_pdf_with_embedded_type() -> None:
    """Wrapped lines are paragraphs again, ruled tables rows; page numbers are gone."""
    lines = read(FILES / "reply.pdf").text.splitlines()
    assert lines[:7] == [
        "松川县统计局关于县十届人大二次会议第18号建议的答复",
        "松统函〔2024〕9号",
        "李明代表：",
        "您提出的《关于发布水产统计的建议》收悉，现答复如下：",
        "一、基本情况",
        "2023年，全县水产品总产量4870吨，比上年增长1.9%，其中养殖产量3920吨，占80.5%；捕捞产量950吨，下降12.4%，"
        "主要是禁渔期延长和部分渔船转产。渔业总产值1.16亿元，增长3.7%，户均渔业收入4.28万元。",
        "二、分品种产量",
    ]
    assert lines[8:13] == [
        "品种 | 产量 | 比上年增长(%)",
        "鱼类 | 3105 | 2.6",
        "虾蟹类 | 1240 | -0.8",
        "其中：小龙虾 | 386 | 1.2倍",
        "其他 | 525 |",
    ]
    assert not [line for line in lines if "页" in line]
    found = letter(read(FILES / "reply.pdf"))
    assert (found.number, found.place, str(found.signed)) == ("松统函〔2024〕9号", "松川县", "2024-05-08")


def test_a_pdf_without_embedded_type() -> None:
    """The viewer's own Chinese type; the text is that of the file it was made of."""
    lines = read(FILES / "bulletin.pdf").text.splitlines()
    assert lines[0] == "临江区2024年国民经济和社会发展统计公报"
    assert (
        "居民消费价格比上年上涨0.3%,其中食品烟酒类价格下降0.5%,衣着类持平,教育文化娱乐类上涨1.7%。" in lines
    )
    assert "#增值税 | 112385 | 2.4" in lines


def ofd(path: Path) -> Path:
    """A page as the standard GB/T 33190 lays it out."""

    def text(x: float, y: float, words: str) -> str:
        return f'<ofd:TextObject Boundary="{x} {y} 150 6" Size="5"><ofd:TextCode X="0" Y="5">{words}</ofd:TextCode></ofd:TextObject>'

    space = 'xmlns:ofd="http://www.ofdspec.org/2016"'
    parts = [
        text(20, 30, "粮食总产量4.82万吨，"),
        text(70, 30, "增长0.6%。"),
        text(60, 20, "云岭县统计公报"),
        text(20, 40, "粮食"),
        text(90, 40, "4.82"),
        text(95, 280, "—1—"),
    ]
    with zipfile.ZipFile(path, "w") as file:
        file.writestr(
            "OFD.xml",
            f"<ofd:OFD {space}><ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>",
        )
        file.writestr(
            "Doc_0/Document.xml",
            f'<ofd:Document {space}><ofd:Pages><ofd:Page ID="1" BaseLoc="Pages/Page_0/Content.xml"/></ofd:Pages></ofd:Document>',
        )
        file.writestr(
            "Doc_0/Pages/Page_0/Content.xml",
            f"<ofd:Page {space}><ofd:Content><ofd:Layer>{''.join(parts)}</ofd:Layer></ofd:Content></ofd:Page>",
        )
    return path


def test_an_ofd_file(tmp_path: Path) -> None:
    """Lines from top to bottom, pieces from left to right, columns apart."""
    assert read(ofd(tmp_path / "a.ofd")).text.splitlines() == [
        "云岭县统计公报",
        "粮食总产量4.82万吨，增长0.6%。",
        "粮食  4.82",
    ]


def zipped(**members: bytes) -> bytes:
    found = io.BytesIO()
    with zipfile.ZipFile(found, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in members.items():
            file.writestr(name, content)
    return found.getvalue()


def container(stream: str) -> bytes:
    """A compound file as far as its sign and the name of a stream."""
    return b"\xd0\xcf\x11\xe0" + bytes(600) + stream.encode("utf-16-le") + bytes(600)


def locked() -> bytes:
    """An old Word document whose flags say that it needs a password."""
    whole = bytearray(container("WordDocument"))
    whole[512:514], whole[523] = b"\xec\xa5", 1
    return bytes(whole)


@pytest.mark.parametrize(
    ("name", "content", "fault"),
    [
        pytest.param("a.pdf", (FILES / "encrypted.pdf").read_bytes(), Fault.ENCRYPTED, id="encrypted pdf"),
        pytest.param("a.pdf", (FILES / "scanned.pdf").read_bytes(), Fault.SCANNED, id="scanned pdf"),
        pytest.param("a.pdf", (FILES / "bulletin.pdf").read_bytes()[:3000], Fault.DAMAGED, id="half a pdf"),
        pytest.param("a.pdf", b"hello", Fault.DAMAGED, id="no pdf"),
        pytest.param("a.docx", b"\xd0\xcf\x11\xe0" + bytes(600), Fault.ENCRYPTED, id="encrypted docx"),
        pytest.param("a.docx", b"PK\x03\x04 cut off", Fault.DAMAGED, id="half a docx"),
        pytest.param("a.docx", zipped(other=b"x"), Fault.DAMAGED, id="another zip called docx"),
        pytest.param("a.xlsx", zipped(other=b"x"), Fault.DAMAGED, id="another zip called xlsx"),
        pytest.param("a.ofd", zipped(other=b"x"), Fault.DAMAGED, id="another zip called ofd"),
        pytest.param("a.docx", zipped(bomb=bytes(201 * 2**20)), Fault.OVERSIZED, id="small zip of much"),
        pytest.param("a.csv", b"a,b\0\1\2", Fault.BINARY, id="binary csv"),
        pytest.param("a.docx", container("WordDocument"), Fault.OLD_WORD, id="doc called docx"),
        pytest.param("a.xlsx", container("Workbook"), Fault.OLD_SHEET, id="xls called xlsx"),
        pytest.param("a.docx", container("EncryptedPackage"), Fault.ENCRYPTED, id="package with a password"),
        pytest.param("a.doc", container("EncryptedPackage"), Fault.ENCRYPTED, id="the same called doc"),
        pytest.param("a.doc", locked(), Fault.ENCRYPTED, id="doc with a password"),
        pytest.param("a.doc", b"hello", Fault.DAMAGED, id="no doc"),
    ],
)
def test_what_cannot_be_read_is_refused(tmp_path: Path, name: str, content: bytes, fault: Fault) -> None:
    """One line with the name and the reason."""
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(UnreadableSource) as refused:
        read(path)
    assert refused.value.fault is fault
    assert str(refused.value).startswith(f"{name}：")


@pytest.mark.parametrize("suffix", [".docx", ".xlsx", ".ofd"])
def test_any_damage_is_refused_or_harmless(tmp_path: Path, suffix: str) -> None:
    """Never another error."""
    path = {".docx": word, ".xlsx": workbook, ".ofd": ofd}[suffix](tmp_path / f"a{suffix}")
    whole = path.read_bytes()
    for place in range(0, len(whole), max(1, len(whole) // 40)):
        content = bytearray(whole)
        content[place] ^= 0xFF
        path.write_bytes(content)
        with contextlib.suppress(UnreadableSource):
            read(path)


@pytest.mark.parametrize("code", ["utf-8", "utf-16"])
@pytest.mark.parametrize("suffix", [".docx", ".xlsx", ".ofd"])
def test_what_declares_entities_is_refused(tmp_path: Path, suffix: str, code: str) -> None:
    """In one line, be it as harmless as this, in whichever part."""
    path = {".docx": word, ".xlsx": workbook, ".ofd": ofd}[suffix](tmp_path / f"a{suffix}")
    with zipfile.ZipFile(path) as whole:
        members = {name: whole.read(name) for name in whole.namelist()}
    for part in ("document.xml", "sheet1.xml", "Document.xml"):
        for name in (name for name in members if name.endswith(part)):
            text = members[name].decode()
            head = text[: text.index("?>") + 2] if text.startswith("<?") else ""
            head, rest = head.replace("UTF-8", code).replace("utf-8", code), text[len(head) :]
            members[name] = f'{head}<!DOCTYPE a [<!ENTITY b "3">]>{rest}'.encode(code)
    path.write_bytes(zipped(**members))
    with pytest.raises(UnreadableSource) as refused:
        read(path)
    assert refused.value.fault is Fault.DAMAGED
    assert "\n" not in str(refused.value)
