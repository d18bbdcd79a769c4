"""The words that committee members and letters use for the same thing, and what question words ask for."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from typing import Any

from bot.tables import table
from bot.understanding.expressions.rewrite import Rewrite
from bot.understanding.question import Asked
from corpus.amounts.unit import units
from corpus.compiled import compiled
from corpus.texts.text import plain


@dataclass(frozen=True)
class Cue:
    """What a word of a question says: a slot (measure, operation, filler …) and its value."""

    slot: str
    value: str


@dataclass(frozen=True)
class Lexicon:
    """The data of bot/data/lexicon.toml and bot/data/cues.toml, ready for use."""

    same: Rewrite
    heads: frozenset[str]
    everyday: Mapping[str, str]
    spoken: tuple[tuple[re.Pattern[str], str], ...]
    english: Rewrite
    confusable: Mapping[int, str]
    exclusive: tuple[tuple[str, ...], ...]  # each group's longest word first
    parts: tuple[tuple[str, str, str], ...]
    implied: tuple[tuple[str, str], ...]
    light: re.Pattern[str]
    plain: re.Pattern[str]
    weak: frozenset[str]
    single: frozenset[str]
    each: tuple[str, ...]
    open: tuple[str, ...]
    state: tuple[str, ...]
    amount: tuple[str, ...]
    terms: re.Pattern[str]
    cues: Mapping[str, Cue]
    soft: frozenset[str]
    connectors: frozenset[str]
    asked: Mapping[str, str]
    kinds: Mapping[str, str]
    markers: Mapping[str, tuple[str, ...]]
    counters: tuple[frozenset[str], ...]
    conversion: re.Pattern[str]
    stated_conversion: re.Pattern[str]
    patterns: Mapping[str, re.Pattern[str]]
    ways: Mapping[str, re.Pattern[str]]
    terms_asked: Mapping[str, re.Pattern[str]]
    about: tuple[str, ...]
    chat: Mapping[str, re.Pattern[str]]
    starts: tuple[str, ...]
    ends: tuple[str, ...]
    hosts: tuple[str, ...]
    frame: re.Pattern[str]
    times: tuple[str, ...]
    asides: tuple[str, ...]

    @cached_property
    def canonical(self) -> Callable[[str], str]:
        """A text with each word replaced by the first of its group, gaps and quotation marks dropped."""
        # Titles and topics are asked for again with every figure that stands below them.
        return lru_cache(_KEPT)(lambda text: self.same.text(bare(text)))

    def alike(self, canonical: str) -> tuple[str, ...]:
        """The other words of a canonical word's group."""
        return tuple(word for word, head in self.same.words.items() if head == canonical)

    @cached_property
    def kind(self) -> Callable[[str], str]:
        """What kind of quantity has this unit: money, count, percent … A compound unit is its own kind."""
        return lru_cache(_KEPT)(self._kind)

    def _kind(self, unit: str) -> str:
        known = units().get(_EITHER.sub("", unit))
        return self.kinds.get(known.family, known.family) if known else unit

    @cached_property
    def with_implied(self) -> Callable[[str], str]:
        """A name with what its words imply, a line each."""
        return lru_cache(_KEPT)(
            lambda name: "\n".join([name, *(meant for word, meant in self.implied if word in name)])
        )

    def is_term(self, word: str) -> bool:
        """Whether a word is a term, met as a whole or not at all: 生产总值."""
        return len(word) > 2 and word in self.heads

    def is_light(self, piece: str) -> bool:
        """Whether a piece of a question is talk and asks for nothing: 里存, but not 就业."""
        return piece not in self.same.words and not self.light.sub("", piece)

    def is_asked(self, asked: Asked, unit: str) -> bool:
        """Whether an amount in a unit is of the kind that is asked for, and may be what a measure word counts."""
        return asked.kind in {"", self.kind(unit)} and (
            asked.kind != "count" or self.counts_alike(asked.word, unit)
        )

    def counts_alike(self, asked: str, unit: str) -> bool:
        """Whether things asked for with one measure word may be printed with another: 几个 of 家, but no 人 of 个."""
        groups = [group for group in self.counters if asked in group]
        if asked == unit or not groups or any(unit in group for group in groups):
            return True
        people = groups[0] == self.counters[0] and not unit.startswith(asked)
        return not people and not any(unit in group for group in self.counters)


def bare(text: str) -> str:
    """The folded text in lower case without quotation marks, as words are compared."""
    return plain(text).casefold().translate(_QUOTES)


_KEPT = 4096  # texts
# 台（套）: counted in either.
_EITHER = compiled(r"[（(][^（）()]*[)）]$")
_QUOTES = str.maketrans("", "", "“”\"'‘’《》 ")


@cache
def lexicon() -> Lexicon:
    """The shipped lexicon. Read once: it is data that never changes while the program runs."""
    words: Any = table("lexicon")  # TOML's own types; the tests read every table
    cues: Any = table("cues")
    same = {bare(word): bare(group[0]) for group in words["same"] for word in group}
    put = Rewrite(same)
    return Lexicon(
        same=put,
        heads=frozenset(head for head in same.values() if len(head) > 1),
        everyday={bare(word): put.text(bare(letters)) for word, letters in words["everyday"].items()},
        spoken=tuple((compiled(pattern), word) for pattern, word in words["spoken"]),
        english=Rewrite(words["english"]),
        confusable=str.maketrans(words["confusable"]),
        exclusive=tuple(
            tuple(sorted(dict.fromkeys(same.get(word, word) for word in group), key=len, reverse=True))
            for group in words["exclusive"]
        ),
        parts=tuple(tuple(same.get(word, word) for word in row) for row in words["parts"]),
        implied=tuple((word, meant) for word, meant in words["implied"]),
        light=any_of(words["light"]),
        single=frozenset(cues["single"]["letters"]),
        plain=any_of(words["plain"], inside=False),
        weak=frozenset((*cues["weak"]["letters"], *cues["weak"]["words"])),
        open=tuple(cues["open"]["words"]),
        state=tuple(cues["state"]["words"]),
        amount=tuple(cues["amount"]["words"]),
        terms=any_of({word for word in same.values() if len(word) > 2}),
        each=tuple(cues["each"]["words"]),
        cues=dict(_cues(cues)),
        connectors=frozenset(cues["connector"]["words"]),
        soft=frozenset(cues["soft"]["words"]),
        asked={word: kind for kind, group in cues["asked"].items() for word in group},
        kinds={family: kind for kind, group in cues["kinds"].items() for family in group},
        markers={name: tuple(group) for name, group in cues["marker"].items()},
        counters=tuple(frozenset(group) for group in cues["counter"]["groups"]),
        conversion=_conversion(cues, ()),
        stated_conversion=_conversion(cues, ("是多少",)),
        patterns={name: compiled(pattern) for name, pattern in cues["pattern"].items()},
        ways={name: compiled(pattern) for name, pattern in cues["ways"].items()},
        terms_asked={name: compiled(pattern) for name, pattern in cues["terms"].items()},
        about=tuple(bare(word) for word in cues["chat"]["about"]),
        chat={name: _only(cues["chat"][name]) for name in ("greeting", "thanks")},
        starts=tuple(cues["anaphora"]["starts"]),
        ends=tuple(cues["anaphora"]["ends"]),
        hosts=tuple(cues["host"]["words"]),
        frame=_frame(cues["frame"]),
        times=tuple(cues["time"]["words"]),
        asides=tuple(cues["frame"]["asides"]),
    )


@cache
def _deciding() -> tuple[str, ...]:
    slots = ("measure", "status", "operation")
    return tuple(word for word, cue in lexicon().cues.items() if cue.slot in slots)


def decides(word: str) -> bool:
    """Whether a word has one in it that says which figure is meant: 目前 asks for a result, and is no talk."""
    return any(cue in word for cue in _deciding())


@cache
def second_readings() -> dict[str, tuple[str, ...]]:
    """How characters of official words are also read, where a table has another reading first."""
    rows = table("lexicon")["readings"]
    return {letter: tuple(sounds) for letter, sounds in rows.items()}


def any_of(words: Iterable[str], *, inside: bool = True) -> re.Pattern[str]:
    """Any of the words, the longest first; single characters at the end alone where they are not meant inside."""
    if not inside:
        words = list(words)
        short = "".join(re.escape(word) for word in words if len(word) == 1)
        longer = any_of(word for word in words if len(word) > 1)
        return compiled(rf"{longer.pattern}|[{short}]+$")
    # Those of one length in an order too: the same words make the same pattern.
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return compiled("|".join(map(re.escape, ordered)))


def patterns_of(data: Mapping[str, Any]) -> dict[str, re.Pattern[str]]:
    """The patterns of a data file by name, each {word} in them any of the file's words of that name."""
    words = {name: f"(?:{any_of(row).pattern})" for name, row in data["words"].items()}
    found: dict[str, re.Pattern[str]] = {}
    for name, pattern in data["pattern"].items():
        for word, said in words.items():
            pattern = pattern.replace("{" + word + "}", said)
        found[name] = compiled(pattern)
    return found


def _frame(words: dict[str, list[str]]) -> re.Pattern[str]:
    """The clause that says that something is asked: who asks, in few characters, a word of asking, whom."""
    asking, whom = any_of(words["asking"]).pattern, any_of(words["whom"]).pattern
    return compiled(
        rf"(?:[^\d,，。;；?？]{{0,8}}?(?:{asking})(?:一下|一声|一句|下|了|过|到)?(?:{whom})?[,，:：、\s]*){{1,3}}"
    )


def _conversion(cues: Any, more: tuple[str, ...]) -> re.Pattern[str]:  # noqa: ANN401 - TOML's own types
    """A word that asks for another unit, and the unit: 换成万元, 合多少公顷."""
    heads = any_of((*cues["convert"]["words"], *more)).pattern
    measures = any_of([word for group in cues["asked"].values() for word in group]).pattern
    return compiled(
        rf"(?:{heads})(?:多少|几个|几)?(?P<unit>(?:[百千]?[万亿])?(?:{measures}))(?:元)?(?:表示|说|计|算|为单位)?"
    )


def _only(words: Iterable[str]) -> re.Pattern[str]:
    """Nothing but these words and particles."""
    said = any_of({re.sub(r"[\W_]+", "", bare(word)) for word in words})
    return compiled(f"(?:{said.pattern}|大家|各位|领导|老师|同志|你们|您们|我|[啊呀吧哦啦哈呢嘛吗了您你])*")


def _cues(tables: dict[str, dict[str, list[str]]]) -> list[tuple[str, Cue]]:
    """The words of every slot; one that is in several slots belongs to the last."""
    slots = ("filler", "connector", "measure", "status", "operation")
    rows = [
        (word, Cue(slot, value)) for slot in slots for value, group in tables[slot].items() for word in group
    ]
    return [(bare(word) or word, cue) for word, cue in rows]
