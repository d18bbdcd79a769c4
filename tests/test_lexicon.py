"""The lexicon: every table readable, words put into the letters' own, units and measure words told apart."""

import tomllib
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.understanding.expressions.rewrite import Rewrite
from bot.understanding.lexicon import bare, lexicon
from corpus.figure import Measure


@pytest.mark.parametrize(
    ("said", "written"),
    [
        pytest.param("汽配", "汽车零配件", id="short"),
        pytest.param("车配行业", "汽车零配件行业", id="inside a phrase"),
        pytest.param("缝纫机", "缝制设备", id="product for trade"),
        pytest.param("制药", "医化", id="trade by another name"),
        pytest.param("外贸出货", "出口交货值", id="everyday"),
        pytest.param("耗电量", "工业用电量", id="power"),
        pytest.param("拿地", "出让工业用地", id="land"),
        pytest.param("减负", "减免企业各类负担", id="burden"),
        pytest.param("GDP", "生产总值", id="Latin"),
        pytest.param("gdp", "地区生产总值", id="Latin in lower case"),
        pytest.param("规模以上", "规上", id="long form"),
        pytest.param("专精特新“小巨人”", "小巨人", id="quotation marks"),
        pytest.param("Ｒ＆Ｄ", "研发", id="full width"),
    ],
)
def test_words_of_one_meaning_meet(said: str, written: str) -> None:
    """Both sides are put into the same words before they are compared."""
    words = lexicon()
    one, other = words.canonical(said), words.canonical(written)
    assert one in other or other in one


@pytest.mark.parametrize(
    ("one", "other"),
    [("增值税", "增加值"), ("进出口", "出口"), ("规上", "规下"), ("存款", "贷款"), ("人均收入", "税收收入")],
)
def test_words_of_two_meanings_do_not(one: str, other: str) -> None:
    """A canonical form is never shared by chance."""
    assert lexicon().canonical(one) != lexicon().canonical(other)


@given(st.text(alphabet="规模以上工业增加值产电子信息汽配零缝制设备GDP", max_size=16))
def test_canonical_words_stay(text: str) -> None:
    """No character of a rewriting is out of its order."""
    rewritten, origins = lexicon().same(bare(text))
    assert len(rewritten) == len(origins)
    assert list(origins) == sorted(origins)


def test_the_longest_word_is_rewritten() -> None:
    """And each new character knows the old one that it stands for."""
    rewrite = Rewrite({"汽配": "汽车零配件", "汽配城": "市场"})
    assert rewrite("去汽配城") == ("去市场", (0, 1, 3))
    assert Rewrite({})("汽配") == ("汽配", (0, 1))


@pytest.mark.parametrize(
    ("unit", "kind"),
    [
        ("元", "money"),
        ("美元", "money"),
        ("亩", "area"),
        ("家", "count"),
        ("人", "count"),
        ("%", "percent"),
        ("吨", "mass"),
        ("元/公斤", "元/公斤"),
    ],
)
def test_the_kind_of_a_unit(unit: str, kind: str) -> None:
    """As a question asks for it; a compound unit is its own kind."""
    assert lexicon().kind(unit) == kind


@pytest.mark.parametrize(
    ("asked", "printed", "alike"),
    [
        ("家", "户", True),
        ("个", "家", True),
        ("人", "名", True),
        ("人", "家", False),
        ("所", "张", False),
        ("辆", "套", True),
        ("岁", "人", False),
        ("人次", "个", False),
        ("个", "人", True),
    ],
)
def test_measure_words_that_stand_for_each_other(asked: str, printed: str, *, alike: bool) -> None:
    """几个 may be 79家; 多少人 may not."""
    assert lexicon().counts_alike(asked, printed) is alike


def test_every_cue_names_a_slot_that_is_read() -> None:
    """A measure of the data is one of the figures' measures, a kind asked for is one that units have."""
    words = lexicon()
    measures = {cue.value for cue in words.cues.values() if cue.slot == "measure"}
    assert measures <= {measure.value for measure in Measure}
    assert {cue.value for cue in words.cues.values() if cue.slot == "status"} == {"target", "result"}


def test_a_word_belongs_to_one_group() -> None:
    """What means the same as two different things would be a matter of their order."""
    tables = tomllib.loads((files("bot") / "data" / "lexicon.toml").read_text(encoding="utf-8"))
    owners: dict[str, set[str]] = {}
    for group in tables["same"]:
        for word in group:
            owners.setdefault(bare(word), set()).add(bare(group[0]))
    assert {word: heads for word, heads in owners.items() if len(heads) > 1} == {}
