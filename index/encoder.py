"""Encoders: texts to unit vectors, of passages and of questions.

The shipped model is a static one: a table with a vector a word, and a text is the mean of its words' vectors.
Reading it takes numpy and a tokenizer; torch is imported only for a model that is not static.
"""

import hashlib
import json
import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import numpy as np
from numpy.typing import NDArray
from safetensors import SafetensorError
from threadpoolctl import threadpool_limits
from tokenizers import Tokenizer

from index.fault import ModelError
from index.models.hub import fetchable
from index.models.kinds import check, is_static
from index.models.mapped import mapped
from index.rows.recent import Recent

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

Vectors = NDArray[np.float32]

SHIPPED = Path(__file__).with_name("model")
_BATCH = 64  # texts whose words' vectors are in memory at a time
_KEPT = 2048  # texts whose words are kept
_UNKNOWN, _NONE = np.zeros(1, np.int64), np.zeros(0, np.int64)
_PROGRESS_FROM = 256
# What a model wants before a question and before a passage where its own configuration does not say.
_PROMPTS = {
    "*bge-*-zh*": ("为这个句子生成表示以用于检索相关文章：", ""),
    "*bge-*-en*": ("Represent this sentence for searching relevant passages: ", ""),
    "*e5-*": ("query: ", "passage: "),
}


@dataclass(frozen=True)
class Nearest:
    """How near each text comes to each word of a question: the cosine of its nearest word, (texts, words), not below 0.

    `rarity` is how rare each of the words is: −ln of its share of all texts.
    """

    words: tuple[str, ...]
    rarity: Vectors
    cosines: Vectors


class Encoder(Protocol):
    """What turns texts into unit vectors.

    `digest` changes whenever the vectors would: an index belongs to one digest. `dim` is the vectors' length.
    """

    @property
    def name(self) -> str: ...

    @property
    def digest(self) -> str: ...

    @property
    def dim(self) -> int: ...

    def passages(self, texts: Sequence[str]) -> Vectors:
        """A unit vector a text, (len(texts), dim); zeros for a text without a word."""

    def questions(self, texts: Sequence[str]) -> Vectors:
        """The same for questions, which some models want marked as such."""

    def nearest(self, question: str, texts: Sequence[str]) -> Nearest | None:
        """The texts' nearest words to each of the question's; None for a model that has no words by themselves."""

    def words(self, text: str) -> list[str]:
        """The words that the model cuts a text into; the text itself for a model without words."""


def load(model: str | Path | None = None) -> Encoder:
    """The encoder of a folder or of a hub name; the shipped one for None. ModelError says what is wrong."""
    folder = SHIPPED if model is None else Path(model)
    if is_static(folder):
        return _static(folder)
    check(str(model))
    return _transformer(str(model))


@dataclass(frozen=True)
class StaticEncoder:
    """A table with a row a token; a text is the mean of its rows. `files` are what both were read from."""

    name: str
    files: tuple[Path, ...]
    tokenizer: Tokenizer
    table: NDArray[np.floating]
    # Passages that are compared with one question are so with the next.
    _kept: Recent[NDArray[np.int64]] = field(default_factory=lambda: Recent(_KEPT), compare=False, repr=False)

    @cached_property
    def digest(self) -> str:
        """What changes with the table or the tokenizer."""
        return _digest(path.read_bytes() for path in self.files)

    @property
    def dim(self) -> int:
        """The length of a vector."""
        return int(self.table.shape[1])

    def passages(self, texts: Sequence[str]) -> Vectors:
        """A unit vector a text; zeros for a text without a word."""
        made = np.zeros((len(texts), self.dim), np.float32)
        for at in range(0, len(texts), _BATCH):
            made[at : at + _BATCH] = _unit(self._means(texts[at : at + _BATCH]))
        return made

    def questions(self, texts: Sequence[str]) -> Vectors:
        """As passages: a static model makes no difference. What is compared with one question is so with the next: kept."""
        found = self._kept.each(texts, self._parts)
        # Of a text without a word only the unknown one is kept.
        return _unit(self._mean_rows([found[text] if found[text].any() else _NONE for text in texts]))

    def nearest(self, question: str, texts: Sequence[str]) -> Nearest:
        """The texts' nearest words to each word of a question; numbers are no words."""
        said = {row: self.tokenizer.id_to_token(row) or "" for row in self._ids([question])[0] if row}
        asked = [row for row, word in said.items() if any(map(str.isalpha, word))]
        found = list(map(self._kept.each(texts, self._parts).__getitem__, texts))
        sizes = [len(ids) for ids in found]
        known, places = np.unique(np.concatenate([_UNKNOWN, *found]), return_inverse=True)
        cosines = np.maximum(_unit(self._rows(asked)) @ _unit(self._rows(known)).T, 0)
        cosines[:, known == 0] = 0
        starts = np.cumsum([1, *sizes[:-1]]) if texts else np.zeros(0, np.int64)
        best = np.maximum.reduceat(cosines[:, places], starts, axis=1) if texts else cosines[:, :0]
        return Nearest(tuple(said[row] for row in asked), self._rarity[asked], best.T)

    def words(self, text: str) -> list[str]:
        """The words that the tokenizer cuts a text into, as they stand there."""
        found = self.tokenizer.encode(text, add_special_tokens=False)
        return [text[start:end] for start, end in found.offsets if end > start]

    def _ids(self, texts: Sequence[str]) -> list[list[int]]:
        return [
            found.ids for found in self.tokenizer.encode_batch_fast(list(texts), add_special_tokens=False)
        ]

    def _parts(self, texts: Sequence[str]) -> dict[str, NDArray[np.int64]]:
        """The words of each text; of a text without a word the unknown one, whose row says nothing."""
        return {
            text: np.array(ids or [0], np.int64) for text, ids in zip(texts, self._ids(texts), strict=True)
        }

    def _rows(self, ids: Sequence[int] | NDArray[np.int64]) -> Vectors:
        return self.table[np.asarray(ids, dtype=np.int64)].astype(np.float32)

    def _means(self, texts: Sequence[str]) -> Vectors:
        return self._mean_rows(self._ids(texts))

    def _mean_rows(self, found: Sequence[Sequence[int] | NDArray[np.int64]]) -> Vectors:
        sizes = np.array([len(ids) for ids in found], np.int64)
        means = np.zeros((len(found), self.dim), np.float32)
        if sizes.any():
            rows = self._rows(np.concatenate([ids for ids in found if len(ids)]))
            worded = sizes > 0
            starts = np.cumsum(sizes[worded]) - sizes[worded]
            means[worded] = np.add.reduceat(rows, starts) / sizes[worded][:, None]
        return means

    @cached_property
    def _rarity(self) -> Vectors:
        return rarity(self.tokenizer)


@dataclass(frozen=True)
class TransformerEncoder:
    """Any model that Sentence Transformers loads, with what it wants before a question and a passage."""

    name: str
    digest: str
    model: "SentenceTransformer"
    question_prompt: str
    passage_prompt: str

    @property
    def dim(self) -> int:
        """The length of a vector."""
        return self.model.get_embedding_dimension() or 0

    def passages(self, texts: Sequence[str]) -> Vectors:
        """A unit vector a text, with a progress bar for many."""
        return self._encoded(texts, self.passage_prompt)

    def questions(self, texts: Sequence[str]) -> Vectors:
        """A unit vector a question, read with the model's prompt for questions."""
        return self._encoded(texts, self.question_prompt)

    def nearest(self, question: str, texts: Sequence[str]) -> None:
        """Nothing: what a word means to such a model, its sentence decides."""

    def words(self, text: str) -> list[str]:
        """The text itself: its words mean nothing alone."""
        return [text]

    def _encoded(self, texts: Sequence[str], prompt: str) -> Vectors:
        vectors = self.model.encode(
            list(texts),
            prompt=prompt,
            normalize_embeddings=True,
            convert_to_numpy=True,
            show_progress_bar=len(texts) >= _PROGRESS_FROM,
        )
        return np.asarray(vectors, dtype=np.float32).reshape(len(texts), self.dim)


def rarity(tokenizer: Tokenizer) -> Vectors:
    """How rare each of a tokenizer's words is: −ln of its share of all texts, where the tokenizer says it, else 1."""
    words = json.loads(tokenizer.to_str())["model"]["vocab"]
    # Only a unigram tokenizer says how frequent its words are.
    if not isinstance(words, list):
        return np.ones(len(words), np.float32)
    return np.array([-share for _, share in words], dtype=np.float32)


def _unit(vectors: Vectors) -> Vectors:
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    return (vectors / np.where(lengths == 0, 1, lengths)).astype(np.float32)


def _static(folder: Path) -> StaticEncoder:
    first = json.loads((folder / "modules.json").read_bytes())[0]
    weights, words = (folder / first["path"] / name for name in ("model.safetensors", "tokenizer.json"))
    try:
        table = mapped(weights, "embedding.weight")
        tokenizer = Tokenizer.from_buffer(words.read_bytes())
    except (OSError, SafetensorError, KeyError, ValueError) as error:
        raise ModelError(
            f"{folder}: damaged model ({error}); fetch the folder again, or choose another with --model"
        ) from None
    tokenizer.no_padding()
    # One question at a time is no work for several threads: they wait for each other longer than they compute.
    threadpool_limits(1, "blas")
    os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")
    return StaticEncoder(folder.name, (weights, words), tokenizer, table)


def _transformer(name: str) -> TransformerEncoder:
    # About nine seconds, so only where such a model is asked for.
    import torch
    from sentence_transformers import SentenceTransformer

    fetched = Path(name).is_dir() or not fetchable(name)
    try:
        model = SentenceTransformer(name, local_files_only=fetched)
    except (OSError, ValueError, KeyError) as error:
        raise ModelError(f"{name}: not a model that can be read ({' '.join(str(error).split())})") from None
    question, passage = _prompts(Path(name).name, model.prompts)
    tensors = (tensor.cpu().reshape(-1).view(torch.uint8) for tensor in model.state_dict().values())
    digest = _digest([question.encode(), passage.encode(), *(tensor.numpy().tobytes() for tensor in tensors)])
    return TransformerEncoder(name, digest, model, question, passage)


def _prompts(name: str, configured: Mapping[str, str | None]) -> tuple[str, str]:
    """What the model wants before a question and before a passage."""
    if any(configured.values()):
        return configured.get("query") or "", configured.get("document") or configured.get("passage") or ""
    known = (prompts for pattern, prompts in _PROMPTS.items() if fnmatchcase(name.lower(), pattern))
    return next(known, ("", ""))


def _digest(parts: Iterable[bytes]) -> str:
    found = hashlib.sha256()
    for part in parts:
        found.update(part)
    return found.hexdigest()
