"""The vocabulary: 28,000 words and characters, as a tokenizer that needs no Python where it is used.

A unigram model: each word has a log-probability, and a text is cut into the words whose product is greatest.
Everything before the cut (width, case, digits, punctuation) is in the tokenizer file too.
"""

import math
import random
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path

import jieba
import numpy as np
from numpy.typing import NDArray
from rich.progress import track
from tokenizers import Regex, Tokenizer, models, normalizers, pre_tokenizers

from index.train.recipe import VocabularyRecipe
from index.train.texts import sources
from index.train.texts.everyday import read_lexicon

_CHINESE = re.compile(r"[\u4e00-\u9fff]+")
# 5g, a4 and gdp are words; a bare number is not, it becomes 0.
_WORD = re.compile(r"[\u4e00-\u9fff]+|[a-z][a-z0-9]*|[0-9]+g")
_UNKNOWN = ("[UNK]", -20.0)
# Per million: every number of the text is the one token 0.
_NUMBER_TOKENS = {"0": 3000.0, "%": 300.0, "‰": 300.0}
_LETTER_FREQUENCY = 0.5
_SAMPLE = 20_000


def texts_by_kind(data: Path, law_share: float, seed: int) -> dict[str, list[str]]:
    """The texts that words are counted in, by kind; of the laws a random share."""
    chance = random.Random(seed)
    questions = [row for name in sources.QUESTIONS for row in sources.asked(data, name) if not row.held_back]
    return {
        "government": [text for document in sources.documents(data) for text in document.paragraphs],
        "law": [
            text for law in sources.laws(data) for _, text in law.articles if chance.random() < law_share
        ],
        "encyclopedia": [*dict.fromkeys(text for row in questions for text in (row.question, row.paragraph))],
        "general": [
            *(row.chinese for row in sources.parallel(data, "par_tatoeba")),
            *(text for pair in sources.abstracts(data) for text in pair),
        ],
        "everyday": [phrase for _, said in read_lexicon().groups for phrase in said],
    }


def frequencies(texts: Iterable[str]) -> dict[str, float]:
    """How often each word occurs, per million words."""
    counts: Counter[str] = Counter()
    for text in texts:
        words = jieba.cut(unicodedata.normalize("NFKC", text).lower())
        counts.update(word for word in words if _WORD.fullmatch(word))
    return _per_million(counts)


def _per_million(counts: Counter[str]) -> dict[str, float]:
    total = sum(counts.values())
    return {word: count / total * 1e6 for word, count in counts.items()}


def mixed(by_kind: dict[str, dict[str, float]], weight: dict[str, float]) -> dict[str, float]:
    """The frequency of each word over all kinds of text, weighted."""
    mix: dict[str, float] = defaultdict(float)
    for kind, found in by_kind.items():
        for word, frequency in found.items():
            mix[word] += frequency * weight[kind] / sum(weight.values())
    return mix


def choose(
    mix: dict[str, float], glossed: set[str], listed: set[str], recipe: VocabularyRecipe
) -> dict[str, float]:
    """The words of the vocabulary with their frequencies: first the characters, then the words worth most."""
    spelling: dict[str, float] = defaultdict(float)
    for word, frequency in mix.items():
        for character in word:
            spelling[character] += frequency
    chosen = {
        character: max(mix.get(character, 0), spelling[character] * recipe.common_characters)
        for character in sorted(spelling, key=spelling.__getitem__, reverse=True)[: recipe.characters]
    }
    chosen |= {letter: max(mix.get(letter, 0), _LETTER_FREQUENCY) for letter in "abcdefghijklmnopqrstuvwxyz"}
    chosen |= _NUMBER_TOKENS

    def worth(word: str) -> float:
        bonus = recipe.rare_word_bonus if word in glossed and len(word) <= 3 and word in listed else 0.0
        return mix[word] * (recipe.dictionary_bonus if word in glossed else 1.0) + bonus

    for word in sorted(filter(_is_candidate, mix), key=worth, reverse=True):
        if len(chosen) >= recipe.size - 1:
            break
        # Long words that no dictionary has are phrases the segmenter has made up, unless they are frequent.
        if word not in glossed and len(word) >= 4 and _CHINESE.fullmatch(word) and mix[word] < 3:
            continue
        chosen.setdefault(word, mix[word])
    return chosen


def _is_candidate(word: str) -> bool:
    longest = 6 if _CHINESE.fullmatch(word) else 12
    return 2 <= len(word) <= longest


def tokenizer(chosen: dict[str, float]) -> Tokenizer:
    """The tokenizer of these words.

    >>> toy = tokenizer({"产业": 9.0, "产": 1.0, "业": 1.0, "值": 1.0, "0": 50.0, "%": 5.0, "5g": 1.0})
    >>> toy.encode("５G产业，产值45.1%").tokens
    ['5g', '产业', '产', '值', '0', '%']
    """
    total = sum(chosen.values())
    ordered = sorted(chosen.items(), key=lambda item: -item[1])
    words = [(word, math.log(max(frequency, 1e-3) / total)) for word, frequency in ordered]
    made = Tokenizer(models.Unigram([_UNKNOWN, *words], unk_id=0, byte_fallback=False))
    made.normalizer = normalizers.Sequence(
        [
            normalizers.NFKC(),
            normalizers.Lowercase(),
            # Which number it is, is for BM25 and the ledger; that it is one, is for the model.
            normalizers.Replace(Regex(r"(?<![a-z0-9])[0-9]+(?:[.,][0-9]+)*(?![a-z0-9])"), "0"),
            normalizers.Replace(Regex(r"[^\u4e00-\u9fffa-z0-9%‰]+"), " "),
            normalizers.Strip(),
        ]
    )
    made.pre_tokenizer = pre_tokenizers.Sequence(
        [
            pre_tokenizers.WhitespaceSplit(),
            pre_tokenizers.Split(Regex(r"[a-z0-9]+"), "isolated"),
        ]
    )
    return made


def token_shares(made: Tokenizer, by_kind: dict[str, list[str]], seed: int) -> NDArray[np.float64]:
    """The share of each token, as the tokenizer really cuts a sample of each kind of text."""
    chance = random.Random(seed)
    shares = np.zeros(made.get_vocab_size())
    for texts in by_kind.values():
        sample = chance.sample(texts, min(len(texts), _SAMPLE))
        counts = np.zeros_like(shares)
        for found in made.encode_batch(sample, add_special_tokens=False):
            np.add.at(counts, found.ids, 1)
        shares += counts / counts.sum() / len(by_kind)
    return shares


def glossed_words(data: Path) -> set[str]:
    """The words that the dictionary explains."""
    return {entry.word for entry in sources.entries(data)}


def fill(folder: Path, data: Path, recipe: VocabularyRecipe, seed: int) -> None:
    """Writes tokenizer.json and shares.npy."""
    by_kind = texts_by_kind(data, recipe.law_share, seed)
    jieba.initialize()
    listed = Counter({w: n for w, n in jieba.dt.FREQ.items() if n and _CHINESE.fullmatch(w)})
    counted = {kind: frequencies(track(texts, f"words: {kind}")) for kind, texts in by_kind.items()}
    counted["dictionary"] = _per_million(listed)
    made = tokenizer(choose(mixed(counted, recipe.weight), glossed_words(data), set(listed), recipe))
    made.save(str(folder / "tokenizer.json"))
    np.save(folder / "shares.npy", token_shares(made, by_kind, seed))


def words_of(made: Tokenizer) -> Sequence[str]:
    """The vocabulary in the order of the table's rows."""
    found = made.get_vocab()
    return sorted(found, key=found.__getitem__)
