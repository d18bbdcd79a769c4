"""Questions about what the ones before them were answered with."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import pytest

from bot.answer import Kind
from bot.answering.answerer import Answerer
from bot.answering.candidate import Candidate
from bot.answering.candidates import Candidates
from bot.answering.decision import Decision
from tests.reckoned import INDUSTRY, SOCIETY, Reckoned


@pytest.mark.parametrize(
    ("paper", "asked", "said"),
    [
        (INDUSTRY, ["纺织产业产值多少", "新材料呢", "两个加起来多少"], ["105亿元", "推算"]),
        (INDUSTRY, ["恒川机械产值目标多少", "瑞达新材呢", "两家合起来呢"], ["45亿"]),
        (INDUSTRY, ["纺织产值多少", "装备制造呢", "食品加工呢", "三个加起来"], ["181.9亿元"]),
        (INDUSTRY, ["四大主导产业产值各多少", "加起来呢"], ["214.3亿元"]),
        (SOCIETY, ["水稻产量多少", "柑橘呢", "合计多少万吨"], ["24.2万吨"]),
        (SOCIETY, ["民办幼儿园几所", "公办呢", "加一块儿呢?"], ["105所"]),
    ],
)
def test_the_last_ones_are_added_up(
    reckoned: Reckoned, paper: str, asked: list[str], said: list[str]
) -> None:
    reckoned.assert_told(paper, asked, said)


@pytest.mark.parametrize(
    ("paper", "asked", "said"),
    [
        (INDUSTRY, ["纺织产业产值多少", "装备制造比它少吗"], ["72.6亿元", "64.1亿元"]),
        (INDUSTRY, ["纺织产业产值多少", "装备制造比它少吗", "比它少多少"], ["8.5亿元", "推算"]),
        (INDUSTRY, ["纺织产业产值多少", "装备制造比它少多少"], ["8.5亿元"]),
        (INDUSTRY, ["装备制造增速多少", "新材料呢", "差几个点"], ["2.8个百分点"]),
        (SOCIETY, ["城镇居民收入多少", "农村呢", "那两者差多少"], ["22880元"]),
        (SOCIETY, ["城镇居民收入增速多少", "农村的呢", "差几个百分点"], ["1.8个百分点"]),
        (SOCIETY, ["水稻产量多少", "茶叶比它少多少"], ["16.8万吨"]),
        (SOCIETY, ["柑橘产量多少", "水稻呢", "是它的几倍"], ["3.17倍"]),
        (INDUSTRY, ["纺织产值多少", "新材料呢", "哪个高"], ["72.6亿元", "32.4亿元", "40.2亿元"]),
        (SOCIETY, ["水稻产量多少", "跟柑橘比呢"], ["18.4万吨", "5.8万吨"]),
        (INDUSTRY, ["纺织产值多少", "它和新材料加起来呢"], ["105亿元"]),
        (INDUSTRY, ["出口交货值多少", "相当于规上工业产值的几成"], ["15%"]),
        (INDUSTRY, ["纺织产业产值多少", "比新材料多几多"], ["40.2亿元", "推算"]),
        (SOCIETY, ["水稻产量多少", "比茶叶多了多少万吨"], ["16.8万吨"]),
    ],
)
def test_the_last_two_are_compared(reckoned: Reckoned, paper: str, asked: list[str], said: list[str]) -> None:
    reckoned.assert_told(paper, asked, said)


@pytest.mark.parametrize(
    ("paper", "asked", "said"),
    [
        (INDUSTRY, ["亿元以上企业有多少家", "其中下降的几家", "占几成"], ["38.9%"]),
        (INDUSTRY, ["工业增加值多少", "规上呢", "占几成"], ["81.3%"]),
        (SOCIETY, ["养老床位多少张", "入住了多少", "占几成"], ["60%"]),
        (INDUSTRY, ["规上工业产值多少", "那里面经开区占百分之几"], ["56%", "推算"]),
        (INDUSTRY, ["工业增加值多少", "由全部减规上推算规下多少"], ["16.2亿元", "推算"]),
        (SOCIETY, ["接待游客多少", "平均下来一个月有多少人次"], ["103.33万人次", "推算"]),
        (SOCIETY, ["养老机构多少家", "其中公办几家", "占百分之几"], ["32.6%"]),
        (INDUSTRY, ["今年要盘活多少低效用地", "还差多少亩"], ["740亩", "推算"]),
        (INDUSTRY, ["今年要盘活多少低效用地", "完成了百分之几"], ["38.3%"]),
        (SOCIETY, ["今年要改造多少老旧小区", "还差几个"], ["15个"]),
        (SOCIETY, ["今年要改造多少老旧小区", "完成几成了"], ["75%"]),
        (INDUSTRY, "盘活低效用地的任务完成了百分之多少", ["38.3%"]),
        (SOCIETY, "老旧小区改造任务完成了几成", ["75%"]),
    ],
)  # fmt: skip
def test_a_part_of_what_was_told(
    reckoned: Reckoned, paper: str, asked: str | list[str], said: list[str]
) -> None:
    reckoned.assert_told(paper, asked, said)


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (["哪个产业负增长", "为什么"], ["原料涨价"]),
        (["哪个产业在下降", "什么原因"], ["订单外流"]),
        (["拖后腿的是哪个产业", "咋回事"], ["原料涨价"]),
        (["规上企业里负增长的有几家", "亿元以上的呢"], ["21家"]),
        (["亿元以上企业里下降的有几家", "规上工业企业的呢"], ["93家"]),
    ],
)
def test_it_is_of_what_was_told(reckoned: Reckoned, asked: list[str], said: list[str]) -> None:
    reckoned.assert_told(INDUSTRY, asked, said)


@pytest.mark.parametrize(
    ("paper", "asked"),
    [
        (INDUSTRY, ["纺织产值多少", "占几成"]),
        (INDUSTRY, ["纺织产值多少", "新材料呢", "占几成"]),
        (SOCIETY, ["水稻产量多少", "养老机构多少家", "两个加起来多少"]),
        (SOCIETY, ["水稻产量多少", "水稻产量多少", "两个加起来"]),
        (INDUSTRY, ["两个加起来多少"]),
        (SOCIETY, ["养老机构多少家", "其中公办几家", "一共多少家"]),
        (INDUSTRY, ["工业增加值多少", "规上呢", "加起来"]),
        (INDUSTRY, ["纺织产业产值多少", "比旅游多几多"]),
        (INDUSTRY, ["工业投资多少", "那里面经开区占百分之几"]),
        (INDUSTRY, ["规上工业产值多少", "由全部减规上推算规下多少"]),
        (INDUSTRY, ["规上工业增加值多少", "那里面经开区占百分之几"]),
        (SOCIETY, ["养老床位多少张", "平均下来一个月有多少张"]),
    ],
)
def test_what_does_not_go_together_is_not_reckoned_with(
    reckoned: Reckoned, paper: str, asked: list[str]
) -> None:
    *history, question = asked
    answer = reckoned.answer(paper, question, *history)
    assert not (answer.kind is Kind.ANSWER and "推算" in answer.headline), answer.headline


def test_it_is_explained(answerer: Answerer) -> None:
    first, *_ = answerer.candidates("两个加起来呢", ["智能家居产值多少", "时尚呢"])
    assert (first.reply.way, first.sure) == ("followup.sum", True)


@dataclass(frozen=True)
class Watched(Candidates):
    """Candidates that keep what they were asked for."""

    asked: list[tuple[str, ...]] = field(default_factory=list)

    def replies(self, text: str, history: Sequence[str]) -> Iterator[Candidate]:
        """Kept, and made as they are."""
        self.asked.append((*history, text))
        yield from super().replies(text, history)


@pytest.mark.parametrize(
    "asked",
    [
        ["智能家居产值多少", "时尚呢", "哪个高", "差多少", "是它的几倍"],
        ["智能家居产值多少", "时尚呢", "占几成"],
    ],
)
def test_a_question_of_the_dialogue_is_answered_once(answerer: Answerer, asked: list[str]) -> None:
    """However many ways of following up go back to it."""
    *history, text = asked
    with answerer.known() as known:
        watched = Watched(known)
        Decision(watched, text, history).reply()
    assert watched.asked[:2] == [tuple(history[:2]), tuple(history[:1])]
    assert len(set(watched.asked)) == len(watched.asked)
