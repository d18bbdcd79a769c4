"""The words of bot/data/groups.toml."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import chain

from bot.tables import table
from corpus.compiled import compiled
from corpus.place import forms

# What people are counted in.
PEOPLE = frozenset({"人", "名", "位", "人次"})


@dataclass(frozen=True, eq=False)
class Family:
    """What papers print together: what asks among them, the `members` by their names, the `sides` that each has."""

    asked: re.Pattern[str]
    sides: Mapping[str, re.Pattern[str]]
    members: Mapping[str, re.Pattern[str]]


@dataclass(frozen=True)
class Words:
    """What groups are asked about with. `classes` are words for their members, the longest first.

    Of them `places` are words for places, and nothing need be called by those of `general`; `kin` are the words that mean
    much the same as each. `picked` are the patterns of
    which members are meant. `sets` are the members of
    what is spoken of as one: 三次产业; `sets_of` says what of them is meant where nothing is said.
    """

    classes: tuple[str, ...]
    places: tuple[str, ...]
    general: frozenset[str]
    kin: Mapping[str, tuple[str, ...]]
    endings: Mapping[str, tuple[str, ...]]
    patterns: Mapping[str, re.Pattern[str]]
    picked: Mapping[str, re.Pattern[str]]
    sets: Mapping[str, str]
    sets_of: Mapping[str, str]
    families: tuple[Family, ...]

    def says(self, name: str, text: str) -> bool:
        """Whether a text has what the pattern of this name finds."""
        return self.patterns[name].search(text) is not None

    def set_in(self, text: str) -> str:
        """A set's name as a text says it, "" for a text that names none."""
        return next((said.group() for name in self.sets if (said := _set(name, text))), "")

    def without(self, text: str, *picked: str) -> str:
        """A text without what the patterns of these names find, one after the other."""
        for name in picked:
            text = self.picked[name].sub("", text)
        return text

    def denies(self, move: str, text: str) -> bool:
        """Whether a text says that nothing moved so, `up` or `down`: 都没掉 is not fallen, and 是不是 denies nothing."""
        moved = self.picked[move].search(text)
        before = self.without(text[: moved.start()], "whether") if moved else ""
        return self.picked["denied"].search(before) is not None

    def listed(self, text: str) -> str:
        """The text with a set's members for its name; "" for a text that names none."""
        for name, members in self.sets.items():
            said = _set(name, text)
            if said:
                rest = text[: said.start()] + text[said.end() :]
                # 三次产业增长多少: what they are counted in is their value added.
                of = self.sets_of.get(name, "") if not self.says("measured", rest) else ""
                return text[: said.start()] + members + of + text[said.end() :]
        return ""


def _set(name: str, text: str) -> re.Match[str] | None:
    """Where a text names a set, and not how its members are to each other: 三次产业结构."""
    return re.search(f"{name}(?!结构|比|构成)", text)


def without_places(text: str, places: Iterable[str]) -> str:
    """A text without the places that it names, in whatever form: 云泽县, 云泽."""
    for form in chain.from_iterable(map(forms, places)):
        text = text.replace(form, "")
    return text


@cache
def words() -> Words:
    """The shipped words. Read once: it is data that never changes while the program runs."""
    found = table("groups")
    names = found["class"]
    classes = sorted((*names["place"], *names["thing"]), key=len, reverse=True)
    any_class = f"(?:{'|'.join(classes)})"
    return Words(
        tuple(classes),
        tuple(names["place"]),
        frozenset(names["any"]),
        {word: tuple(row) for row in names["kin"] for word in row},
        {name: tuple(row) for name, row in found["suffix"].items()},
        {name: compiled(pattern) for name, pattern in found["pattern"].items()},
        {name: compiled(pattern.replace("{class}", any_class)) for name, pattern in found["picked"].items()},
        {name: "、".join(members) for name, members in found["set"].items()},
        found["set_of"],
        tuple(
            Family(compiled(one["asked"]), _compiled(one["side"]), _compiled(one["member"]))
            for one in found["family"]
        ),
    )


def _compiled(patterns: Mapping[str, str]) -> Mapping[str, re.Pattern[str]]:
    return {name: compiled(pattern) for name, pattern in patterns.items()}
