"""The letters as a list shows them: without their texts, of which there may be thousands."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from bot.service.archive import Archive, Service, kept_in_state
from bot.service.views.shelf import ids_saying
from corpus.letter import Letter
from corpus.texts.text import plain, tidy
from corpus.times.period import label


@dataclass(frozen=True)
class Listed:
    """A letter in the list; `searched` is what is looked through for a word."""

    id: str
    title: str
    number: str
    issuer: str
    place: str
    signed: date | None
    published: date | None
    period: str
    url: str
    searched: str

    @property
    def dated(self) -> date | None:
        """The day that it is sorted by."""
        return self.signed or self.published


@kept_in_state(2)
def listing(service: Service) -> tuple[Listed, ...]:
    """All letters as they are now, the newest first, undated ones last."""
    return tuple(sorted(_all(service.archive), key=lambda one: (str(one.dated or ""), one.id), reverse=True))


def matching(service: Service, find: str) -> list[Listed]:
    """The letters whose title, number, issuer, place or id has all words."""
    words = plain(find).lower().split()
    return [one for one in listing(service) if all(word in one.searched for word in words)]


def named_or_saying(service: Service, find: str) -> tuple[list[Listed], bool]:
    """The letters whose name has all words, where none has those whose text has; and whether it is their name."""
    named = matching(service, find)
    if named:
        return named, True
    said = ids_saying(service, find.split())
    return [one for one in listing(service) if one.id in said], not said


def _all(archive: Archive) -> Iterator[Listed]:
    for name in archive.letters:
        yield _listed(archive.letters[name])


def _listed(letter: Letter) -> Listed:
    return Listed(
        letter.id,
        tidy(letter.title),
        letter.number,
        letter.issuer,
        letter.place,
        letter.signed,
        letter.published,
        label(letter.period) if letter.period else "",
        letter.url,
        plain(" ".join((letter.title, letter.number, letter.issuer, letter.place, letter.id))).lower(),
    )
