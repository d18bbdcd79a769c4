"""Corpora and encoders made for the tests of the index."""

from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from bot.answer import Answer, Kind
from bot.answering.answerer import Answerer
from index.encoder import Encoder
from index.later import Later
from index.progress import Why
from index.searching.words import tokens
from index.store import open_index

TEA = """云岭县农业农村局
云岭县2024年茶产业情况
一、生产
全县茶园面积12.8万亩。干茶产量6420吨,同比增长5.4%。
二、采工
采茶高峰期用工缺口约6000人。
"""
PUMPS = """临江区经信局
临江区2024年泵阀产业情况
泵阀产业实现产值118.42亿元,同比增长9.6%。船舶配套产业实现产值41.27亿元。
联系人:周以宁
"""


@dataclass(frozen=True)
class Hashed:
    """An encoder without a model: a text is the bag of its words, each in a place of its own more or less."""

    name: str = "hashed"
    digest: str = "1"
    dim: int = 64

    def passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """A unit vector a text."""
        found = np.zeros((len(texts), self.dim), np.float32)
        for row, text in enumerate(texts):
            for token in tokens(text):
                found[row, sum(token.encode()) % self.dim] += 1
        lengths = np.linalg.norm(found, axis=1, keepdims=True)
        return (found / np.where(lengths == 0, 1, lengths)).astype(np.float32)

    def questions(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """As passages."""
        return self.passages(texts)

    def nearest(self, question: str, texts: Sequence[str]) -> None:
        """It has no words by themselves."""

    def words(self, text: str) -> list[str]:
        """The text itself."""
        return [text]


class Unasked(Hashed):
    """An encoder that must not be needed."""

    def passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Fails."""
        raise AssertionError(texts)


@dataclass
class Watched:
    """Progress kept, to be looked at."""

    why: list[Why] = field(default_factory=list)
    letters: list[str] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)

    def rebuild(self, why: Why) -> None:
        """Kept."""
        self.why.append(why)

    def begin(self, documents: int) -> None:
        """Passed over."""

    def read(self, letter: str) -> None:
        """Kept."""
        self.letters.append(letter)

    def refuse(self, line: str) -> None:
        """Kept."""
        self.refused.append(line)

    def end(self) -> None:
        """Passed over."""


def write(corpus: Path, **letters: str) -> Path:
    """The corpus folder with these letters written, whatever else is there."""
    corpus.mkdir(exist_ok=True)
    for name, text in letters.items():
        (corpus / f"{name}.txt").write_text(text, encoding="utf-8")
    return corpus


@contextmanager
def answering(folder: Path, encoder: Encoder | None = None, /, **letters: str) -> Iterator[Answerer]:
    """Answers from these letters and what else is in the folder's `corpus`, with the shipped model unless another is given."""
    corpus = write(folder / "corpus", **letters)
    with closing(open_index(corpus, folder / "index", encoder or Later(None))) as opened:
        yield Answerer(opened)


def answer_from(folder: Path, text: str, question: str, *history: str) -> Answer:
    """The answer from a corpus that is one document of this text."""
    with answering(folder, Hashed(), made=text) as answerer:
        return answerer.answer(question, history)


def worked_out(folder: Path, text: str, question: str) -> str:
    """What is worked out last of a corpus that is one document of this text, "" where nothing is."""
    with answering(folder, Hashed(), made=text) as answerer:
        found = answerer.worked_out(question)
        return found.reply.headline.text if found else ""


def assert_alone(folder: Path, text: str, question: str, said: Sequence[str], never: Sequence[str]) -> None:
    """A corpus of this one letter answers a question with every piece that is said, and with none of the others."""
    headline = answer_from(folder, text, question).headline
    assert [piece for piece in said if piece not in headline] == [], headline
    assert [piece for piece in never if piece in headline] == [], headline


def assert_told(folder: Path, text: str, question: str, said: Sequence[str]) -> None:
    """A corpus of this one letter answers a question, and every piece is in the answer."""
    answer = answer_from(folder, text, question)
    assert answer.kind is Kind.ANSWER, answer.headline
    assert [piece for piece in said if piece not in answer.headline] == []
