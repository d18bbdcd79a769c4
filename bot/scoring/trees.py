"""A sum of small decision trees over named features, kept as a file that a person can read."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

from bot.scoring.features.evidence import Evidence

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


# exp() of more overflows; so sure nothing is.
_MOST = 30.0


def likelihood(odds: float) -> float:
    """The probability of log-odds: the logistic function.

    >>> likelihood(0.0)
    0.5
    """
    return 1 / (1 + math.exp(-max(-_MOST, min(_MOST, odds))))


class Split(NamedTuple):
    """A question that a tree asks of the evidence: `below` where the feature is at most the threshold, else `above`."""

    feature: str
    threshold: float
    below: "Tree"
    above: "Tree"


# What a tree says where it asks nothing more: log-odds.
Tree = Split | float


@dataclass(frozen=True)
class Trees:
    """Log-odds of something right, as a prior and what each tree adds."""

    prior: float
    trees: tuple[Tree, ...]

    def probability(self, evidence: Evidence) -> float:
        """P(right), 0 to 1. A feature that is not among the evidence is 0.

        >>> Trees(0.0, (Split("figures", 1.0, 0.0, 2.0),)).probability({"figures": 1.0})
        0.5
        """
        return likelihood(self.odds(evidence))

    def odds(self, evidence: Evidence) -> float:
        """The log-odds themselves."""
        known = {name: float(value) for name, value in evidence.items()}
        return self.prior + sum(_said(tree, known) for tree in self.trees)

    def each(self, rows: Sequence[Evidence]) -> list[float]:
        """The log-odds of many at once, which takes a fraction of the time."""
        import numpy as np

        flat = self._flat
        values = np.array([[float(row.get(name, 0.0)) for name in flat.names] for row in rows])
        values = values.reshape(len(rows), len(flat.names))
        places = np.tile(flat.roots, (len(rows), 1))
        for _ in range(flat.depth):
            asked = np.take_along_axis(values, flat.feature[places], axis=1)
            places = np.where(asked <= flat.threshold[places], flat.below[places], flat.above[places])
        found: list[float] = (self.prior + flat.added[places].sum(axis=1)).tolist()
        return found

    @cached_property
    def _flat(self) -> "Flat":
        return flattened(self.trees)

    @property
    def features(self) -> frozenset[str]:
        """The names of all features that some tree asks for."""
        return frozenset(name for tree in self.trees for name in _features(tree))


@dataclass(frozen=True)
class Flat:
    """Trees as rows of numbers: of each node the place of its feature among `names`, its threshold, the nodes below and above
    it, and what it adds; an end leads to itself. `depth` is that of the deepest tree."""

    names: Sequence[str]
    feature: "NDArray[np.int64]"
    threshold: "NDArray[np.float64]"
    below: "NDArray[np.int64]"
    above: "NDArray[np.int64]"
    added: "NDArray[np.float64]"
    roots: "NDArray[np.int64]"
    depth: int


def flattened(trees: Sequence[Tree]) -> Flat:
    """The trees as rows of numbers."""
    import numpy as np

    names = sorted({name for tree in trees for name in _features(tree)}) or [""]
    place = {name: number for number, name in enumerate(names)}
    rows: list[tuple[int, float, int, int, float]] = []
    roots = [_laid(tree, place, rows) for tree in trees]
    columns = zip(*rows, strict=True) if rows else ((),) * 5
    feature, threshold, below, above, added = columns
    return Flat(
        names,
        np.array(feature, np.int64),
        np.array(threshold, np.float64),
        np.array(below, np.int64),
        np.array(above, np.int64),
        np.array(added, np.float64),
        np.array(roots, np.int64),
        max(map(_depth, trees), default=0),
    )


def _laid(tree: Tree, place: Mapping[str, int], rows: list[tuple[int, float, int, int, float]]) -> int:
    """The number of the row of a tree's root, all of it laid behind the rows that are there."""
    number = len(rows)
    if not isinstance(tree, Split):
        rows.append((0, 0.0, number, number, tree))
        return number
    rows.append((0, 0.0, 0, 0, 0.0))
    below, above = _laid(tree.below, place, rows), _laid(tree.above, place, rows)
    rows[number] = (place[tree.feature], tree.threshold, below, above, 0.0)
    return number


def _depth(tree: Tree) -> int:
    return 1 + max(_depth(tree.below), _depth(tree.above)) if isinstance(tree, Split) else 0


def _said(tree: Tree, evidence: Evidence) -> float:
    while isinstance(tree, Split):
        feature, threshold, below, above = tree
        tree = below if evidence.get(feature, 0.0) <= threshold else above
    return tree


def _features(tree: Tree) -> frozenset[str]:
    if not isinstance(tree, Split):
        return frozenset()
    return frozenset({tree.feature}) | _features(tree.below) | _features(tree.above)


def grown(table: Mapping[str, Any]) -> Trees:
    """The trees of a file's table, each a number or `[feature, threshold, below, above]`. KeyError for one without them."""
    return Trees(float(table["prior"]), tuple(map(_tree, table["trees"])))


def _tree(written: float | Sequence[Any]) -> Tree:
    if isinstance(written, int | float):
        return float(written)
    feature, threshold, below, above = written
    return Split(str(feature), float(threshold), _tree(below), _tree(above))
