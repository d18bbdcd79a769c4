"""No number of an answer comes from nowhere: questions made from the ledger, some hundreds of them."""

import random
import re
from collections.abc import Callable, Iterator
from itertools import combinations

import pytest

from bot.answer import Answer, Kind
from bot.answering.answerer import Answerer
from corpus.figure import Figure
from corpus.texts.text import plain, tidy
from corpus.times.period import label

_NUMBER = re.compile(r"\d+(?:[,.]\d+)*")
_SEED = 20240725
_NAMES, _PAIRS, _RAW = 16, 12, 8

ONE: dict[str, str] = {
    "level": "{name}多少",
    "growth": "{name}增速是多少",
    "up": "{name}涨了多少",
    "points": "{name}增长几个点",
    "reason": "{name}为什么变化",
    "target": "{name}目标是多少",
    "result": "{name}实际完成多少",
    "last year": "去年{name}多少",
    "same time": "{name}去年同期多少",
    "end of last year": "{name}去年底是多少",
    "other year": "2021年{name}多少",
    "quarter": "{name}一季度多少",
    "all year": "{name}全年多少",
    "other place": "黄岩区{name}多少",
    "part": "小椒江{name}多少",
    "share": "{name}占全区多少",
    "rank": "{name}全市排第几",
    "yuan": "{name}换算成万元",
    "hectares": "{name}折合多少公顷",
    "reached": "{name}到100亿元了没有",
    "more": "{name}超过50的有哪些",
    "source": "{name}原文怎么写的",
    "meaning": "{raw}是什么",
    "of the raw": "{raw}占全部多少",
}
TWO: dict[str, str] = {
    "compared": "{one}和{other}哪个高",
    "faster": "{one}和{other}增速谁快",
    "difference": "{one}比{other}多多少",
    "sum": "{one}加上{other}一共多少",
    "portion": "{one}占{other}多少",
    "rest": "{one}除掉{other}还剩多少",
    "both": "{one}、{other}各多少",
}
WHOLE = (
    "六大产业产值从高到低排",
    "哪个产业产值最高",
    "哪个产业增速最低",
    "哪些产业负增长",
    "主导产业产值合计多少",
    "产值超过20亿的产业有几个",
    "四大行动是哪些",
    "下阶段目标有哪些",
)


def named(answerer: Answerer, count: int) -> list[Figure]:
    """So many figures of different names, the same ones at each run."""
    figures = list({figure.name: figure for figure in answerer.library.figures()}.values())
    return random.Random(_SEED).sample(figures, min(count, len(figures)))


def numbers(text: str) -> set[str]:
    return set(_NUMBER.findall(plain(text)))


def grounds(answer: Answer, question: str, answerer: Answerer) -> Iterator[str]:
    """All that a number of the headline may come from."""
    yield answer.working
    for one in answer.cited:
        letter = one.letter
        yield tidy(one.passage.text)
        yield from (letter.title, letter.number, *(fact.value for fact in letter.facts))
    yield from (label(figure.period) for figure in answer.figures if figure.period)
    if answer.kind is Kind.NOT_FOUND:
        yield question
        yield from map(label, answerer.question(question).periods)


def faults(question: str, answerer: Answerer) -> Iterator[str]:
    """What is wrong with the answer to a question, whatever the question."""
    answer = answerer.answer(question)
    stray = numbers(answer.headline) - numbers("\n".join(grounds(answer, question, answerer)))
    if stray:
        yield f"{question}: {sorted(stray)} of {answer.headline}"
    if answer.kind is Kind.ANSWER and not answer.cited:
        yield f"{question}: nothing cited for {answer.headline}"
    if not answer.headline.strip() or "{" in answer.headline:
        yield f"{question}: headline {answer.headline!r}"
    for one in answer.cited:
        if one.letter.text[one.passage.start : one.passage.end] != one.passage.text:
            yield f"{question}: {one.passage.id} is not the letter's text"
    cited = {one.passage.id for one in answer.cited}
    for figure in answer.figures:
        if figure.passage not in cited:
            yield f"{question}: the sentence of {figure.quantity.raw} is not cited"


def all_faults(questions: list[str], answerer: Answerer) -> list[str]:
    return [fault for question in questions for fault in faults(question, answerer)]


@pytest.mark.parametrize("template", ONE.values(), ids=ONE.keys())
def test_of_one_figure(template: str, answerer: Answerer) -> None:
    """Names of the ledger, asked for in this way."""
    figures = named(answerer, _NAMES)
    questions = [template.format(name=figure.name, raw=figure.quantity.raw) for figure in figures]
    assert all_faults(questions, answerer) == []


@pytest.mark.parametrize("template", TWO.values(), ids=TWO.keys())
def test_of_two_figures(template: str, answerer: Answerer) -> None:
    """Pairs of names."""
    names = [figure.name for figure in named(answerer, _NAMES)]
    pairs = random.Random(_SEED).sample(list(combinations(names, 2)), _PAIRS)
    questions = [template.format(one=one, other=other) for one, other in pairs]
    assert all_faults(questions, answerer) == []


@pytest.mark.parametrize("question", WHOLE)
def test_of_all_figures(question: str, answerer: Answerer) -> None:
    """Orders, counts and lists."""
    assert all_faults([question], answerer) == []


@pytest.mark.parametrize("template", [*ONE.values()], ids=[*ONE.keys()])
def test_of_several_letters(template: str, counties: Answerer) -> None:
    """The same where places and years are many."""
    figures = named(counties, _RAW)
    questions = [
        figure.place + template.format(name=figure.name, raw=figure.quantity.raw) for figure in figures
    ]
    assert all_faults(questions, counties) == []


@pytest.mark.parametrize(
    "spoil",
    [
        pytest.param(lambda text: text[::-1], id="backwards"),
        pytest.param(lambda text: text[: len(text) // 2], id="cut off"),
        pytest.param(lambda text: text + text, id="twice"),
        pytest.param(lambda text: " ".join(text), id="spaced"),
        pytest.param(lambda text: "😀" + text + "<b>&", id="with marks"),
    ],
)
def test_of_broken_questions(spoil: Callable[[str], str], answerer: Answerer) -> None:
    """Nothing raises, whatever is typed."""
    names = [figure.name for figure in named(answerer, _RAW)]
    assert all_faults([spoil(f"{name}比去年增长了多少亿") for name in names], answerer) == []


def test_a_number_from_nowhere_would_be_seen(answerer: Answerer) -> None:
    """The check itself can fail: the tokens of 24.69亿元 are not those of 24.6亿元."""
    assert numbers("产值24.69亿元,２０２４年") == {"24.69", "2024"}
    answer = answerer.answer("电子信息产值多少")
    assert "24.69" not in numbers("产值124.69亿元,24.6亿元")
    assert numbers(answer.headline) - {"24.69", "45.1", "2024", "1", "6"} == set()
