"""How PostgreSQL finds what it is asked: by its indexes, however many letters there are."""

from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

import numpy as np
import pytest

from index.postgres.connection import Session
from index.postgres.reader import PostgresReader
from index.ranking import Tuning
from tests.databases import connected, opened_at, schemas
from tests.libraries import PUMPS, TEA, write

_TIMES = 6000
# The letters again and again, each with words of its own.
_GROWN = (
    "INSERT INTO letters SELECT place || n, id || n, title, dated, period, named, letter, passages, remarks, rules,"
    " remark_count, passage_count, figure_count, unsure FROM letters, generate_series(1, {times}) AS n",
    "INSERT INTO passages SELECT place || n, number + 1000 * n, letter || n, position, kind, plain, around, own, context,"
    " document, words || (quote_literal('词' || n) || ':1A')::tsvector, vector, seams"
    " FROM passages, generate_series(1, {times}) AS n",
    "INSERT INTO figures SELECT place || n, number + 1000 * n, letter || n, name || n, located || n, size,"
    " words || (quote_literal('词' || n) || ':1A')::tsvector, figure FROM figures, generate_series(1, {times}) AS n",
    "INSERT INTO terms SELECT '词' || n, 10, 10 FROM generate_series(1, {times}) AS n",
)


Given = Sequence[object] | dict[str, object]


class Recorded(Session):
    """A session that keeps what it is asked."""

    asked: list[tuple[str, Sequence[object] | dict[str, object]]]

    def rows(
        self, statement: str, given: Sequence[object] | dict[str, object] = ()
    ) -> list[tuple[object, ...]]:
        """As ever."""
        self.asked.append((statement, given))
        return super().rows(statement, given)


@pytest.mark.parametrize("partitions", [0, 4])
def test_no_table_is_read_through(tmp_path: Path, database: str, partitions: int) -> None:
    """Everything that a question asks of a large corpus, letters named or not, has an index."""
    opened_at(write(tmp_path / "letters", tea=TEA, pumps=PUMPS), database, partitions=partitions).close()
    with connected(database) as connection:
        for statement in _GROWN:
            connection.execute(statement.format(times=_TIMES))
        connection.execute(
            "UPDATE totals SET passages = (SELECT count(*) FROM passages), figures = (SELECT count(*) FROM figures)"
        )
        connection.execute("VACUUM ANALYZE")
        (schema,) = schemas(database)
        session = Recorded(database, schema)
        session.asked = []
        with closing(session), session.transaction() as state:
            asked_everything(PostgresReader(session, str(state), vector=True))
        assert len(session.asked) > 15
        for statement, given in session.asked:
            plan = "\n".join(
                str(row[0]) for row in connection.execute(f"EXPLAIN {statement}", given or None).fetchall()
            )
            through = [line for line in plan.splitlines() if "Seq Scan on" in line and "totals" not in line]
            assert through == [], plan


def asked_everything(reader: PostgresReader) -> None:
    """What questions need; the outline of a corpus, which is all of it, left out."""
    vector = np.eye(1, 64, dtype=np.float32)[0]
    reader.statistics()
    reader.counts(["词7", "词8"])
    for letters in (None, ["tea7", "pumps8"]):
        found = reader.matched(["词7", "词8"], letters, Tuning())
        assert found
        reader.candidates(found)
        reader.places(found)
        reader.cosines(vector, found)
        assert reader.letters_of_figures(["词7"], letters, 200)
        reader.literally("干茶产量词7", ["词7"], letters)
    assert reader.containing("干茶", ["tea7"])
    for literal in ("干茶产量", "没有的话"):
        reader.containing(literal, None)
        reader.has(literal, None)
    reader.doubted()
    reader.nearest(vector, 30, ["tea7", "pumps8"])
    for name in ("tea7", "pumps8"):
        assert reader.letter(name)
        assert reader.passages(name)
        assert reader.remarks(name)
        assert reader.figures(name)


def test_the_lists_of_vectors_are_used(tmp_path: Path, database: str) -> None:
    """Once there are passages enough, for a question that names no letter; chosen letters are compared one by one."""
    corpus = write(tmp_path / "letters", tea=TEA, pumps=PUMPS)
    with closing(opened_at(corpus, database, near_from=1)) as index:
        (schema,) = schemas(database)
        session = Recorded(database, schema)
        session.asked = []
        vector = index.vectors(["干茶产量"])[0]
        with closing(session), session.transaction() as state:
            reader = PostgresReader(session, str(state), vector=True)
            every, some = reader.nearest(vector, 30, None), reader.nearest(vector, 30, ["tea"])
        assert len(every) > len(some) == sum(passage.kind != "heading" for passage in index.passages("tea"))
    with connected(database) as connection:
        connection.execute("SET enable_seqscan TO off")
        plans = [
            "\n".join(str(row[0]) for row in connection.execute(f"EXPLAIN {statement}", given).fetchall())
            for statement, given in session.asked
        ]
    assert ["passages_near" in plan for plan in plans] == [True, False]
