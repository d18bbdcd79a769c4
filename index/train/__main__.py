"""`python -m index.train DATA OUT`: from the data files to the shipped folder."""

import argparse
import random
from collections.abc import Callable
from pathlib import Path

import jieba
import numpy as np
import torch
from rich.console import Console
from tokenizers import Tokenizer

from index.encoder import load
from index.train import fitting, judging, nearest, packing, start, teacher, vocabulary
from index.train.recipe import RECIPE, Recipe, read_recipe
from index.train.stages import Stage, finished, stamp_file
from index.train.texts import everyday, pairs, questions, sources, spoken


def main() -> None:
    """Reads the command line, trains and prints the scores."""
    parser = argparse.ArgumentParser(prog="python -m index.train", description=__doc__)
    parser.add_argument("data", type=Path, help="folder with the data files")
    parser.add_argument("out", type=Path, help="folder that the model is written to")
    parser.add_argument(
        "--work", type=Path, help="folder of the stages' results (default: OUT with .work added)"
    )
    parser.add_argument("--recipe", type=Path, default=RECIPE)
    parser.add_argument("--threads", type=int, default=torch.get_num_threads())
    given = parser.parse_args()
    torch.set_num_threads(given.threads)
    console = Console()
    taught_by = teacher.minilm()
    train(
        given.data,
        given.out,
        given.work or given.out.with_suffix(".work"),
        read_recipe(given.recipe),
        taught_by,
        console,
    )
    console.print(judging.table(judging.judged(given.data, load(given.out), taught_by)))


def train(
    data: Path, out: Path, work: Path, recipe: Recipe, taught_by: teacher.Teacher, console: Console
) -> None:
    """Every stage in order, each skipped if nothing it is made from has changed; then the model in `out`."""
    read = (*sorted(data.glob("*.jsonl.gz")), Path(sources.__file__))

    def words(folder: Path) -> None:
        vocabulary.fill(folder, data, recipe.vocabulary, recipe.seed)

    def lessons(folder: Path) -> None:
        teacher.fill(folder, data, recipe.teacher, set(jieba.dt.FREQ), taught_by)

    def together(folder: Path) -> None:
        made = [source.made(data, random.Random(recipe.seed)) for source in (questions, spoken)]
        pairs.save(pairs.mined(data, random.Random(recipe.seed)) | made[0] | made[1], folder)

    def tables(folder: Path) -> None:
        _fit(folder, recipe, cut, told, mined)

    def stage(name: str, made_from: tuple[Path, ...], numbers: object, fill: Callable[[Path], None]) -> Path:
        return finished(Stage(name, made_from, (recipe.seed, numbers), fill), work, console)

    jieba.initialize()
    talk = (Path(everyday.__file__), everyday.LEXICON)
    cut = stage("vocabulary", (*read, *talk, Path(vocabulary.__file__)), recipe.vocabulary, words)
    told = stage("teacher", (*read, Path(teacher.__file__)), recipe.teacher, lessons)
    grammar = (Path(questions.__file__), questions.GRAMMAR, Path(spoken.__file__))
    mined = stage("pairs", (*read, *talk, Path(pairs.__file__), *grammar), None, together)
    earlier = tuple(stamp_file(folder) for folder in (cut, told, mined))
    code = (Path(start.__file__), Path(fitting.__file__), Path(nearest.__file__))
    fit = stage("fitting", (*code, *earlier), (recipe.start, recipe.fitting), tables)
    mean = packing.mean_table(np.load(fit / "start.npy"), np.load(fit / "trained.npy"), recipe.trained_share)
    packing.pack(mean, Tokenizer.from_file(str(cut / "tokenizer.json")), out)


def _fit(folder: Path, recipe: Recipe, cut: Path, told: Path, mined: Path) -> None:
    """Writes start.npy and trained.npy."""
    made = Tokenizer.from_file(str(cut / "tokenizer.json"))
    lessons = start.taught(told, recipe.teacher.dimensions, recipe.start.evenness, recipe.seed)
    first = start.start_table(made, np.load(cut / "shares.npy"), lessons, recipe.start.sif, recipe.seed)
    drills = fitting.drills(made, pairs.load(mined), lessons, recipe.fitting)
    np.save(folder / "start.npy", first)
    # Of several trainings the mean learns what each learns, and less of what only one does.
    seeds = range(recipe.seed, recipe.seed + recipe.fitting.runs)
    trained = [fitting.fitted(first, made, drills, recipe.fitting, seed) for seed in seeds]
    np.save(folder / "trained.npy", np.mean(trained, axis=0))


if __name__ == "__main__":
    main()
