"""The evaluation questions: of the agreed form, each answer readable in the text it names."""

import json
import re
import unicodedata
from pathlib import Path
from typing import TypedDict

import pytest

EVAL = Path(__file__).parent / "data" / "eval"
DOCS = EVAL / "docs"
LETTER = Path(__file__).parents[1] / "corpus" / "letters" / "2024-jiaojiang-133.txt"

KINDS = {
    "lookup", "multi", "growth", "reason", "plan", "list", "entity", "meta", "compare", "rank", "arith", "unit",
    "followup", "unanswerable", "chitchat", "noisy",
}  # fmt: skip
# The training sets ask of amounts in policies and do not chat.
TRAINING_KINDS = KINDS - {"chitchat"} | {"tier"}
LATER = {"train5", "train6", "train7"}
OPTIONAL = {"history", "doc", "docs", "note"}
WORKED_OUT = {"arith", "unit"}
SETS = {
    "letter_tune": ("T", 120), "letter_held": ("H", 70), "letter_tune3": ("M", 80), "letter_held2": ("J", 80),
    "docs_tune": ("P", 80), "docs_held": ("Q", 120), "docs3_tune": ("R", 120), "docs_held2": ("L", 130),
    "train1": ("W1-", 679), "train2": ("W2-", 692), "train3": ("W3-", 1294), "train4": ("W4-", 1220),
    "train5": ("W5-", 300), "train6": ("W6-", 719), "train7": ("W7-", 672),
}  # fmt: skip
# Where the documents of a set are that are not in docs/.
FOLDERS = {
    "docs3_tune": "docs3", "docs_held2": "docs_held2", "train1": "train1", "train2": "train2", "train3": "train3",
    "train4": "train4", "train5": "train5", "train6": "train6", "train7": "train7",
}  # fmt: skip
# The contradictions planted for the checker, as printed.
FAULTS = {
    "03_baixi_halfyear_2024.txt": "占规上工业总产值的27.1%",
    "07_baixi_education_2025.txt": "各级各类学校121所",
    "08_shiding_q1_2025.md": "占进出口总额的82.3%",
}


class Item(TypedDict, total=False):
    id: str
    kind: str
    question: str
    history: list[str]
    doc: str
    docs: list[str]
    expect: list[str]
    any: list[list[str]]
    forbid: list[str]
    passage: str
    abstain: bool
    note: str


def folded(text: str) -> str:
    """Full-width characters half-width, without tags, cell marks and whitespace."""
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", re.sub(r"<[^>]+>", "", text)).replace("|", ""))


def cells(text: str) -> str:
    """The text with a mark wherever whitespace, a tag or a cell mark stood: table cells apart."""
    return re.sub(r"[\s|]+", "|", unicodedata.normalize("NFKC", re.sub(r"<[^>]+>", "|", text)))


def items(name: str) -> list[Item]:
    return [json.loads(line) for line in (EVAL / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]


def files(item: Item) -> list[str]:
    return item.get("docs") or [doc for doc in [item.get("doc", "")] if doc]


def texts(name: str, item: Item) -> list[str]:
    paths = (
        [LETTER]
        if name.startswith("letter")
        else [EVAL / FOLDERS.get(name, "docs") / file for file in files(item)]
    )
    return [path.read_text(encoding="utf-8") for path in paths]


def holds(text: str, figure: str) -> bool:
    """Whether the figure stands in the text as a whole number.

    >>> holds("产值58.36亿元", "58.36亿元"), holds("产值158.36亿元", "58.36亿元")
    (True, False)
    """
    before = r"(?<![\d])(?<!\d[.,])" if figure[0].isdigit() else ""
    after = r"(?![\d])(?![.,]\d)" if figure[-1].isdigit() else ""
    return re.search(before + re.escape(folded(figure)) + after, text) is not None


def kinds(name: str) -> set[str]:
    """The kinds that a set asks."""
    if name in LATER:
        return TRAINING_KINDS - {"plan", "entity", "unit", "noisy"} | {"check"}
    return TRAINING_KINDS if name.startswith("train") else KINDS


def alone(name: str, item: Item) -> list[str]:
    """The document where each question is asked of its own document, nothing where all stand in one corpus."""
    return files(item) if name.startswith("train") else []


ALL = [pytest.param(name, item, id=item["id"]) for name in SETS for item in items(name)]


@pytest.mark.parametrize("name", SETS)
def test_ids_count_up_and_no_question_comes_twice(name: str) -> None:
    prefix, count = SETS[name]
    found = items(name)
    digits = 4 if name.startswith("train") else 3
    assert [item["id"] for item in found] == [f"{prefix}{n:0{digits}d}" for n in range(1, count + 1)]
    asked = [(*alone(name, item), *item.get("history", []), item["question"]) for item in found]
    assert len(set(asked)) == count


@pytest.mark.parametrize("half", ["letter", "docs"])
def test_held_out_questions_are_other_questions(half: str) -> None:
    tuned = {folded(item["question"]) for item in items(f"{half}_tune") if "history" not in item}
    assert not tuned & {folded(item["question"]) for item in items(f"{half}_held") if "history" not in item}


def test_every_kind_is_asked_in_every_set() -> None:
    assert {name: {item["kind"] for item in items(name)} for name in SETS} == {
        name: kinds(name) for name in SETS
    }


def test_a_fifth_of_the_held_out_document_questions_has_no_answer() -> None:
    held = items("docs_held")
    assert sum(item["abstain"] for item in held) * 5 >= len(held)


def test_tuning_questions_leave_the_held_out_documents_alone() -> None:
    assert {file[:2] for item in items("docs_tune") for file in files(item)} <= {"01", "02", "03", "04", "05"}


@pytest.mark.parametrize(("name", "item"), ALL)
def test_fields_fit_the_kind(name: str, item: Item) -> None:
    assert item.keys() - OPTIONAL == Item.__annotations__.keys() - OPTIONAL
    assert item["kind"] in kinds(name)
    assert ("history" in item) == (item["kind"] == "followup")
    assert ("doc" in item) + ("docs" in item) == (not name.startswith("letter"))
    assert all(item["any"])
    silent = item["abstain"] or item["kind"] == "chitchat"
    assert bool(item["expect"] or item["any"]) != silent
    assert not silent or not (item["forbid"] or item["passage"])
    assert "note" in item or item["kind"] not in WORKED_OUT


@pytest.mark.parametrize(("name", "item"), ALL)
def test_passage_and_expected_figures_stand_in_the_text(name: str, item: Item) -> None:
    printed = texts(name, item)
    assert not item["passage"] or any(folded(item["passage"]) in folded(text) for text in printed)
    sources = [form(text) for text in printed for form in (folded, cells)]
    if item["kind"] not in WORKED_OUT:
        assert [figure for figure in item["expect"] if not any(holds(text, figure) for text in sources)] == []


@pytest.mark.parametrize(("name", "item"), ALL)
def test_nothing_expected_is_forbidden(name: str, item: Item) -> None:
    wanted = item["expect"] + [text for group in item["any"] for text in group]
    assert [bad for bad in item["forbid"] if any(holds(folded(text), bad) for text in wanted)] == []


def test_readme_names_every_file() -> None:
    readme = (EVAL / "README.md").read_text(encoding="utf-8")
    assert [path.name for path in sorted(DOCS.iterdir()) if f"`{path.name}`" not in readme] == []
    assert [name for name in SETS if f"`{name}.jsonl`" not in readme] == []


@pytest.mark.parametrize(("file", "printed"), FAULTS.items())
def test_planted_contradictions_are_printed(file: str, printed: str) -> None:
    assert printed in folded((DOCS / file).read_text(encoding="utf-8"))
