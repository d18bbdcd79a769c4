"""Which language a browser is told that a text is in: a screen reader's voice and a font's shapes hang on it."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser as HTMLParser
from selectolax.lexbor import LexborNode as Node

from bot.service.journal.marks import figure_mark
from bot.speech import Speech
from bot.web.asking import figures_query
from tests.botapi.sample import FIGURES, LETTER, answer
from tests.pages.served import client, made

CHINESE = re.compile(r"[\u3400-\u9fff]")
NAMES = {"繁體", "简体"}  # of languages, each in its own
BASE = f"/letters/{LETTER.id}"
NAMED = figures_query([figure_mark(answer("电子信息产业产值多少", ()).figures[0])])
PAGES = (
    "/", "/?q=电子信息产业产值多少", "/?q=规上工业企业负增长面", "/?q=今天天气怎么样", "/?q=哪个产值", "/letters", BASE,
    f"{BASE}/figures", f"{BASE}/figures/{FIGURES[0].quantity.start}", f"{BASE}/charts", f"/chart?{NAMED}", f"/related?{NAMED}",
)  # fmt: skip


def texts(node: Node, language: str = "") -> Iterator[tuple[str, str]]:
    """The texts in an element, each with the language that it is said to be in."""
    language = node.attributes.get("lang") or language
    for child in node.iter(include_text=True):
        if child.tag == "-text":
            yield language, child.text().strip()
        else:
            yield from texts(child, language)


def is_told(language: str, text: str) -> bool:
    """Whether a text can be in the language: Chinese is not English, and simplified characters are not traditional."""
    if language == "en":
        return not CHINESE.search(text) or text in NAMES
    return language != "zh-Hant" or Speech("zh-hant").own(text) == text


@pytest.mark.parametrize("language", ["en", "zh-TW"])
@pytest.mark.parametrize("path", PAGES)
async def test_chinese_is_told_from_the_page_around_it(tmp_path: Path, path: str, language: str) -> None:
    """Headlines, workings, questions, offers, charts, letters and figures."""
    async with client(made(tmp_path)) as asking:
        response = await asking.get(path, headers={"Accept-Language": language})
        assert response.status == 200
        page = HTMLParser(await response.text())
    body = page.css_first("body")
    assert body is not None
    told = {"en": "en", "zh-TW": "zh-Hant"}[language]
    assert [text for said, text in texts(body, told) if not is_told(said, text)] == []
