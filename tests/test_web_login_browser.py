"""Coming in with a real browser: the pass phrase, a Mini App, Telegram's page for logins."""

import json
from base64 import b64encode
from pathlib import Path
from urllib.parse import quote

from playwright.sync_api import Browser, expect

from bot.answering.answerer import Answerer
from bot.service.archive import Service
from index.opened import Index
from tests.pages.browser import ask, needs_browser, phone
from tests.pages.served import made, served
from tests.pages.signing import TOKEN, app_data, login_data

pytestmark = needs_browser

QUESTION = "电子信息产业产值多少"
LETTER = "/letters/2024-jiaojiang-133"


def test_wrong_pass_phrase(browser: Browser, tmp_path: Path, answerer: Answerer, library: Index) -> None:
    """Is told, and may be tried again; the right one leads to what was wanted."""
    answering = Service(answerer.answer, library)
    with served(made(tmp_path, answering, passphrase="一二三")) as site:
        context = phone(browser, base_url=site.address)
        page = context.new_page()
        page.goto(f"{LETTER}/figures")
        page.get_by_label("口令").fill("三二一")
        page.get_by_role("button", name="进入").click()
        expect(page.get_by_role("alert")).to_have_text("口令不对，请再试一次。")
        page.get_by_label("口令").fill("一二三")
        page.get_by_role("button", name="进入").click()
        expect(page.get_by_role("heading", level=1)).to_contain_text("数字")
        page.locator(".menu summary").click()
        page.get_by_role("button", name="退出登录").click()
        expect(page.get_by_label("口令")).to_be_visible()
        context.close()


def test_mini_app_comes_in_with_telegrams_colours(
    browser: Browser, tmp_path: Path, answerer: Answerer, library: Index
) -> None:
    """What Telegram puts behind the address logs in; its colours stay on the next page."""
    answering = Service(answerer.answer, library)
    bot = {"bot_token": TOKEN, "allowed": {42}}
    with served(made(tmp_path, answering, bot, passphrase="一二三")) as site:
        context = phone(browser, base_url=site.address)
        page = context.new_page()
        launch = {
            "tgWebAppData": app_data(42),
            "tgWebAppThemeParams": '{"bg_color":"#112233","text_color":"red}"}',
        }
        page.evaluate("values => { window.name = new URLSearchParams(values) }", launch)
        page.goto("/letters#" + page.evaluate("window.name"))
        expect(page.get_by_role("heading", level=1)).to_contain_text("收录文件")
        page.get_by_role("link", name="提问").click()
        assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(17, 34, 51)"
        ask(page, QUESTION)
        context.close()
        context = phone(browser, base_url=site.address)
        page = context.new_page()
        page.goto("/#tgWebAppData=" + app_data(43).replace("&", "%26"))
        expect(page.locator("main")).to_contain_text("请回到 Telegram")
        context.close()


def test_login_page_of_telegram_leads_back(browser: Browser, tmp_path: Path) -> None:
    """With what it signed behind the address."""
    bot = {"bot_token": TOKEN, "allowed": {42}}
    with served(made(tmp_path, None, bot, passphrase="一二三")) as site:
        site.site.settings.url = site.address
        context = phone(browser, base_url=site.address)
        page = context.new_page()
        page.goto("/letters")
        link = page.get_by_role("link", name="用 Telegram 登录").get_attribute("href") or ""
        assert link.startswith("https://oauth.telegram.org/auth?bot_id=123456&")
        signed = b64encode(json.dumps(login_data(), ensure_ascii=False).encode()).decode()
        page.goto(f"/login#tgAuthResult={quote(signed)}")
        page.wait_for_url(f"{site.address}/")
        ask(page, QUESTION)
        context.close()
