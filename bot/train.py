"""`python -m bot.train TRAINING.toml OUT.toml`: learns the score of replies from questions with expected answers.

Needs `pip install '.[train]'`. Nothing in it is random: the same data give the same file.
"""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from bot.scoring.examples import Example, examples

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

# Strength of the data against the prior that nothing counts; of a feature in fewer examples nothing is learned.
_STRENGTH, _LEAST = 0.03, 12
_FOLDS = 8
# A reply of a lower score is told as the closest there is and not as an answer. Of replies about documents not learned
# from, about one wrong one in six lies below it and one right one in seventeen; from 0.5 to 0.8 two in three are right.
_BOUND = 0.65
# A quotation is what the letter says and can be read as that.
_QUOTATION = 0.4


def main(training: Path, out: Path) -> None:
    """Learns from the sets of a training file and writes the model with its card."""
    from sklearn.linear_model import LogisticRegression
    from sklearn.model_selection import GroupKFold, cross_val_predict
    from sklearn.pipeline import make_pipeline
    from sklearn.preprocessing import StandardScaler

    found = list(examples(training))
    names = _names(found)
    rows, right, weights = _table(found, names)
    model = make_pipeline(StandardScaler(), LogisticRegression(C=_STRENGTH, max_iter=5000))
    unseen = cross_val_predict(
        model,
        rows,
        right,
        groups=[one.document for one in found],
        cv=GroupKFold(_FOLDS),
        method="predict_proba",
        params={"logisticregression__sample_weight": weights},
    )[:, 1]
    kept = [one.calibrates for one in found]
    model.fit(rows, right, logisticregression__sample_weight=weights)
    scaler, learned = model[0], model[1]
    features = zip(names, scaler.mean_, scaler.scale_, learned.coef_[0], strict=True)
    out.write_text(
        "\n".join(
            [
                "# Learned by `python -m bot.train`; not to be edited. The log-odds of a right reply are the intercept and, of",
                "# each feature, (value - mean) / scale x weight.",
                f"# From {len(found)} replies to questions about {len({one.document for one in found})} documents.",
                "# On the sets that calibrate, none of whose documents was learned from: replies by score, how many are right.",
                *(f"#   {line}" for line in _calibration(unseen[kept], right[kept])),
                f"intercept = {learned.intercept_[0]:.4f}",
                f"bound = {_BOUND}",
                f"quotation = {_QUOTATION}",
                "",
                "# mean, scale, weight",
                "[features]",
                *(
                    f'"{name}" = [{mean:.4f}, {scale:.4f}, {weight:.4f}]'
                    for name, mean, scale, weight in features
                ),
                "",
            ]
        ),
        encoding="utf-8",
    )


def _names(found: Sequence[Example]) -> list[str]:
    counts: dict[str, int] = {}
    for one in found:
        for name, value in one.evidence.items():
            counts[name] = counts.get(name, 0) + bool(value)
    return sorted(name for name, count in counts.items() if count >= _LEAST)


def _table(
    found: Sequence[Example], names: Sequence[str]
) -> "tuple[NDArray[np.float64], NDArray[np.bool_], NDArray[np.float64]]":
    import numpy as np

    rows = np.array([[float(one.evidence.get(name, 0.0)) for name in names] for one in found])
    return rows, np.array([one.right for one in found]), np.array([one.weight for one in found])


def _calibration(scores: "NDArray[np.float64]", right: "NDArray[np.bool_]") -> list[str]:
    lines = []
    for step in range(10):
        near = (scores >= step / 10) & (scores < (step + 1) / 10)
        if near.any():
            lines.append(f"{step / 10:.1f}-{(step + 1) / 10:.1f}: {near.sum()}, {right[near].mean():.0%}")
    return lines


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
