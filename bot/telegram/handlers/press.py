"""What a button sends back: a letter for what to do and at most three numbers to look up."""

import re
from dataclasses import dataclass
from enum import StrEnum

from corpus.compiled import compiled

_FORM = compiled(r"([a-z])(\d{1,18})(?:\.(\d{1,6}))?(?:\.(\d{1,6}))?", re.ASCII)


class Action(StrEnum):
    """What a button does."""

    EXAMPLE = "e"  # asks an example question: its place in the list
    OFFER = "q"  # asks a suggestion or choice: exchange, place
    ORIGINAL = "o"  # the page of a cited passage: exchange, which citation
    RELATED = "r"  # figures of the same subject or indicator: exchange, page
    CHART = "c"  # a chart about the answer: exchange
    GOOD = "u"  # 👍: exchange
    BAD = "d"  # 👎: exchange
    WHY = "w"  # what is wrong with an answer: exchange, place in REASONS
    MORE = "m"  # how a list goes on: exchange, page
    LETTERS = "l"  # the list of letters: 0, page
    LETTER = "t"  # what a letter is: letter
    LEAF = "p"  # a page of a letter: letter, page
    TABLE = "f"  # its headline figures: letter
    GALLERY = "g"  # its charts: letter
    PICTURE = "i"  # one of its charts: letter, place
    CONFIRM = "y"  # adds an uploaded file: upload
    REPLACE = "s"  # puts an uploaded file in the place of one of its name: upload
    CANCEL = "x"  # throws an uploaded file away: upload
    REMOVE = "z"  # takes a letter out: letter


# Buttons that turn a page have this as their second number: the message they stand under changes.
HERE = 1


@dataclass(frozen=True)
class Press:
    """A button pressed.

    >>> Press(Action.ORIGINAL, 17, 2).data
    'o17.2'
    """

    action: Action
    id: int
    first: int = 0
    second: int = 0

    @property
    def data(self) -> str:
        """The button's callback data: well under the 64 bytes that Telegram takes."""
        numbers = [self.id, self.first, self.second]
        while len(numbers) > 1 and not numbers[-1]:
            numbers.pop()
        return self.action + ".".join(map(str, numbers))


def parse_press(data: str) -> Press | None:
    """The press that callback data stands for; None for anything that no button of ours sends.

    >>> parse_press("o17.2")
    Press(action=<Action.ORIGINAL: 'o'>, id=17, first=2, second=0)
    >>> parse_press("o17.2; drop")
    """
    match = _FORM.fullmatch(data)
    if not match or match[1] not in set(Action):
        return None
    return Press(Action(match[1]), int(match[2]), int(match[3] or 0), int(match[4] or 0))
