"""Nearest words: the table trained for what the search does with it, comparing word with word.

A text is as near to a question as its nearest word to each of the question's words, rare ones counting more (late
interaction: Khattab and Zaharia, ColBERT, 2020). Trained so, 老外 comes to lie by 外资, where the mean of a text would only
draw two whole sentences together.
"""

from collections.abc import Sequence

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn import functional

Ids = NDArray[np.int64]


def likeness(table: Tensor, rarity: Tensor, questions: Sequence[Ids], texts: Sequence[Ids]) -> Tensor:
    """How near each text comes to each question by its nearest words: (questions, texts), 0 to 1."""
    asked, asked_of = _flat(questions)
    said, said_of = _flat(texts)
    words, place = torch.unique(asked, return_inverse=True)
    known, other = torch.unique(said, return_inverse=True)
    cosines = functional.normalize(table[words], dim=1) @ functional.normalize(table[known], dim=1).T
    best = torch.zeros(len(words), len(texts)).scatter_reduce(
        1, said_of.expand(len(words), -1), cosines[:, other], "amax"
    )
    met = torch.zeros(len(questions), len(texts)).index_add(0, asked_of, best[place] * rarity[asked][:, None])
    total = torch.zeros(len(questions)).index_add(0, asked_of, rarity[asked])
    return met / total[:, None]


def nearest_loss(
    table: Tensor,
    rarity: Tensor,
    questions: Sequence[Ids],
    positives: Sequence[Ids],
    negatives: Sequence[Ids],
    scale: float,
) -> Tensor:
    """How far each question is from preferring its own text among all, and each text its own question."""
    scores = likeness(table, rarity, questions, [*positives, *negatives]) * scale
    own = torch.arange(len(questions))
    both = functional.cross_entropy(scores, own) + functional.cross_entropy(
        scores[:, : len(questions)].T, own
    )
    return both / 2


def _flat(texts: Sequence[Ids]) -> tuple[Tensor, Tensor]:
    """Each text's words once, one text after the other, and which text each is of."""
    words = [np.unique(text) for text in texts]
    sizes = torch.tensor([len(text) for text in words])
    return torch.from_numpy(np.concatenate(words)), torch.repeat_interleave(torch.arange(len(words)), sizes)
