"""Questions and what they were answered with."""

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Engine, RowMapping, Table, delete, func, insert, select, update

from bot.answer import Answer
from bot.telegram.journal.tables import beginnings, exchanges

PAUSE = 30 * 60  # seconds; after a longer silence a question stands alone
_LONGEST = 4  # earlier questions that a new one may take up


@dataclass(frozen=True)
class Place:
    """Who asks where. `thread` is the forum topic, 0 for none."""

    chat: int
    person: int
    thread: int = 0


@dataclass(frozen=True)
class Exchange:
    """One question answered. Figures and passages are ids; offers are questions to go on with."""

    id: int
    at: float
    place: Place
    message: int
    question: str
    headline: str
    figures: tuple[str, ...]
    passages: tuple[str, ...]
    offers: tuple[str, ...]
    replies: tuple[int, ...]


@dataclass(frozen=True)
class Exchanges:
    """The exchanges in a database."""

    engine: Engine

    def history(self, place: Place, before: float) -> tuple[str, ...]:
        """The questions of the dialogue that goes on here at a time, oldest first."""
        asked = (
            select(exchanges.c.at, exchanges.c.question)
            .where(*_at(exchanges, place), exchanges.c.at < before)
            .order_by(exchanges.c.at.desc())
            .limit(_LONGEST)
        )
        begun = select(func.max(beginnings.c.at)).where(*_at(beginnings, place))
        with self.engine.connect() as connection:
            rows = connection.execute(asked).all()
            start = connection.execute(begun).scalar() or 0.0
        return tuple(reversed(_unbroken([(row.at, row.question) for row in rows], before, start)))

    def record(self, place: Place, message: int, question: str, answer: Answer, milliseconds: float) -> int:
        """Writes an exchange down; its id comes back. `message` is 0 for a question asked by a button."""
        row = {
            "at": time.time(),
            "chat": place.chat,
            "person": place.person,
            "thread": place.thread,
            "message": message,
            "replies": [],
            **_content(question, answer, milliseconds),
        }
        with self.engine.begin() as connection:
            return int(connection.execute(insert(exchanges).returning(exchanges.c.id), row).scalar_one())

    def rewrite(self, exchange: int, question: str, answer: Answer, milliseconds: float) -> None:
        """Puts an edited question and its new answer in the place of the old ones."""
        with self.engine.begin() as connection:
            connection.execute(
                update(exchanges)
                .where(exchanges.c.id == exchange)
                .values(**_content(question, answer, milliseconds))
            )

    def replied(self, exchange: int, replies: Sequence[int]) -> None:
        """Writes down the messages that an answer was sent in."""
        with self.engine.begin() as connection:
            connection.execute(
                update(exchanges).where(exchanges.c.id == exchange).values(replies=list(replies))
            )

    def find(self, exchange: int) -> Exchange | None:
        """The exchange of an id."""
        return self._one(exchanges.c.id == exchange)

    def of_message(self, chat: int, message: int) -> Exchange | None:
        """The exchange of a question's message."""
        return self._one(exchanges.c.chat == chat, exchanges.c.message == message)

    def begin_anew(self, place: Place) -> None:
        """Ends the dialogue here: /new."""
        with self.engine.begin() as connection:
            connection.execute(delete(beginnings).where(*_at(beginnings, place)))
            connection.execute(
                insert(beginnings).values(
                    chat=place.chat, person=place.person, thread=place.thread, at=time.time()
                )
            )

    def _one(self, *conditions: ColumnElement[bool]) -> Exchange | None:
        chosen = select(exchanges).where(*conditions).order_by(exchanges.c.id.desc()).limit(1)
        with self.engine.connect() as connection:
            row = connection.execute(chosen).mappings().first()
        return _exchange(row) if row else None


def _content(question: str, answer: Answer, milliseconds: float) -> Mapping[str, object]:
    return {
        "question": question,
        "kind": answer.kind.value,
        "headline": answer.headline,
        "figures": [figure.id for figure in answer.figures],
        "passages": [cited.passage.id for cited in answer.cited],
        "offers": [*answer.choices, *answer.suggestions],
        "milliseconds": milliseconds,
    }


def _exchange(row: RowMapping) -> Exchange:
    return Exchange(
        id=row["id"],
        at=row["at"],
        place=Place(row["chat"], row["person"], row["thread"]),
        message=row["message"],
        question=row["question"],
        headline=row["headline"],
        figures=tuple(row["figures"]),
        passages=tuple(row["passages"]),
        offers=tuple(row["offers"]),
        replies=tuple(row["replies"]),
    )


def _at(table: Table, place: Place) -> tuple[ColumnElement[bool], ...]:
    return table.c.chat == place.chat, table.c.person == place.person, table.c.thread == place.thread


def _unbroken(newest_first: Sequence[tuple[float, str]], before: float, start: float) -> list[str]:
    """The questions back to the first long silence or to where the dialogue began anew."""
    kept: list[str] = []
    later = before
    for at, question in newest_first:
        if at <= start or later - at > PAUSE:
            break
        kept.append(question)
        later = at
    return kept
