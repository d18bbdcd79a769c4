"""Word's own numbers, written as Word writes them and apart from what they number."""

from pathlib import Path

import pytest

from corpus.texts.text import plain, tidy
from tests.test_word import lines, p, r, table, tc, tr, word


def drawn(name: int, style: str, pattern: str, rest: str = "") -> str:
    return (
        f'<w:abstractNum w:abstractNumId="{name}"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{style}"/>'
        f'<w:lvlText w:val="{pattern}"/></w:lvl></w:abstractNum>'
        f'<w:num w:numId="{name}"><w:abstractNumId w:val="{name}"/></w:num>{rest}'
    )


def item(name: int, text: str) -> str:
    return p(r(text), properties=f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{name}"/></w:numPr>')


@pytest.mark.parametrize(
    ("style", "pattern", "text", "printed"),
    [
        ("decimal", "%1.", "15个项目", ["1. 15个项目", "2. 15个项目"]),
        ("decimal", "%1", "2024年", ["1  2024年", "2  2024年"]),
        ("decimal", "%1.", "粮食", ["1.粮食", "2.粮食"]),
        ("decimalFullWidth", "%1．", "60%的村", ["１． 60%的村", "２． 60%的村"]),
        ("chineseCounting", "（%1）", "5个", ["（一）5个", "（二）5个"]),
        ("chineseCounting", "第%1条", "总则", ["第一条 总则", "第二条 总则"]),
        ("decimalEnclosedCircleChinese", "%1", "5个", ["①5个", "②5个"]),
        ("upperRoman", "%1.", "甲", ["I.甲", "II.甲"]),
        ("lowerLetter", "%1)", "甲", ["a)甲", "b)甲"]),
        ("ideographTraditional", "%1、", "子", ["甲、子", "乙、子"]),
        ("bullet", "-", "甲", ["甲", "甲"]),
        ("none", "%1[要点]", "甲", ["[要点]甲", "[要点]甲"]),
        ("none", "", "甲", ["甲", "甲"]),
    ],
)
def test_numbers_stand_apart_from_what_they_number(
    tmp_path: Path, style: str, pattern: str, text: str, printed: list[str]
) -> None:
    """Written as Word writes them, never one figure with the text."""
    assert lines(word(tmp_path, item(1, text) * 2, drawn(1, style, pattern))) == printed
    assert plain(printed[0]).endswith(text)
    assert "2.15" not in tidy(printed[1])


def test_lists_go_on_and_begin_anew_as_in_word(tmp_path: Path) -> None:
    """Two lists drawn alike are one, unless the second says where it starts; a style passes its list on."""
    same = '<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
    anew = (
        '<w:num w:numId="3"><w:abstractNumId w:val="1"/>'
        '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
    )
    body = item(1, "甲") + item(2, "乙") + item(3, "丙") + item(3, "丁")
    body += p(r("戊"), properties='<w:pStyle w:val="list2"/>')
    body += table(tr(tc("序号"), tc("值")), tr(tc(item(8, "")), tc("5")), tr(tc(item(8, "")), tc("6")))
    numbering = drawn(1, "decimal", "%1.", same + anew) + drawn(7, "chineseCounting", "%1、")
    numbering += drawn(8, "decimal", "%1")
    assert lines(word(tmp_path, body, numbering)) == [
        *("1.甲", "2.乙", "1.丙", "2.丁", "一、戊"),
        *("序号 | 值", "1 | 5", "2 | 6"),
    ]


NUMBERED = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
HIDDEN = "<w:rPr><w:vanish/></w:rPr>"


@pytest.mark.parametrize(
    ("empty", "printed"),
    [
        pytest.param(p(properties=f"{NUMBERED}<w:sectPr/>"), "一、总则", id="the end of a section"),
        pytest.param(
            p(r("旧章", "<w:vanish/>"), properties=NUMBERED + HIDDEN), "一、总则", id="a hidden paragraph"
        ),
        pytest.param(p(properties=NUMBERED + HIDDEN), "二、总则", id="Word's own, so that the next is two"),
        pytest.param(p(properties=NUMBERED), "二、总则", id="an empty one"),
    ],
)
def test_what_counts_though_it_prints_nothing(tmp_path: Path, empty: str, printed: str) -> None:
    """The number of the paragraph after an empty one."""
    assert lines(word(tmp_path, empty + item(1, "总则"), drawn(1, "chineseCounting", "%1、"))) == [printed]
