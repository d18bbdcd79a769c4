"""What a document announces or names one after the other, told as a list or by its number."""

from collections.abc import Iterator

import pytest

from bot.answer import Kind
from bot.answering.answerer import Answerer
from tests.libraries import answering

_PLAN = (
    "青溪区教育局\n"
    "关于青溪区基础教育发展情况的报告\n"
    "一、总体情况\n"
    "全区小学41所,在校生3.2万人。\n"
    "上半年城东、河西、桥北、南山四个学区入学人数增加,仅海港学区入学人数减少。\n"
    "二、下阶段工作\n"
    "教育局将以“校舍提质、师资补强、课后托管、食堂改造”为工作重点,办好家门口的学校。\n"
    "(一)推进“校舍提质”工程\n"
    "拆旧建。年内拆除危旧校舍6处,师生就近安置。新建扩。在城东、城西各新建一所小学,缓解入学压力。优布局。根据人口变化每两年调整一次学区划分。\n"
    "(二)推进“师资补强”工程\n"
    "抓好人员统筹。落实“调”,从城区选派骨干到乡镇支教;严把“招”,面向师范院校招聘;做实“训”,开展轮训。\n"
    "用好编制。统筹“调”,把富余编制调到缺人的学校。严控“借”,清理借用在外人员。\n"
    "(三)推进“暖心校园”工程\n"
    "课后托管覆盖全部小学。\n"
)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Answerer]:
    """Answers from this document, with the shipped model."""
    with answering(tmp_path_factory.mktemp("made"), made=_PLAN) as answerer:
        yield answerer


@pytest.mark.usefixtures("plainly")
@pytest.mark.parametrize(
    ("question", "said"),
    [
        pytest.param(
            "三大工程叫什么",
            "(一)推进“校舍提质”工程;(二)推进“师资补强”工程;(三)推进“暖心校园”工程",
            id="headings by what they are",
        ),
        pytest.param(
            "下阶段要推进哪三个工程",
            "(一)推进“校舍提质”工程;(二)推进“师资补强”工程;(三)推进“暖心校园”工程",
            id="headings of what is planned",
        ),
        pytest.param("三个工程里排在第二的是哪个", "(二)推进“师资补强”工程", id="the second"),
        pytest.param("第三个工程是什么", "(三)推进“暖心校园”工程", id="the third, uncounted"),
        pytest.param("往后你们局里主抓哪四样事情", "校舍提质;师资补强;课后托管;食堂改造", id="work's focus"),
        pytest.param("校舍提质工程说的是哪三件事", "拆旧建;新建扩;优布局", id="catchwords"),
        pytest.param("用好编制那两招是哪两个字", "统筹“调”;严控“借”", id="words in quotation marks"),
    ],
)
def test_what_is_announced_is_told(question: str, said: str, made: Answerer) -> None:
    """All of it in its order, or the one of that number."""
    answer = made.answer(question)
    assert answer.kind is Kind.ANSWER
    assert answer.headline == said


@pytest.mark.usefixtures("plainly")
def test_those_of_the_other_side_are_named_too(made: Answerer) -> None:
    """Where they are asked for by what they are, and not by what became of them."""
    assert "海港学区" in made.answer("入学人数有变化的学区叫什么名字").headline
    assert "海港学区" not in made.answer("入学人数增加的是哪四个学区").headline


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("五大工程叫什么", id="another number"),
        pytest.param("第四个工程是什么", id="behind the last"),
        pytest.param("哪三个游泳馆要修", id="another thing"),
    ],
)
def test_another_list_is_not_told(question: str, made: Answerer) -> None:
    """As many things of another sort, or fewer than are asked for, are no answer."""
    assert "(一)" not in made.answer(question).headline or made.answer(question).kind is Kind.NOT_FOUND
