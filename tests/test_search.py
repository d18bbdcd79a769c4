"""Search: words, meaning where words fail, literals always."""

from pathlib import Path

import pytest

from corpus.amounts.broken import printed
from corpus.document.metadata import letter
from corpus.passage import Kind, passages
from corpus.source import Source
from corpus.texts.text import plain
from index.opened import Index
from index.rows.entry import words
from index.searching.ranking import Tuning
from index.searching.words import tokens
from index.store import open_index
from tests.libraries import PUMPS, TEA, Hashed, Unasked, write

BULLETIN = """临江区统计局
临江区2023年统计公报
一、工业
表1 主要产业产值(单位:亿元)
产业名称 产值 比上年增长(%)
泵阀装备 241.36 8.8
家用纺织 148.07 -3.9
二、农业
第一产业增加值12.62亿元。其中渔业增加值一点五亿元。
全市竹林面积2 10万亩 ，占全省的2
7.0%。
"""


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Index:
    folder = tmp_path_factory.mktemp("search")
    return open_index(
        write(folder / "letters", tea=TEA, pumps=PUMPS, bulletin=BULLETIN), folder / "index", Hashed()
    )


def first(index: Index, question: str) -> str:
    return index.search(question)[0].passage.text


@pytest.mark.parametrize(
    ("question", "passage"),
    [
        pytest.param("干茶产量多少", "干茶产量6420吨,同比增长5.4%。", id="words"),
        pytest.param("采茶缺多少人", "采茶高峰期用工缺口约6000人。", id="some words"),
        pytest.param("118.42亿元是什么", "泵阀产业实现产值118.42亿元,同比增长9.6%。", id="figure"),
        pytest.param("家用纺织产值比上年增长", "家用纺织 148.07 -3.9", id="row by its head"),
        pytest.param("渔业", "其中渔业增加值一点五亿元。", id="one word"),
        pytest.param("联系人是谁", "联系人:周以宁", id="contact line"),
    ],
)
def test_the_passage_that_answers_comes_first(index: Index, question: str, passage: str) -> None:
    """By words, figures, a table's head, the sentence before."""
    assert first(index, question) == passage


@pytest.mark.parametrize("question", ["一、生产", "采工", "工业", "生产情况"])
def test_headings_are_no_answers(index: Index, question: str) -> None:
    """Only what stands below them."""
    assert Kind.HEADING not in {hit.passage.kind for hit in index.search(question, k=50)}


def test_a_passage_is_read_with_what_is_around_it() -> None:
    """A sentence with its section and the one before, a row with its table's head."""
    found = letter(Source("x", Path("x.txt"), BULLETIN, ""))
    context = {
        passage.text: said.context
        for passage, said in zip(passages(found), words(found, passages(found)), strict=True)
    }
    assert context["家用纺织 148.07 -3.9"] == " ".join(
        tokens("一、工业 产业名称 产值 比上年增长(%) 表1 主要产业产值(单位:亿元)")
    )
    assert context["其中渔业增加值一点五亿元。"] == " ".join(tokens("二、农业 第一产业增加值12.62亿元。"))


REPLY = """临江区教育局文件
临教提〔2024〕17号
临江区教育局
关于区政协五届二次会议第21号提案答复的函
李文、王秀兰等2位委员：
你们提出的关于增加学位的提案收悉。今年全区新增学位1200个，教师编号管理进一步规范。
联系电话：0571-55512345
2024年6月3日
"""


@pytest.mark.parametrize(
    ("question", "passage"),
    [
        ("发文字号发我", "临教提〔2024〕17号"),
        ("文件编号", "临教提〔2024〕17号"),
        ("收信人是谁", "李文、王秀兰等2位委员："),
        ("落款日期", "2024年6月3日"),
    ],
)
def test_what_a_letter_tells_of_itself_is_found_by_its_names(
    tmp_path: Path, question: str, passage: str
) -> None:
    """The names are printed nowhere."""
    library = open_index(write(tmp_path / "letters", reply=REPLY, tea=TEA), tmp_path / "index", Hashed())
    assert first(library, question) == passage


def test_only_the_chosen_letters_are_searched(index: Index) -> None:
    """By words, by meaning and by literal."""
    for question in ("产值增长多少", "泵阀", "完全没有的词语"):
        assert {hit.passage.letter for hit in index.search(question, letters=["tea"], k=9)} <= {"tea"}
    assert [passage.letter for passage in index.containing("增长", letters=["pumps"])] == ["pumps"]
    assert index.search("泵阀", letters=[]) == []


@pytest.mark.parametrize(
    ("literal", "text"),
    [
        pytest.param("6420吨", "干茶产量6420吨,同比增长5.4%。", id="figure"),
        pytest.param("４１．２７", "船舶配套产业实现产值41.27亿元。", id="full-width"),
        pytest.param("210万亩", "全市竹林面积2 10万亩 ，占全省的2\n7.0%。", id="over a gap"),
        pytest.param("的27.0%", "全市竹林面积2 10万亩 ，占全省的2\n7.0%。", id="over a line break"),
        pytest.param("周以", "联系人:周以宁", id="part of a name"),
        pytest.param("48.0", "家用纺织 148.07 -3.9", id="inside a figure"),
    ],
)
def test_a_literal_that_is_in_the_text_is_found(index: Index, literal: str, text: str) -> None:
    """Wherever it stands."""
    assert [printed(passage.text) for passage in index.containing(literal)] == [text]


@pytest.mark.parametrize("literal", ["年茶", "亩茶", "茶园面", "人口", "一、生", "生产", "12.8万亩。干"])
def test_a_literal_is_found_wherever_it_stands(tmp_path: Path, literal: str) -> None:
    """In headings too, over the end of a unit, and no longer once the letter is gone."""
    corpus = write(tmp_path / "letters", tea=TEA, pumps=PUMPS)
    index = open_index(corpus, tmp_path / "index", Hashed())
    having = [one.id for name in index.letters for one in index.passages(name) if literal in plain(one.text)]
    assert [one.id for one in index.containing(literal)] == having
    assert index.has(literal) is bool(having)
    assert not index.has(literal, ["pumps"])
    (corpus / "tea.txt").unlink()
    assert not open_index(corpus, tmp_path / "index", Hashed()).has(literal)


def test_a_question_that_stands_in_the_text_finds_it_first(index: Index) -> None:
    """Letterhead and all."""
    hit = index.search("临江区经信局")[0]
    assert (hit.passage.text, hit.passage.kind) == ("临江区经信局", Kind.META)
    assert hit.score > 0.9


def test_scores_and_coverage_are_shares(index: Index) -> None:
    """In order, and coverage is full where every word is found."""
    hits = index.search("干茶产量同比增长多少", k=9)
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)
    assert all(0 <= hit.score <= 1 and 0 <= hit.coverage <= 1 for hit in hits)
    assert index.search("干茶产量")[0].coverage == 1
    assert index.search("干茶产量外星人")[0].coverage < 0.7


def test_the_model_is_not_asked_where_words_suffice(tmp_path: Path) -> None:
    """It speaks where they fail."""
    corpus = write(tmp_path / "letters", tea=TEA)
    open_index(corpus, tmp_path / "index", Hashed())
    index = open_index(corpus, tmp_path / "index", Unasked())
    assert index.search("干茶产量")
    with pytest.raises(AssertionError):
        index.search("今儿天气咋样")


def test_without_words_in_common_the_model_decides(index: Index) -> None:
    """A question of punctuation finds nothing."""
    assert index.search("zzz qqq") != []
    assert index.search("？！") == []


def test_the_query_language_of_the_store_is_out_of_reach(index: Index) -> None:
    """Whatever is typed."""
    for text in ('"', "产值 AND", "NEAR(产值)", "text:产值*", "a\"b' OR 1=1 --", "产值\0", "*", "-"):
        index.search(text)
        index.containing(text)
        index.letters_about([text])


def test_the_constants_are_one_value() -> None:
    """Frozen, and with the parts that can be switched off."""
    assert Tuning(model=0, nearest=0, context=0, document=0, look=0) != Tuning()
