"""The lines of a scanned page that an answer rests on, as pictures with what they seem to say."""

from pathlib import Path
from typing import Protocol

from bot.answer import Cutout
from bot.speech import Speech
from corpus.formats.picture.pageimage import cut_out

MOST = 4  # pictures of one answer


class Files(Protocol):
    """Where the files of letters are."""

    def file(self, letter_id: str) -> Path | None:
        """The file that a letter was read from, None where it is not at hand. KeyError for an unknown letter."""


def picture(one: Cutout, files: Files) -> bytes | None:
    """The lines of a cut-out as a PNG file, None where the page can no longer be looked at."""
    file = files.file(one.letter)
    return cut_out(file, one.lines) if file else None


def caption(one: Cutout, speech: Speech) -> str:
    """第1页，扫描识别，把握97%，似乎是：…"""
    name = "cutout-doubtful" if one.doubtful else "cutout"
    return speech.say(name, page=str(one.page), confidence=one.sureness, words=one.words)
