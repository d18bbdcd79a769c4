"""Tables of tags in Markdown files: rows of cells as in a page, and no tag is quoted."""

from pathlib import Path

import pytest

from bot.answer import Kind
from tests.libraries import answering

_BULLETIN = (
    "# 云岭市2023年国民经济和社会发展统计公报\n\n"
    "表1：2023年主要工业产品产量\n\n"
    "<table><tr><td>产品名称</td><td>单位</td><td>产量</td><td>比上年增长(%)</td></tr>"
    "<tr><td>水泥</td><td>万吨</td><td>78.6</td><td>-4.2</td></tr>"
    "<tr><td>汽车</td><td>万辆</td><td>12.4</td><td>15.1</td></tr>"
    '<tr><td colspan="2">白酒(千升)</td><td>3105</td><td>2.0</td></tr></table>\n\n'
    "全年货运量2.3亿吨,增长3.1%。\n"
)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        pytest.param("汽车产量多少", "12.4万辆", id="a cell with its unit's column"),
        pytest.param("水泥产量下降多少", "4.2%", id="a cell below nothing"),
        pytest.param("货运量多少", "2.3亿吨", id="the text behind it"),
    ],
)
def test_a_cell_is_told(tmp_path: Path, question: str, said: str) -> None:
    """The figure with its unit, and no tag anywhere."""
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    (corpus / "made.md").write_text(_BULLETIN, encoding="utf-8")
    with answering(tmp_path) as answerer:
        answer = answerer.answer(question)
    assert answer.kind is Kind.ANSWER, answer.headline
    assert said in answer.headline
    assert "<t" not in answer.headline + "".join(one.passage.text for one in answer.cited)
