"""Two amounts of one thing in one question: both of one sentence are told together, or neither as the whole."""

from pathlib import Path

import pytest

from tests.libraries import answer_from, assert_told

CARE = (
    "白茅县2023年统计公报\n\n全县共有养老机构14家，养老服务设施52个，共有养老床位2146张。其中，公办养老机构6家，床位715张；"
    "民办养老机构8家，床位1431张。\n"
)
TOWNS = "云泽县概况\n\n2023年末，全县辖12个镇、5个乡，有218个行政村、36个社区。\n"
SCHOOLS = (
    "渡口县教育情况\n\n2023年，在校学生8.31万人。其中幼儿园44所、在园幼儿1.72万人，小学31所、在校生3.64万人，"
    "初中15所、在校生1.87万人，普通高中6所、在校生1.08万人。\n"
)
LIBRARY = (
    "石桥县文化情况\n\n2023年末，公共图书馆3个，藏书41.6万册；博物馆5个，藏品1.28万件；农家书屋210家。"
    "乡镇客运站9个，客运车辆184辆。\n"
)


@pytest.mark.parametrize(
    ("text", "question", "said"),
    [
        pytest.param(CARE, "养老机构一共几家,床位多少张", ["14家", "2146张"], id="with another between"),
        pytest.param(CARE, "公办养老机构有几家，床位多少张？", ["6家", "715张"], id="one of two kinds"),
        pytest.param(SCHOOLS, "初中有几所 多少学生", ["15所", "1.87万人"], id="what the second is of"),
        pytest.param(TOWNS, "全县几个镇几个乡", ["12个", "5个"], id="side by side"),
        pytest.param(TOWNS, "云泽县有多少个行政村、多少个社区", ["218个", "36个"], id="in the same unit"),
        pytest.param(SCHOOLS, "小学几所,学生多少人", ["31所", "3.64万人"], id="its unit said"),
        pytest.param(LIBRARY, "乡镇客运站几个,车辆多少辆", ["9个", "184辆"], id="named at its end"),
    ],
)
def test_both_are_told(tmp_path: Path, text: str, question: str, said: list[str]) -> None:
    assert_told(tmp_path, text, question, said)


@pytest.mark.parametrize(
    ("text", "question", "never"),
    [
        pytest.param(CARE, "养老机构几家,床位多少张", "715张", id="a part's beds"),
        pytest.param(SCHOOLS, "初中有几所 多少学生", "8.31万人", id="all pupils"),
        pytest.param(TOWNS, "全县几个镇几个街道", "5个", id="another beside it"),
        pytest.param(SCHOOLS, "初中有几所 多少老师", "1.87万人", id="pupils are no teachers"),
    ],
)
def test_what_is_of_another_is_not_told(tmp_path: Path, text: str, question: str, never: str) -> None:
    assert never not in answer_from(tmp_path, text, question).headline
