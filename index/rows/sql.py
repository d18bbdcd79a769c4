"""What both databases are asked in the same words."""

from abc import ABC, abstractmethod
from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from typing import Any, ClassVar

from corpus.times.period import Period
from index.rows.outline import Head
from index.rows.record import load


class SqlReader(ABC):
    """What is stored of letters and files, letter by letter.

    A statement has `VALUE` where a value goes, and `BYTEWISE` after a column that it is ordered by: byte by byte,
    whatever the database's own language is.
    """

    VALUE: ClassVar[str]
    BYTEWISE: ClassVar[str]

    def letters(self) -> list[str]:
        """The ids of the letters, in order."""
        return self._first(f"SELECT id FROM letters ORDER BY id{self.BYTEWISE}")

    def letter_count(self) -> int:
        """How many there are."""
        return int(self._first("SELECT count(*) FROM letters")[0])

    def letter(self, name: str) -> str | None:
        """A letter's record."""
        return self._record("letter", name)

    def passages(self, name: str) -> str | None:
        """The record of a letter's passages."""
        return self._record("passages", name)

    def remarks(self, name: str) -> str | None:
        """The record of a letter's remarks."""
        return self._record("remarks", name)

    def rules(self) -> list[tuple[str, str]]:
        """The letters that have rules, each with the record of its rules, in order."""
        return self._rows(f"SELECT id, rules FROM letters WHERE rules <> '[]' ORDER BY id{self.BYTEWISE}")

    def figures(self, name: str) -> list[str]:
        """The records of a letter's figures, in order."""
        return self._first(f"SELECT figure FROM figures WHERE letter = {self.VALUE} ORDER BY number", name)

    def refused(self) -> list[str]:
        """The files that give no letter: a line each."""
        return self._first(f"SELECT fault FROM files WHERE fault <> '' ORDER BY path{self.BYTEWISE}")

    def unread(self) -> list[tuple[str, str]]:
        """The letters whose files were not read whole, each with what was left out, a line each."""
        return self._rows(
            "SELECT letter, unread FROM files WHERE unread <> '' AND letter IS NOT NULL"
            f" ORDER BY letter{self.BYTEWISE}"
        )

    def file(self, name: str) -> str | None:
        """The name of the file that a letter was read from, in the corpus folder."""
        found = self._first(f"SELECT path FROM files WHERE letter = {self.VALUE}", name)
        return str(found[0]) if found else None

    def heads(self) -> list[Head]:
        """Every letter's head, by id."""
        rows = self._rows(f"SELECT id, title, place, dated, period FROM letters ORDER BY id{self.BYTEWISE}")
        return [_head(*row) for row in rows]

    def names(self) -> list[str]:
        """What the figures are called, each name once."""
        return self._first("SELECT DISTINCT name FROM figures")

    @abstractmethod
    def _rows(self, statement: str, given: Sequence[object] = ()) -> list[Any]:
        """What a statement finds."""

    def _first(self, statement: str, *given: object) -> list[Any]:
        return [row[0] for row in self._rows(statement, given)]

    def _record(self, column: str, letter: str) -> str | None:
        found = self._first(f"SELECT {column} FROM letters WHERE id = {self.VALUE}", letter)
        return str(found[0]) if found else None


def _head(name: str, title: str, place: str, dated: date | str | None, period: str | None) -> Head:
    # SQLite keeps days as text.
    day = date.fromisoformat(dated) if isinstance(dated, str) else dated
    return Head(name, title, place, day, _period(period) if period else None)


# Many letters are about one period.
@lru_cache(1024)
def _period(record: str) -> Period:
    return load(Period, record)
