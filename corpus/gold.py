"""Figures compared with what was read by people: precision and recall of whole figures and of each slot."""

import json
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any

from corpus.figure import Figure
from corpus.reading import read
from corpus.times.period import label

# Slots in the order of print, each as a row of the file has it.
SLOTS: Mapping[str, Callable[[Figure], str]] = {
    "name": lambda figure: figure.name,
    "place": lambda figure: figure.place,
    "period": lambda figure: label(figure.period) if figure.period else "",
    "status": lambda figure: figure.status.value,
    "measure": lambda figure: figure.measure.value,
    "value": lambda figure: format(figure.signed.normalize(), "f"),
    "unit": lambda figure: figure.quantity.unit,
    "basis": lambda figure: figure.basis,
    "whole": lambda figure: figure.whole,
}


class UnreadableGold(Exception):
    """A file of figures that cannot be read; the message says where and why."""


class Verdict(StrEnum):
    """How a slot fares."""

    RIGHT = "right"
    EMPTY = "empty"  # nothing is said where something could be
    FALSE = "false"


@dataclass(frozen=True)
class Gold:
    """An amount of a document: where it begins, and for each slot all that would be right.

    No slots at all: the number is no amount, and no figure may begin there.
    """

    document: str
    start: int
    raw: str
    slots: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True)
class Judged:
    """A gold figure with what was made of it, None where nothing was; one verdict a slot."""

    gold: Gold
    made: Figure | None
    verdicts: Mapping[str, Verdict]

    @property
    def is_false(self) -> bool:
        """Whether a slot says what is not so, or a figure was made of what is none."""
        return Verdict.FALSE in self.verdicts.values() or (self.made is not None and not self.gold.slots)

    @property
    def is_missing(self) -> bool:
        """Whether nothing was made of an amount."""
        return self.made is None and bool(self.gold.slots)

    @property
    def differences(self) -> Mapping[str, tuple[str, tuple[str, ...]]]:
        """Each false slot with what it says and what would be right."""
        false = (slot for slot, verdict in self.verdicts.items() if verdict is Verdict.FALSE)
        return {slot: (SLOTS[slot](self.made), self.gold.slots[slot]) for slot in false if self.made}


def golds(path: Path) -> tuple[Gold, ...]:
    """The rows of a JSON Lines file. Raises UnreadableGold naming the line."""
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise UnreadableGold(f"{path}: {getattr(error, 'strerror', None) or '不是 UTF-8 文本'}") from None
    found = []
    for number, line in enumerate(lines, 1):
        try:
            found += [_gold(json.loads(line))] if line.strip() else []
        except (ValueError, KeyError, TypeError) as error:
            raise UnreadableGold(f"{path} 第{number}行不是数据: {error}") from None
    return tuple(found)


def _gold(row: Mapping[str, Any]) -> Gold:
    said = {} if row.get("none") else {slot: row[slot] for slot in SLOTS}
    slots = {slot: tuple(value) if isinstance(value, list) else (value,) for slot, value in said.items()}
    return Gold(row["document"], row["start"], row["raw"], slots)


def judged(rows: Iterable[Gold], folder: Path) -> tuple[Judged, ...]:
    """Each row with what is read of its document in `folder` today. Raises UnreadableSource."""
    made = cache(lambda document: read(folder / document).figures)
    return tuple(_judged(row, made(row.document)) for row in rows)


def _judged(row: Gold, figures: Sequence[Figure]) -> Judged:
    own = (one for one in figures if one.quantity.start <= row.start < one.quantity.end)
    figure = next(own, None)
    if figure is None:
        return Judged(row, None, {})
    return Judged(
        row, figure, {slot: _verdict(slot, SLOTS[slot](figure), row.slots[slot]) for slot in row.slots}
    )


def _verdict(slot: str, said: str, right: tuple[str, ...]) -> Verdict:
    if said in right or (slot == "value" and Decimal(said) in map(Decimal, right)):
        return Verdict.RIGHT
    return Verdict.FALSE if said else Verdict.EMPTY


@dataclass(frozen=True)
class Score:
    """Shares of 1: of what was made, how much is right; of what there is, how much was made."""

    name: str
    precision: float
    recall: float
    of: int


def scores(found: Sequence[Judged]) -> tuple[Score, ...]:
    """Of whole figures, then of each slot. A whole figure is right where every slot is right or empty."""
    amounts = [one for one in found if one.gold.slots]
    made = [one for one in found if one.made is not None]
    right = [one for one in made if not one.is_false]
    rows = [Score("", len(right) / max(1, len(made)), len(right) / max(1, len(amounts)), len(amounts))]
    for slot in SLOTS:
        counts = Counter(one.verdicts.get(slot) for one in amounts)
        said = counts[Verdict.RIGHT] + counts[Verdict.FALSE]
        rows.append(
            Score(
                slot,
                counts[Verdict.RIGHT] / max(1, said),
                counts[Verdict.RIGHT] / max(1, len(amounts)),
                len(amounts),
            )
        )
    return tuple(rows)
