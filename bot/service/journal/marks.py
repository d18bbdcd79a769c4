"""What was answered with, told from what stands in its place after its letter was changed."""

from dataclasses import dataclass
from hashlib import blake2b

from corpus.figure import Figure
from corpus.passage import Passage

_BETWEEN = "\t"


@dataclass(frozen=True)
class Mark:
    """A figure or passage by its id; `content` is a digest of what is printed there, "" in old journals.

    >>> Mark.parsed(Mark("letter:17", "0a1b2c").written)
    Mark(id='letter:17', content='0a1b2c')
    """

    id: str
    content: str = ""

    @classmethod
    def parsed(cls, written: str) -> "Mark":
        """The mark that was written down."""
        name, _, content = written.partition(_BETWEEN)
        return cls(name, content)

    @property
    def written(self) -> str:
        """As it is written down."""
        return f"{self.id}{_BETWEEN}{self.content}"

    @property
    def letter(self) -> str:
        """The letter's id."""
        return self.id.rpartition(":")[0]

    def fits(self, other: "Mark") -> bool:
        """Whether another one is of the same, not only in the same place."""
        return self.id == other.id and self.content in ("", other.content)


def figure_mark(figure: Figure) -> Mark:
    """A figure's."""
    return Mark(figure.id, _digest(f"{figure.name} {figure.quantity.raw}"))


def passage_mark(passage: Passage) -> Mark:
    """A passage's."""
    return Mark(passage.id, _digest(passage.text))


def _digest(text: str) -> str:
    return blake2b(text.encode(), digest_size=6).hexdigest()
