"""What a SQLite index is asked, in one transaction."""

import json
import sqlite3
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING, Any

from corpus.passage import Kind
from index.reader import NAME, PLACES, SCOPE
from index.rows.outline import Size
from index.rows.sql import SqlReader
from index.searching.ranking import Candidate, Statistics, Tuning
from index.searching.words import SEAM, bigrams

if TYPE_CHECKING:
    from index.reader import Vector
    from index.sqlite.vectors import Vectors

_SIZES = """
SELECT id, (SELECT count(*) FROM passages WHERE letter = id), (SELECT count(*) FROM figures WHERE letter = id),
    json_array_length(remarks) FROM letters ORDER BY id
"""
# Of more letters the rows that have the words are fewer than theirs.
_FEW = 1000


class SqliteReader(SqlReader):
    """One state of an index file: valid while its transaction lasts and in later ones on the same state."""

    VALUE = "?"
    BYTEWISE = ""

    def __init__(self, connection: sqlite3.Connection, state: str) -> None:
        self._connection = connection
        self.state = state

    def sizes(self) -> dict[str, Size]:
        """How much is known of each letter, by id, in order."""
        return {row[0]: Size(*row[1:]) for row in self._rows(_SIZES)}

    def figure_places(self) -> list[tuple[str, str]]:
        """The places that figures are of, each with each letter that has one, in the order of the letters."""
        return self._rows("SELECT DISTINCT place, letter FROM figures ORDER BY letter, place")

    def has_word(self, word: str) -> bool:
        """Whether a word stands in a searched passage or around it."""
        return bool(self._first("SELECT 1 FROM words WHERE words MATCH ? LIMIT 1", _quoted(word)))

    def count(self) -> int:
        """How many figures there are."""
        return int(self._first("SELECT count(*) FROM figures")[0])

    def statistics(self) -> Statistics:
        """What the passages say of words, no word counted yet."""
        passages, *sizes = self._rows(
            "SELECT count(*), avg(own), avg(context), avg(document) FROM passages WHERE kind <> ?",
            (Kind.HEADING,),
        )[0]
        own, context, document = (float(size or 0) for size in sizes)
        return Statistics(int(passages), (own, context, document), {})

    def counts(self, words: Sequence[str]) -> Mapping[str, int]:
        """In how many passages each of the words stands that stands in any."""
        found = self._rows(
            "SELECT term, doc FROM terms WHERE term IN (SELECT value FROM json_each(?))",
            (json.dumps(list(words)),),
        )
        return dict(found)

    def matched(self, words: Sequence[str], letters: Collection[str] | None, tuning: Tuning) -> list[int]:
        """The passages that BM25 finds best, best first."""
        joined, among, given = _of("words", "passages", letters)
        rank = f"round(bm25(words, 1.0, {tuning.context}, {tuning.document}), {PLACES}), words.rowid"
        return self._first(
            f"SELECT words.rowid FROM words{joined} WHERE words MATCH ?{among} ORDER BY {rank} LIMIT ?",
            _any(words),
            *given,
            tuning.candidates,
        )

    def letters_of_figures(
        self, words: Sequence[str], letters: Collection[str] | None, limit: int
    ) -> list[str]:
        """The letter of each of the figures that BM25 finds best, best first."""
        joined, among, given = _of("names", "figures", letters)
        ranked = (
            f"SELECT names.rowid AS row, round(bm25(names, {NAME}, {SCOPE}), {PLACES}) AS score FROM names{joined}"
            f" WHERE names MATCH ?{among} ORDER BY score, names.rowid LIMIT ?"
        )
        # The figures are long: those of the best alone are read.
        return self._first(
            f"SELECT letter FROM ({ranked}) JOIN figures ON number = row ORDER BY score, row",
            _any(words),
            *given,
            limit,
        )

    def containing(self, literal: str, letters: Collection[str] | None) -> list[int]:
        """The passages in whose folded text a literal stands, in order."""
        found = (self._first(statement, *given) for statement, given in _standing(literal, letters))
        return sorted(chain.from_iterable(found))

    def has(self, literal: str, letters: Collection[str] | None) -> bool:
        """Whether a literal stands in the folded text of some passage."""
        asked = _standing(literal, letters)
        return any(self._first(f"{statement} LIMIT 1", *given) for statement, given in asked)

    def doubted(self) -> list[str]:
        """The letters with figures of pictures that may be others, in order."""
        return self._first("SELECT id FROM letters WHERE unsure > 0 ORDER BY id")

    def literally(self, literal: str, pairs: Sequence[str], letters: Collection[str] | None) -> list[int]:
        """The same among the searched passages, narrowed down by the literal's pairs of characters."""
        among, given = _among(letters)
        narrowed = f"text: ({' AND '.join(map(_quoted, pairs))})" if pairs else ""
        matched = " JOIN words ON number = words.rowid WHERE words MATCH ? AND" if pairs else " WHERE"
        return self._first(
            f"SELECT number FROM passages{matched} instr(plain, ?){among} AND kind <> '{Kind.HEADING}' ORDER BY number",
            *([narrowed] if pairs else []),
            literal,
            *given,
        )

    def candidates(self, numbers: Sequence[int]) -> dict[int, Candidate]:
        """The passages with these numbers, in this order."""
        rows = self._rows(
            "SELECT number, plain, around, named, own, context, document FROM passages JOIN letters"
            " ON id = passages.letter WHERE number IN (SELECT value FROM json_each(?))",
            (json.dumps(list(numbers)),),
        )
        found = {row[0]: Candidate(row[1], row[2], row[3], row[4:]) for row in rows}
        return {number: found[number] for number in numbers}

    def places(self, numbers: Sequence[int]) -> dict[int, tuple[str, int]]:
        """Where each of these passages is: its letter and its position there."""
        rows = self._rows(
            "SELECT number, letter, position FROM passages WHERE number IN (SELECT value FROM json_each(?))",
            (json.dumps(list(numbers)),),
        )
        return {row[0]: row[1:] for row in rows}

    def nearest(self, vector: "Vector", count: int, letters: Collection[str] | None) -> list[int]:
        """The searched passages nearest to a unit vector, best first."""
        if self._vectors is None:
            return []
        return self._vectors.nearest(vector, count, letters)

    def cosines(self, vector: "Vector", numbers: Sequence[int]) -> dict[int, float]:
        """How near each of these passages is to a unit vector."""
        return self._vectors.cosines(vector, numbers) if self._vectors and numbers else {}

    @cached_property
    def _vectors(self) -> "Vectors | None":
        from index.sqlite.vectors import vectors

        return vectors(self._connection)

    def _rows(self, statement: str, given: Sequence[object] = ()) -> list[Any]:
        return self._connection.execute(statement, given).fetchall()


def _among(letters: Collection[str] | None) -> tuple[str, tuple[str, ...]]:
    if letters is None:
        return "", ()
    return " AND letter IN (SELECT value FROM json_each(?))", (json.dumps(list(letters)),)


def _of(table: str, rows: str, letters: Collection[str] | None) -> tuple[str, str, tuple[str, ...]]:
    """What narrows a full-text table to rows of letters: what it is joined with, a condition, and what that is given.

    Of few letters the numbers of the rows come from an index, and the rows, which are long, are left alone; the plus keeps
    the words from being looked up once for each number.
    """
    among, given = _among(letters)
    if letters is None or len(letters) > _FEW:
        return f" JOIN {rows} ON number = {table}.rowid" if among else "", among, given
    numbers = f"SELECT number FROM {rows} WHERE{among.removeprefix(' AND')}"
    return "", f" AND +{table}.rowid IN ({numbers})", given


def _standing(literal: str, letters: Collection[str] | None) -> Iterator[tuple[str, tuple[str, ...]]]:
    """What finds the passages in which a literal stands, each of them by one statement: those of chosen letters are gone
    through, of all letters those that have its pairs of characters."""
    found = bigrams(literal) if letters is None else []
    if not found:
        among, given = _among(letters)
        yield f"SELECT number FROM passages WHERE instr(plain, ?){among}", (literal, *given)
        return
    every = " AND ".join(map(_quoted, found))
    seam = " OR ".join(_quoted(f"{SEAM}{pair}") for pair in found)
    for table, query in (("words", f"text: ({every})"), ("seams", f"({every}) OR {seam}")):
        yield (
            f"SELECT number FROM {table} JOIN passages ON number = {table}.rowid"
            f" WHERE {table} MATCH ? AND instr(plain, ?)",
            (query, literal),
        )


def _any(words: Sequence[str]) -> str:
    return " OR ".join(map(_quoted, dict.fromkeys(words)))


def _quoted(word: str) -> str:
    return f'"{word}"'
