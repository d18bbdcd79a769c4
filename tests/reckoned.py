"""Invented papers whose figures questions reckon with, compare and ask on about, and what is answered from one alone."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from bot.answer import Answer, Kind
from tests.corpora import Corpora
from tests.libraries import write

INDUSTRY, SOCIETY = "industry", "society"

_TEXTS = {
    INDUSTRY: """云岭县2025年上半年工业经济运行情况

一、总体情况
1-6月,全县实现工业增加值86.4亿元,同比增长6.1%。其中规模以上工业增加值70.2亿元,同比增长7.3%,增速居全市第三;规模以下工业增加值同比增长2.4%。规模以上工业产值325.5亿元,同比增长5.2%。其中经开区规模以上工业产值182.3亿元,同比增长3.6%。出口交货值48.8亿元,同比下降3.1%。217家规模以上工业企业中,1-6月产值负增长的有93家,负增长面42.9%,较去年年底收窄4.2个百分点。54家亿元以上企业中,产值下降的有21家,下降面38.9%,较去年年底收窄6.5个百分点。工业投资完成9.32亿元,增速12.4%,居全市第四。
二、主导产业
1-6月,四大主导产业实现产值214.3亿元,同比增长4.6%,其中装备制造、食品加工、新材料三个产业正增长,纺织产业负增长,具体如下:
纺织产业实现产值72.6亿元,同比下降8.2%,主要是原料涨价,订单外流。装备制造产业实现产值64.1亿元,同比增长12.5%,主要得益于两家龙头企业扩产。食品加工产业实现产值45.2亿元,同比增长9.7%。新材料产业实现产值32.4亿元,同比增长15.3%。
三、下一步打算
在已盘活低效用地460亩的基础上,确保全年盘活低效用地1200亩以上。推动恒川机械、瑞达新材加速成长(恒川机械产值突破30亿,瑞达新材产值突破15亿)。
""",
    SOCIETY: """青岚区2024年民生事业发展情况

全区现有养老机构86家,其中公办28家。86家养老机构中,消防未达标的有9家。全区养老床位6450张,已入住3870张。
全区共有民办幼儿园42所、公办幼儿园63所,在园幼儿2.52万人。全区中小学教师4860人,其中高级职称教师972人,占比20%,比上年底提高1.5个百分点。
全年接待游客1240万人次,同比增长14.2%;实现旅游收入96.8亿元,同比增长18.5%。其中夜间游客310万人次,同比增长22.4%。
农作物方面,水稻产量18.4万吨,增长2.1%;油菜籽产量3.2万吨,下降5.4%;茶叶产量1.6万吨,增长6.8%;柑橘产量5.8万吨,增长4.3%。
全年计划改造老旧小区60个,已完成改造45个。全年计划新增停车位3000个,实际新增3260个。
152座小型水库中,已完成除险加固的有118座。
城镇居民人均可支配收入52360元,同比增长4.9%;农村居民人均可支配收入29480元,同比增长6.7%。
""",
}


@dataclass(frozen=True)
class Reckoned:
    """The papers, each a corpus of its own with the shipped model, and who opens them."""

    corpora: Corpora
    folder: Path

    def answer(self, paper: str, question: str, *history: str) -> Answer:
        """What is answered from one of them."""
        corpus = self.folder / paper
        if not corpus.exists():
            write(corpus, made=_TEXTS[paper])
        return self.corpora.answerer(corpus).answer(question, history)

    def assert_told(self, paper: str, asked: str | Sequence[str], said: Sequence[str]) -> None:
        """The last of the questions is answered, and every piece is in the answer."""
        *history, question = [asked] if isinstance(asked, str) else asked
        answer = self.answer(paper, question, *history)
        assert answer.kind is Kind.ANSWER, answer.headline
        assert [piece for piece in said if piece not in answer.headline] == [], answer.headline
