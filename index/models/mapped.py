"""A tensor of a file, read where it lies."""

import json
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from safetensors import safe_open

_LENGTH = 8  # bytes that say how long the head of the file is
_KINDS = {"F16": "<f2", "F32": "<f4"}


def mapped(path: Path, name: str) -> NDArray[np.floating]:
    """The tensor of that name: of a table only the rows that are looked up are read, and processes share them.

    Raises OSError, SafetensorError, KeyError.
    """
    with safe_open(path, "numpy") as file:  # sees to it that the file is whole
        if file.get_slice(name).get_dtype() not in _KINDS:
            return np.asarray(file.get_tensor(name))
    with path.open("rb") as opened:
        size = int.from_bytes(opened.read(_LENGTH), "little")
        told = json.loads(opened.read(size))[name]
    start, shape = _LENGTH + size + told["data_offsets"][0], tuple(told["shape"])
    return np.memmap(path, _KINDS[told["dtype"]], "r", start, shape)
