"""OFD files as their producers write them (GB/T 33190)."""

import io
import zipfile
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from corpus.formats.picture.pageimage import cut_out
from corpus.formats.structure.unread import Unread
from corpus.source import Fault, UnreadableSource, read
from tests.recognised import LINES, jpeg, looking, seen

SPACE = "http://www.ofdspec.org/2016"


def text(codes: str, boundary: str = "20 30 150 8", more: str = 'Size="5"') -> str:
    """A text object."""
    return f'<o:TextObject Boundary="{boundary}" {more}>{codes}</o:TextObject>'


def code(words: str, place: str = 'X="0" Y="5"', steps: str = "") -> str:
    """A piece of text."""
    across = f'DeltaX="{steps}"' if steps else ""
    return f"<o:TextCode {place} {across}>{words}</o:TextCode>"


def lines(folder: Path, *pages: str, common: str = "", space: str = SPACE, **parts: str) -> list[str]:
    """What is read from a file of these pages' objects; `parts` are other files beside the document."""
    path = folder / "a.ofd"
    places = [f"Pages/Page_{number}/Content.xml" for number in range(len(pages))]
    listed = "".join(f'<o:Page ID="{number}" BaseLoc="{place}"/>' for number, place in enumerate(places))
    files = {
        "OFD.xml": "<o:OFD><o:DocBody><o:DocRoot>Doc_0/Document.xml</o:DocRoot></o:DocBody></o:OFD>",
        "Doc_0/Document.xml": f"<o:Document><o:CommonData>{common}</o:CommonData><o:Pages>{listed}</o:Pages></o:Document>",
        **{f"Doc_0/{place}": f"<o:Page>{page}</o:Page>" for place, page in zip(places, pages, strict=True)},
        **{f"Doc_0/{name}.xml": content for name, content in parts.items()},
    }
    with zipfile.ZipFile(path, "w") as file:
        for name, content in files.items():
            spaced = content.replace(">", f' xmlns:o="{space}">', 1) if space else content.replace("o:", "")
            file.writestr(name, spaced)
    return read(path).text.splitlines()


def layer(*objects: str) -> str:
    """The content of a page."""
    return f"<o:Content><o:Layer>{''.join(objects)}</o:Layer></o:Content>"


@pytest.mark.parametrize("space", [SPACE, "http://www.ofdspec.org", ""])
def test_any_namespace(tmp_path: Path, space: str) -> None:
    """The standard's, the older one, none."""
    assert lines(tmp_path, layer(text(code("茶叶产量3260吨。"))), space=space) == ["茶叶产量3260吨。"]


def test_a_position_left_out_is_the_one_before(tmp_path: Path) -> None:
    """Table 46: of the piece of text before."""
    pieces = [
        code("工业总产值", 'X="0" Y="6"'),
        code("24.69亿元", 'X="25"', "g 6 3"),
        code("，增长45.1%", 'X="52"'),
        code("税收收入", 'X="0" Y="16"'),
        code("3.3亿元", 'X="20"'),
        code("下一行", 'Y="26"'),
    ]
    assert lines(tmp_path, layer(text("".join(pieces)))) == [
        "工业总产值24.69亿元，增长45.1%",
        "税收收入3.3亿元",
        "下一行",
    ]


def test_steps_shorter_than_the_text_go_on(tmp_path: Path) -> None:
    """A letter's step is the last one given; a wide one parts columns."""
    assert lines(tmp_path, layer(text(code("粮食总产量4.82万吨", steps="5")))) == ["粮食总产量4.82万吨"]
    assert lines(tmp_path, layer(text(code("粮食12", steps="5 20 2.5")))) == ["粮食  12"]


def test_a_power_of_ten_stays_one(tmp_path: Path) -> None:
    """Its exponent is neither a note mark nor a digit more."""
    page = layer(
        text(code("年产茶叶3.2×10")),
        text(code("4"), "57.5 28.2 5 5", 'Size="3"'),
        text(code("吨。"), "59 30 50 8"),
    )
    assert lines(tmp_path, page) == ["年产茶叶3.2×10⁴吨。"]


def test_narrow_columns_of_figures_stay_apart(tmp_path: Path) -> None:
    """A fifth of a letter's gap is enough between two figures that are pieces of their own."""
    places = (25, 70, 88, 104)
    rows = [("指标", "上半年", "上年", "增速"), ("规上工业增加值", "1186.52", "1073.91", "-7.2")]
    cells = [
        text(code(words), f"{left} {30 + 8 * down} 30 6", 'Size="4.2"')
        for down, row in enumerate(rows)
        for words, left in zip(row, places, strict=True)
    ]
    assert lines(tmp_path, layer(*cells)) == [" | ".join(row) for row in rows]


def test_a_matrix_moves_and_scales(tmp_path: Path) -> None:
    """Every object has the page's box and its own matrix; a slanting one is a watermark."""

    def moved(words: str, matrix: str) -> str:
        return text(code(words, 'X="0" Y="0"'), "0 0 210 297", f'Size="1" CTM="{matrix}"')

    objects = [
        moved("比上年增长6.4%。", "5 0 0 5 57.5 84"),
        moved("文件", "8 0 0 8 60 30"),
        moved("茶叶产量3260吨，", "5 0 0 5 20 84"),
        moved("内部资料", "5 5 -5 5 30 60"),
    ]
    assert lines(tmp_path, layer(*objects)) == ["文件", "茶叶产量3260吨，比上年增长6.4%。"]


def test_what_is_printed_twice_to_look_bold_is_read_once(tmp_path: Path) -> None:
    """Shifted a little, in pieces of its own or whole; equal letters beside each other stay."""
    whole = [text(code("茶叶产量3366吨", f'X="{left}" Y="5"')) for left in (0, 0.1, 0.2)]
    pieces = [
        text(code(letter, f'X="{5 * at + shift}" Y="{25 + shift}"'))
        for at, letter in enumerate("哥哥产品增加一一倍。")
        for shift in (0, 0.3)
    ]
    assert lines(tmp_path, layer(*whole, *pieces)) == ["茶叶产量3366吨", "哥哥产品增加一一倍。"]


def test_letters_of_annotations_are_read_where_they_stand(tmp_path: Path) -> None:
    """Stamps and notes as a person sees them; no hidden one, no link and no watermark."""

    def annotation(kind: str, words: str, more: str = "") -> str:
        appearance = f'<o:Appearance Boundary="70 30 60 10">{text(code(words), "0 0 50 8")}</o:Appearance>'
        return f'<o:Annot Type="{kind}" {more}>{appearance}</o:Annot>'

    seal = '<o:Annot Type="Stamp"><o:Appearance Boundary="9 9 9 9"><o:ImageObject/></o:Appearance></o:Annot>'
    notes = [
        annotation("Stamp", "〔2024〕12号"),
        annotation("Stamp", "内部数9999吨", 'Visible="false"'),
        annotation("Stamp", "内部数8888吨", 'Visible="0"'),
        annotation("Watermark", "保密资料"),
        annotation("Link", "打开"),
        seal,
    ]
    found = lines(
        tmp_path,
        layer(text(code("青统函"))),
        layer(text(code("茶叶产量3260吨。"))),
        common="<o:Annotations>Annots/List.xml</o:Annotations>",
        **{
            "Annots/List": '<o:Annotations><o:Page PageID="0"><o:FileLoc>Page_0/A.xml</o:FileLoc></o:Page>'
            '<o:Page PageID="1"><o:FileLoc>missing.xml</o:FileLoc></o:Page></o:Annotations>',
            "Annots/Page_0/A": f"<o:PageAnnot>{''.join(notes)}</o:PageAnnot>",
        },
    )
    assert [line.replace(" ", "") for line in found] == ["青统函〔2024〕12号", "茶叶产量3260吨。"]
    assert read(tmp_path / "a.ofd").unread == (Unread.ANNOTATIONS.said(1),)


def test_a_template_is_read_once(tmp_path: Path) -> None:
    """The letterhead that pages share."""
    used = '<o:Template TemplateID="9" ZOrder="Background"/>'
    found = lines(
        tmp_path,
        used + layer(text(code("茶叶产量3260吨，"), "20 60 150 8")),
        used + layer(text(code("增长6.4%。"), "20 60 150 8")),
        common='<o:TemplatePage ID="9" BaseLoc="/Doc_0/Tpl.xml"/>',
        Tpl=f"<o:Page>{layer(text(code('青统函〔2024〕12号')))}</o:Page>",
    )
    assert found == ["青统函〔2024〕12号", "茶叶产量3260吨，", "增长6.4%。"]


def test_composite_objects_are_read_where_they_stand(tmp_path: Path) -> None:
    """Text among the resources; one that shows itself ends."""
    itself = '<o:CompositeObject ResourceID="40" Boundary="0 300 9 9"/>'
    unit = f'<o:CompositeGraphicUnit ID="40">{layer(text(code("茶叶产量"), "0 0 20 8"), itself)}</o:CompositeGraphicUnit>'
    found = lines(
        tmp_path,
        layer(
            text(code("3260吨。"), "40 80 30 8"),
            '<o:CompositeObject ResourceID="40" Boundary="20 80 20 8"/>',
        ),
        common="<o:DocumentRes>Res.xml</o:DocumentRes><o:PublicRes>missing.xml</o:PublicRes>",
        Res=f"<o:Res><o:CompositeGraphicUnits>{unit}</o:CompositeGraphicUnits></o:Res>",
    )
    assert found[0] == "茶叶产量3260吨。"


def test_only_a_picture_is_a_scan(tmp_path: Path) -> None:
    """A page without anything is empty."""
    for objects, fault in (("<o:ImageObject/>", Fault.SCANNED), ("", Fault.EMPTY)):
        with pytest.raises(UnreadableSource) as refused:
            lines(tmp_path, layer(objects))
        assert refused.value.fault is fault


def pictured(folder: Path, *objects: str, kept: dict[str, bytes] | None = None) -> Path:
    """A file of one page of images, whose resources are in the folder Res."""
    path = folder / "scan.ofd"
    media = "".join(
        f'<o:MultiMedia ID="{number}" Type="Image"><o:MediaFile>{name}</o:MediaFile></o:MultiMedia>'
        for number, name in enumerate(kept or {}, 1)
    )
    files = {
        "OFD.xml": "<o:OFD><o:DocBody><o:DocRoot>Doc_0/Document.xml</o:DocRoot></o:DocBody></o:OFD>",
        "Doc_0/Document.xml": "<o:Document><o:CommonData><o:DocumentRes>DocumentRes.xml</o:DocumentRes></o:CommonData>"
        '<o:Pages><o:Page ID="1" BaseLoc="Pages/Content.xml"/></o:Pages></o:Document>',
        "Doc_0/DocumentRes.xml": f'<o:Res BaseLoc="Res"><o:MultiMedias>{media}</o:MultiMedias></o:Res>',
        "Doc_0/Pages/Content.xml": "<o:Page><o:Area><o:PhysicalBox>0 0 210 297</o:PhysicalBox></o:Area>"
        f"{layer(*objects)}</o:Page>",
    }
    with zipfile.ZipFile(path, "w") as file:
        for name, content in files.items():
            file.writestr(name, content.replace(">", f' xmlns:o="{SPACE}">', 1))
        for name, packed in (kept or {}).items():
            file.writestr(f"Doc_0/Res/{name}", packed)
    return path


def image(resource: int, boundary: str, matrix: str = "") -> str:
    """An image in its box."""
    said = f' CTM="{matrix}"' if matrix else ""
    return f'<o:ImageObject ResourceID="{resource}" Boundary="{boundary}"{said}/>'


SCANS = {
    "one image over the page": [image(1, "0 0 210 297", "210 0 0 297 0 0")],
    "without a matrix": [image(1, "0 0 210 297")],
    "two strips": [
        image(1, "0 0 210 148.5", "210 0 0 148.5 0 0"),
        image(2, "0 148.5 210 148.5", "210 0 0 148.5 0 0"),
    ],
    "a stamp in a format of its own beside it": [image(1, "0 0 210 297"), image(3, "150 200 40 40")],
}


@pytest.mark.parametrize("objects", SCANS.values(), ids=SCANS)
def test_a_page_that_is_a_picture_is_recognised(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, objects: list[str]
) -> None:
    """Its lines, where they stand, and the picture of a line as it is in the file."""
    looking(monkeypatch, seen(LINES))
    path = pictured(tmp_path, *objects, kept={"a.jpg": jpeg(90), "b.jpg": jpeg(90), "c.esl": b"no picture"})
    source = read(path)
    assert source.text.splitlines() == list(LINES)
    assert source.unread == (Unread.SCANNED.said(1),)
    assert {one.size for one in source.scanned} == {(1654, 2339)}
    cut = cut_out(path, source.scanned[1:2])
    assert cut is not None
    levels = np.asarray(Image.open(io.BytesIO(cut)).convert("RGB"))[:, :, 0]
    assert abs(int(np.median(levels)) - 90) < 12


@pytest.mark.parametrize(
    ("objects", "kept"),
    [
        pytest.param([image(1, "150 230 42 42")], {"seal.jpg": jpeg(90)}, id="only a seal"),
        pytest.param([image(7, "0 0 210 297")], {"a.jpg": jpeg(90)}, id="not there"),
        pytest.param([image(1, "0 0 210 297")], {"a.jb2": b"unknown"}, id="a format that is not read"),
    ],
)
def test_a_page_whose_picture_says_nothing_is_said_to_be_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, objects: list[str], kept: dict[str, bytes]
) -> None:
    """Nothing is made up."""
    looking(monkeypatch, seen(LINES))
    with pytest.raises(UnreadableSource) as raised:
        read(pictured(tmp_path, *objects, kept=kept))
    assert raised.value.fault is Fault.SCANNED
