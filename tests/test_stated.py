"""Where labels are said: every slot of every figure of every document here, and what is said nowhere is not there."""

from pathlib import Path

import pytest

from corpus.document.given import Given
from corpus.document.metadata import letter
from corpus.evidence.evidence import Evidence
from corpus.evidence.stated import Where
from corpus.extraction.figures import figures
from corpus.extraction.lexicon import both
from corpus.fault import UnreadableSource
from corpus.figure import Figure, Status
from corpus.letter import Letter
from corpus.passage import passages
from corpus.source import Source, read
from corpus.texts.text import plain
from tests.replies import of_document

ROOT = Path(__file__).parents[1]
FOLDERS = (ROOT / "corpus" / "letters", ROOT / "tests" / "data", ROOT.parent / "shared")
DOCUMENTS = sorted(
    path
    for folder in FOLDERS
    for path in folder.rglob("*")
    if path.suffix in (".txt", ".md", ".html", ".docx", ".xlsx") and path.name != "README.md"
)
NAMED = ("subject", "indicator", "basis", "whole")


def unsaid(found: Letter, figure: Figure) -> list[str]:
    """The slots that no span says."""
    said = {
        slot: [one for one in figure.stated if one.slot == slot]
        for slot in (*NAMED, "place", "period", "status", "unit")
    }
    full = {
        "place": figure.place,
        "period": figure.period,
        "status": figure.status is Status.TARGET,
        "unit": figure.quantity.unit,
    }
    missing = [slot for slot, value in full.items() if value and not said[slot]]
    for slot in NAMED:
        value = getattr(figure, slot).removesuffix("=100")
        printed = "".join(plain(found.text[one.start : one.end]) for one in said[slot])
        shared = {value.replace(member, double) for double, members in both().items() for member in members}
        if value and printed != value and printed not in shared and printed not in both():
            missing.append(f"{slot} {value}: {printed}")
    return missing


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_every_label_is_said_somewhere(path: Path) -> None:
    """In the sentence, the table, before it, above it, or by the file."""
    try:
        source = read(path)
    except UnreadableSource:
        pytest.skip("no text can be read")
    found = letter(source)
    cut = passages(found)
    evidence = Evidence(found, cut)
    known = [evidence.of(figure) for figure in figures(found, cut)]
    assert {figure.id: missing for figure in known if (missing := unsaid(found, figure))} == {}
    for one in (one for figure in known for one in figure.stated):
        assert (one.where is Where.SIDECAR) == (one.start == one.end)


def wheres(figure: Figure) -> dict[str, str]:
    """Each slot and what says it."""
    return {one.slot: one.where.value for one in reversed(figure.stated)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "霞溪县2024年工业情况\n\n规上工业产值98亿元。",
            {"place": "title", "period": "title", "indicator": "sentence", "subject": "sentence", "unit": "sentence"},
            id="title",
        ),
        pytest.param(
            "工业情况\n\n2024年，霞溪县规上工业产值98亿元。其中纺织业12亿元。",
            {"place": "before", "period": "before", "indicator": "before", "subject": "sentence", "unit": "sentence"},
            id="the sentence before",
        ),
        pytest.param(
            "霞溪县工业情况\n\n一、2025年工作安排\n\n规上工业产值达到98亿元。",
            {
                "place": "title", "period": "heading", "status": "heading", "indicator": "sentence",
                "subject": "sentence", "unit": "sentence",
            },
            id="a plan's title",
        ),
        pytest.param(
            "霞溪县工业情况\n\n主要行业见下表。\n\n表1 2024年产值 单位：亿元\n\n| 行业 | 产值 |\n| --- | --- |\n| 纺织业 | 12.1 |\n| 机械业 | 8.4 |",
            {"place": "title", "period": "table", "indicator": "table", "subject": "sentence", "unit": "table"},
            id="a table's head",
        ),
    ],
)  # fmt: skip
def test_what_says_it(text: str, expected: dict[str, str]) -> None:
    """The nearest that does."""
    assert wheres(of_document(text)[-1]) == expected


def test_the_file_says_what_its_text_does_not() -> None:
    """A place given beside the text is the sidecar's; a place without one is none."""
    text = "工业情况\n\n一、产值\n\n规上工业产值98亿元。\n"
    given = letter(Source("x", Path("x.txt"), text, "", given=Given(place="霞溪县", period="2024年")))
    cut = passages(given)
    (figure,) = (Evidence(given, cut).of(one) for one in figures(given, cut))
    assert (figure.place, wheres(figure)["place"], wheres(figure)["period"]) == (
        "霞溪县",
        "sidecar",
        "sidecar",
    )
    bare = letter(Source("x", Path("x.txt"), text, ""))
    (figure,) = (Evidence(bare, passages(bare)).of(one) for one in figures(bare, passages(bare)))
    assert (figure.place, figure.period) == ("", None)
