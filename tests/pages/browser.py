"""A browser that is there already, and axe-core; both may be missing, and the tests skip then."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
AXE = Path(__file__).parents[2] / ".axe" / "node_modules" / "axe-core" / "axe.min.js"
PHONE = {"width": 360, "height": 740}

needs_browser = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium here: apt-get install chromium")
needs_axe = pytest.mark.skipif(
    not AXE.exists(), reason="no axe-core here: npm install --no-save --prefix .axe axe-core@4"
)


@contextmanager
def started() -> Iterator[Browser]:
    """Chromium without a window."""
    with sync_playwright() as playwright:
        # Without its sandbox: in a container the tests run as root.
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


def phone(browser: Browser, **options: object) -> BrowserContext:
    """A phone held in one hand, of somebody who reads simplified characters."""
    chosen = {"viewport": PHONE, "locale": "zh-CN", "has_touch": True, "is_mobile": True} | options
    context: BrowserContext = browser.new_context(**chosen)  # type: ignore[arg-type]
    context.set_default_timeout(10_000)
    return context


def serious(page: Page) -> list[str]:
    """What axe-core finds serious or critical on a page, a line each."""
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate("axe.run()")
    return [
        f"{one['id']}: {node['html']}"
        for one in found["violations"]
        if one["impact"] in ("serious", "critical")
        for node in one["nodes"]
    ]


def ask(page: Page, question: str, count: int = 1) -> None:
    """Types a question, sends it with the key, and waits for so many answers."""
    page.get_by_label("您的问题").fill(question)
    page.keyboard.press("Enter")
    expect(page.locator("article")).to_have_count(count)
