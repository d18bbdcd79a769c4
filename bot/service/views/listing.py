"""Headlines that list things, shown as lists: a line each, the first few, the rest behind a button."""

import re
from dataclasses import dataclass, replace

from bot.answer import Answer
from bot.service.views.history import history
from bot.wording import say
from corpus.compiled import compiled

LINES = 8  # of a list in one message
_LEAST = 3  # things, below which a sentence is as good
_MARK = "• "
# What a list says of all its things together: the period and place behind it, in brackets, or words before it.
_BEHIND = compiled(r"(?P<rest>.+?)[((](?P<said>[^()()]+)[))]", re.DOTALL)
_BEFORE = compiled(r"(?P<said>[^::\d]{2,40})[::](?P<rest>.+)", re.DOTALL)


@dataclass(frozen=True)
class Listing:
    """The lines of a list, and what stands above them."""

    head: str
    lines: tuple[str, ...]

    def page(self, page: int) -> str:
        """A page of the list, "" behind the last."""
        shown = self.lines[page * LINES : (page + 1) * LINES]
        head = [self.head] if self.head and shown else []
        return "\n".join([*head, *(f"{_MARK}{line}" for line in shown)])

    @property
    def whole(self) -> str:
        """All of it."""
        return "\n".join([*filter(None, (self.head,)), *(f"{_MARK}{line}" for line in self.lines)])

    def has(self, page: int) -> bool:
        """Whether there is such a page."""
        return 0 <= page * LINES < len(self.lines)


def listing(headline: str) -> Listing | None:
    """The list that a headline is, None for one that is a sentence.

    >>> listing("甲1亿元;乙2亿元;丙3亿元(2024年,某县)").page(0)
    '2024年,某县\\n• 甲1亿元\\n• 乙2亿元\\n• 丙3亿元'
    """
    parts = headline.split(say("figure.separator"))
    if len(parts) < _LEAST:
        return None
    heads = []
    before = _BEFORE.fullmatch(parts[0])
    if before:
        heads.append(before["said"])
        parts[0] = before["rest"]
    behind = _BEHIND.fullmatch(parts[-1])
    if behind and not any(_BEHIND.fullmatch(part) for part in parts[:-1]):
        heads.append(behind["said"])
        parts[-1] = behind["rest"]
    return Listing(" · ".join(heads), tuple(part.strip() for part in parts))


def in_lines(answer: Answer) -> Answer:
    """The same with all its lines."""
    found = listing(answer.headline)
    return replace(answer, headline=found.whole) if found else answer


def as_list(answer: Answer) -> Answer:
    """An answer whose headline is shown line by line where it is a list; its first page of it."""
    found = listing(answer.headline)
    return replace(answer, headline=found.page(0)) if found else answer


def has_more(answer: Answer) -> bool:
    """Whether a list goes on behind its first page."""
    found = listing(answer.headline)
    return found is not None and found.has(1) and history(answer) is None
