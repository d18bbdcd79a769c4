"""A value told of several things in one breath: 岭背、上垅、洪口分别为1420亩、1160亩和920亩."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.answer import Kind
from bot.matching.retriever import Retriever
from bot.phrasing.headline import Quoted, headline, quote
from bot.phrasing.reply import Reply
from bot.phrasing.text import passages_asked
from bot.understanding.question import Question
from bot.wording import say
from corpus.compiled import compiled
from corpus.passage import Kind as PassageKind
from corpus.passage import Passage
from corpus.texts.text import pairs, tidy

_VALUE = r"-?\d[\d.，,]*[^\d、和与及,，;；。:：（）()]{0,8}"
_VALUES = compiled(rf"(?P<first>{_VALUE})(?P<rest>(?:[、和与及]+{_VALUE})+)")
_AND = compiled("[、和与及]+")
_CHUNK = compiled("[,，;；。:：]")
_CUT = compiled(r"分别|依次|各自|\d")
# What stands before a name or behind it in an enumeration.
_BEFORE = compiled("^(?:主要)?(?:集中在|分布在|其中|包括|分区看|分县看)")


@dataclass(frozen=True)
class Told:
    """Names and as many values, and the words between them; `passage` says both."""

    passage: Passage
    names: tuple[str, ...]
    values: tuple[str, ...]
    words: str


def aligned(before: Question, now: Question, retriever: Retriever) -> Reply | None:
    """The value of what is asked for beside the one of what was asked for; None where none or several may be meant."""
    if now.amount or now.measures or now.asked.kind or now.periods:
        return None
    asked = [*now.places, *(run.asked for run in now.runs)]
    if len(asked) != 1:
        return None
    found = {}
    for one in _all(before, retriever):
        place = _named(asked[0], one.names)
        first = _named_in(before.text, one.names)
        if place is not None and first is not None and place != first and _is_of(one, before, retriever):
            found[one.passage.id, one.values] = (one, place)
    if len(found) != 1:
        return None
    ((one, place),) = found.values()
    text = headline(
        say("figure.of_words"),
        words=Quoted(one.passage, one.names[place]),
        body=quote(one.passage, one.values[place]),
    )
    return Reply(Kind.ANSWER, text, passages=(one.passage,), checked=True)


def _all(question: Question, retriever: Retriever) -> Iterator[Told]:
    for passage in passages_asked(question, retriever):
        if passage.kind is PassageKind.SENTENCE:
            yield from told(passage)


def told(passage: Passage) -> Iterator[Told]:
    """Each row of values of a sentence with the names before it that are as many."""
    text = tidy(passage.text)
    last = 0
    for match in _VALUES.finditer(text):
        values = tuple(_AND.split(match.group()))
        names = _names(text[: match.start()], len(values))
        if names:
            yield Told(passage, names, values, text[last : match.start()])
        last = match.end()


def _names(before: str, count: int) -> tuple[str, ...]:
    """The last so many names that stand before values, () where there are none."""
    for chunk in reversed(_CHUNK.split(before)):
        pieces = _AND.split(_BEFORE.sub("", _CUT.split(chunk)[0]))
        if len(pieces) == count and all(pieces):
            return tuple(pieces)
    return ()


def _named(asked: str, names: tuple[str, ...]) -> int | None:
    """Which of the names is asked for, None where none or several are."""
    found = [place for place, name in enumerate(names) if asked in name or (len(name) > 1 and name in asked)]
    return found[0] if len(found) == 1 else None


def _named_in(text: str, names: tuple[str, ...]) -> int | None:
    """Which of the names a text names, None where none or several are."""
    found = [
        place for place, name in enumerate(names) if len(name) > 1 and (name in text or name[:2] in text)
    ]
    return found[0] if len(found) == 1 else None


def _is_of(one: Told, before: Question, retriever: Retriever) -> bool:
    """Whether values are of what the question before asked: in its unit, or in its words."""
    unit = re.sub(r"^-?[\d.，,]+", "", one.values[0])
    if before.asked.kind:
        return retriever.lexicon.kind(unit) == before.asked.kind
    words = retriever.lexicon.canonical(one.words + "".join(one.passage.section))
    rest = "".join(run.words for run in before.runs)
    for name in one.names:
        rest = rest.replace(name, "").replace(name[:2], "") if len(name) > 1 else rest
    return any(pair in words for pair in pairs(rest))
