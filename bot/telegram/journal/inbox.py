"""The inbox: every update on disk before Telegram is told that it arrived, until it is answered."""

import time
from dataclasses import dataclass

from sqlalchemy import Engine, case, insert, select, update
from sqlalchemy.exc import IntegrityError

from bot.telegram.journal.tables import inbox

TRIES = 3  # an update that ended the process so often is not tried again

_LASTS = 24 * 3600  # seconds that an update waits for its answer, as long as Telegram itself keeps it


@dataclass(frozen=True)
class Waiting:
    """An update that was not answered yet."""

    update_id: int
    body: str
    tries: int
    got: float

    @property
    def given_up(self) -> bool:
        """Whether it ended the process too often, or is too old to be answered."""
        return self.tries >= TRIES or time.time() - self.got > _LASTS


@dataclass(frozen=True)
class Inbox:
    """The updates in a database."""

    engine: Engine

    def add(self, update_id: int, person: int, body: str) -> bool:
        """Writes an update down; False where it was delivered before."""
        row = {"update_id": update_id, "person": person, "body": body, "got": time.time(), "tries": 0}
        try:
            with self.engine.begin() as connection:
                connection.execute(insert(inbox), row)
        except IntegrityError:
            return False
        return True

    def begin(self, update_id: int) -> None:
        """Counts a try."""
        self._change(update_id, tries=inbox.c.tries + 1)

    def postpone(self, update_id: int) -> None:
        """Takes a try back: it did not end the process, Telegram was only out of reach."""
        self._change(update_id, tries=case((inbox.c.tries > 0, inbox.c.tries - 1), else_=0))

    def done(self, update_id: int) -> None:
        """An update answered; only its number stays, against a second delivery."""
        self._change(update_id, done=time.time(), body="")

    def waiting(self) -> tuple[Waiting, ...]:
        """The updates not answered, in the order of their coming."""
        chosen = (
            select(inbox.c.update_id, inbox.c.body, inbox.c.tries, inbox.c.got)
            .where(inbox.c.done.is_(None))
            .order_by(inbox.c.update_id)
        )
        with self.engine.connect() as connection:
            return tuple(Waiting(*row) for row in connection.execute(chosen))

    def _change(self, update_id: int, **values: object) -> None:
        with self.engine.begin() as connection:
            connection.execute(update(inbox).where(inbox.c.update_id == update_id).values(**values))
