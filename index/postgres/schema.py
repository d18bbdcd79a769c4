"""The tables of an index in PostgreSQL.

Each format and model has a schema of its own, built letter by letter beside the one in use: an index is made from its
documents, so nothing is ever migrated, and programs of two versions may be at work at once.

Everything of a letter carries the place that the letter is of: the key by which Citus, or plain partitions, spread it.
"""

from dataclasses import dataclass
from hashlib import blake2b

from index.changes import Manifest

PREFIX = "dafu_"
# Of a state, in microseconds: a number that is never given twice, not after a crash that lost the last one either.
NOW = "(extract(epoch FROM clock_timestamp()) * 1000000)::bigint"


@dataclass(frozen=True)
class Layout:
    """How an index is laid out: vectors of `dim` by pgvector or as bytes; so many partitions by place, 0 for none."""

    schema: str
    dim: int
    vector: bool
    partitions: int = 0


def schema_of(belongs: Manifest) -> str:
    """The schema of what belongs to this manifest."""
    named = f"{belongs.format} {belongs.model} {belongs.model_digest}"
    return PREFIX + blake2b(named.encode(), digest_size=8).hexdigest()


def statements(layout: Layout) -> list[str]:
    """What makes the empty schema."""
    spread = " PARTITION BY HASH (place)" if layout.partitions else ""
    kind = f"halfvec({layout.dim})" if layout.vector else "bytea"
    made = [f"CREATE SCHEMA {layout.schema}", f"SET LOCAL search_path TO {layout.schema}, public"]
    for name, columns in _TABLES.items():
        made.append(f"CREATE TABLE {name}({columns.format(vector=kind)}){spread if name in _SPREAD else ''}")
        if spread and name in _SPREAD:
            made.extend(
                f"CREATE TABLE {name}_{part} PARTITION OF {name}"
                f" FOR VALUES WITH (MODULUS {layout.partitions}, REMAINDER {part})"
                for part in range(layout.partitions)
            )
    return [*made, *_INDEXES, f"INSERT INTO totals SELECT {NOW}, 0, 0, 0, 0, 0, 0, 0, 0"]


# Inverted lists over the vectors of a large corpus, and how many of them are looked into: a fifth finds 99 of the 100
# nearest. (Graphs, HNSW, find half of them among passages that are printed alike in thousands of letters.)
_LISTS, PROBES = 500, 100
NEAR = "passages_near"
NEAR_FROM = 50_000  # passages
NEAR_INDEX = f"CREATE INDEX {NEAR} ON passages USING ivfflat (vector halfvec_ip_ops) WITH (lists = {_LISTS})"

_SPREAD = ("letters", "passages", "figures")
_TABLES = {
    "manifest": "key text PRIMARY KEY, value text NOT NULL",
    "files": "path text PRIMARY KEY, size bigint, changed bigint, digest text, letter text, fault text, unread text",
    "letters": "place text, id text, title text, dated date, period text, named text, letter text, passages text,"
    " remarks text, rules text, remark_count int, passage_count int, figure_count int, unsure int, PRIMARY KEY (place, id)",
    # The last three numbers are how many words the passage, what is around it and its letter's name have: A, B, C.
    "passages": "place text, number bigint, letter text, position int, kind text, plain text, around text,"
    " own int, context int, document int, words tsvector, vector {vector}, seams tsvector, PRIMARY KEY (place, number)",
    # A figure's own place is `located`; `size` is how many words it has: A those of its name, B those above it.
    "figures": "place text, number bigint, letter text, name text, located text, size int, words tsvector,"
    " figure text, PRIMARY KEY (place, number)",
    # In how many passages, and in how many figures, a word stands.
    "terms": "term text PRIMARY KEY, passages bigint NOT NULL, figures bigint NOT NULL",
    # One row: what was counted, and the numbers given last.
    "totals": "state bigint, passages bigint, own bigint, context bigint, document bigint, figures bigint,"
    " figure_words bigint, last_passage bigint, last_figure bigint",
}
_INDEXES = (
    "CREATE INDEX letters_id ON letters(id)",
    "CREATE INDEX letters_rules ON letters(id) WHERE rules <> '[]'",
    "CREATE INDEX letters_unsure ON letters(id) WHERE unsure > 0",
    "CREATE INDEX passages_number ON passages(number)",
    "CREATE INDEX passages_letter ON passages(letter, position)",
    "CREATE INDEX passages_words ON passages USING gin(words)",
    # What the words lack for finding a text that stands in a passage.
    "CREATE INDEX passages_seams ON passages USING gin(seams)",
    "CREATE INDEX figures_number ON figures(number)",
    "CREATE INDEX figures_letter ON figures(letter, number)",
    "CREATE INDEX figures_name ON figures(name)",
    "CREATE INDEX figures_located ON figures(located, letter)",
    "CREATE INDEX figures_words ON figures USING gin(words)",
)
