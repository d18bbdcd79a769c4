"""`dafu web` when it starts: its first lines, what it refuses, how it ends."""

import asyncio
import os
import signal
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from socket import socket

import pytest
from aiohttp import ClientSession

from bot.cli.open import MISCONFIGURED
from bot.speech import LANGUAGES, Speech
from bot.web.settings import WebSettings
from index.opened import Index
from tests.botapi.running import free_port
from tests.pages.served import made

SECONDS = 60


@asynccontextmanager
async def running(folder: Path, *options: str, **environment: str) -> AsyncIterator[Process]:
    """`dafu web` with its journal in a folder."""
    known = {name: value for name, value in os.environ.items() if not name.startswith(("TELEGRAM_", "DAFU_"))}
    chosen = {
        "TELEGRAM_JOURNAL": f"sqlite:///{folder / 'journal.sqlite'}",
        "DAFU_INDEX": str(folder / "index"),
        "PYTHONUNBUFFERED": "1",
        "PYTHONPATH": str(Path(__file__).parents[1]),
    }
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "bot",
        "web",
        *options,
        env=known | chosen | environment,
        stdout=PIPE,
        stderr=PIPE,
    )
    try:
        yield process
    finally:
        if process.returncode is None:
            process.kill()
        await process.wait()


async def refusal(folder: Path, *options: str, status: int = MISCONFIGURED, **environment: str) -> str:
    """What it says where it does not start: one line and no address, with the exit status."""
    async with running(folder, *options, **environment) as process:
        shown, said = await asyncio.wait_for(process.communicate(), SECONDS)
        assert (process.returncode, shown) == (status, b"")
    lines = said.decode().splitlines()
    assert len(lines) == 1
    return lines[0]


async def test_it_says_where_it_is_and_ends_when_told(tmp_path: Path) -> None:
    """Address, letters, who may read, journal; then it answers; SIGTERM ends it at once, status 0."""
    port = free_port()
    async with running(tmp_path, "--port", str(port)) as process:
        assert process.stdout is not None
        said = [
            (await asyncio.wait_for(process.stdout.readline(), SECONDS)).decode().strip() for _ in range(4)
        ]
        assert said == [
            f"网页：http://127.0.0.1:{port}/",
            "谁能看：本机",
            "文件：1 份",
            f"记录：{tmp_path / 'journal.sqlite'}",
        ]
        async with (
            ClientSession() as session,
            session.get(f"http://127.0.0.1:{port}/?q=电子信息产值") as response,
        ):
            assert "24.69亿元" in await response.text()
        process.send_signal(signal.SIGTERM)
        assert await asyncio.wait_for(process.wait(), SECONDS) == 0


async def test_other_machines_need_a_pass_phrase(tmp_path: Path) -> None:
    """Or the word that everybody may read."""
    assert "DAFU_WEB_PASSPHRASE" in await refusal(tmp_path, "--host", "0.0.0.0")
    assert "DAFU_WEB_PASSPHRASE" in await refusal(tmp_path, DAFU_WEB_URL="https://dafu.example.org")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("DAFU_WEB_URL", "dafu.example.org"),
        ("DAFU_WEB_URL", "https://dafu.example.org/path"),
        ("DAFU_WEB_URL", "ftp://x"),
        ("DAFU_WEB_URL", "https://["),
        ("DAFU_WEB_URL", "https://dafu.example.org?a"),
        ("DAFU_WEB_URL", "https://dafu.example.org:99999"),
        ("DAFU_WEB_PORT", "x"),
        ("DAFU_WEB_PORT", "99999"),
        ("DAFU_WEB_ANYONE", "perhaps"),
    ],
)
async def test_wrong_setting_is_named(tmp_path: Path, name: str, value: str) -> None:
    """Not its value."""
    said = await refusal(tmp_path, status=MISCONFIGURED, **{name: value})
    assert said.startswith(name)
    assert value not in said


async def test_port_that_is_taken_is_named(tmp_path: Path) -> None:
    """With the setting that changes it."""
    with socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        assert f"DAFU_WEB_PORT：端口 {port}" in await refusal(tmp_path, "--port", str(port), status=2)


async def test_journal_that_cannot_be_opened_is_named(tmp_path: Path) -> None:
    """With the place where it was to be."""
    (tmp_path / "file").write_text("no folder")
    place = f"sqlite:///{tmp_path}/file/journal.sqlite"
    said = await refusal(tmp_path, "--port", str(free_port()), status=2, TELEGRAM_JOURNAL=place)
    assert said.startswith("TELEGRAM_JOURNAL：")
    assert place in said


async def test_index_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    """With its folder."""
    (tmp_path / "index").write_text("no folder")
    assert str(tmp_path / "index") in await refusal(tmp_path, status=2)


async def test_first_page_needs_no_database(library: Index) -> None:
    """Neither what speaks to one nor what reads documents is loaded for it: it is there the sooner."""
    script = f"""
import asyncio, sys
from aiohttp.test_utils import TestClient, TestServer
from bot.cli.open import SHIPPED, kept
from bot.service.office import Office
from bot.service.settings import read_settings
from bot.web.server import application
from bot.web.settings import WebSettings
from bot.web.site import Site

async def status(site):
    async with TestClient(TestServer(application(site))) as client:
        return (await client.get("/")).status

with kept(SHIPPED, {str(Path(library.place).parent)!r}, None, 1) as folder:
    office = Office(read_settings(), folder.service(), lambda: None)
    print(asyncio.run(status(Site.of(office, WebSettings()))))
    office.close()
print([name for name in ("sqlalchemy", "watchfiles", "numpy", "corpus.source") if name in sys.modules])
"""
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-c",
        script,
        env=os.environ | {"TELEGRAM_JOURNAL": "sqlite://", "PYTHONPATH": str(Path(__file__).parents[1])},
        stdout=PIPE,
    )
    said, _ = await asyncio.wait_for(process.communicate(), SECONDS)
    assert said.decode().splitlines() == ["200", "[]"]


def test_url_is_an_origin() -> None:
    """Its last stroke goes."""
    assert WebSettings(url="https://dafu.example.org/").url == "https://dafu.example.org"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_of_the_templates_is_in_the_catalogues(tmp_path: Path, language: str) -> None:
    """And every template can be read."""
    site = made(tmp_path)
    folder = Path(__file__).parents[1] / "bot" / "web" / "templates"
    names = {
        part.split('"')[0]
        for path in folder.glob("*.html")
        for part in path.read_text(encoding="utf-8").split('say("')[1:]
    }
    assert len(names) > 40
    whole = {name for name in names if not name.endswith("-")}  # the others are put together
    values = {"count": "1", "days": "1", "page": "1", "pages": "1", "words": "x"}
    assert all(Speech(language).say(name, **values) for name in whole)
    assert all(site.templates.get_template(path.name) for path in folder.glob("*.html"))
    site.office.close()
