"""Drafts: figures while their sentence is read."""

from collections.abc import Hashable, Sequence
from functools import lru_cache
from sys import intern

from corpus.extraction.marked import WIDE, Mention
from corpus.extraction.names.predicate import Predicate
from corpus.extraction.phrase import Phrase
from corpus.figure import Figure, Measure, Status
from corpus.letter import Letter
from corpus.passage import Passage
from corpus.runtime.frozen import dataclass
from corpus.times.period import Period


@dataclass(frozen=True)
class Draft:
    """A mention with all that its sentence says of it.

    `aside` marks one that later clauses do not continue: in a bracket, a cause. `group` numbers the 分别 list it
    is a member of. `spot` is the index of the sentence it stands in, `part` of the ；-part.
    """

    mention: Mention
    passage: Passage
    phrase: Phrase
    predicate: Predicate
    measure: Measure
    period: Period | None
    status: Status
    scope: tuple[str, ...] = ()
    aside: bool = False
    group: int = 0
    part: int = 0
    stated: bool = False  # its own clause says the period
    inner: bool = False  # a part named by 其中
    local: bool = False  # its period is only its own: 葵阳光伏6月起两条产线停产
    goes_on: bool = False  # its name is that of a draft before
    anchored: bool = False  # its clause says that it is of the place itself: 全市
    topic: str = ""  # who a cause affects: later clauses continue that

    @property
    def is_level(self) -> bool:
        """Whether later clauses may say how it grew or what part of it is."""
        return self.measure is Measure.LEVEL and not self.aside

    @property
    def called(self) -> Hashable:
        """All that labels say of an amount: two that are called the same are told apart by nothing else."""
        phrase, said, period = self.phrase, self.predicate, self.period
        return (
            phrase.place,
            phrase.name,
            phrase.aspect or said.aspect,
            self.measure,
            self.status,
            (period.first, period.last) if period else None,
            self.mention.quantity.unit,
            said.basis,
            said.whole,
            said.terms,
        )


def figure(draft: Draft, letter: Letter) -> Figure:
    """The draft as a figure of the letter."""
    phrase, said = draft.phrase, draft.predicate
    return Figure(
        letter=letter.id,
        passage=draft.passage.id,
        place=phrase.place or letter.place,
        # The figures of a row and of a column share their words: each is kept once.
        subject=intern(_folded(phrase.subject)),
        indicator=intern(_folded(phrase.indicator)),
        name=_folded(phrase.name) if phrase.subject and phrase.indicator else intern(_folded(phrase.name)),
        period=draft.period,
        status=draft.status,
        measure=draft.measure,
        quantity=draft.mention.quantity,
        direction=said.direction,
        basis=said.basis,
        whole=said.whole,
        verb=said.verb,
        scope=_once(draft.scope),
        aspect=phrase.aspect or said.aspect,
        terms=said.terms,
    )


# The figures of a row are told under the same words.
@lru_cache(maxsize=256)
def _once(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(word for word in words if word))


def _folded(name: str) -> str:
    """A name as the folded text prints it: 小(1)型水库."""
    wide_open, wide_close = WIDE
    if wide_open not in name and wide_close not in name:
        return name
    return name.replace(wide_open, "(").replace(wide_close, ")")


def last(drafts: Sequence[Draft]) -> Draft | None:
    """The draft that a clause without a name continues."""
    return next((draft for draft in reversed(drafts) if not draft.aside), None)


def level_in(drafts: Sequence[Draft], unit: str, passage: Passage, part: int) -> Draft | None:
    """The last level in a unit; parts named by a 其中 only continue within their ；-part."""
    return next(
        (
            draft
            for draft in reversed(drafts)
            if draft.is_level
            and draft.mention.quantity.unit == unit
            and (not draft.inner or (draft.passage == passage and draft.part == part))
        ),
        None,
    )


def members(drafts: Sequence[Draft], count: int) -> tuple[Draft, ...]:
    """The drafts that a list of so many values goes with: the last list as long, else the last levels.

    Levels that count what is meant (小学2所、初中1所) stand for as many as they count.
    """
    for group in reversed(list(dict.fromkeys(draft.group for draft in drafts if draft.group))):
        found = tuple(draft for draft in drafts if draft.group == group)
        if len(found) == count:
            return found
    levels = [draft for draft in drafts if draft.is_level]
    counted = _counted(levels, count)
    if counted:
        return counted
    distinct = list({draft.phrase.name: draft for draft in levels}.values())
    return tuple(distinct[-count:]) if len(distinct) >= count else ()


def _counted(levels: Sequence[Draft], count: int) -> tuple[Draft, ...]:
    """The run of levels in one counter at the end whose counts add up to the number, each as often as it counts."""
    found: list[Draft] = []
    for draft in reversed(levels):
        value = draft.mention.quantity.value
        if not 0 < value <= count or (
            found and draft.mention.quantity.unit != found[0].mention.quantity.unit
        ):
            continue
        found = [draft] * int(value) + found
        if len(found) >= count:
            break
    names = {draft.phrase.name for draft in found}
    return tuple(found) if len(found) == count and 1 < len(names) < count else ()
