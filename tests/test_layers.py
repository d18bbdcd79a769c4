"""The shape of the code: imports go one way, files are short and named for what they hold."""

import ast
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGES = ("corpus", "index", "bot", "tests")
# What each package may import of this project.
MAY = {
    "corpus": {"corpus"},
    "index": {"corpus", "index"},
    "bot": {"corpus", "index", "bot"},
    "tests": {"corpus", "index", "bot", "tests"},
}
LONGEST = 300
MOST = 12
JUNK = {"utils", "util", "common", "helpers", "helper", "misc", "const", "constants", "shared"}


def sources(package: str) -> list[Path]:
    return sorted((ROOT / package).rglob("*.py"))


def imported(path: Path) -> Iterator[str]:
    """The top-level names that a file imports, wherever in it."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (name.name.split(".")[0] for name in node.names)
        if isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module.split(".")[0]


@pytest.mark.parametrize("package", PACKAGES)
def test_packages_import_one_way(package: str) -> None:
    """bot from index and corpus, index from corpus, corpus from nothing of ours."""
    beyond = {path.name: set(imported(path)) & MAY.keys() - MAY[package] for path in sources(package)}
    assert {name: others for name, others in beyond.items() if others} == {}


@pytest.mark.parametrize("package", PACKAGES)
def test_no_file_is_long(package: str) -> None:
    """A god module grows line by line."""
    lines = {
        str(path.relative_to(ROOT)): len(path.read_text(encoding="utf-8").splitlines())
        for path in sources(package)
    }
    assert {name: count for name, count in lines.items() if count > LONGEST} == {}


@pytest.mark.parametrize("package", ["corpus", "index", "bot"])
def test_no_folder_is_crowded(package: str) -> None:
    """What belongs together is seen at a glance: at most twelve modules beside a folder's own line."""
    found = Counter(
        str(path.parent.relative_to(ROOT)) for path in sources(package) if path.stem != "__init__"
    )
    assert {name: count for name, count in found.items() if count > MOST} == {}


@pytest.mark.parametrize("package", PACKAGES)
def test_no_file_is_a_drawer(package: str) -> None:
    """A file is named after what it gives."""
    assert [path.name for path in sources(package) if path.stem in JUNK or path.parent.name in JUNK] == []


@pytest.mark.parametrize("package", ["corpus", "index", "bot"])
def test_every_module_says_what_it_is(package: str) -> None:
    """A docstring, whose first line is a sentence."""
    for path in sources(package):
        text = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or ""
        assert text.split("\n")[0].endswith((".", ":")), path


def test_understanding_knows_nothing_of_answering() -> None:
    """A question is read without what answers it, and neither knows the terminal, Telegram or the web pages."""
    outer = {
        "understanding": ("answering", "cli", "telegram", "web"),
        "answering": ("cli", "telegram", "web"),
    }
    for inner, others in outer.items():
        text = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "bot" / inner).glob("*.py"))
        assert [other for other in others if f"bot.{other}" in text] == []


def test_what_is_shared_knows_none_of_those_who_share_it() -> None:
    """The bot and the pages stand on the same service; the pages know nothing of Telegram's library."""
    imports = {folder: _imports(ROOT / "bot" / folder) for folder in ("service", "web")}
    assert [
        name for name in imports["service"] if name.startswith(("telegram", "bot.telegram", "bot.web"))
    ] == []
    assert [name for name in imports["web"] if name.startswith(("telegram", "bot.telegram"))] == []


def _imports(folder: Path) -> set[str]:
    """The modules that the files of a folder import, by their whole names."""
    nodes = [
        node
        for path in folder.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
    ]
    plain = {name.name for node in nodes if isinstance(node, ast.Import) for name in node.names}
    return plain | {node.module for node in nodes if isinstance(node, ast.ImportFrom) and node.module}


def test_the_imports_of_a_file_are_seen(tmp_path: Path) -> None:
    """Those inside functions too."""
    file = tmp_path / "a.py"
    file.write_text("import os.path\ndef f():\n    from bot.cli import ask\n", encoding="utf-8")
    assert set(imported(file)) == {"os", "bot"}
