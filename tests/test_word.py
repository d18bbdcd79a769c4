"""Word documents as Word prints them: revisions, hidden text, notes, boxes, numbering, tables."""

import zipfile
from pathlib import Path

import pytest

from corpus.document.metadata import letter
from corpus.source import Fault, UnreadableSource, read
from corpus.texts.text import plain

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
SPACES = (
    f'xmlns:w="{WORD}" xmlns:r="{OFFICE}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
)
STYLES = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:basedOn w:val="a"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="TOC1"><w:name w:val="toc 1"/></w:style>'
    '<w:style w:type="character" w:styleId="gone"><w:name w:val="gone"/><w:rPr><w:vanish/></w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="mark"><w:name w:val="mark"/><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="list"><w:name w:val="list"/><w:pPr><w:numPr><w:numId w:val="7"/></w:numPr></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="list2"><w:name w:val="list2"/><w:basedOn w:val="list"/></w:style>'
)


def part(root: str, inside: str) -> str:
    return f"<w:{root} {SPACES}>{inside}</w:{root}>"


def relations(**targets: str) -> str:
    rows = "".join(
        f'<Relationship Id="{name}" Type="{OFFICE}/{name.rstrip("0123456789")}" Target="{target}"/>'
        for name, target in targets.items()
    )
    return f'<Relationships xmlns="{PACKAGE}">{rows}</Relationships>'


def word(folder: Path, body: str, numbering: str = "", strict: bool = False, **parts: str) -> Path:
    """A package of just the parts that are given; `header1` has the id header1."""
    named = {"styles": part("styles", STYLES), "numbering": part("numbering", numbering), **parts}
    files = {
        "_rels/.rels": relations(officeDocument="word/document.xml"),
        "word/_rels/document.xml.rels": relations(image="../NULL", **{name: f"{name}.xml" for name in named}),
        "word/document.xml": part("document", f"<w:body>{body}</w:body>"),
        **{f"word/{name}.xml": text for name, text in named.items()},
    }
    path = folder / "a.docx"
    with zipfile.ZipFile(path, "w") as file:
        for name, text in files.items():
            old = "http://schemas.openxmlformats.org/{}/2006/{}"
            for kind, rest in (("wordprocessingml", "main"), ("officeDocument", "relationships")):
                if strict:
                    text = text.replace(old.format(kind, rest), f"http://purl.oclc.org/ooxml/{kind}/{rest}")
            file.writestr(name, text)
    return path


def p(*runs: str, properties: str = "") -> str:
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{''.join(runs)}</w:p>"


def r(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def table(*rows: str) -> str:
    return f"<w:tbl><w:tblPr/>{''.join(rows)}</w:tbl>"


def tr(*cells: str, properties: str = "") -> str:
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def tc(inside: str, properties: str = "") -> str:
    inside = inside if inside.startswith("<") else p(r(inside) if inside else "")
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inside}</w:tc>"


def lines(path: Path) -> list[str]:
    return read(path).text.splitlines()


RAISED = '<w:vertAlign w:val="superscript"/>'
LIFTED, NUDGED = '<w:position w:val="10"/><w:sz w:val="18"/>', '<w:position w:val="4"/><w:sz w:val="32"/>'
GONE, MARKED, HEADING = '<w:rStyle w:val="gone"/>', '<w:rStyle w:val="mark"/>', '<w:pStyle w:val="1"/>'
SEEN = '<w:strike w:val="0"/><w:vanish w:val="false"/>'


@pytest.mark.parametrize(
    ("runs", "printed"),
    [
        pytest.param(
            f"{r('产值')}<w:del>{r('99亿元').replace('w:t', 'w:delText')}</w:del><w:ins>{r('24.69亿元')}</w:ins>",
            "产值24.69亿元",
            id="changed",
        ),
        pytest.param(
            f"{r('公路')}<w:moveFrom>{r('9')}</w:moveFrom><w:moveTo>{r('86')}</w:moveTo>{r('公里')}",
            "公路86公里",
            id="moved",
        ),
        pytest.param(f"{r('99', '<w:strike/>')}{r('1', '<w:dstrike/>')}{r('24亩')}", "24亩", id="struck out"),
        pytest.param(
            f'{r("农户1234户")}<w:r><w:br w:type="page"/></w:r>{r("5678人")}', "农户1234户\n5678人", id="page"
        ),
        pytest.param(
            f'{r("编号12")}<w:r><w:br w:type="column"/></w:r>{r("34公里")}', "编号12\n34公里", id="column"
        ),
        pytest.param(f'<w:r><w:br w:type="page"/></w:r>{r("24亩")}', "24亩", id="page first"),
        pytest.param(f"{r('99', '<w:vanish/>')}{r('24亩')}", "24亩", id="hidden"),
        pytest.param(f"{r('99', GONE)}{r('24亩')}", "24亩", id="hidden by its style"),
        pytest.param(r("24亩", SEEN), "24亩", id="not"),
        pytest.param(f"{r('3.3')}{r('1', RAISED)}{r('亿元')}", "3.3亿元", id="a note mark in a figure"),
        pytest.param(f"{r('37亿元')}{r('[2]', RAISED)}{r('。')}", "37亿元。", id="a note mark in brackets"),
        pytest.param(f"{r('37亿元')}{r('1', MARKED)}{r('2', RAISED)}", "37亿元", id="by its style"),
        pytest.param(
            f"{r('134.9')}{r('2', LIFTED)}{r('亿元')}", "134.9亿元", id="a note mark lifted off the line"
        ),
        pytest.param(f"{r('134.')}{r('92', NUDGED)}{r('亿元')}", "134.92亿元", id="set a little higher"),
        pytest.param(r("12", LIFTED), "12", id="all of it lifted"),
        pytest.param(f"{r('12.5km')}{r('2', RAISED)}{r('，')}", "12.5km²，", id="square kilometres"),
        pytest.param(f"{r('3.2×10')}{r('4', RAISED)}{r('吨')}", "3.2×10⁴吨", id="a power of ten"),
        pytest.param(f"{r('5t·hm')}{r('-2', RAISED)}", "5t·hm⁻²", id="a negative power"),
        pytest.param(f"{r('GDP')}{r('2', RAISED)}{r('增长')}", "GDP增长", id="a mark at a name"),
        pytest.param(f"{r('20')}{r('o', RAISED)}{r('C')}", "20°C", id="degrees"),
        pytest.param(f"<w:smartTag>{r('377亩')}</w:smartTag>", "377亩", id="smart tag"),
        pytest.param(
            f"<w:sdt><w:sdtPr/><w:sdtContent>{r('32亿元')}</w:sdtContent></w:sdt>", "32亿元", id="control"
        ),
        pytest.param(
            f"{r('甲')}<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{r('点击输入')}</w:sdtContent></w:sdt>",
            "甲",
            id="control that is not filled in",
        ),
        pytest.param(
            f'<w:fldSimple w:instr=" DOCPROPERTY x ">{r("33亿元")}</w:fldSimple>', "33亿元", id="field"
        ),
        pytest.param(f'<w:customXml w:element="x">{r("38亿元")}</w:customXml>', "38亿元", id="custom markup"),
        pytest.param(f'<w:hyperlink w:anchor="x">{r("35亿元")}</w:hyperlink>', "35亿元", id="link"),
        pytest.param(
            f"<w:r><w:ruby><w:rt>{r('zhé')}</w:rt><w:rubyBase>{r('喆')}</w:rubyBase></w:ruby></w:r>{r('局长')}",
            "喆局长",
            id="ruby",
        ),
        pytest.param(f"{r('1')}<w:r><w:noBreakHyphen/></w:r>{r('6月')}", "1-6月", id="hyphen"),
        pytest.param(
            f"<m:oMath><m:r><m:t>0.82</m:t></m:r></m:oMath>{r('吨/万元')}", "0.82吨/万元", id="formula"
        ),
        pytest.param(
            "<m:oMath><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>3</m:t></m:r></m:den></m:f></m:oMath>",
            "1/3",
            id="fraction",
        ),
    ],
)
def test_a_paragraph_reads_as_it_is_printed(tmp_path: Path, runs: str, printed: str) -> None:
    """Every run that shows, and none that does not."""
    assert "\n".join(lines(word(tmp_path, p(runs)))) == printed


def test_blocks_in_wrappers_are_read(tmp_path: Path) -> None:
    """Content controls, custom markup, revisions; not the list of contents nor what was deleted."""
    deleted = '<w:rPr><w:del w:id="1"/></w:rPr>'
    contents = "<w:sdtPr><w:docPartObj><w:docPartGallery w:val='Table of Contents'/></w:docPartObj></w:sdtPr>"
    body = (
        f"<w:sdt>{contents}<w:sdtContent>{p(r('一、生产 3'))}</w:sdtContent></w:sdt>",
        p(r("一、生产 3"), properties='<w:pStyle w:val="TOC1"/>'),
        f"<w:sdt><w:sdtContent>{p(r('甲'), properties=HEADING)}</w:sdtContent></w:sdt>",
        f"<w:customXml>{p(r('乙'))}</w:customXml>",
        p(r("全县粮食"), properties=deleted),
        p(r("产量4吨。")),
        p(f"<w:del>{r('丙')}</w:del>", properties=deleted),
        p(r("丁")),
    )
    assert lines(word(tmp_path, "".join(body))) == ["## 甲", "乙", "全县粮食产量4吨。", "丁"]


def box(text: str) -> str:
    inside = f"<w:txbxContent>{p(r(text))}</w:txbxContent>"
    return (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>{inside}</wps:txbx></w:drawing>'
        f"</mc:Choice><mc:Fallback><w:pict><v:textbox>{inside}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )


def test_boxes_notes_headers_and_footers_are_read_once(tmp_path: Path) -> None:
    """A box after its paragraph, a note after its sentence, headers before the text; no number of a page."""
    page = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> PAGE </w:instrText></w:r>'
    page += (
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{r("7")}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    references = "".join(f'<w:headerReference r:id="{name}"/>' for name in ("header1", "header2"))
    body = (
        p(box("青政函〔2024〕37号")),
        p(r("云岭县2024年茶产业情况")),
        p(r("茶叶产量3260吨"), '<w:r><w:footnoteReference w:id="2"/></w:r>', r("。")),
        p(r("云岭县统计局")),
        p(r("2024年7月25日")),
        f'<w:sectPr>{references}<w:footerReference r:id="footer1"/></w:sectPr>',
    )
    path = word(
        tmp_path,
        "".join(body),
        header1=part("hdr", p(r("青政发〔2024〕19号"))),
        header2=part("hdr", p(r("青政发〔2024〕19号")) + p(r("云岭县2024年茶产业情况"))),
        footer1=part(
            "ftr", p(r("— "), page, r(" —")) + p(r("第"), page, r("页")) + p(r("- 1 -")) + p(r("第2页 共3页"))
        ),
        footnotes=part("footnotes", f'<w:footnote w:id="2">{p(r("含夏秋茶。"))}</w:footnote>'),
    )
    assert lines(path) == [
        "青政发〔2024〕19号",
        "青政函〔2024〕37号",
        "云岭县2024年茶产业情况",
        "茶叶产量3260吨。",
        "含夏秋茶。",
        "云岭县统计局",
        "2024年7月25日",
    ]
    found = letter(read(path))
    assert (found.title, found.issuer, str(found.signed)) == (
        "云岭县2024年茶产业情况",
        "云岭县统计局",
        "2024-07-25",
    )


def test_cells_stand_in_their_columns(tmp_path: Path) -> None:
    """Missing first cells, merged cells, cells and rows in content controls; deleted and hidden rows are gone."""
    control = "<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>"
    body = table(
        tr(tc("乡镇"), tc("产值", '<w:gridSpan w:val="2"/>')),
        tr(tc("云溪镇", '<w:vMerge w:val="restart"/>'), tc("45210"), control.format(tc("3120"))),
        tr(tc("", "<w:vMerge/>"), tc(control.format(p(r("7")))), tc("8")),
        tr(tc("38760"), tc("2870"), properties='<w:gridBefore w:val="1"/>'),
        tr(tc("旧"), tc("1"), tc("2"), properties='<w:del w:id="1"/>'),
        tr(tc("隐"), tc("1"), tc("2"), properties="<w:hidden/>"),
        control.format(tr(tc("石桥镇"), tc(p(f"<w:ins>{r('5')}</w:ins>")), tc("6"))),
    )
    assert lines(word(tmp_path, body)) == [
        "乡镇 | 产值 | 产值",
        "云溪镇 | 45210 | 3120",
        "云溪镇 | 7 | 8",
        "|  | 38760 | 2870 |",
        "石桥镇 | 5 | 6",
    ]


def test_a_table_in_a_cell_keeps_its_row(tmp_path: Path) -> None:
    """Its cells stand beside what the row is about; a table of one column only frames its content."""
    inner = table(tr(tc("指标"), tc("数值")), tr(tc("茶园"), tc("1.35万亩")))
    outer = table(tr(tc("乡镇"), tc("情况")), tr(tc("云溪镇"), tc(inner + p())), tr(tc("石桥镇"), tc("无")))
    assert lines(word(tmp_path, outer)) == [
        "情况",
        "乡镇 | 指标 | 数值",
        "云溪镇 | 茶园 | 1.35万亩",
        "石桥镇 | 无 | 无",
    ]
    frame = table(tr(tc(p(r("正文。")) + inner + p())))
    assert lines(word(tmp_path, frame)) == ["正文。", "指标 | 数值", "茶园 | 1.35万亩"]


def test_what_word_opens_is_read(tmp_path: Path) -> None:
    """A strict file, and one that refers to pictures that are not there; none without its text."""
    assert lines(word(tmp_path, p(r("产值61.2亿元。")), strict=True)) == ["产值61.2亿元。"]
    path = tmp_path / "b.docx"
    with zipfile.ZipFile(path, "w") as file:
        file.writestr("_rels/.rels", relations(officeDocument="word/document.xml"))
    with pytest.raises(UnreadableSource) as refused:
        read(path)
    assert refused.value.fault is Fault.DAMAGED


def test_raised_digits_are_no_digits() -> None:
    """10⁴ is not 104; a square stays one."""
    assert (plain("3.2×10⁴吨"), plain("12km²")) == ("3.2×10⁴吨", "12km2")
