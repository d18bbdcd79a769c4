"""Chat questions about the shipped letter, with all the slots that they fill."""

from dataclasses import dataclass, replace

import pytest

from bot.answering.answerer import Answerer
from bot.understanding.lexicon import lexicon
from bot.understanding.question import Question
from corpus.times.period import label


@dataclass(frozen=True)
class Slots:
    """What a question fills; content is the words of each thing asked for, joined by a bar."""

    content: str = ""
    measures: str = ""
    places: str = ""
    periods: str = ""
    status: str = ""
    asked: str = ""
    unit: str = ""
    literals: str = ""


def canonical(filled: Slots) -> Slots:
    """The slots with their content in canonical words: which of several words that is, is the lexicon's."""
    pieces = map(lexicon().canonical, filled.content.split("|"))
    return replace(filled, content="|".join(pieces))


def slots(question: Question) -> Slots:
    pieces = ("".join(run.words for run in piece) for piece in question.pieces)
    found = Slots(
        content="|".join(pieces),
        measures="|".join(sorted(question.measures)),
        places="|".join(question.places),
        periods="|".join(label(period) for period in question.periods),
        status=question.status.value if question.status else "",
        asked=question.asked.word,
        unit=question.unit,
        literals="|".join(one.raw for one in question.literals),
    )
    return canonical(found)


@pytest.mark.parametrize(
    ("question", "filled"),
    [
        pytest.param("规上工业增加值是多少", Slots("规上工业增加值"), id="a level"),
        pytest.param(
            "帮我看下规模以上工业增加值有多少亿", Slots("规上工业增加值", asked="亿"), id="politely"
        ),
        pytest.param("缝纫机产值报个数", Slots("缝制设备总产值"), id="an everyday word"),
        pytest.param("醫化產值多少", Slots("医化总产值"), id="traditional characters"),
        pytest.param("电字信息产值", Slots("电子信息总产值"), id="a typo by sound"),
        pytest.param("时尚产业增速", Slots("时尚产业", "growth"), id="a growth"),
        pytest.param(
            "出口交货值涨了多少", Slots("出口交货值", "growth", status="实绩"), id="a growth, spoken"
        ),
        pytest.param(
            "智能家居增长了几个点",
            Slots("智能家居", "growth", status="实绩", asked="个点"),
            id="points of growth",
        ),
        pytest.param("制造业投资全市排第几", Slots("制造业投资", "rank"), id="a rank"),
        pytest.param("小椒江规上工业产值多少", Slots("规上工业总产值", places="小椒江"), id="a place"),
        pytest.param("去年工业增加值多少", Slots("工业增加值", periods="2023年"), id="last year"),
        pytest.param(
            "2024年上半年用电量", Slots("用电量", periods="2024年1-6月"), id="a year and a half of it"
        ),
        pytest.param(
            "今年力争减免多少负担",
            Slots("减免负担", periods="2024年", status="目标"),
            id="a target",
        ),
        pytest.param("已经出让工业用地几亩", Slots("土地出让", status="实绩", asked="亩"), id="a result"),
        pytest.param("规上企业有几家", Slots("规上企业", asked="家"), id="a count"),
        pytest.param("医化和电子信息产值", Slots("医化|电子信息总产值"), id="two things"),
        pytest.param("医化、时尚、缝制设备各多少", Slots("医化|时尚|缝制设备"), id="three things"),
        pytest.param("医化产值折成万元", Slots("医化总产值", unit="万元"), id="another unit"),
        pytest.param(
            "128家占322家的比重", Slots("", "share", literals="128家|322家"), id="two amounts and their share"
        ),
        pytest.param("亿元上企业负增长面", Slots("亿元上企业负增长面"), id="a name with growth in it"),
        pytest.param("5G基站完成率", Slots("5g基站完成率"), id="a name with a digit"),
        pytest.param("3+3主导产业总产值", Slots("3+3主导产业总产值"), id="a name with digits"),
        pytest.param("electronics growth rate", Slots("电子信息", "growth"), id="English"),
        pytest.param("那个联系电话多少来着", Slots("联系电话"), id="a fact"),
        pytest.param("呃就是说那个产值嘛", Slots("总产值"), id="fillers dropped"),
        pytest.param("水晶光电", Slots("水晶光电"), id="a company"),
        pytest.param("雪糕产量多少", Slots("雪糕产量"), id="what no letter has stays asked for"),
    ],
)
def test_a_question_fills_its_slots(question: str, filled: Slots, answerer: Answerer) -> None:
    """All of them: what is not expected is empty."""
    assert slots(answerer.question(question)) == canonical(filled)


@pytest.mark.parametrize(
    ("question", "operations"),
    [
        ("医化为什么下降", {"reason"}),
        ("汽配跟电子比哪个快", {"compare"}),
        ("哪个行业产值最高", {"rank_most"}),
        ("六个产业产值排个序", {"order"}),
        ("电子信息和汽配加起来多少", {"sum"}),
        ("汽配比电子信息多多少", {"difference"}),
        ("哪些产业负增长", {"list"}),
        ("除了医化其余多少", {"rest"}),
        ("联系人是谁", {"who"}),
        ("这句话原文怎么写的", {"quote"}),
        ("8亿套是什么项目", {"what"}),
        ("产值到25亿没有", {"check"}),
        ("六大产业各是多少", {"each"}),
        ("缝制设备有什么困难", {"trouble"}),
        ("工业增加值多少", set()),
    ],
)
def test_the_operation_asked_for(question: str, operations: set[str], answerer: Answerer) -> None:
    """At least these; a question that only looks something up has none."""
    found = answerer.question(question).operations
    assert operations <= found
    assert bool(operations) or not found


@pytest.mark.parametrize(
    ("question", "sort"),
    [("你好", "greeting"), ("谢谢", "thanks"), ("你是谁", "about"), ("你好,产值多少", "")],
)
def test_small_talk_has_no_slots(question: str, sort: str, answerer: Answerer) -> None:
    """And nothing but its sort."""
    read = answerer.question(question)
    assert read.chat == sort
    assert not sort or slots(read) == Slots()


@pytest.mark.parametrize(
    ("question", "amount", "is_open", "state"),
    [
        pytest.param("医化产值多少", True, False, False, id="how much"),
        pytest.param("医化增长几个点", False, False, False, id="points are no amount"),
        pytest.param("医化为什么下降", False, True, False, id="words are wanted"),
        pytest.param("医化怎么样", False, False, True, id="words or a figure"),
    ],
)
def test_whether_a_number_is_wanted(
    question: str, *, amount: bool, is_open: bool, state: bool, answerer: Answerer
) -> None:
    """A number, words, or either."""
    read = answerer.question(question)
    assert (read.amount, read.open, read.state) == (amount, is_open, state)


def test_a_share_has_two_sides(answerer: Answerer) -> None:
    """What stands behind 占 is the whole."""
    runs = answerer.question("电子信息占主导产业总产值多少").runs
    assert [(run.words, run.whole) for run in runs] == [("电子信息", False), ("主导产业总产值", True)]
