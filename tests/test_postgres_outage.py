"""A database that goes away, comes back, is taken over, refuses or only reads: one clear line, nothing lost."""

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack, closing
from pathlib import Path
from tempfile import TemporaryDirectory

import psycopg
import pytest

from bot.__main__ import main
from bot.cli.open import SHIPPED
from bot.telegram.connection.steady import is_passing
from index.fault import StoreUnavailable, UnusableIndex
from index.opened import Index
from tests.databases import connected, is_counted_right, opened_at
from tests.libraries import PUMPS, TEA, Watched, write
from tests.postgres import NoServer, Server, server

ROOT = Path(__file__).parents[1]
RICE = "松川县统计局\n全县水稻产量9.8万吨。\n"


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    return write(tmp_path / "letters", tea=TEA, pumps=PUMPS)


@pytest.fixture
def own() -> Iterator[Server]:
    """A server of the test's own, with a password."""
    with ExitStack() as stack:
        try:
            yield stack.enter_context(server("geheim"))
        except (NoServer, FileNotFoundError) as error:
            pytest.skip(str(error))


def first(index: Index, question: str) -> str:
    return index.search(question)[0].passage.text


def test_a_server_restarted_in_the_middle_of_a_question(corpus: Path, own: Server) -> None:
    """It goes on where it was, in the state that it saw."""
    with closing(opened_at(corpus, own.address)) as index, index.state() as state:
        assert first(index, "干茶产量").startswith("干茶产量6420吨")
        own.stop()
        threading.Timer(0.5, own.start).start()
        assert first(index, "118.42亿元是什么").startswith("泵阀产业实现产值118.42亿元")
        with index.state() as still:
            assert still == state


def test_a_server_that_comes_back_with_other_letters(corpus: Path, own: Server) -> None:
    """No answer is of two states: the question is to be asked again, and then it is answered."""
    with closing(opened_at(corpus, own.address)) as index:
        with index.state():
            first(index, "干茶产量")
            own.stop("fast")
            own.start()
            opened_at(write(corpus, rice=RICE), own.address).close()
            with pytest.raises(StoreUnavailable, match="再问一次") as raised:
                first(index, "泵阀产业产值")
        assert is_passing(raised.value)
        assert first(index, "水稻产量") == "全县水稻产量9.8万吨。"


def test_a_server_that_stays_away_is_one_line(corpus: Path, own: Server) -> None:
    """Without the password; and when it is back, so are the answers."""
    opened_at(corpus, own.address).close()
    with closing(opened_at(None, own.address, patience=0.3)) as index:
        assert first(index, "干茶产量")
        own.stop("fast")
        for _ in range(2):
            with pytest.raises(StoreUnavailable) as raised:
                first(index, "干茶产量")
            assert "geheim" not in str(raised.value)
            assert "\n" not in str(raised.value)
        own.start()
        assert first(index, "干茶产量").startswith("干茶产量6420吨")


@pytest.mark.parametrize(
    "address",
    [
        pytest.param("postgresql://dafu:falsch@/postgres?host={folder}", id="wrong password"),
        pytest.param("postgresql://dafu:falsch@/none?host={folder}/none", id="nobody listens"),
        pytest.param("postgresql://dafu:falsch@127.0.0.1:1/none", id="closed port"),
        pytest.param("postgresql://dafu:falsch@/postgres?colour=falsch", id="unknown option"),
    ],
)
def test_an_address_that_does_not_work_is_one_line(
    address: str, own: Server, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """On standard error, with exit 2, without the password."""
    monkeypatch.setenv("DAFU_INDEX", address.format(folder=own.folder))
    monkeypatch.setattr(sys, "argv", ["dafu", "ask", "干茶产量"])
    with pytest.raises(SystemExit) as ended:
        main()
    said = capfd.readouterr()
    assert (ended.value.code, said.out) == (2, "")
    assert said.err.strip().count("\n") == 0
    assert "postgresql://" in said.err
    assert "falsch" not in said.err


def test_a_server_that_only_reads_answers_as_it_is(corpus: Path, database: str) -> None:
    """And says in a line that what is new was not taken."""
    opened_at(corpus, database).close()
    with psycopg.connect(database, autocommit=True) as connection:
        connection.execute(f"ALTER DATABASE {connection.info.dbname} SET default_transaction_read_only TO on")
    report = Watched()
    with closing(opened_at(write(corpus, rice=RICE), database, report=report)) as index:
        assert first(index, "干茶产量").startswith("干茶产量6420吨")
        assert index.letters.keys() == {"tea", "pumps"}
    assert [line for line in report.refused if "只读" in line and "\n" not in line] == report.refused != []


def test_an_empty_server_that_only_reads_is_one_line(corpus: Path, database: str) -> None:
    """There is nothing to answer from."""
    with psycopg.connect(database, autocommit=True) as connection:
        connection.execute(f"ALTER DATABASE {connection.info.dbname} SET default_transaction_read_only TO on")
    with pytest.raises(UnusableIndex, match="只读"):
        opened_at(corpus, database)


def test_a_replica_answers_and_takes_over(corpus: Path, own: Server) -> None:
    """An address of two servers goes on with the one that is left, in the middle of a question too."""
    opened_at(corpus, own.address).close()
    with TemporaryDirectory() as name:
        replica = own.replica(Path(name))
        replica.start()
        try:
            with closing(opened_at(None, replica.address)) as index:
                assert first(index, "干茶产量").startswith("干茶产量6420吨")
            both = own.address.replace(f"host={own.folder}", f"host={own.folder},{replica.folder}")
            with closing(opened_at(None, both)) as index, index.state():
                assert first(index, "干茶产量").startswith("干茶产量6420吨")
                own.stop()
                replica.promote()
                assert first(index, "118.42亿元是什么").startswith("泵阀产业实现产值118.42亿元")
            opened_at(write(corpus, rice=RICE), both).close()
            with closing(opened_at(None, both)) as index:
                assert index.letters.keys() == {"tea", "pumps", "rice"}
        finally:
            replica.stop()


WRITER = """
import sys
from pathlib import Path
from tests.databases import opened_at
opened_at(Path(sys.argv[1]), sys.argv[2]).close()
"""


def test_a_killed_writer_leaves_whole_letters(corpus: Path, database: str) -> None:
    """Those that it had finished, counted right; whoever comes next reads the rest."""
    opened_at(corpus, database).close()
    for number in range(60):
        write(corpus, **{f"rice{number:02}": RICE.replace("松川", f"松川{number}") + TEA * 5})
    writer = subprocess.Popen([sys.executable, "-c", WRITER, corpus, database], cwd=ROOT)
    with connected(database) as watch:
        many = "SELECT FROM letters HAVING count(*) >= 10"
        while not watch.execute(many).fetchall() and writer.poll() is None:
            time.sleep(0.005)
    os.kill(writer.pid, signal.SIGKILL)
    writer.wait()
    assert is_counted_right(database)
    with closing(opened_at(None, database)) as index:
        there = len(index.letters)
        assert 10 <= there < 62
        assert all(index.passages(name) and index.figures([name]) for name in index.letters)
    report = Watched()
    with closing(opened_at(corpus, database, report=report)) as index:
        assert len(index.letters) == 62
    assert len(report.letters) == 62 - there
    assert is_counted_right(database)


def test_writers_take_turns(corpus: Path, database: str) -> None:
    """Two that begin at once with nothing there make one index, and read no letter twice."""
    reports = [Watched(), Watched()]
    threads = [
        threading.Thread(target=lambda report=report: opened_at(corpus, database, report=report).close())
        for report in reports
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(name for report in reports for name in report.letters) == ["pumps", "tea"]
    assert is_counted_right(database)


@pytest.mark.parametrize("command", [["add", "README.md"], ["remove", "2024-jiaojiang-133"]])
def test_documents_want_a_folder(
    command: list[str], capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The shipped one is not a database's: nothing is put there or taken out."""
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("DAFU_INDEX", "postgresql://dafu@127.0.0.1:1/none")
    monkeypatch.setattr(sys, "argv", ["dafu", *command])
    before = sorted(SHIPPED.rglob("*"))
    with pytest.raises(SystemExit) as ended:
        main()
    assert ended.value.code == 2
    assert "--corpus" in capfd.readouterr().err
    assert sorted(SHIPPED.rglob("*")) == before
