"""Fitting: the table moved until texts that belong together are nearer to each other than to the rest of a batch.

A batch is drawn from one source. Every other text of the batch is a wrong answer, and so is each pair's own hard
negative (multiple-negatives ranking, both ways, on the first 320, 128 and 64 dimensions alike). Texts that the
teacher has read are drawn to the teacher's vector instead.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from rich.progress import track
from tokenizers import Tokenizer
from torch import Tensor
from torch.nn import functional

from index.train.pairs import Mined
from index.train.recipe import FittingRecipe
from index.train.start import Taught
from index.train.teacher import Vectors

Ids = NDArray[np.int64]
# Words are short and many: a larger batch costs nothing.
WORDS = frozenset({"gloss", "wordnet", "same_gloss", "everyday"})
_PULL = 5.0


@dataclass(frozen=True)
class Drill:
    """A source of batches: token ids of the anchors, and of what belongs to them, or its vectors."""

    kind: str
    anchors: list[Ids]
    positives: list[Ids] | Tensor
    negatives: dict[int, Ids]


def ids(made: Tokenizer, texts: Sequence[str], longest: int) -> list[Ids]:
    """The token ids of each text, at most `longest`; the unknown token where a text has none."""
    found = made.encode_batch(list(texts), add_special_tokens=False)
    return [np.array(encoding.ids[:longest] or [0], dtype=np.int64) for encoding in found]


def drills(made: Tokenizer, mined: Mined, lessons: Taught, recipe: FittingRecipe) -> dict[str, Drill]:
    """The sources of the mix."""
    found = {
        "parallel": _lesson("parallel", made, lessons.sentences, lessons.sentence_vectors, recipe.longest),
        "gloss": _lesson("gloss", made, lessons.words, lessons.word_vectors, recipe.longest),
    }
    for kind, pairs in mined.items():
        if not pairs or kind not in recipe.mix:
            continue
        hard = [row for row, pair in enumerate(pairs) if pair.negative]
        negatives = ids(made, [pairs[row].negative for row in hard], recipe.longest)
        found[kind] = Drill(
            kind,
            ids(made, [pair.anchor for pair in pairs], recipe.longest),
            ids(made, [pair.positive for pair in pairs], recipe.longest),
            dict(zip(hard, negatives, strict=True)),
        )
    return found


def _lesson(kind: str, made: Tokenizer, texts: list[str], vectors: Vectors, longest: int) -> Drill:
    return Drill(kind, ids(made, texts, longest), torch.from_numpy(vectors), {})


def schedule(recipe: FittingRecipe) -> Iterator[float]:
    """The learning rate of each step: up to the full rate, then down in a line."""
    for step in range(recipe.steps):
        down = max(recipe.final_rate, 1 - step / recipe.steps)
        yield recipe.rate * min(1.0, (step + 1) / recipe.warm_up) * down


def mean_rows(table: Tensor, texts: Sequence[Ids]) -> Tensor:
    """The mean of each text's rows: what the model says of it."""
    starts = np.cumsum([0, *(len(text) for text in texts[:-1])])
    return functional.embedding_bag(
        torch.from_numpy(np.concatenate(texts)), table, torch.from_numpy(starts), mode="mean"
    )


def ranking_loss(
    anchors: Tensor, positives: Tensor, negatives: Tensor | None, recipe: FittingRecipe
) -> Tensor:
    """How far each anchor is from preferring its own positive, and each positive its own anchor."""
    own = torch.arange(len(anchors))
    losses = []
    for dimensions in recipe.matryoshka:
        asked, said = (functional.normalize(side[:, :dimensions], dim=1) for side in (anchors, positives))
        scores = asked @ said.T * recipe.scale
        losses.append(functional.cross_entropy(scores.T, own))
        if negatives is not None:
            wrong = functional.normalize(negatives[:, :dimensions], dim=1)
            scores = torch.cat([scores, asked @ wrong.T * recipe.scale], dim=1)
        losses.append(functional.cross_entropy(scores, own))
    return torch.stack(losses).mean()


def batch_loss(table: Tensor, drill: Drill, chosen: Sequence[int], recipe: FittingRecipe) -> Tensor:
    """The loss of one batch of a source."""
    anchors = mean_rows(table, [drill.anchors[row] for row in chosen])
    if isinstance(drill.positives, Tensor):
        said = drill.positives[list(chosen)]
        pull = 1 - functional.cosine_similarity(anchors, said).mean()
        return ranking_loss(anchors, said, None, recipe) / 2 + pull * _PULL
    positives = mean_rows(table, [drill.positives[row] for row in chosen])
    hard = [drill.negatives[row] for row in chosen if row in drill.negatives]
    return ranking_loss(anchors, positives, mean_rows(table, hard) if hard else None, recipe)


def fitted(table: Vectors, sources: dict[str, Drill], recipe: FittingRecipe, seed: int) -> Vectors:
    """The trained table."""
    torch.manual_seed(seed)
    chance = np.random.default_rng(seed)
    kinds = [kind for kind in recipe.mix if kind in sources]
    odds = np.array([recipe.mix[kind] for kind in kinds])
    rows = torch.nn.Parameter(torch.from_numpy(table.copy()))
    optimizer = torch.optim.Adam([rows], lr=recipe.rate, betas=(0.9, 0.99), fused=True)
    for rate in track(schedule(recipe), "fitting", total=recipe.steps):
        optimizer.param_groups[0]["lr"] = rate
        drill = sources[kinds[chance.choice(len(kinds), p=odds / odds.sum())]]
        size = recipe.word_batch if drill.kind in WORDS else recipe.batch
        chosen = chance.choice(len(drill.anchors), min(size, len(drill.anchors)), replace=False)
        optimizer.zero_grad()
        batch_loss(rows, drill, chosen.tolist(), recipe).backward()  # type: ignore[no-untyped-call]
        optimizer.step()
    return rows.detach().numpy()
