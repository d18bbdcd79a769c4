"""Which models are read here, and whether what every other needs is there: asked before anything of it is loaded."""

import json
import re
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from corpus.compiled import compiled
from index.fault import ModelError

_HUB_NAME = compiled(r"[\w-][\w.-]*(/[\w-][\w.-]*)?", re.ASCII)
_EXTRA = "sentence_transformers"


def is_static(folder: Path) -> bool:
    """Whether a folder holds nothing but a word table: no prompt, no cut of dimensions, no further layer."""
    if not (folder / "modules.json").is_file():
        return False
    kinds = [
        module["type"].rpartition(".")[2] for module in json.loads((folder / "modules.json").read_bytes())
    ]
    said = _settings(folder)
    plain = not any(said.get("prompts", {}).values()) and said.get("truncate_dim") is None
    return plain and kinds in (["StaticEmbedding"], ["StaticEmbedding", "Normalize"])


def check(model: str) -> None:
    """Raises ModelError for what is neither a folder nor a hub name, and for what needs libraries that are not installed."""
    folder = Path(model)
    if not folder.is_dir() and not _HUB_NAME.fullmatch(model):
        raise ModelError(f"{model}: no such folder")
    if not is_static(folder) and find_spec(_EXTRA) is None:
        raise ModelError(
            f"{model}: a model of another kind than the shipped one needs sentence-transformers and torch; "
            "install them with pip install '.[models]'"
        )


def _settings(folder: Path) -> dict[str, Any]:
    path = folder / "config_sentence_transformers.json"
    return dict(json.loads(path.read_bytes())) if path.is_file() else {}
