"""An encoder that is loaded when it is first needed: most answers need none."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from index.encoder import Encoder, Nearest, Vectors

SHIPPED = Path(__file__).with_name("model")
_ENDS = 2**16  # bytes of a file's beginning and end that tell it from another


@dataclass(frozen=True)
class Later:
    """The encoder of a folder or hub name, the shipped one for None; `name` and `digest` are known without it."""

    model: str | Path | None = None

    @property
    def name(self) -> str:
        """The model's name, as the encoder has it."""
        folder = self._folder
        return folder.name if folder.is_dir() else str(self.model)

    @cached_property
    def digest(self) -> str:
        """What changes with the model's files: of large ones both ends are read."""
        found = blake2b(str(self.name).encode(), digest_size=16)
        for piece in _pieces(self._folder):
            found.update(piece)
        return found.hexdigest()

    @property
    def dim(self) -> int:
        """The length of a vector."""
        return self._loaded.dim

    def passages(self, texts: Sequence[str]) -> "Vectors":
        """A unit vector a text."""
        return self._loaded.passages(texts)

    def questions(self, texts: Sequence[str]) -> "Vectors":
        """A unit vector a question."""
        return self._loaded.questions(texts)

    def nearest(self, question: str, texts: Sequence[str]) -> "Nearest | None":
        """The texts' nearest words to each of a question's, for a model that has words."""
        return self._loaded.nearest(question, texts)

    def words(self, text: str) -> list[str]:
        """The words that the model cuts a text into; the text itself for a model without words."""
        return self._loaded.words(text)

    @property
    def _folder(self) -> Path:
        return SHIPPED if self.model is None else Path(self.model)

    @cached_property
    def _loaded(self) -> "Encoder":
        from index.encoder import load

        return load(self.model)


def _pieces(folder: Path) -> Iterator[bytes]:
    for path in sorted(folder.rglob("*")) if folder.is_dir() else ():
        if path.is_file() and path.suffix in (".json", ".safetensors", ".bin"):
            with path.open("rb") as file:
                size = path.stat().st_size
                yield f"{path.relative_to(folder)}:{size}".encode()
                yield file.read(_ENDS)
                file.seek(max(0, size - _ENDS))
                yield file.read(_ENDS)
