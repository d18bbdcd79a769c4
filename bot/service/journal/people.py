"""What is kept of people: whom a code let in, what they thought of answers; and all of it erased."""

import secrets
import time
from dataclasses import dataclass

from sqlalchemy import Engine, delete, insert, select

from bot.service.journal.store import put, wipe_traces
from bot.service.journal.tables import (
    beginnings,
    codes,
    complaints,
    continuations,
    exchanges,
    feedback,
    follows,
    inbox,
    languages,
    members,
    photographs,
    titles,
    uploads,
)

_CODE_LASTS = 24 * 3600
_DAY = 24 * 3600
# What is erased with a person, and when it is old.
_OF_PERSONS = (
    feedback,
    complaints,
    continuations,
    exchanges,
    beginnings,
    uploads,
    titles,
    photographs,
)

# What can be wrong with an answer: its figure, what it is about, that there was one.
REASONS = ("figure", "question", "missing")


@dataclass(frozen=True)
class People:
    """The people in a database."""

    engine: Engine

    def judge(self, exchange: int, person: int, verdict: int) -> None:
        """Writes down what a person thinks of an answer: 1 good, -1 bad. The last word counts."""
        row = {"exchange": exchange, "person": person, "verdict": verdict, "at": time.time()}
        with self.engine.begin() as connection:
            put(connection, feedback, row)

    def complain(self, exchange: int, person: int, reason: str) -> None:
        """Writes down what is wrong with an answer, one of REASONS. The last word counts."""
        row = {"exchange": exchange, "person": person, "reason": reason, "at": time.time()}
        with self.engine.begin() as connection:
            put(connection, complaints, row)

    def new_code(self) -> str:
        """A code that lets one person in, within a day."""
        code = secrets.token_hex(8)
        with self.engine.begin() as connection:
            connection.execute(insert(codes), {"code": code, "at": time.time()})
        return code

    def admit(self, person: int, code: str) -> bool:
        """Whether a code let a person in; it is used up then."""
        fresh = codes.c.code == code, codes.c.at > time.time() - _CODE_LASTS
        with self.engine.begin() as connection:
            if connection.execute(delete(codes).where(*fresh)).rowcount != 1:
                return False
            put(connection, members, {"person": person, "at": time.time()})
        return True

    def is_member(self, person: int) -> bool:
        """Whether a code let a person in."""
        with self.engine.connect() as connection:
            return connection.execute(select(members).where(members.c.person == person)).first() is not None

    def forget(self, person: int) -> None:
        """Erases everything about a person but the right to ask."""
        own = select(exchanges.c.id).where(exchanges.c.person == person)
        with self.engine.begin() as connection:
            for table in (feedback, complaints):
                connection.execute(delete(table).where(table.c.exchange.in_(own)))
            for table in (*_OF_PERSONS, follows, languages):
                connection.execute(delete(table).where(table.c.person == person))
            # The row of /forget itself stays, or a second delivery of it would be carried out again.
            connection.execute(inbox.update().where(inbox.c.person == person).values(body="", person=0))
        wipe_traces(self.engine)

    def expire(self, days: int) -> None:
        """Erases what is older than so many days."""
        before = time.time() - days * _DAY
        with self.engine.begin() as connection:
            for table in _OF_PERSONS:
                connection.execute(delete(table).where(table.c.at < before))
            connection.execute(delete(codes).where(codes.c.at < time.time() - _CODE_LASTS))
            # Telegram itself keeps an update for a day.
            connection.execute(delete(inbox).where(inbox.c.done < time.time() - 2 * _DAY))
        wipe_traces(self.engine)
