"""A letter: a document with what its own text says of itself."""

from bisect import bisect_right
from dataclasses import dataclass
from datetime import date

from corpus.texts.scanned import Scanned
from corpus.times.period import Period


@dataclass(frozen=True)
class Section:
    """A heading: its title as printed, its level (1 is the highest), and the heading's own span."""

    title: str
    level: int
    start: int
    end: int


@dataclass(frozen=True)
class Fact:
    """Something the document says of itself: 联系人 张航, 公开方式 主动公开, 文号 …

    `name` is a standard name from corpus/data/facts.toml where there is one, else the printed key.
    `start` and `end` are the printed value's span in the letter's text.
    """

    name: str
    value: str
    start: int
    end: int


@dataclass(frozen=True)
class Letter:
    """A document of the corpus. `text` is the file's text, unchanged; every span is an offset into it."""

    id: str
    text: str
    title: str
    number: str = ""  # 文号: 椒经科提函〔2024〕45号
    issuer: str = ""  # 台州市椒江区经济信息化和科学技术局
    place: str = ""  # 台州市椒江区, the place its figures are of
    signed: date | None = None
    published: date | None = None
    url: str = ""
    period: Period | None = None  # what the document as a whole is about: 2024年上半年, 2023年
    sections: tuple[Section, ...] = ()
    facts: tuple[Fact, ...] = ()
    given: tuple[str, ...] = ()  # which of these its file or who added it said, beside the text
    scanned: tuple[Scanned, ...] = ()  # what of the text was recognised in pictures
    pages: tuple[int, ...] = ()  # where in the text each page begins, of a file that has pages

    @property
    def dated(self) -> date | None:
        """The day that 今年 and 上半年 are relative to: signed, else published."""
        return self.signed or self.published

    def page(self, place: int) -> int:
        """The page, counted from 1, that a place of the text stands on; 0 of a letter without pages.

        >>> two = Letter("a", "上半年产值24.69亿元。\\n同比增长5.1%。", "函", pages=(0, 15))
        >>> two.page(3), two.page(15)
        (1, 2)
        """
        return bisect_right(self.pages, place)
