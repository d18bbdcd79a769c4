"""Fitting: the table moved until texts that belong together are nearer to each other than to the rest of a batch.

A batch is drawn from one source. Every other text of the batch is a wrong answer, and so is each pair's own hard
negative (multiple-negatives ranking, both ways, on the first 320, 128 and 64 dimensions alike). Texts that the
teacher has read are drawn to the teacher's vector instead. Words are dropped by chance, so that the table learns no
sentence by heart, and questions are also compared word with word (see `nearest`).
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

from index.encoder import rarity
from index.train.nearest import nearest_loss
from index.train.recipe import FittingRecipe
from index.train.start import Taught
from index.train.teacher import Vectors
from index.train.texts.pairs import Mined

Ids = NDArray[np.int64]
# Words are short and many: a larger batch costs nothing.
WORDS = frozenset({"gloss", "wordnet", "same_gloss", "everyday"})
# What is asked in words that the search compares with the answer's.
ASKED = frozenset({"figure", "measure", "spoken", "law_spoken", "sentence", "paragraph", "everyday"})
_PULL = 5.0
_FEW = 4  # of so few words none is dropped


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


def thinned(texts: Sequence[Ids], dropped: float, chance: np.random.Generator) -> list[Ids]:
    """The texts without a share of their words, drawn by chance; never without all."""
    kept = [text if len(text) < _FEW else text[chance.random(len(text)) >= dropped] for text in texts]
    return [some if len(some) else text for some, text in zip(kept, texts, strict=True)]


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


def batch_loss(
    table: Tensor, drill: Drill, chosen: Sequence[int], recipe: FittingRecipe, chance: np.random.Generator
) -> Tensor:
    """The loss of one batch of a source, by the texts' means."""

    def means(texts: Sequence[Ids]) -> Tensor:
        return mean_rows(table, thinned(texts, recipe.dropped, chance))

    anchors = means([drill.anchors[row] for row in chosen])
    if isinstance(drill.positives, Tensor):
        said = drill.positives[list(chosen)]
        pull = 1 - functional.cosine_similarity(anchors, said).mean()
        return ranking_loss(anchors, said, None, recipe) / 2 + pull * _PULL
    positives = means([drill.positives[row] for row in chosen])
    hard = [drill.negatives[row] for row in chosen if row in drill.negatives]
    return ranking_loss(anchors, positives, means(hard) if hard else None, recipe)


def words_loss(
    table: Tensor, rare: Tensor, drill: Drill, chosen: Sequence[int], recipe: FittingRecipe
) -> Tensor:
    """The loss of the first of a batch, by the nearest words."""
    assert not isinstance(drill.positives, Tensor)
    some = chosen[: recipe.nearest_batch]
    hard = [drill.negatives[row] for row in some if row in drill.negatives][: recipe.nearest_batch // 2]
    asked, said = [drill.anchors[row] for row in some], [drill.positives[row] for row in some]
    return nearest_loss(table, rare, asked, said, hard, recipe.scale)


def fitted(
    table: Vectors, made: Tokenizer, sources: dict[str, Drill], recipe: FittingRecipe, seed: int
) -> Vectors:
    """The trained table of a tokenizer."""
    torch.manual_seed(seed)
    chance = np.random.default_rng(seed)
    kinds = [kind for kind in recipe.mix if kind in sources]
    odds = np.array([recipe.mix[kind] for kind in kinds])
    rare = torch.from_numpy(rarity(made))
    rows = torch.nn.Parameter(torch.from_numpy(table.copy()))
    optimizer = torch.optim.Adam([rows], lr=recipe.rate, betas=(0.9, 0.99), fused=True)
    for rate in track(schedule(recipe), "fitting", total=recipe.steps):
        optimizer.param_groups[0]["lr"] = rate
        drill = sources[kinds[chance.choice(len(kinds), p=odds / odds.sum())]]
        size = recipe.word_batch if drill.kind in WORDS else recipe.batch
        chosen = chance.choice(len(drill.anchors), min(size, len(drill.anchors)), replace=False)
        optimizer.zero_grad()
        loss = batch_loss(rows, drill, chosen.tolist(), recipe, chance)
        if drill.kind in ASKED:
            loss = loss + recipe.nearest * words_loss(rows, rare, drill, chosen.tolist(), recipe)
        loss.backward()  # type: ignore[no-untyped-call]
        optimizer.step()
    return rows.detach().numpy()
