"""Photographs of letters that come one by one: those of one album wait for each other, also through a restart."""

import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass

from sqlalchemy import ColumnElement, Engine, delete, select

from bot.service.journal.store import put
from bot.service.journal.tables import photographs

_LASTS = 24 * 3600  # seconds that a photograph waits to be read


@dataclass(frozen=True)
class Photograph:
    """A photograph that an administrator sent: by whom, where, of which album, and Telegram's id of its file."""

    person: int
    chat: int
    album: str
    message: int
    file_id: str
    caption: str
    language: str
    at: float  # seconds since 1970, when it was sent


@dataclass(frozen=True)
class Photographs:
    """The photographs in a database."""

    engine: Engine

    def keep(self, photograph: Photograph) -> None:
        """Keeps one, in the place of the same that came before."""
        with self.engine.begin() as connection:
            put(connection, photographs, asdict(photograph))

    def album(self, chat: int, album: str) -> tuple[Photograph, ...]:
        """Those of an album in the order in which they were sent."""
        return self._found(photographs.c.chat == chat, photographs.c.album == album)

    def waiting(self) -> tuple[Photograph, ...]:
        """The first of each album that is not read yet."""
        first = {(one.chat, one.album): one for one in reversed(self._found())}
        return tuple(first.values())

    def drop(self, read: Sequence[Photograph]) -> None:
        """Forgets those that were read."""
        with self.engine.begin() as connection:
            table = photographs.c
            for one in read:
                connection.execute(
                    delete(photographs).where(table.chat == one.chat, table.message == one.message)
                )

    def _found(self, *where: ColumnElement[bool]) -> tuple[Photograph, ...]:
        table = photographs.c
        chosen = select(photographs).where(*where, table.at > time.time() - _LASTS).order_by(table.message)
        with self.engine.connect() as connection:
            return tuple(Photograph(**row) for row in connection.execute(chosen).mappings())
