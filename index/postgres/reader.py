"""What an index in PostgreSQL is asked, in one transaction."""

import math
from collections.abc import Collection, Mapping, Sequence
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING, Any

from corpus.passage import Kind
from index.postgres.connection import Session
from index.postgres.rows import quoted
from index.reader import EVENING, NAME, PLACES, SATURATION, SCOPE
from index.rows.outline import Size
from index.rows.sql import SqlReader
from index.searching.ranking import Candidate, Statistics, Tuning, rarest
from index.searching.words import SEAM, bigrams

if TYPE_CHECKING:
    from index.postgres.vectors import Matrix
    from index.reader import Vector

# What has none of the rarest words, which stand in so many texts together, is not looked at; of what has one of them
# so many are that the server's own cheap ranking puts first; and they are ranked by BM25 as SQLite has it.
_HAVING, _LOOKED_AT = 10_000, 1000
_BM25 = f"""
WITH asked AS (SELECT * FROM unnest(%(words)s::text[], %(rarity)s::float8[]) AS one(term, rarity)),
near AS MATERIALIZED (
    SELECT number, words, {{size}} AS size FROM {{table}} WHERE words @@ %(rare)s::tsquery{{among}}
    ORDER BY ts_rank(%(ranks)s::float4[], words, %(query)s::tsquery) DESC, number LIMIT {_LOOKED_AT}
),
best AS (
    SELECT number, round(score::numeric, {PLACES}) AS score FROM near, LATERAL (
        SELECT sum(rarity * said * {SATURATION + 1}
            / (said + {SATURATION} * ({1 - EVENING} + {EVENING} * size / %(usual)s::float8))) AS score
        FROM (
            SELECT lexeme, (
                SELECT sum((%(weights)s::float8[])[ascii(weight) - 64]) FROM unnest(weights) AS weight
            ) AS said
            FROM unnest(words) AS one(lexeme, positions, weights) WHERE lexeme = ANY(%(words)s::text[])
            OFFSET 0
        ) AS each JOIN asked ON lexeme = term
    ) AS scored
    ORDER BY 2 DESC, 1 LIMIT %(most)s
)
"""
_PASSAGE = "passages", "own + context + document"
_FIGURE = "figures", "size"


class PostgresReader(SqlReader):
    """One state of an index: valid while its transaction lasts and in later ones on the same state."""

    VALUE = "%s"
    BYTEWISE = ' COLLATE "C"'

    def __init__(self, session: Session, state: str, *, vector: bool) -> None:
        self._session = session
        self._vector = vector
        self.state = state
        # In how many passages and figures the words stand that were asked for.
        self._known: dict[str, tuple[int, int]] = {}

    def sizes(self) -> dict[str, Size]:
        """How much is known of each letter, by id, in order."""
        rows = self._rows(
            'SELECT id, passage_count, figure_count, remark_count FROM letters ORDER BY id COLLATE "C"'
        )
        return {row[0]: Size(*row[1:]) for row in rows}

    def figure_places(self) -> list[tuple[str, str]]:
        """The places that figures are of, each with each letter that has one, in the order of the letters."""
        return self._rows(
            "SELECT located, letter FROM (SELECT DISTINCT located, letter FROM figures) AS found"
            ' ORDER BY letter COLLATE "C", located COLLATE "C"'
        )

    def has_word(self, word: str) -> bool:
        """Whether a word stands in a searched passage or around it."""
        return word in self.counts([word])

    def count(self) -> int:
        """How many figures there are."""
        return self._totals["figures"]

    def statistics(self) -> Statistics:
        """What the passages say of words, no word counted yet."""
        passages = self._totals["passages"]
        own, context, document = (
            self._totals[name] / (passages or 1) for name in ("own", "context", "document")
        )
        return Statistics(passages, (own, context, document), {})

    def counts(self, words: Sequence[str]) -> Mapping[str, int]:
        """In how many passages each of the words stands that stands in any."""
        return {word: counts[0] for word, counts in self._counted(words).items() if counts[0]}

    def matched(self, words: Sequence[str], letters: Collection[str] | None, tuning: Tuning) -> list[int]:
        """The passages that BM25 finds best, best first."""
        given = self._bm25(
            {word: passages for word, (passages, _) in self._counted(words).items()},
            (self._totals["passages"], sum(self._totals[name] for name in ("own", "context", "document"))),
            (1.0, tuning.context, tuning.document),
        )
        statement = _statement(_PASSAGE, letters) + "SELECT number FROM best"
        return self._found(statement, given | {"letters": letters, "most": tuning.candidates})

    def letters_of_figures(
        self, words: Sequence[str], letters: Collection[str] | None, limit: int
    ) -> list[str]:
        """The letter of each of the figures that BM25 finds best, best first."""
        given = self._bm25(
            {word: figures for word, (_, figures) in self._counted(words).items()},
            (self._totals["figures"], self._totals["figure_words"]),
            (NAME, SCOPE),
        )
        statement = (
            _statement(_FIGURE, letters)
            + "SELECT letter FROM best JOIN figures USING (number) ORDER BY score DESC, number"
        )
        return self._found(statement, given | {"letters": letters, "most": limit})

    def containing(self, literal: str, letters: Collection[str] | None) -> list[int]:
        """The passages in whose folded text a literal stands, in order."""
        narrowed = _standing(literal) if letters is None else [("", "")]
        found = (self._literal(where, literal, letters, query) for where, query in narrowed)
        return sorted(chain.from_iterable(found))

    def has(self, literal: str, letters: Collection[str] | None) -> bool:
        """Whether a literal stands in the folded text of some passage."""
        narrowed = _standing(literal) if letters is None else [("", "")]
        return any(self._literal(where, literal, letters, query, any_of=True) for where, query in narrowed)

    def doubted(self) -> list[str]:
        """The letters with figures of pictures that may be others, in order."""
        return self._first('SELECT id FROM letters WHERE unsure > 0 ORDER BY id COLLATE "C"')

    def literally(self, literal: str, pairs: Sequence[str], letters: Collection[str] | None) -> list[int]:
        """The same among the searched passages, narrowed down by the literal's pairs of characters."""
        query = " & ".join(f"{quoted(pair)}:A" for pair in pairs)
        narrowed = " AND words @@ %(query)s::tsquery" if pairs else f" AND kind <> '{Kind.HEADING.value}'"
        return self._literal(narrowed, literal, letters, query)

    def candidates(self, numbers: Sequence[int]) -> dict[int, Candidate]:
        """The passages with these numbers, in this order."""
        if not numbers:
            return {}
        rows = self._rows(
            "SELECT number, plain, around, named, own, context, document FROM passages JOIN letters"
            " ON id = passages.letter AND letters.place = passages.place WHERE number = ANY(%s)",
            (list(numbers),),
        )
        found = {row[0]: Candidate(row[1], row[2], row[3], row[4:]) for row in rows}
        return {number: found[number] for number in numbers}

    def places(self, numbers: Sequence[int]) -> dict[int, tuple[str, int]]:
        """Where each of these passages is: its letter and its position there."""
        rows = self._rows(
            "SELECT number, letter, position FROM passages WHERE number = ANY(%s)", (list(numbers),)
        )
        return {row[0]: (row[1], row[2]) for row in rows}

    def nearest(self, vector: "Vector", count: int, letters: Collection[str] | None) -> list[int]:
        """The searched passages nearest to a unit vector, best first.

        Without pgvector none of a large corpus: there the model has its say on what the words propose.
        """
        if self._vector:
            # Of chosen letters all are compared: the lists would be looked into first and leave most of them out.
            chosen = f"(SELECT number, vector FROM passages WHERE vector IS NOT NULL{_among(letters)} OFFSET 0) AS chosen"
            of = "passages WHERE vector IS NOT NULL" if letters is None else chosen
            return self._found(
                f"SELECT number FROM {of} ORDER BY vector <#> %(vector)s::halfvec, number LIMIT %(most)s",
                {"vector": str(vector.tolist()), "letters": letters, "most": count},
            )
        return self._matrix.nearest(vector, count, letters) if self._matrix else []

    def cosines(self, vector: "Vector", numbers: Sequence[int]) -> dict[int, float]:
        """How near each of these passages is to a unit vector."""
        from index.postgres.vectors import cosines

        kind = "vector::real[]" if self._vector else "vector"
        rows = self._rows(f"SELECT number, {kind} FROM passages WHERE number = ANY(%s)", (list(numbers),))
        return cosines(vector, numbers, dict(rows))

    @cached_property
    def _totals(self) -> dict[str, int]:
        """What was counted, by its name."""
        names = "passages", "own", "context", "document", "figures", "figure_words"
        (row,) = self._rows(f"SELECT {', '.join(names)} FROM totals")
        return dict(zip(names, row, strict=True))

    def _counted(self, words: Sequence[str]) -> dict[str, tuple[int, int]]:
        fresh = [word for word in words if word not in self._known]
        if fresh:
            rows = self._rows("SELECT term, passages, figures FROM terms WHERE term = ANY(%s)", (fresh,))
            self._known.update(dict.fromkeys(fresh, (0, 0)) | {row[0]: (row[1], row[2]) for row in rows})
        return {word: self._known[word] for word in words}

    @cached_property
    def _matrix(self) -> "Matrix | None":
        from index.postgres.vectors import MOST, matrix

        small = self._totals["passages"] <= MOST
        return (
            matrix(
                self._rows(
                    "SELECT number, letter, vector FROM passages WHERE vector IS NOT NULL ORDER BY number"
                )
            )
            if small
            else None
        )

    def _bm25(
        self, counted: Mapping[str, int], totals: tuple[int, int], weights: Sequence[float]
    ) -> dict[str, object]:
        """What BM25 is given: words with how rare they are, how long a text usually is, what each field counts."""
        texts, words = totals
        strongest = max(weights)
        return {
            "words": list(counted),
            "rarity": [_rarity(texts, count) for count in counted.values()],
            "query": " | ".join(map(quoted, counted)),
            "rare": " | ".join(map(quoted, sorted(rarest(counted, _HAVING)))),
            "usual": words / (texts or 1) or 1.0,
            "weights": list(weights),
            # From the last weight to the first, none above 1.
            "ranks": [weight / strongest for weight in reversed([*weights, *[0.0] * (4 - len(weights))])],
        }

    def _literal(
        self,
        narrowed: str,
        literal: str,
        letters: Collection[str] | None,
        query: str = "",
        *,
        any_of: bool = False,
    ) -> list[int]:
        """The passages in which a literal stands, in order; of `any_of` them one."""
        # What no text can hold.
        if "\0" in literal:
            return []
        of = f"passages WHERE true{narrowed}{_among(letters)}"
        has = "strpos(plain, %(literal)s) > 0"
        statement = f"SELECT number FROM {of} AND {has} ORDER BY number"
        if any_of:
            statement = f"SELECT number FROM {of} AND {has} LIMIT 1"
        if any_of and narrowed:
            # Planned apart from what is left of it: for one passage the server would read through all.
            near = f"WITH near AS MATERIALIZED (SELECT number, plain FROM {of})"
            statement = f"{near} SELECT number FROM near WHERE {has} LIMIT 1"
        return self._found(statement, {"literal": literal, "letters": letters, "query": query})

    def _found(self, statement: str, given: dict[str, object]) -> list[Any]:
        letters = given["letters"]
        chosen = list(letters) if isinstance(letters, Collection) else None
        return [row[0] for row in self._rows(statement, given | {"letters": chosen})]

    def _rows(self, statement: str, given: Sequence[object] | dict[str, object] = ()) -> list[Any]:
        return self._session.rows(statement, given)


def _statement(of: tuple[str, str], letters: Collection[str] | None) -> str:
    table, size = of
    return _BM25.format(table=table, size=size, among=_among(letters))


def _standing(literal: str) -> list[tuple[str, str]]:
    """What narrows down the passages of all letters in which a literal may stand, each of them by one of the conditions."""
    found = bigrams(literal)
    if not found:
        return [("", "")]
    every = " & ".join(map(quoted, found))
    seam = " | ".join(quoted(f"{SEAM}{pair}") for pair in found)
    return [
        (" AND words @@ %(query)s::tsquery", " & ".join(f"{quoted(pair)}:A" for pair in found)),
        (" AND seams @@ %(query)s::tsquery", f"({every}) | {seam}"),
    ]


def _among(letters: Collection[str] | None) -> str:
    return "" if letters is None else " AND letter = ANY(%(letters)s)"


def _rarity(texts: int, count: int) -> float:
    """A word's inverse document frequency as SQLite's BM25 has it: hardly anything for one in most texts."""
    found = math.log((texts - count + 0.5) / (count + 0.5))
    return found if found > 0 else 1e-6
