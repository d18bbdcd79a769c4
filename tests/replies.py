"""Replies made for a test: the figures and rules of a letter that says only one thing."""

from datetime import date
from pathlib import Path

from corpus.document.metadata import letter
from corpus.evidence.evidence import Evidence
from corpus.extraction.figures import figures
from corpus.figure import Figure
from corpus.letter import Letter
from corpus.passage import passages
from corpus.reading import read
from corpus.rule.rule import Rule
from corpus.source import Source
from corpus.times.period import Period

OPENING = "经研究,现答复如下:\n"


def of_sentence(text: str, *, title: str = "") -> tuple[Figure, ...]:
    """The figures of a reply of 临江区 for the first half of 2024 that says only this."""
    half = Period(date(2024, 1, 1), date(2024, 6, 30), "2024年上半年")
    body = OPENING + (f"一、{title}\n" if title else "") + text + "\n"
    made = Letter("made", body, "答复", place="临江区", signed=date(2024, 8, 2), period=half)
    return figures(made, passages(made))


def of_document(text: str) -> tuple[Figure, ...]:
    """The figures of a document that is this text and nothing else: its place and time are its own."""
    made = letter(Source("made", Path("made.txt"), text, ""))
    cut = passages(made)
    evidence = Evidence(made, cut)
    return tuple(evidence.of(figure) for figure in figures(made, cut))


def rules_of(text: str, folder: Path) -> tuple[Rule, ...]:
    """The rules of a policy that is this text, read from a file of the folder."""
    file = folder / "policy.txt"
    file.write_text(text, encoding="utf-8")
    return read(file).rules
