"""A question: the slots it fills and what is to be done."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from corpus.amounts.quantity import Quantity
from corpus.figure import Measure, Status
from corpus.runtime.replace import replace
from corpus.times.period import Period


@dataclass(frozen=True)
class Run:
    """A piece of content: its canonical words, the words as asked, and which of the things asked for it is of.

    `terms` are words in it that are met whole or not at all.
    """

    words: str
    asked: str
    piece: int = 0
    terms: tuple[str, ...] = ()
    whole: bool = False  # stands behind 占: what a share is wanted of

    def cut(self, words: str) -> "Run":
        """The run of these of its words, with the terms that they still have."""
        return replace(self, words=words, terms=tuple(term for term in self.terms if term in words))


def cut_runs(
    runs: Iterable[Run], without: Callable[[str], str], *, characters: bool = False
) -> tuple[Run, ...]:
    """What is left of runs where something is taken out of their words; those of which no two characters are left out.

    With `characters` a run that was but one character stays.

    >>> cut_runs([Run("药占比降", "药占比降", terms=("药占比",)), Run("降", "降")], lambda words: words.rstrip("降"))
    (Run(words='药占比', asked='药占比降', piece=0, terms=('药占比',), whole=False),)
    """
    left = ((run, without(run.words)) for run in runs)
    return tuple(
        run.cut(words) for run, words in left if len(words) > 1 or (characters and words == run.words)
    )


@dataclass(frozen=True)
class Asked:
    """The quantity asked for: its kind (money, count …) and the word used (亿, 家). "" where none is named.

    `unit` is the word with its scale: 万人次, 亿斤.
    """

    kind: str = ""
    word: str = ""
    unit: str = ""


NOTHING = Asked()
# The kinds of quantity that a rate, or how far it moved, is asked for in.
RATES = frozenset({"points", "percent"})


@dataclass(frozen=True)
class Question:
    """What a question asks.

    `runs` are the content words that an answer must meet; `soft` words only help to choose.
    `places` and `periods` are as the corpus names them; `strange` are places that no letter is of, `home` says that all
    of the letter's place is meant (全县).
    `operations` holds every operation cue found (reason, compare, rank_most …), `literals` the quantities the
    question itself names, `amount` that a
    number is asked for and nothing said of growth, `head` the noun counted (多少家企业), `count` how many things it speaks of (六大产业),
    `unit` the unit to convert to. `chat` is the sort of small talk, if it is that.
    `host` says that a name only hints to its trade, `open` that words are wanted and no number,
    `state` that either will do (怎么样).
    `loose` says that words were left out, and that what is counted may be of what the sentence is about.
    `against` is the larger place that a gap is to (全市), `wider` one that is itself asked about.
    `terms` are those that a growth is asked on: 名义, 实际.
    `inherited` says that slots were taken over from the dialogue, `context` are words of it that help to choose; `before` is
    the question that it continues, `alone` what it asks by itself.
    """

    text: str
    runs: tuple[Run, ...] = ()
    soft: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    strange: tuple[str, ...] = ()
    home: bool = False
    periods: tuple[Period, ...] = ()
    measures: frozenset[Measure] = frozenset()
    status: Status | None = None
    operations: frozenset[str] = frozenset()
    asked: Asked = NOTHING
    literals: tuple[Quantity, ...] = ()
    amount: bool = False
    head: str = ""
    count: int = 0
    unit: str = ""
    chat: str = ""
    host: bool = False
    open: bool = False
    state: bool = False
    inherited: bool = False
    context: str = ""
    loose: bool = False
    against: str = ""
    terms: str = ""
    wider: str = ""
    anchor: date | None = None
    before: "Question | None" = None
    alone: "Question | None" = None

    @property
    def content(self) -> str:
        """All content words, canonical."""
        return "".join(run.words for run in self.runs)

    @property
    def pieces(self) -> tuple[tuple[Run, ...], ...]:
        """The runs of each thing asked for, in order."""
        numbers = sorted({run.piece for run in self.runs})
        return tuple(tuple(run for run in self.runs if run.piece == number) for number in numbers)

    def wants(self, *operations: str) -> bool:
        """Whether any of these operations is asked for."""
        return not self.operations.isdisjoint(operations)
