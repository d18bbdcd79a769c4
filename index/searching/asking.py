"""Asking: a question as it is searched by: the words of what it is about, and what its answer has to look like."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from corpus.amounts.unit import unit_pattern, units
from corpus.texts.text import plain
from index.searching.words import pairs, tokens


@dataclass(frozen=True)
class Asked:
    """A question without what only makes it one; `expected` are the looks that its answer should have."""

    content: str
    words: tuple[str, ...]
    pairs: tuple[str, ...]
    expected: tuple[re.Pattern[str], ...]


@dataclass(frozen=True)
class _Expectation:
    asked: re.Pattern[str]
    answer: str


@dataclass(frozen=True)
class _Grammar:
    function: re.Pattern[str]
    year: re.Pattern[str]
    expectations: tuple[_Expectation, ...]


def asked(text: str) -> Asked:
    """What a question searches for; of a question of nothing but function words, those.

    >>> found = asked("25年几家企业用了多少电")
    >>> found.content
    '2025年,家企业用了,电'
    >>> [expected.pattern for expected in found.expected]
    ['\\\\d', '\\\\d[\\\\d.,]*多?[十百千万亿]*[多余]?家']
    """
    grammar, folded = _grammar(), plain(text)
    # The comma keeps apart what did not stand together.
    content = grammar.function.sub(",", grammar.year.sub(r"20\g<year>", folded)).strip(",")
    content = content if tokens(content) else folded
    return Asked(
        content,
        tuple(dict.fromkeys(tokens(content))),
        tuple(dict.fromkeys(pairs(content))),
        tuple(_expected(folded, grammar)),
    )


def _expected(text: str, grammar: _Grammar) -> Iterator[re.Pattern[str]]:
    for expectation in grammar.expectations:
        if found := expectation.asked.search(text):
            named = {name: re.escape(said) for name, said in found.groupdict().items()}
            yield _filled(expectation.answer, **named)


def _filled(pattern: str, **parts: str) -> re.Pattern[str]:
    for name, part in parts.items():
        pattern = pattern.replace(f"{{{name}}}", part)
    return re.compile(pattern)


@cache
def _grammar() -> _Grammar:
    said = tomllib.loads(files("index").joinpath("data/asking.toml").read_text("utf-8"))
    longest_first = sorted(said["function_words"], key=len, reverse=True)
    return _Grammar(
        re.compile("|".join(map(re.escape, longest_first))),
        re.compile(said["year"]),
        tuple(
            _Expectation(_filled(row["asked"], units=unit_pattern(list(units()))), row["answer"])
            for row in said["expected"]
        ),
    )
