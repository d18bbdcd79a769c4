"""What is kept compiled: the same patterns and tables, and nothing of another version."""

import marshal
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from bot.answering.answerer import Answerer
from bot.evaluate import items
from corpus import compiled
from corpus.compiled import Kept, sealed

QUESTIONS = Path(__file__).parent / "data" / "eval" / "letter_tune3.jsonl"
_PATTERNS = [
    ("产值(?P<number>[0-9]+(?:\\.[0-9]+)?)亿?元", 0),
    ("(?i)[a-z]+|第(?P<one>一)?(?P<two>二)?", 0),
    ("a  b # said", re.VERBOSE),
    ("(?<=增长)(?!率).{1,3}?[^,。一-鿿]$", re.MULTILINE),
]
_TEXT = "2024年产值24.69亿元,增长4.5%。ab 第二\n增长率abc, 增长5.2\n"
_TOML = '[words]\nsame = [["产值", "总产值"]]\n[bound]\nleast = 0.5\nlast = 3\n'


@pytest.mark.parametrize(("pattern", "flags"), _PATTERNS)
def test_the_same_pattern(pattern: str, flags: int, tmp_path: Path) -> None:
    """Compiled now, and read again, it finds what Python's own finds."""
    plain = re.compile(pattern, flags)
    first = Kept.of(tmp_path / "kept")
    made = first.compiled(pattern, flags)
    first.keep()
    again = Kept.of(tmp_path / "kept")
    assert (pattern, flags) in again.known
    read = again.compiled(pattern, flags)
    for one in (made, read):
        assert (one, one.groupindex, one.groups, one.flags) == (
            plain,
            plain.groupindex,
            plain.groups,
            plain.flags,
        )
        assert [match.groups() for match in one.finditer(_TEXT)] == [
            m.groups() for m in plain.finditer(_TEXT)
        ]
    assert not again.fresh


def test_what_was_just_compiled_is_not_compiled_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In the process that did it, before it is written."""
    kept = Kept.of(tmp_path / "kept")
    first = kept.compiled("a|b")
    monkeypatch.delattr(compiled, "_parts")
    assert kept.compiled("a|b") == first


def test_a_question_asked_again_has_nothing_compiled(
    answerer: Answerer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever way answers it: patterns are data, and none is put together out of what is asked."""
    asked = [item.question for item in items(QUESTIONS)]
    for question in asked:
        answerer.answer(question)
    monkeypatch.delattr(compiled, "_parts")
    for question in asked:
        assert answerer.answer(question).headline


def test_the_same_table(tmp_path: Path) -> None:
    """Read again it is the same; what a caller does to it is nobody else's."""
    first = Kept.of(tmp_path / "kept")
    said = first.table(_TOML)
    first.keep()
    again = Kept.of(tmp_path / "kept")
    assert (
        again.table(_TOML)
        == said
        == {"words": {"same": [["产值", "总产值"]]}, "bound": {"least": 0.5, "last": 3}}
    )
    again.table(_TOML)["words"].clear()
    assert again.table(_TOML) == said
    assert not again.fresh


def test_what_is_changed_is_compiled(tmp_path: Path) -> None:
    """A text is looked up by itself."""
    first = Kept.of(tmp_path / "kept")
    first.table(_TOML)
    first.keep()
    again = Kept.of(tmp_path / "kept")
    assert again.table(_TOML.replace("0.5", "0.6"))["bound"]["least"] == 0.6
    again.keep()
    assert len(Kept.of(tmp_path / "kept").known) == 2


@pytest.mark.parametrize(
    "written",
    [
        b"",
        b"\x00",
        b"not a file of ours",
        sealed(b""),
        sealed(marshal.dumps(3)),
        sealed(marshal.dumps(((1, 2, 3, 4), {("a", 0): None}))),
    ],
    ids=["empty", "zero", "text", "nothing", "number", "another version"],
)
def test_nothing_is_taken_of_another_file(written: bytes, tmp_path: Path) -> None:
    """Of a damaged file, or one of another Python, nothing is known; it is written anew."""
    (tmp_path / "kept").write_bytes(written)
    found = Kept.of(tmp_path / "kept")
    assert found.known == {}
    assert found.compiled("a|b").findall("cab") == ["a", "b"]
    found.keep()
    assert len(Kept.of(tmp_path / "kept").known) == 1


def test_nothing_is_taken_of_a_damaged_file(tmp_path: Path) -> None:
    """Whichever byte is another, and wherever it was cut off."""
    first = Kept.of(tmp_path / "kept")
    first.compiled("a|b")
    first.keep()
    whole = (tmp_path / "kept").read_bytes()
    cut = [whole[:end] for end in range(len(whole))]
    other = [whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :] for at in range(len(whole))]
    for content in (*cut, *other):
        (tmp_path / "kept").write_bytes(content)
        assert Kept.of(tmp_path / "kept").known == {}


def test_what_is_kept_does_not_grow_for_ever(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where all together are too much, only what is new is kept."""
    first = Kept.of(tmp_path / "kept")
    first.compiled("a|b")
    first.keep()
    monkeypatch.setattr(compiled, "_LARGEST", (tmp_path / "kept").stat().st_size)
    again = Kept.of(tmp_path / "kept")
    again.compiled("a|c")
    again.keep()
    assert list(Kept.of(tmp_path / "kept").known) == [("a|c", 0)]


def test_two_that_write_at_once(tmp_path: Path) -> None:
    """What the last one knows is there, whole, and nothing else is left."""
    one, other = Kept.of(tmp_path / "kept"), Kept.of(tmp_path / "kept")
    one.compiled("a|b")
    other.compiled("a|c")
    one.keep()
    other.keep()
    assert list(Kept.of(tmp_path / "kept").known) == [("a|c", 0)]
    assert [path.name for path in tmp_path.iterdir()] == ["kept"]


def test_a_file_that_cannot_be_put_there(tmp_path: Path) -> None:
    """It is compiled each time, and nothing is left of the attempt."""
    (tmp_path / "kept" / "inside").mkdir(parents=True)
    found = Kept.of(tmp_path / "kept")
    assert found.compiled("a|b").findall("cab") == ["a", "b"]
    found.keep()
    assert [path.name for path in tmp_path.iterdir()] == ["kept"]


def test_each_process_makes_the_same_patterns(tmp_path: Path) -> None:
    """Words in the order of a set would make others in each: nothing kept would be found, and all would be kept."""
    code = (
        "from bot.understanding.lexicon import lexicon\n"
        "from bot.understanding.expressions.runs import _any_of\n"
        "from corpus.compiled import _kept\n"
        "made = [_any_of(group) for group in lexicon().exclusive]\n"
        "kept = _kept()\n"
        "print(len(kept.known) + len(kept.fresh))\n"
    )
    told = {"PYTHONPYCACHEPREFIX": str(tmp_path), "PYTHONDONTWRITEBYTECODE": ""}
    counts = [
        subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, **told, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    ]
    assert counts[0] == counts[1]
    assert int(counts[0]) > 0


@pytest.mark.parametrize("forbidden", ["", "1"])
def test_where_python_keeps_nothing(forbidden: str, tmp_path: Path) -> None:
    """It is in the user's cache, and taken from there."""
    code = "from corpus.compiled import _kept, compiled\ncompiled('a|b')\nprint(len(_kept().fresh))"
    bytecode = tmp_path / "bytecode"
    bytecode.touch()  # no folder, for the superuser neither
    told = {
        "PYTHONPYCACHEPREFIX": str(tmp_path / "other" if forbidden else bytecode),
        "PYTHONDONTWRITEBYTECODE": forbidden,
        "XDG_CACHE_HOME": str(tmp_path / "cache"),
    }
    said = [
        subprocess.run(
            [sys.executable, "-c", code], env={**os.environ, **told}, capture_output=True, check=True
        ).stdout
        for _ in range(2)
    ]
    assert [int(one) for one in said] == [1, 0]
    assert [path.suffix for path in (tmp_path / "cache" / "dafu").iterdir()] == [".kept"]


def test_where_nothing_may_be_written(tmp_path: Path) -> None:
    """It is compiled each time."""
    found = Kept.of(tmp_path / "nowhere" / "kept")
    assert found.compiled("a|b").findall("cab") == ["a", "b"]
    found.keep()
    assert not (tmp_path / "nowhere").exists()


def test_a_python_with_another_compiler(monkeypatch: pytest.MonkeyPatch) -> None:
    """Its own `re.compile` is taken."""
    monkeypatch.setattr(compiled, "_kept", lambda: None)
    assert compiled.compiled("a|b").findall("cab") == ["a", "b"]
    assert compiled.table(_TOML)["bound"]["last"] == 3
