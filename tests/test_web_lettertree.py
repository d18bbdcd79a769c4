"""A letter set for reading: blocks in order, tables with captions, heads and cells, nothing lost."""

import re
from pathlib import Path

import pytest

from bot.messages.tree import Piece
from bot.service.archive import Service
from bot.web.views.lettertree import Heading, LetterTree, Lines, Paragraph, Table, Title, letter_tree
from corpus.document.metadata import letter
from corpus.extraction.figures import figures
from corpus.passage import passages
from corpus.source import Source
from index.opened import Index
from tests.botapi.sample import Shelf, answer

MARKDOWN = """# 云溪县2024年工业运行情况

## 一、总体

全县规上工业总产值 120.5 亿元，增长3.2%。其中石材31.2亿元。

表1 分行业产值
单位：亿元、%

| 行业 | 总产值 | 同比增长 |
| --- | --- | --- |
| 石材 | 31.20 | -8.6 |
| 铸造 | 24.45 | 持平 |

## 二、投资

固定资产投资增长11.4%。
"""
PLAIN = """云溪县2024年主要指标
全县农业生产平稳。
指标  单位  完成  增长(%)
粮食产量  万吨  4.82  1.3
肉类产量  万吨  1.07  -2.0
蔬菜产量  万吨  9.60  3.1
"""


def tree_of(text: str) -> LetterTree:
    """The tree of a document that is this text."""
    made = letter(Source("made", Path("made.txt"), text, ""))
    shelf = Shelf({made.id: made}, figures(made, passages(made)))
    return letter_tree(Service(answer, shelf), made.id)


def words(pieces: tuple[Piece, ...]) -> str:
    """What is printed."""
    return "".join(piece.text for piece in pieces)


def all_words(tree: LetterTree) -> str:
    """Every word of a tree in order."""
    said: list[str] = []
    for block in tree.blocks:
        if isinstance(block, (Heading, Title)):
            said.append(words(block.sentence.pieces))
        elif isinstance(block, Paragraph):
            said += [words(sentence.pieces) for sentence in block.sentences]
        elif isinstance(block, Lines):
            said += [words(cell) for row in block.rows for cell in row.cells]
        else:
            rows = (*block.captions, *block.heads, *block.rows)
            said += [words(cell) for row in rows for cell in row.cells]
    return "".join(said)


def test_table_of_markdown() -> None:
    """Lines above it, its head, its cells; the figures in them are told."""
    (table,) = (block for block in tree_of(MARKDOWN).blocks if isinstance(block, Table))
    assert [words(row.cells[0]) for row in table.captions] == ["表1分行业产值", "单位：亿元、%"]
    assert [[words(cell) for cell in row.cells] for row in table.heads] == [["行业", "总产值", "同比增长"]]
    assert [[words(cell) for cell in row.cells] for row in table.rows] == [
        ["石材", "31.20", "-8.6"],
        ["铸造", "24.45", "持平"],
    ]
    marked = [piece.text for row in table.rows for cell in row.cells for piece in cell if piece.figure]
    assert marked == ["31.20", "-8.6", "24.45", "持平"]


def test_table_of_plain_text() -> None:
    """Cells parted by gaps."""
    (table,) = (block for block in tree_of(PLAIN).blocks if isinstance(block, Table))
    assert [len(row.cells) for row in (*table.heads, *table.rows)] == [4, 4, 4, 4]
    assert words(table.rows[-1].cells[0]) == "蔬菜产量"


def test_tables_below_each_other_are_two() -> None:
    """Each with its own caption and head."""
    second = "表2 分地区产值\n| 地区 | 总产值 |\n| --- | --- |\n| 东乡 | 12.0 |\n| 西乡 | 13.0 |\n"
    text = MARKDOWN.replace("## 二、投资", second + "\n## 二、投资")
    tables = [block for block in tree_of(text).blocks if isinstance(block, Table)]
    assert [words(table.captions[0].cells[0]) for table in tables] == ["表1分行业产值", "表2分地区产值"]
    assert [len(table.heads) for table in tables] == [1, 1]


def test_headings_have_their_levels() -> None:
    """Under the title, which is the page's own."""
    headings = tree_of(MARKDOWN).headings
    assert [(heading.level, words(heading.sentence.pieces)) for heading in headings][-2:] == [
        (2, "一、总体"),
        (2, "二、投资"),
    ]


@pytest.mark.parametrize(
    "text", [MARKDOWN, PLAIN, "", "。", "|", "| |\n|-|\n", "a b c\n1 2 3\n4 5 6\n", "附件：\n\n1-6月增长5%"]
)
def test_nothing_is_lost(text: str) -> None:
    """Every word is on the page, in order; blanks and markup aside."""
    printed = "".join(
        passage.text for passage in passages(letter(Source("made", Path("made.txt"), text, "")))
    )
    assert re.sub(r"[\s|]", "", all_words(tree_of(text))) == re.sub(r"[\s|]", "", printed)


def test_shipped_letter_is_whole(library: Index) -> None:
    """Each passage once, in order, and all figures as links."""
    tree = letter_tree(Service(answer, library), "2024-jiaojiang-133")
    printed = "".join(passage.text for passage in library.passages(tree.letter.id))
    assert re.sub(r"[\s|]", "", all_words(tree)) == re.sub(r"[\s|]", "", printed)
