"""A sum of small decision trees over named features, kept as a file that a person can read."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from bot.scoring.evidence import Evidence
from bot.scoring.model import likelihood


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

    @property
    def features(self) -> frozenset[str]:
        """The names of all features that some tree asks for."""
        return frozenset(name for tree in self.trees for name in _features(tree))


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
