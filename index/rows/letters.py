"""The letters of an index by id, read as they are asked for."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager

from corpus.letter import Letter
from index.reader import Reader
from index.rows.recent import Recent
from index.rows.record import load


class Letters(Mapping[str, Letter]):
    """The letters as the state that is `reading` has them; those read lately are `kept`."""

    def __init__(
        self, reading: Callable[[], AbstractContextManager[Reader]], kept: Callable[[], Recent[Letter]]
    ) -> None:
        self._reading = reading
        self._kept = kept

    def __getitem__(self, name: str) -> Letter:
        with self._reading() as reader:
            return self._kept().get(name, lambda: load(Letter, there(reader.letter, name)))

    def __iter__(self) -> Iterator[str]:
        with self._reading() as reader:
            return iter(reader.letters())

    def __len__(self) -> int:
        with self._reading() as reader:
            return reader.letter_count()


def there(record: Callable[[str], str | None], letter: str) -> str:
    """A letter's record. KeyError where there is no such letter."""
    found = record(letter)
    if found is None:
        raise KeyError(letter)
    return found
