"""Red seals are taken away from over the text; what else is red stays."""

from typing import TYPE_CHECKING

import numpy as np
import pytest
from PIL import Image, ImageDraw

pytest.importorskip("cv2", reason="the extra `scan`, which works on pictures, is not installed")

from corpus.formats.picture.seal import without_seals

if TYPE_CHECKING:
    from corpus.formats.picture.recognition import Image as Levels

RED, PALE = (200, 20, 20), (235, 140, 140)
WIDE, HIGH = 1654, 2339


def page() -> Image.Image:
    """A page with lines of black strokes."""
    made = Image.new("RGB", (WIDE, HIGH), "white")
    pen = ImageDraw.Draw(made)
    for down in range(400, 2000, 80):
        for across in range(200, 1400, 60):
            pen.rectangle((across, down, across + 36, down + 40), outline=(20, 20, 20), width=5)
    return made


def stamped(made: Image.Image, colour: tuple[int, int, int], box: tuple[int, int, int, int]) -> Image.Image:
    """The page with a seal over it, through which black is black."""
    seal = Image.new("RGB", made.size, "white")
    pen = ImageDraw.Draw(seal)
    pen.ellipse(box, outline=colour, width=12)
    pen.regular_polygon(((box[0] + box[2]) // 2, (box[1] + box[3]) // 2, 80), 5, fill=colour)
    return Image.fromarray(np.minimum(np.asarray(made), np.asarray(seal)))


def levels(made: Image.Image) -> "Levels":
    """Blue, green and red of each dot."""
    return np.ascontiguousarray(np.asarray(made)[:, :, ::-1])


@pytest.mark.parametrize("colour", [RED, PALE], ids=["fresh", "pale"])
@pytest.mark.parametrize("box", [(900, 1500, 1230, 1830), (300, 700, 560, 1000)], ids=["round", "oval"])
def test_what_stands_under_a_seal_is_seen(
    colour: tuple[int, int, int], box: tuple[int, int, int, int]
) -> None:
    """As dark as without it, and nothing else is."""
    plain, found = levels(page()), without_seals(levels(stamped(page(), colour, box)))
    assert ((found.min(axis=2) < 250) == (plain.min(axis=2) < 250)).all()


def test_a_red_head_stays() -> None:
    """Its letters in a row, and the red line under it."""
    made = page()
    pen = ImageDraw.Draw(made)
    for across in range(250, 1400, 130):
        pen.rectangle((across, 200, across + 110, 320), outline=RED, width=14)
    pen.rectangle((180, 360, 1470, 366), fill=RED)
    assert (without_seals(levels(made)) == levels(made)).all()


@pytest.mark.parametrize("made", [page(), page().convert("L")], ids=["colours", "grey"])
def test_a_page_without_red_is_as_it_was(made: Image.Image) -> None:
    """The same one."""
    image = np.asarray(made)
    assert without_seals(image) is image
