"""The words that rules are written with, as patterns."""

import re
from dataclasses import dataclass
from functools import cache

from corpus.amounts.unit import alternatives
from corpus.compiled import compiled
from corpus.tables import table

# CMMI5, ISO9001
_CODE = compiled(r"[A-Za-z]{2,8}\d{1,5}(?![\d.])")


@dataclass(frozen=True)
class Words:
    """The patterns of corpus/data/rules.toml; `grades` are names by their patterns, longest names first."""

    verb: re.Pattern[str]
    name: re.Pattern[str]
    cap: re.Pattern[str]
    step: re.Pattern[str]
    term: re.Pattern[str]
    reached: re.Pattern[str]
    passed: re.Pattern[str]
    under: re.Pattern[str]
    stated: re.Pattern[str]
    part: re.Pattern[str]
    tables: re.Pattern[str]
    standards: re.Pattern[str]
    column: re.Pattern[str]
    done: re.Pattern[str]
    never: re.Pattern[str]
    policies: re.Pattern[str]
    itself: re.Pattern[str]
    reports: re.Pattern[str]
    accounts: re.Pattern[str]
    apiece: re.Pattern[str]
    rule: re.Pattern[str]
    bounded: re.Pattern[str]
    announces: re.Pattern[str]
    gives: re.Pattern[str]
    article: re.Pattern[str]
    grades: tuple[tuple[str, re.Pattern[str]], ...]


@cache
def words() -> Words:
    """The words of rules."""
    data = table("rules")
    verbs, steps = alternatives(data["verbs"]), alternatives(data["steps"])
    grades = sorted(data["grades"].items(), key=lambda row: -len(row[0]))
    return Words(
        verb=compiled(verbs),
        name=compiled(alternatives(data["names"])),
        cap=compiled(data["caps"]),
        step=compiled(rf"每(?:年)?(?:较?[上比][年期]?)?(?:{steps})(?:实际)?$"),
        term=compiled(data["terms"]),
        reached=compiled(rf"(?:{alternatives(data['reached'])})$"),
        passed=compiled(data["passed"]),
        under=compiled(data["under"]),
        stated=compiled(data["within_said"]),
        part=compiled(data["part"]),
        tables=compiled(data["tables"]),
        standards=compiled(data["standards"]),
        column=compiled(data["column"]),
        done=compiled(data["done"]),
        never=compiled(data["never"]),
        policies=compiled(data["policies"]),
        itself=compiled(data["itself"]),
        reports=compiled(data["reports"]),
        accounts=compiled(data["accounts"]),
        apiece=compiled(data["apiece"]),
        rule=compiled(data["rule"]),
        bounded=compiled(data["bounded"]),
        gives=compiled(data["gives"]),
        announces=compiled(data["announces"], re.MULTILINE),
        article=compiled(rf"^\s*({data['article']})", re.MULTILINE),
        grades=tuple((name, compiled(pattern)) for name, pattern in grades),
    )


def grades_in(text: str) -> tuple[str, ...]:
    """The grades and classes that a folded text names, in its order: 高级技师 is no 技师.

    >>> grades_in("高级技师、国家级企业技术中心")
    ('高级技师', '国家级')
    """
    return tuple(dict.fromkeys(name for _, _, name in _grades(text)))


def grade_spans(text: str) -> tuple[tuple[int, int], ...]:
    """Where a folded text names grades and classes."""
    return tuple((start, end) for start, end, _ in _grades(text))


def without_grades(text: str) -> str:
    """A folded text with gaps for its grades and classes."""
    for start, end in reversed(grade_spans(text)):
        text = f"{text[:start]} {text[end:]}"
    return text


def _grades(text: str) -> list[tuple[int, int, str]]:
    found = [(match.start(), match.end(), match.group().upper()) for match in _CODE.finditer(text)]
    text = _CODE.sub(lambda match: "\x00" * len(match.group()), text)
    for name, pattern in words().grades:
        found += [(match.start(), match.end(), name) for match in pattern.finditer(text)]
        text = pattern.sub(lambda match: "\x00" * len(match.group()), text)
    return sorted(found)
