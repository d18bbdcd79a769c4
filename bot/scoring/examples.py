"""Examples to learn from: every reading's reply to questions with expected answers, right or wrong."""

import json
import shutil
import tempfile
import tomllib
from collections import defaultdict
from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from bot.answer import Kind
from bot.answering.answerer import Answerer
from bot.evaluate import Item, Outcome, items, score
from bot.scoring.evidence import Evidence
from index.later import Later
from index.store import open_index


@dataclass(frozen=True)
class Example:
    """What speaks for a reply, whether it is right, and which document it is about; replies of one question share 1."""

    evidence: Evidence
    right: bool
    document: str
    weight: float


def examples(training: Path) -> Iterator[Example]:
    """The examples of every set that a training file names; paths are relative to it."""
    for one in tomllib.loads(training.read_text(encoding="utf-8"))["set"]:
        questions, corpus = training.parent / one["questions"], training.parent / one["corpus"]
        for name, folder, asked in _corpora(questions, corpus, alone=one.get("alone", False)):
            with tempfile.TemporaryDirectory() as index:
                yield from _of_corpus(f"{one['questions']} {name}", folder, Path(index), asked)


def _corpora(questions: Path, corpus: Path, *, alone: bool) -> Iterator[tuple[str, Path, list[Item]]]:
    """The corpora that a set's questions are asked of, each with its questions: one for all, or one a document."""
    asked = list(items(questions))
    if not alone:
        yield "", corpus, asked
        return
    lines = [line for line in questions.read_text(encoding="utf-8").splitlines() if line.strip()]
    groups: Mapping[str, list[Item]] = defaultdict(list)
    for line, item in zip(lines, asked, strict=True):
        groups[json.loads(line).get("doc") or ""].append(item)
    for name in sorted(filter(None, groups)):
        with tempfile.TemporaryDirectory() as folder:
            shutil.copy(corpus / name, folder)
            yield name, Path(folder), groups[name]


def _of_corpus(name: str, corpus: Path, index: Path, asked: list[Item]) -> Iterator[Example]:
    with closing(open_index(corpus, index, Later(None))) as library:
        answerer = Answerer(library)
        for item in asked:
            found = [
                candidate
                for candidate in answerer.candidates(item.question, item.history)
                if candidate.reply.kind is Kind.ANSWER and candidate.evidence
            ]
            for one in found:
                right = score(item, answerer.replied(one.reply)).outcome is Outcome.OK
                yield Example(one.evidence, right, name or item.id, 1 / len(found))
