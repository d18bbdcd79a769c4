"""What the bot needs of the answering side."""

from collections.abc import Callable, Collection, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from functools import lru_cache, wraps
from pathlib import Path
from typing import Protocol, TypeVar, TypeVarTuple

from bot.answer import Answer
from corpus.checking.remark import Remark
from corpus.figure import Figure
from corpus.letter import Letter
from corpus.passage import Passage

_KEPT = 512  # answers

Made = TypeVar("Made")
Rest = TypeVarTuple("Rest")

Answering = Callable[[str, Sequence[str]], Answer]


class Found(Protocol):
    """A passage that was found."""

    @property
    def passage(self) -> Passage:
        """The passage."""


class Archive(Protocol):
    """The letters with their passages and figures. An index is one."""

    @property
    def letters(self) -> Mapping[str, Letter]:
        """All letters by id."""

    def state(self) -> AbstractContextManager[str]:
        """One state of the letters for all that is asked inside; what comes is its name."""

    def passages(self, letter_id: str) -> tuple[Passage, ...]:
        """A letter's passages in order."""

    def passage(self, passage_id: str) -> Passage:
        """One passage. Raises KeyError for an id that is not there."""

    def figures(self, letter_ids: Collection[str] | None = None) -> tuple[Figure, ...]:
        """The figures of these letters, or of all."""

    def search(self, text: str, letters: Collection[str] | None = None, k: int = 5) -> Sequence[Found]:
        """The passages nearest to a text, the best first."""

    def containing(self, literal: str, letters: Collection[str] | None = None) -> Sequence[Passage]:
        """The passages that have these very words."""

    def remarks(self, letter_id: str) -> tuple[Remark, ...]:
        """What does not agree in a letter."""

    def file(self, letter_id: str) -> Path | None:
        """The file that a letter was read from, None where it is not at hand. KeyError for an unknown letter."""


def remembering(answer: Answering, archive: Archive) -> Answering:
    """The same answers, those given lately without being found again as long as the letters stay as they are."""

    @lru_cache(maxsize=_KEPT)
    def kept(state: str, text: str, history: tuple[str, ...]) -> Answer:
        return answer(text, history)

    def remembered(text: str, history: Sequence[str]) -> Answer:
        with archive.state() as state:
            pass
        # Not inside: while one answer is found others may be.
        return kept(state, text, tuple(history))

    return remembered


@dataclass(frozen=True, eq=False)
class Service:
    """The answering side as it is now; a reload makes another. Two are never equal."""

    answer: Answering
    archive: Archive


def kept_in_state(
    most: int,
) -> Callable[[Callable[[Service, *Rest], Made]], Callable[[Service, *Rest], Made]]:
    """Has what a function makes of the letters kept as long as they stay as they are, of so many calls."""

    def keeping(function: Callable[[Service, *Rest], Made]) -> Callable[[Service, *Rest], Made]:
        @lru_cache(maxsize=most)
        def kept(state: str, service: Service, *rest: *Rest) -> Made:
            return function(service, *rest)

        @wraps(function)
        def current(service: Service, /, *rest: *Rest) -> Made:
            with service.archive.state() as state:
                return kept(state, service, *rest)

        return current

    return keeping
