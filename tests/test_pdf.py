"""PDF files as their producers write them."""

from pathlib import Path

import pytest

from corpus.source import read
from tests.drawn import Sheet, drawn


def lines(folder: Path, content: bytes) -> list[str]:
    """What is read from a file."""
    path = folder / "a.pdf"
    path.write_bytes(content)
    return read(path).text.splitlines()


@pytest.mark.parametrize("said", ["\u00ad", "\x02"])
def test_a_hyphen_with_another_code_is_a_hyphen(tmp_path: Path, said: str) -> None:
    """A minus or a range, whatever the text layer calls it; at the end of a line too."""
    sheet = (
        Sheet()
        .text(72, 80, "居民消费价格上涨-0.3%，投资15-20亿元。")
        .text(72, 120, "目标是2-")
        .text(72, 140, "3%。")
    )
    found = "".join(lines(tmp_path, drawn(sheet, said={"-": said})))
    assert "上涨-0.3%，投资15-20亿元。" in found
    assert "2-3%" in found


def test_radicals_are_ideographs_and_pairs_are_letters(tmp_path: Path) -> None:
    """What some producers write for 长, 民 and 行, and letters outside the basic plane."""
    sheet = Sheet().text(72, 80, "居民收入增长5.6%，银行主任𠮷𬭎。")
    assert lines(tmp_path, drawn(sheet, said={"长": "⻓", "民": "⺠", "行": "⾏"})) == [
        "居民收入增长5.6%，银行主任𠮷𬭎。"
    ]


@pytest.mark.parametrize(("count", "read_pages"), [(1, 1), (2, 2), (3, 2)])
def test_a_wrong_count_of_pages(tmp_path: Path, count: int, read_pages: int) -> None:
    """Every page that can be loaded is read."""
    pages = [Sheet().text(72, 80, f"第{number}页有全年的统计文字和数据。") for number in "一二"]
    found = "".join(lines(tmp_path, drawn(*pages, count=count)))
    assert found == "".join(f"第{number}页有全年的统计文字和数据。" for number in "一二"[:read_pages])
