"""The lines of a scanned page that an answer rests on, as pictures with what they seem to say."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from bot.answer import Answer, Cutout
from bot.speech import Speech
from corpus.pageimage import cut_out

MOST = 4  # pictures of one answer


class Files(Protocol):
    """Where the files of letters are."""

    def file(self, letter_id: str) -> Path | None:
        """The file that a letter was read from, None where it is not at hand. KeyError for an unknown letter."""


@dataclass(frozen=True)
class Shown:
    """A cut-out as a PNG file."""

    cutout: Cutout
    content: bytes


def pictures(answer: Answer, files: Files) -> Iterator[Shown]:
    """The pictures that an answer rests on, the first few; none for a page that can no longer be looked at."""
    for one in answer.cutouts[:MOST]:
        content = picture(one, files)
        if content is not None:
            yield Shown(one, content)


def picture(one: Cutout, files: Files) -> bytes | None:
    """The lines of a cut-out as a PNG file, None where the page can no longer be looked at."""
    file = files.file(one.letter)
    return cut_out(file, one.lines) if file else None


def caption(one: Cutout, speech: Speech) -> str:
    """第1页，扫描识别，把握97%，似乎是：…"""
    name = "cutout-doubtful" if one.doubtful else "cutout"
    return speech.say(name, page=str(one.page), confidence=f"{one.confidence:.0%}", words=one.words)
