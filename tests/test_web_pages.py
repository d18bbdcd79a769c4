"""The web pages over HTTP: what an answer, a letter and its figures look like, and what every page holds."""

import csv
import json
import re
from io import BytesIO, StringIO
from pathlib import Path
from urllib.parse import quote

import openpyxl
import pytest
from selectolax.lexbor import LexborHTMLParser as HTMLParser

from bot.speech import LANGUAGES, Speech
from tests.botapi.sample import FIGURES, LETTER, REMARK
from tests.pages.served import client, made

LETTER_PATH = f"/letters/{LETTER.id}"
PAGES = (
    "/",
    "/?q=电子信息产业产值多少",
    "/letters",
    LETTER_PATH,
    f"{LETTER_PATH}/figures",
    f"{LETTER_PATH}/charts",
    "/privacy",
)
QUESTION = "电子信息产业产值多少"


async def page(folder: Path, path: str, language: str = "zh-CN", status: int = 200) -> HTMLParser:
    """A page as a browser's parser reads it."""
    async with client(made(folder)) as asking:
        response = await asking.get(path, headers={"Accept-Language": language})
        assert response.status == status
        return HTMLParser(await response.text())


def text(found: HTMLParser, chosen: str) -> str:
    """The text of the one element that is chosen."""
    (node,) = found.css(chosen)
    return re.sub(r"\s+", " ", node.text()).strip()


def attribute(found: HTMLParser, chosen: str, name: str) -> str:
    """An attribute of the first element that is chosen, "" for none."""
    node = found.css_first(chosen)
    assert node is not None
    return node.attributes.get(name) or ""


async def test_answer_has_headline_quote_source_and_what_can_be_done(tmp_path: Path) -> None:
    """As in Telegram, with the source line leading to the sentence."""
    found = await page(tmp_path, f"/?q={QUESTION}")
    assert text(found, ".question") == QUESTION
    assert text(found, ".headline") == "电子信息产业产值24.69亿元，45.1%"
    assert text(found, "blockquote") == "电子信息产业实现产值24.69亿元，同比增长45.1%。"
    assert [mark.text() for mark in found.css("blockquote mark")] == ["24.69亿元", "45.1%"]
    assert (
        text(found, ".source")
        == "—— 某经科提函〔2024〕1号 · 二、主导行业产值五升一降 · 2024年7月25日 · 官方网页"
    )
    start = LETTER.text.index("电子信息产业实现")
    assert attribute(found, ".source a", "href") == f"{LETTER_PATH}?at={start}#s{start}"
    done = [node.text().strip() for node in found.css(".acts .button, .acts button")]
    assert [one.split()[-1] for one in done] == ["24.69亿元", "原文", "相关数据", "图表", "有用", "没用"]
    assert [one.attributes["value"] for one in found.css(".offers button")][-2:] == [
        "医化产业产值多少",
        "缝制设备产业产值多少",
    ]


@pytest.mark.parametrize(
    ("question", "headline", "offers"),
    [
        (
            "今天天气怎么样",
            "信中没有提到“今天天气怎么样”",
            ["工业增加值多少", "规上工业企业负增长面多少", "医化产业产值多少"],
        ),
        ("哪个产值", "您问的是哪个？", ["医化产业产值多少", "缝制设备产业产值多少"]),
    ],
)
async def test_refusals_and_asking_back(
    tmp_path: Path, question: str, headline: str, offers: list[str]
) -> None:
    """A refusal has nothing to copy or to judge; what it asks back are buttons."""
    found = await page(tmp_path, f"/?q={question}")
    assert text(found, ".headline") == headline
    assert found.css(".acts button") == []
    assert [one.attributes["value"] for one in found.css(".answer .offers button")] == offers


async def test_remark_stands_under_the_answer(tmp_path: Path) -> None:
    """Where the letter's own figures do not agree."""
    found = await page(tmp_path, "/?q=规上工业企业负增长面")
    assert REMARK.text in text(found, ".answer .remark")


async def test_dialogue_goes_on_in_a_form(tmp_path: Path) -> None:
    """What was asked goes along with the next question, by form and by link."""
    async with client(made(tmp_path)) as asking:
        first = HTMLParser(await (await asking.post("/", data={"q": "医化产业产值多少"})).text())
        earlier = [one.attributes["value"] for one in first.css("#ask [name=h]")]
        assert earlier == ["医化产业产值多少"]
        form = [("h", "医化产业产值多少"), ("q", "缝制设备产业呢")]
        second = HTMLParser(await (await asking.post("/", data=form)).text())
        assert text(second, ".headline").startswith("缝制设备产业产值22.67亿元")
        link = attribute(second, ".question a", "href")
        again = HTMLParser(await (await asking.get(link)).text())
        assert text(again, ".headline") == text(second, ".headline")


async def test_history_is_only_the_last_few_questions(tmp_path: Path) -> None:
    """However many a browser sends; what is longer than a question is left out."""
    earlier = [("h", text) for number in range(9) for text in (f"问题{number}", "长" * 1000, "")]
    async with client(made(tmp_path)) as asking:
        found = HTMLParser(
            await (await asking.post("/ask", data=[*earlier[:12], ("q", "医化产业产值")])).text()
        )
    # The three before it and itself; empty ones are no questions.
    dialogue = json.loads(attribute(found, "article", "data-next"))
    assert dialogue == ["长" * 1000, "问题3", "长" * 1000, "医化产业产值"]


async def test_letter_is_set_for_reading(tmp_path: Path) -> None:
    """Title, headings in the outline, sentences with places of their own, figures as links; nothing is lost."""
    start = LETTER.text.index("电子信息产业实现")
    found = await page(tmp_path, f"{LETTER_PATH}?at={start}")
    assert text(found, "h1") == LETTER.title
    assert [one.text() for one in found.css(".outline a")] == [
        "一、工业生产稳步增长",
        "二、主导行业产值五升一降",
        "三、下阶段计划",
    ]
    assert text(found, f"#s{start}.cited") == "电子信息产业实现产值24.69亿元，同比增长45.1%。"
    assert len(found.css("a.figure")) == len(FIGURES)
    printed = re.sub(r"\s", "", text(found, "article"))
    assert printed == re.sub(r"\s", "", LETTER.text)


async def test_figure_says_what_it_is_of(tmp_path: Path) -> None:
    """For a finger on it: what, when, and its check."""
    start = LETTER.text.index("15.4%")
    found = await page(tmp_path, f"{LETTER_PATH}/figures/{start}")
    assert text(found, ".card h2") == "医化产业产值 ▼15.4%"
    assert [node.text() for node in found.css("dd")] == [
        "2024年1-6月",
        "某某区",
        "增速 · 同比",
        "实绩",
        "没有发现与文中其他数字矛盾",
    ]


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("find=医化", ["医化产业产值", "医化产业产值"]),
        ("status=目标", ["小升规企业新增"]),
        ("measure=growth&sort=value", ["医化产业产值", "工业增加值", "缝制设备产业产值", "电子信息产业产值"]),
        (
            "measure=growth&sort=value&order=desc",
            ["电子信息产业产值", "缝制设备产业产值", "工业增加值", "医化产业产值"],
        ),
        ("find=没有的", []),
        ("measure=nothing&sort=nothing&page=99&status=x", [figure.name for figure in FIGURES]),
    ],
)
async def test_table_is_chosen_and_sorted(tmp_path: Path, query: str, names: list[str]) -> None:
    """By the address alone: without a script too. What makes no sense in it is left out."""
    found = await page(tmp_path, f"{LETTER_PATH}/figures?{query}")
    assert [node.text() for node in found.css("tbody th")] == names


async def test_amounts_are_sorted_within_their_unit(tmp_path: Path) -> None:
    """3亿元 is not more than 4家 or less."""
    found = await page(tmp_path, f"{LETTER_PATH}/figures?measure=level&sort=value&order=desc")
    printed = [node.text() for node in found.css("td.value")]
    assert printed == ["38.5%", "127.24亿元", "55.26亿元", "24.69亿元", "22.67亿元", "30家"]


async def test_downloads_have_what_the_table_has(tmp_path: Path) -> None:
    """The chosen rows, numbers as numbers."""
    async with client(made(tmp_path)) as asking:
        response = await asking.get(f"{LETTER_PATH}/figures.csv?find=医化")
        rows = list(csv.DictReader(StringIO((await response.read()).decode("utf-8-sig"))))
        assert "sample-1.csv" in response.headers["Content-Disposition"]
        book = openpyxl.load_workbook(
            BytesIO(await (await asking.get(f"{LETTER_PATH}/figures.xlsx?find=医化")).read())
        )
    assert [(row["raw"], row["value"], row["unit"]) for row in rows] == [
        ("55.26亿元", "5526000000.00", "元"),
        ("15.4%", "-15.4", "%"),
    ]
    heads, *values = book.active.iter_rows(values_only=True)
    place = heads.index("value")
    assert [row[place] for row in values] == [5526000000, -15.4]


async def test_related_figures_and_charts_are_parts_of_the_chat(tmp_path: Path) -> None:
    """For the script without head and foot, as pages without it."""
    related = f"/related?f={quote(FIGURES[3].id)}"
    chart = f"/chart?f={quote(FIGURES[3].id)}"
    async with client(made(tmp_path)) as asking:
        part = await (await asking.get(related, headers={"X-Part": "1"})).text()
        whole = await (await asking.get(related)).text()
        drawn = HTMLParser(await (await asking.get(chart)).text())
    assert "<header>" not in part
    assert "<header>" in whole
    assert "缝制设备产业产值" in part
    assert [node.text() for node in drawn.css("svg text")][:2] == ["医化产业", "55.26亿元  ▼15.4%"]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("path", PAGES)
async def test_every_page_in_every_language(tmp_path: Path, path: str, language: str) -> None:
    """The language of the browser; every word of ours is in its catalogue."""
    found = await page(tmp_path, path, language)
    assert attribute(found, "html", "lang").lower() == language
    assert Speech(language).say("web-nav-letters") in text(found, "header nav")


async def test_traditional_reader_is_answered_in_traditional_characters(tmp_path: Path) -> None:
    """Our words, not the quotation."""
    found = await page(tmp_path, f"/?q={QUESTION}", "zh-TW")
    assert text(found, ".headline").startswith("電子信息產業產值24.69億元")
    assert text(found, "blockquote").startswith("电子信息产业实现产值24.69亿元")


async def test_language_and_size_are_kept(tmp_path: Path) -> None:
    """By a form, in cookies; back to the page that it was on, never to another site."""
    async with client(made(tmp_path)) as asking:
        changed = await asking.post("/look", data={"language": "en", "to": "/letters"}, allow_redirects=False)
        assert changed.headers["Location"] == "/letters"
        away = await asking.post(
            "/look", data={"size": "large", "to": "//evil.example/"}, allow_redirects=False
        )
        assert away.headers["Location"] == "/"
        found = HTMLParser(await (await asking.get("/")).text())
    assert (attribute(found, "html", "lang"), attribute(found, "html", "class")) == ("en", "large")


@pytest.mark.parametrize(
    "path", ["/nothing", "/letters/none", "/letters/none/figures", "/chart", "/related?f=x:1"]
)
async def test_what_is_not_there_is_a_page_that_says_so(tmp_path: Path, path: str) -> None:
    """With the way back."""
    found = await page(tmp_path, path, status=404)
    assert text(found, "main .line")
    assert attribute(found, "main a", "href") == "/"


async def test_first_load_is_light(tmp_path: Path) -> None:
    """Page, style, script, icon and manifest, without compression: 60 kB at most."""
    async with client(made(tmp_path)) as asking:
        first = await (await asking.get("/")).read()
        found = HTMLParser(first)
        links = [one.attributes["href"] for one in found.css("link")] + [
            one.attributes["src"] for one in found.css("script")
        ]
        sizes = [
            len(await (await asking.get(str(link), headers={"Accept-Encoding": "identity"})).read())
            for link in links
        ]
    assert len(links) == 5
    assert len(first) + sum(sizes) <= 60_000


def test_our_script_is_short() -> None:
    """At most 200 lines."""
    script = Path(__file__).parents[1] / "bot" / "web" / "static" / "app.js"
    assert len(script.read_text(encoding="utf-8").splitlines()) <= 200


@pytest.mark.parametrize(
    ("find", "count", "said", "heading"),
    [
        ("", 1, False, "收录文件 1 份"),
        ("新昌县", 0, False, "文件"),
        ("电子信息 产值", 1, True, "“电子信息 产值”：1 份"),
        ("某某区", 1, False, "“某某区”：1 份"),
    ],
)
async def test_letters_are_found_by_what_they_say(
    tmp_path: Path, find: str, count: int, said: bool, heading: str
) -> None:
    """Where none is called so, that is told; how many were found is not how many there are."""
    found = await page(tmp_path, f"/letters?find={find}")
    assert len(found.css(".letters li")) == count
    assert ("文中提到" in text(found, "main")) is said
    assert ("没有标题、文号" in text(found, "main")) is (count == 0)
    assert text(found, "h1") == heading


@pytest.mark.parametrize("language", ["zh-CN", "zh-TW", "en"])
async def test_privacy_tells_who_sees_the_questions(tmp_path: Path, language: str) -> None:
    """Those who run it do, in every language."""
    found = await page(tmp_path, "/privacy", language)
    assert any(word in text(found, "main") for word in ("管理员能看到", "管理員能看到", "administrators see"))
