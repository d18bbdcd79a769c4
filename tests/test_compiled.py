"""What is kept compiled: the same patterns and tables, and nothing of another version."""

import marshal
import re
from pathlib import Path

import pytest

from corpus import compiled
from corpus.compiled import Kept

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
    [b"", b"\x00", b"not a file of ours", marshal.dumps(3), marshal.dumps(((1, 2, 3, 4), {("a", 0): None}))],
    ids=["empty", "zero", "text", "number", "another version"],
)
def test_nothing_is_taken_of_another_file(written: bytes, tmp_path: Path) -> None:
    """Of a damaged file, or one of another Python, nothing is known; it is written anew."""
    (tmp_path / "kept").write_bytes(written)
    found = Kept.of(tmp_path / "kept")
    assert found.known == {}
    assert found.compiled("a|b").findall("cab") == ["a", "b"]
    found.keep()
    assert len(Kept.of(tmp_path / "kept").known) == 1


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
