"""Letters recognised in the picture of a page: with their places, and how sure the recogniser is of each."""

import json
import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache
from importlib.util import find_spec
from math import atan2, cos, degrees, sin
from statistics import mean, median
from typing import TYPE_CHECKING, Any
from zlib import compress, decompress

from corpus.compiled import compiled
from corpus.formats.picture.seal import without_seals
from corpus.formats.structure.kept import kept
from corpus.runtime.worker import processors

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Image = NDArray[np.uint8]

DOTS = 200  # an inch, at which a page is looked at
_VERSION = "scan-7"
_READABLE = 0.8  # confidence of a page that lies right
_LEAST = 0.3  # confidence of a line that is kept at all
# What two readings must agree in: a point that is lost makes another figure.
_FIGURE = compiled(r"[-+−－]?[0-9]+(?:[.,][0-9]+)*[%‰]?")


@dataclass(frozen=True)
class Recognised:
    """A letter with its box on the straightened page in dots, its line's number, and how sure it is: 0 to 1.

    `agreed` says whether a second look at the line read the same figure where it is of one.
    """

    letter: str
    left: float
    top: float
    right: float
    bottom: float
    line: int
    confidence: float
    agreed: bool = True


@dataclass(frozen=True)
class Picture:
    """What is read in a page's picture: how many quarters it was turned against the clock, how far its lines lean
    then, in radians, and the letters of the straightened page.
    """

    turn: int
    angle: float
    letters: tuple[Recognised, ...]

    @property
    def confidence(self) -> float:
        """How sure all of it is: 0 to 1."""
        return mean(letter.confidence for letter in self.letters) if self.letters else 0.0


def is_there() -> bool:
    """Whether the recogniser is installed."""
    return find_spec("rapidocr") is not None and find_spec("onnxruntime") is not None


def recognised(
    image: "Image", content: bytes, page: int, look: "Callable[[Image], Picture] | None" = None
) -> Picture:
    """A page's picture read and straightened; once for a file's content and a page's number. `look` reads it, or `read`."""
    packed = kept(_VERSION, content + page.to_bytes(4), lambda: compress(_dumped((look or read)(image))))
    found = json.loads(decompress(packed))
    return Picture(found["turn"], found["angle"], tuple(Recognised(*row) for row in found["letters"]))


def straightened(image: "Image", picture: Picture) -> "Image":
    """A page turned as its letters' places are."""
    import numpy as np

    image = np.ascontiguousarray(np.rot90(image, picture.turn))
    angle = picture.angle
    if not angle:
        return image
    import cv2  # large, and most pages lie straight

    matrix = np.array([[cos(angle), sin(angle), 0], [-sin(angle), cos(angle), 0]])
    turned = cv2.warpAffine(image, matrix, (image.shape[1], image.shape[0]), borderMode=cv2.BORDER_REPLICATE)
    return np.asarray(turned, dtype=np.uint8)


def _dumped(picture: Picture) -> bytes:
    rows = [[*vars(letter).values()] for letter in picture.letters]
    said = {"turn": picture.turn, "angle": picture.angle, "letters": rows}
    return json.dumps(said, ensure_ascii=False, separators=(",", ":")).encode()


@cache
def _engine() -> Any:  # noqa: ANN401 - the library says no types
    logging.getLogger("RapidOCR").setLevel(logging.ERROR)
    from rapidocr import RapidOCR

    return RapidOCR(
        params={
            "Global.log_level": "error",
            "Global.text_score": _LEAST,
            "Global.max_side_len": 3000,
            "EngineConfig.onnxruntime.intra_op_num_threads": processors(),
        }
    )


def read(image: "Image") -> Picture:
    """What a page reads as it lies; where that is hardly anything, turned so that it reads best.

    Seals are no part of it.
    """
    image = without_seals(image)
    first = _turned_read(image, 0)
    if first.confidence >= _READABLE or not first.letters:
        return first
    others = (_turned_read(image, turn) for turn in (1, 3, 2))
    return max([first, *others], key=lambda one: one.confidence)


def _turned_read(image: "Image", turn: int) -> Picture:
    import numpy as np

    image = np.ascontiguousarray(np.rot90(image, turn))
    # What a call leaves out is as in the call before. Lines are not turned one by one: the page is.
    look = {"use_det": True, "use_cls": False, "use_rec": True}
    result = _engine()(image, return_word_box=True, return_single_char_box=True, **look)
    if result.boxes is None:
        return Picture(turn, 0.0, ())
    angle = _slant(result.boxes)
    found = []
    for number, (words, text) in enumerate(zip(result.word_results, result.txts, strict=True)):
        disputed = _disputed(text, _again(image, result.boxes[number])) if _FIGURE.search(text) else set()
        # A line that stands is read as if it lay: the page has to be turned.
        stands = len(text) > 1 and _stands(result.boxes[number])
        for place, (letter, confidence, box) in enumerate(words):
            corners = [_turned(x, y, angle) for x, y in box]
            left, right = (round(edge([x for x, _ in corners]), 1) for edge in (min, max))
            top, bottom = (round(edge([y for _, y in corners]), 1) for edge in (min, max))
            sure = 0.0 if stands else float(confidence)
            found.append(Recognised(letter, left, top, right, bottom, number, sure, place not in disputed))
    return Picture(turn, angle, tuple(found))


def _slant(boxes: Sequence[Sequence[Sequence[float]]]) -> float:
    """The angle in which most of the lines lie."""
    wide = [box for box in boxes if box[1][0] - box[0][0] > 3 * abs(box[3][1] - box[0][1])]
    angles = [atan2(box[1][1] - box[0][1], box[1][0] - box[0][0]) for box in wide]
    angle = median(angles) if angles else 0.0
    return angle if abs(degrees(angle)) < 20 else 0.0


def _stands(box: Sequence[Sequence[float]]) -> bool:
    across, down = (
        max(corner[axis] for corner in box) - min(corner[axis] for corner in box) for axis in (0, 1)
    )
    return bool(down > 1.3 * across)


def _turned(x: float, y: float, angle: float) -> tuple[float, float]:
    return x * cos(angle) + y * sin(angle), y * cos(angle) - x * sin(angle)


def _again(image: "Image", box: Sequence[Sequence[float]]) -> str:
    """What a line reads when it is looked at once more, smaller and with more around it."""
    import cv2
    import numpy as np

    corners = np.array(box, dtype="float32")
    width = max(8, int(np.linalg.norm(corners[1] - corners[0])))
    height = max(8, int(np.linalg.norm(corners[3] - corners[0])))
    edge = max(2, height // 8)
    places = np.array(
        [[edge, edge], [width + edge, edge], [width + edge, height + edge], [edge, height + edge]], "float32"
    )
    matrix = cv2.getPerspectiveTransform(corners, places)
    size = (width + 2 * edge, height + 2 * edge)
    crop = cv2.warpPerspective(image, matrix, size, borderMode=cv2.BORDER_REPLICATE)
    smaller = cv2.resize(crop, None, fx=0.8, fy=0.8, interpolation=cv2.INTER_AREA)
    result = _engine()(smaller, return_word_box=False, use_det=False, use_cls=False, use_rec=True)
    return "".join(result.txts or ())


def _disputed(text: str, again: str) -> set[int]:
    """The places of the figures of a text that another reading of it has not.

    >>> sorted(_disputed("产值3.2亿元,下降15%", "产值32亿元，下降15%"))
    [2, 3, 4]
    """
    figures = list(_FIGURE.finditer(text))
    alike = SequenceMatcher(None, [one[0] for one in figures], _FIGURE.findall(again), autojunk=False)
    same = {place for block in alike.get_matching_blocks() for place in range(block.a, block.a + block.size)}
    return {place for number, one in enumerate(figures) if number not in same for place in range(*one.span())}
