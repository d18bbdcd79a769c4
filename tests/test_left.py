"""What is left to be done, and whether a thing rose or fell."""

from pathlib import Path

import pytest

from bot.answer import Kind
from tests.libraries import answer_from

WORKS = (
    "云岭县2023年民生实事\n\n"
    "全年计划为600户困难家庭安装燃气报警器，已完成412户。排查隐患1260处，已整改1198处。20家卫生院全部配齐彩超，其中8家配备CT。"
    "全县学校96所，其中幼儿园41所。\n"
)
AIMS = "云岭县政府工作报告\n\n一、2023年工作\n2023年，茶叶产值9.4亿元，增长8.2%。\n二、2024年工作\n2024年，力争茶叶产值达到10亿元。\n"
HEALTH = (
    "云岭县2023年卫生工作总结\n\n"
    "2023年，基层就诊率63.7%，比上年下降0.9个百分点。医疗纠纷47起，比上年减少8起。门诊收入3.2亿元，同比增长5.4%。平均住院日由8.1天降到7.3天。\n"
)


@pytest.mark.parametrize(
    ("text", "question", "said"),
    [
        pytest.param(WORKS, "燃气报警器今年还差几户没装", "188户", id="planned and done"),
        pytest.param(WORKS, "还有几处隐患没整改", "62处", id="found and mended"),
        pytest.param(WORKS, "还有几家卫生院没有CT", "12家", id="a part that has it"),
        pytest.param(AIMS, "茶叶产值要到10亿还差多少", "0.6亿元", id="an aim named"),
        pytest.param(HEALTH, "基层就诊率怎么变的", "下降0.9个百分点", id="how it changed"),
        pytest.param(HEALTH, "医疗纠纷少了几起", "减少8起", id="by how many"),
        pytest.param(HEALTH, "门诊收入是涨是跌", "增长5.4%", id="which way"),
        pytest.param(HEALTH, "基层就诊率有没有降", "下降0.9个百分点", id="whether it fell"),
    ],
)
def test_it_is_told(tmp_path: Path, text: str, question: str, said: str) -> None:
    """Out of the printed figures, by their own words where they are printed."""
    answer = answer_from(tmp_path, text, question)
    assert answer.kind is Kind.ANSWER
    assert said in answer.headline


@pytest.mark.parametrize(
    ("text", "question", "never"),
    [
        pytest.param(WORKS, "幼儿园还差几家", "55", id="parts of a whole are no work"),
        pytest.param(WORKS, "还有几处隐患没登记", "62处", id="another work"),
        pytest.param(AIMS, "油茶产值要到10亿还差多少", "0.6亿元", id="another tree"),
        pytest.param(HEALTH, "次均住院费用是涨是跌", "5.4%", id="another thing"),
        pytest.param(HEALTH, "医疗纠纷环比少了几起", "减少8起", id="against another time"),
    ],
)
def test_what_is_near_is_not_told(tmp_path: Path, text: str, question: str, never: str) -> None:
    """A wrong difference is worse than none; the sentence itself may be quoted as what the paper says."""
    answer = answer_from(tmp_path, text, question)
    assert not (answer.figures and answer.kind is Kind.ANSWER and never in answer.headline)
