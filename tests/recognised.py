"""Pages that are pictures, with what a recogniser would say of them."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from bot.service.archive import Service
from corpus.formats.picture import ahead, recognition
from corpus.formats.picture import page as scannedpage
from corpus.formats.picture.recognition import Picture, Recognised
from corpus.reading import Reading, read
from tests.drawn import Sheet, drawn
from tests.libraries import Hashed, answering

LINES = ("云岭县2024年上半年茶叶生产情况", "上半年,全县茶叶产量3260吨,同比增长6.4%。", "茶园面积12.8万亩。")


def seen(lines: Sequence[str], doubted: str = "", disagreed: str = "") -> Picture:
    """What is recognised of lines below each other; the letters of some are unsure, or read otherwise again."""
    return Picture(
        0,
        0.0,
        tuple(
            Recognised(
                letter,
                *(100 + 40.0 * place, 100 + 80.0 * number, 140 + 40.0 * place, 140 + 80.0 * number),
                number,
                0.6 if doubted and place in range(line.find(doubted), line.find(doubted) + 1) else 0.99,
                not (disagreed and disagreed in line),
            )
            for number, line in enumerate(lines)
            for place, letter in enumerate(line)
        ),
    )


def disputing(picture: Picture, figure: str) -> Picture:
    """The same, a second look having read a figure otherwise."""
    lines: dict[int, str] = {}
    for one in picture.letters:
        lines[one.line] = lines.get(one.line, "") + one.letter
    places = dict.fromkeys(lines, 0)
    letters = []
    for one in picture.letters:
        start, place = lines[one.line].find(figure), places[one.line]
        places[one.line] += 1
        letters.append(replace(one, agreed=not (start >= 0 and start <= place < start + len(figure))))
    return replace(picture, letters=tuple(letters))


SECOND = ("一、下一步计划", "2025年计划新建茶园1.5万亩。")
_BRIGHT = 200


def by_brightness(path: Path) -> Reading:
    """In a child process: a file read by a recogniser that reads LINES on bright pages and SECOND on darker ones."""
    recognition.is_there = lambda: True
    recognition.read = lambda image: seen(LINES if image.mean() > _BRIGHT else SECOND)
    ahead._FEWEST = 10**6
    scannedpage._rules = lambda *_: []
    return read(path)


def jpeg(level: int) -> bytes:
    """A picture of one grey."""
    packed = BytesIO()
    Image.new("L", (1000, 400), level).save(packed, "JPEG")
    return packed.getvalue()


def looking(monkeypatch: pytest.MonkeyPatch, *pages: Picture) -> list[int]:
    """Puts a recogniser in place that reads these pages in turn, the last again and again; how often it looked."""
    pytest.importorskip("cv2", reason="the extra `scan`, which works on pictures, is not installed")
    times: list[int] = []

    def look(_: object) -> Picture:
        times.append(1)
        return pages[min(len(times), len(pages)) - 1]

    monkeypatch.setattr("corpus.formats.picture.recognition.is_there", lambda: True)
    monkeypatch.setattr(recognition, "read", look)
    monkeypatch.setattr(ahead, "_FEWEST", 10**6)
    monkeypatch.setattr(scannedpage, "_rules", lambda *_: [])
    return times


def scan(folder: Path, pages: int = 1) -> Path:
    """A PDF file of pages that are pictures."""
    path = folder / "scan.pdf"
    path.write_bytes(drawn(*(Sheet().picture() for _ in range(pages))))
    return path


@contextmanager
def answering_scan(folder: Path) -> Iterator[Service]:
    """The answering side over the one letter that `scan` makes."""
    corpus = folder / "corpus"
    corpus.mkdir()
    scan(corpus)
    with answering(folder, Hashed()) as answerer:
        yield Service(answerer.answer, answerer.library)
