"""Which of a row are over or under an amount, or between two, where no other way has the row."""

from pathlib import Path

import pytest

from bot.operations.derived.bounded import bounded
from tests.libraries import Hashed, answering

INDUSTRY = (
    "栗原县2024年上半年工业情况\n\n栗原县经济和信息化局\n2024年7月20日\n\n"
    "1-6月,纺织产业产值72.6亿元,同比下降8.2%;食品产业产值45.2亿元,同比增长9.7%;"
    "新材料产业产值32.4亿元,同比增长15.3%;家具产业产值21.8亿元,同比增长5.6%;造纸产业产值11.5亿元,同比下降12.4%。\n"
)
CENSUS = (
    "栗原县各乡镇人口情况\n\n栗原县统计局\n2024年6月20日\n\n"
    "| 乡镇 | 常住人口(人) | 户籍人口(人) | 老年人口占比(%) |\n|---|---|---|---|\n"
    "| 河口镇 | 98760 | 101335 | 18.6 |\n| 东山镇 | 32115 | 41220 | 27.4 |\n"
    "| 石湾乡 | 11840 | 17905 | 38.9 |\n| 月亮乡 | 8215 | 12640 | 41.2 |\n"
)


def _told(folder: Path, text: str, question: str) -> str:
    with answering(folder, Hashed(), made=text) as answerer:
        reply = bounded(answerer.question(question), answerer.retriever)
        return reply.headline.text if reply else ""


@pytest.mark.parametrize(
    ("text", "question", "members", "others"),
    [
        pytest.param(
            INDUSTRY, "请列出产值在20亿到40亿之间的产业", ("新材料", "家具"), ("食品", "造纸"), id="between"
        ),
        pytest.param(
            INDUSTRY,
            "产值勒20亿到50亿当中的产业有哪几个",
            ("食品", "新材料", "家具"),
            ("纺织",),
            id="in talk",
        ),
        pytest.param(INDUSTRY, "产值不到20亿的产业有哪些", ("造纸",), ("家具",), id="under"),
        pytest.param(
            INDUSTRY,
            "增速在5%到10%之间的产业有哪些",
            ("食品", "家具"),
            ("新材料", "造纸"),
            id="growth between",
        ),
        pytest.param(INDUSTRY, "哪几个产业下降超过一成", ("造纸",), ("纺织", "新材料"), id="falls by tenths"),
        pytest.param(
            INDUSTRY, "产值40亿元以上的产业有几个", ("纺织", "食品", "共2个"), ("家具",), id="counted"
        ),
        pytest.param(CENSUS, "请把常住人口在1万人以下的乡镇都列出来", ("月亮乡",), ("石湾乡",), id="column"),
        pytest.param(
            CENSUS, "户籍人口过4万人的乡镇有哪些", ("河口镇", "东山镇"), ("石湾乡",), id="another column"
        ),
        pytest.param(
            CENSUS, "老年人口占比超过35%的有哪几个乡镇", ("石湾乡", "月亮乡"), ("东山镇",), id="share"
        ),
    ],
)
def test_members_within_bounds(
    text: str, question: str, members: tuple[str, ...], others: tuple[str, ...], tmp_path: Path
) -> None:
    told = _told(tmp_path, text, question)
    assert [one for one in members if one not in told] == [], told
    assert [one for one in others if one in told] == [], told


@pytest.mark.parametrize(
    ("text", "question"),
    [
        pytest.param(INDUSTRY, "产值超过20亿元是什么时候", id="no list"),
        pytest.param(INDUSTRY, "利润超过2亿元的产业有哪些", id="of what is not told"),
        pytest.param(INDUSTRY, "哪些产业产值最高", id="no bound"),
        pytest.param(CENSUS, "常住人口超过100万人的乡镇有哪些", id="none"),
        pytest.param(CENSUS, "外来人口超过1万人的乡镇有哪些", id="another column"),
        pytest.param(CENSUS, "常住人口超过20%的乡镇有哪些", id="another unit"),
    ],
)
def test_nothing(text: str, question: str, tmp_path: Path) -> None:
    assert _told(tmp_path, text, question) == ""
