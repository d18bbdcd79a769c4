"""Examples to learn from: replies and sentences for questions with expected answers, right or wrong."""

import json
import shutil
import tempfile
import tomllib
from collections import defaultdict
from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from bot.answering.answerer import Answerer
from bot.answering.candidate import Candidate
from bot.evaluate import Item, Outcome, items, score, uncelled
from bot.operations.figures import lookup
from bot.operations.words.introduced import introduced
from bot.operations.words.quotes import quoted
from bot.phrasing.excerpts import Excerpt
from bot.phrasing.reply import Reply
from bot.scoring.features.evidence import Evidence
from corpus.figure import Figure
from index.later import Later
from index.store import open_index


@dataclass(frozen=True)
class Asked:
    """A question with expected answers, put to a corpus. `document` names what it is about.

    `calibrates` says that its set tells what a score means: no rule was made for it.
    """

    item: Item
    answerer: Answerer
    document: str
    calibrates: bool


@dataclass(frozen=True)
class Tried:
    """The candidates for a question, the plain reading's first, and which of them are right answers."""

    text: str
    candidates: tuple[Candidate, ...]
    right: tuple[bool, ...]
    document: str
    calibrates: bool


@dataclass(frozen=True)
class Sentences:
    """What may be quoted for a question: what speaks for each, which has the expected passage, which answers."""

    item: Item
    excerpts: tuple[Excerpt, ...]
    evidence: tuple[Evidence, ...]
    expected: tuple[bool, ...]
    right: tuple[bool, ...]
    document: str
    calibrates: bool


@dataclass(frozen=True)
class Figures:
    """The figures that may answer a question: what speaks for each by itself, the reply that tells it, whether it is right."""

    figures: tuple[Figure, ...]
    evidence: tuple[Evidence, ...]
    replies: tuple[Reply, ...]
    right: tuple[bool, ...]


def questions(training: Path) -> Iterator[Asked]:
    """The questions of every set that a training file names; paths are relative to it."""
    for one in tomllib.loads(training.read_text(encoding="utf-8"))["set"]:
        file = training.parent / one["questions"]
        corpus = training.parent / one["corpus"] if "corpus" in one else None
        corpora = _corpora(file, corpus, alone=one.get("alone", False)) if corpus else _texts(file)
        for name, folder, asked in corpora:
            with (
                tempfile.TemporaryDirectory() as index,
                closing(open_index(folder, Path(index), Later(None))) as library,
            ):
                answerer = Answerer(library)
                for item in asked:
                    document = f"{one['questions']} {name or item.id}"
                    yield Asked(item, answerer, document, one.get("calibrates", False))


def tried(asked: Asked) -> Tried:
    """The candidates for a question."""
    item, answerer = asked.item, asked.answerer
    found = tuple(answerer.candidates(item.question, item.history))
    right = tuple(
        one.answers and score(item, answerer.replied(one.reply)).outcome is Outcome.OK for one in found
    )
    return Tried(item.question, found, right, asked.document, asked.calibrates)


def sentences(asked: Asked) -> Sentences | None:
    """What may be quoted for a question; None where its set names no passage, or nothing is found."""
    item, answerer = asked.item, asked.answerer
    ranked = answerer.excerpts(item.question, item.history)
    found = ranked.excerpts
    if not found or not (item.passage or item.abstain):
        return None
    return Sentences(
        item,
        tuple(found),
        tuple(ranked.evidence),
        tuple(_has_passage(one, item) for one in found),
        tuple(_has_passage(one, item) and _answers(one, item, answerer) for one in found),
        asked.document,
        asked.calibrates,
    )


def figures(asked: Asked) -> Figures:
    """The figures that may answer a question, none for talk."""
    item, answerer = asked.item, asked.answerer
    pool = answerer.figures(item.question, item.history)
    if pool.question.chat or pool.question.strange or pool.question.host:
        return Figures((), (), (), ())
    replies = [lookup.alone(match, query, pool.retriever) for match, query in pool.matches]
    right = (score(item, answerer.replied(reply)).outcome is Outcome.OK for reply in replies)
    return Figures(
        tuple(card.figure for card in pool.cards),
        tuple(pool.evidence()),
        tuple(replies),
        tuple(one and not item.abstain for one in right),
    )


def _has_passage(one: Excerpt, item: Item) -> bool:
    said, expected = uncelled(one.words), uncelled(item.passage)
    return bool(expected) and (expected in said or said in expected)


def _answers(one: Excerpt, item: Item, answerer: Answerer) -> bool:
    reply = introduced(quoted(one.passage, one.words), answerer.retriever)
    return not item.abstain and score(item, answerer.replied(reply)).outcome is Outcome.OK


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


def _texts(questions: Path) -> Iterator[tuple[str, Path, list[Item]]]:
    """A corpus a question: lines with the text itself and the pieces that its answer must have, none for no answer."""
    for number, line in enumerate(questions.read_text(encoding="utf-8").splitlines(), 1):
        row = json.loads(line)
        pieces = tuple(row.get("pieces", ()))
        item = Item(str(number), row["of"], row["question"], (), pieces, (), (), "", abstain=not pieces)
        with tempfile.TemporaryDirectory() as folder:
            (Path(folder) / "text.txt").write_text(row["text"], encoding="utf-8")
            yield row["of"], Path(folder), [item]
