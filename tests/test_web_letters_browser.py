"""Letters and their figures in a real browser; how every page looks on small screens, in the dark, to axe-core."""

import csv
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest
from playwright.sync_api import Browser, Page, expect

from bot.messages.links import segment
from bot.service.archive import Service
from corpus.letter import Letter
from tests.botapi.sample import Shelf, answer
from tests.pages.browser import needs_browser, phone
from tests.pages.served import Served, made, served

pytestmark = needs_browser

LETTER = "/letters/2024-jiaojiang-133"
PAGES = (
    "/", "/?q=医化产业为什么下降", "/?q=哪个产业增速最快", "/?q=火星上有多少人", "/letters", LETTER, f"{LETTER}/figures",
    f"{LETTER}/charts", "/privacy", "/nothing",
)  # fmt: skip


@pytest.fixture
def page(browser: Browser, site: Served) -> Iterator[Page]:
    """A phone."""
    context = phone(browser, base_url=site.address)
    yield context.new_page()
    context.close()


def test_outline_leads_to_a_section(page: Page) -> None:
    """At hand wherever the reader is; it folds up behind."""
    page.goto(LETTER)
    page.mouse.wheel(0, 2000)
    page.locator(".outline summary").click()
    page.locator(".outline a", has_text="二、主导行业产值五升一降").click()
    expect(page.locator(":target")).to_have_text("二、主导行业产值五升一降")
    expect(page.locator(":target")).to_be_in_viewport()
    expect(page.locator(".outline nav")).to_be_hidden()


def test_marked_sentence_is_in_view_without_its_place(page: Page) -> None:
    """Telegram uses what stands behind # for itself; a login loses it."""
    page.goto(f"{LETTER}?at=1087")
    expect(page.locator(".cited")).to_be_in_viewport()


def test_figure_tells_what_it_is_of(page: Page) -> None:
    """In place; the key Escape closes it, and the reader is where they were."""
    page.goto(LETTER)
    figure = page.locator("a.figure", has_text="38.5%")
    figure.click()
    told = page.get_by_role("dialog")
    expect(told).to_contain_text("负增长面")
    expect(told).to_contain_text("2024年1-6月")
    expect(told.locator(".remark")).to_contain_text("39.8%")
    page.keyboard.press("Escape")
    expect(told).to_be_hidden()
    expect(figure).to_be_focused()


def test_table_is_sorted_and_chosen(page: Page) -> None:
    """Up with the first tap on a head, down with the second; then chosen by a word."""
    page.goto(f"{LETTER}/figures")
    for order in ("ascending", "descending"):
        page.get_by_role("link", name="指标", exact=False).first.click()
        expect(page.locator("th[aria-sort]")).to_have_attribute("aria-sort", order)
        names = page.locator("tbody th").all_inner_texts()
        assert names == sorted(names, reverse=order == "descending")
    page.get_by_label("按指标、地方、时间筛选").fill("医化")
    page.keyboard.press("Enter")
    expect(page.locator("tbody tr")).to_have_count(2)
    expect(page.locator("th[aria-sort]")).to_have_attribute("aria-sort", "descending")


def test_table_leads_to_the_sentence(page: Page) -> None:
    """Each figure to its own."""
    page.goto(f"{LETTER}/figures?find=医化&measure=growth")
    page.locator("td.value a").click()
    expect(page.locator(":target")).to_contain_text("医化产业实现产值55.26亿元")


def test_downloads(page: Page, tmp_path: Path) -> None:
    """What is chosen, as CSV and as a workbook."""
    page.goto(f"{LETTER}/figures?find=医化")
    for name in ("CSV", "XLSX"):
        with page.expect_download() as got:
            page.get_by_role("link", name=name).click()
        got.value.save_as(tmp_path / got.value.suggested_filename)
    rows = list(csv.DictReader((tmp_path / "2024-jiaojiang-133.csv").open(encoding="utf-8-sig")))
    sheet = openpyxl.load_workbook(tmp_path / "2024-jiaojiang-133.xlsx").active
    assert [row["raw"] for row in rows] == ["55.26亿元", "15.4%"]
    assert sheet.max_row == len(rows) + 1


def test_markup_in_a_letter_is_text(browser: Browser, tmp_path: Path) -> None:
    """In its title, its text and its name, on every page of it: nothing is carried out."""
    markup = "<img src=x onerror=\"document.title='hit'\">"
    made_up = Letter(
        markup, f"{markup}\n\n{markup}产值增长5%。\n", title=markup, number=markup, url="javascript:alert(1)"
    )
    with served(made(tmp_path, Service(answer, Shelf({markup: made_up})))) as site:
        context = phone(browser, base_url=site.address)
        page = context.new_page()
        for path in ("/letters", f"/letters/{segment(markup)}", f"/letters/{segment(markup)}/figures"):
            page.goto(path)
            expect(page.locator("main")).to_contain_text(markup)
            assert page.locator("img").count() == 0
            assert page.title() != "hit"
            assert page.locator("a[href^=javascript]").count() == 0
        context.close()


def test_language_is_changed(page: Page) -> None:
    """By the switch, for this and the next page; the letter stays as it is."""
    page.goto("/letters")
    page.locator(".menu summary").click()
    page.get_by_role("button", name="繁體").click()
    expect(page.locator("html")).to_have_attribute("lang", "zh-Hant")
    page.goto("/?q=医化产业产值多少")
    expect(page.locator(".headline")).to_contain_text("醫化產業產值")
    expect(page.locator("blockquote")).to_contain_text("医化产业实现产值")


def test_letters_are_large_and_larger(page: Page) -> None:
    """18 pixels at least for whatever is read, more with the switch."""
    smallest = """() => Math.min(...[...document.querySelectorAll('body *')]
        .filter(node => [...node.childNodes].some(one => one.nodeType === 3 && one.data.trim()))
        .map(node => parseFloat(getComputedStyle(node).fontSize)))"""
    for path in PAGES:
        page.goto(path)
        assert page.evaluate(smallest) >= 18, path
    page.locator(".menu summary").click()
    page.get_by_role("button", name="大字").click()
    assert page.evaluate(smallest) >= 23


@pytest.mark.parametrize("large", [False, True])
@pytest.mark.parametrize("path", PAGES)
def test_narrowest_phone_needs_no_sideways_scrolling(
    browser: Browser, site: Served, path: str, large: bool
) -> None:
    """At 320 pixels, with larger letters too."""
    context = phone(browser, base_url=site.address, viewport={"width": 320, "height": 568})
    if large:
        context.add_cookies([{"name": "dafu_size", "value": "large", "url": site.address}])
    page = context.new_page()
    page.goto(path)
    wide = page.evaluate("document.documentElement.scrollWidth")
    context.close()
    assert wide <= 320


def test_dark(browser: Browser, site: Served) -> None:
    """As the phone is set: light letters on dark ground."""
    context = phone(browser, base_url=site.address, color_scheme="dark")
    page = context.new_page()
    page.goto(LETTER)
    ground, ink = (
        page.evaluate(f"getComputedStyle(document.body).{name}") for name in ("backgroundColor", "color")
    )
    context.close()
    assert ground == "rgb(20, 25, 31)"
    assert ink == "rgb(232, 237, 242)"


def test_keyboard_alone_is_enough(browser: Browser, site: Served) -> None:
    """Past the head by one key; the focus goes in the order of the page.

    Some browsers begin at what was scrolled to: the answer, where the head is already passed.
    """
    context = phone(browser, base_url=site.address, has_touch=False, is_mobile=False)
    page = context.new_page()
    page.goto("/")
    page.keyboard.press("Tab")
    expect(page.locator(":focus")).to_have_text("跳到正文")
    page.goto("/?q=电子信息产业产值多少")
    page.keyboard.press("Tab")
    if page.locator(":focus").inner_text() == "跳到正文":
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
    order = []
    for _ in range(4):
        order.append(page.locator(":focus").inner_text().split()[-1])
        page.keyboard.press("Tab")
    context.close()
    assert order == ["电子信息产业产值多少", "椒经科提函〔2024〕45号", "官方网页", "24.69亿元"]


def test_it_can_be_put_on_the_home_screen(page: Page) -> None:
    """A manifest that the browser takes, with an icon of ours."""
    page.goto("/")
    session = page.context.new_cdp_session(page)
    manifest = session.send("Page.getAppManifest")
    assert manifest["errors"] == []
    assert '"display": "standalone"' in manifest["data"]
