"""The index brought up to date with the corpus in a child process: whoever asks meanwhile shares no thread with it."""

import json
from multiprocessing.connection import Connection
from pathlib import Path

from bot.service.keeping import Told, Unchanged
from bot.service.running.child import messages
from index.progress import Quiet

_SECONDS = 6 * 3600.0  # a corpus of many thousand letters
_DONE = "done"


def update(corpus: Path | None, index: Path | str, model: str | None, told: Told) -> None:
    """Reads what is new or changed into the index. Raises Unchanged with the line that says why it cannot.

    Without a corpus the database is only looked at.
    """
    said: object = None
    for message in messages(_update, (corpus, index, model), _SECONDS):
        said = json.loads(message)
        if isinstance(said, list):
            told(*said)
    if said != _DONE:
        raise Unchanged(said if isinstance(said, str) else "")


class _Counted(Quiet):
    """Progress sent to the parent."""

    def __init__(self, there: Connection) -> None:
        self._there = there
        self._read, self._of = 0, 0

    def begin(self, documents: int) -> None:
        """So many will be read."""
        self._of = documents

    def read(self, letter: str) -> None:
        """One more is read."""
        self._read += 1
        _send(self._there, [self._read, self._of])

    def refuse(self, line: str) -> None:
        """One more is looked at; what is wrong with it the index knows."""
        self.read("")


def _update(there: Connection, corpus: Path | None, index: Path | str, model: str | None) -> None:
    """In the child."""
    from index.fault import ModelError, UnusableIndex
    from index.folder import UnreadableCorpus
    from index.later import Later
    from index.store import open_index

    try:
        open_index(corpus, index, Later(model), _Counted(there)).close()
    except (UnreadableCorpus, UnusableIndex, ModelError) as error:
        _send(there, str(error))
    else:
        _send(there, _DONE)


def _send(there: Connection, what: object) -> None:
    there.send_bytes(json.dumps(what).encode())
