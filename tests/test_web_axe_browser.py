"""What axe-core finds: nothing serious on any page, whatever is open on it, in any language, size and light."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from bot.answering.answerer import Answerer
from bot.service.archive import Service
from bot.service.journal.marks import figure_mark
from bot.web.asking import figures_query
from index.opened import Index
from tests.corpora import Corpora
from tests.counties import write_counties
from tests.invented import letters
from tests.pages.browser import needs_axe, needs_browser, phone, serious
from tests.pages.served import Served, made, served
from tests.recognised import LINES, answering_scan, looking, seen

pytestmark = [needs_browser, needs_axe]

LETTER = "/letters/2024-jiaojiang-133"
PAGES = (
    "/", "/?q=医化产业为什么下降", "/?q=哪个产业增速最快", "/?q=智能家居产业比时尚产业少多少", "/?q=火星上有多少人",
    "/letters", "/letters?find=航天", LETTER, f"{LETTER}/figures", f"{LETTER}/figures?find=医化&sort=value", f"{LETTER}/charts",
    "/privacy", "/nothing", "/related?FIGURE", "/chart?FIGURE", f"{LETTER}/figures/START",
)  # fmt: skip
# Language, light, size of letters.
LOOKS = (("zh-CN", "light", ""), ("zh-CN", "dark", ""), ("en", "light", "large"), ("zh-TW", "dark", "large"))
looks = pytest.mark.parametrize(("language", "light", "size"), LOOKS)


@pytest.fixture(scope="module")
def places(tmp_path_factory: pytest.TempPathFactory, corpora: Corpora) -> Iterator[Served]:
    """Letters of several places, about which is asked back; one has a table."""
    folder = tmp_path_factory.mktemp("places")
    corpus = write_counties(folder / "corpus")
    (table,) = [letter for letter in letters(3) if "|" in letter.text]
    (corpus / "table.md").write_text(table.text, encoding="utf-8")
    asked = corpora.answerer(corpus)
    with served(made(folder, Service(asked.answer, corpora.library(corpus)))) as found:
        yield found


@contextmanager
def looking_at(
    browser: Browser, site: Served, path: str, language: str, light: str, size: str = ""
) -> Iterator[Page]:
    """A page as somebody has it."""
    context = phone(browser, base_url=site.address, locale=language, color_scheme=light)
    if size:
        context.add_cookies([{"name": "dafu_size", "value": size, "url": site.address}])
    page = context.new_page()
    page.goto(path)
    yield page
    context.close()


@looks
@pytest.mark.parametrize("path", PAGES)
def test_axe_finds_nothing_serious(
    browser: Browser, site: Served, answerer: Answerer, path: str, language: str, light: str, size: str
) -> None:
    """Labels, contrast, order, landmarks, languages."""
    figure = answerer.answer("医化产业产值多少").figures[0]
    path = path.replace("FIGURE", figures_query([figure_mark(figure)]))
    path = path.replace("START", str(figure.quantity.start))
    with looking_at(browser, site, path, language, light, size) as page:
        assert serious(page) == []


@looks
def test_what_unfolds(browser: Browser, site: Served, language: str, light: str, size: str) -> None:
    """The menu, the outline, a figure's sheet; related figures and the chart under an answer."""
    with looking_at(browser, site, LETTER, language, light, size) as page:
        page.locator(".menu summary").click()
        assert serious(page) == []
        page.locator(".menu summary").click()
        page.locator(".outline summary").click()
        assert serious(page) == []
        page.locator(".outline summary").click()
        page.locator("a.figure", has_text="38.5%").click()
        page.locator("#sheet dl").wait_for()
        assert serious(page) == []
        page.goto("/?q=医化产业产值多少")
        for link, shown in (("related", ".more .related"), ("chart", ".more svg")):
            page.locator(f"a[data-inline][href^='/{link}']").click()
            page.locator(shown).first.wait_for()
            assert serious(page) == []


@looks
def test_asked_back_and_a_table(
    browser: Browser, places: Served, language: str, light: str, size: str
) -> None:
    """What is asked back are keys; a table has heads, and is reached by the keyboard where it is wide."""
    with looking_at(browser, places, "/?q=地区生产总值多少", language, light, size) as page:
        assert page.locator(".answer .offers button").count() == 2
        assert serious(page) == []
        page.goto("/letters/table")
        assert page.locator("article table th").count() == 3
        assert serious(page) == []


@looks
def test_login(
    browser: Browser, tmp_path: Path, library: Index, answerer: Answerer, language: str, light: str, size: str
) -> None:
    """Before and after a pass phrase that is wrong."""
    site_of = made(tmp_path, Service(answerer.answer, library), passphrase="一二三")
    with served(site_of) as site, looking_at(browser, site, "/login", language, light, size) as page:
        assert serious(page) == []
        page.locator("#passphrase").fill("三二一")
        page.keyboard.press("Enter")
        page.locator("#wrong").wait_for()
        assert serious(page) == []


@looks
def test_scan(
    browser: Browser,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    language: str,
    light: str,
    size: str,
) -> None:
    """An answer with its cut-out, and the page with the line marked."""
    looking(monkeypatch, seen(LINES))
    with (
        answering_scan(tmp_path) as service,
        served(made(tmp_path, service)) as site,
        looking_at(browser, site, "/?q=茶叶产量多少", language, light, size) as page,
    ):
        page.locator("figure.cutout img").wait_for()
        assert serious(page) == []
        page.goto(page.locator(".source a").first.get_attribute("href") or "")
        page.locator("details.scan[open] img").wait_for()
        assert serious(page) == []


def test_axe_finds_what_is_wrong(browser: Browser) -> None:
    """So that finding nothing says something."""
    page = phone(browser).new_page()
    page.set_content(
        "<html><body><img src=x><button></button><p style='color:#ccc'>浅色的字</p></body></html>"
    )
    assert {line.split(":")[0] for line in serious(page)} >= {
        "image-alt",
        "button-name",
        "color-contrast",
        "html-has-lang",
    }
