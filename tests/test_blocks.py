"""The structure that every reader gives: blocks with kind, page and place, the cells and heads of tables."""

from collections.abc import Callable
from pathlib import Path

import docx
import pytest

from bot.answer import Cited
from bot.cli import said
from bot.messages import tree
from bot.messages.pages import page_numbers
from bot.speech import LANGUAGES, Speech
from corpus.formats.structure.document import NOWHERE, Block, Document, Part
from corpus.passage import passages
from corpus.reading import read_letter
from corpus.source import READERS, read
from tests.drawn import Sheet, drawn

FILES = Path(__file__).parent / "data" / "files"
LETTERS = FILES.parents[2] / "corpus" / "letters"
HEADS = ("行业", "产值", "增速")
ROWS = (("泵阀", "24.69亿元", "3.1%"), ("缝制", "8.2亿元", "-1.4%"))
TITLE, BEFORE, AFTER = "工业运行情况", "上半年主要行业如下。", "下半年继续努力。"


def as_document(path: Path) -> Document:
    """What a format's reader gives."""
    return READERS[path.suffix](path.read_bytes(), path)


def word(folder: Path) -> Path:
    """A Word file with a heading, a table, prose."""
    made, path = docx.Document(), folder / "a.docx"
    made.add_heading(TITLE, 1)
    made.add_paragraph(BEFORE)
    table = made.add_table(0, len(HEADS))
    for row in (HEADS, *ROWS):
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    made.add_paragraph(AFTER)
    made.save(str(path))
    return path


def page(folder: Path) -> Path:
    """The same as a web page."""
    rows = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in (HEADS, *ROWS))
    text = f"<h1>{TITLE}</h1><p>{BEFORE}</p><table>{rows}</table><p>{AFTER}</p>"
    path = folder / "a.html"
    path.write_text(f"<body>{text}</body>", encoding="utf-8")
    return path


def plain(folder: Path) -> Path:
    """The same in Markdown."""
    rows = "\n".join(" | ".join(row) for row in (HEADS, *ROWS))
    path = folder / "a.md"
    path.write_text(f"# {TITLE}\n\n{BEFORE}\n\n{rows}\n\n{AFTER}\n", encoding="utf-8")
    return path


def pdf(folder: Path) -> Path:
    """The same on a page."""
    sheet = (
        Sheet().text(180, 80, TITLE, 22).text(60, 120, BEFORE).grid((60, 180, 300, 420), (140, 170, 200, 230))
    )
    for down, row in enumerate((HEADS, *ROWS)):
        for across, cell in enumerate(row):
            sheet.text(66 + 120 * across, 160 + 30 * down, cell)
    sheet.text(60, 260, AFTER)
    path = folder / "a.pdf"
    path.write_bytes(drawn(sheet))
    return path


@pytest.mark.parametrize("make", [word, page, plain, pdf])
def test_formats_have_one_structure(make: Callable[[Path], Path], tmp_path: Path) -> None:
    """What follows a reader need not know the format."""
    found = as_document(make(tmp_path))
    parts = [(one.part, found.text[one.start : one.end].lstrip("# ")) for one in found.blocks]
    assert [part for part, _ in parts] == [Part.HEADING, Part.PARAGRAPH, Part.TABLE, Part.PARAGRAPH]
    assert [text for part, text in parts if part is not Part.TABLE] == [TITLE, BEFORE, AFTER]
    grid = found.grid(found.blocks[2])
    assert grid.rows == (HEADS, *ROWS)
    assert grid.heads == 1


def shipped() -> list[Path]:
    """Files of the tests and of the corpus that have text."""
    found = sorted([*FILES.glob("*.pdf"), *LETTERS.glob("*.txt"), *(FILES.parent / "eval").rglob("*.md")])
    return [path for path in found if path.name not in ("encrypted.pdf", "scanned.pdf")]


@pytest.mark.parametrize("path", shipped(), ids=lambda path: path.name)
def test_blocks_hold_all_of_a_text(path: Path) -> None:
    """One behind the other, nothing of the text outside them but ends of lines; places only where there are pages."""
    found = as_document(path)
    end, outside = 0, ""
    for block in found.blocks:
        assert end <= block.start <= block.end
        outside, end = outside + found.text[end : block.start], block.end
        assert (block.page > 0) == bool(found.pages)
        assert (block.box != NOWHERE) == (bool(found.pages) and block.start < block.end)
    assert not (outside + found.text[end:]).strip("\ufeff \t\r\n\u3000\xa0\f")


def test_a_page_that_is_a_picture_is_a_block(tmp_path: Path) -> None:
    """Nothing of it is in the text, but where it is is known."""
    path = tmp_path / "a.pdf"
    path.write_bytes(drawn(Sheet().text(60, 80, BEFORE), Sheet().picture(), Sheet().text(60, 80, AFTER)))
    found = as_document(path)
    place = len(BEFORE) + 1
    assert found.blocks[1] == Block(Part.PICTURE, place, place, page=2)
    assert [one.page for one in found.blocks] == [1, 2, 3]
    assert found.pages == (0, place, place)


def test_a_table_over_two_pages_knows_both(tmp_path: Path) -> None:
    """A row's page is its own, the block's the first."""
    across, down = (60, 180, 300), (700, 730, 760, 790)
    first = Sheet().text(60, 80, BEFORE).grid(across, down)
    second = Sheet().grid(across, (60, 90, 120)).text(60, 200, AFTER)
    for number, name in enumerate(("行业", "泵阀", "缝制")):
        first.text(66, 720 + 30 * number, name).text(
            186, 720 + 30 * number, f"{number}2.1" if number else "产值"
        )
    for number, name in enumerate(("医化", "汽车")):
        second.text(66, 80 + 30 * number, name).text(186, 80 + 30 * number, f"{number}8.4")
    path = tmp_path / "a.pdf"
    path.write_bytes(drawn(first, second))
    reading = read_letter(read(path))
    told = {one.text: page_numbers(reading.letter, [one]) for one in reading.passages}
    assert told["缝制 | 22.1"] == "1"
    assert told["医化 | 08.4"] == "2"
    assert told[AFTER] == "2"
    assert page_numbers(reading.letter, passages(reading.letter)) == "1–2"
    cited = [Cited(one, reading.letter) for one in reading.passages if one.text == AFTER]
    assert said.source(cited[0]).endswith(" · 第2页")
    shown = [tree.source(one, Speech(name)).rest[-1] for one in tree.quotations(cited) for name in LANGUAGES]
    assert shown == ["第2页", "第2頁", "p. 2"]


def test_one_page_is_not_counted(tmp_path: Path) -> None:
    """第1页 says nothing of a letter that has no other."""
    reading = read_letter(read(pdf(tmp_path)))
    assert page_numbers(reading.letter, reading.passages) == ""
