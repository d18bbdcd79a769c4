"""What is taken out of a question before its words are read: periods, places, asked units, amounts, counts."""

from datetime import date

import pytest

from bot.understanding.draft import Draft
from bot.understanding.expressions.segment import BREAK
from bot.understanding.lexicon import lexicon
from bot.understanding.question import Question
from bot.understanding.slots import slotted
from bot.understanding.times import yearly
from bot.understanding.vocabulary import Vocabulary
from corpus.figure import Measure, Status
from corpus.times.period import Period, label

SIGNED = date(2024, 7, 25)


def found(text: str, words: Vocabulary) -> Question:
    return slotted(Draft(SIGNED, text=text), lexicon(), words).found


@pytest.mark.parametrize(
    ("question", "periods"),
    [
        pytest.param("2023年工业增加值", ["2023年"], id="a year"),
        pytest.param("23年工业增加值", ["2023年"], id="a year as spoken"),
        pytest.param("今年上半年产值", ["2024年1-6月"], id="half of this year"),
        pytest.param("1-6月产值", ["2024年1-6月"], id="months"),
        pytest.param("2024年一季度产值", ["2024年一季度"], id="a quarter"),
        pytest.param("去年产值", ["2023年"], id="last year"),
        pytest.param("前年产值", ["2022年"], id="the year before"),
        pytest.param("全年减免多少", ["2024年"], id="all year"),
        pytest.param("去年底有几家", ["2023年末"], id="end of last year"),
        pytest.param("2022年和2023年产值", ["2022年", "2023年"], id="two years"),
        pytest.param("2023年上半年产值", ["2023年1-6月"], id="half of a year"),
        pytest.param("2023年全年产值", ["2023年"], id="a year said twice"),
        pytest.param("3月份用电量", ["2024年3月"], id="a month"),
        pytest.param("产值多少", [], id="none"),
        pytest.param("133号提案", [], id="a number is no year"),
    ],
)
def test_periods(question: str, periods: list[str], words: Vocabulary) -> None:
    """Relative ones are taken from the newest document's day."""
    assert [label(period) for period in found(question, words).periods] == periods


@pytest.mark.parametrize(
    ("question", "current", "expected"),
    [
        pytest.param("2016年生产总值比2015年增长百分之几", None, "2016年生产总值同比增长百分之几", id="the year before"),
        pytest.param("2023年出口跟2022年相比降了多少", None, "2023年出口同比降了多少", id="相比"),
        pytest.param("2023年末贷款较2022年末增加多少", None, "2023年末贷款比上年末增加多少", id="its end"),
        pytest.param("猪肉产量比2023年同期涨多少", 2024, "猪肉产量同比涨多少", id="before the dialogue's year"),
        pytest.param("猪肉产量比2023年涨多少", None, "猪肉产量比2023年涨多少", id="of no year"),
        pytest.param("2023年产值比2020年增长多少", None, "2023年产值比2020年增长多少", id="three years before"),
        pytest.param("2022年和2023年产值", None, "2022年和2023年产值", id="two years"),
    ],
)  # fmt: skip
def test_the_year_before_is_no_time_of_its_own(question: str, current: int | None, expected: str) -> None:
    """比2015年 of 2016 is what a growth is against."""
    period = Period(date(current, 1, 1), date(current, 12, 31), "") if current else None
    assert yearly(question, period) == expected


@pytest.mark.parametrize(
    ("question", "kind", "word"),
    [
        ("产值多少亿", "money", "亿"),
        ("减免多少钱", "money", "钱"),
        ("投资几个亿", "money", "个亿"),
        ("出让多少亩", "area", "亩"),
        ("企业有多少家", "count", "家"),
        ("企业有几家", "count", "家"),
        ("增长了几个点", "points", "个点"),
        ("收窄多少个百分点", "points", "个百分点"),
        ("用了多少度电", "energy", "度电"),
        ("涨到几倍", "multiple", "倍"),
        ("占几成", "percent", "成"),
        ("产值多少", "", ""),
        ("哪几家企业", "", ""),
        ("这几家企业", "", ""),
    ],
)
def test_the_kind_of_quantity_asked_for(question: str, kind: str, word: str, words: Vocabulary) -> None:
    """Behind 多少 and 几, but not behind 哪几 or 这几."""
    asked = found(question, words).asked
    assert (asked.kind, asked.word) == (kind, word)


@pytest.mark.parametrize(
    ("question", "unit"),
    [
        ("医化产值换算成万元", "万元"),
        ("377亩合多少公顷", "公顷"),
        ("折合多少平方米", "平方米"),
        ("用亿元表示", "亿元"),
        ("14.64亿是多少万元", "万元"),
        ("相当于多少亿", "亿"),
        ("合多少家", ""),
        ("合计多少万元", ""),
        ("产值是多少", ""),
    ],
)
def test_the_unit_to_convert_to(question: str, unit: str, words: Vocabulary) -> None:
    """A count converts into nothing; 合计 is a sum."""
    assert found(question, words).unit == unit


@pytest.mark.parametrize(
    ("question", "literals"),
    [
        ("128家占322家的比重", ["128家", "322家"]),
        ("128家占322家多少", ["128家", "322家"]),
        ("产值到25亿元了吗", ["25亿元"]),
        ("8亿套是什么", ["8亿套"]),
        ("5G基站", []),
        ("第133号提案", []),
        ("六大产业", []),
        ("哪些超过20%", ["超过20%"]),
    ],
)
def test_amounts_that_the_question_names(question: str, literals: list[str], words: Vocabulary) -> None:
    """In digits; a name with a digit is no amount."""
    assert [one.raw for one in found(question, words).literals] == literals


@pytest.mark.parametrize(
    ("question", "count"),
    [
        ("六大产业产值", 6),
        ("五个行动", 5),
        ("三条措施", 3),
        ("十项任务", 10),
        ("十二个项目", 12),
        ("产业", 0),
    ],
)
def test_how_many_things_are_spoken_of(question: str, count: int, words: Vocabulary) -> None:
    """It helps to choose and is nothing to be met."""
    assert found(question, words).count == count


@pytest.mark.parametrize(
    ("question", "places"),
    [
        ("椒江区产值", ["台州市椒江区"]),
        ("椒江产值", ["台州市椒江区"]),
        ("台州椒江产值", ["台州市椒江区"]),
        ("小椒江产值", ["小椒江"]),
        ("椒江区和小椒江产值", ["台州市椒江区", "小椒江"]),
        ("产值", []),
    ],
)
def test_places(question: str, places: list[str], words: Vocabulary) -> None:
    """By any of their forms, each once, the longest form at a place."""
    assert list(found(question, words).places) == places


@pytest.mark.parametrize("question", ["较去年底收窄多少", "比年初多几家", "跟一季度比快了几个点"])
def test_what_a_change_is_against_is_no_period(question: str, words: Vocabulary) -> None:
    """比去年底 asks for a change, not for a figure of last year."""
    read = found(question, words)
    assert (read.periods, read.measures) == ((), frozenset({Measure.CHANGE}))


@pytest.mark.parametrize(
    ("question", "status"),
    [("出让了几亩", Status.RESULT), ("要做到多少", Status.TARGET), ("产值多少", None)],
)
def test_status_told_by_a_pattern(question: str, status: Status | None, words: Vocabulary) -> None:
    """了几 asks for what was done, 要做到几 for what is planned."""
    assert found(question, words).status is status


@pytest.mark.parametrize(
    ("question", "operation"),
    [
        ("汽配比电子多多少", "difference"),
        ("哪三个产业下降", "list"),
        ("咋跌了", "reason"),
        ("到25亿没有", "check"),
        ("最大的产业", "rank_most"),
        ("最慢的产业", "rank_least"),
    ],
)
def test_operations_told_by_a_pattern(question: str, operation: str, words: Vocabulary) -> None:
    """What takes more than a word to tell."""
    assert operation in found(question, words).operations


@pytest.mark.parametrize("question", ["2023年椒江区377亩合多少公顷", "六大产业去年多少亿"])
def test_what_is_found_is_masked(question: str, words: Vocabulary) -> None:
    """The text keeps its length; none of what was found is read again."""
    draft = slotted(Draft(SIGNED, text=question), lexicon(), words)
    assert len(draft.text) == len(question)
    assert not any(letter.isdigit() for letter in draft.text)
    assert BREAK in draft.text
