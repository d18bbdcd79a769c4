"""What many tests ask: the shipped letter and three invented ones, each indexed once in a session; a database."""

import os
from collections.abc import Iterator
from contextlib import ExitStack, closing
from functools import cache
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings
from sqlalchemy import make_url

from bot.answering.answerer import Answerer
from bot.cli.open import SHIPPED
from bot.matching.retriever import Retriever
from bot.scoring.choosing import choosing
from bot.scoring.model import shipped
from bot.understanding.vocabulary import Vocabulary
from corpus.formats.picture import recognition
from corpus.runtime.replace import replace
from index import encoder
from index.opened import Index
from tests.corpora import Corpora
from tests.counties import write_counties
from tests.postgres import NoServer, Server, server
from tests.reckoned import Reckoned

if TYPE_CHECKING:
    from playwright.sync_api import Browser

    from tests.pages.served import Served

# However slow or busy the machine is: what examples show is no matter of time.
settings.register_profile("untimed", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("untimed")

_NUMBERS = count()


@pytest.fixture(scope="session", autouse=True)
def _once_and_fast() -> Iterator[None]:
    """The shipped model is loaded once in a session, as in a program, whatever index asks for it; and no power fails while
    tests run, so that nothing waits for a disk."""
    load, kept = encoder.load, cache(encoder.load)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(encoder, "load", lambda model=None: load(model) if model else kept())
        patch.setattr(os, "fsync", lambda _: None)
        yield


@pytest.fixture(scope="session")
def caches(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where each test's cache would be: what nobody writes to is not made, which for thousands of tests takes long."""
    return tmp_path_factory.mktemp("caches")


@pytest.fixture(autouse=True)
def _unscanned(monkeypatch: pytest.MonkeyPatch, caches: Path) -> None:
    """No pictures are read and nothing is kept in the user's cache, except where a test says so."""
    monkeypatch.setattr(recognition, "is_there", lambda: False)
    monkeypatch.setenv("XDG_CACHE_HOME", str(caches / str(next(_NUMBERS))))


@pytest.fixture
def plainly(monkeypatch: pytest.MonkeyPatch) -> None:
    """The plain reading's reply is told however likely it is, else the likeliest one: what an operation says hangs on no
    learned bound."""
    monkeypatch.setattr("bot.answering.candidate.shipped", lambda: replace(shipped(), sure=0.0))
    monkeypatch.setattr("bot.answering.decision.choosing", lambda: replace(choosing(), bound=0.0))


@pytest.fixture(scope="session")
def reckoned(corpora: Corpora, tmp_path_factory: pytest.TempPathFactory) -> Reckoned:
    """Papers whose figures are reckoned with."""
    return Reckoned(corpora, tmp_path_factory.mktemp("reckoned"))


@pytest.fixture(scope="session")
def corpora(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Corpora]:
    """Corpora that nobody changes, each opened once."""
    with closing(Corpora(tmp_path_factory.mktemp("indices"))) as opened:
        yield opened


@pytest.fixture(scope="session")
def library(corpora: Corpora) -> Index:
    """The shipped letter with the shipped model, which is loaded without torch."""
    return corpora.library(SHIPPED)


@pytest.fixture(scope="session")
def answerer(corpora: Corpora) -> Answerer:
    """Answers from the shipped letter."""
    return corpora.answerer(SHIPPED)


@pytest.fixture(scope="session")
def retriever(answerer: Answerer) -> Retriever:
    """What the ways of answering find in the shipped letter."""
    return answerer.retriever


@pytest.fixture(scope="session")
def words(answerer: Answerer) -> Vocabulary:
    """The words of the shipped letter."""
    with answerer.known() as known:
        return known.parser.vocabulary


@pytest.fixture(scope="session")
def county_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three letters of two places and two years, as files."""
    return write_counties(tmp_path_factory.mktemp("counties") / "corpus")


@pytest.fixture(scope="session")
def counties(county_folder: Path, corpora: Corpora) -> Answerer:
    """Answers from those three letters."""
    return corpora.answerer(county_folder)


@pytest.fixture(scope="module")
def browser() -> Iterator["Browser"]:
    """A browser for all tests of a file."""
    # Only its tests need what drives it.
    from tests.pages.browser import started

    with started() as found:
        yield found


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory, answerer: Answerer, library: Index) -> Iterator["Served"]:
    """The shipped letter's pages, for all tests of a file."""
    from bot.service.archive import Service
    from tests.pages.served import made, served

    with served(made(tmp_path_factory.mktemp("site"), Service(answerer.answer, library))) as found:
        yield found


@pytest.fixture(scope="session")
def postgres() -> Iterator[Server]:
    """A PostgreSQL server with pgvector."""
    with ExitStack() as stack:
        try:
            started = stack.enter_context(server())
        except (NoServer, FileNotFoundError) as error:
            pytest.skip(str(error))
        yield started


@pytest.fixture
def database(request: pytest.FixtureRequest) -> Iterator[str]:
    """The address of an empty database: on the server that DAFU_TEST_POSTGRES names, else on one of the tests' own."""
    psycopg = pytest.importorskip("psycopg", reason="the PostgreSQL driver is not installed")
    given = os.environ.get("DAFU_TEST_POSTGRES")
    address = given or request.getfixturevalue("postgres").address
    name = f"dafu_test_{os.getpid()}_{next(_NUMBERS)}"
    with psycopg.connect(address, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
        yield make_url(address).set(database=name).render_as_string(hide_password=False)
        connection.execute(f"DROP DATABASE {name} WITH (FORCE)")
