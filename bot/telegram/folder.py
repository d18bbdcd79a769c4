"""The corpus folder as administrators change it."""

import os
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from bot.answering.answerer import Answerer
from bot.telegram.archive import Service
from bot.telegram.examples import examples
from index.folder import documents
from index.opened import Index


@dataclass(frozen=True)
class Folder:
    """A corpus folder and its index, a keeper of letters. `update` brings the index up to date with the folder."""

    corpus: Path
    index: Index
    update: Callable[[], None]

    def add(self, file: Path) -> Service:
        """Copies a file into the folder, over one of the same name. Raises OSError where that cannot be done."""
        part = self.corpus / f".{file.name}.part"
        shutil.copyfile(file, part)
        os.replace(part, self.corpus / file.name)
        return self.reload()

    def remove(self, letter_id: str) -> Service:
        """Deletes a letter's file and what stands beside it. Raises KeyError where there is none."""
        found = {document.id: document.path for document in documents(self.corpus)}[letter_id]
        found.unlink()
        found.with_name(f"{found.name}.toml").unlink(missing_ok=True)
        return self.reload()

    def reload(self) -> Service:
        """A new answerer on the letters as they are; its first answers are made here, not in somebody's chat."""
        self.update()
        service = Service(Answerer(self.index).answer, self.index)
        examples(service)
        return service
