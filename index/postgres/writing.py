"""An index in PostgreSQL brought up to date: a letter is one transaction, and one process writes at a time."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

import psycopg
from psycopg import Connection, sql

from corpus.fault import Fault
from index.changes import KEPT, Changes, Kept, Manifest, changes, kept, manifest
from index.fault import UnusableIndex
from index.folder import Document
from index.gather import Gathered, gather
from index.postgres.connection import PATIENCE, connect, line, place
from index.postgres.rows import put, remove
from index.postgres.schema import NEAR, NEAR_FROM, NEAR_INDEX, PREFIX, Layout, schema_of, statements
from index.postgres.store import PostgresStore
from index.progress import Progress, Why
from index.rows.entry import embedded

if TYPE_CHECKING:
    from index.encoder import Encoder

_WRITER = 0x6461_6675  # the lock that whoever writes holds, in whichever schema
_LEFT = 1  # how many indexes of other versions stay, for going back
_MANY = 100  # letters after which the plans of questions may be others
# What making the lists of vectors may take: 66 MB of the shipped model, where a server gives 64 unless it is told otherwise.
_SORTED_IN = "512MB"
_PLANNED = ("passages", "figures", "letters", "terms")
_SORT_IN = """
SELECT gin_clean_pending_list(one.oid) FROM pg_class AS one JOIN pg_am AS way ON way.oid = relam
WHERE amname = 'gin' AND relkind = 'i' AND relnamespace = to_regnamespace(%s)
"""


@dataclass(frozen=True)
class Options:
    """How an index is kept.

    In so many partitions by place, 0 for none; a reader waits so many seconds for its server; vectors are in lists from
    so many passages on.
    """

    partitions: int = 0
    patience: float = PATIENCE
    near_from: int = NEAR_FROM


def open_database(
    found: Sequence[Document] | None,
    address: str,
    encoder: "Encoder",
    report: Progress,
    options: Options | None = None,
) -> PostgresStore:
    """The index at an address, brought up to date with these documents if any are given. Raises UnusableIndex."""
    options = options or Options()
    belongs = manifest(encoder)
    with connect(address) as connection:
        writer = _Writer(connection, address, schema_of(belongs))
        if found is None and not writer.exists():
            raise UnusableIndex(f"{place(address)}：{Fault.EMPTY_DATABASE.words}")
        if found is not None:
            writer.follow(found, belongs, encoder, report, options)
        return PostgresStore(address, writer.schema, vector=writer.has_vectors(), patience=options.patience)


class _Writer:
    """A connection that writes one schema."""

    def __init__(self, connection: "Connection[Any]", address: str, schema: str) -> None:
        self._connection = connection
        self._address = address
        self.schema = schema

    def exists(self) -> bool:
        """Whether the schema is there."""
        found = self._connection.execute("SELECT to_regnamespace(%s) IS NOT NULL", (self.schema,)).fetchone()
        return bool(found and found[0])

    def has_vectors(self) -> bool:
        """Whether its vectors are pgvector's."""
        found = self._connection.execute(
            "SELECT format_type(atttypid, NULL) FROM pg_attribute"
            " WHERE attrelid = to_regclass(%s) AND attname = 'vector'",
            (f"{self.schema}.passages",),
        ).fetchone()
        return bool(found and found[0] != "bytea")

    def follow(
        self,
        found: Sequence[Document],
        belongs: Manifest,
        encoder: "Encoder",
        report: Progress,
        options: Options,
    ) -> None:
        """Bring the schema up to date with these documents. A server that only reads is left as it is, and that is said."""
        if self.exists() and not changes(self._kept(), found):
            return
        try:
            with self._turn():
                if not self.exists():
                    report.rebuild(self._why())
                    self._make(belongs, encoder, options.partitions)
                wanted = changes(self._kept(), found)
                self._apply(wanted, encoder, report)
                self._index_vectors(options.near_from)
                self._sort_in(len(wanted.read))
                self._tidy()
        except psycopg.errors.ReadOnlySqlTransaction as error:
            if not self.exists():
                raise UnusableIndex(line(self._address, Fault.READONLY_DATABASE, error)) from None
            report.refuse(f"{place(self._address)}：{Fault.READONLY_DATABASE.words}")
        except psycopg.Error as error:
            raise UnusableIndex(line(self._address, Fault.LOST_DATABASE, error)) from None

    @contextmanager
    def _turn(self) -> Iterator[None]:
        """This process's turn to write; the server ends it with the connection."""
        self._connection.execute("SELECT pg_advisory_lock(%s)", (_WRITER,))
        try:
            yield
        finally:
            if not self._connection.closed:
                self._connection.execute("SELECT pg_advisory_unlock(%s)", (_WRITER,))

    @contextmanager
    def _step(self, *, durable: bool = True) -> Iterator[None]:
        """One transaction in the schema; one that is not durable becomes so with the next that is."""
        with self._connection.transaction():
            self._run(f"SET LOCAL search_path TO {self.schema}, public")
            if not durable:
                self._run("SET LOCAL synchronous_commit TO off")
            yield

    def _make(self, belongs: Manifest, encoder: "Encoder", partitions: int) -> None:
        layout = Layout(self.schema, encoder.dim, has_pgvector(self._connection), partitions)
        with self._connection.transaction():
            for statement in statements(layout):
                self._run(statement)
            self._connection.cursor().executemany(
                "INSERT INTO manifest VALUES(%s, %s)", list(asdict(belongs).items())
            )

    def _index_vectors(self, least: int) -> None:
        """Make the lists of vectors once there are so many passages."""
        with self._step():
            wanted = self._connection.execute(
                "SELECT FROM totals WHERE passages >= %s AND to_regclass(%s) IS NULL", (least, NEAR)
            ).fetchall()
            if wanted and self.has_vectors():
                self._run(f"SET LOCAL maintenance_work_mem TO '{_SORTED_IN}'")
                self._run(NEAR_INDEX)

    def _sort_in(self, letters: int) -> None:
        """Sort new words into their indexes at once: until then every question reads through them."""
        self._connection.execute(_SORT_IN, (self.schema,))
        # The server does it by itself, but later.
        for table in _PLANNED if letters >= _MANY else ():
            self._run(f"ANALYZE {self.schema}.{table}")

    def _why(self) -> Why:
        return Why.FORMAT if self._schemas() else Why.MISSING

    def _schemas(self) -> list[str]:
        rows = self._connection.execute(
            "SELECT nspname FROM pg_namespace WHERE starts_with(nspname, %s)", (PREFIX,)
        ).fetchall()
        return [row[0] for row in rows]

    def _kept(self) -> Mapping[str, Kept]:
        with self._step():
            return kept(self._connection.execute(KEPT))

    def _apply(self, wanted: Changes, encoder: "Encoder", report: Progress) -> None:
        if wanted.read:
            report.begin(len(wanted.read))
        for file in wanted.gone:
            with self._step():
                self._forget(file)
        with self._step():
            self._connection.cursor().executemany(
                "UPDATE files SET size = %s, changed = %s WHERE path = %s",
                [(document.size, document.changed, document.name) for document in wanted.touched],
            )
        as_bytes = not self.has_vectors()
        for number, one in enumerate(gather(wanted.read), 1):
            # A letter whose commit is lost with the server is read again.
            with self._step(durable=number == len(wanted.read)):
                self._take(one, encoder, as_bytes)
            if one.entry:
                report.read(one.entry.id)
            else:
                report.refuse(one.fault)
        report.end()

    def _take(self, one: Gathered, encoder: "Encoder", as_bytes: bool) -> None:
        document, entry = one.document, one.entry
        self._forget(document.name)
        if entry:
            # Another file may have given the letter of this name before.
            remove(self._connection, entry.id)
            put(self._connection, entry, embedded(encoder, entry), as_bytes=as_bytes)
        self._connection.execute(
            "INSERT INTO files VALUES(%s, %s, %s, %s, %s, %s, %s)",
            (
                document.name,
                document.size,
                document.changed,
                one.digest,
                entry.id if entry else None,
                one.fault,
                "\n".join(one.unread),
            ),
        )

    def _forget(self, file: str) -> None:
        rows = self._connection.execute(
            "DELETE FROM files WHERE path = %s RETURNING letter", (file,)
        ).fetchall()
        for (letter,) in rows:
            if letter is not None:
                remove(self._connection, letter)

    def _tidy(self) -> None:
        """Drop the indexes of other versions that nobody uses, but the newest of them."""
        others = [name for name in self._schemas() if name != self.schema]
        for name in sorted(others, key=self._age)[:-_LEFT]:
            with self._connection.transaction():
                row = self._connection.execute(
                    "SELECT pg_try_advisory_xact_lock(hashtext(%s))", (name,)
                ).fetchone()
                if row and row[0]:
                    self._connection.execute(sql.SQL("DROP SCHEMA {} CASCADE").format(sql.Identifier(name)))

    def _age(self, schema: str) -> int:
        row = self._connection.execute(
            sql.SQL("SELECT state FROM {}.totals").format(sql.Identifier(schema))
        ).fetchone()
        return int(row[0]) if row else 0

    def _run(self, statement: str) -> None:
        self._connection.execute(statement)


def has_pgvector(connection: "Connection[Any]") -> bool:
    """Whether the database has pgvector, or can be given it."""
    try:
        with connection.transaction():
            connection.execute("CREATE EXTENSION IF NOT EXISTS vector")
    except psycopg.Error:
        return False
    return True
