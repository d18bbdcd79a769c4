"""Corpora opened once in a session with the shipped model, and what is answered from them to sets of questions, asked once."""

from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from bot.answer import Answer
from bot.answering.answerer import Answerer
from bot.evaluate import Item, items
from index.later import Later
from index.opened import Index
from index.store import open_index


@dataclass(frozen=True)
class Asked:
    """A set of questions and the answers of a corpus, in order."""

    answerer: Answerer
    items: tuple[Item, ...]

    @cached_property
    def answers(self) -> tuple[Answer, ...]:
        """Whoever asks has nothing changed about how it is answered: all others get the same."""
        return tuple(self.answerer.answer(item.question, item.history) for item in self.items)


@dataclass
class Corpora:
    """The indices lie in a folder; nobody writes to the corpora or closes what is opened here."""

    folder: Path
    _opened: dict[Path, Index] = field(default_factory=dict)
    _answering: dict[Path, Answerer] = field(default_factory=dict)
    _asked: dict[tuple[Path, Path], Asked] = field(default_factory=dict)

    def library(self, corpus: Path) -> Index:
        """The index of a corpus."""
        if corpus not in self._opened:
            self._opened[corpus] = open_index(corpus, self.folder / f"{len(self._opened)}", Later(None))
        return self._opened[corpus]

    def answerer(self, corpus: Path) -> Answerer:
        """What answers from it."""
        if corpus not in self._answering:
            self._answering[corpus] = Answerer(self.library(corpus))
        return self._answering[corpus]

    def asked(self, corpus: Path, file: Path) -> Asked:
        """A file of questions asked of it."""
        if (corpus, file) not in self._asked:
            self._asked[corpus, file] = Asked(self.answerer(corpus), tuple(items(file)))
        return self._asked[corpus, file]

    def close(self) -> None:
        """Closes all of them."""
        for index in self._opened.values():
            index.close()
