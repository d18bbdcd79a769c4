"""Invented papers, each written as a file of any format: what it says is known, to the letter."""

import csv
import html
import io
import random
import re
import zipfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import openpyxl
import xlwt
from docx import Document

from tests.binarybook import Page, Value, book_of
from tests.drawn import Sheet, drawn

PAPERS = 8  # of each format, that are compared
_PLACES = ("云岭县", "青溪区", "海屿市", "临川县", "白石镇", "长泽区", "南屏县", "金港市")
_THINGS = ("茶叶", "杨梅", "水产品", "泵阀", "家纺", "新能源", "旅游", "农村公路")
_HEADS = (("指标", "上半年", "同比"), ("地区", "产值", "增速", "占比"), ("项目", "投资", "完成"))
_LINE, _TOP, _LEFT, _STEP, _SIZE = 30, 90, 72, 24, 14  # of a drawn page, in letters and points
_SPACE = "http://www.ofdspec.org/2016"


@dataclass(frozen=True)
class Paper:
    """A title, paragraphs and a table with its head."""

    title: str
    paragraphs: tuple[str, ...]
    table: tuple[tuple[str, ...], ...]

    @property
    def rows(self) -> list[str]:
        """The table as it is read."""
        return [" | ".join(row) for row in self.table]

    @property
    def lines(self) -> list[str]:
        """All of it as it is read."""
        return [self.title, *self.paragraphs, *self.rows]


def paper(number: int) -> Paper:
    """An invented paper; the same for the same number."""
    chance = random.Random(number)
    place, year = _PLACES[number % len(_PLACES)], 2021 + number % 4
    paragraphs = []
    for thing in chance.sample(_THINGS, 3):
        level, growth = chance.randint(100, 99999) / 10, chance.randint(-200, 400) / 10
        word = "增长" if growth > 0 else "下降"
        paragraphs.append(
            f"{year}年，全{place[-1]}{thing}产值{level}万元，同比{word}{abs(growth)}%，占比{chance.randint(1, 99)}%。"
            f"其中规模以上企业{chance.randint(2, 400)}家（含新增{chance.randint(1, 9)}家），户均{chance.randint(1, 999)}万元。"
        )
    head = _HEADS[number % len(_HEADS)]
    rows = [
        (thing, *(f"{chance.randint(10, 99999) / 100:.2f}" for _ in head[1:]))
        for thing in chance.sample(_THINGS, 3 + number % 4)
    ]
    return Paper(f"关于{place}{year}年重点产业情况的答复", tuple(paragraphs), (head, *rows))


def as_html(found: Paper) -> bytes:
    """A page of a government site."""
    cells = "".join(
        f"<tr>{''.join(f'<td><p>{html.escape(cell)}</p></td>' for cell in row)}</tr>" for row in found.table
    )
    body = "".join(f"<p style='text-indent:2em'>{html.escape(text)}</p>" for text in found.paragraphs)
    said = (
        f"<html><head><meta charset='utf-8'></head><body><div id='nav'><a href='/'>首页</a></div>"
        f"<div class='article'><h1>{found.title}</h1>{body}<table>{cells}</table></div></body></html>"
    )
    return said.encode()


def as_docx(found: Paper) -> bytes:
    """A document of Word, each paragraph in several runs."""
    made, written = Document(), io.BytesIO()
    for text in (found.title, *found.paragraphs):
        paragraph, cut = made.add_paragraph(), len(text) // 2
        paragraph.add_run(text[:cut])
        paragraph.add_run(text[cut:]).bold = True
    table = made.add_table(len(found.table), len(found.table[0]))
    for cells, row in zip(table.rows, found.table, strict=True):
        for cell, text in zip(cells.cells, row, strict=True):
            cell.text = text
    made.save(written)
    return written.getvalue()


def as_xlsx(found: Paper) -> bytes:
    """A workbook: the title over all columns, notes, figures that are numbers with a format."""
    book, written = openpyxl.Workbook(), io.BytesIO()
    sheet = book.active
    assert sheet is not None  # a new workbook has one
    for text in (found.title, *found.paragraphs):
        sheet.append([text])
        sheet.merge_cells(
            start_row=sheet.max_row, start_column=1, end_row=sheet.max_row, end_column=len(found.table[0])
        )
    sheet.append(list(found.table[0]))
    for row in found.table[1:]:
        sheet.append([row[0], *map(float, row[1:])])
        for cell in sheet[sheet.max_row][1:]:
            cell.number_format = "0.00"
    book.save(written)
    return written.getvalue()


def as_pdf(found: Paper) -> bytes:
    """A page with lines of equal length and a ruled table."""
    sheet = Sheet()
    for place, line in enumerate(_wrapped(found)):
        sheet.text(_LEFT, _TOP + _STEP * place, line, _SIZE)
    top = _TOP + _STEP * (len(list(_wrapped(found))) + 1)
    across = [_LEFT + 110 * place for place in range(len(found.table[0]) + 1)]
    sheet.grid(across, [top - 18 + _STEP * place for place in range(len(found.table) + 1)])
    for down, row in enumerate(found.table):
        for left, cell in zip(across, row, strict=False):
            sheet.text(left + 6, top + _STEP * down, cell, _SIZE)
    return drawn(sheet)


def as_ofd(found: Paper) -> bytes:
    """A page whose letters stand each in its place."""
    objects = [
        _words(25, 30 + 9 * place, line) for place, line in enumerate([found.title, *_unwrapped(found)])
    ]
    top = 30 + 9 * (len(objects) + 1)
    objects += [
        _words(25 + 40 * column, top + 9 * down, cell)
        for down, row in enumerate(found.table)
        for column, cell in enumerate(row)
    ]
    objects = [
        one.replace("<TextObject", f'<TextObject ID="{9 + n}" Font="2"') for n, one in enumerate(objects)
    ]
    files = {
        "OFD.xml": "<OFD><DocBody><DocInfo/><DocRoot>Doc_0/Document.xml</DocRoot></DocBody></OFD>",
        "Doc_0/Document.xml": (
            "<Document><CommonData><PageArea><PhysicalBox>0 0 210 297</PhysicalBox></PageArea></CommonData>"
            '<Pages><Page ID="1" BaseLoc="Pages/Page_0/Content.xml"/></Pages></Document>'
        ),
        "Doc_0/Pages/Page_0/Content.xml": f"<Page><Content><Layer>{''.join(objects)}</Layer></Content></Page>",
    }
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as file:
        for name, content in files.items():
            file.writestr(
                name, re.sub(r"<(/?)(?=\w)", r"<\1ofd:", content).replace(">", f' xmlns:ofd="{_SPACE}">', 1)
            )
    return written.getvalue()


def as_csv(found: Paper) -> bytes:
    """Lines of cells, as a Chinese system writes them."""
    written = io.StringIO()
    writer = csv.writer(written)
    writer.writerows([[found.title], *([text] for text in found.paragraphs), *found.table])
    return written.getvalue().encode("gb18030")


def as_xls(found: Paper) -> bytes:
    """An old workbook, figures that are numbers with a format."""
    written = io.BytesIO()
    book = xlwt.Workbook()
    sheet, shown = book.add_sheet("a"), xlwt.easyxf(num_format_str="0.00")
    for down, text in enumerate((found.title, *found.paragraphs)):
        sheet.write(down, 0, text)
    first = 1 + len(found.paragraphs)
    for across, cell in enumerate(found.table[0]):
        sheet.write(first, across, cell)
    for down, row in enumerate(found.table[1:], first + 1):
        sheet.write(down, 0, row[0])
        for across, cell in enumerate(row[1:], 1):
            sheet.write(down, across, float(cell), shown)
    book.save(written)
    return written.getvalue()


def as_xlsb(found: Paper) -> bytes:
    """A binary workbook, figures that are numbers with a format."""
    first = 1 + len(found.paragraphs)
    cells: dict[tuple[int, int], tuple[Value, int]] = {
        (down, 0): (text, 0) for down, text in enumerate((found.title, *found.paragraphs))
    }
    for down, row in enumerate(found.table, first):
        for across, cell in enumerate(row):
            cells[down, across] = (float(cell), 1) if down > first and across else (cell, 0)
    return book_of([Page("a", cells)], ["0.00"])


WRITERS: dict[str, Callable[[Paper], bytes]] = {
    "html": as_html,
    "docx": as_docx,
    "xlsx": as_xlsx,
    "pdf": as_pdf,
    "ofd": as_ofd,
    "csv": as_csv,
    "xls": as_xls,
    "xlsb": as_xlsb,
}


def _wrapped(found: Paper) -> Iterator[str]:
    """The lines of a page, a paragraph's first indented by two letters' room."""
    yield found.title
    for text in found.paragraphs:
        yield from _cut(text)


def _unwrapped(found: Paper) -> Sequence[str]:
    return [line for text in found.paragraphs for line in _cut(text)]


def _cut(text: str) -> Iterator[str]:
    yield from (text[start : start + _LINE] for start in range(0, len(text), _LINE))


def _words(x: float, y: float, words: str) -> str:
    """A text object; letters of half the width where they are Latin."""
    steps = " ".join("4.5" if ord(letter) > 0xFF else "2.25" for letter in words[:-1])
    moved = f' DeltaX="{steps}"' if steps else ""
    code = f'<TextCode X="0" Y="4"{moved}>{html.escape(words)}</TextCode>'
    return f'<TextObject Boundary="{x} {y} 170 6" Size="4.5">{code}</TextObject>'
