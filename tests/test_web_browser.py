"""The chat page in a real browser: asking, going on, going back; with a bad connection, without a script."""

import threading
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from bot.answer import Answer
from bot.answering.answerer import Answerer
from bot.service.archive import Service
from index.opened import Index
from tests.pages.browser import ask, needs_browser, phone
from tests.pages.served import Served, made, served

pytestmark = needs_browser

QUESTION = "电子信息产业产值多少"
LETTER = "/letters/2024-jiaojiang-133"


class Gate:
    """An answerer that can be kept from answering."""

    def __init__(self, answer: Callable[[str, Sequence[str]], Answer]) -> None:
        self._answer = answer
        self.open = threading.Event()
        self.open.set()
        self.asked = threading.Event()

    def answer(self, text: str, history: Sequence[str]) -> Answer:
        """The answer, as soon as the gate is open."""
        self.asked.set()
        assert self.open.wait(20)
        return self._answer(text, history)


@pytest.fixture
def gate(answerer: Answerer) -> Gate:
    """The real answers."""
    return Gate(answerer.answer)


@pytest.fixture
def site(tmp_path: Path, gate: Gate, library: Index) -> Iterator[Served]:
    """The shipped letter's pages."""
    with served(made(tmp_path, Service(gate.answer, library))) as found:
        yield found
        gate.open.set()


@pytest.fixture
def page(browser: Browser, site: Served) -> Iterator[Page]:
    """The chat page on a phone; an error in the script fails the test."""
    context = phone(browser, base_url=site.address)
    found = context.new_page()
    errors: list[str] = []
    found.on("pageerror", lambda error: errors.append(str(error)))
    found.goto("/")
    yield found
    context.close()
    assert errors == []


def headlines(page: Page) -> list[str]:
    """The headlines of all answers, from above."""
    return page.locator(".headline").all_inner_texts()


def in_view(page: Page, chosen: str) -> bool:
    """Whether an element is where a reader sees it, under nothing else."""
    script = """chosen => { const node = document.querySelector(chosen), box = node.getClientRects()[0];
        return node.contains(document.elementFromPoint(box.x + 2, box.y + box.height / 2)); }"""
    return bool(page.evaluate(script, chosen))


def test_question_is_answered_where_it_was_asked(page: Page) -> None:
    """Headline, quotation with the figure marked, source; the field is empty for the next one."""
    ask(page, QUESTION)
    expect(page.locator(".headline")).to_contain_text("24.69亿元")
    assert page.locator("mark").all_inner_texts() == ["24.69亿元", "45.1%"]
    expect(page.get_by_label("您的问题")).to_have_value("")
    expect(page.get_by_label("您的问题")).to_be_focused()
    expect(page.locator("#line")).to_be_empty()


def test_follow_up_goes_on(page: Page) -> None:
    """With what was asked before it in this tab."""
    ask(page, "缝制设备产业产值多少")
    ask(page, "时尚产业呢", 2)
    assert "22.58亿元" in headlines(page)[1]


def test_offer_is_asked_by_a_tap(page: Page) -> None:
    """What it asks back, and what else could be asked."""
    ask(page, QUESTION)
    offer = page.locator(".answer .offers button").first
    question = offer.inner_text()
    offer.click()
    expect(page.locator("article")).to_have_count(2)
    assert page.locator(".question").all_inner_texts() == [QUESTION, question]


def test_example_begins_a_dialogue(page: Page) -> None:
    """The first thing that a finger finds."""
    page.locator("#greeting .offers button").first.click()
    expect(page.locator("article")).to_have_count(1)
    expect(page.locator("#greeting")).to_be_hidden()


def test_source_shows_the_sentence(page: Page) -> None:
    """Highlighted and in view; the way back leads to the answers."""
    ask(page, QUESTION)
    page.locator(".source a").first.click()
    page.wait_for_url(f"**{LETTER}?*")
    expect(page.locator(":target")).to_have_text("电子信息产业实现产值24.69亿元,同比增长45.1%。")
    assert in_view(page, ":target")
    page.go_back()
    assert "24.69亿元" in headlines(page)[0]


def test_quotation_of_many_sentences_is_marked_whole(page: Page) -> None:
    """All that is cited, not only its first sentence."""
    ask(page, "电子信息产业为什么增长")
    page.get_by_role("link", name="原文").click()
    assert len(page.locator(".cited").all()) >= 2


def test_link_asks_at_once_and_once(page: Page) -> None:
    """What is typed into the address; loaded again it is the same question, not a second one."""
    page.goto(f"/?q={QUESTION}")
    expect(page.locator("article")).to_have_count(1)
    page.reload()
    expect(page.locator("article")).to_have_count(1)
    link = page.locator(".question a").get_attribute("href")
    page.goto(str(link))
    assert "24.69亿元" in headlines(page)[0]


def test_history_stays_in_the_browser_until_it_is_cleared(page: Page, site: Served) -> None:
    """Over a visit to another page, in another tab too; one tap empties all."""
    ask(page, QUESTION)
    page.goto("/letters")
    page.goto("/")
    assert len(headlines(page)) == 1
    other = page.context.new_page()
    other.goto(site.address)
    assert len(headlines(other)) == 1
    page.get_by_role("button", name="清空").click()
    expect(page.locator("article")).to_have_count(0)
    expect(other.locator("article")).to_have_count(0)
    page.reload()
    expect(page.locator("article")).to_have_count(0)
    expect(page.locator("#greeting")).to_be_visible()


def test_two_tabs_are_two_dialogues(page: Page, site: Served) -> None:
    """呢 is about what was asked here, not about what was asked there."""
    other = page.context.new_page()
    other.goto(site.address)
    ask(page, "缝制设备产业产值多少")
    ask(other, "规上工业增加值同比增长多少")
    ask(page, "时尚产业呢", 2)
    assert "22.58亿元" in headlines(page)[1]
    page.reload()
    assert len(headlines(page)) == 3


def test_reload_in_the_middle_loses_nothing(page: Page, gate: Gate) -> None:
    """The question is asked again."""
    gate.open.clear()
    page.get_by_label("您的问题").fill(QUESTION)
    page.keyboard.press("Enter")
    assert gate.asked.wait(10)
    expect(page.locator("#line")).to_have_text("正在查…")
    page.reload(wait_until="commit")
    gate.open.set()
    expect(page.locator("article")).to_have_count(1)
    assert "24.69亿元" in headlines(page)[0]


def test_server_that_stops_loses_no_question(page: Page, site: Served, gate: Gate) -> None:
    """A clear line; the question is in the field, and is answered when the server is back."""
    gate.open.clear()
    page.get_by_label("您的问题").fill(QUESTION)
    page.keyboard.press("Enter")
    assert gate.asked.wait(10)
    site.stop()
    expect(page.locator("#line")).to_contain_text("没有连上服务器")
    gate.open.set()
    page.get_by_role("button", name="发送").click()
    expect(page.locator("#line")).to_contain_text("没有连上服务器")
    expect(page.get_by_label("您的问题")).to_have_value(QUESTION)
    site.start()
    page.get_by_role("button", name="发送").click()
    expect(page.locator("article")).to_have_count(1)
    expect(page.locator("#line")).to_be_empty()


@pytest.mark.parametrize("status", [500, 502, 503, 504])
def test_proxy_whose_server_is_gone_loses_no_question(page: Page, status: int) -> None:
    """What the proxy says of it is not shown."""
    page.route(
        "**/ask",
        lambda route: route.fulfill(status=status, content_type="text/html", body="<h1>Bad Gateway</h1>"),
    )
    page.get_by_label("您的问题").fill(QUESTION)
    page.keyboard.press("Enter")
    expect(page.locator("#line")).to_have_text("没有连上服务器，问题还在输入框里，请稍后再发一次。")
    expect(page.get_by_label("您的问题")).to_have_value(QUESTION)
    page.unroute("**/ask")
    page.get_by_role("button", name="发送").click()
    expect(page.locator("article")).to_have_count(1)


def test_markup_in_a_question_is_text(page: Page) -> None:
    """Nothing of it is carried out, now or when the page is opened again."""
    markup = "<img src=x onerror=\"document.title='hit'\"><script>document.title='hit'</script>"
    ask(page, markup)
    assert page.locator(".question").inner_text() == markup
    page.reload()
    assert page.locator(".question").inner_text() == markup
    assert page.locator("article img").count() == 0
    assert page.title() != "hit"


def test_related_figures_and_chart_unfold_in_place(page: Page) -> None:
    """A second tap folds them up."""
    ask(page, "医化产业产值多少")
    page.get_by_role("link", name="相关数据").click()
    expect(page.locator(".more .related")).to_contain_text("缝制设备产业产值")
    page.get_by_role("link", name="图表").click()
    expect(page.locator(".more svg text").first).to_have_text("医化产业")
    page.get_by_role("link", name="图表").click()
    expect(page.locator(".more")).to_be_empty()


def test_figure_is_copied_and_answer_judged(page: Page) -> None:
    """Both say that they were done."""
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    ask(page, QUESTION)
    page.get_by_role("button", name="复制").click()
    expect(page.locator(".more")).to_have_text("已复制")
    assert page.evaluate("navigator.clipboard.readText()") == "24.69亿元"
    page.get_by_role("button", name="有用").click()
    expect(page.locator(".more")).to_contain_text("谢谢")


def test_everything_is_forgotten(page: Page) -> None:
    """In the journal and in the browser."""
    ask(page, QUESTION)
    page.locator(".menu summary").click()
    page.get_by_role("link", name="保存什么").click()
    page.get_by_role("button", name="删除我的全部记录").click()
    expect(page.locator("main .line")).to_contain_text("已删除")
    page.goto("/")
    expect(page.locator("article")).to_have_count(0)


def test_without_a_script(browser: Browser, site: Served) -> None:
    """A form gives a page, the next question goes on, buttons and links work, no button is dead."""
    context = phone(browser, base_url=site.address, java_script_enabled=False)
    page = context.new_page()
    page.goto("/")
    expect(page.get_by_role("button", name="清空")).to_be_hidden()
    for question in ("缝制设备产业产值多少", "时尚产业呢"):
        page.get_by_label("您的问题").fill(question)
        page.get_by_role("button", name="发送").click()
    assert "22.58亿元" in headlines(page)[0]
    expect(page.locator("#greeting")).to_be_hidden()
    expect(page.get_by_role("button", name="复制")).to_be_hidden()
    page.get_by_role("button", name="有用").click()
    expect(page.locator("main")).to_contain_text("谢谢")
    page.go_back()
    page.get_by_role("link", name="图表").click()
    expect(page.locator("svg text").first).to_be_visible()
    page.go_back()
    page.locator(".source a").first.click()
    expect(page.locator(":target")).to_contain_text("22.58亿元")
    page.locator("a.figure").first.click()
    expect(page.locator("main dl")).to_be_visible()
    context.close()
