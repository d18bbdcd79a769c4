"""Small files of Word, Excel, official pages, OFD and PDF producers, each by what a person sees in it."""

from contextlib import closing
from pathlib import Path

import pytest

from bot.answer import Kind
from bot.answering.answerer import Answerer
from corpus.formats.structure.unread import Unread
from corpus.source import read
from corpus.texts.layout import blocks
from tests.test_kinds import opened

FILES = Path(__file__).parents[2] / "shared" / "eval" / "files"
shared = pytest.mark.skipif(not FILES.is_dir(), reason="the example files are beside the repository")


@shared
@pytest.mark.parametrize(
    ("name", "question", "said"),
    [
        ("sup2.html", "地区生产总值多少", "134.9亿元,同比增长5.0%"),
        ("sup2.html", "税收收入多少", "3.3亿元"),
        ("sup2.html", "出口总额多少", "12.5亿元"),
        ("sup.docx", "税收收入多少", "3.3亿元,增长5.7%"),
        ("sup.docx", "工业总产值多少", "24.69亿元,增长45.1%"),
        ("sup.docx", "用地多少", "用地377亩"),
        ("sup.pdf", "税收收入多少", "3.3亿元,增长5.7%"),
        ("sup.pdf", "工业总产值增长多少", "增长45.1%"),
        ("hid.html", "用地多少", "用地377亩"),
        ("hid.html", "工业总产值多少", "24.69亿元,增长45.1%"),
        ("hid.xlsx", "固定资产投资多少", "1,234.5亿元,下降3.2%"),
        ("pct1.xlsx", "工业总产值多少", "24.69亿元,同比增长45.1%"),
        ("pct1.xlsx", "固定资产投资多少", "24.7万元,同比下降3.2%"),
        ("m57.xlsx", "2024年5月工业总产值多少", "12.5亿元(2024年5月"),
        ("m57.xlsx", "2024年6月工业总产值多少", "13.5亿元(2024年6月"),
        ("cases.docx", "出让工业用地多少", "377亩,增长20.1%"),
        ("st.docx", "工业总产值多少", "24.69亿元,增长45.1%"),
        ("ns.ofd", "工业总产值多少", "24.69亿元,同比增长45.1%"),
        ("ns2016.ofd", "工业总产值多少", "24.69亿元,同比增长45.1%"),
        ("carry3.ofd", "工业总产值多少", "24.69亿元,增长45.1%"),
        ("carry3.ofd", "税收收入多少", "3.3亿元"),
        ("skia2.pdf", "工业总产值增长多少", "增长45.1%"),
        ("skia2.pdf", "居民人均可支配收入多少", "22000元,增长5.6%"),
        ("skia2.pdf", "民营企业多少家", "322家"),
        ("extb2.pdf", "联系人是谁", "𠮷𬭎"),
    ],
)
def test_what_is_answered(name: str, question: str, said: str, tmp_path: Path) -> None:
    """The figure that is shown."""
    with closing(opened(tmp_path, FILES / name)) as index:
        answer = Answerer(index).answer(question)
    assert answer.kind is Kind.ANSWER
    assert said in answer.headline


@shared
@pytest.mark.parametrize(
    ("name", "has", "has_not"),
    [
        ("sup2.html", ("134.9亿元", "45.1%"), ("2134", "3.31", "45.13")),
        ("sup.docx", ("3.3亿元", "45.1%", "377亩"), ("3.31", "45.13", "99亿元", "9377")),
        ("sup.pdf", ("3.3亿元", "45.1%"), ("3.31", "45.13")),
        ("hid.html", ("12.5km²", "CO2排放8.1万吨"), ("99亿元", "9377")),
        ("cases.docx", ("8.王喆局长", *(f"产值{number}亿元" for number in (24.69, *range(30, 43)))), ()),
        ("tpl.ofd", ("红头文件", "正文产值"), ()),
        ("comp.ofd", ("正文产值", "复合对象"), ()),
        ("carry3.ofd", ("工业总产值24.69亿元，增长45.1%\n税收收入3.3亿元",), ()),
        ("skia2.pdf", ("见习岗位", "民营企业"), ("⻅", "⻓", "⺠", "⻋")),
        ("extb2.pdf", ("𠮷𬭎", "石𬒈"), ()),
        ("vert.pdf", ("产值增长同比下降",), ()),
    ],
)
def test_what_is_read(name: str, has: tuple[str, ...], has_not: tuple[str, ...]) -> None:
    """All that is shown, and nothing else."""
    text = read(FILES / name).text
    assert all(words in text for words in has)
    assert not any(words in text for words in has_not)


@shared
def test_what_is_not_shown_is_said() -> None:
    """A hidden row, a formula that was never reckoned, open revisions."""
    assert read(FILES / "hid.xlsx").unread == (Unread.ROWS.said("表"), Unread.FORMULAS.said(1))
    assert read(FILES / "st.docx").unread == (Unread.REVISIONS.said(),)


@pytest.mark.parametrize(
    ("line", "is_said"),
    [
        ("茶叶产量3260吨", True),
        ("工业总产值24.69亿元，增长45.1%", True),
        ("生猪出栏下降 2.3％", True),
        ("茶园面积1.35万亩", True),
        ("青政发〔2024〕19号", False),
        ("2024年7月25日", False),
        ("共5页", False),
        ("青岚县统计局", False),
        ("有效期3年", False),
    ],
)
def test_lines_of_figures_without_a_full_stop_are_no_letterhead(line: str, is_said: bool) -> None:
    """Neither first nor last; what a letterhead or a foot says is none of the text."""
    text = f"青岚县2024年上半年经济情况\n{line}\n常住人口31.8万人。\n其中城镇20.4万人。\n{line}\n"
    kinds = {str(block.kind) for block in blocks(text) if line in text[block.start : block.end]}
    assert kinds == {"sentence" if is_said else "meta"}
