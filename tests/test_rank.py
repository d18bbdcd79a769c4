"""Ranks, told apart from other ordinals."""

import pytest

from corpus.amounts.quantity import Bound
from corpus.amounts.rank import ranks
from corpus.texts.text import fold


@pytest.mark.parametrize(
    ("text", "raw", "value"),
    [
        pytest.param("居全市第三位", "第三位", 3, id="居"),
        pytest.param("排名提升至全市第二;", "第二", 2, id="排名"),
        pytest.param("规上工业增加值增速在全市排名连续两月全市第2,", "第2", 2, id="digit"),
        pytest.param("列各县(市、区)第六位", "第六位", 6, id="列"),
        pytest.param("品牌价值18.7亿元,居全省第八位。", "第八位", 8, id="八"),
        pytest.param("居全省第\n三位。", "第三位", 3, id="broken line"),
        pytest.param("占地区生产总值的比重为4.62%,居全市首位。", "首位", 1, id="首位"),
        pytest.param("总产量稳居全国第11位", "第11位", 11, id="two digits"),
    ],
)
def test_rank(text: str, raw: str, value: int) -> None:
    (rank,) = ranks(fold(text))
    assert (rank.raw, int(rank.value), rank.unit) == (raw, value, "位")


def test_every_rank_of_a_list() -> None:
    found = ranks(fold("增速分别居全市第二位、第六位,总量分别排全省第三、第七和第二。"))
    assert [int(rank.value) for rank in found] == [2, 6, 3, 7, 2]


def test_among_the_first_is_at_most() -> None:
    (rank,) = ranks(fold("综合考评居全省前三,"))
    assert (rank.raw, int(rank.value), rank.bound) == ("前三", 3, Bound.AT_MOST)


@pytest.mark.parametrize(
    "text",
    [
        "第三产业增加值",
        "第一季度",
        "第二类医疗器械",
        "第五次全国经济普查",
        "市第二人民医院",
        "第一主攻方向",
        "第一时间落实",
        "第133号提案",
        "居全国前列",
        "前三季度",
        "前10位企业合计产值",
        "首批12项",
    ],
)
def test_no_rank(text: str) -> None:
    assert ranks(fold(text)) == ()
