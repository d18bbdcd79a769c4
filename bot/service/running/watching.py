"""The corpus folder watched: what is put into it, changed or taken out is read without being told."""

import asyncio
import logging
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from bot.service.keeping import Keeper, Unchanged
from bot.service.office import Office
from index.folder import is_document

if TYPE_CHECKING:
    from watchfiles import Change

_LOG = logging.getLogger("dafu.telegram")
_SETTLED = 1500  # milliseconds without a change: a file that is being copied changes all the time
_MOST = 10_000  # milliseconds of changes without a pause after which they are read all the same
_SIDECAR = ".toml"


@dataclass
class Watch:
    """Reads the corpus again when its folder has changed."""

    office: Office
    keeper: Keeper
    corpus: Path
    _task: "asyncio.Task[None] | None" = None

    def begin(self) -> None:
        """Watches from now on."""
        self._task = asyncio.create_task(self._watch())

    async def end(self) -> None:
        """Watches no more."""
        if self._task:
            self._task.cancel()
            with suppress(asyncio.CancelledError):
                await self._task

    async def _watch(self) -> None:
        # Imported here: the first page is there before anything is watched.
        from watchfiles import awatch

        def counts(change: "Change", path: str) -> bool:
            return is_letter(Path(path), self.corpus)

        corpus = self.corpus = self.corpus.resolve()
        try:
            async for _ in awatch(corpus, watch_filter=counts, step=_SETTLED // 3, debounce=_MOST):
                await self._read()
        except OSError as error:  # the system watches so many folders and no more
            _LOG.error("the corpus folder is not watched, /reload reads it: %s", error)

    async def _read(self) -> None:
        try:
            changed = await self.office.change(self.keeper.reload)
        except Unchanged as unchanged:
            _LOG.error("the corpus folder changed and cannot be read: %s", unchanged)
            return
        if changed:
            _LOG.warning("letters changed in the corpus folder, new: %s, gone: %s", changed.new, changed.gone)


def is_letter(path: Path, corpus: Path) -> bool:
    """Whether a file of the folder is a document, or says something of one.

    >>> [is_letter(Path("/c") / name, Path("/c")) for name in ("a.txt", ".a.txt.1.part", "a.txt.toml", "b/c.pdf")]
    [True, False, True, True]
    """
    try:
        inside = path.relative_to(corpus)
    except ValueError:
        return False
    return is_document(inside.with_suffix("") if inside.suffix == _SIDECAR else inside)
