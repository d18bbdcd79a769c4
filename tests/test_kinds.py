"""Kinds of real files that were once read wrong, each by a small invented input and what is right."""

from contextlib import closing
from pathlib import Path

import pytest

from bot.answer import Kind
from bot.answering.answerer import Answerer
from corpus.fault import Fault
from corpus.source import UnreadableSource, read
from index.opened import Index
from index.shelf import take
from index.store import open_index
from tests.counting import steps
from tests.libraries import Hashed, answer_from, assert_told
from tests.replies import of_document

SHARED = Path(__file__).parents[2] / "shared" / "eval" / "kinds"
shared = pytest.mark.skipif(not SHARED.is_dir(), reason="the example files are beside the repository")

ANSWERS = [
    *[("adjacent_tables", f"adjacent.{kind}", "云溪镇茶叶产量多少", "茶叶产量1260吨") for kind in ("docx", "html", "xlsx")],
    ("area_units", "unit.txt", "商品房销售面积多少", "12.6万㎡"),
    ("area_units", "unit.txt", "供水量多少", "135万m³"),
    ("area_units", "unit.txt", "PM2.5平均浓度多少", "27μg/m³"),
    *[
        ("blank_corner", f"years.{kind}", question, said)
        for kind in ("csv", "docx", "html", "md", "pdf", "xlsx")
        for question, said in (("2024年茶叶产量多少", "3170吨"), ("2022年财政收入多少", "16.9亿元"))
    ],
    ("blank_corner", "inds.csv", "2023年财政收入多少", "17.5亿元"),
    ("blank_corner", "towns.csv", "石桥镇财政收入多少", "2870万元"),
    ("cell_with_bar", "bar.xlsx", "水厂面积多少", "45亩"),
    ("docx_gridbefore", "gridbefore.docx", "工业总产值多少", "38760万元"),
    ("docx_gridbefore", "gridbefore.docx", "财政收入多少", "2870万元"),
    ("docx_lost_text", "smarttag.docx", "茶叶产量多少", "3260吨"),
    ("docx_lost_text", "tracked.docx", "充电桩多少个", "412个"),
    ("docx_lost_text", "tracked.docx", "养老床位多少", "150张"),
    ("docx_lost_text", "tracked.docx", "公路多少公里", "86公里"),
    ("docx_lost_text", "textbox.docx", "文号是多少", "青政函〔2024〕37号"),
    ("docx_lost_text", "header_number.docx", "文号是多少", "青政发〔2024〕19号"),
    ("docx_lost_text", "cell_sdt.docx", "财政收入多少", "18.4亿元"),
    ("docx_lost_text", "footnote.docx", "接待游客多少人次", "36.8万人次"),
    ("docx_lost_text", "hidden.docx", "外贸出口多少", "12.4亿元"),
    ("docx_lost_text", "nested.docx", "茶园面积多少", "1.35万亩"),
    ("docx_lost_text", "fields.docx", "常住人口多少", "31.8万人"),
    ("docx_lost_text", "fields.docx", "碳排放强度多少", "0.82吨/万元"),
    ("docx_number_glued", "glue.docx", "几个项目开工建设", "15个"),
    ("docx_number_glued", "glue.docx", "多少村通上自来水", "60%"),
    ("docx_numbering", "num_cells.docx", "水厂改造投资多少", "18600万元"),
    *[
        ("docx_refused", f"{name}.docx", "规上工业增加值多少", "61.2亿元")
        for name in ("macro_type", "missing_part", "null_target", "strict", "template_type")
    ],
    ("false_refusal_subject", "trade.txt", "外贸出口多少", "12.4亿元"),
    ("head_remark_as_unit", "paren.csv", "云溪镇补贴金额多少", "120.50(云溪镇)"),
    ("head_remark_as_unit", "paren.csv", "云溪镇产量多少", "产量1260("),
    *[("html_form_wrapped", f"{name}.html", "茶叶产量多少", "3260吨") for name in ("aspnet", "vsb_form")],
    ("html_hidden", "display_none.html", "茶叶产量多少", "3260吨"),
    *[("html_named_print_bottom", f"{name}.html", "茶叶产量多少", "3260吨") for name in ("bottom_cls", "print_id")],
    ("key_value_table", "keyvalue.docx", "投资完成率多少", "投资完成率68.3%"),
    ("key_value_table", "keyvalue.docx", "总投资多少", "总投资4.2亿元"),
    ("ofd_composite", "composite.ofd", "茶叶产量多少", "3260吨"),
    ("ofd_ctm", "ctm.ofd", "茶叶产量多少", "3260吨"),
    ("ofd_old_namespace", "ns_old.ofd", "文号是多少", "青统函〔2024〕12号"),
    ("ofd_old_namespace", "ns_old.ofd", "茶叶产量多少", "3260吨"),
    ("ofd_table_columns", "table25.ofd", "规上工业增加值多少", "361.23亿元"),
    ("ofd_table_columns", "table25.ofd", "财政总收入增速多少", "下降1.4%"),
    ("ofd_table_columns", "table_narrow.ofd", "规上工业增加值多少", "361.23,增长9.3%"),
    ("ofd_template", "template.ofd", "文号是多少", "青统函〔2024〕12号"),
    ("pdf_merged_cells", "rowspan.pdf", "云溪镇财政收入多少", "3120万元"),
    ("pdf_merged_cells", "merged.pdf", "规上工业增加值增速多少", "9.3%"),
    ("pdf_rotated", "rotated_table.pdf", "地区生产总值多少", "186.5亿元"),
    ("pdf_rotated", "rotated_table.pdf", "财政总收入增速多少", "下降1.4%"),
    ("pdf_soft_hyphen", "soft_hyphen.pdf", "居民消费价格同比多少", "下降0.3%"),
    ("pdf_soft_hyphen", "soft_hyphen.pdf", "投资多少", "15-20亿元"),
    ("pdf_table_over_pages", "pb_norepeat_hdr.pdf", "新樟木乡财政收入多少", "4127万元"),
    ("pdf_table_over_pages", "pb_cell.pdf", "第5号工程投资多少", "1005万元"),
    ("pdf_two_columns", "two_columns.pdf", "茶叶产量多少", "3260吨"),
    ("pdf_two_columns", "two_columns.pdf", "工业增加值多少", "61.2亿元"),
    ("pdf_two_columns", "two_columns.pdf", "生猪出栏多少", "下降2.3%"),
    ("pdf_watermark", "watermark.pdf", "生猪出栏多少", "18.6万头,同比下降2.3%"),
    ("prose_in_cells", "letters.csv", "茶园补贴标准多少", "每亩120元"),
    ("quarter_heads", "quarters.xlsx", "青岚县二季度地区生产总值多少", "91.3"),
    ("repeated_digit_name", "plots.csv", "A11地块面积多少", "62亩"),
    ("repeated_digit_name", "v2.csv", "第11村产量多少", "111吨"),
    ("repeated_digit_name", "v2.csv", "第22村产量多少", "122吨"),
    ("task_table_refusal", "tasks.docx", "改造老旧小区的责任单位是哪个", "县住建局"),
    *[
        ("two_level_head_last_year", f"merged.{kind}", question, said)
        for kind in ("docx", "xlsx")
        for question, said in (
            ("规上工业增加值增速多少", "增长9.3%(2024年1-6月"),
            ("去年同期规上工业增加值增速多少", "增长8.1%(2023年1-6月"),
        )
    ],
    ("xlsx_number_formats", "numfmt.xlsx", "茶叶产值多少", "5.7亿元"),
    ("xlsx_number_formats", "numfmt.xlsx", "茶叶产量多少", "3260吨"),
    ("xlsx_number_formats", "numfmt.xlsx", "财政收入多少", "312.35百万元"),
    ("xlsx_number_formats", "hidden.xlsx", "云溪镇财政收入决算数多少", "3120万元"),
    ("xlsx_strict", "strict.xlsx", "地区生产总值多少", "186.5亿元"),
]  # fmt: skip


def opened(tmp_path: Path, *files: Path) -> Index:
    """An index of these files alone."""
    take(files, tmp_path / "corpus")
    return open_index(tmp_path / "corpus", tmp_path / "index", Hashed())


@shared
@pytest.mark.parametrize(("kind", "name", "question", "said"), ANSWERS)
def test_what_each_kind_answers(kind: str, name: str, question: str, said: str, tmp_path: Path) -> None:
    """The figure that a person sees there."""
    with closing(opened(tmp_path, SHARED / kind / name)) as index:
        answer = Answerer(index).answer(question)
    assert answer.kind is Kind.ANSWER
    assert said in answer.headline


@shared
@pytest.mark.parametrize(
    ("kind", "name", "question"),
    [
        ("blank_total", "formula.xlsx", "全县茶叶产量多少"),
        ("blank_total", "total.csv", "全县茶叶产量多少"),
        ("repeated_digit_name", "v2.csv", "第3村产量多少"),
        ("repeated_digit_name", "plots.csv", "A2地块面积多少"),
        ("xlsx_number_formats", "errors.xlsx", "茶叶产量多少"),
    ],
)
def test_what_each_kind_does_not_say(kind: str, name: str, question: str, tmp_path: Path) -> None:
    """Another's figure is no answer."""
    with closing(opened(tmp_path, SHARED / kind / name)) as index:
        assert Answerer(index).answer(question).kind is Kind.NOT_FOUND


@shared
@pytest.mark.parametrize(
    ("kind", "name", "has", "has_not"),
    [
        ("docx_lost_text", "sdt.docx", ("9.3%", "58.7亿元", "41.6亿元"), ()),
        ("docx_lost_text", "footnote.docx", ("36.8万人次",), ()),
        ("docx_lost_text", "nested.docx", ("1.35",), ()),
        ("docx_lost_text", "cell_sdt.docx", ("18.4", "12.4", "5.7"), ()),
        ("docx_lost_text", "tracked.docx", (), ("380",)),
        ("docx_lost_text", "hidden.docx", ("12.4亿元。",), ("内部数", "9.9")),
        ("docx_numbering", "num_restart.docx", ("3.",), ()),
        ("docx_numbering", "num_basedon.docx", ("一、总体情况", "二、存在问题"), ()),
        (
            "docx_numbering",
            "num_formats.docx",
            ("①第1", "②第1", "B.第2", "(ii)第3", "II.第4", "贰、第6", "乙.第7"),
            (),
        ),
        ("docx_numbering", "num_cells.docx", ("1 | 茶博园", "2 | 水厂改造"), ()),
        ("html_hidden", "display_none.html", ("3260吨",), ("9999",)),
        ("pdf_running_head", "running.pdf", ("同比增长7.3%",), ()),
        ("xlsx_number_formats", "numfmt.xlsx", ("312.35百万元", "+9.1%", "18.7万度"), ("0.055", "186543")),
        ("xlsx_number_formats", "dates.xlsx", ("2024年12月",), ("2024-12-01",)),
        ("place_from_two_words", "year_sheets.xlsx", ("186.5",), ("数值地区",)),
    ],
)
def test_what_each_kind_has(kind: str, name: str, has: tuple[str, ...], has_not: tuple[str, ...]) -> None:
    """Text that is printed, and none that is not."""
    text = read(SHARED / kind / name).text
    assert all(words in text for words in has)
    assert not any(words in text for words in has_not)


@shared
@pytest.mark.parametrize(
    ("name", "fault"), [("doc_named.docx", Fault.OLD_WORD), ("xls_named.xlsx", Fault.OLD_SHEET)]
)
def test_old_files_under_new_names(name: str, fault: Fault) -> None:
    """Said to be what they are."""
    with pytest.raises(UnreadableSource) as refused:
        read(SHARED / "doc_renamed" / name)
    assert refused.value.fault is fault


@shared
def test_odd_workbooks_stop_nothing(tmp_path: Path) -> None:
    """They are read, and what is beside them answers."""
    with closing(opened(tmp_path, *sorted((SHARED / "odd_xlsx_stops_all").glob("*.*")))) as index:
        assert not index.refused
        assert "3260吨" in Answerer(index).answer("茶叶产量多少").headline


@shared
def test_a_picture_among_the_pages_is_said(tmp_path: Path) -> None:
    """Whether or not it could be recognised."""
    with closing(opened(tmp_path, SHARED / "pdf_image_page" / "mixed.pdf")) as index:
        assert "第2页" in "".join(index.unread()["mixed"])


@shared
def test_files_of_one_name_are_both_kept(tmp_path: Path) -> None:
    """Offered one after the other the first is put aside."""
    one, two = sorted((SHARED / "same_name_replaced").glob("*/*.txt"))
    take([one], tmp_path / "corpus")
    taken = take([two], tmp_path / "corpus")
    assert [aside.read_bytes() for _, aside in taken.replaced] == [one.read_bytes()]


PLOTS = "地块 | 面积(亩) | 投资(万元)\nC3-1地块 | 41 | 900\nC3-11地块 | 62 | 1300\n"
BLOCKS = "楼栋 | 户数(户)\n1号楼 | 48\n11号楼 | 66\n二号楼 | 52\n"
PROSE = "事项 | 答复\n饮水补助 | 您好。农村饮水补助标准提高到每人每月18.5元,受益群众2.6万人。\n"


@pytest.mark.parametrize(
    ("text", "question", "said"),
    [
        (PLOTS, "C3-1地块面积多少", "41亩"),
        (PLOTS, "C3-11地块投资多少", "1300万元"),
        (BLOCKS, "11号楼户数多少", "66户"),
        (BLOCKS, "1号楼有多少户", "48户"),
        (BLOCKS, "2号楼户数多少", "52户"),
        (PROSE, "农村饮水补助标准多少", "每人每月18.5元"),
        ("青岚县\n干茶收购价每公斤86元。\n", "干茶收购价多少", "每公斤86元"),
        ("青岚县\n污水处理费按每立方米0.95元收取。\n", "污水处理费多少", "每立方米0.95元"),
    ],
)
def test_the_same_kinds_in_other_words(text: str, question: str, said: str, tmp_path: Path) -> None:
    """Names told apart by their numbers; what an amount is for one of."""
    assert_told(tmp_path, text, question, [said])


@pytest.mark.parametrize(
    ("text", "question"),
    [
        (PLOTS, "C3-2地块面积多少"),
        (PLOTS, "C31地块面积多少"),
        (BLOCKS, "3号楼户数多少"),
        (BLOCKS, "12号楼户数多少"),
    ],
)
def test_a_number_that_is_not_there(text: str, question: str, tmp_path: Path) -> None:
    """No other's figure is the answer."""
    assert answer_from(tmp_path, text, question).kind is Kind.NOT_FOUND


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "乡镇 | 建筑面积（㎡） | 供水量（万m³） | PM2.5（μg/m³）\n云溪镇 | 12600 | 135 | 27\n石桥镇 | 880 | 96 | 31\n",
            [("12600", "m2"), ("135", "m3"), ("27", "μg/m3"), ("880", "m2"), ("96", "m3"), ("31", "μg/m3")],
        ),
        (
            "指标 | 单位 | 2024年\n销售面积 | 万m² | 12.6\n蓄水量 | 亿m3 | 1.41\n臭氧浓度 | μg/m3 | 138\n",
            [("12.6", "m2"), ("1.41", "m3"), ("138", "μg/m3")],
        ),
        ("项目 | 内容\n占地面积 | 12.6万㎡\n日供水 | 135m³\n", [("12.6万㎡", "m2"), ("135m³", "m3")]),
        ("地块 | 面积/㎡ | 单价（元/㎡）\n甲 | 3500 | 5200\n", [("3500", "m2"), ("5200", "元/m2")]),
    ],
)  # fmt: skip
def test_units_of_areas_and_volumes_in_tables(text: str, expected: list[tuple[str, str]]) -> None:
    """In brackets, behind a stroke, in a column of their own, in the cell."""
    assert [(one.quantity.raw, one.quantity.unit) for one in of_document(text)] == expected


def _letter(sentences: int) -> str:
    rows = (
        "第{0}段。2024年云溪镇茶叶产量{1}吨,同比增长{2}.4%,其中一季度完成{3}吨。" for _ in range(sentences)
    )
    return "青岚县2024年统计资料\n" + "\n".join(
        row.format(at, 3000 + at, 1 + at % 9, 700 + at) for at, row in enumerate(rows)
    )


def test_time_grows_with_the_figures_and_not_with_their_square() -> None:
    """Counted in steps; twice the text is twice the work."""
    from corpus.reading import read_letter
    from corpus.source import Source

    def worked(sentences: int) -> int:
        source = Source("made", Path("made.txt"), _letter(sentences), "")
        return steps(lambda: read_letter(source))

    worked(10)  # what is worked out once
    assert worked(240) < 2.3 * worked(120)
