"""Questions and what they were answered with."""

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import inf, nextafter
from typing import Any

from sqlalchemy import (
    Engine,
    Integer,
    RowMapping,
    Select,
    Text,
    bindparam,
    cast,
    func,
    insert,
    select,
    update,
)

from bot.answer import Answer
from bot.service.journal.exchange import LONGEST, Exchange, Place
from bot.service.journal.marks import Mark, figure_mark, passage_mark
from bot.service.journal.store import put
from bot.service.journal.tables import beginnings, continuations, exchanges

PAUSE = 30 * 60  # seconds; after a longer silence a question stands alone

# Made once: SQLAlchemy's work on a statement is most of what it costs.
_BEGUN = (
    select(func.max(beginnings.c.at))
    .where(
        beginnings.c.chat == bindparam("chat"),
        beginnings.c.person == bindparam("person"),
        beginnings.c.thread == bindparam("thread"),
    )
    .scalar_subquery()
)
_HISTORY = (
    select(exchanges.c.at, exchanges.c.question, continuations.c.earlier, _BEGUN.label("begun"))
    .select_from(exchanges.outerjoin(continuations, continuations.c.exchange == exchanges.c.id))
    .where(
        exchanges.c.chat == bindparam("chat"),
        exchanges.c.person == bindparam("person"),
        exchanges.c.thread == bindparam("thread"),
        exchanges.c.at < bindparam("before"),
    )
    .order_by(exchanges.c.at.desc())
    .limit(LONGEST)
)
_BY_ID = select(exchanges).where(exchanges.c.id == bindparam("id"))
_BY_MESSAGE = (
    select(exchanges)
    .where(exchanges.c.chat == bindparam("chat"), exchanges.c.message == bindparam("message"))
    .order_by(exchanges.c.id.desc())
    .limit(1)
)
_ANSWERED_IN = (
    select(exchanges)
    .where(
        exchanges.c.chat == bindparam("chat"),
        cast(exchanges.c.replies, Text).contains(cast(bindparam("message", type_=Integer), Text)),
    )
    .order_by(exchanges.c.id.desc())
)
_RECORD = insert(exchanges).returning(exchanges.c.id)
_REPLIED = update(exchanges).where(exchanges.c.id == bindparam("known")).values(replies=bindparam("replies"))


@dataclass(frozen=True)
class Exchanges:
    """The exchanges in a database."""

    engine: Engine

    def history(self, place: Place, before: float, room: int = LONGEST) -> tuple[str, ...]:
        """The questions of the dialogue that goes on here at a time, oldest first.

        One that took up somebody's exchange has that one's dialogue before it.
        """
        with self.engine.connect() as connection:
            rows = connection.execute(_HISTORY, {**_key(place), "before": before}).all()
        start = rows[0].begun if rows and rows[0].begun else 0.0
        kept = _unbroken(rows, before, start if start < before else 0.0)[:room]
        said = [row.question for row in reversed(kept)]
        taken_up = self.find(kept[-1].earlier) if kept and kept[-1].earlier else None
        if taken_up and len(said) < room:
            return (*self.dialogue(taken_up, room - len(said)), *said)
        return tuple(said)

    def dialogue(self, exchange: Exchange, room: int = LONGEST) -> tuple[str, ...]:
        """The questions that led to an exchange, and its own."""
        return self.history(exchange.place, nextafter(exchange.at, inf), room)

    def record(
        self,
        place: Place,
        message: int,
        question: str,
        answer: Answer,
        milliseconds: float,
        earlier: int | None = None,
    ) -> int:
        """Writes an exchange down; its id comes back. `message` is 0 for a question asked by a button.

        `earlier` is the exchange that it takes up, where that is not simply the last one here.
        """
        row = {
            "at": time.time(),
            **_key(place),
            "message": message,
            "replies": [],
            **_content(question, answer, milliseconds),
        }
        with self.engine.begin() as connection:
            number = int(connection.execute(_RECORD, row).scalar_one())
            if earlier is not None:
                link = {"exchange": number, "earlier": earlier, "person": place.person, "at": row["at"]}
                connection.execute(insert(continuations), link)
        return number

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
            connection.execute(_REPLIED, {"known": exchange, "replies": list(replies)})

    def find(self, exchange: int) -> Exchange | None:
        """The exchange of an id."""
        return self._one(_BY_ID, id=exchange)

    def of_message(self, chat: int, message: int) -> Exchange | None:
        """The exchange of a question's message."""
        return self._one(_BY_MESSAGE, chat=chat, message=message)

    def answered_in(self, chat: int, message: int) -> Exchange | None:
        """The exchange whose answer was sent in a message."""
        with self.engine.connect() as connection:
            rows = connection.execute(_ANSWERED_IN, {"chat": chat, "message": message}).mappings()
            return next((_exchange(row) for row in rows if message in row["replies"]), None)

    def begin_anew(self, place: Place) -> None:
        """Ends the dialogue here: /new."""
        with self.engine.begin() as connection:
            put(connection, beginnings, {**_key(place), "at": time.time()})

    def _one(self, chosen: Select[Any], **values: int) -> Exchange | None:
        with self.engine.connect() as connection:
            row = connection.execute(chosen, values).mappings().first()
        return _exchange(row) if row else None


def _key(place: Place) -> dict[str, int]:
    return {"chat": place.chat, "person": place.person, "thread": place.thread}


def _content(question: str, answer: Answer, milliseconds: float) -> Mapping[str, object]:
    return {
        "question": question,
        "kind": answer.kind.value,
        "headline": answer.headline,
        "figures": [figure_mark(figure).written for figure in answer.figures],
        "passages": [passage_mark(cited.passage).written for cited in answer.cited],
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
        figures=tuple(map(Mark.parsed, row["figures"])),
        passages=tuple(map(Mark.parsed, row["passages"])),
        offers=tuple(row["offers"]),
        replies=tuple(row["replies"]),
    )


def _unbroken(newest_first: Sequence[Any], before: float, start: float) -> list[Any]:
    """The rows back to the first long silence, to where the dialogue began anew, or took up another one."""
    kept: list[Any] = []
    later = before
    for row in newest_first:
        if row.at <= start or later - row.at > PAUSE:
            break
        kept.append(row)
        if row.earlier:
            break
        later = row.at
    return kept
