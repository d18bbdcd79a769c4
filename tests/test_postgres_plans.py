"""How PostgreSQL finds what it is asked: by its indexes, however many letters there are."""

from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

import numpy as np
import psycopg
import pytest

from index.postgres.connection import Session
from index.postgres.reader import PostgresReader
from index.postgres.schema import NEAR, NEAR_INDEX
from index.searching.ranking import Tuning
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


def test_lists_enough_are_looked_into(tmp_path: Path, database: str) -> None:
    """Of ever so many vectors in lists those nearest to a question are found; in one list alone there are four."""
    opened_at(write(tmp_path / "letters", tea=TEA), database).close()
    drawn = np.random.default_rng(1).normal(size=(2000, 64)).astype(np.float32)
    drawn /= np.linalg.norm(drawn, axis=1, keepdims=True)
    drawn[:20] = drawn[0] + 0.02 * drawn[:20]
    with connected(database) as connection:
        connection.execute("DELETE FROM passages")
        connection.execute(
            "INSERT INTO passages(place, number, letter, vector)"
            " SELECT '', number, '', vector::halfvec FROM unnest(%s::int[], %s::text[]) AS one(number, vector)",
            (list(range(len(drawn))), [str(row.tolist()) for row in drawn]),
        )
        connection.execute(NEAR_INDEX)
        connection.execute("ANALYZE passages")
    (schema,) = schemas(database)
    with closing(Session(database, schema)) as session, session.transaction() as state:
        found = PostgresReader(session, str(state), vector=True).nearest(drawn[0], 30, None)
    assert len(found) == 30
    assert set(found) > set(range(20))


def test_the_lists_of_vectors_are_made_on_a_server_of_little_memory(tmp_path: Path, database: str) -> None:
    """Which gives less for that than they take, as one does for the shipped model unless it is told otherwise."""
    with psycopg.connect(database, autocommit=True) as connection:
        connection.execute(f"ALTER DATABASE {connection.info.dbname} SET maintenance_work_mem TO '1MB'")
    opened_at(write(tmp_path / "letters", tea=TEA), database, near_from=1).close()
    with connected(database) as connection:
        assert connection.execute("SELECT to_regclass(%s)", (NEAR,)).fetchone() != (None,)
