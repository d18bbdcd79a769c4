"""Sentences that only say that points follow are told with the points."""

from pathlib import Path

import pytest

from tests.libraries import Hashed, answer_from, answering

TROUBLES = """桐岭县2024年财政运行情况

全年一般公共预算收入12.6亿元，增长3.1%。
同时，当前财政运行中还有一些困难和问题。一是增收基础不牢，税源单一。二是库款紧张，支付压力大。三是部分单位预算执行偏慢。
"""
COLON = """桐岭县水务局工作总结

去年新建水窖31口。
供水保障方面存在的主要困难如下：
一是管网老化，漏损率高。
二是山区水源不稳，枯水期缺水。
"""
ITSELF = """桐岭县交通局工作总结

主要困难是三个：一是资金不足，二是用地紧张，三是施工期短。
去年修路31公里。
"""


@pytest.mark.parametrize(
    ("text", "question", "told"),
    [
        pytest.param(
            TROUBLES, "财政运行还有哪些困难", ("增收基础不牢", "库款紧张", "预算执行偏慢"), id="points behind"
        ),
        pytest.param(
            COLON, "供水保障有哪些困难", ("管网老化", "水源不稳"), id="points in paragraphs of their own"
        ),
        pytest.param(
            ITSELF, "交通局有什么困难", ("资金不足", "用地紧张"), id="points in the sentence itself"
        ),
    ],
)
def test_points_that_a_sentence_introduces_are_told(
    text: str, question: str, told: tuple[str, ...], tmp_path: Path
) -> None:
    with answering(tmp_path, Hashed(), made=text) as answerer:
        answers = [one.reply.headline.text for one in answerer.candidates(question) if one.answers]
    assert any(all(word in said for word in told) for said in answers), answers


QUESTIONS = """霞溪县失业保险政策问答

问：个体工商户自己注销营业执照后，能不能申领失业保险金？
答：被吊销执照的属于非因本人意愿中断就业。自己注销的不属于这种情形，不能申领。
问：灵活就业人员申领失业保险金，需要到哪个窗口办理？
答：凭身份证到县社会保险经办机构二楼窗口办理。
"""


@pytest.mark.parametrize(
    ("question", "said", "never"),
    [
        pytest.param(
            "自己把执照注销了，能领失业保险金不", "自己注销的不属于这种情形", "能不能申领", id="whether"
        ),
        pytest.param("灵活就业的人到哪个窗口申领失业保险金", "二楼窗口", "需要到哪个", id="where"),
    ],
)
def test_a_question_of_the_letter_is_told_by_its_answer(
    question: str, said: str, never: str, tmp_path: Path
) -> None:
    headline = answer_from(tmp_path, QUESTIONS, question).headline
    assert (said in headline, never in headline) == (True, False), headline
