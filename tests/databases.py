"""An index in PostgreSQL as the tests open it, and what is read of it behind its back."""

from collections.abc import Mapping
from pathlib import Path

import psycopg
from psycopg import Connection

from index.encoder import Encoder
from index.folder import documents
from index.opened import Index
from index.postgres.connection import PATIENCE
from index.postgres.schema import NEAR_FROM, PREFIX
from index.postgres.writing import Options, open_database
from index.progress import Progress, Quiet
from tests.libraries import Hashed

TABLES = ("letters", "passages", "figures", "terms", "files")


def opened_at(
    corpus: Path | None,
    address: str,
    encoder: Encoder | None = None,
    report: Progress | None = None,
    *,
    partitions: int = 0,
    patience: float = PATIENCE,
    near_from: int = NEAR_FROM,
) -> Index:
    """The index at an address, brought up to date with a folder if one is given."""
    found = documents(corpus) if corpus else None
    encoder = encoder or Hashed()
    options = Options(partitions, patience, near_from)
    return Index(open_database(found, address, encoder, report or Quiet(), options), encoder, corpus=corpus)


def connected(address: str) -> "Connection[tuple[object, ...]]":
    """A connection to the one index there, past the program."""
    (schema,) = schemas(address)
    connection = psycopg.connect(address, autocommit=True)
    connection.execute(f"SET search_path TO {schema}, public")
    return connection


def schemas(address: str) -> list[str]:
    """The indexes of a database."""
    with psycopg.connect(address) as connection:
        rows = connection.execute(
            "SELECT nspname FROM pg_namespace WHERE starts_with(nspname, %s)", (PREFIX,)
        )
        return sorted(str(row[0]) for row in rows.fetchall())


def sizes(address: str) -> Mapping[str, int]:
    """How many rows each table has."""
    with connected(address) as connection:
        found = {}
        for table in TABLES:
            row = connection.execute(f"SELECT count(*) FROM {table}").fetchone()
            assert row
            found[table] = int(str(row[0]))
        return found


def is_counted_right(address: str) -> bool:
    """Whether the totals and the words' counts are what the rows add up to."""
    with connected(address) as connection:
        return all(
            connection.execute(kept).fetchall() == connection.execute(counted).fetchall()
            for kept, counted in _COUNTS.items()
        )


_COUNTS = {
    "SELECT passages, own, context, document FROM totals": (
        "SELECT count(*), coalesce(sum(own), 0), coalesce(sum(context), 0), coalesce(sum(document), 0)"
        " FROM passages WHERE words IS NOT NULL"
    ),
    "SELECT figures, figure_words FROM totals": "SELECT count(*), coalesce(sum(size), 0) FROM figures",
    "SELECT term, passages FROM terms WHERE passages > 0 ORDER BY term": (
        "SELECT lexeme, count(*) FROM passages, unnest(words) GROUP BY lexeme ORDER BY lexeme"
    ),
    "SELECT term, figures FROM terms WHERE figures > 0 ORDER BY term": (
        "SELECT lexeme, count(*) FROM figures, unnest(words) GROUP BY lexeme ORDER BY lexeme"
    ),
}
