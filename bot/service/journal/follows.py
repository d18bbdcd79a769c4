"""Who wants to hear of new letters, and about what."""

import time
from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import Engine, delete, insert, select

from bot.service.journal.tables import follows

MOST = 20  # words of one person


@dataclass(frozen=True)
class Follows:
    """The words in a database."""

    engine: Engine

    def add(self, person: int, word: str) -> bool:
        """Whether a word is now followed; False for one too many."""
        with self.engine.begin() as connection:
            own = select(follows.c.word).where(follows.c.person == person)
            known = set(connection.execute(own).scalars())
            if word not in known and len(known) < MOST:
                connection.execute(insert(follows), {"person": person, "word": word, "at": time.time()})
                known.add(word)
        return word in known

    def drop(self, person: int, word: str | None = None) -> None:
        """Follows a word no more, or none at all."""
        chosen = delete(follows).where(follows.c.person == person)
        with self.engine.begin() as connection:
            connection.execute(chosen.where(follows.c.word == word) if word else chosen)

    def of(self, person: int) -> tuple[str, ...]:
        """A person's words, the oldest first."""
        with self.engine.connect() as connection:
            chosen = select(follows.c.word).where(follows.c.person == person).order_by(follows.c.at)
            return tuple(connection.execute(chosen).scalars())

    def all(self) -> Mapping[int, tuple[str, ...]]:
        """The words of each person."""
        found: dict[int, tuple[str, ...]] = {}
        with self.engine.connect() as connection:
            for person, word in connection.execute(select(follows.c.person, follows.c.word)):
                found[person] = (*found.get(person, ()), word)
        return found
