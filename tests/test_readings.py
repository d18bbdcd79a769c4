"""Other readings of a question: in the words that papers print, without talk, past the bounds in a name."""

from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.answer import Kind
from bot.understanding.expressions.thesaurus import Thesaurus, thesaurus
from tests.libraries import answer_from

PAPER = """霞溪县2024年民生工作总结

2024年末，全县60周岁及以上老年人13.37万人，其中80周岁及以上高龄老人2.04万人。村集体经营性收入50万元以上的村57个。
在校生不足100人的小学6所。城镇居民人均可支配收入39826元，增长4.9%，农村居民20563元，增长6.8%。
商品房销售面积61.8万平方米，商品房销售额54.39亿元。全年出生人口1.21万人。
"""


@pytest.mark.parametrize(
    ("question", "figure"),
    [
        pytest.param("全县60岁以上老人有几多", "13.37万人", id="an age in a name"),
        pytest.param("收入50万元以上的村有几个", "57个", id="a bound in a name"),
        pytest.param("不足100人的小学有几所", "6所", id="a bound before its noun"),
        pytest.param("城镇居民人均可支配收入多少", "39826元", id="what two names share said once"),
        pytest.param("农民一年到手多少钱", "20563元", id="whose income"),
        pytest.param("一年生了多少娃娃", "1.21万人", id="births"),
    ],
)
def test_it_is_answered(question: str, figure: str, tmp_path: Path) -> None:
    answer = answer_from(tmp_path, PAPER, question)
    assert (answer.kind, figure in answer.headline) == (Kind.ANSWER, True), answer.headline


@pytest.mark.parametrize("question", ["驾校学员有多少", "去年卖了多少电影票", "有多少人出国"])
def test_what_no_paper_says_stays_unanswered(question: str, tmp_path: Path) -> None:
    assert answer_from(tmp_path, PAPER, question).kind is Kind.NOT_FOUND


@pytest.fixture(scope="module")
def words() -> Thesaurus:
    return thesaurus()


def printed(*terms: str) -> Callable[[str], bool]:
    return lambda term: term in terms


def test_a_phrase_becomes_a_term_only_where_a_letter_has_it(words: Thesaurus) -> None:
    assert words.paraphrases("去年卖地收了多少钱", printed()) == []


def test_every_phrase_of_the_data_leads_to_its_term(words: Thesaurus) -> None:
    wrong = []
    for said, term in words.entries:
        readings = words.paraphrases(f"{said}有多少", {term}.__contains__)
        if term not in said and not any(term in reading for reading in readings):
            wrong.append((said, term))
    assert wrong == []


def test_no_phrase_stands_twice(words: Thesaurus) -> None:
    """Two entries with one phrase would leave the choice between their terms to chance."""
    said = Counter(phrase.words for group in words.phrases.values() for phrase in group)
    assert [phrase for phrase, times in said.items() if times > 1] == []


def test_the_amount_in_a_phrase_is_still_asked_for(words: Thesaurus) -> None:
    """养老院多少张床 asks for beds and how many."""
    readings = words.paraphrases("全县养老院多少张床", printed("养老床位"))
    assert "全县养老床位多少张" in readings


def test_talk_is_left_out_and_nothing_else(words: Thesaurus) -> None:
    assert words.plainly("农村供水投了多少钱进去") == "农村供水投了多少钱"
    assert words.plainly("农村供水投资多少") == ""


@pytest.mark.parametrize(
    ("title", "question", "said"),
    [
        pytest.param(
            "霞溪县2025年统计公报", "霞溪县去年生产总值多少", "157.2亿元", id="a bulletin without a day"
        ),
        pytest.param("霞溪县2025年统计公报", "固定资产投资去年是涨是跌", "下降27.9%", id="its growth"),
        pytest.param(
            "霞溪县2025年统计公报", "2024年生产总值多少", "没有找到2024年", id="a year that is said"
        ),
        pytest.param("霞溪县2025年统计公报", "前年生产总值多少", "没有找到2023年", id="two years ago"),
        pytest.param("霞溪县2025年上半年经济运行", "去年生产总值多少", "没有找到2024年", id="half a year"),
    ],
)
def test_the_year_of_a_bulletin_is_over_when_it_is_read(
    title: str, question: str, said: str, tmp_path: Path
) -> None:
    paper = f"{title}\n\n全县生产总值157.2亿元，增长4.0%。固定资产投资下降27.9%。\n"
    assert said in answer_from(tmp_path, paper, question).headline
