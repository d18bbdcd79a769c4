"""Answers scored against expected ones: right, wrong, refused and cited, by kind of question."""

import json
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from bot.answer import Answer, Kind

_SHORT, _LONG = 200, 400
_LONG_KINDS = {"list", "multi", "rank", "compare"}


class UnreadableItems(Exception):
    """A file of questions that cannot be read; the message says where and why."""


class Outcome(StrEnum):
    """How an answer is scored."""

    OK = "ok"
    WRONG = "wrong"
    REFUSED = "refused"


@dataclass(frozen=True)
class Item:
    """A question with what its answer must and must not say."""

    id: str
    kind: str
    question: str
    history: tuple[str, ...]
    expect: tuple[str, ...]
    any: tuple[tuple[str, ...], ...]
    forbid: tuple[str, ...]
    passage: str
    abstain: bool


@dataclass(frozen=True)
class Score:
    """An item's outcome, whether its passage was cited (None where that is not checked), and the headline."""

    item: Item
    outcome: Outcome
    cited: bool | None
    headline: str


def items(path: Path) -> Iterator[Item]:
    """The items of a JSON Lines file. Raises UnreadableItems naming the line."""
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except OSError as error:
        raise UnreadableItems(f"{path}: {error.strerror}") from None
    except UnicodeDecodeError:
        raise UnreadableItems(f"{path}: 不是 UTF-8 文本") from None
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            yield _item(json.loads(line))
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise UnreadableItems(f"{path} 第{number}行不是题目: {error}") from None


def _item(row: dict[str, Any]) -> Item:
    return Item(
        id=str(row.get("id", "")),
        kind=str(row.get("kind", "")),
        question=str(row["question"]),
        history=tuple(row.get("history", ())),
        expect=tuple(row.get("expect", ())),
        any=tuple(tuple(group) for group in row.get("any", ())),
        forbid=tuple(row.get("forbid", ())),
        passage=str(row.get("passage", "")),
        abstain=bool(row.get("abstain", False)),
    )


def score(item: Item, answer: Answer) -> Score:
    """The score of an answer to an item, by the rules of tests/data/eval/README.md."""
    headline = folded(answer.headline)
    outcome = _outcome(item, answer, headline)
    cited = None
    if outcome is Outcome.OK and item.passage:
        texts = [uncelled(one.passage.text) for one in answer.cited]
        cited = any(uncelled(item.passage) in text for text in texts)
    return Score(item, outcome, cited, answer.headline)


def _outcome(item: Item, answer: Answer, headline: str) -> Outcome:
    if item.kind == "chitchat":
        return Outcome.OK if answer.kind is Kind.CHAT else Outcome.WRONG
    if item.abstain:
        return Outcome.OK if answer.kind is Kind.NOT_FOUND else Outcome.WRONG
    if answer.kind is Kind.NOT_FOUND:
        return Outcome.REFUSED
    return Outcome.OK if says(item, headline) else Outcome.WRONG


def says(item: Item, headline: str) -> bool:
    """Whether a folded headline has all that an item expects, nothing that it forbids, and is no longer than it may be."""
    limit = _LONG if item.kind in _LONG_KINDS else _SHORT
    said = all(has(headline, text) for text in item.expect)
    said = said and all(any(has(headline, text) for text in group) for group in item.any)
    false = any(has(headline, text) for text in item.forbid)
    return said and not false and len(headline) <= limit


def folded(text: str) -> str:
    """Full-width forms folded, all white space removed."""
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text))


def has(headline: str, text: str) -> bool:
    """Whether a folded headline has a text; a figure must stand there as a whole number."""
    wanted = re.escape(folded(text))
    before = r"(?<!\d)(?<!\d[.,])" if wanted[:1].isdigit() else ""
    after = r"(?!\d)(?![.,]\d)" if folded(text)[-1:].isdigit() else ""
    return re.search(before + wanted + after, headline) is not None


def uncelled(text: str) -> str:
    """A folded text without the bars between cells."""
    return folded(text).replace("|", "")


@dataclass(frozen=True)
class Tally:
    """Scores counted. `cited` of `checked` right answers cite the expected passage."""

    name: str
    total: int
    ok: int
    wrong: int
    refused: int
    cited: int
    checked: int


def tallies(scores: Iterable[Score]) -> list[Tally]:
    """The counts by kind in the order of appearance, then of all."""
    kept = list(scores)
    kinds = dict.fromkeys(one.item.kind for one in kept)
    return [
        *(_tally(kind, [one for one in kept if one.item.kind == kind]) for kind in kinds),
        _tally("all", kept),
    ]


def _tally(name: str, scores: list[Score]) -> Tally:
    outcomes = [one.outcome for one in scores]
    cited = [one.cited for one in scores if one.cited is not None]
    return Tally(
        name,
        len(scores),
        outcomes.count(Outcome.OK),
        outcomes.count(Outcome.WRONG),
        outcomes.count(Outcome.REFUSED),
        sum(cited),
        len(cited),
    )
