"""The learned score: what speaks for a reply, how it is weighed, and that the shipped file is what training makes of it."""

import json
import tomllib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from typer.testing import CliRunner

from bot.__main__ import app
from bot.answer import Kind
from bot.answering.answerer import Answerer
from bot.answering.comparison import Comparison
from bot.scoring.choosing import Choosing, choosing
from bot.scoring.examples import questions, sentences, tried
from bot.scoring.features.evidence import Rarity
from bot.scoring.features.figures import _COMPARED, compared
from bot.scoring.learning import SHALLOW, Examples
from bot.scoring.model import shipped
from bot.scoring.pointing import pointing
from bot.scoring.quoting import likeliest, quoting
from bot.scoring.trees import Split, Trees, grown
from tests.libraries import Hashed, answering, write

if TYPE_CHECKING:
    from bot.answering.candidate import Candidate

PAPER = """霞溪县2024年社会事业情况

2024年末，全县普通中学28所、在校生1.98万人，小学47所、在校生4.26万人。养老机构26家，其中公办9家、民办17家。
新建小学2所，改扩建小学5所。小学专任教师2630人，生师比16.2。实施小学营养改善计划，惠及学生3.9万人。
"""


@pytest.fixture
def answerer(tmp_path: Path) -> Iterator[Answerer]:
    with answering(tmp_path, Hashed(), made=PAPER) as opened:
        yield opened


def choose(monkeypatch: pytest.MonkeyPatch, choice: Choosing) -> None:
    """Has candidates judged and told by this choice."""
    for module in ("comparison", "decision"):
        monkeypatch.setattr(f"bot.answering.{module}.choosing", lambda: choice)


def test_many_rows_at_once_have_the_odds_of_each() -> None:
    """Whatever the trees and the rows: none, an end alone, features that a row lacks."""
    trees = shipped().trees
    names = sorted(trees.features)
    rows = [{name: float((7 * n + at) % 5) - 1.0 for at, name in enumerate(names[n:])} for n in range(20)]
    for one in (trees, Trees(0.5, ()), Trees(0.0, (1.0, Split("near", 0.5, 0.0, 2.0)))):
        assert one.each(rows) == pytest.approx([one.odds(row) for row in rows])
        assert one.each([]) == []


def test_trees_are_read_as_they_are_written() -> None:
    """Each is a number, or a feature, a threshold, and the trees for at most that and for more."""
    found = grown({"prior": -1.0, "trees": [["figures", 1.5, ["near", 0.5, 2.0, 0.0], 3.0], 1.0]})
    assert found.features == {"figures", "near"}
    assert found.probability({"figures": 1.0, "near": True}) == pytest.approx(0.5)
    assert found.probability({}) < found.probability({"figures": 2.0}) < 1.0


def test_trees_are_written_as_they_were_learned() -> None:
    """What the file says of an example is what the estimator says, but for the rounding of what is written."""
    pytest.importorskip("sklearn", reason="the train extra is not installed")
    evidence = [{"figures": float(n % 5), "match": n / 7 % 1, "near": n % 3 == 0} for n in range(400)]
    right = [one["figures"] > 2 or one["match"] > 0.6 for one in evidence]
    examples = Examples(evidence, right, [str(n % 10) for n in range(400)], [1.0] * 400, SHALLOW)
    trees = grown(tomllib.loads("\n".join(examples.model())))
    assert trees.features <= set(examples.names)
    wrong = [
        one
        for one, is_right in zip(evidence, right, strict=True)
        if (trees.probability(one) > 0.5) != is_right
    ]
    assert wrong == []
    assert examples.model() == examples.model()


def test_the_shipped_weights_are_of_features_that_replies_have(answerer: Answerer) -> None:
    """A weight of a feature that nothing is called by any more would never count."""
    questions = (
        "小学几所",
        "中学几所小学几所",
        "养老机构多少家",
        "公办和民办哪个多",
        "养老机构有哪些",
        "为什么",
    )
    named = {name for text in questions for one in answerer.candidates(text) for name in one.evidence}
    weights = set(shipped().trees.features)
    ways = {name for name in weights if name.startswith("way ")}
    assert weights - ways <= named | {"no figure"}


def test_the_weights_of_quotations_are_of_features_that_sentences_have(answerer: Answerer) -> None:
    found = answerer.excerpts("小学几所")
    quote = likeliest(found)
    assert quote
    named = {name for one in found.evidence for name in one}
    assert quoting().ranker.features <= named
    assert quoting().decision.features <= named | {"odds", "lead"}
    assert set(quote.evidence) == named | {"odds", "lead"}


def test_a_plain_question_is_surer_than_one_with_a_word_that_no_letter_has(answerer: Answerer) -> None:
    sure = answerer.candidates("小学几所")[0]
    others = [one for one in answerer.candidates("小学食堂承包几所") if one.reply.kind is Kind.ANSWER]
    assert sure.likely
    assert all(one.probability < sure.probability for one in others)


def test_what_is_not_likely_enough_is_the_closest_there_is(
    answerer: Answerer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The figure is shown with its sentence, and not in the voice of an answer."""
    strict = replace(shipped(), sure=2.0)
    monkeypatch.setattr("bot.answering.candidate.shipped", lambda: strict)
    choose(monkeypatch, Choosing(Trees(0.0, ()), 0.9))
    never = replace(quoting(), likely=2.0, closest=2.0)
    monkeypatch.setattr("bot.answering.decision.quoting", lambda: never)
    answer = answerer.answer("小学几所")
    assert (answer.kind, "最接近的是" in answer.headline, "47所" in answer.headline) == (
        Kind.NOT_FOUND,
        True,
        True,
    )
    assert answer.cited


def test_the_plain_reading_comes_first(answerer: Answerer) -> None:
    assert answerer.candidates("劳驾告知一下小学几所")[0].reading == "劳驾告知一下小学几所"


def test_the_trees_ask_for_features_that_candidates_have(answerer: Answerer) -> None:
    """A question of a feature that nothing is called by any more would be answered always alike."""
    asked = (
        "小学几所",
        "小学食堂承包几所",
        "中学和小学各多少所在校生各多少",
        "全县普通中学教室几间",
        "为什么",
    )
    named: set[str] = set()
    for text in asked:
        named |= {name for one in Comparison(text, answerer.candidates(text)).evidence for name in one}
    # Features of the kind of a candidate are told of candidates of that kind alone.
    kinds = ("way ", "quote", "near", "reply")
    assert {name for name in choosing().trees.features if not name.startswith(kinds)} <= named


def test_a_reply_is_compared_with_the_likeliest_sentence(answerer: Answerer) -> None:
    """Whether it rests on it speaks for one, that another sentence likely answers against one."""
    first, *others = answerer.candidates("小学几所")
    (quote,) = (one for one in others if one.quotes)
    of_it = replace(quote, reply=first.reply)
    elsewhere = replace(quote, reply=answerer.candidates("养老机构多少家")[0].reply)
    resting, _ = Comparison("小学几所", [first, of_it]).evidence
    apart, _ = Comparison("小学几所", [first, elsewhere]).evidence
    assert (resting["rests on sentence"], resting["another sentence alone"]) == (True, 0.0)
    assert (apart["rests on sentence"], apart["another sentence alone"]) == (False, quote.probability)


def test_the_likeliest_figure_is_a_candidate_whatever_its_labels_meet(answerer: Answerer) -> None:
    """小学校园 is met by no name; that another year is asked for is said of the figure."""
    for text, said, lacks in (("小学校园几所", "小学47所", 0.0), ("2019年小学几所", "小学", 1.0)):
        (best,) = [one for one in answerer.candidates(text) if one.points]
        assert said in best.reply.headline.text
        assert best.evidence["lacks period"] == lacks
        assert best.evidence["odds"] == max(best.odds.values())


def test_no_figure_is_pointed_to_for_talk_or_another_place(answerer: Answerer) -> None:
    assert not [one for text in ("你好", "谢谢") for one in answerer.candidates(text) if one.points]


def test_the_trees_of_figures_ask_for_features_that_figures_have(answerer: Answerer) -> None:
    (best,) = [one for one in answerer.candidates("小学几所") if one.points]
    assert pointing().features <= set(best.evidence)


@pytest.mark.parametrize(
    ("odds", "sentence", "leads"),
    [((1.0, 3.0), (0.0, 1.0), (-2.0, 2.0)), ((2.0,), (1.0,), (0.0,)), ((2.0, 2.0), (1.0, 1.0), (0.0, 0.0))],
)
def test_a_figure_is_compared_with_the_others_of_its_pool(
    odds: tuple[float, ...], sentence: tuple[float, ...], leads: tuple[float, ...]
) -> None:
    """By the log-odds of the sentence that it stands in, as by all that is compared."""
    rows = [dict.fromkeys(_COMPARED, 0.0) for _ in odds]
    found = compared(rows, odds)
    assert tuple(one["first sentence"] for one in found) == sentence
    assert tuple(one["sentence odds lead"] for one in found) == leads


def test_how_rare_a_pair_is_among_texts() -> None:
    """What all texts have counts least; of what is asked the share that a text has counts by that."""
    rarity = Rarity.of(("产值", "增长", "利润"), ("产值增长", "产值下降", "产值"))
    assert rarity.counts == {"产值": 3, "增长": 1, "利润": 0}
    assert rarity.share(("产值", "增长"), "产值") < 0.5 < rarity.share(("产值", "增长"), "增长")
    assert rarity.share((), "产值") == 0.5
    assert rarity.known(("产值", "增长", "利润")) == pytest.approx(2 / 3)


def test_of_several_candidates_the_likeliest_is_told(
    answerer: Answerer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Though the plain reading's reply comes first."""
    monkeypatch.setattr("bot.answering.candidate.shipped", lambda: replace(shipped(), sure=2.0))
    quotes = Choosing(Trees(0.0, (Split("quote", 0.5, -1.0, 1.0),)), 0.55)
    choose(monkeypatch, quotes)
    assert "相关原文" in answerer.answer("小学几所").headline
    replies = Choosing(Trees(0.0, (Split("quote", 0.5, 1.0, -1.0),)), 0.55)
    choose(monkeypatch, replies)
    assert answerer.answer("小学几所").headline.startswith("小学47所")


def test_a_sure_reply_is_told_without_a_look_at_others(
    answerer: Answerer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.answering.candidate.shipped", lambda: replace(shipped(), sure=0.0))
    monkeypatch.delattr("bot.answering.decision.Comparison")
    assert "47所" in answerer.answer("小学几所").headline


def test_small_talk_needs_no_score(answerer: Answerer) -> None:
    first: Candidate = answerer.candidates("你好")[0]
    assert (first.sure, dict(first.evidence)) == (True, {})


def test_examples_are_candidates_with_what_became_of_them(tmp_path: Path) -> None:
    write(tmp_path / "docs", made=PAPER)
    item = {"id": "1", "kind": "lookup", "question": "小学几所", "doc": "made.txt", "expect": ["47所"]}
    item["passage"] = "小学47所"
    near_miss = {**item, "id": "2", "question": "中学几所", "expect": ["99所"]}
    lines = [json.dumps(row, ensure_ascii=False) for row in (item, near_miss)]
    (tmp_path / "asked.jsonl").write_text("\n".join(lines), encoding="utf-8")
    training = tmp_path / "training.toml"
    training.write_text(
        '[[set]]\nquestions = "asked.jsonl"\ncorpus = "docs"\nalone = true\n', encoding="utf-8"
    )
    # Each question is put while its corpus is open.
    each = [(tried(one), sentences(one)) for one in questions(training)]
    (right, wrong), (first, second) = zip(*each, strict=True)
    assert (right.right[0], any(wrong.right)) == (True, False)
    assert {one.document for one, _ in each} == {"asked.jsonl made.txt"}
    assert all(len(one.candidates) == len(one.right) for one, _ in each)

    # The first sentence alone has the passage; it answers one question and not the other.
    assert first
    assert second
    assert (sum(first.expected), sum(first.right), sum(second.right)) == (1, 1, 0)


def test_explain_prints_the_candidates_with_their_evidence(tmp_path: Path) -> None:
    corpus = write(tmp_path / "corpus", made=PAPER)
    arguments = ["ask", "小学几所", "--explain", "--corpus", str(corpus), "--index", str(tmp_path / "index")]
    result = CliRunner().invoke(app(), arguments, env={"COLUMNS": "200"})
    assert result.exit_code == 0
    assert "lookup.lookup" in result.stdout
    assert "name said" in result.stdout


def test_explain_prints_what_is_told_where_no_candidate_is(tmp_path: Path) -> None:
    """What is worked out last stands behind the candidates."""
    text = "栗原市渔业规划解读\n\n栗原市海洋局\n2025年7月1日\n\n截至2024年底，全市深海养殖平台24座。"
    text += "《规划》提出，到2027年，深海养殖平台达到40座；到2030年，深海养殖平台达到65座。\n"
    corpus = write(tmp_path / "corpus", made=text)
    asked = "从2024年底到2030年,深海养殖平台要加多少座"
    arguments = ["ask", asked, "--explain", "--corpus", str(corpus), "--index", str(tmp_path / "index")]
    result = CliRunner().invoke(app(), arguments, env={"COLUMNS": "200"})
    assert result.exit_code == 0
    assert "where none is told" in result.stdout
    assert "多41座" in result.stdout
