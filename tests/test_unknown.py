"""Things that no letter has: never answered with a neighbour's figure, alone or after another answer, nor denied falsely."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from bot.answer import Kind
from bot.answering.answerer import Answerer
from bot.cli.open import SHIPPED
from bot.operations.figures.denial import where_said
from bot.understanding.expressions.thesaurus import thesaurus
from corpus.texts.text import tidy
from tests.corpora import Corpora
from tests.invented import places, write
from tests.libraries import answering

EVAL = Path(__file__).parent / "data" / "eval"
DENIED = re.compile("信中没有提到“(.*?)”")

THINGS = """
旅游产业 农业 林业 畜牧业 养殖业 房地产 建筑业 物流业 航空产业 半导体 芯片产业 新材料产业 风电产业 光伏产业 钢铁产业 水泥产业
煤炭产业 石油产业 烟草产业 食品产业 饮料产业 酒类 服装产业 皮革产业 家具产业 造纸产业 印刷产业 塑料产业 橡胶产业 玻璃产业
陶瓷产业 有色金属 机床产业 无人机产业 卫星产业 游戏产业 动漫产业 影视产业 体育产业 医疗产业 养老产业 殡葬业 餐饮业 酒店业
零售业 批发业 金融业 保险业 证券业 银行业 快递业 渔业 海水养殖 茶叶 水稻 柑橘 蔬菜 猪肉 蜂蜜 中药材 渔船 机场 高铁 地铁
高速公路 公交 出租车 网约车 停车场 加油站 自来水 天然气 污水 垃圾 图书馆 博物馆 幼儿园 大学 医院 诊所 床位 护士 教师
出生 结婚 离婚 失业 工资 养老金 社保 医保 低保 房价 油价 票价 菜价 电价 水价 股票 专利 商标 论文 院士 火灾 交通事故
空气质量 降雨 气温 台风 地震 森林 耕地 第三产业
""".split()  # noqa: SIM905 - a list of words reads as a line of words
# One character, or a word that sounds like another's or is partly known, and no more than that before 产业 or 业.
TRADES = """
水产业 林产业 纸产业 竹产业 米产业 菌产业 鱼产业 虾产业 羊产业 氢产业 铜产业 牧业 盐业 矿业 糖业 棉业 果业 鞋业 帽业 重工业
锂电产业 航天产业 音乐产业 婚庆产业 宠物产业 会展产业 低空经济 直播产业 电竞产业 母婴产业 美妆产业 眼镜产业 雨伞产业 乐器产业
钟表产业 珠宝产业 灯具产业 卫浴产业 门窗产业 电缆产业 电池产业 轴承产业 模具产业 阀门产业 水泵产业 压缩机产业 机器人产业 激光产业
仪表产业 化肥产业 农药产业 染料产业 涂料产业 化纤产业 丝绸产业 羽绒产业 箱包产业 玩具产业 文具产业 工艺品产业 木材产业 包装产业
造船业 海工产业 仓储产业 冷链产业 云计算产业 大数据产业 区块链产业 元宇宙产业
""".split()  # noqa: SIM905
ASKED = ("{}多少", "{}产值多少", "{}增速多少", "{}怎么样")
# Each is asked of every corpus alone, and after each answer of one of them: another third of them in each.
EVERY = [(thing, pattern) for thing in THINGS for pattern in ASKED]
EVERY += [(thing, pattern) for thing in TRADES for pattern in ASKED[:2]]
# What each corpus was asked before and has the answer to: a figure, a count.
BEFORE = {
    "answerer": ("电子信息产业产值多少", "亿元上企业有几家"),
    "counties": ("云溪县2024年地区生产总值多少", "2024年南浦区接待游客多少人次"),
    "bulletins": (f"{places()[0]}2024年地区生产总值多少", f"{places()[0]}2024年末规模以上工业企业有几家"),
}
TURNS = [(corpus, history) for corpus, asked in BEFORE.items() for history in ((), *zip(asked))]


def texts(answerer: Answerer) -> str:
    """All that the letters say, gaps aside."""
    library = answerer.library
    passages = (passage for letter in library.letters for passage in library.passages(letter))
    titles = "".join(letter.title for letter in library.letters.values())
    return titles + "".join(tidy(passage.text) + "".join(passage.section) for passage in passages)


@pytest.fixture(scope="module")
def bulletins(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Answerer]:
    """Answers from more letters than are all looked into for a question."""
    folder = tmp_path_factory.mktemp("bulletins")
    write(folder / "corpus", 30)
    with answering(folder) as answerer:
        yield answerer


@pytest.mark.parametrize(("corpus", "history"), TURNS)
def test_no_neighbour_answers_for_what_no_letter_has(
    corpus: str, history: tuple[str, ...], request: pytest.FixtureRequest
) -> None:
    """Not the trade that shares a syllable, and not what was asked about before."""
    asked: Answerer = request.getfixturevalue(corpus)
    assert all(asked.answer(before).kind is Kind.ANSWER for before in history)
    said = texts(asked)
    questions = [pattern.format(thing) for thing, pattern in EVERY if is_absent(thing, said)]
    answers = {question: asked.answer(question, history) for question in questions}
    assert len(questions) > 300
    assert {
        question: answer.headline
        for question, answer in answers.items()
        if answer.kind is Kind.ANSWER and not answer.choices  # which place is meant may be asked back
    } == {}
    assert denied(said, [answer.headline for answer in answers.values()]) == []


def is_absent(thing: str, said: str) -> bool:
    """Whether the texts do not tell of it."""
    return thing.removesuffix("产业") not in said


def denied(said: str, headlines: Iterable[str]) -> list[str]:
    """The headlines that deny what the texts have."""
    return [text for text in headlines if (match := DENIED.search(text)) and tidy(match[1]) in said]


@pytest.mark.parametrize(
    "name", ["letter_tune", "letter_tune2", "letter_tune3", "letter_held", "letter_held2"]
)
def test_no_word_is_denied_that_the_letter_has(name: str, corpora: Corpora) -> None:
    """信中没有提到“X” is said where X is nowhere in it."""
    asked = corpora.asked(SHIPPED, EVAL / f"{name}.jsonl")
    assert denied(texts(asked.answerer), [answer.headline for answer in asked.answers]) == []


@pytest.mark.parametrize("name", ["letter_tune", "letter_held"])
def test_what_is_denied_is_whole_words_of_the_person(name: str, corpora: Corpora) -> None:
    """No piece of a word, nothing that papers print otherwise, and not the whole question."""
    wrong = []
    asked = corpora.asked(SHIPPED, EVAL / f"{name}.jsonl")
    for item, answer in zip(asked.items, asked.answers, strict=True):
        match = DENIED.search(answer.headline)
        if match and not _is_fair(match[1], item.question, asked.answerer):
            wrong.append((item.question, match[1]))
    assert wrong == []


def _is_fair(words: str, question: str, answerer: Answerer) -> bool:
    ends, place = {0}, 0
    for word in answerer.library.words(question):
        place = question.find(word, place) + len(word)
        ends |= {place - len(word), place}
    start = question.find(words)
    whole = start < 0 or {start, start + len(words)} <= ends
    otherwise = [term for term in thesaurus().terms(words) if where_said(term, answerer.retriever)]
    return whole and not otherwise and not where_said(words, answerer.retriever)


@pytest.mark.parametrize("text", ["谢谢大家", "辛苦各位了", "谢谢领导", "好的知道了"])
def test_thanks_after_an_answer_are_no_question(text: str, answerer: Answerer) -> None:
    """The figure before is not said again."""
    assert answerer.answer(text, ("电子信息产业产值多少",)).kind is Kind.CHAT
