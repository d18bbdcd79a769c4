"""Papers of many places and years in one folder: the one paper that has a thing is looked into, whatever the newest paper's year."""

from collections.abc import Iterator

import pytest

from bot.answering.answerer import Answerer
from tests.invented import write
from tests.libraries import answering

_LETTERS = 90
_NEWEST = "望湾县财政局\n望湾县2026年一季度财政收支情况\n一季度国有土地使用权出让收入3.2亿元,同比下降8.1%。\n2026年4月20日\n"
_ACCOUNTS = "禾塘县2024年度部门决算\n禾塘县水利局\n年末公务用车保有量7辆。\n2025年8月20日\n"
_BANKS = "槐泽市人民银行\n槐泽市2024年金融运行情况\n6月份普惠小微贷款利率3.76%。年末全市不良贷款率1.34%。\n2025年1月20日\n"
# It does not say whose 全市 it tells of.
_NAMELESS = "水利建设提速\n前三季度,全市完成水利投资17.85亿元,同比增长2.1%。\n2025年10月9日\n"


@pytest.fixture(scope="module")
def mixed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Answerer]:
    """Answers from ninety papers of thirty places, two of others, one of a place not named, a newer one of yet another."""
    folder = tmp_path_factory.mktemp("mixed")
    write(folder / "corpus", _LETTERS)
    with answering(folder, newest=_NEWEST, accounts=_ACCOUNTS, banks=_BANKS, nameless=_NAMELESS) as answerer:
        yield answerer


@pytest.mark.parametrize(
    ("question", "printed"),
    [
        pytest.param("年末公务用车保有量是几辆", "7辆", id="the end of some year"),
        pytest.param("6月份普惠小微贷款利率是多少", "3.76%", id="a month of some year"),
        pytest.param("全市不良贷款率是多少", "1.34%", id="of all of some city"),
    ],
)
def test_the_paper_that_has_it_is_looked_into(mixed: Answerer, question: str, printed: str) -> None:
    """Where neither place nor year is named."""
    assert printed in mixed.answer(question).headline
