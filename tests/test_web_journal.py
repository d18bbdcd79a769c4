"""What the web pages write down, and how it is erased."""

import asyncio
import threading
from pathlib import Path

import pytest
from sqlalchemy import Engine, func, select

from bot.service.journal.tables import exchanges, feedback
from bot.web.readers.access import SESSION
from bot.web.readers.reader import NOBODY, is_visitor, visitor_number
from bot.web.site import Site
from tests.pages.served import Client, client, closed, made

QUESTION = "电子信息产业产值多少"


async def journalled(site: Site, asking: Client, question: str = QUESTION) -> None:
    """A question asked on the page."""
    assert (await asking.post("/ask", data={"q": question})).status == 200


def counts(site: Site) -> tuple[int, int]:
    """How many exchanges and opinions are in the journal."""
    with site.office.engine.connect() as connection:
        return (
            connection.execute(select(func.count()).select_from(exchanges)).scalar_one(),
            connection.execute(select(func.count()).select_from(feedback)).scalar_one(),
        )


async def test_questions_are_journalled_and_forgotten(tmp_path: Path) -> None:
    """With what was thought of the answers; those of others stay."""
    site = made(tmp_path)
    async with client(site) as asking, client(site) as another:
        for one in (asking, another):
            await one.get("/")
            await journalled(site, one)
        judged = await asking.post("/feedback", data={"exchange": "1", "verdict": "1"})
        assert judged.status == 200
        # Another browser's answer cannot be judged.
        assert (await asking.post("/feedback", data={"exchange": "2", "verdict": "-1"})).status == 404
        assert counts(site) == (2, 1)
        forgotten = await asking.post("/forget")
        assert forgotten.headers["X-Forgotten"] == "1"
        assert counts(site) == (1, 0)
        await journalled(site, another, "/forget")
        assert counts(site) == (0, 0)


async def test_questions_wait_for_a_journal_that_is_being_opened(tmp_path: Path) -> None:
    """The page does not; nothing that is asked meanwhile is lost, and the journal is opened once."""
    site, ready, openings = made(tmp_path), threading.Event(), []
    opened = site.office.journal

    def slowly() -> Engine:
        openings.append(ready.wait(60))
        return opened()

    site.office.journal = slowly
    async with client(site) as asking:
        asked = [asyncio.create_task(journalled(site, asking, question)) for question in (QUESTION, "你好")]
        assert (await asking.get("/")).status == 200
        assert not any(one.done() for one in asked)
        ready.set()
        await asyncio.gather(*asked)
        assert counts(site) == (2, 0)
        assert openings == [True]


async def test_a_journal_that_cannot_be_opened_is_told(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """To who asks, as one that is out of reach; the log has no trace of a failure."""
    site = made(tmp_path, bot={"journal": f"sqlite:///{tmp_path}"})
    async with client(site) as asking:
        response = await asking.post("/ask", data={"q": QUESTION})
        assert response.status == 503
    assert not caplog.records


async def test_browser_without_a_cookie_is_not_a_program(tmp_path: Path) -> None:
    """It neither erases nor judges what was asked through the API; its first answer is its own already."""
    site = made(tmp_path)
    async with client(site) as program, client(site) as asking:
        assert (await program.get("/api/ask", params={"q": QUESTION})).status == 200
        assert (await program.post("/feedback", data={"exchange": "1", "verdict": "-1"})).status == 404
        program.session.cookie_jar.clear()
        assert (await program.post("/forget")).status == 200
        assert counts(site) == (1, 0)
        await journalled(site, asking)
        assert (await asking.post("/feedback", data={"exchange": "2", "verdict": "1"})).status == 200
        assert counts(site) == (2, 1)


async def test_forget_in_telegram_covers_the_page(tmp_path: Path) -> None:
    """Who came through Telegram is one person in the journal, but the page's dialogue is not the chat's."""
    site = closed(tmp_path)
    async with client(site) as asking:
        cookie = {SESSION: site.access.cookie(42)}
        await asking.post("/ask", data={"q": QUESTION}, cookies=cookie)
        with site.office.engine.connect() as connection:
            row = connection.execute(select(exchanges)).mappings().one()
        assert (row["person"], row["thread"]) == (42, -1)
        site.office.people.forget(42)
        assert counts(site) == (0, 0)


async def test_visitor_is_a_random_number(tmp_path: Path) -> None:
    """Kept in a cookie that no script reads; what is no token of ours is replaced."""
    async with client(made(tmp_path)) as asking:
        given = (await asking.get("/", cookies={"dafu_visitor": "42"})).cookies["dafu_visitor"]
        assert (given["httponly"], given["samesite"]) == (True, "Lax")
        assert is_visitor(given.value)
        assert visitor_number(given.value) < NOBODY


async def test_journal_out_of_reach_does_not_keep_the_answer(tmp_path: Path) -> None:
    """It only cannot be judged."""
    site = made(tmp_path)
    async with client(site) as asking:
        with site.office.engine.begin() as connection:
            connection.execute(exchanges.delete())
            connection.exec_driver_sql("drop table exchanges")
        response = await asking.post("/ask", data={"q": QUESTION})
        html = await response.text()
        assert "24.69亿元" in html
        assert "/feedback" not in html
        assert (await asking.post("/feedback", data={"exchange": "1", "verdict": "1"})).status == 503
