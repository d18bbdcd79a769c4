"""A blank inside a number is closed only in a text that is broken elsewhere: joined wrongly it is another number."""

import pytest

from tests.replies import of_document

CLEAN = "云岭县2024年水利工作情况\n\n2024年，全县{said}。完成渠道防渗18公里，新增灌溉面积3.2万亩。"
BROKEN = "云岭县 2024年水利工作情况\n\n2024年 ，全县{said} 。完成渠道防渗18公里 ，新增灌溉面积3.\n2万亩。"
OTHERS = ["18公里", "3.2万亩"]


@pytest.mark.parametrize(
    ("said", "joined"),
    [
        pytest.param("完成投资5 12万元", "512万元", id="an amount"),
        pytest.param("蓄水量达到1 48.6万立方米", "148.6万立方米", id="a decimal"),
        pytest.param("任务完成1 0 0%", "100%", id="every digit apart"),
        pytest.param("解决3 84户饮水困难", "384户", id="a count"),
    ],
)
def test_broken_numbers(said: str, joined: str) -> None:
    assert [figure.quantity.raw for figure in of_document(BROKEN.format(said=said))] == [joined, *OTHERS]
    assert [figure.quantity.raw for figure in of_document(CLEAN.format(said=said))] == OTHERS
