"""`dafu ask`, `chat`, `eval`, `figures`, `check` as a user or a program calls them."""

import csv
import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from bot.__main__ import app
from bot.cli.open import SHIPPED

QUESTION = "电子信息产业产值多少"
HEADLINE = "电子信息产业产值24.69亿元,同比增长45.1%(2024年1-6月,台州市椒江区)"
FIELDS = [
    "id", "question", "kind", "headline", "figures", "working", "passages", "remarks", "suggestions", "choices",
    "milliseconds",
]  # fmt: skip


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that the first command builds the index of the shipped letter in."""
    return tmp_path_factory.mktemp("cli")


def run(index: Path, *arguments: str | Path, given: str = "", corpus: Path = SHIPPED) -> Result:
    environment = {"DAFU_INDEX": str(index), "DAFU_CORPUS": str(corpus), "COLUMNS": "300"}
    return CliRunner().invoke(app(), list(map(str, arguments)), input=given, env=environment)


def written(folder: Path, *lines: object) -> Path:
    """A batch file; a text is a line as it is."""
    file = folder / "batch.jsonl"
    texts = [line if isinstance(line, str) else json.dumps(line, ensure_ascii=False) for line in lines]
    file.write_text("\n".join(texts) + "\n", encoding="utf-8")
    return file


def asked(index: Path, *arguments: str | Path) -> dict[str, Any]:
    """The one JSON object that a command prints."""
    answer: dict[str, Any] = json.loads(run(index, *arguments).stdout)
    return answer


def test_an_answer_in_a_pipe_is_plain(index: Path) -> None:
    """Headline, then the quoted sentence and its source; nothing coloured, nothing to ask next."""
    result = run(index, "ask", QUESTION)
    assert (result.exit_code, result.stderr) == (0, "")
    first, gap, quoted, source = result.stdout.splitlines()
    assert (first, gap) == (HEADLINE, "")
    assert quoted == "“电子信息产业实现产值24.69亿元,同比增长45.1%。”"
    assert source.startswith("—— 椒经科提函〔2024〕45号 · 二、主导行业产值五升一降 · 2024年7月25日 · http")


@pytest.mark.parametrize(
    ("question", "code"),
    [
        pytest.param(QUESTION, 0, id="answered"),
        pytest.param("你好", 0, id="small talk"),
        pytest.param("2023年工业增加值多少", 3, id="not in the letters"),
        pytest.param("房地产投资多少", 3, id="not mentioned"),
    ],
)
@pytest.mark.parametrize("form", ["text", "json"])
def test_the_exit_tells_whether_it_was_answered(question: str, code: int, form: str, index: Path) -> None:
    """0 answered, 3 not found, in either form."""
    result = run(index, "ask", question, *(["--json"] if form == "json" else []))
    assert result.exit_code == code


def test_words_of_a_question_may_be_unquoted(index: Path) -> None:
    """They are joined."""
    assert HEADLINE in run(index, "ask", "电子信息产业", "产值多少").stdout


def test_the_json_object(index: Path) -> None:
    """The fields of the contract, in order, with nothing left out."""
    answer = asked(index, "ask", "--json", QUESTION)
    assert list(answer) == FIELDS
    assert (answer["kind"], answer["headline"], answer["working"]) == ("answer", HEADLINE, None)
    level, rise = answer["figures"]
    text = (SHIPPED / "2024-jiaojiang-133.txt").read_text(encoding="utf-8")
    (cited,) = answer["passages"]
    assert level == {
        "place": "台州市椒江区",
        "subject": "电子信息产业",
        "indicator": "产值",
        "period": "2024年1-6月",
        "status": "实绩",
        "measure": "level",
        "value": "2469000000.00",
        "unit": "元",
        "raw": "24.69亿元",
        "passage": cited["id"],
        "span": [text.index("24.69亿元"), text.index("24.69亿元") + 7],
    }
    assert (rise["measure"], rise["value"], rise["raw"]) == ("growth", "45.1", "45.1%")
    assert list(cited) == ["id", "letter", "number", "section", "text", "start", "end", "url"]
    assert text[cited["start"] : cited["end"]] == cited["text"]
    assert cited["section"] == "二、主导行业产值五升一降"
    assert cited["number"] == "椒经科提函〔2024〕45号"
    assert answer["milliseconds"] >= 0


def test_a_working_and_a_remark_in_json(index: Path) -> None:
    """Where there is one."""
    assert (
        asked(index, "ask", "--json", "汽配产值比电子信息多多少")["working"] == "38.45 − 24.69 = 13.76(亿元)"
    )
    (remark,) = asked(index, "ask", "--json", "规上企业负增长面多大")["remarks"]
    assert "39.8%" in remark
    talk = asked(index, "ask", "--json", "你好")
    assert (talk["kind"], talk["figures"], talk["passages"]) == ("chat", [], [])


def test_an_earlier_question_is_continued(index: Path) -> None:
    """--history, oldest first, as often as there are."""
    arguments = ["ask", "--json", "汽配呢", "--history", "医化产值多少", "--history", "那增速呢"]
    answer = asked(index, *arguments)
    assert "汽车零配件产业产值38.45亿元,同比增长45.1%" in answer["headline"]


def test_a_batch_is_answered_in_order(index: Path, tmp_path: Path) -> None:
    """A line an answer, each with its id; a refusal among them is no failure."""
    file = written(
        tmp_path,
        {"id": "b", "question": "2023年工业增加值多少"},
        {"id": "a", "question": "汽配呢", "history": [QUESTION]},
        {"id": "c", "question": "谢谢"},
    )
    result = run(index, "ask", "--batch", file)
    answers = [json.loads(line) for line in result.stdout.splitlines()]
    assert result.exit_code == 0
    assert [(one["id"], one["kind"]) for one in answers] == [
        ("b", "not_found"),
        ("a", "answer"),
        ("c", "chat"),
    ]
    assert [one["question"] for one in answers] == ["2023年工业增加值多少", "汽配呢", "谢谢"]
    assert "38.45亿元" in answers[1]["headline"]


@pytest.mark.parametrize(
    "line", ["no json", '{"id": "x"}', "[]"], ids=["not JSON", "no question", "no object"]
)
def test_a_bad_line_of_a_batch_is_named(line: str, index: Path, tmp_path: Path) -> None:
    """One line with the file and the line, before anything is answered."""
    result = run(index, "ask", "--batch", written(tmp_path, {"id": "1", "question": QUESTION}, line))
    assert (result.exit_code, result.stdout) == (2, "")
    assert len(result.stderr.splitlines()) == 1
    assert "batch.jsonl" in result.stderr
    assert "第2行" in result.stderr


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        pytest.param(["ask"], "没有问题", id="no question"),
        pytest.param(["ask", "--batch", "nowhere.jsonl"], "nowhere.jsonl", id="no batch file"),
        pytest.param(["eval", "nowhere.jsonl"], "nowhere.jsonl", id="no file of items"),
        pytest.param(["figures", "nothing"], "nothing", id="no such letter"),
        pytest.param(["check", "nothing"], "nothing", id="no such letter to check"),
        pytest.param(["ask", "产值", "--corpus", "nowhere"], "nowhere", id="no corpus"),
        pytest.param(["figures", "--corpus", "nowhere"], "nowhere", id="no corpus for figures"),
        pytest.param(["chat", "--corpus", "nowhere"], "nowhere", id="no corpus to chat about"),
    ],
)
def test_bad_use_is_one_line(arguments: list[str], says: str, index: Path) -> None:
    """On standard error, exit 2, nothing on standard output."""
    result = run(index, *arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert len(result.stderr.splitlines()) == 1
    assert says in result.stderr


def test_an_index_that_cannot_be_written_is_one_line(tmp_path: Path) -> None:
    """A file stands where the folder should be."""
    (tmp_path / "file").write_text("")
    result = run(tmp_path / "file", "ask", QUESTION)
    assert result.exit_code == 2
    assert len(result.stderr.splitlines()) == 1
    assert "Traceback" not in result.stderr


def test_a_chat_over_a_pipe(index: Path) -> None:
    """Each line is answered; the dialogue goes on until /new or the end."""
    result = run(index, "chat", given="电子信息产值多少\n\n汽配呢\n/new\n谢谢\n")
    assert result.exit_code == 0
    lines = result.stdout.splitlines()
    assert lines[0].startswith("答复")
    assert HEADLINE in lines
    assert any(line.startswith("汽车零配件产业产值38.45亿元") for line in lines)
    assert "好的,重新开始。" in lines
    assert lines[-1] == "再见。"


def test_after_new_nothing_is_continued(index: Path) -> None:
    """The question before is forgotten."""
    kept = run(index, "chat", given="医化产值多少\n那增速呢\n").stdout
    forgotten = run(index, "chat", given="医化产值多少\n/new\n那增速呢\n").stdout
    assert kept.count("同比下降15.4%(") == 2
    assert forgotten.count("同比下降15.4%(") == 1


def test_figures_as_csv(index: Path) -> None:
    """A row a figure, the printed text and the value beside each other."""
    head, *rows = csv.reader(run(index, "figures").stdout.splitlines())
    assert (head[0], head[10:]) == ("文件", ["原文", "数值", "单位"])
    assert {len(row) for row in rows} == {len(head)}
    found = {(row[2], row[3], row[10]): row for row in rows}
    fall = found["医化产业", "产值", "15.4%"]
    assert (fall[5], fall[6], fall[7], fall[11]) == ("实绩", "growth", "-1", "-15.4")
    assert run(index, "figures", "--csv", "2024-jiaojiang-133").stdout == run(index, "figures").stdout


def test_check_tells_what_does_not_agree(index: Path) -> None:
    """The share that its parts do not give and the unit that does not exist, and no more."""
    title, looked_at, *remarks = run(index, "check").stdout.splitlines()
    assert title.endswith("第133号提案答复的函")
    assert "61个数字" in looked_at
    assert len(remarks) == 2
    assert any("39.8%" in remark and "38.5%" in remark for remark in remarks)
    assert any("亿千万时" in remark for remark in remarks)


def test_check_of_sound_letters_says_so(county_folder: Path, tmp_path: Path) -> None:
    """A line for each."""
    lines = run(tmp_path, "check", corpus=county_folder).stdout.splitlines()
    assert lines.count("  没有发现数字矛盾") == 3


def test_eval_prints_the_counts(index: Path, tmp_path: Path) -> None:
    """By kind and in all; what failed on request."""
    file = written(
        tmp_path,
        {"id": "1", "kind": "lookup", "question": QUESTION, "expect": ["24.69亿元"]},
        {"id": "2", "kind": "lookup", "question": "医化产值", "expect": ["1.00亿元"]},
        {"id": "3", "kind": "unanswerable", "question": "房地产投资多少", "abstain": True},
    )
    result = run(index, "eval", file, "--failures")
    table = {line.split()[0]: line.split()[1:5] for line in result.stdout.splitlines() if line.strip()}
    assert table["lookup"] == ["2", "1", "1", "0"]
    assert table["unanswerable"] == ["1", "1", "0", "0"]
    assert table["all"] == ["3", "2", "1", "0"]
    assert "医化产值" in result.stdout
    assert "房地产投资" not in result.stdout


@pytest.mark.parametrize(
    ("question", "says"),
    [
        # The answer is one sum: nothing beside it to draw.
        pytest.param("六大主导产业产值", "180.85亿元", id="one figure"),
        pytest.param("火星人口多少", "火星", id="refused"),
        pytest.param("你好", "没有图可画", id="small talk"),
    ],
)
def test_no_chart_is_one_line_that_says_why(question: str, says: str, index: Path, tmp_path: Path) -> None:
    """What was answered instead, on standard error; no picture."""
    result = run(index, "chart", question, "--out", tmp_path)
    (line,) = result.stderr.splitlines()
    assert (result.exit_code, result.stdout, says in line) == (3, "", True)
    assert list(tmp_path.iterdir()) == []
