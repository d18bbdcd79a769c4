"""Letters invented by the thousand: places, years and figures vary, and what each says is known."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_FIRST = "临云青海澄松平浮清东南西北金银玉白黑龙凤虎鹤安宁永长兴和丰广"
_SECOND = "江岭溪屿州川沙山湖港城原阳陵泽桥浦湾源塘坪峰岩潭洲关泉谷石田"
_KINDS = ("区", "县", "市")
_INDUSTRIES = (
    "泵阀",
    "家纺",
    "新材料",
    "船舶配套",
    "电子信息",
    "汽车零配件",
    "智能家居",
    "医药化工",
    "缝制设备",
    "食品加工",
    "水产加工",
    "纸制品",
)
_CROPS = ("粮食", "茶叶", "水果", "食用菌", "水产品", "油料")


@dataclass(frozen=True)
class Known:
    """A question about a letter and the figure, as printed, that answers it."""

    question: str
    printed: str


@dataclass(frozen=True)
class Invented:
    """A letter with what is known of it."""

    name: str
    text: str
    known: tuple[Known, ...]


def letters(count: int) -> Iterator[Invented]:
    """So many letters, the same ones for the same count: no two of one kind, place and year."""
    kinds = (_bulletin, _reply, _analysis)
    for number in range(count):
        kind = kinds[number % 3]
        place = places()[(number // 3) % len(places())]
        year = 2024 - (number // 3) // len(places())
        yield kind(random.Random(number), f"{number:04}", place, year)


@cache
def places() -> tuple[str, ...]:
    """Two hundred and forty places of three kinds."""
    chance = random.Random(7)
    names = sorted({f"{first}{second}" for first in _FIRST for second in _SECOND})
    return tuple(f"{name}{_KINDS[number % 3]}" for number, name in enumerate(chance.sample(names, 240)))


def write(corpus: Path, count: int) -> list[Invented]:
    """So many letters as files of a folder."""
    corpus.mkdir(parents=True, exist_ok=True)
    made = list(letters(count))
    for letter in made:
        (corpus / f"{letter.name}.txt").write_text(letter.text, encoding="utf-8")
    return made


def spread(made: Sequence[Invented], most: int) -> list[Known]:
    """At most so many questions, every other one of letters that lie evenly among these."""
    return [known for letter in made[:: max(1, len(made) // most)] for known in letter.known][: most * 2 : 2]


def _amount(chance: random.Random, low: float, high: float) -> str:
    return f"{chance.uniform(low, high):.2f}"


def _rate(chance: random.Random) -> str:
    return f"{chance.uniform(0.3, 24):.1f}"


def _moved(chance: random.Random, verb: str = "增长") -> str:
    return f"{verb if chance.random() < 0.8 else '下降'}{_rate(chance)}%"


def _bulletin(chance: random.Random, name: str, place: str, year: int) -> Invented:
    product, added, output = (_amount(chance, 80, 900), _amount(chance, 20, 300), _amount(chance, 100, 1500))
    budget, people = str(chance.randrange(60_000, 900_000)), f"{chance.uniform(15, 120):.1f}"
    crops = [(crop, _amount(chance, 0.5, 60), _rate(chance)) for crop in chance.sample(_CROPS, 5)]
    rows = "\n".join(f"{crop} 万吨 {amount} {rate}" for crop, amount, rate in crops)
    text = f"""{place}{year}年国民经济和社会发展统计公报
{place}统计局
({year + 1}年3月{chance.randrange(10, 30)}日)
一、综合
初步核算,全年实现地区生产总值{product}亿元,比上年{_moved(chance)}。\
其中,第一产业增加值{_amount(chance, 3, 40)}亿元,{_moved(chance)};第三产业增加值{_amount(chance, 30, 400)}亿元,{_moved(chance)}。
全年一般公共预算收入{budget}万元,{_moved(chance)}。
二、工业
全年规模以上工业增加值{added}亿元,比上年{_moved(chance)}。\
规模以上工业总产值{output}亿元,{_moved(chance)}。年末规模以上工业企业{chance.randrange(60, 900)}家。
三、农业
表1 {year}年主要农产品产量
产品 单位 产量 比上年增长(%)
{rows}
四、人口
年末常住人口{people}万人,比上年末增加{chance.uniform(0.1, 1.5):.1f}万人。城镇居民人均可支配收入{chance.randrange(38000, 82000)}元,{_moved(chance)}。
注:本公报为初步统计数。
"""
    return Invented(
        f"{name}-bulletin",
        text,
        (
            Known(f"{place}{year}年地区生产总值多少", f"{product}亿元"),
            Known(f"{year}年{place}规上工业增加值是多少", f"{added}亿元"),
            Known(f"{place}{year}年末常住人口有多少", f"{people}万人"),
            Known(f"{place}{year}年{crops[0][0]}产量", crops[0][1]),
        ),
    )


def _reply(chance: random.Random, name: str, place: str, year: int) -> Invented:
    short = place[-1]
    added, output, invested = (_amount(chance, 20, 200), _amount(chance, 90, 800), _amount(chance, 5, 90))
    made = [(industry, _amount(chance, 8, 160), _moved(chance)) for industry in chance.sample(_INDUSTRIES, 5)]
    firms, losing = chance.randrange(120, 700), chance.randrange(20, 110)
    told = "".join(f"{industry}产业实现产值{amount}亿元,同比{moved}。" for industry, amount, moved in made)
    number = chance.randrange(10, 320)
    text = f"""{place}经济和信息化局文件
{place[0]}经信函〔{year}〕{chance.randrange(1, 80)}号
{place}经济和信息化局关于{short}政协九届四次会议第{number}号提案的答复函
陆远舟、沈佩兰等委员:
你们提出的《关于推动{made[0][0]}产业高质量发展的提案》(第{number}号)收悉。经研究,现答复如下:
一、上半年工业运行情况
今年上半年,全{short}规上工业增加值{added}亿元,同比{_moved(chance)},居全市第{chance.choice("一二三四五六")}位。规上工业总产值{output}亿元,同比{_moved(chance)}。制造业投资{invested}亿元,{_moved(chance)}。
{firms}家规上工业企业中,产值负增长的有{losing}家,负增长面{100 * losing / firms:.1f}%。
二、主导产业情况
{told}
三、下一步打算
(一)加快数字化改造。截至6月底,累计完成改造企业{chance.randrange(40, 300)}家,力争年底达到{chance.randrange(320, 500)}家。
(二)强化要素保障。已出让工业用地{chance.randrange(80, 400)}亩,确保全年出让{chance.randrange(420, 900)}亩以上。
感谢你们的关心和支持!
联系人:周以宁 联系电话:0588-{chance.randrange(62000000, 68999999)}
{place}经济和信息化局
{year}年{chance.choice((7, 8, 9))}月{chance.randrange(1, 29)}日
"""
    return Invented(
        f"{name}-reply",
        text,
        (
            Known(f"{year}年上半年{place}规上工业增加值", f"{added}亿元"),
            Known(f"{place}{year}年上半年{made[1][0]}产业产值多少", f"{made[1][1]}亿元"),
            Known(f"{place}{year}年上半年制造业投资多少", f"{invested}亿元"),
        ),
    )


def _analysis(chance: random.Random, name: str, place: str, year: int) -> Invented:
    exports, profit, power = (_amount(chance, 5, 200), _amount(chance, 2, 60), _amount(chance, 1, 30))
    made = [(industry, _amount(chance, 8, 160), _rate(chance)) for industry in chance.sample(_INDUSTRIES, 6)]
    rows = "\n".join(f"| {industry} | {amount} | {rate} |" for industry, amount, rate in made)
    text = f"""# {place}{year}年前三季度工业经济运行情况

{place}经济发展局 {year}年10月{chance.randrange(15, 31)}日

前三季度,全部规上工业企业利润总额{profit}亿元,同比{_moved(chance)}。出口交货值{exports}亿元,{_moved(chance)}。工业用电量{power}亿千瓦时,{_moved(chance)}。

## 一、行业产值

表1 分行业产值

| 行业 | 产值(亿元) | 同比增长(%) |
| --- | --- | --- |
{rows}

## 二、存在问题

一是订单不足,产能利用率{chance.uniform(60, 90):.1f}%,比上年同期下降{chance.uniform(0.2, 5):.1f}个百分点;\
二是用工短缺,缺口约{chance.randrange(300, 6000)}人。
"""
    return Invented(
        f"{name}-analysis",
        text,
        (
            Known(f"{place}{year}年前三季度利润总额", f"{profit}亿元"),
            Known(f"{year}年前三季度{place}出口交货值多少", f"{exports}亿元"),
            Known(f"{place}{year}年前三季度{made[2][0]}产值", made[2][1]),
        ),
    )
