"""Gradient trees learned from examples, and what they say of documents not learned from.

Needs `pip install '.[train]'`. What is random in it has a seed: the same data give the same models.
"""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from bot.scoring.features.evidence import Evidence

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

# What the files of all models begin with.
TREES = (
    "# Learned by `python -m bot.train`; not to be edited. Log-odds are the prior and what each tree adds: a number, or a\n"
    "# feature, a threshold, and the trees for what is at most that and for more"
)
UNSEEN = "# On the sets that calibrate, none of whose documents was learned from:"
# Of a feature in fewer examples nothing is learned.
_LEAST = 12
_FOLDS = 8


@dataclass(frozen=True)
class Growth:
    """How trees are grown: so many, each with at most so many leaves, of at least so many examples each, and counting
    so little; each from a share of the examples, at each split of a share of the features."""

    trees: int
    leaves: int
    in_leaf: int
    rate: float = 0.06
    examples: float = 1.0
    features: float = 1.0


# Small trees for few examples; larger ones, each of a part of them, for many.
SHALLOW = Growth(150, 8, 25)
DEEP = Growth(250, 12, 30, examples=0.4, features=0.2)


@dataclass(frozen=True)
class Examples:
    """Evidence with whether it was right, the document that each is about, and how much each counts."""

    evidence: Sequence[Evidence]
    right: Sequence[bool]
    documents: Sequence[str]
    weights: Sequence[float]
    growth: Growth

    @cached_property
    def names(self) -> list[str]:
        """The features that enough examples have."""
        counts: dict[str, int] = {}
        for one in self.evidence:
            for name, value in one.items():
                counts[name] = counts.get(name, 0) + bool(value)
        return sorted(name for name, count in counts.items() if count >= _LEAST)

    def model(self, name: str = "") -> list[str]:
        """The lines of the trees learned from all of them, as a table of this name."""
        learned = self._estimator()
        learned.fit(self._rows, self._right, sample_weight=self._numbers)
        head = ["", f"[{name}]"] if name else []
        return [*head, *_trees(learned, self.names)]

    def unseen(self, *, odds: bool = False) -> "NDArray[np.float64]":
        """P(right), or log-odds, of each by a model learned without the documents that it is about."""
        from sklearn.model_selection import GroupKFold, cross_val_predict

        found: NDArray[np.float64] = cross_val_predict(
            self._estimator(),
            self._rows,
            self._right,
            groups=list(self.documents),
            cv=GroupKFold(_FOLDS),
            method="decision_function" if odds else "predict_proba",
            params={"sample_weight": self._numbers},
        )
        return found if found.ndim == 1 else found[:, 1]

    def _estimator(self) -> Any:  # noqa: ANN401 - an estimator of scikit-learn, which has no common type
        from sklearn.ensemble import GradientBoostingClassifier

        return GradientBoostingClassifier(
            n_estimators=self.growth.trees,
            learning_rate=self.growth.rate,
            max_leaf_nodes=self.growth.leaves,
            max_depth=None,
            min_samples_leaf=self.growth.in_leaf,
            subsample=self.growth.examples,
            max_features=self.growth.features,
            random_state=0,
        )

    @cached_property
    def _rows(self) -> "NDArray[np.float64]":
        import numpy as np

        return np.array([[float(one.get(name, 0.0)) for name in self.names] for one in self.evidence])

    @cached_property
    def _right(self) -> "NDArray[np.bool_]":
        import numpy as np

        return np.array(list(self.right), dtype=bool)

    @cached_property
    def _numbers(self) -> "NDArray[np.float64]":
        import numpy as np

        return np.array(list(self.weights))


def calibration(scores: Iterable[float], right: Iterable[bool]) -> list[str]:
    """How many examples have a score of each tenth, and how many of these are right, a line each."""
    tenths: dict[int, list[bool]] = {}
    for score, is_right in zip(scores, right, strict=True):
        tenths.setdefault(min(9, int(score * 10)), []).append(is_right)
    return [
        f"{tenth / 10:.1f}-{(tenth + 1) / 10:.1f}: {len(found)}, {sum(found) / len(found):.0%}"
        for tenth, found in sorted(tenths.items())
    ]


def card(scored: Iterable[tuple[float, bool]]) -> list[str]:
    """The lines of a file's card: how many of the scored have each score, and how many are right."""
    rows = list(scored)
    return [f"#   {line}" for line in calibration([score for score, _ in rows], [right for _, right in rows])]


def apart(values: Iterable[float], sizes: Iterable[int]) -> list[list[float]]:
    """Values cut into as many as each size says."""
    left = iter(values)
    return [[float(next(left)) for _ in range(size)] for size in sizes]


def _trees(model: Any, names: Sequence[str]) -> list[str]:  # noqa: ANN401
    """The log-odds of all, and each tree: a number, or a feature, a threshold, and the trees below and above it."""
    share = float(model.init_.class_prior_[1])
    return [
        f"prior = {math.log(share / (1 - share)):.4f}",
        "trees = [",
        *(f"  {_tree(one[0].tree_, 0, names, model.learning_rate)}," for one in model.estimators_),
        "]",
    ]


def _tree(tree: Any, node: int, names: Sequence[str], rate: float) -> str:  # noqa: ANN401
    if tree.children_left[node] == tree.children_right[node]:
        return f"{tree.value[node][0][0] * rate:.4f}"
    below, above = (
        _tree(tree, child, names, rate) for child in (tree.children_left[node], tree.children_right[node])
    )
    return f'["{names[tree.feature[node]]}", {tree.threshold[node]:.6g}, {below}, {above}]'
