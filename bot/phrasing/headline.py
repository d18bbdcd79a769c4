"""Headlines: words of ours hold no number; a number comes from a figure, a rule, a working, a quotation or a fact."""

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.operations.arithmetic.reckon import Working
from bot.understanding.question import Question
from bot.wording import say
from corpus.amounts.quantity import Bound, Quantity
from corpus.compiled import compiled
from corpus.figure import Figure, Measure, Status
from corpus.letter import Fact, Letter
from corpus.passage import Passage
from corpus.texts.text import tidy
from corpus.times.period import Period, label

if TYPE_CHECKING:
    from corpus.rule.rule import Rule

_NUMBER = compiled(r"\d|[零一二三四五六七八九十百千万亿两]+(?:元|亩|家|个|倍|成|人|户|台|吨)")
_SLOT = compiled(r"\{(\w+)\}")
# Hedges that a letter writes before the number, as a verb.
_HEDGES = ("突破", "超过", "超", "达到")
FALLS = ("降幅", "跌幅")
_SIGN = compiled(r"^[-−﹣－]")


class NumberInWords(ValueError):
    """Words that should hold no number do."""


@dataclass(frozen=True)
class Printed:
    """A figure as printed. A minus sign is left to the word that says 下降."""

    figure: Figure

    @property
    def text(self) -> str:
        """24.69亿元; of a table cell with the unit of its head: 37.25亿元."""
        quantity = self.figure.quantity
        raw = quantity.raw
        if self.figure.measure in {Measure.GROWTH, Measure.CHANGE}:
            raw = _SIGN.sub("", raw)
        hedge = next((word for word in _HEDGES if word in self.figure.verb and word not in raw), "")
        if self.figure.status is Status.TARGET and quantity.bound in {Bound.AT_LEAST, Bound.BELOW}:
            raw = hedge + raw
        bare = re.fullmatch(r"[-−]?[\d.,]+", raw) is not None
        return raw + quantity.printed_unit if bare else raw


@dataclass(frozen=True)
class Named:
    """What a figure is of."""

    figure: Figure

    @property
    def text(self) -> str:
        """规上工业增加值"""
        return self.figure.name


@dataclass(frozen=True)
class Against:
    """What a change is against: 同比, 较去年年底."""

    figure: Figure

    @property
    def text(self) -> str:
        """The basis as printed with the terms of a growth, "" if there is neither: 同比名义, 季节调整后环比."""
        basis, terms = self.figure.basis, self.figure.terms
        return terms + basis if terms.endswith("后") else basis + terms


@dataclass(frozen=True)
class Side:
    """The fall that a change is of: 降幅收窄 is no rise. A growth's 增速 goes without saying."""

    figure: Figure

    @property
    def text(self) -> str:
        """降幅; "" if the change is of no fall."""
        return self.figure.aspect if self.figure.aspect in FALLS else ""


@dataclass(frozen=True)
class When:
    """A period."""

    period: Period

    @property
    def text(self) -> str:
        """2024年1-6月"""
        return label(self.period)


@dataclass(frozen=True)
class Where:
    """A figure's place."""

    figure: Figure

    @property
    def text(self) -> str:
        """椒江区"""
        return self.figure.place


@dataclass(frozen=True)
class Whole:
    """What a share is a share of, or whom a rank is among."""

    figure: Figure

    @property
    def text(self) -> str:
        """规上工业总产值, 全市; "" if the figure has none."""
        return self.figure.whole


@dataclass(frozen=True)
class Result:
    """What a working comes to."""

    working: Working

    @property
    def text(self) -> str:
        """13.76亿元"""
        return self.working.result


@dataclass(frozen=True)
class Awarded:
    """An amount that a rule is made of, as printed."""

    rule: "Rule"
    quantity: Quantity

    def __post_init__(self) -> None:
        if self.quantity not in self.rule.quantities:
            raise ValueError(f"the rule does not say {self.quantity.raw!r}")

    @property
    def text(self) -> str:
        """50万元; of a table cell with the unit of its head."""
        raw = self.quantity.raw
        return raw + self.quantity.printed_unit if re.fullmatch(r"[\d.,]+", raw) else raw


@dataclass(frozen=True)
class Quoted:
    """Words of a passage. Raises ValueError where the passage does not have them."""

    passage: Passage
    words: str

    def __post_init__(self) -> None:
        if self.words not in tidy(self.passage.text):
            raise ValueError(f"{self.passage.id} does not say {self.words!r}")

    @property
    def text(self) -> str:
        """The words."""
        return self.words


@dataclass(frozen=True)
class Known:
    """What a letter says of itself."""

    source: Fact | Letter

    @property
    def text(self) -> str:
        """A fact's value, a letter's title."""
        return self.source.value if isinstance(self.source, Fact) else self.source.title


@dataclass(frozen=True)
class Said:
    """Words of the question, to name what is not met. Raises ValueError where it has not said them."""

    question: Question
    words: str

    def __post_init__(self) -> None:
        if self.words not in self.question.text:
            raise ValueError(f"the question does not say {self.words!r}")

    @property
    def text(self) -> str:
        """The words."""
        return self.words


@dataclass(frozen=True)
class Headline:
    """Parts put together by a template whose own words hold no number."""

    parts: tuple["Part | _Words", ...]

    @property
    def text(self) -> str:
        """The headline."""
        return "".join(part.text for part in self.parts)


Part = (
    Printed
    | Named
    | Against
    | Side
    | When
    | Where
    | Whole
    | Result
    | Awarded
    | Quoted
    | Known
    | Said
    | Headline
)


@dataclass(frozen=True)
class _Words:
    text: str

    def __post_init__(self) -> None:
        if _NUMBER.search(self.text):
            raise NumberInWords(self.text)


def headline(template: str, **parts: Part) -> Headline:
    """The template with its {slots} filled. Raises NumberInWords where the template itself has a number.

    >>> headline("信中没有说明").text
    '信中没有说明'
    >>> headline("产值25亿元")
    Traceback (most recent call last):
    bot.phrasing.headline.NumberInWords: 产值25亿元
    """
    pieces: list[Part | _Words] = []
    for place, piece in enumerate(_SLOT.split(template)):
        if place % 2:
            pieces.append(parts[piece])
        elif piece:
            pieces.append(_Words(piece))
    return Headline(tuple(pieces))


def quote(passage: Passage, words: str) -> Headline:
    """Words of a passage as they stand there."""
    return headline(say("text.quote"), words=Quoted(passage, words))


def joined(mark: str, parts: list[Headline]) -> Headline:
    """The headlines with a mark between them."""
    pieces: list[Part | _Words] = []
    for number, part in enumerate(parts):
        if number:
            pieces.append(_Words(mark))
        pieces.append(part)
    return Headline(tuple(pieces))
