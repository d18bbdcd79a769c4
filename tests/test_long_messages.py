"""Messages longer than a question: told where they stand or asked for in short, with a bounded amount of work.

Steps are calls of functions. Over two hundred letters one took about a third of a microsecond of a processor that did nothing
else (the least of five runs of 25 questions, 0.14 to 0.62 each): 50 ms are 150,000 steps. What is made of a letter when it
is first looked into is not counted: which letters of many are looked into before is chance.
"""

import random
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.answer import Kind
from bot.answering.allowance import LETTERS
from bot.answering.answerer import Answerer
from bot.answering.candidate import Candidate
from bot.answering.candidates import Candidates
from bot.cli.open import SHIPPED
from bot.evaluate import items
from bot.matching.cards import Cards
from bot.matching.selection import MOST as MOST_LETTERS
from bot.operations.words.pasted import LONGEST
from bot.understanding.lexicon import lexicon
from bot.understanding.question import Question
from bot.understanding.several.message import several
from corpus.texts.text import fold, tidy
from index.rows.record import load
from tests.corpora import Corpora
from tests.counting import at_most
from tests.counting import steps as all_steps
from tests.invented import write

QUESTIONS = Path(__file__).parent / "data" / "eval" / "letter_tune2.jsonl"
steps = partial(all_steps, aside=(Cards._recent, load))

# Steps for anything longer than a question: 50 ms. For a question, which is mostly answered in a fifth of that, 200 ms: of 240
# torn together as here the worst took 400,000.
MOST_LONGER, MOST = 150_000, 600_000

SHAPES: dict[str, Callable[[str], str]] = {
    "the letter": lambda letter: letter[600:] * 10,
    "things in a row": lambda _: "医化和电子信息和" * 5000,
    "numerals": lambda _: "一二三四五六七八九十" * 4000,
    "fractions": lambda _: "1/2 " * 10000,
    "scales": lambda _: "亿" * 40000,
    "digits": lambda _: "1" * 100000,
    "marks": lambda _: "，。！" * 13000,
    "control characters": lambda _: "\x00\x01" * 20000,
    "English": lambda _: "the output of industry " * 2000,
    "emoji": lambda _: "👍" * 40000,
    "questions": lambda _: "电子信息产值多少?" * 4000,
    "times": lambda _: "2024年1月" * 6000,
    "shuffled": lambda letter: "".join(random.Random(7).choices(letter, k=40000)),
}


def letter_of(answerer: Answerer) -> str:
    """The shipped letter's text."""
    library = answerer.library
    return "".join(passage.text for letter in library.letters for passage in library.passages(letter))


@pytest.mark.parametrize("shape", SHAPES)
def test_the_work_does_not_grow_with_the_message(shape: str, answerer: Answerer) -> None:
    """From some thousand characters on ten times as many take hardly more steps, and never very many."""
    text = SHAPES[shape](letter_of(answerer))
    answerer.answer(text[:4096])
    small, large = (steps(lambda size=size: answerer.answer(text[:size])) for size in (4096, 40000))  # type: ignore[misc]
    assert large < 2 * small + 1000
    assert large < MOST_LONGER


# Each of them once took time that grew with the square of its length, inside patterns, where steps are not counted.
REPEATED = ("，", "1,234,", "，帮我推算", " ", "\t", "\n", "\u3000", "1 ", "1\n", "1. ", "(", "第", "“")


@pytest.mark.parametrize("piece", REPEATED)
def test_no_pattern_looks_at_a_message_again_from_each_place(piece: str, answerer: Answerer) -> None:
    """A million characters end: with the square of the length they would take hours."""
    text = piece * (1_000_000 // len(piece))
    with at_most():
        assert answerer.answer(text).headline
        assert fold(text).source == text
        once = tidy(text)
        assert tidy(once) == once


@pytest.mark.parametrize(
    "question",
    [
        pytest.param(
            "鲸尾寒鲸比琶员巴球去年球艇艇将工业增加值信质定转子2024年瑚面骨将和2024年潜纪虫潜麻架宇叶尾珊礁鱼信质集团产值"
            "宇宇纪面去年水晶员鲤艇彗和水叶锦艇规上工多少",
            id="unknown words between names",
        ),
        pytest.param(
            "规上工业增加多少，新培育国家级几家，医化产业产值增长多少，汽配几家", id="several at once"
        ),
        pytest.param(
            "同时做好本地企业留驻工作,聚焦晶远、速普等一批本地优质企业,争取项目有序是多少?",
            id="a sentence put as a question",
        ),
        pytest.param(
            "医化产业产值、信质集团产值、规上工业企业负增长面、工业用电量各是多少", id="names in a row"
        ),
        pytest.param(
            "规上工业产值项开占5%,较去年重点项目建比合计”、奋各是多少?规上工业企业负增长面响,出口大幅下各是多少动聚一共"
            "4-11-1最高缝制设备不是和规上工业产值同比电",
            id="torn pieces with many amounts asked for",
        ),
    ],
)
def test_a_long_question_takes_few_steps(question: str, answerer: Answerer) -> None:
    """Its readings, and the pieces that it is divided into, are answered once and are few."""
    answerer.answer("水产业产值多少")  # the first refusal loads what all others need
    assert steps(lambda: answerer.answer(question)) < 500_000


def messages(letter: str) -> st.SearchStrategy[str]:
    """What somebody may send: pieces of a letter, of shapes, anything at all, up to what Telegram lets through."""
    size = st.integers(1, 200)
    piece = st.one_of(
        st.builds(lambda at, size: letter[at : at + size], st.integers(0, len(letter) - 1), size),
        st.builds(lambda shape, size: SHAPES[shape](letter)[:size], st.sampled_from(list(SHAPES)), size),
        st.text(max_size=60),
        st.sampled_from(["，", "。", "?", "多少", "呢", "同比", " ", "\n"]),
    )
    return st.lists(piece, min_size=1, max_size=30).map(lambda pieces: "".join(pieces)[:4096])


ASKED = (
    *(
        "多少",
        "各多少",
        "是多少",
        "几家",
        "哪个最多",
        "比去年多多少",
        "占多少",
        "为什么",
        "同比",
        "增长",
        "上半年",
        "去年",
    ),
    *("和", "、", "，", "?", "还有", "帮我算一下", "我要写材料"),
)


def questions(letter: str) -> st.SearchStrategy[str]:
    """What looks like a question as long as one may be: words of a letter, torn, with what asks between them."""
    words = st.builds(
        lambda at, size: letter[at : at + size], st.integers(0, len(letter) - 1), st.integers(2, 16)
    )
    piece = st.one_of(words, st.sampled_from(ASKED))
    return st.lists(piece, min_size=2, max_size=14).map(lambda pieces: "".join(pieces)[:LONGEST])


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory, corpora: Corpora) -> Answerer:
    """Twice as many letters as are looked into for a question."""
    folder = tmp_path_factory.mktemp("many") / "corpus"
    write(folder, 2 * MOST_LETTERS)
    return corpora.answerer(folder)


@pytest.fixture(scope="module")
def ready(answerer: Answerer, many: Answerer) -> dict[str, Answerer]:
    """Both of them with all words, patterns and tables read that questions of each kind need."""
    for item in items(QUESTIONS):
        for asked in (answerer, many):
            asked.answer(item.question, item.history)
    return {"one letter": answerer, "many letters": many}


@pytest.mark.parametrize("corpus", ["one letter", "many letters"])
@given(data=st.data())
@settings(max_examples=50, suppress_health_check=list(HealthCheck))
def test_whatever_is_sent_takes_a_bounded_number_of_steps(
    data: st.DataObject, corpus: str, ready: dict[str, Answerer]
) -> None:
    """Up to 4,096 characters, and up to 100,000 in one go, to one letter and to many."""
    asked = ready[corpus]
    letter = letter_of(asked)
    message = data.draw(st.one_of(messages(letter), questions(letter)))
    message *= data.draw(st.sampled_from([1, 1, 1, 100_000 // len(message)])) if message else 1
    # Five short questions at the beginning of a message are answered, however long it is.
    asks = len(message) <= LONGEST or len(several(message[:600], lexicon())) > 1
    assert steps(lambda: asked.answer(message)) < (MOST if asks else MOST_LONGER)


@pytest.mark.parametrize(
    "question",
    [
        "2024年前三季度兴关市出口交货值多少，还有洛唐市前三季都农村人均收入是几多",
        "规上厂子里产值往下掉的比例是不是比去年底更大了,我看街上好几家都停工",
        "我们几个委员联名提的案子,最关心工业底盘,上半年全区规上工业产值一共做到多少亿了",
    ],
)
def test_few_readings_look_into_many_letters(
    question: str, many: Answerer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each of these once had forty readings and more, of 24 letters each."""
    looked: list[int] = []
    judged = Candidates._judged

    def noted(self: Candidates, asked: Question, *, reread: bool = False) -> Candidate:
        looked.append(len(self.known.retriever(asked).library.letters))
        return judged(self, asked, reread=reread)

    monkeypatch.setattr(Candidates, "_judged", noted)
    many.answer(question)
    # The last one may come to several questions at once.
    assert sum(looked) <= LETTERS + 5 * MOST_LETTERS


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("size", [LONGEST + 1, 4096, 40000])
def test_it_is_answered_in_one_line(shape: str, size: int, answerer: Answerer) -> None:
    """Never an error, never nothing."""
    headline = answerer.answer(SHAPES[shape](letter_of(answerer))[:size]).headline
    assert headline
    assert len(headline) < 600
    assert "\n" not in headline


def test_a_pasted_passage_is_told_where_it_stands(answerer: Answerer) -> None:
    """With its figures and its source; no figure that it does not have."""
    letter = letter_of(answerer)
    start = letter.index("电子信息产业实现产值")
    answer = answerer.answer(letter[start : start + 300])
    assert answer.kind is Kind.ANSWER
    assert "24.69亿元" in answer.headline
    assert answer.cited
    assert "488.14" not in answer.headline


@pytest.mark.parametrize("broken", [False, True], ids=["as printed", "its lines broken"])
def test_a_pasted_passage_is_told_with_what_stands_behind_its_headings(
    answerer: Answerer, broken: bool
) -> None:
    """A heading ends without a full stop, a line without the end of its sentence: both are found."""
    text = (SHIPPED / "2024-jiaojiang-133.txt").read_text(encoding="utf-8")
    start = text.index("二、主导行业产值五升一降")
    pasted = text[start : start + 600]
    lines = "\n".join(pasted[at : at + 37] for at in range(0, len(pasted), 37)) if broken else pasted
    answer = answerer.answer(lines)
    assert [value for value in ("180.85亿元", "55.26亿元", "22.58亿元") if value not in answer.headline] == []
    assert {figure.passage for figure in answer.figures} == {one.passage.id for one in answer.cited}


def test_what_does_not_agree_is_told_under_a_pasted_passage(answerer: Answerer) -> None:
    """Of the figures that are told of it; nothing under a passage that is right."""
    letter = letter_of(answerer)
    start = letter.index("从规上企业情况来看")
    answer = answerer.answer(letter[start : letter.index("工业用电量", start)])
    assert "规上工业企业负增长面38.5%" in answer.headline
    assert answer.remarks == ("规上工业企业负增长面：按128家÷322家计算应为39.8%，文中为38.5%。",)
    right = letter.index("电子信息产业实现产值")
    assert answerer.answer(letter[right : right + 300]).remarks == ()


def test_of_a_long_passage_the_first_figures_are_told(answerer: Answerer) -> None:
    """And that they are the first: two pages have dozens."""
    answer = answerer.answer(letter_of(answerer)[600:2600])
    assert "靠前的数据" in answer.headline
    assert len(answer.figures) == 8


def test_a_long_text_of_another_is_not_answered(answerer: Answerer) -> None:
    """It is asked for in short."""
    answer = answerer.answer("我前几天在外地看到一个很有意思的做法想跟大家分享一下" * 8)
    assert (answer.kind, answer.figures) == (Kind.NOT_FOUND, ())
    assert "太长" in answer.headline


def test_a_long_message_before_is_no_part_of_the_dialogue(answerer: Answerer) -> None:
    """The next question stands alone."""
    long = letter_of(answerer)[700:1500]
    assert answerer.answer("电子信息产业产值多少", [long]).headline.startswith("电子信息产业产值24.69亿元")


def test_five_questions_are_answered_at_once(answerer: Answerer) -> None:
    """The rest is said to be left."""
    things = ["电子信息", "汽配", "医化", "缝制设备", "时尚产业", "智能家居"]
    some, more = (answerer.answer("".join(f"{thing}产值多少?" for thing in things[:size])) for size in (5, 6))
    assert "22.58亿元" in some.headline
    assert "其余" not in some.headline
    assert "其余" in more.headline
    assert "17.19亿元" not in more.headline
