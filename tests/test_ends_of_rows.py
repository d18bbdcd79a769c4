"""The first and the last of a row, where a name has 最低 in it, several are wanted, or it is said as people talk."""

from pathlib import Path

import pytest

from bot.operations.relations.row import ranked
from tests.libraries import Hashed, answering

WAGES = (
    "栗原市各县最低工资标准\n\n栗原市人力资源和社会保障局\n2024年6月20日\n\n"
    "| 县区 | 月最低工资标准(元) | 最低生活保障标准(元) | 常住人口(人) |\n|---|---|---|---|\n"
    "| 东岭县 | 2010 | 742 | 98760 |\n| 西桥县 | 1880 | 765 | 32115 |\n"
    "| 南湖县 | 2150 | 718 | 211840 |\n| 北山县 | 1790 | 701 | 58215 |\n"
)


@pytest.mark.parametrize(
    ("question", "first", "others"),
    [
        pytest.param(
            "月最低工资排第一的是哪个县", ("南湖县",), ("北山县",), id="a name with 最低, the first"
        ),
        pytest.param("最低生活保障标准最高的是哪个县", ("西桥县",), ("北山县",), id="another such name"),
        pytest.param(
            "月最低工资标准最低的是哪个县", ("北山县",), ("南湖县",), id="a name with 最低, the last"
        ),
        pytest.param("常住人口最少的两个县是哪两个", ("西桥县", "北山县"), ("东岭县",), id="the last two"),
        pytest.param("常住人口最多的两个县是哪两个", ("南湖县", "东岭县"), ("西桥县",), id="the first two"),
        pytest.param("边个县常住人口最细", ("西桥县",), ("南湖县",), id="in Cantonese"),
    ],
)
def test_ends(question: str, first: tuple[str, ...], others: tuple[str, ...], tmp_path: Path) -> None:
    with answering(tmp_path, Hashed(), made=WAGES) as answerer:
        reply = ranked(answerer.question(question), answerer.retriever)
        told = reply.headline.text if reply else ""
    assert [one for one in first if one not in told] == [], told
    assert [one for one in others if one in told] == [], told
