"""What a policy gives in a person's own case, told as people tell it; and nothing where a word of the case is not the rule's."""

import pytest

from bot.answer import Kind
from bot.answering.answerer import Answerer
from index.later import Later
from index.store import open_index
from tests.libraries import write

PAPER = """青岚县促进人才就业和商贸农业发展奖补办法

第一条 人才分为四类:A类为国家级领军人才;B类为博士研究生或具有正高级职称的人员;C类为硕士研究生或具有副高级职称的人员;D类为本科毕业生。
第二条 B类、C类、D类人才,分别按每人每月2800元、1400元、700元发放生活补贴,期限24个月。在乡镇卫生院、乡镇中小学工作的,生活补贴上浮40%。
第三条 人才在本县购买首套新建商品住房的,按购房合同总价的15%给予一次性补贴,B类最高20万元,C类最高12万元,D类最高6万元。
第四条 中介机构推荐人才全职来县工作满1年的,每引进1名A类奖15万元、B类奖3万元、C类奖1万元。
第五条 零售企业年零售额4000万元以上,增速达到8%不足12%的奖励2万元,12%不足18%的奖励4万元,18%以上的奖励7万元。
第六条 年产值3000万元以上且同比增长10%以上的工业企业,产值每增加500万元奖励1万元,最高30万元。
第七条 新种植天麻、黄柏的,3亩以上不足30亩的每亩补助400元,30亩以上的每亩补助600元;当年验收合格兑付70%,次年再兑付30%。
第八条 新建民宿客房6间以上的,按每间1500元给予补助,每家最高3万元。利用闲置农房改建的,每间补助提高到2500元,每家最高5万元。
第九条 高龄津贴标准为80至89周岁每人每月70元,90至99周岁每人每月160元,100周岁以上每人每月700元。
第十条 主导制定国际标准、国家标准、行业标准的,每项分别奖励40万元、22万元、8万元,排名第二的减半奖励。
第十一条 低保家庭中的残疾人每人每月90元,低保边缘家庭中的残疾人每人每月60元。
第十二条 加装电梯的,每部补助14万元;与老旧小区改造同步实施的每部再增加2万元。
第十三条 购置工业软件的,按实际支出的25%补助,最高9万元。
第十四条 本办法自2025年3月1日起施行。
"""


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    folder = tmp_path_factory.mktemp("own")
    return Answerer(open_index(write(folder / "corpus", made=PAPER), folder / "index", Later(None)))


@pytest.mark.parametrize(
    ("question", "result"),
    [
        pytest.param(
            "我是硕士,在乡镇中学教书,生活补贴一个月能领多少", "1960元", id="a class by degree, raised"
        ),
        pytest.param("俺是硕士,生活补贴一个月给几多", "1400元", id="a class by degree"),
        pytest.param(
            "我博士毕业,买了首套新房总价两百万,购房补贴能拿多少", "最高20万元", id="a cap of the class"
        ),
        pytest.param("我有副高职称,头一套新房总价六十万,购房补贴给多少", "9万元", id="below the class's cap"),
        pytest.param("俺们中介所介绍来仨博士,都干满一年了,能奖多少钱", "9万元", id="each of a class counted"),
        pytest.param("我家超市去年卖了五千万,比上年涨了15%,能奖多少", "4万元", id="a tier of two measures"),
        pytest.param("我家超市去年卖了五千万,比上年涨了20%,能奖多少", "7万元", id="the last tier of two"),
        pytest.param("我厂产值去年4000万,今年6000万,能奖多少", "4万元", id="an increment of two amounts"),
        pytest.param("我厂产值做到6000万,多了2000万,能奖多少", "4万元", id="an increment that is told"),
        pytest.param("我屋头新栽了十亩天麻,能补好多", "4000元", id="each of a Chinese numeral"),
        pytest.param("我家新栽了10亩天麻,第一年先给多少", "2800元", id="what the first year has"),
        pytest.param("我拿老家空着的老屋改了8间客房,能补多少", "2万元", id="the higher rate of a case"),
        pytest.param("我奶奶今年九十三了,每个月高龄津贴领多少", "160元", id="an age without 岁"),
        pytest.param("隔壁阿婆讲八十五岁有高龄津贴拿,一个月多少", "70元", id="hearsay before it"),
        pytest.param("做国标我们单位排在第二名,一项能拿多少", "11万元", id="half of a member of a list"),
        pytest.param("我家吃低保,我腿脚残疾,一个月补多少", "90元", id="the wider of two classes"),
        pytest.param("我们小区装电梯,跟老旧小区改造一块儿搞,一共补多少", "16万元", id="what is given on top"),
        pytest.param("老板我想问下,我公司买工业软件花了二十万,能报多少", "5万元", id="paid back"),
    ],
)
def test_the_own_case(answerer: Answerer, question: str, result: str) -> None:
    answer = answerer.answer(question)
    assert answer.kind is Kind.ANSWER, answer.headline
    assert result in answer.headline


@pytest.mark.parametrize(
    ("question", "neighbour"),
    [
        pytest.param("我厂里新招了5个退伍军人,能奖多少", "万元", id="people that no rule is for"),
        pytest.param("我家新栽了10亩茶叶,能补多少", "4000元", id="another crop"),
        pytest.param("我家新建了20间厂房,能补多少", "3万元", id="another thing of the same unit"),
        pytest.param("我爷爷今年七十六了,高龄津贴每月领多少", "70元", id="an age below the first"),
        pytest.param("我买办公软件花了20万,能报多少", "5万元", id="another kind of software"),
        pytest.param("我自己买工业软件要掏多少钱", "25%", id="what one pays oneself"),
        pytest.param("去年全县一共发了多少高龄津贴", "70元", id="what was paid out"),
    ],
)
def test_near_misses(answerer: Answerer, question: str, neighbour: str) -> None:
    """A wrong class, a missing condition, another thing: never the neighbour's amount as the answer."""
    answer = answerer.answer(question)
    unmet = answer.headline.startswith("不符合")
    assert unmet or answer.kind is not Kind.ANSWER or neighbour not in answer.headline, answer.headline


def test_a_class_that_is_not_told_is_not_guessed(answerer: Answerer) -> None:
    """Both are told, or none."""
    said = answerer.answer("我家有人残疾,一个月补多少").headline
    assert ("90元" in said) == ("60元" in said), said


def test_it_says_that_the_first_tier_is_not_reached(answerer: Answerer) -> None:
    answer = answerer.answer("我家新栽了两亩天麻,能补多少")
    assert "3亩以上" in answer.headline
    assert "800元" not in answer.headline


@pytest.mark.parametrize(
    ("history", "question", "result"),
    [
        pytest.param(["我是硕士,生活补贴一个月给多少"], "那本科的呢", "700元", id="another class"),
        pytest.param(["我家新栽了10亩天麻,能补多少"], "要是栽了四十亩咧", "2.4万元", id="another amount"),
        pytest.param(["我家吃低保,我腿脚残疾,一个月补多少"], "低保边缘的喃", "60元", id="another member"),
    ],
)
def test_it_goes_on(answerer: Answerer, history: list[str], question: str, result: str) -> None:
    answer = answerer.answer(question, history)
    assert result in answer.headline, answer.headline


def test_it_does_not_go_on_to_another_thing(answerer: Answerer) -> None:
    """What is named anew has to be the rule's own."""
    answer = answerer.answer("那要是黄柏改成茶叶的呢", ["我家新栽了10亩天麻,能补多少"])
    assert "4000元" not in answer.headline, answer.headline
