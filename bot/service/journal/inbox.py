"""The inbox: every update on disk before Telegram is told that it arrived, until it is answered."""

import time
from dataclasses import dataclass

from sqlalchemy import Engine, Update, bindparam, case, insert, select, update
from sqlalchemy.exc import IntegrityError

from bot.service.journal.tables import inbox

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


# Made once: SQLAlchemy's work on a statement is most of what it costs.
_ADD = insert(inbox)
_WAITING = (
    select(inbox.c.update_id, inbox.c.body, inbox.c.tries, inbox.c.got)
    .where(inbox.c.done.is_(None))
    .order_by(inbox.c.update_id)
)
_KNOWN = update(inbox).where(inbox.c.update_id == bindparam("known"))
_BEGIN = _KNOWN.values(tries=inbox.c.tries + 1)
_POSTPONE = _KNOWN.values(tries=case((inbox.c.tries > 0, inbox.c.tries - 1), else_=0))
_DONE = _KNOWN.values(done=bindparam("now"), body="")


@dataclass(frozen=True)
class Inbox:
    """The updates in a database."""

    engine: Engine

    def add(self, update_id: int, person: int, body: str) -> bool:
        """Writes an update down; False where it was delivered before."""
        row = {"update_id": update_id, "person": person, "body": body, "got": time.time(), "tries": 0}
        try:
            with self.engine.begin() as connection:
                connection.execute(_ADD, row)
        except IntegrityError:
            return False
        return True

    def begin(self, update_id: int) -> None:
        """Counts a try."""
        self._change(_BEGIN, known=update_id)

    def postpone(self, update_id: int) -> None:
        """Takes a try back: it did not end the process, Telegram was only out of reach."""
        self._change(_POSTPONE, known=update_id)

    def done(self, update_id: int) -> None:
        """An update answered; only its number stays, against a second delivery."""
        self._change(_DONE, known=update_id, now=time.time())

    def waiting(self) -> tuple[Waiting, ...]:
        """The updates not answered, in the order of their coming."""
        with self.engine.connect() as connection:
            return tuple(Waiting(*row) for row in connection.execute(_WAITING))

    def _change(self, change: Update, **values: float) -> None:
        with self.engine.begin() as connection:
            connection.execute(change, values)
