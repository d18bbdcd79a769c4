"""Packing: the table and its tokenizer as a folder that SentenceTransformer loads."""

from pathlib import Path

import numpy as np
from sentence_transformers import SentenceTransformer
from sentence_transformers.sentence_transformer.modules import Normalize, StaticEmbedding
from tokenizers import Tokenizer

from index.train.teacher import Vectors


def mean_table(start: Vectors, trained: Vectors, trained_share: float) -> Vectors:
    """Between start and trained table: the start keeps the meaning of words that no pair has shown."""
    return ((1 - trained_share) * start + trained_share * trained).astype(np.float32)


def pack(table: Vectors, made: Tokenizer, out: Path) -> None:
    """Writes the folder in half precision, which costs no score and halves the size; the model card stays."""
    model = SentenceTransformer(
        modules=[StaticEmbedding(made, embedding_weights=table), Normalize()], device="cpu"
    )
    model.half().save(str(out), create_model_card=False)
    # Saved with an indentation that is as large as the vocabulary.
    for path in out.rglob("tokenizer.json"):
        made.save(str(path), pretty=False)
    # Tensors are written for their owner alone; a shipped file is for everyone.
    for path in out.rglob("model.safetensors"):
        path.chmod(0o644)
