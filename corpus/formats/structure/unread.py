"""What of a file is not in its text, said in words."""

from collections.abc import Iterable
from enum import StrEnum
from functools import cache

from corpus.tables import table


class Unread(StrEnum):
    """Something in a file that gives no text; its words are in corpus/data/unread.toml."""

    PAGES = "pages"
    PICTURES = "pictures"
    ANNOTATIONS = "annotations"
    GARBLED = "garbled"
    GAPS = "gaps"
    SCANNED = "scanned"
    HIDDEN = "hidden"
    SHEETS = "sheets"
    ROWS = "rows"
    FORMULAS = "formulas"
    REVISIONS = "revisions"
    PARTS = "parts"
    ATTACHED = "attached"

    def said(self, where: object = "") -> str:
        """The line for people; `where` are pages, names or a number.

        >>> Unread.PAGES.said(ranges([3, 4, 5, 8]))
        '第3–5、8页是图片，没有文字层，没有读'
        """
        return _wording()[self.value].format(where)


def ranges(numbers: Iterable[int]) -> str:
    """Numbers in rising order as people write them.

    >>> ranges([1, 2, 3, 7, 9, 10])
    '1–3、7、9–10'
    """
    runs: list[list[int]] = []
    for number in numbers:
        if runs and runs[-1][-1] == number - 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return "、".join(f"{run[0]}–{run[-1]}" if len(run) > 1 else str(run[0]) for run in runs)


@cache
def _wording() -> dict[str, str]:
    return table("unread")
