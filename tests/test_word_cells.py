"""Cells of words are told as they are quoted, gaps closed, whatever gaps the row has."""

from pathlib import Path

import pytest

from tests.libraries import assert_told

LETTER = """云岭县水利局2024年河长名单

全县设河长如下。

河流 | 河 长 | 联系处

清水河 | 张 三 | 县 水利站

黑水河 | 李四光 | 2. 青溪 乡水管站
"""


@pytest.mark.parametrize(
    ("question", "said"),
    [
        pytest.param("清水河的河长是谁", "张三", id="a name of two characters"),
        pytest.param("清水河的联系处是哪里", "县水利站", id="an office"),
        pytest.param("黑水河的河长是谁", "李四光", id="no gap"),
        pytest.param("黑水河的联系处是哪里", "青溪乡水管站", id="behind a number"),
    ],
)
def test_a_cell_with_gaps(question: str, said: str, tmp_path: Path) -> None:
    assert_told(tmp_path, LETTER, question, [said])
