"""`python -m bot.train TRAINING.toml FOLDER`: learns scores from questions with expected answers.

It writes scoring.toml, the score of replies, and quoting.toml, that of quotations, into the folder.
Needs `pip install '.[train]'`. Nothing in it is random: the same data give the same files.
"""

import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import Console
from rich.progress import track

from bot.scoring.evidence import Evidence
from bot.scoring.examples import Example, Sentences, questions, replies, sentences
from bot.scoring.quoting import first

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from sklearn.pipeline import Pipeline

# Strength of the data against the prior that nothing counts; of a feature in fewer examples nothing is learned.
_STRENGTH, _LEAST = 0.03, 12
_FOLDS = 8
# A reply of a lower score is told as the closest there is and not as an answer. Of replies about documents not learned
# from, about one wrong one in six lies below it and one right one in seventeen; from 0.5 to 0.8 two in three are right.
_BOUND = 0.65
# A quotation is what the letter says and can be read as that.
_QUOTATION = 0.4
# A less sure reply is not told where another sentence than its own more likely than not answers: of 19 such replies about
# papers not seen before 17 were wrong.
_SURE, _RIVAL = 0.93, 0.5
# The likeliest sentence is quoted as the answer, where a word stands nowhere, and where a figure lacks only a slot, from
# these on; as the closest there is where a word stands nowhere, and else, from those on.
_QUOTED, _DENIED, _SURELY, _LIKELY, _CLOSEST = 0.6, 0.7, 0.75, 0.4, 0.25
_HEAD = (
    "# Learned by `python -m bot.train`; not to be edited. Log-odds are the intercept and, of each feature,"
)


def main(training: Path, folder: Path) -> None:
    """Learns from the sets of a training file and writes the models with their cards."""
    learned: list[Example] = []
    quoted: list[Sentences] = []
    for asked in track(questions(training), "questions", console=Console(stderr=True)):
        learned += replies(asked)
        found = sentences(asked)
        quoted += [found] if found else []
    (folder / "scoring.toml").write_text(_scoring(learned), encoding="utf-8")
    (folder / "quoting.toml").write_text(_quoting(quoted), encoding="utf-8")


def _scoring(found: Sequence[Example]) -> str:
    """The file of the score of replies."""
    names = _names(one.evidence for one in found)
    rows, right = _rows([one.evidence for one in found], names), _flags(one.right for one in found)
    weights = _numbers(one.weight for one in found)
    groups = [one.document for one in found]
    unseen = _unseen(rows, right, weights, groups)
    kept = _flags(one.calibrates for one in found)
    model = _fitted(rows, right, weights)
    return "\n".join(
        [
            _HEAD,
            "# (value - mean) / scale x weight.",
            f"# From {len(found)} replies to questions about {len(set(groups))} documents.",
            "# On the sets that calibrate, none of whose documents was learned from: replies by score, how many are right.",
            *(f"#   {line}" for line in _calibration(unseen[kept], right[kept])),
            f"bound = {_BOUND}",
            f"quotation = {_QUOTATION}",
            f"sure = {_SURE}",
            *_table(model, names, ""),
        ]
    )


def _quoting(found: Sequence[Sentences]) -> str:
    """The file of the score of quotations: a ranker of sentences, and how likely its first one answers."""
    names = _names(one for each in found for one in each.evidence)
    rows = _rows([one for each in found for one in each.evidence], names)
    right = _flags(one for each in found for one in each.expected)
    weights = _numbers(1 / len(each.evidence) for each in found for _ in each.evidence)
    groups = [each.document for each in found for _ in each.evidence]
    ranker = _fitted(rows, right, weights)
    odds = iter(_unseen(rows, right, weights, groups, method="decision_function"))
    firsts = [
        first(each.excerpts, each.evidence, [float(next(odds)) for _ in each.evidence]) for each in found
    ]
    chosen = [evidence for _, evidence in firsts]
    answers = _flags(each.right[best] for each, (best, _) in zip(found, firsts, strict=True))
    deciding = _names(chosen)
    table = _rows(chosen, deciding)
    documents = [each.document for each in found]
    unseen = _unseen(table, answers, None, documents)
    kept = _flags(each.calibrates for each in found)
    return "\n".join(
        [
            _HEAD,
            "# (value - mean) / scale x weight: of the ranker for a sentence that has the expected passage, of the decision",
            "# for its first one being an answer.",
            f"# From {len(rows)} sentences for {len(found)} questions about {len(set(documents))} documents.",
            "# On the sets that calibrate, none of whose documents was learned from: quotations by score, how many answer.",
            *(f"#   {line}" for line in _calibration(unseen[kept], answers[kept])),
            f"bound = {_QUOTED}",
            f"denied = {_DENIED}",
            f"sure = {_SURELY}",
            f"rival = {_RIVAL}",
            f"likely = {_LIKELY}",
            f"closest = {_CLOSEST}",
            *_table(ranker, names, "ranker"),
            *_table(_fitted(table, answers, None), deciding, "decision"),
        ]
    )


def _fitted(
    rows: "NDArray[np.float64]", right: "NDArray[np.bool_]", weights: "NDArray[np.float64] | None"
) -> "Pipeline":
    """The regression learned from all rows."""
    model = _regression()
    model.fit(rows, right, logisticregression__sample_weight=weights)
    return model


def _unseen(
    rows: "NDArray[np.float64]",
    right: "NDArray[np.bool_]",
    weights: "NDArray[np.float64] | None",
    documents: Sequence[str],
    method: str = "predict_proba",
) -> "NDArray[np.float64]":
    """What the regression says of each row where it was learned without the row's document."""
    from sklearn.model_selection import GroupKFold, cross_val_predict

    found: NDArray[np.float64] = cross_val_predict(
        _regression(),
        rows,
        right,
        groups=list(documents),
        cv=GroupKFold(_FOLDS),
        method=method,
        params={"logisticregression__sample_weight": weights},
    )
    return found if found.ndim == 1 else found[:, 1]


def _regression() -> "Pipeline":
    from sklearn.linear_model import LogisticRegression
    from sklearn.pipeline import make_pipeline
    from sklearn.preprocessing import StandardScaler

    return make_pipeline(StandardScaler(), LogisticRegression(C=_STRENGTH, max_iter=5000))


def _table(model: "Pipeline", names: Sequence[str], name: str) -> list[str]:
    """The lines of a model: its intercept and what each feature counts."""
    scaler, learned = model[0], model[1]
    features = zip(names, scaler.mean_, scaler.scale_, learned.coef_[0], strict=True)
    return [
        *(["", f"[{name}]"] if name else []),
        f"intercept = {learned.intercept_[0]:.4f}",
        "",
        "# mean, scale, weight",
        f"[{name}.features]" if name else "[features]",
        *(f'"{name}" = [{mean:.4f}, {scale:.4f}, {weight:.4f}]' for name, mean, scale, weight in features),
        "",
    ]


def _names(found: Iterable[Evidence]) -> list[str]:
    counts: dict[str, int] = {}
    for evidence in found:
        for name, value in evidence.items():
            counts[name] = counts.get(name, 0) + bool(value)
    return sorted(name for name, count in counts.items() if count >= _LEAST)


def _rows(found: Sequence[Mapping[str, float]], names: Sequence[str]) -> "NDArray[np.float64]":
    import numpy as np

    return np.array([[float(one.get(name, 0.0)) for name in names] for one in found])


def _numbers(values: Iterable[float]) -> "NDArray[np.float64]":
    import numpy as np

    return np.array(list(values))


def _flags(values: Iterable[bool]) -> "NDArray[np.bool_]":
    import numpy as np

    return np.array(list(values), dtype=bool)


def _calibration(scores: "NDArray[np.float64]", right: "NDArray[np.bool_]") -> list[str]:
    lines = []
    for step in range(10):
        near = (scores >= step / 10) & (scores < (step + 1) / 10)
        if near.any():
            lines.append(f"{step / 10:.1f}-{(step + 1) / 10:.1f}: {near.sum()}, {right[near].mean():.0%}")
    return lines


if __name__ == "__main__":
    if len(sys.argv[1:]) != 2:
        sys.exit("usage: python -m bot.train TRAINING.toml FOLDER")
    main(Path(sys.argv[1]), Path(sys.argv[2]))
