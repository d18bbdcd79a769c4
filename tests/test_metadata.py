"""Metadata: what a document says of itself."""

from datetime import date
from pathlib import Path

import pytest

from corpus.document.metadata import letter
from corpus.letter import Letter
from corpus.source import Source, read

SHIPPED = Path(__file__).parents[1] / "corpus" / "letters" / "2024-jiaojiang-133.txt"
PAGES = Path(__file__).parent / "data" / "pages"


def of(text: str) -> Letter:
    return letter(Source("x", Path("x.txt"), text, ""))


def facts(found: Letter) -> dict[str, str]:
    return {fact.name: fact.value for fact in found.facts}


def test_the_shipped_letter() -> None:
    """All that its header, its opening and its foot say."""
    found = letter(read(SHIPPED))
    assert (found.number, found.issuer, found.place) == (
        "椒经科提函〔2024〕45号", "台州市椒江区经济信息化和科学技术局", "台州市椒江区",
    )  # fmt: skip
    assert found.title == "台州市椒江区经济信息化和科学技术局关于区政协十一届三次会议第133号提案答复的函"
    assert (found.signed, found.published, found.dated) == (
        date(2024, 7, 25),
        date(2024, 11, 18),
        date(2024, 7, 25),
    )
    assert found.period is not None
    assert (found.period.first, found.period.last) == (date(2024, 1, 1), date(2024, 6, 30))
    assert found.url == "http://www.jj.gov.cn/art/2024/11/18/art_1229549071_4010171.html"
    assert len(found.sections) == 8
    assert facts(found) == {
        "信息索引号": "11331002002668741Q/2024-159030",
        "发布机构": "区经信和科技局(区中小企业局)",
        "成文日期": "2024-11-18",
        "发布日期": "2024-11-18",
        "公开方式": "主动公开",
        "届次": "区政协十一届三次会议",
        "提案编号": "第133号",
        "文号": "椒经科提函〔2024〕45号",
        "类别标记": "A1",
        "委员": "郑仁娇、孙鑫柔、蒋安杰、洪建平、朱玲、柯优美、方宁、张启斌、王昌云",
        "收信人": "郑仁娇、孙鑫柔、蒋安杰、洪建平、朱玲、柯优美、方宁、张启斌、王昌云等9位委员",
        "提案名称": "《关于加快推进新型工业化,助力现代都市产业发展的建议》",
        "联系单位": "椒江区经科局",
        "联系人": "张航",
        "联系电话": "0576-88830501",
        "邮编": "318020",
        "落款日期": "2024年7月25日",
        "抄送": "区政府办公室,区政协提案委",
        "印发单位": "台州市椒江区经济信息化和科学技术局",
        "印发日期": "2024年7月25日",
    }


def test_every_fact_stands_where_it_says() -> None:
    """Its span holds its value, gaps aside."""
    found = letter(read(SHIPPED))
    assert all("".join(found.text[f.start : f.end].split()) == "".join(f.value.split()) for f in found.facts)


REPORT = "海屿市政府工作报告(摘要)\n——2025年1月8日在海屿市第十七届人民代表大会第四次会议上\n市长 江屹\n一、2024年工作回顾\n全年产值9亿元。\n"
SUGGESTION = (
    "松川县水利局\n松水函[2023]7号 B类\n关于县十届人大二次会议第18号建议的答复\n李 明、王小红等代表：\n"
    "你们提出的《关于修建灌渠的建议》（第18号）由我局主办，县财政局、县发改局会办。经商县农业农村局，现答复如下：\n"
    "今年上半年，修建灌渠18公里。\n联 系 人 ： 赵 一，联系电话：0 579-12345678\n松川县水利局\n二〇二三年八月一日\n（此件依申请公开）\n"
)
BULLETIN = (
    "2023年松川县国民经济和社会发展统计公报\n松川县统计局 2024年3月28日\n一、综合\n全县生产总值98亿元。\n"
)


def test_a_work_report() -> None:
    """Who gave it, when and where; it is about the year before."""
    found = of(REPORT)
    assert (found.issuer, found.place, found.signed, found.published) == (
        "海屿市政府",
        "海屿市",
        date(2025, 1, 8),
        None,
    )
    assert found.period is not None
    assert found.period.first.year == found.period.last.year == 2024
    said = facts(found)
    assert (said["报告人"], said["报告人职务"], said["报告日期"]) == ("江屹", "市长", "2025年1月8日")
    assert said["会议"] == "海屿市第十七届人民代表大会第四次会议"


def test_a_reply_to_a_suggestion() -> None:
    """Gaps in its lines, brackets of another kind, a date in Chinese numerals."""
    found = of(SUGGESTION)
    assert (found.number, found.issuer, found.place) == ("松水函[2023]7号", "松川县水利局", "松川县")
    assert (found.title, found.signed) == ("关于县十届人大二次会议第18号建议的答复", date(2023, 8, 1))
    assert found.period is not None
    assert (found.period.first, found.period.last) == (date(2023, 1, 1), date(2023, 6, 30))
    said = facts(found)
    assert {name: said[name] for name in ("类别标记", "建议编号", "代表", "提案名称", "主办单位", "会办单位", "会商单位", "公开方式")} == {
        "类别标记": "B类", "建议编号": "第18号", "代表": "李明、王小红", "提案名称": "《关于修建灌渠的建议》",
        "主办单位": "我局", "会办单位": "县财政局、县发改局", "会商单位": "县农业农村局", "公开方式": "依申请公开",
    }  # fmt: skip
    assert (said["联系人"], said["联系电话"], said["落款日期"]) == (
        "赵一",
        "0579-12345678",
        "二〇二三年八月一日",
    )


def test_a_bulletin() -> None:
    """The place stands inside the title, the date under it is that of publishing."""
    found = of(BULLETIN)
    assert (found.title, found.issuer, found.place) == (
        "2023年松川县国民经济和社会发展统计公报",
        "松川县统计局",
        "松川县",
    )
    assert (found.signed, found.published, found.dated) == (None, date(2024, 3, 28), date(2024, 3, 28))
    assert found.period is not None
    assert found.period.raw == "2023年"


def test_a_page_with_a_table_of_facts() -> None:
    """Keys and values in the cells of its header."""
    found = letter(read(PAGES / "modern_divs.html"))
    assert (found.number, found.issuer, found.place) == ("平教函〔2025〕16号", "平沙区教育局", "平沙区")
    assert (found.signed, found.published) == (date(2025, 6, 12), date(2025, 6, 18))
    assert facts(found)["信息索引号"] == "11440000MB2D0000XX/2025-00123"


def test_what_is_given_wins() -> None:
    """Front matter over the text, the sidecar over front matter."""
    front = "---\ntitle: 新标题\nplace: 甲县\ndate: 2020-01-02\nperiod: 2019年\n---\n" + BULLETIN
    found = of(front)
    assert (found.title, found.place, found.published) == ("新标题", "甲县", date(2020, 1, 2))
    assert found.period is not None
    assert found.period.raw == "2019年"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("产值9亿元。", id="one sentence"),
        pytest.param("产值 9 8\n出口 1 2\n", id="a table alone"),
        pytest.param("某某\n", id="a name alone"),
    ],
)
def test_a_text_that_says_nothing_of_itself(text: str) -> None:
    """Nothing is made up."""
    found = of(text)
    assert (found.number, found.signed, found.published, found.place, found.period) == (
        "",
        None,
        None,
        "",
        None,
    )
    assert found.title


@pytest.mark.parametrize(
    ("text", "day"),
    [
        pytest.param(
            "松岚市政府关于印发《若干措施》的通知\n\n各县（区）政府：\n\n现将《若干措施》印发给你们，请遵照执行。\n\n松岚市人民政府\n\n"
            "2025年4月16日\n\n第一条 对新认定的企业奖励20万元。\n\n第二条 2027年12月31日以前有效。\n",
            date(2025, 4, 16),
            id="a notice before what it makes known",
        ),
        pytest.param(
            "澜河县应急管理局关于安全检查的通知\n\n各乡镇：\n\n请于6月底前完成。\n\n澜河县应急管理局\n2024年5月8日\n\n附件\n\n"
            "检查表\n\n一、企业31家\n\n二、商户46家\n\n三、学校7所\n\n四、医院3家\n",
            date(2024, 5, 8),
            id="a notice before its annex",
        ),
        pytest.param(
            "澜河县2024年工业情况\n\n据县统计局\n2024年1月20日至26日的调查，企业31家。\n",
            None,
            id="no line of its own",
        ),
    ],
)
def test_the_day_of_a_notice_with_something_behind_it(text: str, day: date | None) -> None:
    assert of(text).signed == day
