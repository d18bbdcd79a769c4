"""A question that is asked back, in a real browser: what was meant is one tap away, and the dialogue goes on from there."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from bot.answering.answerer import Answerer
from bot.service.archive import Service
from tests.corpora import Corpora
from tests.pages.browser import ask, needs_browser, phone
from tests.pages.served import Served, made, served

pytestmark = needs_browser

QUESTION = "接待游客多少"


@pytest.fixture
def site(tmp_path: Path, counties: Answerer, corpora: Corpora, county_folder: Path) -> Iterator[Served]:
    """Letters of two places."""
    with served(made(tmp_path, Service(counties.answer, corpora.library(county_folder)))) as found:
        yield found


@pytest.mark.parametrize(
    ("place", "figure", "growth"), [("南浦", "1236万人次", "2.1%"), ("云溪", "412.6万人次", "12.3%")]
)
def test_one_tap_says_what_was_meant(
    browser: Browser, site: Served, place: str, figure: str, growth: str
) -> None:
    """Nothing to copy or to judge before; the next question is about that place."""
    context = phone(browser, base_url=site.address)
    page = context.new_page()
    page.goto("/")
    ask(page, QUESTION)
    expect(page.locator(".headline")).to_have_text("您问的是哪个地方?")
    assert page.locator(".acts > *").count() == 0
    expect(page.locator(".answer .offers button")).to_have_text(["南浦接待游客多少", "云溪接待游客多少"])
    page.locator(".answer .offers button", has_text=place).tap()
    expect(page.locator("article")).to_have_count(2)
    expect(page.locator(".headline").last).to_contain_text(figure)
    ask(page, "增长多少", 3)
    expect(page.locator(".headline").last).to_contain_text(growth)
    page.reload()
    expect(page.locator("article")).to_have_count(3)
    context.close()


def test_one_tap_without_a_script(browser: Browser, site: Served) -> None:
    """The key is that of a form."""
    context = phone(browser, base_url=site.address, java_script_enabled=False)
    page = context.new_page()
    page.goto(f"/?q={QUESTION}")
    page.locator(".answer .offers button", has_text="云溪").tap()
    expect(page.locator(".headline")).to_contain_text("412.6万人次")
    context.close()
