"""Which facts of a document a question names: by their words, by ways of asking, or two with one verb."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from bot.tables import table
from bot.understanding.lexicon import any_of, bare
from bot.understanding.question import Question
from corpus.compiled import compiled


@cache
def facts_data() -> Any:  # noqa: ANN401 - TOML's own types
    """bot/data/facts.toml. Read once: it is data that never changes while the program runs."""
    return table("facts")


def named(question: Question) -> Mapping[str, int]:
    """The facts whose words the question has, in its order, each with where they begin; "a|b" is a or else b."""
    text = _hidden().sub("\x00", bare(question.text))
    found = [
        (match.start(), name) for pattern, name in _patterns() if (match := pattern.search(text)) is not None
    ]
    for word, name in _rows():
        place = text.find(word)
        if place >= 0:
            found.append((place, name))
            text = text.replace(word, "\x00" * len(word))
    places: dict[str, int] = {}
    for place, name in sorted(found):
        places.setdefault(name, place)
    return places


@cache
def asking_words() -> re.Pattern[str]:
    """The words that ask for a fact or stand for a document."""
    data = facts_data()
    words = [*data["document"]["words"], *(word for words in data["asked"].values() for word in words)]
    return any_of(map(bare, words))


@cache
def _rows() -> list[tuple[str, str]]:
    """Each word that asks for a fact with the fact's name, the longest word first."""
    asked: Mapping[str, Sequence[str]] = facts_data()["asked"]
    rows = [(bare(word), name) for name, words in asked.items() for word in words]
    return sorted(rows, key=lambda row: -len(row[0]))


@cache
def _patterns() -> list[tuple[re.Pattern[str], str]]:
    """Each way of asking for a fact that no single word tells, with the fact's name."""
    data = facts_data()
    document = "|".join(data["pattern_words"]["document"])
    rows = [(way, name) for name, ways in data["pattern"].items() for way in ways]
    return [(compiled(way.replace("{document}", f"(?:{document})")), name) for way, name in rows]


@cache
def _hidden() -> re.Pattern[str]:
    return any_of(facts_data()["hidden"]["words"])


@dataclass(frozen=True)
class _Joined:
    """A way of asking for several facts with one verb, and the fact that each of its words asks for."""

    together: re.Pattern[str]
    each: re.Pattern[str]
    facts: Mapping[str, str]


@cache
def _joined() -> Sequence[_Joined]:
    data = facts_data()["joined"]
    words: Mapping[str, str] = data["word"]
    ask = "|".join(f"(?:{way})" for way in words.values())
    each = compiled("|".join(f"(?P<{name}>{way})" for name, way in words.items()))
    gaps = data["gaps"]
    found = []
    for row in data["verb"]:
        verb = f"(?:{row['verb']})"
        one = f"(?:{data['about']}).{{0,8}}?(?P<asked>(?:{ask})(?:{gaps})(?:{ask})(?:(?:{gaps})(?:{ask}))*{verb}的?"
        other = rf"|(?:{ask}){verb}的?(?:{gaps})(?:{ask})(?:{verb})?的?)[?？。吗呢啊]*$"
        found.append(_Joined(compiled(one + other), each, row["fact"]))
    return found


def joined_names(question: Question) -> list[str]:
    """The facts that a question asks for with one verb, a word each: 哪个单位、哪一天发布的, 谁作的,在哪个会上.

    Empty where it asks for no two so.
    """
    said = re.sub(r"\s+", ",", question.text.strip()).replace("，", ",")
    for way in _joined():
        match = way.together.search(said)
        if match:
            names = (way.facts.get(one.lastgroup or "") for one in way.each.finditer(match["asked"]))
            return list(dict.fromkeys(filter(None, names)))
    return []
