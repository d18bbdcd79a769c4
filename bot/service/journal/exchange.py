"""A question with its answer, as the journal has it: where it was asked, what buttons look up."""

from dataclasses import dataclass

from bot.service.journal.marks import Mark

LONGEST = 4  # earlier questions that a new one may take up


@dataclass(frozen=True)
class Place:
    """Who asks where. `thread` is the forum topic, 0 for none."""

    chat: int
    person: int
    thread: int = 0


@dataclass(frozen=True)
class Exchange:
    """One question answered. Offers are questions to go on with."""

    id: int
    at: float
    place: Place
    message: int
    question: str
    headline: str
    figures: tuple[Mark, ...]
    passages: tuple[Mark, ...]
    offers: tuple[str, ...]
    replies: tuple[int, ...]
