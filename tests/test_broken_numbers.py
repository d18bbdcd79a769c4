"""A blank inside a number is closed only in a text that is broken elsewhere: joined wrongly it is another number."""

import json
from contextlib import closing
from pathlib import Path

import pytest

from bot.answer import Kind
from bot.messages.contract import as_json
from bot.service.views.leaf import Leaf
from bot.speech import Speech
from bot.telegram.messages.pages import leaf_page
from corpus.amounts.broken import JOINER
from corpus.passage import Kind as PassageKind
from index.store import open_index
from tests.libraries import Hashed, answer_from, write
from tests.replies import of_document

CLEAN = "云岭县2024年水利工作情况\n\n2024年，全县{said}。完成渠道防渗18公里，新增灌溉面积3.2万亩。"
BROKEN = "云岭县 2024年水利工作情况\n\n2024年 ，全县{said} 。完成渠道防渗18公里 ，新增灌溉面积3.\n2万亩。"
OTHERS = ["18公里", "3.2万亩"]


@pytest.mark.parametrize(
    ("said", "joined"),
    [
        pytest.param("完成投资5 12万元", "512万元", id="an amount"),
        pytest.param("蓄水量达到1 48.6万立方米", "148.6万立方米", id="a decimal"),
        pytest.param("任务完成1 0 0%", "100%", id="every digit apart"),
        pytest.param("解决3 84户饮水困难", "384户", id="a count"),
    ],
)
def test_broken_numbers(said: str, joined: str) -> None:
    assert [figure.quantity.raw for figure in of_document(BROKEN.format(said=said))] == [joined, *OTHERS]
    assert [figure.quantity.raw for figure in of_document(CLEAN.format(said=said))] == OTHERS


ROWS = "指标 | 单位 | 2024年\n\n蓄水量 | 万立方米 | 1 48.6万立方米\n"
LETTER = BROKEN.format(said="蓄水量达到1 48.6万立方米") + "\n" + ROWS


def test_an_answer_has_the_sentence_as_the_file_has_it(tmp_path: Path) -> None:
    """What joins a number is never shown."""
    answer = answer_from(tmp_path, LETTER, "2024年蓄水量达到多少")
    told = as_json(answer, "", 0.0)
    assert "148.6万立方米" in told["headline"]
    assert all(one["text"] == LETTER[one["start"] : one["end"]] for one in told["passages"])
    assert "1 48.6" in told["passages"][0]["text"]
    assert JOINER not in json.dumps(told, ensure_ascii=False)


def test_a_page_of_a_letter_has_its_rows_as_the_file_has_them(tmp_path: Path) -> None:
    """In a chat, too."""
    with closing(open_index(write(tmp_path / "c", made=LETTER), tmp_path / "i", Hashed())) as library:
        rows = [one for one in library.passages("made") if one.kind is PassageKind.ROW]
        page = leaf_page(Leaf(library.letters["made"], tuple(rows)), 0, 1, (), Speech("zh-hans"))
    assert any(JOINER in row.text for row in rows)
    assert JOINER not in page
    assert "1 48.6万立方米" in page


@pytest.mark.parametrize("said", ["完成投资5 12万元", "解决3 84户饮水困难"])
def test_a_pasted_text_is_found_where_it_stands(said: str, tmp_path: Path) -> None:
    """With the blanks that the file has."""
    letter = BROKEN.format(said=said)
    answer = answer_from(tmp_path, letter, letter[letter.index("2024年 ") :] * 2)
    assert answer.kind is Kind.ANSWER
    assert answer.cited[0].passage.start == letter.index("2024年 ")
