"""The recipe: every number of the method, as recipe.toml gives them."""

import tomllib
from dataclasses import dataclass
from pathlib import Path

RECIPE = Path(__file__).with_name("recipe.toml")


@dataclass(frozen=True)
class VocabularyRecipe:
    """How the words are chosen; frequencies are per million words."""

    size: int
    characters: int
    law_share: float
    dictionary_bonus: float
    rare_word_bonus: float
    common_characters: float
    weight: dict[str, float]


@dataclass(frozen=True)
class TeacherRecipe:
    """How much of the teacher is taken over."""

    dimensions: int
    longest_sentence: int
    glosses: int


@dataclass(frozen=True)
class StartRecipe:
    """How the table starts: the weight of a frequent word, and how even the axes are made."""

    sif: float
    evenness: float


@dataclass(frozen=True)
class FittingRecipe:
    """How the table is trained; `mix` holds the share of batches of each kind of pair.

    It is trained `runs` times with other batches, and the mean is taken; `dropped` is the share of words left out by
    chance, `nearest` the weight of comparing word with word.
    """

    runs: int
    steps: int
    batch: int
    word_batch: int
    rate: float
    final_rate: float
    warm_up: int
    scale: float
    matryoshka: list[int]
    longest: int
    dropped: float
    nearest: float
    nearest_batch: int
    mix: dict[str, float]


@dataclass(frozen=True)
class Recipe:
    """Every number of the method."""

    seed: int
    vocabulary: VocabularyRecipe
    teacher: TeacherRecipe
    start: StartRecipe
    trained_share: float
    fitting: FittingRecipe


def read_recipe(path: Path = RECIPE) -> Recipe:
    """The recipe of a file; a missing or unknown key is a TypeError or KeyError naming it."""
    said = tomllib.loads(path.read_text(encoding="utf-8"))
    return Recipe(
        seed=said["seed"],
        vocabulary=VocabularyRecipe(**said["vocabulary"]),
        teacher=TeacherRecipe(**said["teacher"]),
        start=StartRecipe(**said["start"]),
        trained_share=said["packing"]["trained_share"],
        fitting=FittingRecipe(**said["fitting"]),
    )
