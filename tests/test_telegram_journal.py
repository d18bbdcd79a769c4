"""The journal, on SQLite and on a PostgreSQL server where one is there."""

import os
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import Engine, text
from sqlalchemy.exc import DBAPIError

from bot.answer import Kind
from bot.service.journal.exchange import Place
from bot.service.journal.exchanges import Exchanges
from bot.service.journal.fault import JournalUnavailable
from bot.service.journal.follows import Follower, Follows
from bot.service.journal.inbox import TRIES, Inbox
from bot.service.journal.people import People
from bot.service.journal.stats import export, stats
from bot.service.journal.store import open_journal
from bot.service.journal.tables import languages, metadata
from bot.service.journal.uploads import Files
from tests.botapi.sample import answer, level_answer

PLACE = Place(42, 42)
OTHER = Place(43, 43)
# Group and channel numbers of Telegram go beyond 32 bits.
FAR = Place(-1_002_000_000_000, 7_000_000_000, 5)


@pytest.fixture(params=["sqlite", "postgres"])
def engine(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Engine]:
    """An empty journal."""
    url = (
        f"sqlite:///{tmp_path / 'j.sqlite'}"
        if request.param == "sqlite"
        else request.getfixturevalue("database").replace("postgresql:", "postgresql+psycopg:")
    )
    opened = open_journal(url)
    yield opened
    metadata.drop_all(opened)
    opened.dispose()


def test_exchange_comes_back(engine: Engine) -> None:
    """By its id and by the message of its question, with the ids of what it gave."""
    exchanges = Exchanges(engine)
    said = level_answer("医化产业产值")
    number = exchanges.record(FAR, 9, "医化<产业>产值", said, 1.5)
    exchanges.replied(number, [10, 11])
    found = exchanges.find(number)
    assert found == exchanges.of_message(FAR.chat, 9)
    assert found is not None
    assert (found.place, found.question, found.replies) == (FAR, "医化<产业>产值", (10, 11))
    assert [mark.id for mark in found.figures] == [figure.id for figure in said.figures]
    assert [mark.id for mark in found.passages] == [one.passage.id for one in said.cited]
    assert found.offers == said.suggestions


def test_nothing_comes_back_of_nothing(engine: Engine) -> None:
    """An id that was never given."""
    assert Exchanges(engine).find(7) is None
    assert Exchanges(engine).of_message(1, 1) is None


def test_history_is_the_dialogue_here(engine: Engine) -> None:
    """The last questions of this person in this chat, oldest first, until /new."""
    exchanges = Exchanges(engine)
    for question in "一二三四五六":
        exchanges.record(PLACE, 0, question, answer(question, ()), 1)
    exchanges.record(OTHER, 0, "别人的", answer("x", ()), 1)
    assert exchanges.history(PLACE, time.time()) == ("三", "四", "五", "六")
    exchanges.begin_anew(PLACE)
    assert exchanges.history(PLACE, time.time()) == ()
    assert exchanges.history(OTHER, time.time()) == ("别人的",)


def test_exchange_is_found_by_its_answers_message(engine: Engine) -> None:
    """By the whole number, in its own chat, also after a part of the number is in another."""
    exchanges = Exchanges(engine)
    number = exchanges.record(PLACE, 1, "一", answer("x", ()), 1)
    exchanges.replied(number, [10, 11])
    other = exchanges.record(PLACE, 2, "二", answer("x", ()), 1, number)
    exchanges.replied(other, [110, 7011])
    found = exchanges.answered_in(PLACE.chat, 11)
    assert found is not None
    assert found.id == number
    assert exchanges.answered_in(OTHER.chat, 11) is None
    assert exchanges.answered_in(PLACE.chat, 1) is None


def test_long_chain_of_replies_is_cut(engine: Engine) -> None:
    """The last questions of it, however many people took part."""
    exchanges = Exchanges(engine)
    number = None
    for place, question in enumerate("一二三四五六七"):
        number = exchanges.record(Place(-1, place), 0, question, answer("x", ()), 1, number)
    assert number is not None
    last = exchanges.find(number)
    assert last is not None
    assert exchanges.dialogue(last) == ("四", "五", "六", "七")


def test_inbox_gives_back_what_was_not_answered(engine: Engine) -> None:
    """In order, without doubles, until it is done."""
    inbox = Inbox(engine)
    assert inbox.add(2, 42, "two")
    assert inbox.add(1, 42, "one")
    assert not inbox.add(2, 42, "two again")
    assert [(one.update_id, one.body) for one in inbox.waiting()] == [(1, "one"), (2, "two")]
    inbox.done(1)
    assert not inbox.add(1, 42, "one")
    assert [one.update_id for one in inbox.waiting()] == [2]


def test_update_is_given_up_after_its_tries(engine: Engine) -> None:
    """A try taken back does not count."""
    inbox = Inbox(engine)
    inbox.add(1, 42, "x")
    for _ in range(TRIES - 1):
        inbox.begin(1)
    inbox.begin(1)
    inbox.postpone(1)
    assert [one.given_up for one in inbox.waiting()] == [False]
    inbox.begin(1)
    assert [one.given_up for one in inbox.waiting()] == [True]


def test_code_admits_one_person(engine: Engine) -> None:
    """Once, and only the right one."""
    people = People(engine)
    code = people.new_code()
    assert not people.admit(1, "wrong")
    assert people.admit(1, code)
    assert not people.admit(2, code)
    assert (people.is_member(1), people.is_member(2)) == (True, False)


def test_forget_takes_one_person_out_of_every_table(engine: Engine) -> None:
    """Nothing of the person's words or numbers stays, everything of others does."""
    exchanges, people = Exchanges(engine), People(engine)
    for place in (PLACE, OTHER):
        number = exchanges.record(place, 1, f"问题{place.person}", answer("x", ()), 1)
        people.judge(number, place.person, 1)
        people.judge(number, 99, -1)
        exchanges.begin_anew(place)
        Inbox(engine).add(place.person, place.person, f"body of {place.person}")
        Files(engine).keep(place.person, "f.txt", f"content of {place.person}".encode())
        Follows(engine).add(place.person, f"问题{place.person}", f"en of {place.person}")
    people.forget(42)
    with engine.connect() as connection:
        rows = [
            str(tuple(row)) for table in metadata.sorted_tables for row in connection.execute(table.select())
        ]
    assert not [row for row in rows if "问题42" in row or "of 42" in row]
    assert len([row for row in rows if "问题43" in row or "of 43" in row]) == 5
    assert stats(engine).good + stats(engine).bad == 2


def test_followers_are_kept_with_their_language(engine: Engine) -> None:
    """As it was last; of who followed before it was kept the first is taken; with the last word it goes."""
    follows = Follows(engine)
    follows.add(42, "教育", "en")
    follows.add(42, "卫生", "zh-hant")
    with engine.begin() as connection:
        connection.execute(text("insert into follows values (43, '教育', 1)"))
    assert follows.all() == {
        42: Follower("zh-hant", ("教育", "卫生")),
        43: Follower("zh-hans", ("教育",)),
    }
    for word in ("卫生", "教育"):
        follows.drop(42, word)
    with engine.connect() as connection:
        assert connection.execute(languages.select()).all() == []


def test_old_rows_expire(engine: Engine) -> None:
    """After the days that were set."""
    exchanges = Exchanges(engine)
    old = exchanges.record(PLACE, 1, "旧", answer("x", ()), 1)
    new = exchanges.record(PLACE, 2, "新", answer("x", ()), 1)
    with engine.begin() as connection:
        connection.execute(text(f"update exchanges set at = at - 86400 * 31 where id = {old}"))
    People(engine).expire(30)
    assert exchanges.find(old) is None
    assert exchanges.find(new) is not None


def test_number_of_an_erased_exchange_is_not_given_again(engine: Engine) -> None:
    """Or an old button would show somebody else's answer."""
    exchanges = Exchanges(engine)
    old = exchanges.record(PLACE, 1, "旧", answer("x", ()), 1)
    People(engine).forget(42)
    assert exchanges.record(OTHER, 1, "新", answer("x", ()), 1) > old


def test_stats_and_export(engine: Engine) -> None:
    """Counts, the slowest, the most frequent refusals; a row an exchange."""
    exchanges = Exchanges(engine)
    for question, milliseconds in (("医化产业产值", 5.0), ("无", 90.0), ("无", 1.0), ("没有", 2.0)):
        exchanges.record(PLACE, 0, question, answer(question, ()), milliseconds)
    counts = stats(engine)
    assert (counts.questions, counts.answered, counts.refused, counts.people) == (4, 1, 3, 1)
    assert (counts.slowest, counts.slowest_question) == (90.0, "无")
    assert [(often.question, often.times) for often in counts.unanswered] == [("无", 2), ("没有", 1)]
    assert export(engine).decode("utf-8-sig").count("\r\n") == 5
    assert Kind.NOT_FOUND in export(engine).decode()


def test_pictures_are_remembered(engine: Engine) -> None:
    """The last id that Telegram gave."""
    files = Files(engine)
    assert files.picture("d") is None
    files.remember("d", "one")
    files.remember("d", "two")
    assert files.picture("d") == "two"


@pytest.mark.parametrize("old", [False, True])
def test_journal_is_for_its_owner_alone(tmp_path: Path, old: bool) -> None:
    """Its files have mode 0600 whatever the umask is, one made before as well."""
    before = os.umask(0o022)
    try:
        file = tmp_path / "j.sqlite"
        if old:
            sqlite3.connect(file).execute("create table inbox_of_old (x)").connection.close()
            assert file.stat().st_mode & 0o777 == 0o644
        opened = open_journal(f"sqlite:///{file}")
        Inbox(opened).add(1, 42, "x")
        modes = {path.name: path.stat().st_mode & 0o777 for path in tmp_path.iterdir()}
        opened.dispose()
    finally:
        os.umask(before)
    assert modes == dict.fromkeys(["j.sqlite", "j.sqlite-wal", "j.sqlite-shm"], 0o600)


def test_failure_and_statement_log_have_no_values(
    engine: Engine, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A question is in neither, whoever turns the log of statements on."""
    secret = "绝密问题七三一"
    monkeypatch.setattr(engine, "echo", True)
    Exchanges(engine).record(PLACE, 0, secret, answer("x", ()), 1)
    metadata.drop_all(engine)
    with pytest.raises(DBAPIError) as raised:
        Exchanges(engine).record(PLACE, 0, secret, answer("x", ()), 1)
    assert secret not in str(raised.value)
    assert "INSERT INTO exchanges" in caplog.text
    assert secret not in caplog.text


@pytest.mark.parametrize(
    ("url", "why"),
    [
        ("sqlite:////no/such/folder/j.sqlite", "No such file or directory"),
        ("nonsense", "不是数据库的地址"),
        ("postgresql+psycopg://u:geheim@h:port/x", "不是数据库的地址"),
        ("geheim://x", "Can't load plugin"),
        ("postgresql+psycopg://u:geheim@127.0.0.1:1/x", "Connection refused"),
        ("sqlite:////dev/null/j", "Not a directory"),
    ],
)
def test_journal_that_cannot_be_opened(url: str, why: str) -> None:
    """One line that says why, without the password."""
    with pytest.raises(JournalUnavailable, match=why) as raised:
        open_journal(url)
    assert "geheim@" not in str(raised.value)
    assert "\n" not in str(raised.value)


def test_journal_that_somebody_keeps_is_told_so(tmp_path: Path) -> None:
    """Not by the name of a class; when it is let go, it is opened."""
    file = tmp_path / "j.sqlite"
    with closing(sqlite3.connect(file)) as other:
        other.execute("begin exclusive")
        with pytest.raises(JournalUnavailable, match=r"j\.sqlite .*database is locked"):
            open_journal(f"sqlite:///{file}")
    open_journal(f"sqlite:///{file}").dispose()
