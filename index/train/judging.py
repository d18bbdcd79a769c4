"""Judging: the scores of the model card, all on data that was held back from every stage.

`python -m index.train.judging DATA [MODEL]` prints them for any model that `index.encoder` loads.
"""

import argparse
import random
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from rich.console import Console
from rich.table import Table

from index.encoder import Encoder, load
from index.train.teacher import Teacher, Vectors, minilm
from index.train.texts import sources
from index.train.texts.pairs import Pair, of_document

# From one sentence to others at these places in the teacher's order: near, less near, far.
_PLACES = (1, 3, 10, 100, 1000)
_SENTENCES = 2000


@dataclass(frozen=True)
class Score:
    """What was measured, on how much, and the result."""

    name: str
    size: str
    value: float


def recall(questions: Vectors, passages: Vectors, gold: Sequence[int], k: int = 1) -> float:
    """The share of questions whose own passage is among the k nearest."""
    scores = questions @ passages.T
    own = scores[np.arange(len(gold)), gold]
    return float(np.mean((scores > own[:, None]).sum(axis=1) < k))


def spearman(first: NDArray[np.float32], second: NDArray[np.float32]) -> float:
    """The correlation of two orders."""
    one, other = (np.argsort(np.argsort(values)) for values in (first, second))
    return float(np.asarray(np.corrcoef(one, other))[0, 1])


def on_paragraphs(data: Path, encoder: Encoder) -> list[Score]:
    """Questions of the held-back DRCD titles against the held-back paragraphs, and against all of DRCD."""
    rows = [*sources.asked(data, "qa_drcd")]
    asked = [row for row in rows if row.held_back]
    questions = encoder.questions([row.question for row in asked])
    scores = []
    for name, pool in (("held back", asked), ("all", rows)):
        places = {text: place for place, text in enumerate(dict.fromkeys(row.paragraph for row in pool))}
        gold = [places[row.paragraph] for row in asked]
        size = f"{len(asked)} questions, {len(places)} paragraphs"
        vectors = encoder.passages([*places])
        scores += [
            Score(f"DRCD R@{k}, {name} paragraphs", size, recall(questions, vectors, gold, k))
            for k in (1, 10)
        ]
    return scores


def on_meaning(data: Path, encoder: Encoder, teacher: Teacher) -> list[Score]:
    """Whether sentences are as near as the teacher finds their English, and whether paraphrases find each other."""
    kept = [pair for name in sources.PARALLEL for pair in sources.parallel(data, name) if pair.held_back]
    chance = random.Random(0)
    some = chance.sample(kept, min(_SENTENCES, len(kept)))
    english = teacher([pair.english for pair in some])
    chinese = encoder.passages([pair.chinese for pair in some])
    likeness = english @ english.T
    order = np.argsort(-likeness, axis=1)[:, [place for place in _PLACES if place < len(some)]]
    row = np.arange(len(some))[:, None]
    near = spearman((chinese @ chinese.T)[row, order].ravel(), likeness[row, order].ravel())
    return [
        Score("Spearman with the teacher on the English", f"{order.size} pairs of sentences", near),
        *_same(kept, encoder),
    ]


def _same(kept: list[sources.Parallel], encoder: Encoder) -> list[Score]:
    said: dict[str, list[str]] = defaultdict(list)
    for pair in kept:
        said[pair.english] += [pair.chinese] if pair.chinese not in said[pair.english] else []
    pool = {
        text: place
        for place, text in enumerate(dict.fromkeys(text for same in said.values() for text in same))
    }
    doubles = [same for same in said.values() if len(same) > 1]
    vectors = encoder.passages([*pool])
    first = vectors[[pool[same[0]] for same in doubles]]
    scores = first @ vectors.T
    # A sentence is not its own paraphrase.
    scores[np.arange(len(doubles)), [pool[same[0]] for same in doubles]] = -1
    best = scores.argmax(axis=1)
    hits = [best[place] in {pool[text] for text in same[1:]} for place, same in enumerate(doubles)]
    return [Score("paraphrase R@1", f"{len(doubles)} sentences among {len(pool)}", float(np.mean(hits)))]


def on_documents(data: Path, encoder: Encoder) -> list[Score]:
    """Within the held-back official texts: a sentence finds the rest of its paragraph, a heading what it heads."""
    chance = random.Random(0)
    found: dict[str, list[Pair]] = defaultdict(list)
    for document in filter(lambda document: document.held_back, sources.documents(data)):
        for kind, pair in of_document(document, chance):
            found[kind].append(pair)
    return [
        Score(
            f"official texts, {kind} R@1",
            f"{len(found[kind])} among as many",
            recall(
                encoder.questions([pair.anchor for pair in found[kind]]),
                encoder.passages([pair.positive for pair in found[kind]]),
                range(len(found[kind])),
            ),
        )
        for kind in ("cloze", "heading")
    ]


def judged(data: Path, encoder: Encoder, teacher: Teacher) -> list[Score]:
    """All scores of a model."""
    return [*on_paragraphs(data, encoder), *on_meaning(data, encoder, teacher), *on_documents(data, encoder)]


def table(scores: Sequence[Score]) -> Table:
    """The scores as they are printed."""
    shown = Table("score", "on", "result")
    for score in scores:
        shown.add_row(score.name, score.size, f"{score.value:.3f}")
    return shown


def main() -> None:
    """Prints the scores of the shipped model, or of the one named."""
    parser = argparse.ArgumentParser(prog="python -m index.train.judging", description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("model", nargs="?", help="a folder or a hub name; the shipped model by default")
    given = parser.parse_args()
    Console().print(table(judged(given.data, load(given.model), minilm())))


if __name__ == "__main__":
    main()
