"""Quantities: every amount of a sentence, and nothing else."""

import re
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.amounts.quantity import Bound, Quantity, quantities
from corpus.texts.text import fold, plain, tidy

SHARED = Path(__file__).resolve().parents[2] / "shared"
LETTER = SHARED / "corpus" / "2024-jiaojiang-133.txt"


def found(text: str, unit: str = "") -> tuple[Quantity, ...]:
    return quantities(fold(text), unit)


def raws(text: str) -> list[str]:
    return [quantity.raw for quantity in found(text)]


@pytest.mark.parametrize(
    ("text", "value", "unit", "raw"),
    [
        pytest.param("规上工业增加值109.59亿元", "10959000000", "元", "109.59亿元", id="money"),
        pytest.param("技术改造投资98650万元", "986500000", "元", "98650万元", id="万元"),
        pytest.param("市场规模3.2万亿元", "3200000000000", "元", "3.2万亿元", id="万亿"),
        pytest.param("人均生产总值87,736元", "87736", "元", "87,736元", id="thousands separator"),
        pytest.param("进出口总额89.64亿美元", "8964000000", "美元", "89.64亿美元", id="dollars"),
        pytest.param("同比增长10.0%", "10.0", "%", "10.0%", id="percent"),
        pytest.param("森林覆盖率６８．４％", "68.4", "%", "６８．４％", id="full width"),
        pytest.param("自然增长率0.3‰", "0.3", "‰", "0.3‰", id="permille"),
        pytest.param("提高了2.7个百分点", "2.7", "个百分点", "2.7个百分点", id="points"),
        pytest.param("同比增长-2.7%", "-2.7", "%", "-2.7%", id="minus behind a word"),
        pytest.param("自然增长率为−3.3‰", "-3.3", "‰", "−3.3‰", id="minus sign"),
        pytest.param("工业用电量11.36亿千瓦时", "1136000000", "千瓦时", "11.36亿千瓦时", id="energy"),
        pytest.param("新增光伏装机11.6万千瓦", "116000", "千瓦", "11.6万千瓦", id="power"),
        pytest.param("手持订单214.5万载重吨", "2145000", "载重吨", "214.5万载重吨", id="ships"),
        pytest.param("吞吐量41.6万标箱", "416000", "标箱", "41.6万标箱", id="containers"),
        pytest.param("接待游客88.4万人次", "884000", "人次", "88.4万人次", id="visits"),
        pytest.param("更新设备3000台(套)", "3000", "台(套)", "3000台(套)", id="台(套)"),
        pytest.param("接待邮轮91艘次", "91", "艘次", "91艘次", id="counter with 次"),
        pytest.param("年产8亿套移动终端", "800000000", "套", "8亿套", id="亿套"),
        pytest.param("能耗0.87吨标准煤/万元", "0.87", "吨标准煤/万元", "0.87吨标准煤/万元", id="compound"),
        pytest.param("浓度24微克/立方米", "24", "微克/立方米", "24微克/立方米", id="concentration"),
        pytest.param("亩均效益3.5万元/亩", "35000", "元/亩", "3.5万元/亩", id="compound with scale"),
        pytest.param("浓度28.5微克每立方米", "28.5", "微克/立方米", "28.5微克每立方米", id="每 for a slash"),
        pytest.param("增长1.2倍", "1.2", "倍", "1.2倍", id="times"),
        pytest.param("是上年的两倍", "2", "倍", "两倍", id="times in words"),
        pytest.param("林地面积一千二百四十万亩", "12400000", "亩", "一千二百四十万亩", id="chinese"),
        pytest.param("出口一点五亿元", "150000000", "元", "一点五亿元", id="chinese decimal"),
        pytest.param("竹加工企业四百一十二家", "412", "家", "四百一十二家", id="chinese count"),
        pytest.param("覆盖九个镇", "9", "个", "九个", id="九个"),
        pytest.param("社会足球场十九片", "19", "片", "十九片", id="十九片"),
        pytest.param("每类床位二万一千三百张", "21300", "张", "二万一千三百张", id="二万一千三百"),
        pytest.param("两家企业停产", "2", "家", "两家", id="两家"),
        pytest.param("三条产线", "3", "条", "三条", id="三条"),
        pytest.param("总量翻了一番", "2", "倍", "翻了一番", id="doubled"),
        pytest.param("总量翻番", "2", "倍", "翻番", id="翻番"),
        pytest.param("贸易额翻两番", "4", "倍", "翻两番", id="twice doubled"),
        pytest.param("时间压缩一半", "50", "%", "一半", id="half"),
        pytest.param("减少四分之三", "75", "%", "四分之三", id="fraction"),
        pytest.param("占全国的1/4", "25", "%", "1/4", id="slash fraction"),
        pytest.param("提高百分之十点五", "10.5", "%", "百分之十点五", id="百分之"),
        pytest.param("用工减少三成", "30", "%", "三成", id="tenths"),
        pytest.param("占八成五", "85", "%", "八成五", id="tenths and a half"),
        pytest.param("基础设施投资与上年持平", "0", "%", "持平", id="flat"),
        pytest.param("电缆110千伏", "110", "千伏", "110千伏", id="voltage"),
        pytest.param("12英寸产线", "12", "英寸", "12英寸", id="inches"),
        pytest.param("平均用时5个工作日", "5", "个工作日", "5个工作日", id="working days"),
        pytest.param("车程缩短到35分钟", "35", "分钟", "35分钟", id="minutes"),
        pytest.param("总投资1亿3000万元", "130000000", "元", "1亿3000万元", id="two scales"),
        pytest.param("算力规模突破4000P", "4000", "P", "4000P", id="latin unit"),
        pytest.param("城乡居民收入比为1.65", "1.65", "", "1.65", id="bare decimal"),
        pytest.param("郑仁娇等9位委员", "9", "位", "9位", id="people"),
        pytest.param("亩均税收 1.4 万元", "14000", "元", "1.4万元", id="gaps"),
        pytest.param("占全市的2\n7.0%", "27.0", "%", "27.0%", id="broken line"),
        pytest.param("免费为36万适龄女生", "360000", "", "36万", id="scale without unit"),
        pytest.param("产值突破50亿,", "5000000000", "元", "50亿", id="元 left out"),
    ],
)
def test_one_amount(text: str, value: str, unit: str, raw: str) -> None:
    (quantity,) = found(text)
    assert (quantity.value, quantity.unit, quantity.raw) == (Decimal(value), unit, raw)
    assert tidy(text[quantity.start : quantity.end]) == raw


@pytest.mark.parametrize(
    ("text", "raw", "bound"),
    [
        pytest.param("减免负担13亿元以上", "13亿元以上", Bound.AT_LEAST, id="以上"),
        pytest.param("覆盖率超85%", "超85%", Bound.AT_LEAST, id="超"),
        pytest.param("占比超过42%", "超过42%", Bound.AT_LEAST, id="超过"),
        pytest.param("总量突破900亿元", "900亿元", Bound.AT_LEAST, id="突破 is a verb"),
        pytest.param("近百家企业", "近百家", Bound.BELOW, id="近百家"),
        pytest.param("由150元涨到近200元", "近200元", Bound.BELOW, id="近"),
        pytest.param("缺口约6000人", "约6000人", Bound.ABOUT, id="约"),
        pytest.param("约有四十五万亩竹林", "约有四十五万亩", Bound.ABOUT, id="约有"),
        pytest.param("仅为28%左右", "28%左右", Bound.ABOUT, id="左右"),
        pytest.param("不少于5000人次", "不少于5000人次", Bound.AT_LEAST, id="不少于"),
        pytest.param("最高不超过3000元", "最高不超过3000元", Bound.AT_MOST, id="最高不超过"),
        pytest.param("给予最高15%的补助", "最高15%", Bound.AT_MOST, id="最高"),
        pytest.param("控制在5%以内", "5%以内", Bound.AT_MOST, id="以内"),
        pytest.param("不足四分之一", "不足四分之一", Bound.BELOW, id="不足"),
        pytest.param("30余家企业", "30余家", Bound.AT_LEAST, id="余"),
        pytest.param("百余家企业", "百余家", Bound.AT_LEAST, id="百余"),
        pytest.param("十来个项目", "十来个", Bound.ABOUT, id="来"),
        pytest.param("二十多万人", "二十多万人", Bound.AT_LEAST, id="多 inside"),
        pytest.param("3万多亿元", "3万多亿元", Bound.AT_LEAST, id="多 between scales"),
        pytest.param("上千家企业", "上千家", Bound.AT_LEAST, id="上千"),
        pytest.param("占规上产值近六成", "近六成", Bound.BELOW, id="近六成"),
        pytest.param("总量翻了两番多", "翻了两番多", Bound.AT_LEAST, id="翻两番多"),
        pytest.param("价格基本持平", "基本持平", Bound.ABOUT, id="基本持平"),
        pytest.param("60岁及以上人口", "60岁及以上", Bound.AT_LEAST, id="及以上"),
        pytest.param("期限不得超过五年", "不得超过五年", Bound.AT_MOST, id="不得超过"),
        pytest.param("不满十人", "不满十人", Bound.BELOW, id="不满"),
        pytest.param("组成人员过半数同意", "过半数", Bound.AT_LEAST, id="过半数"),
        pytest.param("节约3200元", "3200元", Bound.EXACT, id="约 of 节约"),
        pytest.param("反超1.2个百分点", "1.2个百分点", Bound.EXACT, id="超 of 反超"),
    ],
)
def test_hedge_belongs_to_the_amount(text: str, raw: str, bound: Bound) -> None:
    quantity = found(text)[-1]
    assert (quantity.raw, quantity.bound) == (raw, bound)


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        pytest.param("一般在5至7年", 5, 7, "年", id="至"),
        pytest.param("龙头企业1至2家", 1, 2, "家", id="家"),
        pytest.param("增长3-5%", 3, 5, "%", id="hyphen"),
        pytest.param("增长5%—5.5%", 5, Decimal("5.5"), "%", id="unit twice"),
        pytest.param("200~300户", 200, 300, "户", id="tilde"),
        pytest.param("投资3-5亿元", 300000000, 500000000, "元", id="scale of both"),
        pytest.param("补助8000元至1万元", 8000, 10000, "元", id="own scales"),
        pytest.param("尚有二三百户", 200, 300, "户", id="approximate pair"),
        pytest.param("两三家企业", 2, 3, "家", id="两三"),
    ],
)
def test_range(text: str, low: Decimal | int, high: Decimal | int, unit: str) -> None:
    (quantity,) = found(text)
    assert (quantity.value, quantity.high, quantity.unit) == (Decimal(low), Decimal(high), unit)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("由5天压缩到1.5天", ["5天", "1.5天"], id="change, no range"),
        pytest.param("从86家增加到214家", ["86家", "214家"], id="从到"),
        pytest.param("从5%至8%", ["5%", "8%"], id="从 with 至"),
        pytest.param("同比分别增长7.1%、-3.6%、22.7%和9.3%", ["7.1%", "-3.6%", "22.7%", "9.3%"], id="list"),
        pytest.param("1127件,同比增长-3.4%", ["1127件", "-3.4%"], id="comma between numbers"),
        pytest.param("房价每平方米5000元,12家", ["5000元", "12家"], id="comma before a number"),
        pytest.param("每百元营业收入中的成本83.6元", ["83.6元"], id="per hundred"),
        pytest.param("三次产业结构为3.0∶49.9∶47.2", ["3.0∶49.9∶47.2"], id="ratio"),
        pytest.param("推动20个项目的45%", ["20个", "45%"], id="share of a target"),
        pytest.param("由双向四车道拓宽为双向六车道,8月底已通车5.2公里", ["5.2公里"], id="lanes"),
        pytest.param("其中北京、上海分别有31家和18家", ["31家", "18家"], id="分别"),
        pytest.param("68家亿元以上企业中,22家", ["68家", "22家"], id="亿元 alone is a class"),
        pytest.param("2个亿元以上项目、3个亿", ["2个", "3个亿"], id="个亿"),
    ],
)
def test_amounts_in_order(text: str, expected: list[str]) -> None:
    assert raws(text) == expected


def test_misprinted_unit_is_kept_and_known() -> None:
    (quantity,) = found("工业用电量19.41亿千万时,同比")
    assert quantity.raw == "19.41亿千万时"
    assert (quantity.unit, quantity.printed_unit, quantity.meant) == ("千万时", "亿千万时", "千瓦时")


def test_known_units_are_no_misprints() -> None:
    assert not any(
        quantity.meant for quantity in found("8亿套,3万公里路网,5亿千瓦时。2亿立方米,50万千瓦装机,12万公众")
    )


def test_head_unit_is_of_bare_numbers() -> None:
    (quantity,) = found("330712", "万元")
    assert (quantity.value, quantity.unit, quantity.raw) == (Decimal(3307120000), "元", "330712")
    assert (quantity.printed_unit, quantity.scale) == ("万元", Decimal(10000))


@pytest.mark.parametrize(
    ("cell", "unit", "value", "expected"),
    [
        ("-6.2", "%", "-6.2", "%"),
        ("持平", "%", "0", "%"),
        ("1.2倍", "%", "1.2", "倍"),
        ("2023", "吨", "2023", "吨"),
        ("42.7", "万载重吨", "427000", "载重吨"),
        ("3.5", "万元/亩", "35000", "元/亩"),
        ("4.5", "斛", "4.5", "斛"),
    ],
)
def test_cell(cell: str, unit: str, value: str, expected: str) -> None:
    (quantity,) = found(cell, unit)
    assert (quantity.value, quantity.unit, quantity.raw) == (Decimal(value), expected, cell)


@pytest.mark.parametrize("cell", ["-", "—", "…", "", "指标", "2023年", "比上年增长(%)"])
def test_empty_cell(cell: str) -> None:
    assert found(cell, "万元") == ()


def test_unit_behind_a_list_is_of_every_member() -> None:
    quantities_found = found("分别为3、5和8万元")
    assert [quantity.value for quantity in quantities_found] == [30000, 50000, 80000]
    assert [quantity.raw for quantity in quantities_found] == ["3", "5", "8万元"]


def test_ratio_has_its_parts() -> None:
    (quantity,) = found("三次产业结构为3.1:50.1:46.9。")
    assert quantity.parts == (Decimal("3.1"), Decimal("50.1"), Decimal("46.9"))


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("10.0%", 1),
        ("24.69亿元", 2),
        ("24.60亿元", 2),
        ("36.8亿元", 1),
        ("5个", 0),
        ("四十二点六亿元", 1),
        ("98650万元", 0),
    ],
)
def test_places(text: str, places: int) -> None:
    (quantity,) = found(text)
    assert quantity.places == places


def test_spans_are_offsets_in_the_document() -> None:
    text = "全年出口 102.\n73 亿元"
    (quantity,) = quantities(fold(text, offset=100))
    assert text[quantity.start - 100 : quantity.end - 100] == "102.\n73 亿元"
    assert quantity.raw == "102.73亿元"


@given(
    st.text(alphabet="一二两十百万亿0123456789.,%至-约近超以上个家元亩年月第成分之番 、。(:|增", max_size=30)
)
def test_any_text_has_quotable_amounts_in_order(text: str) -> None:
    last = 0
    for quantity in found(text):
        assert last <= quantity.start < quantity.end <= len(text)
        assert tidy(text[quantity.start : quantity.end]) == quantity.raw
        last = quantity.end


@given(
    st.decimals(min_value=0, max_value=10**5, places=2),
    st.sampled_from(["万元", "亿元", "%", "家", "万亩", "公里"]),
)
def test_any_amount_is_read_exactly(number: Decimal, unit: str) -> None:
    (quantity,) = found(f"完成{number}{unit}。")
    assert quantity.value == number * quantity.scale
    assert quantity.raw == f"{number}{unit}"


@pytest.mark.skipif(not LETTER.exists(), reason="the shipped letter's folder ../shared is not here")
def test_the_shipped_letter() -> None:
    body = [line for line in LETTER.read_text("utf-8").splitlines() if "|" not in line]
    amounts = [quantity for line in body for quantity in found(line)]
    # Counted by hand, headings and letterhead have none.
    assert len(amounts) == 59
    digits = [
        token for line in body for token in re.findall(r"\d+(?:\.\d+)?(?:%|亿元|家|亩|个百分点)", plain(line))
    ]
    printed = "|".join(plain(quantity.raw) for quantity in amounts)
    assert [token for token in digits if token not in printed] == []


@pytest.mark.skipif(not SHARED.exists(), reason="the folder ../shared is not here")
@pytest.mark.parametrize(
    ("name", "count"),
    [
        ("01_linjiang_proposal_2024.txt", 62),
        ("02_linjiang_suggestion_2025.txt", 58),
        ("03_yunling_tea_2024.txt", 63),
        ("04_qingxi_proposal_2025.txt", 59),
        ("08_qingxi_industry_2024h1.txt", 71),
        ("10_haiyu_workreport_2025.txt", 64),
        ("11_chengzhou_workreport_2022.txt", 72),
        ("13_haiyu_civil_letter_2024.txt", 51),
    ],
)
def test_amounts_of_a_document(name: str, count: int) -> None:
    """The counts were checked by reading every amount beside its line."""
    lines = (SHARED / "eval" / "docs" / name).read_text("utf-8").splitlines()
    assert sum(len(found(line)) for line in lines if "|" not in line) == count
