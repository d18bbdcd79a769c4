"""The evaluation questions: of the agreed form, each answer readable in the text it names."""

import json
import re
import unicodedata
from collections.abc import Callable
from functools import cache
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
LATER = {"train5", "train6", "train7", "letter_tune4", "letter_tune5", "letter_tune6", "letter_tune7"}
# What these ask nothing of.
LACKING = {
    "letter_tune4": {"followup", "meta", "multi", "tier"},
    "letter_tune5": {"meta", "multi", "tier"},
    "letter_tune6": {"meta", "noisy", "plan", "tier", "unit"},
    "letter_tune7": {"meta", "noisy", "plan", "tier", "unit"},
}
OPTIONAL = {"history", "doc", "docs", "note"}
WORKED_OUT = {"arith", "unit"}
SETS = {
    "letter_tune": ("T", 120), "letter_held": ("H", 70), "letter_tune3": ("M", 80), "letter_held2": ("J", 80),
    "letter_tune4": ("LA-", 150), "letter_tune5": ("LB-", 165), "letter_tune6": ("LF-", 150), "letter_tune7": ("LG-", 100),
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


@cache
def items(name: str) -> list[Item]:
    """The questions of a set, read once."""
    return [json.loads(line) for line in (EVAL / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]


def files(item: Item) -> list[str]:
    return item.get("docs") or [doc for doc in [item.get("doc", "")] if doc]


def printed(name: str, item: Item) -> list[Path]:
    """The documents that a question is asked of."""
    if name.startswith("letter"):
        return [LETTER]
    return [EVAL / FOLDERS.get(name, "docs") / file for file in files(item)]


@cache
def forms(path: Path) -> tuple[str, str]:
    """A document's text folded, and with its cells apart."""
    text = path.read_text(encoding="utf-8")
    return folded(text), cells(text)


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
        return TRAINING_KINDS - {"plan", "entity", "unit", "noisy"} - LACKING.get(name, set()) | {"check"}
    return TRAINING_KINDS if name.startswith("train") else KINDS


def alone(name: str, item: Item) -> list[str]:
    """The document where each question is asked of its own document, nothing where all stand in one corpus."""
    return files(item) if name.startswith("train") else []


def missed(name: str, fits: Callable[[str, Item], bool]) -> list[str]:
    """The questions of a set that do not fit, by their ids."""
    return [item["id"] for item in items(name) if not fits(name, item)]


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


@pytest.mark.parametrize("name", SETS)
def test_fields_fit_the_kind(name: str) -> None:
    assert missed(name, fields_fit) == []


def fields_fit(name: str, item: Item) -> bool:
    silent = item["abstain"] or item["kind"] == "chitchat"
    return (
        item.keys() - OPTIONAL == Item.__annotations__.keys() - OPTIONAL
        and item["kind"] in kinds(name)
        and ("history" in item) == (item["kind"] == "followup")
        and ("doc" in item) + ("docs" in item) == (not name.startswith("letter"))
        and all(item["any"])
        and bool(item["expect"] or item["any"]) != silent
        and not (silent and (item["forbid"] or item["passage"]))
        and ("note" in item or item["kind"] not in WORKED_OUT)
    )


@pytest.mark.parametrize("name", SETS)
def test_passages_stand_in_the_text(name: str) -> None:
    assert missed(name, passage_stands) == []


def passage_stands(name: str, item: Item) -> bool:
    passage = folded(item["passage"])
    return not item["passage"] or any(passage in forms(path)[0] for path in printed(name, item))


@pytest.mark.parametrize("name", SETS)
def test_expected_figures_stand_in_the_text(name: str) -> None:
    assert missed(name, figures_stand) == []


def figures_stand(name: str, item: Item) -> bool:
    sources = [form for path in printed(name, item) for form in forms(path)]
    return item["kind"] in WORKED_OUT or all(
        any(holds(text, figure) for text in sources) for figure in item["expect"]
    )


@pytest.mark.parametrize("name", SETS)
def test_nothing_expected_is_forbidden(name: str) -> None:
    assert missed(name, nothing_forbidden) == []


def nothing_forbidden(_: str, item: Item) -> bool:
    wanted = [folded(text) for text in item["expect"] + [text for group in item["any"] for text in group]]
    return not any(holds(text, bad) for bad in item["forbid"] for text in wanted)


def test_readme_names_every_file() -> None:
    readme = (EVAL / "README.md").read_text(encoding="utf-8")
    assert [path.name for path in sorted(DOCS.iterdir()) if f"`{path.name}`" not in readme] == []
    assert [name for name in SETS if f"`{name}.jsonl`" not in readme] == []


@pytest.mark.parametrize(("file", "printed"), FAULTS.items())
def test_planted_contradictions_are_printed(file: str, printed: str) -> None:
    assert printed in folded((DOCS / file).read_text(encoding="utf-8"))
