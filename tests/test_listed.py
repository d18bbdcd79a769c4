"""How many things a question wants named, and how many a sentence names."""

import pytest

from bot.answer import Kind
from bot.answering.answerer import Answerer
from bot.understanding.several.listed import members_asked, members_told


@pytest.mark.parametrize(
    ("question", "many"),
    [
        ("八大理念具体是哪八个", 8),
        ("哪五大行动", 5),
        ("聚焦哪三个产业", 3),
        ("靠哪两种手段", 2),
        ("六大片区是哪些", 6),
        ("三大任务指的是什么", 3),
        ("哪个产业涨得最快", 0),
        ("哪三个月产值最高", 0),
        ("哪些行业涨了", 0),
        ("第三个行动是什么", 0),
    ],
)
def test_what_is_asked(question: str, many: int) -> None:
    assert members_asked(question) == many


@pytest.mark.parametrize(
    ("words", "many"),
    [
        ("聚焦生物医药、光电、新能源汽车零部件等产业,利用好产业链优势、产业基金撬动等手段", 3),
        ("践行“八大理念”、奋力攻坚“六大片区”", 2),
        ("一是强信心;二是稳生产;三是增效益", 3),
        ("用地、用电、用能和资金", 4),
        ("产值24.69亿元", 1),
    ],
)
def test_what_is_told(words: str, many: int) -> None:
    assert members_told(words) == many


@pytest.mark.parametrize("question", ["八大理念具体是哪八个", "六大片区是哪些", "六大片区具体是指哪六个"])
def test_a_name_is_no_list_of_what_it_names(question: str, answerer: Answerer) -> None:
    """It is shown as the closest there is."""
    assert answerer.answer(question).kind is Kind.NOT_FOUND


def test_as_many_as_are_asked_for_are_told(answerer: Answerer) -> None:
    told = answerer.answer("继续聚焦哪三个产业").headline
    assert all(name in told for name in ("生物医药", "光电", "新能源汽车零部件"))
