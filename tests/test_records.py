"""Records as the index keeps them: what is written is JSON, is read back as it was, and figures' rows are the same each time."""

import json
import pickle
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from corpus.amounts.quantity import Quantity
from corpus.document.given import Given
from corpus.figure import Figure, Measure
from corpus.kind import Kind
from corpus.passage import Passage
from corpus.reading import Reading, read_letter
from corpus.runtime.replace import replace
from corpus.source import Source
from corpus.texts.scanned import Scanned
from corpus.times.period import Period, Sureness
from index.rows.entry import Entry, FigureRow, FigureRows, digest, entry
from index.rows.record import dump, dump_without, load

TEXT = """2024年云岭县“十四五”情况\t通报

指标 | 产值（万元） | 增速（%） | 2025年目标（亿元）
石桥镇 | 1,260.50 | -2.4 | 3.1
云溪镇 | 980 | 持平 | 5

2024年，全县茶叶产量3.5万吨，同比增长2.1%，其中春茶1万吨。三次产业结构为3.1:50.1:46.8。
"""


@pytest.fixture(scope="module")
def reading() -> Reading:
    return read_letter(Source("a", Path("a.txt"), TEXT, ""))


@pytest.mark.parametrize(
    ("record", "written"),
    [
        (Period(date(2024, 1, 1), date(2024, 6, 30), "上半年"), '["2024-01-01","2024-06-30","上半年","stated"]'),
        (Quantity(Decimal("2.50E+3"), "元", '"2,5"\\', 3, 9), '["2.50E+3","元","\\"2,5\\"\\\\",3,9,"exact","1","",null,[],""]'),
        (Passage("a:0", "a", ("一", "二"), 0, 0, 2, "甲\n\x01", Kind.ROW), '["a:0","a",["一","二"],0,0,2,"甲\\n\\u0001","row"]'),
        (Scanned(1, 2, 1, 0.5, ((1, 2),)), "[1,2,1,0.5,[[1,2]],[0,0,0,0],0,0.0,[0,0]]"),
        ((Measure.LEVEL, True, None, 7, []), '["level",true,null,7,[]]'),
    ],
)  # fmt: skip
def test_a_record_is_written_as_json(record: object, written: str) -> None:
    assert dump(record) == written
    json.loads(written)


def test_what_is_no_part_of_a_record_is_refused() -> None:
    with pytest.raises(TypeError):
        dump((Given(), object()))


def test_all_of_a_reading_is_read_back(reading: Reading) -> None:
    assert len(reading.figures) >= 8
    assert load(tuple[Passage, ...], dump(reading.passages)) == reading.passages
    assert load(tuple[Figure, ...], dump(reading.figures)) == reading.figures
    period = Period(date(2024, 1, 1), date(2024, 12, 31), "全年", Sureness.INHERITED)
    assert load(Period, dump(period)) == period


def test_where_labels_are_said_is_left_out(reading: Reading) -> None:
    for figure in reading.figures:
        assert figure.stated
        assert dump_without(figure, "stated") == dump(replace(figure, stated=()))


def test_rows_of_figures_are_made_anew_each_time(reading: Reading) -> None:
    rows = entry(reading).figure_rows
    assert isinstance(rows, FigureRows)
    first = [*rows]
    assert len(first) == len(rows) == len(reading.figures)
    assert first == [*rows]
    assert first[0] in rows
    assert FigureRow("", "", "", "", "") not in rows


def test_another_process_gets_rows_of_figures(reading: Reading) -> None:
    """And not the figures, which are larger."""
    made = entry(reading)
    sent = pickle.loads(pickle.dumps(made))
    assert [*sent.figure_rows] == [*made.figure_rows]
    assert isinstance(sent.figure_rows, tuple)
    assert _digest(sent, b"1") == _digest(made, b"1") != _digest(made, b"2")


def _digest(entry: Entry, vectors: bytes) -> str:
    return digest(entry.id, entry.records, (row.record for row in entry.figure_rows), vectors)
