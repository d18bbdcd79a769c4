"""`dafu add`, `remove`, `letters`, `index`: the corpus kept up to date from the command line."""

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from bot.__main__ import app
from corpus.formats.plain import plain_text
from corpus.formats.structure.document import Document
from corpus.source import READERS
from index.opened import Index
from index.shelf import take, withdraw
from index.sqlite.database import NAME
from index.sqlite.store import SqliteStore
from index.store import open_index
from tests.libraries import PUMPS, TEA, Hashed, Watched, write

FILES = Path(__file__).parent / "data" / "files"


@pytest.fixture
def offered(tmp_path: Path) -> Path:
    return write(tmp_path / "offered", tea=TEA, pumps=PUMPS)


def names(corpus: Path) -> list[str]:
    return sorted(path.relative_to(corpus).as_posix() for path in corpus.rglob("*") if path.is_file())


def test_files_and_folders_are_put_in_with_their_sidecars(offered: Path, tmp_path: Path) -> None:
    """A folder's files keep their places in it; what is hidden stays out."""
    (offered / "tea.txt.toml").write_text('url = "http://a.gov.cn"')
    (offered / ".notes.txt").write_text("x")
    write(offered / "2023", rice=TEA.replace("茶", "稻"))
    taken = take([offered, FILES / "reply.pdf"], tmp_path / "corpus")
    assert len(taken.put) == 4
    assert names(tmp_path / "corpus") == [
        "2023/rice.txt",
        "pumps.txt",
        "reply.pdf",
        "tea.txt",
        "tea.txt.toml",
    ]


def test_a_file_is_read_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is offered is what is put: its text is not made out of it a second time, another's is."""
    made: list[str] = []

    def counting(content: bytes, path: Path) -> Document:
        made.append(path.name)
        return plain_text(content, path)

    monkeypatch.setitem(READERS, ".txt", counting)
    offered = write(tmp_path / "offered", tea=TEA, pumps=PUMPS)
    assert run(tmp_path, "add", offered).exit_code == 0
    assert sorted(made) == ["pumps.txt", "tea.txt"]


def test_the_same_content_is_not_taken_twice(offered: Path, tmp_path: Path) -> None:
    """Under its own name or another; a changed file of the same name replaces the old one."""
    corpus = tmp_path / "corpus"
    take([offered], corpus)
    again = write(tmp_path / "again", tea=TEA, copy=PUMPS)
    taken = take([again], corpus)
    assert (taken.put, [there.name for _, there in taken.same]) == ((), ["pumps.txt", "tea.txt"])
    write(again, tea=TEA + "更正。\n")
    assert take([again / "tea.txt"], corpus).put == (corpus / "tea.txt",)
    assert (corpus / "tea.txt").read_text(encoding="utf-8").endswith("更正。\n")


def test_what_cannot_be_read_is_not_put_in(offered: Path, tmp_path: Path) -> None:
    """The rest is."""
    taken = take([FILES / "scanned.pdf", FILES / "encrypted.pdf", offered / "tea.txt"], tmp_path / "corpus")
    assert [line.split("：")[0] for line in taken.refused] == ["scanned.pdf", "encrypted.pdf"]
    assert names(tmp_path / "corpus") == ["tea.txt"]


def test_what_is_withdrawn_is_put_aside(offered: Path) -> None:
    """With its sidecar, where no index sees it."""
    (offered / "tea.txt.toml").write_text('url = "http://a.gov.cn"')
    assert withdraw(offered, "tea") == offered / ".removed" / "tea.txt"
    assert names(offered) == [".removed/tea.txt", ".removed/tea.txt.toml", "pumps.txt"]
    assert withdraw(offered, "tea") is None


def run(folder: Path, *arguments: str | Path) -> Result:
    """The `dafu` command with a corpus and an index of its own."""
    given = {"DAFU_CORPUS": str(folder / "corpus"), "DAFU_INDEX": str(folder / "index")}
    return CliRunner().invoke(app(), list(map(str, arguments)), env=given)


def test_the_commands(offered: Path, tmp_path: Path) -> None:
    """From an empty corpus to an empty one."""
    added = run(tmp_path, "add", offered, FILES / "scanned.pdf")
    assert added.exit_code == 0
    assert "scanned.pdf：" in added.output
    assert [line.split(":")[0] for line in added.stdout.splitlines()] == ["pumps", "tea"]
    assert "5 个数字" not in run(tmp_path, "add", offered / "tea.txt").output
    listed = run(tmp_path, "letters").stdout.splitlines()
    assert listed[1].startswith("pumps,临江区2024年泵阀产业情况,,临江区,2024年")
    assert (
        run(
            tmp_path, "add", offered / "tea.txt", "--title", "茶", "--place", "甲县", "--date", "2025-01-02"
        ).exit_code
        == 0
    )
    assert "tea,茶,,甲县,2024年,2025-01-02" in run(tmp_path, "letters").stdout
    assert run(tmp_path, "index").stdout.startswith("共 2 个文件")
    assert run(tmp_path, "remove", "pumps", "tea").exit_code == 0
    assert run(tmp_path, "index").stdout.startswith("共 0 个文件")


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param(["remove", "none"], id="no such letter"),
        pytest.param(["add", str(FILES / "scanned.pdf")], id="nothing that can be read"),
        pytest.param(["add", "/none/such"], id="no such file"),
        pytest.param(["letters", "--corpus", "/none/such"], id="no such corpus"),
    ],
)
def test_bad_use_ends_with_2(offered: Path, tmp_path: Path, arguments: list[str]) -> None:
    """And a line that says what is wrong."""
    take([offered], tmp_path / "corpus")
    ended = run(tmp_path, *arguments)
    assert ended.exit_code == 2
    assert ended.stderr.strip()


STATES = {
    "old": {"pumps": PUMPS},
    "new": {
        "pumps": PUMPS,
        **{f"tea{number}": TEA.replace("6420", str(6420 + number)) for number in range(12)},
    },
}


@pytest.mark.skipif(os.name != "posix", reason="kills a process")
@pytest.mark.parametrize("moment", [0.05, 0.35, 0.6, 0.7, 0.8, 0.9, 0.97])
def test_a_killed_update_leaves_the_old_state_or_the_new(tmp_path: Path, moment: float) -> None:
    """kill -9 while documents are read, stored and sealed."""
    corpus = write(tmp_path / "corpus", **STATES["old"])
    open_index(corpus, tmp_path / "index", Hashed()).close()
    write(corpus, **STATES["new"])
    script = (
        "import sys; from pathlib import Path; from index.store import open_index; from tests.libraries import Hashed;"
        "print('ready', flush=True); open_index(Path(sys.argv[1]), Path(sys.argv[2]), Hashed()); print('done', flush=True)"
    )
    command = [sys.executable, "-c", script, str(corpus), str(tmp_path / "index")]
    shutil.copytree(tmp_path / "index", tmp_path / "before")
    took = _killed(command, None)
    shutil.rmtree(tmp_path / "index")
    shutil.move(tmp_path / "before", tmp_path / "index")
    _killed(command, moment * took)
    found = set(Index(SqliteStore(tmp_path / "index" / NAME), Hashed()).letters)
    assert found in (STATES["old"].keys(), STATES["new"].keys())
    report = Watched()
    assert open_index(corpus, tmp_path / "index", Hashed(), report).letters.keys() == STATES["new"].keys()
    assert (report.why, len(report.letters)) == ([], len(STATES["new"]) - len(found))


def _killed(command: list[str], after: float | None) -> float:
    """Run until that many seconds after it is ready, or to its end; the seconds it took."""
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, cwd=Path(__file__).parents[1], text=True
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        began = time.perf_counter()
        if after is not None:
            time.sleep(after)
            process.send_signal(signal.SIGKILL)
        process.wait()
        return time.perf_counter() - began
