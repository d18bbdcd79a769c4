"""The corpus folder as administrators change it."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from bot.answering.answerer import Answerer
from bot.service.archive import Service, remembering
from bot.service.keeping import AlreadyThere, There, Told, Unchanged, untold
from bot.service.running.processes import Processes
from bot.service.unknown import unknown
from bot.service.views.examples import examples
from bot.wording import say
from corpus.fault import UnreadableSource
from corpus.runtime.once import once
from index.opened import Index


@dataclass(frozen=True)
class Folder:
    """A corpus folder and its index, a keeper of letters. `update` brings the index up to date with the folder.

    Without a folder what a database has is read as it is, and no letter is added or taken out here.
    Of several `processes` those without work answer; without them this one does.
    """

    corpus: Path | None
    index: Index
    update: Callable[[Told], None]
    processes: Processes | None = None

    def there(self, file: Path) -> There | None:
        """The letter that has a file's content, else the one that has its name."""
        if self.corpus is None:
            return None
        from index.shelf import namesake, twin

        same, named = twin(file, self.corpus), namesake(file, self.corpus)
        if same is not None:
            return There(same, same=True)
        return There(named, same=False) if named is not None else None

    @once()
    def add(self, file: Path, told: Told = untold, *, replace: bool = False) -> Service:
        """Puts a file into the folder, only if told so in the place of another. Raises AlreadyThere, Unchanged."""
        from corpus.source import read
        from index.shelf import take, withdraw

        corpus, there = self._named(), self.there(file)
        if there and (there.same or not replace):
            raise AlreadyThere(there)
        try:
            read(file)
            # The old one goes aside with all that is said of it outside its text: its link is not the new one's.
            if there:
                withdraw(corpus, there.letter)
            take([file], corpus)
        except UnreadableSource as refused:
            raise Unchanged(str(refused)) from None
        except OSError:
            raise Unchanged(say("corpus.readonly").format(path=corpus.name)) from None
        return self.reload(told)

    def remove(self, letter_id: str, told: Told = untold) -> Service:
        """Puts a letter's file aside. Raises Unchanged."""
        from index.shelf import withdraw

        corpus = self._named()
        try:
            withdraw(corpus, letter_id)
        except OSError:
            raise Unchanged(say("corpus.readonly").format(path=corpus.name)) from None
        return self.reload(told)

    def reload(self, told: Told = untold) -> Service:
        """A new answerer on the letters as they are; its examples and its first answer are made here, not in somebody's chat."""
        self.update(told)
        service = self.service()
        examples(service)
        service.answer(unknown(), ())
        return service

    def service(self) -> Service:
        """A new answerer on the letters as they are."""
        own = Answerer(self.index).answer
        answer = self.processes.answering(own) if self.processes else own
        return Service(remembering(answer, self.index), self.index)

    def _named(self) -> Path:
        """The folder. Raises Unchanged where there is none."""
        if self.corpus is None:
            raise Unchanged(say("corpus.unnamed"))
        return self.corpus
