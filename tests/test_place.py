"""Places: names, short forms, levels."""

import pytest

from corpus.place import contains, forms, known, leading, level, mentions, parts, same_place


@pytest.mark.parametrize(
    ("text", "steps"),
    [
        pytest.param(
            "浙江省台州市椒江区章安街道办事处", ("浙江省", "台州市", "椒江区", "章安街道"), id="four levels"
        ),
        pytest.param("青溪新区管理委员会", ("青溪新区",), id="new district, invented"),
        pytest.param("内蒙古自治区财政厅", ("内蒙古自治区",), id="autonomous region"),
        pytest.param("景宁畲族自治县人民政府", ("景宁畲族自治县",), id="autonomous county"),
        pytest.param("博尔塔拉州财政局", ("博尔塔拉州",), id="a prefecture without its people"),
        pytest.param("歙县农业农村局", ("歙县",), id="one character"),
        pytest.param("市中区统计局", ("市中区",), id="市 inside the name"),
        pytest.param("杭州经济技术开发区管委会", ("杭州经济技术开发区",), id="development zone"),
        pytest.param("玉城市统计局", ("玉城市",), id="城 inside the name"),
        pytest.param("大城市统计年鉴", (), id="a large city"),
        pytest.param("以城市更新为抓手", (), id="cities in general"),
        pytest.param("让城市更宜居", (), id="cities in general, after a verb"),
        pytest.param("区经济和信息化局", (), id="our district"),
        pytest.param("全市规上工业", (), id="the whole city"),
        pytest.param("关于市政协五届四次会议", (), id="no name after 关于"),
        pytest.param("国家统计局", (), id="the state"),
        pytest.param("从江县农业农村局", ("从江县",), id="从 that begins a name"),
        pytest.param("从青岩县调入", (), id="从 before a name"),
        pytest.param("贵阳市统计局", ("贵阳市",), id="贵 that begins a name"),
        pytest.param("贵市统计局", (), id="your city"),
        pytest.param("景德镇市人民政府", ("景德镇市",), id="镇 inside the name"),
        pytest.param("六县市排名", (), id="six of them"),
        pytest.param("十八届县人民政府", (), id="the government of a term"),
        pytest.param("近日从市商务局", (), id="who says it"),
        pytest.param("新增城镇就业", (), id="towns in general"),
        pytest.param("位居六区两县第1位", (), id="a rank among so many"),
        pytest.param("月份全旗上下", (), id="behind the number of a month"),
        pytest.param("笔者从白河县茶办", (), id="who heard it"),
        pytest.param("东邻黄腊乡", (), id="what lies beside a place"),
        pytest.param("全州县人民政府", ("全州县",), id="a county that begins with 全州"),
        pytest.param("贵州省贵阳市统计局", ("贵州省", "贵阳市"), id="贵 begins names too"),
        pytest.param("广州市从化区", ("广州市", "从化区"), id="从 begins a name"),
    ],
)
def test_parts(text: str, steps: tuple[str, ...]) -> None:
    """The place that a text begins with, step by step."""
    assert parts(text) == steps
    assert leading(text) == "".join(steps)


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        pytest.param("椒江", "台州市椒江区", True, id="bare name"),
        pytest.param("椒江区", "浙江省台州市椒江区", True, id="path left out"),
        pytest.param("浙江省椒江区", "浙江省台州市椒江区", True, id="a step left out"),
        pytest.param("台州市椒江区", "宁波市椒江区", False, id="another city's"),
        pytest.param("临江区", "临江市", False, id="same name, another kind"),
        pytest.param("吉林", "吉林省", True, id="either of two"),
        pytest.param("吉林市", "吉林省", False, id="city and province"),
        pytest.param("台州市", "台州市椒江区", False, id="the larger place"),
        pytest.param("椒江区", "路桥区", False, id="another district"),
    ],
)
def test_same_place(first: str, second: str, same: bool) -> None:
    """In either order."""
    assert same_place(first, second) is same_place(second, first) is same


def test_contains() -> None:
    """A name says which places it lies in, and nothing of others."""
    assert contains("台州", "浙江省台州市椒江区")
    assert contains("浙江省", "浙江省台州市椒江区")
    assert not contains("椒江区", "台州市椒江区")
    assert not contains("澄州市", "临江区")


def test_forms_are_all_of_the_place() -> None:
    """Whatever it is called by them is the same place."""
    assert forms("台州市椒江区") == ("台州市椒江区", "台州椒江区", "台州椒江", "椒江区", "椒江")
    assert forms("歙县") == ("歙县",)
    assert all(same_place(form, "青溪新区") for form in forms("青溪新区"))


def test_levels() -> None:
    """From province to township."""
    assert [
        level(name) for name in ("浙江省", "台州市", "椒江区", "青溪新区", "大田镇", "章安街道", "椒江")
    ] == [1, 2, 3, 3, 4, 4, 0]


def test_mentions_in_a_text() -> None:
    """Names with their suffixes; what ends alike is none."""
    text = "2024年云岭县和海屿市的城市更新,全市在临江区试点,社区、园区不算。"
    assert [mention.name for mention in mentions(text)] == ["云岭县", "海屿市", "临江区"]
    assert all(text[found.start : found.end] == found.name for found in mentions(text))


def test_known_places_are_found_by_any_form() -> None:
    """The longest first; the name is that of the corpus."""
    found = known("椒江和台州椒江区比,临江跟椒江区", ["台州市椒江区", "临江区"])
    assert [mention.name for mention in found] == ["台州市椒江区", "台州市椒江区", "临江区", "台州市椒江区"]
    assert known("椒江", []) == ()


@pytest.mark.parametrize("text", ["中央和省补助", "一般公共预算市本级", "位于较高景气区间", "单位:万元地区"])
def test_what_is_said_of_money_or_moods_is_no_place(text: str) -> None:
    """An ending alone makes no name."""
    assert mentions(text) == ()


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("2024年末昌宁市政府债务情况", ["昌宁市"]),
        ("不含兵团市的政府债务", []),
        ("城市建设用地占市区面积的比重", []),
        ("全市与市辖区", ["市辖区"]),
        ("明湖库区水运3万人次", []),
    ],
)
def test_what_is_no_part_of_a_name(text: str, names: list[str]) -> None:
    """The end of a year, what is left out, words of a head."""
    assert [one.name for one in mentions(text)] == names
