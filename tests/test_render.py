"""Answers as Telegram messages: what is marked, linked and quoted; text of any kind comes through whole."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answer import Answer, Cited, Kind
from bot.messages.render import LIMIT, messages
from bot.messages.richtext import BOLD, LONG_QUOTE, QUOTE, Rich, Run, html, link, pieces, plain, units
from bot.messages.tree import quotations
from bot.speech import Speech
from tests.botapi.markup import parsed
from tests.botapi.sample import LETTER, REMARK, cited, level_answer

ZH = Speech("zh-hans")

_TAGS = st.lists(st.sampled_from([BOLD, link('http://x/?a="1"&b')]), max_size=2, unique=True).map(tuple)
_TEXTS = st.text(st.characters(exclude_categories=("Cs", "Cc")) | st.sampled_from("\n<>&。，😀"), max_size=60)
RICH = st.lists(st.builds(Run, _TEXTS, _TAGS), max_size=8).map(tuple)


def shown(answer: Answer) -> str:
    """The answer's one message."""
    (message,) = messages(answer, ZH)
    return message


def test_message_of_a_figure() -> None:
    """Headline, the sentence with its figures marked, the source with its link."""
    assert shown(level_answer("医化产业产值")) == (
        "<b>医化产业产值55.26亿元，15.4%</b>\n\n"
        "<blockquote>医化产业实现产值<b>55.26亿元</b>，同比下降<b>15.4%</b>，主要是受海外市场需求减弱影响。</blockquote>\n"
        '—— <a href="http://example.org/art/1?a=1&amp;b=2">某经科提函〔2024〕1号</a>'
        " · 二、主导行业产值五升一降 · 2024年7月25日"
    )


def test_remark_stands_under_the_source() -> None:
    """What does not agree in the letter is said below its figure."""
    assert shown(level_answer("规上工业企业负增长面")).endswith(f"2024年7月25日\n\n⚠️ {REMARK.text}")


def test_working_is_shown() -> None:
    """What was worked out shows how."""
    answer = replace(level_answer("医化产业产值"), working="55.26 − 22.67 = 32.59(亿元)")
    assert "推算：<code>55.26 − 22.67 = 32.59(亿元)</code>" in shown(answer)


def test_neighbouring_sentences_are_one_quotation() -> None:
    """A reason beside its figure is quoted in one piece, with one source line."""
    message = shown(Answer(Kind.ANSWER, "h", cited=cited("主要是龙头企业", "电子信息产业实现")))
    assert "同比增长45.1%。主要是龙头企业" in message
    assert message.count("——") == 1


def test_distant_sentences_are_joined_by_dots_or_lines() -> None:
    """Nothing looks as if it stood together that does not."""
    (one,) = quotations(cited("医化产业", "缝制设备", "主要是龙头企业"))
    assert [each.passage.text[:4] for each in one.cited] == ["医化产业", "缝制设备", "主要是龙"]
    message = shown(Answer(Kind.ANSWER, "h", cited=one.cited))
    assert "影响。缝制设备" in message
    assert "8.1%。\n主要是龙头企业" in message


def test_long_quotation_is_folded() -> None:
    """A long passage can be opened, it does not push the source away."""
    long = replace(cited("医化产业")[0].passage, text="长" * 300)
    assert "<blockquote expandable>" in shown(Answer(Kind.ANSWER, "h", cited=(Cited(long, LETTER),)))


def test_letter_without_number_address_and_date() -> None:
    """The title stands for the number; there is no empty link and no lonely dot."""
    bare = replace(LETTER, number="", url="", signed=None, published=None)
    found = [Cited(one.passage, bare) for one in cited("医化产业")]
    last = shown(Answer(Kind.ANSWER, "h", cited=tuple(found))).splitlines()[-1]
    assert last == f"—— {LETTER.title} · 二、主导行业产值五升一降"


def test_traditional_reader_gets_the_quotation_as_printed() -> None:
    """Only our own words change."""
    answer = replace(level_answer("电子信息产业产值"), remarks=("与文中的24.69亿元不一致",))
    (message,) = messages(answer, Speech("zh-hant"))
    assert message.startswith("<b>電子信息產業產值24.69億元，45.1%</b>")
    assert "电子信息产业实现产值<b>24.69亿元</b>" in message
    assert message.endswith("與文中的24.69億元不一致")


@given(headline=_TEXTS.filter(str.strip), question=_TEXTS)
def test_any_text_is_accepted_and_comes_back(headline: str, question: str) -> None:
    """Markup in a question, a headline or a passage is only text; no message is too long or empty."""
    answer = replace(level_answer("医化产业产值"), headline=headline * 40, remarks=(question,))
    sent = messages(answer, ZH, question)
    texts = [parsed(message)[0] for message in sent]
    assert all(0 < units(text) <= LIMIT for text in texts)
    assert "".join((headline * 40).split()) in "".join("".join(texts).split())


@given(rich=RICH, limit=st.integers(2, 50))
def test_pieces_are_the_whole_text(rich: Rich, limit: int) -> None:
    """Cut anywhere, nothing but blanks around the cuts is lost, and every piece is proper HTML."""
    cut = pieces(rich, limit)
    assert all(0 < units(plain(piece)) <= limit for piece in cut)
    assert "".join("".join(map(plain, cut)).split()) == "".join(plain(rich).split())
    assert all(parsed(html(piece))[0] == plain(piece) for piece in cut)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("第一段。\n\n第二段很长。", ["第一段。", "第二段很长。"], id="paragraphs"),
        pytest.param("第一句话。第二句话。", ["第一句话。", "第二句话。"], id="sentences"),
        pytest.param("没有标点的一串文字真长", ["没有标点的一串文字", "真长"], id="nowhere"),
        pytest.param("😀😀😀😀😀", ["😀😀😀😀", "😀"], id="two units each"),
    ],
)
def test_where_a_text_is_cut(text: str, expected: list[str]) -> None:
    """At the best border that fits."""
    assert [plain(piece) for piece in pieces((Run(text),), 9)] == expected


def test_tags_go_on_after_a_cut() -> None:
    """A quotation cut in two is a quotation in both."""
    runs = (Run("一二三。四五", (QUOTE,)), Run("六。", (QUOTE, BOLD)))
    assert [html(piece) for piece in pieces(runs, 5)] == [
        "<blockquote>一二三。</blockquote>",
        "<blockquote>四五<b>六。</b></blockquote>",
    ]


def test_quote_tags_differ() -> None:
    """The folded quotation is another tag."""
    assert html((Run("x", (LONG_QUOTE,)),)) == "<blockquote expandable>x</blockquote>"


@pytest.mark.parametrize(
    ("answer", "frame"),
    [
        (level_answer("医化产业产值"), "In the letters, as printed:"),
        (Answer(Kind.NOT_FOUND, "信中没有提到“房价”"), "No answer was found in the letters:"),
        (Answer(Kind.ANSWER, "您问的是哪个地方?", choices=("甲县产值", "乙县产值")), "Which one is meant?"),
        (Answer(Kind.CHAT, "您问的是哪个?", choices=("甲县产值", "乙县产值")), "Which one is meant?"),
        (
            Answer(Kind.CHAT, "不客气,有需要随时问我。"),
            "Glad to help. Ask for a figure in the letters, in Chinese:",
        ),
    ],
)
def test_english_reader_is_told_in_english_what_stands_there(answer: Answer, frame: str) -> None:
    """Above the Chinese headline; a Chinese reader needs no such line."""
    assert messages(answer, Speech("en"))[0].startswith(f"{frame}\n<b>{answer.headline}</b>")
    for language in ("zh-hans", "zh-hant"):
        assert messages(answer, Speech(language))[0].startswith("<b>")
