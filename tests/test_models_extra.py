"""Models of another kind than the shipped one where their libraries are not installed."""

import shutil
import sys
from pathlib import Path

import pytest

from bot.cli.open import SHIPPED
from index import encoder
from index.encoder import SHIPPED as MODEL
from index.encoder import load
from index.fault import ModelError
from index.later import Later
from index.store import open_index
from tests.test_cli import QUESTION, run

HUB_NAME = "BAAI/bge-small-zh-v1.5"


@pytest.fixture(autouse=True)
def bare(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing of the extra can be imported."""
    for library in ("torch", "transformers", "sentence_transformers"):
        monkeypatch.setitem(sys.modules, library, None)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        pytest.param(HUB_NAME, r"pip install '\.\[models\]'", id="hub name"),
        pytest.param("FOLDER", r"pip install '\.\[models\]'", id="folder"),
        pytest.param("/no/such/folder", "no such folder", id="what is wrong in any case comes first"),
    ],
)
def test_without_the_extra_a_model_says_what_to_install(tmp_path: Path, name: str, said: str) -> None:
    """One line that begins with the model's name."""
    model = name.replace("FOLDER", str(tmp_path))
    with pytest.raises(ModelError, match=said) as caught:
        load(model)
    assert str(caught.value).startswith(model)
    assert "\n" not in str(caught.value)


def test_a_model_like_the_shipped_one_needs_no_extra(tmp_path: Path) -> None:
    """Another table is read as the shipped one is."""
    assert load(shutil.copytree(MODEL, tmp_path / "copy")).questions(["产值多少"]).any()


@pytest.mark.parametrize("arguments", [["ask", QUESTION], ["letters"]])
def test_a_command_says_so_before_anything_is_asked(
    arguments: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Though the index has all of the model's vectors already, and opens without it."""
    with monkeypatch.context() as patch:
        patch.setattr(encoder, "load", lambda _: load())
        open_index(SHIPPED, tmp_path, Later(HUB_NAME)).close()
    result = run(tmp_path, *arguments, "--model", HUB_NAME)
    assert (result.exit_code, result.stdout) == (2, "")
    assert len(result.stderr.splitlines()) == 1
    assert result.stderr.startswith(HUB_NAME)
    assert "pip install '.[models]'" in result.stderr
