"""The corpus folder as administrators change it."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from bot.answering.answerer import Answerer
from bot.telegram.archive import Service
from bot.telegram.examples import examples
from bot.telegram.keeping import Unchanged
from bot.wording import say
from index.opened import Index
from index.shelf import take, withdraw


@dataclass(frozen=True)
class Folder:
    """A corpus folder and its index, a keeper of letters. `update` brings the index up to date with the folder."""

    corpus: Path
    index: Index
    update: Callable[[], None]

    def add(self, file: Path) -> Service:
        """Puts a file into the folder, in the place of one of the same name. Raises Unchanged."""
        try:
            taken = take([file], self.corpus)
        except OSError:
            raise Unchanged(say("corpus.readonly").format(path=self.corpus.name)) from None
        if taken.refused:
            raise Unchanged(taken.refused[0])
        return self.reload()

    def remove(self, letter_id: str) -> Service:
        """Puts a letter's file aside. Raises Unchanged."""
        try:
            withdraw(self.corpus, letter_id)
        except OSError:
            raise Unchanged(say("corpus.readonly").format(path=self.corpus.name)) from None
        return self.reload()

    def reload(self) -> Service:
        """A new answerer on the letters as they are; its first answers are made here, not in somebody's chat."""
        self.update()
        service = Service(Answerer(self.index).answer, self.index)
        examples(service)
        return service
