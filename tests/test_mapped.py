"""A tensor read where it lies is the tensor that its library reads."""

from pathlib import Path

import numpy as np
import pytest
from safetensors import SafetensorError
from safetensors.numpy import load_file, save_file

from index.encoder import SHIPPED
from index.models.mapped import mapped


@pytest.mark.parametrize("kind", [np.float16, np.float32, np.float64])
def test_the_same_numbers(tmp_path: Path, kind: type[np.floating]) -> None:
    """Whatever stands before it in its file."""
    path = tmp_path / "model.safetensors"
    own = np.arange(12, dtype=kind).reshape(4, 3) / kind(7)
    save_file({"before": np.zeros(5, np.int32), "own": own}, path)
    found = mapped(path, "own")
    assert found.dtype == kind
    assert np.array_equal(found, own)


def test_the_shipped_table() -> None:
    """As its library reads it, and not written to."""
    (path,) = SHIPPED.rglob("*.safetensors")
    found = mapped(path, "embedding.weight")
    assert np.array_equal(found, load_file(path)["embedding.weight"])
    assert not found.flags.writeable


def test_a_file_that_is_cut_off_is_said(tmp_path: Path) -> None:
    """Before any row is looked up."""
    path = tmp_path / "model.safetensors"
    save_file({"own": np.zeros((100, 10), np.float32)}, path)
    path.write_bytes(path.read_bytes()[:-1])
    with pytest.raises(SafetensorError):
        mapped(path, "own")
