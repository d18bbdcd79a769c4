"""Training: the whole way on a made-up data set, and the rules it follows, in seconds and without the teacher."""

import gzip
import json
import random
import zlib
from collections.abc import Sequence
from itertools import product
from pathlib import Path

import numpy as np
import pytest
import torch

pytest.importorskip("jieba", reason="the train extra is not installed")

from rich.console import Console

from index.encoder import StaticEncoder, load
from index.train import fitting, judging, nearest, packing, start, vocabulary
from index.train.__main__ import train
from index.train.recipe import FittingRecipe, Recipe, read_recipe
from index.train.teacher import Vectors, meanings
from index.train.texts import everyday, pairs, questions, sources, spoken

REPORT = [
    "一、2025年工作回顾",
    "工业经济稳中向好。规模以上工业增加值增长5.6%，工业投资增长8.1%。新建绿道137公里，城镇新增就业64.1万人。",
    "电子信息产业产值24.69亿元，同比增长45.1%。医化产业产值55.26亿元，同比下降15.4%。主要是市场需求不足。",
    "二、2026年主要任务。深化国企改革，优化国有资本布局，增强核心功能。电子信息产业产值力争达到30亿元以上。",
]


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with a few rows of every file."""
    folder = tmp_path_factory.mktemp("data")
    qa = [
        {
            "q": f"{word}产值是多少？",
            "p": f"{word}产值为{number}亿元。{word}企业有{number}家。",
            "a": f"{number}亿元",
            "s": 5,
            "t": f"{word}的{number**3}",
        }
        for number, word in enumerate(
            map("".join, product(("电子", "医药", "汽车"), ("甲厂", "乙厂", "丙厂", "丁厂"))), start=10
        )
    ]
    both = [
        {"zh": f"{who}有{word}。", "en": f"{subject} {english}.", "src": "2020"}
        for who, subject in [
            ("我", "I have"),
            ("他们的企业", "Their companies have"),
            ("全省", "The whole province has"),
        ]
        for word, english in [
            ("书", "a book"),
            ("车", "a car"),
            ("钱", "money"),
            ("家", "a home"),
            ("工厂", "factories"),
        ]
    ]
    words = {
        "电子": "electronic",
        "产业": "industry",
        "产值": "output value",
        "工业": "industry",
        "增长": "to grow",
        "医药": "medicine",
        "工厂": "factory",
        "书": "book",
        "多少": "how much",
    }
    rows: dict[str, Sequence[object]] = {
        "qa_drcd": qa,
        "qa_xquad_zh": qa[:3],
        "qa_chinesesquad_dev": qa[3:6],
        "qa_cmrc2017_user_valid": [{"q": "狐狸的什么很大？", "p": "狐狸的影子很大。"}],
        "pair_csl_title": [{"t": "飞行器控制", "p": "建立了飞行器姿态控制系统的数学模型。"}],
        "par_gov_work_reports": both,
        "par_tatoeba": [*both, *({"zh": "啊，" + row["zh"], "en": row["en"]} for row in both)],
        "par_xquad": both,
        "lex_cc_cedict": [{"zh": word, "en": [gloss]} for word, gloss in words.items()],
        "lex_chinese_open_wordnet": [{"synset": "1-n", "zh": ["工业", "产业"]}],
        "gov_provincial_reports_2026": [
            {"title": f"2026年{name}省政府工作报告", "paras": [*REPORT, name]} for name in _names()
        ],
        "gov_state_council_policy_2019": [
            {"title": "意见", "paras": ["(id, crawl_url) values (1)", "加强监管。"]}
        ],
        "gov_laws": [
            {
                "title": "条例",
                "dir": "D",
                "arts": [["总则", "为了规范开放，制定本条例。本条例自公布之日起施行。"]] * 20,
            }
        ],
    }
    for name, some in rows.items():
        with gzip.open(folder / f"{name}.jsonl.gz", "wt", encoding="utf-8") as file:
            file.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in some)
    return folder


def _names() -> list[str]:
    """Names of which some are held back and some are not, however the text around them reads."""
    return [f"甲{letter}" for letter in "子丑寅卯辰巳午未申酉戌亥"]


def teacher(texts: Sequence[str]) -> Vectors:
    """A vector of each text's words, by chance but always the same."""
    vectors = [
        sum(np.random.default_rng(zlib.crc32(word.encode())).standard_normal(32) for word in text.split())
        for text in texts
    ]
    return start.unit(np.array(vectors, dtype=np.float32))


@pytest.fixture(scope="module")
def recipe() -> Recipe:
    """The shipped recipe, made small."""
    real = read_recipe()
    fitting = FittingRecipe(
        **{**vars(real.fitting), "runs": 2, "steps": 30, "batch": 16, "warm_up": 5, "matryoshka": [16, 8]}
    )
    teaching = type(real.teacher)(**{**vars(real.teacher), "dimensions": 16})
    return Recipe(**{**vars(real), "fitting": fitting, "teacher": teaching})


def test_from_data_to_a_model(data: Path, recipe: Recipe, tmp_path: Path) -> None:
    """One command's work; the result loads without torch and scores; a second run keeps every stage."""
    console = Console(record=True, width=100)
    for out in ("first", "second"):
        train(data, tmp_path / out, tmp_path / "work", recipe, teacher, console)
    encoder = load(tmp_path / "first")
    assert isinstance(encoder, StaticEncoder)
    assert encoder.dim == 16
    assert encoder.digest == load(tmp_path / "second").digest
    said = console.export_text()
    assert [said.count(f"{name}: unchanged") for name in ("vocabulary", "teacher", "pairs", "fitting")] == [
        1
    ] * 4
    scores = judging.judged(data, encoder, teacher)
    assert all(-1 <= score.value <= 1 for score in scores)
    assert judging.table(scores).row_count == len(scores) == 8


def test_same_seed_same_model(data: Path, recipe: Recipe, tmp_path: Path) -> None:
    """Two trainings from nothing give the same weights."""
    for name in ("one", "other"):
        train(data, tmp_path / name, tmp_path / f"{name}.work", recipe, teacher, Console(quiet=True))
    assert load(tmp_path / "one").digest == load(tmp_path / "other").digest


def test_nothing_held_back_is_trained_on(data: Path) -> None:
    """Neither a held-back question nor a sentence of a held-back document that no other has."""
    mined = pairs.mined(data, random.Random(0)) | questions.made(data, random.Random(0))
    seen = {text for some in mined.values() for pair in some for text in (pair.anchor, pair.positive)}
    rows = [*sources.asked(data, "qa_drcd")]
    held_back = [row for row in rows if row.held_back]
    assert 0 < len(held_back) < len(rows)
    assert not {row.question for row in held_back} & seen
    assert any(document.held_back for document in sources.documents(data))


def test_crawl_columns_are_no_text(data: Path) -> None:
    """The column names at the head of a policy are left out."""
    policy = next(document for document in sources.documents(data) if document.title == "意见")
    assert policy.paragraphs == ("加强监管。",)


@pytest.mark.parametrize(
    ("paragraph", "expected"),
    [
        pytest.param("工业投资增长8.1%。", [("工业投资", "增长", "rise", False)], id="growth"),
        pytest.param("医化产业产值同比下降15.4%。", [("医化产业产值", "同比下降", "fall", False)], id="fall"),
        pytest.param("新建绿道137公里。", [("绿道", "新建", "act", False)], id="deed first"),
        pytest.param(
            "出口总额1.2万亿元、增长3.5%。",
            [("出口总额", "", "money", False), ("出口总额", "增长", "rise", False)],
            id="subject of the clause before",
        ),
        pytest.param(
            "一般公共预算收入力争增长5%以上。", [("一般公共预算收入力争", "增长", "rise", True)], id="target"
        ),
        pytest.param("2024年完成。", [], id="no figure"),
    ],
)
def test_claims(paragraph: str, expected: list[tuple[str, str, str, bool]]) -> None:
    """What can be asked of a paragraph."""
    found = questions.claims(paragraph, questions.read_grammar())
    assert [(claim.subject, claim.verb, claim.kind, claim.planned) for claim in found] == expected


def test_hard_negative_is_of_the_same_document() -> None:
    """The same indicator of another industry, never the sentence itself."""
    document = sources.Document("2026年甲省政府工作报告", tuple(REPORT))
    made = questions.of_document(
        document, questions.read_grammar(), everyday.read_lexicon(), random.Random(0)
    )
    figures = [pair for kind, pair in made if kind == "figure"]
    assert all(pair.negative != pair.positive for pair in figures)
    electronics = [pair for pair in figures if pair.positive.startswith("电子信息产业产值24.69")]
    assert {pair.negative[:4] for pair in electronics} <= {"医化产业", "电子信息"}


def test_glosses_about_writing_are_no_meaning() -> None:
    """Variants, measure words and surnames say nothing about the meaning."""
    assert meanings(["variant of 台[tai2]", "surname Tai", "CL:個|个[ge4]", "platform (coll.)"]) == [
        "platform"
    ]


def test_numbers_are_one_token() -> None:
    """Which number it is, is not the model's business; 5g is a word."""
    toy = vocabulary.tokenizer({"产值": 5.0, "0": 9.0, "%": 2.0, "5g": 1.0, "亿": 1.0, "元": 1.0})
    assert toy.encode("产值２４．６９亿元，45.1%；5G").tokens == ["产值", "0", "亿", "元", "0", "%", "5g"]


def test_even_axes_are_equally_wide() -> None:
    """Evenness one half whitens; nought keeps the teacher's distances."""
    vectors = (np.random.default_rng(0).standard_normal((500, 6)) * np.arange(1, 7)).astype(np.float32)
    for evenness, widths in ((0.0, [6, 5, 4, 3]), (0.5, [1, 1, 1, 1])):
        mean, axes = start.principal(vectors, 4, evenness)
        np.testing.assert_allclose(((vectors - mean) @ axes).std(axis=0), widths, rtol=0.15)


def test_nearest_words_are_compared_by_rarity() -> None:
    """Each word of a question with a text's nearest; a word that is not near counts nothing, rare ones more."""
    table = torch.tensor([[1.0, 0.0], [0.0, 1.0], [-1.0, 0.0], [1.0, 1.0]])
    rarity = torch.tensor([3.0, 1.0, 1.0, 1.0])
    asked, texts = [np.array([0, 1])], [np.array([0, 1]), np.array([0]), np.array([2]), np.array([3, 3, 2])]
    found = nearest.likeness(table, rarity, asked, texts)
    np.testing.assert_allclose(found.numpy(), [[1, 0.75, 0, 2**-0.5]], atol=1e-6)


def test_nearest_loss_falls_as_the_own_text_comes_first() -> None:
    """Against the other texts of the batch and the negatives."""
    table, rarity = torch.eye(4), torch.ones(4)
    one, other, wrong = np.array([0]), np.array([1]), np.array([2])
    right = nearest.nearest_loss(table, rarity, [one, other], [one, other], [wrong], 20.0)
    crossed = nearest.nearest_loss(table, rarity, [one, other], [other, one], [wrong], 20.0)
    assert right.item() < 0.01 < crossed.item()


def test_dropping_leaves_something() -> None:
    """Short texts whole, of long ones about the share that is kept, in order."""
    texts = [np.array([5, 6, 7]), np.arange(1000)]
    short, long = fitting.thinned(texts, 0.3, np.random.default_rng(0))
    assert short.tolist() == [5, 6, 7]
    assert 600 < len(long) < 800
    assert sorted(long.tolist()) == long.tolist()
    assert [len(text) for text in fitting.thinned(texts, 1.0, np.random.default_rng(0))] == [3, 1000]


def test_spoken_questions_ask_in_other_words() -> None:
    """For a printed phrase of the sentence, beside which another sentence about the same stands."""
    lexicon = everyday.read_lexicon()
    sentences = ["去年实际使用外资增长45%。", "今年粮食总产量稳定。", "要扩大实际使用外资规模。"]
    found = list(spoken.of_sentences(sentences, lexicon, questions.read_grammar(), random.Random(0)))
    first = found[0]
    assert (first.positive, first.negative) == (sentences[0], sentences[2])
    assert "实际使用外资" not in first.anchor
    assert any(said in first.anchor for said in lexicon.said["实际使用外资"])
    assert not list(spoken.of_sentences(["好。"], lexicon, questions.read_grammar(), random.Random(0)))


def test_mean_of_start_and_trained() -> None:
    """The share is the trained table's."""
    first, trained = np.zeros((2, 2), np.float32), np.ones((2, 2), np.float32)
    np.testing.assert_allclose(packing.mean_table(first, trained, 0.25), np.full((2, 2), 0.25))


def test_spearman_knows_orders() -> None:
    """Same order 1, opposite order −1."""
    up = np.array([0.1, 0.5, 0.9], np.float32)
    assert judging.spearman(up, up * 2) == pytest.approx(1)
    assert judging.spearman(up, -up) == pytest.approx(-1)
