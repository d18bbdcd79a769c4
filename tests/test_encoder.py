"""Encoders: the static reader gives what SentenceTransformer gives, without torch and without a network."""

import gzip
import json
import shutil
import socket
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from index.encoder import SHIPPED, Nearest, StaticEncoder, TransformerEncoder, load
from index.fault import ModelError

TEXTS = [
    "电子信息产业实现产值24.69亿元，同比增长45.1%。",
    "５Ｇ基站完成率达100%",
    "汽配和缝纫机企业用了多少电",
    "",
    "。！？",
    "GDP growth of Jiaojiang",
    "𠮷野家龘",
    "产" * 3000,
]
DATA = Path(__file__).parents[2] / "shared" / "data" / "embedding"


@pytest.fixture(scope="module")
def encoder() -> StaticEncoder:
    """The shipped one, loaded once."""
    loaded = load()
    assert isinstance(loaded, StaticEncoder)
    return loaded


@pytest.fixture
def cut_off(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine without a network."""

    def refuse(*_: object) -> None:
        raise OSError("the network is cut")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)


def reference(folder: Path, texts: list[str]) -> np.ndarray:
    """What SentenceTransformer makes of the texts."""
    from sentence_transformers import SentenceTransformer

    model = SentenceTransformer(str(folder), device="cpu").float()
    return np.asarray(model.encode(texts, batch_size=512, normalize_embeddings=True, show_progress_bar=False))


def many_texts(count: int) -> list[str]:
    """Sentences and paragraphs of the training data."""
    texts: list[str] = []
    for name, field in (
        ("par_tatoeba", "zh"),
        ("par_gov_work_reports", "zh"),
        ("qa_drcd", "p"),
        ("par_xquad", "zh"),
    ):
        with gzip.open(DATA / f"{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
            texts += [json.loads(line)[field] for line, _ in zip(lines, range(count // 4), strict=False)]
    return texts


def test_static_vectors_are_those_of_sentence_transformers(encoder: StaticEncoder) -> None:
    """Also for texts without a word, of unknown characters, and very long."""
    np.testing.assert_allclose(encoder.passages(TEXTS), reference(SHIPPED, TEXTS), atol=1e-5)


@pytest.mark.skipif(not DATA.is_dir(), reason="the training data is not beside the checkout")
def test_ten_thousand_vectors_are_those_of_sentence_transformers(encoder: StaticEncoder) -> None:
    """Sentences and paragraphs of the training data."""
    texts = many_texts(10_400)
    assert len(texts) > 9_000
    np.testing.assert_allclose(encoder.passages(texts), reference(SHIPPED, texts), atol=1e-5)


def test_vectors_are_of_length_one_and_single_precision(encoder: StaticEncoder) -> None:
    """But for a text without a word, which is zero."""
    vectors = encoder.questions(TEXTS)
    assert vectors.dtype == np.float32
    assert vectors.shape == (len(TEXTS), encoder.dim)
    lengths = np.linalg.norm(vectors, axis=1)
    np.testing.assert_allclose(lengths, [1, 1, 1, 0, 0, 1, lengths[6], 1], atol=1e-6)


def test_no_text_no_vector(encoder: StaticEncoder) -> None:
    """An empty corpus has an empty table of vectors."""
    assert encoder.passages([]).shape == (0, encoder.dim)


def test_meaning_beats_letters(encoder: StaticEncoder) -> None:
    """What is meant alike is nearer than what is not."""
    question = encoder.questions(["老百姓的收入涨了多少"])
    passages = encoder.passages(["居民人均可支配收入增长5.2%", "新增5G基站45个", "制定涨潮预警方案"])
    assert (question @ passages.T).argmax() == 0


def test_nearest_words(encoder: StaticEncoder) -> None:
    """A word that is there is as near as can be, a like one nearer than another, and rare ones are said to be."""
    found = encoder.nearest("缝制设备24.6亿元", ["缝制设备产业产值22.67亿元", "家电企业", "", "森林覆盖率"])
    assert isinstance(found, Nearest)
    assert found.cosines.shape == (4, len(found.words))
    assert "".join(found.words) == "缝制设备亿元"
    np.testing.assert_allclose(found.cosines[0], 1, atol=1e-5)
    np.testing.assert_array_equal(found.cosines[2], 0)
    device = found.words.index("设备")
    assert 0 <= found.cosines[3, device] < found.cosines[1, device] < 1
    rarity = dict(zip(found.words, found.rarity.tolist(), strict=True))
    assert min(rarity.values()) > 0


@pytest.mark.parametrize(
    ("question", "texts", "shape"),
    [
        pytest.param("产值", [], (0, 1), id="no text"),
        pytest.param("24.69%？", ["产值"], (1, 0), id="no word"),
        pytest.param("", [], (0, 0), id="nothing"),
    ],
)
def test_nearest_words_of_nothing(
    question: str, texts: list[str], shape: tuple[int, int], encoder: StaticEncoder
) -> None:
    """Numbers and marks are no words."""
    found = encoder.nearest(question, texts)
    assert found
    assert found.cosines.shape == shape


def test_nearest_words_are_those_one_by_one(encoder: StaticEncoder) -> None:
    """The same as the best cosine over the rows of a text's words."""
    question, texts = "老百姓挣的钱", ["居民人均可支配收入增长5.2%", "新增5G基站45个"]
    found = encoder.nearest(question, texts)
    for row, text in enumerate(texts):
        vectors = encoder.passages(encoder.words(text))
        asked = encoder.passages(list(found.words))
        np.testing.assert_allclose(
            found.cosines[row], np.maximum(asked @ vectors.T, 0).max(axis=1), atol=1e-5
        )


def test_shipped_model_needs_neither_torch_nor_network(cut_off: None) -> None:
    """A fresh process answers with both forbidden."""
    del cut_off
    assert load().passages(TEXTS).any()
    script = (
        "import socket, sys\n"
        "socket.socket.connect = socket.getaddrinfo = None\n"
        "from index.encoder import load\n"
        "assert load().questions(['产值多少']).any()\n"
        "assert not {'torch', 'transformers', 'sentence_transformers'} & sys.modules.keys()"
    )
    subprocess.run([sys.executable, "-c", script], check=True)


def test_shipped_folder_is_small_and_whole() -> None:
    """At most 20 MB in all, with what SentenceTransformer needs and the model card."""
    files = [path for path in SHIPPED.rglob("*") if path.is_file()]
    assert sum(path.stat().st_size for path in files) <= 20_000_000
    assert {path.name for path in files} >= {
        "modules.json",
        "model.safetensors",
        "tokenizer.json",
        "README.md",
    }


def test_digest_changes_with_the_weights(tmp_path: Path) -> None:
    """The same folder elsewhere has the same digest, another table another."""
    from safetensors.numpy import load_file, save_file

    folder = Path(shutil.copytree(SHIPPED, tmp_path / "copy"))
    assert load(folder).digest == load().digest
    weights = next(folder.rglob("model.safetensors"))
    save_file({"embedding.weight": load_file(weights)["embedding.weight"] * np.float16(1.5)}, weights)
    assert load(folder).digest != load().digest


@pytest.mark.parametrize("broken", ["model.safetensors", "tokenizer.json"])
def test_damaged_model_is_said_in_one_line(tmp_path: Path, broken: str) -> None:
    """A cut-off download names the folder and what to do."""
    folder = Path(shutil.copytree(SHIPPED, tmp_path / "copy"))
    path = next(folder.rglob(broken))
    path.write_bytes(path.read_bytes()[:5000])
    with pytest.raises(ModelError, match=r"copy: damaged model .*fetch the folder again") as caught:
        load(folder)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        pytest.param("BAAI/bge-small-zh-v1.5", "HF_ENDPOINT", id="hub name, offline"),
        pytest.param("/no/such/folder", "no such folder", id="absolute path"),
        pytest.param("./model", "no such folder", id="relative path"),
    ],
)
def test_unreachable_model_says_what_to_do(cut_off: None, name: str, said: str) -> None:
    """One line, at once, naming the model."""
    del cut_off
    with pytest.raises(ModelError, match=said) as caught:
        load(name)
    assert str(caught.value).startswith(name)
    assert "\n" not in str(caught.value)


def test_folder_without_a_model_is_said(tmp_path: Path) -> None:
    """An empty folder is no model."""
    with pytest.raises(ModelError, match="not a model that can be read"):
        load(tmp_path)


@pytest.fixture(scope="module")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A transformer of two layers, made on the spot; its name is that of a model with a known prompt."""
    import torch
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.sentence_transformer.modules import Pooling, Transformer
    from transformers import BertConfig, BertModel, BertTokenizer

    folder = tmp_path_factory.mktemp("models")
    words = [
        "[PAD]",
        "[UNK]",
        "[CLS]",
        "[SEP]",
        "[MASK]",
        *"产值多少增长：为这个句子生成表示以用于检索相关文章",
    ]
    vocabulary = folder / "vocab.txt"
    vocabulary.write_text("\n".join(dict.fromkeys(words)), encoding="utf-8")
    torch.manual_seed(0)
    config = BertConfig(
        vocab_size=len(words),
        hidden_size=32,
        num_hidden_layers=2,
        num_attention_heads=2,
        intermediate_size=64,
    )
    BertModel(config).save_pretrained(folder / "bert")
    BertTokenizer(str(vocabulary)).save_pretrained(folder / "bert")
    transformer = Transformer(str(folder / "bert"))
    made = SentenceTransformer(modules=[transformer, Pooling(32, "mean")], device="cpu")
    made.save(str(folder / "bge-tiny-zh"), create_model_card=False)
    made.prompts = {"query": "多少：", "document": ""}
    made.save(str(folder / "with-prompt"), create_model_card=False)
    made.prompts = {"query": "", "document": ""}
    made.save(str(folder / "plain"), create_model_card=False)
    return folder


@pytest.mark.parametrize(
    ("name", "prompt"),
    [
        pytest.param("bge-tiny-zh", "为这个句子生成表示以用于检索相关文章：", id="known by its name"),
        pytest.param("with-prompt", "多少：", id="in its configuration"),
        pytest.param("plain", "", id="none"),
    ],
)
def test_transformer_reads_questions_with_its_prompt(tiny: Path, name: str, prompt: str) -> None:
    """Passages as they are, questions behind the prompt."""
    encoder = load(tiny / name)
    assert isinstance(encoder, TransformerEncoder)
    assert encoder.dim == 32
    np.testing.assert_allclose(
        encoder.questions(["产值"]), reference(tiny / name, [prompt + "产值"]), atol=1e-5
    )
    np.testing.assert_allclose(encoder.passages(["产值"]), reference(tiny / name, ["产值"]), atol=1e-5)
    assert encoder.passages([]).shape == (0, 32)
    assert load(tiny / name).nearest("产值", ["产值"]) is None


def test_transformer_digest_knows_prompt_and_weights(tiny: Path) -> None:
    """An index made without the prompt does not fit one made with it."""
    names = ("bge-tiny-zh", "with-prompt", "plain")
    assert len({load(tiny / name).digest for name in names}) == 3
    assert load(tiny / "plain").digest == load(str(tiny / "plain")).digest
