"""What a search is judged on: questions, the passages that answer them, and the texts they are among."""

import json
import random
import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from corpus.document.given import NOTHING
from corpus.document.metadata import letter
from corpus.letter import Letter
from corpus.passage import Passage, passages
from corpus.source import Source, read
from corpus.texts.text import plain
from index.folder import documents
from index.train.texts import sources

ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared"
TUNING_SET = ROOT / "tests" / "data" / "retrieval_tune.jsonl"
_MARKS = re.compile(r"[\s|]")
_PARAGRAPHS = 600  # questions of DRCD, drawn by a fixed seed


@dataclass(frozen=True)
class Asked:
    """A question; one of the passages whose text has `gold`, or is part of it, answers it. No letters: any."""

    question: str
    gold: str
    letters: tuple[str, ...] = ()
    wording: str = ""

    def answered_by(self, passage: Passage) -> bool:
        """Whether that passage is the one that is looked for."""
        if self.letters and passage.letter not in self.letters:
            return False
        text, gold = _bare(passage.text), _bare(self.gold)
        return gold in text or text in gold


@dataclass(frozen=True)
class Pool:
    """Texts to search, cut into passages, with the questions to them."""

    name: str
    letters: Sequence[tuple[Letter, tuple[Passage, ...]]]
    asked: Sequence[Asked]


@dataclass(frozen=True)
class Tuned:
    """A question of the tuning set; `wording` says whether it is far from the sentence's words or close to them."""

    id: str
    wording: str
    question: str
    file: str
    title: str
    sentence: str


class Missing(Exception):
    """A set whose texts are not here: one line that says which."""


def tuned() -> list[Tuned]:
    """The tuning set."""
    rows = map(json.loads, TUNING_SET.read_text(encoding="utf-8").splitlines())
    return [
        Tuned(row["id"], row["wording"], row["question"], row["source"]["file"], row["source"]["title"], row["sentence"])
        for row in rows
    ]  # fmt: skip


def shipped() -> Pool:
    """The questions about the shipped letter that have an answer in it."""
    rows = _answerable("letter_dev")
    asked = [Asked(row["question"], row["passage"]) for row in rows]
    return Pool("(a) letter", _folder(ROOT / "corpus" / "letters"), asked)


def many() -> Pool:
    """The questions about many documents; a passage counts in the documents that the question is about."""
    asked = [
        Asked(
            row["question"],
            row["passage"],
            tuple(Path(name).stem for name in row.get("docs") or [row["doc"]]),
        )
        for row in _answerable("docs_dev")
    ]
    return Pool("(a) documents", _folder(SHARED / "eval" / "docs"), asked)


def official() -> Pool:
    """The tuning set, among all sentences of the documents that it is from."""
    asked, data = tuned(), _data()
    titles = {question.title for question in asked}
    texts: Mapping[str, list[str]] = defaultdict(list)
    for document in sources.documents(data):
        if document.title in titles:
            texts[document.title].extend(document.paragraphs)
    for law in sources.laws(data):
        if law.title in titles:
            texts[law.title].extend(text for _, text in law.articles)
    letters = [_lettered(title, "\n".join([title, *dict.fromkeys(found)])) for title, found in texts.items()]
    return Pool(
        "(b) tuning set",
        letters,
        [Asked(one.question, one.sentence, (one.title,), one.wording) for one in asked],
    )


def encyclopedic() -> Pool:
    """Questions to DRCD's paragraphs of the quarter of the titles that no training has seen, among all of that quarter."""
    rows = [row for row in sources.asked(_data(), "qa_drcd") if row.held_back]
    asked = random.Random(0).sample(rows, min(_PARAGRAPHS, len(rows)))
    texts = dict.fromkeys(row.paragraph for row in rows)
    letters = [_whole(f"drcd-{number}", text) for number, text in enumerate(texts)]
    return Pool("(c) DRCD", letters, [Asked(row.question, row.paragraph) for row in asked])


POOLS: Sequence[Callable[[], Pool]] = (shipped, many, official, encyclopedic)


def _answerable(name: str) -> Iterator[dict[str, Any]]:
    """The questions of an example set that stand by themselves, have an answer, and name the passage it stands in."""
    path = SHARED / "eval" / f"{name}.jsonl"
    if not path.is_file():
        raise Missing(f"{name}: needs ../shared/eval")
    for row in map(json.loads, path.read_text(encoding="utf-8").splitlines()):
        if row["passage"] and not row["abstain"] and not row.get("history"):
            yield row


def _data() -> Path:
    folder = SHARED / "data" / "embedding"
    if not folder.is_dir():
        raise Missing("needs ../shared/data/embedding")
    return folder


def _folder(folder: Path) -> list[tuple[Letter, tuple[Passage, ...]]]:
    found = [letter(read(document.path, document.id)) for document in documents(folder)]
    return [(one, passages(one)) for one in found]


def _lettered(name: str, text: str) -> tuple[Letter, tuple[Passage, ...]]:
    found = letter(Source(name, Path(f"{name}.txt"), text, "", NOTHING))
    return found, passages(found)


def _whole(name: str, text: str) -> tuple[Letter, tuple[Passage, ...]]:
    """A paragraph as a letter of one passage, without a title that would help."""
    return Letter(name, text, ""), (Passage(f"{name}:0", name, (), 0, 0, len(text), text),)


def _bare(text: str) -> str:
    return _MARKS.sub("", plain(text))


__all__ = ["POOLS", "TUNING_SET", "Asked", "Missing", "Pool", "Tuned", "tuned"]
