"""A scanned letter in a real browser: the line of the sentence in the address, the picture under an answer."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect

from bot.service.archive import Service
from tests.pages.browser import ask, needs_browser, phone, started
from tests.pages.served import made, served
from tests.recognised import LINES, answering_scan, looking, seen

pytestmark = needs_browser


@pytest.fixture
def service(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Service]:
    """One letter of one scanned page."""
    looking(monkeypatch, seen(LINES))
    with answering_scan(tmp_path) as found:
        yield found


def test_lines_are_marked_by_the_address(tmp_path: Path, service: Service) -> None:
    """By its # alone too, and another line when that changes; the answer's picture is loaded."""
    first, second = (
        next(one.start for one in service.archive.passages("scan") if words in one.text)
        for words in ("3260", "12.8")
    )
    with started() as browser, served(made(tmp_path, service)) as site:
        page = phone(browser, base_url=site.address).new_page()
        page.goto(f"/letters/scan#s{first}")
        for start in (first, second):
            page.evaluate(f"location.hash = 's{start}'")
            expect(page.locator("rect.here")).to_have_count(1)
            expect(page.locator("rect.here")).to_have_attribute("data-at", str(start))
            expect(page.locator("details.scan img")).to_be_visible()
        page.goto("/")
        ask(page, "茶叶产量多少")
        picture = page.locator("figure.cutout img")
        picture.scroll_into_view_if_needed()
        expect(picture).to_have_js_property("complete", True)
        page.wait_for_function("document.querySelector('figure.cutout img').naturalWidth > 0")
