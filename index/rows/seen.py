"""What was read of one state of an index, kept while it lasts."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from corpus.figure import Figure
from corpus.letter import Letter
from corpus.passage import Passage
from index.rows.recent import Recent
from index.searching.ranking import Candidate, Statistics

if TYPE_CHECKING:
    from corpus.rule.rule import Rule

# Of so many letters what was read is kept, about 100 KB each; of so many searches, literals and words what they found, of words
# up to 300 letters; and so many searched passages as the search compares them, 2 KB each.
_KEPT, _SEARCHES, _LITERALS, _WORDS, _COMPARED = 256, 64, 1024, 256, 2048


@dataclass(frozen=True)
class Found:
    """A passage that a search found: how good it is, and how much of the question's words it has, both 0 to 1."""

    passage: Passage
    score: float
    coverage: float


@dataclass
class Seen:
    """What was read of one state of the index."""

    state: str = ""
    letters: Recent[Letter] = field(default_factory=lambda: Recent(_KEPT))
    passages: Recent[tuple[Passage, ...]] = field(default_factory=lambda: Recent(_KEPT))
    figures: Recent[tuple[Figure, ...]] = field(default_factory=lambda: Recent(_KEPT))
    found: Recent[list[Found]] = field(default_factory=lambda: Recent(_SEARCHES))
    about: Recent[list[str]] = field(default_factory=lambda: Recent(_WORDS))
    proposed: Recent[list[int]] = field(default_factory=lambda: Recent(_LITERALS))
    saying: Recent[list[str]] = field(default_factory=lambda: Recent(_SEARCHES))
    literals: Recent[Sequence[int]] = field(default_factory=lambda: Recent(_LITERALS))
    said: Recent[bool] = field(default_factory=lambda: Recent(_LITERALS))
    compared: Recent[Candidate] = field(default_factory=lambda: Recent(_COMPARED))
    numbered: Recent[Passage] = field(default_factory=lambda: Recent(_COMPARED))
    statistics: Statistics | None = None
    rules: "Mapping[str, tuple[Rule, ...]] | None" = None
