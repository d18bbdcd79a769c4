"""What somebody gets who hears the page or has only keys: answers read out, a figure's sheet that takes the focus."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from bot.answering.answerer import Answerer
from bot.service.archive import Service
from index.opened import Index
from tests.pages.browser import ask, needs_browser, phone, started
from tests.pages.served import made, served

pytestmark = needs_browser

QUESTION = "电子信息产业产值多少"
LETTER = "/letters/2024-jiaojiang-133"


@pytest.fixture
def page(tmp_path: Path, answerer: Answerer, library: Index) -> Iterator[Page]:
    """The chat page on a phone."""
    with started() as browser, served(made(tmp_path, Service(answerer.answer, library))) as site:
        found = opened(browser, site.address)
        yield found


def opened(browser: Browser, address: str) -> Page:
    """The first page of a site."""
    page = phone(browser, base_url=address).new_page()
    page.goto("/")
    return page


def live(page: Page, selector: str) -> str:
    """How Chromium tells a screen reader that an element's changes are read out: "polite", or "" for not."""
    session = page.context.new_cdp_session(page)
    root = session.send("DOM.getDocument")["root"]["nodeId"]
    node = session.send("DOM.querySelector", {"nodeId": root, "selector": selector})["nodeId"]
    (told, *_) = session.send("Accessibility.getPartialAXTree", {"nodeId": node})["nodes"]
    return next((one["value"]["value"] for one in told["properties"] if one["name"] == "live"), "")


def test_answers_are_read_out(page: Page) -> None:
    """They come into a region that was there before; so do what is under way, and what a key did."""
    region = page.get_by_role("log", name="问答").element_handle()
    assert live(page, "#answers") == live(page, "#line") == "polite"
    assert live(page, "#greeting") == ""
    page.evaluate(
        """() => { window.said = []; new MutationObserver(() => window.said.push(document.querySelector('#line').textContent))
            .observe(document.querySelector('#line'), { childList: true, characterData: true, subtree: true }) }"""
    )
    ask(page, QUESTION)
    assert region is not None
    assert "24.69亿元" in region.inner_text()
    assert page.evaluate("window.said") == ["正在查…", ""]
    assert live(page, ".more") == "polite"
    page.get_by_role("button", name="有用").click()
    expect(page.locator(".more")).to_contain_text("谢谢")


def test_sheet_takes_the_focus_and_gives_it_back(page: Page) -> None:
    """With keys alone: opened on a figure, gone through, shut by its key or by Escape."""
    page.goto(LETTER)
    figure, sheet = page.locator("a.figure", has_text="38.5%"), page.get_by_role("dialog", name="数字")
    for shut in ("Enter", "Escape"):
        figure.focus()
        page.keyboard.press("Enter")
        expect(sheet).to_be_focused()
        for name in ("看原句", "数字表", "关闭"):
            page.keyboard.press("Tab")
            expect(page.locator(":focus")).to_contain_text(name)
            expect(sheet.locator(":focus")).to_have_count(1)
        page.keyboard.press(shut)
        expect(sheet).to_be_hidden()
        expect(figure).to_be_focused()
