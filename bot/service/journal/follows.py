"""Who wants to hear of new letters, and about what."""

import time
from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import Engine, delete, insert, select

from bot.service.journal.store import put
from bot.service.journal.tables import follows, languages
from bot.speech import LANGUAGES

MOST = 20  # words of one person


@dataclass(frozen=True)
class Follower:
    """Somebody's words, and the language that they are told in."""

    language: str
    words: tuple[str, ...]


@dataclass(frozen=True)
class Follows:
    """The words in a database."""

    engine: Engine

    def add(self, person: int, word: str, language: str) -> bool:
        """Whether a word is now followed, in the language that the person has now; False for one too many."""
        with self.engine.begin() as connection:
            put(connection, languages, {"person": person, "language": language})
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
            left = select(follows.c.person)
            connection.execute(
                delete(languages).where(languages.c.person == person, languages.c.person.not_in(left))
            )

    def of(self, person: int) -> tuple[str, ...]:
        """A person's words, the oldest first."""
        with self.engine.connect() as connection:
            chosen = select(follows.c.word).where(follows.c.person == person).order_by(follows.c.at)
            return tuple(connection.execute(chosen).scalars())

    def all(self) -> Mapping[int, Follower]:
        """The followers, by person; their words, the oldest first."""
        found: dict[int, Follower] = {}
        chosen = (
            select(follows.c.person, follows.c.word, languages.c.language)
            .select_from(follows.outerjoin(languages, languages.c.person == follows.c.person))
            .order_by(follows.c.at)
        )
        with self.engine.connect() as connection:
            for person, word, language in connection.execute(chosen):
                known = found.get(person, Follower(language or LANGUAGES[0], ()))
                found[person] = Follower(known.language, (*known.words, word))
        return found
