"""Letters with thousands of figures: the work of reading and checking grows with their number, not with its square."""

from collections.abc import Callable
from datetime import date

import pytest

from corpus.checking.check import remarks
from corpus.evidence.evidence import Evidence
from corpus.extraction.figures import figures
from corpus.letter import Letter
from corpus.passage import passages
from tests.counting import steps

PLACES = ("青田乡", "石桥镇", "龙泉乡", "云溪镇", "白渚镇")
THINGS = ("粮食产量", "茶叶产量", "财政收入", "工业总产值", "固定资产投资")


def prose(size: int) -> str:
    """A report of so many paragraphs with three figures each."""
    lines = [
        f"第{number}段。2024年{PLACES[number % 5]}{THINGS[number % 3]}{1000 + number}万元,"
        f"同比增长{number % 9}.3%,其中一季度完成{number % 700 + 20}万元。"
        for number in range(size)
    ]
    return "经研究,现答复如下:\n" + "\n\n".join(lines) + "\n"


def rows(size: int) -> str:
    """A table of so many rows."""
    lines = [f"{PLACES[number % 5]}{number}组 | {number + 3} | {number % 7}.5" for number in range(size)]
    return "经研究,现答复如下:\n\n村组 | 产量(吨) | 增长(%)\n" + "\n".join(lines) + "\n"


def checked(text: str) -> None:
    """A letter of this text read, its labels looked up in it, and checked."""
    made = Letter("made", text, "报告", place="青岚县", signed=date(2025, 1, 20))
    found = passages(made)
    evidence = Evidence(made, found)
    remarks(made, found, [evidence.of(one) for one in figures(made, found)])


@pytest.mark.parametrize("of", [prose, rows])
def test_twice_as_many_figures_take_twice_the_steps(of: Callable[[int], str]) -> None:
    """Up to what the names in common add."""
    checked(of(20))
    small, large = (steps(lambda size=size: checked(of(size))) for size in (300, 600))  # type: ignore[misc]
    assert large < 2.15 * small
