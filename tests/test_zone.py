"""What rows above say of a figure, found without going through them all."""

import random

import pytest

from corpus.evidence.stated import Where
from corpus.evidence.zone import Above, Table, Zone
from corpus.texts.text import Folded


class Watched(str):
    """A row's text that counts how often it is looked into."""

    looks = 0

    def __contains__(self, words: object) -> bool:
        Watched.looks += 1
        return super().__contains__(str(words))


def table(*rows: str) -> Table:
    """A table of these rows."""
    made = Table()
    for text in rows:
        made.add(Zone(Where.TABLE, Folded(Watched(text), ())))
    return made


@pytest.mark.parametrize("letters", ["茶叶产量12", "GDPe1_", "茶gD-2 "])
def test_the_nearest_row_above_is_found(letters: str) -> None:
    """The same as by looking into each, from below."""
    chance = random.Random(5)
    rows = ["".join(chance.choices(letters, k=chance.randint(0, 6))) for _ in range(60)]
    made = table(*rows)
    for _ in range(600):
        words, before = "".join(chance.choices(letters, k=chance.randint(1, 3))), chance.randint(0, 60)
        expected = next((place for place in range(before - 1, -1, -1) if words in rows[place]), -1)
        assert made.last(words, before) == expected


def test_the_first_name_of_the_nearest_row() -> None:
    """A nearer row comes before an earlier name; in one row the earlier name does."""
    made = table("茶叶产量", "粮食产量", "全县合计")
    above = Above(made, 3)
    assert above.first(["茶叶", "粮食"]) == (made[1], "粮食")
    assert above.first(["产量", "粮食"]) == (made[1], "产量")
    assert above.first(["水产"]) is None
    assert Above(made, 0).first(["茶叶"]) is None


def test_a_word_that_a_test_finds() -> None:
    """The nearest row's, whatever was asked before."""
    made = table("2025年计划", "茶叶", "力争", "粮食")

    def plan(zone: Zone) -> str:
        return next((word for word in ("计划", "力争") if word in zone.folded.text), "")

    assert [Above(made, count).told(plan) for count in (2, 4, 0, 3)] == [
        (made[0], "计划"),
        (made[2], "力争"),
        None,
        (made[2], "力争"),
    ]


def test_a_longer_table_takes_no_longer_to_look_into() -> None:
    """The head far above, a name in no row, one in a row with all others' characters."""

    def looks(rows: int) -> int:
        made = table("乡镇 总产值 税收", *(f"第{place}镇 {7 * place}" for place in range(rows)))
        Watched.looks = 0
        found = [made.last(words, rows) for words in ("总产值", "第8镇总产值", "工业", "镇税")]
        assert found == [0, -1, -1, -1]
        return Watched.looks

    assert looks(2000) == looks(20)


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ("DEBT-{}-CITY 2018 7", "DEBT-8-CITYbalance"),
        ("gdp_{} 12 3", "gdp_8sum"),
        ("Towns {} 5%", "Towns 8tax"),
    ],
)
def test_nor_does_one_in_latin_letters(row: str, words: str) -> None:
    """A row's own name put together with a column's, as files made for programs have them."""

    def looks(rows: int) -> int:
        made = table(*(row.format(place) for place in range(rows)))
        Watched.looks = 0
        assert made.last(words, rows) == -1
        return Watched.looks

    assert looks(500) == looks(20)
