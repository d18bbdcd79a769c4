"""Red seals on the picture of a page: taken away from over the text; a red head is printed and stays."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from corpus.formats.picture.recognition import Image

_RED = 40  # levels by which red ink is redder than green and blue
_COLOURS = 3
_BRIGHT = 0.6  # of the paper's brightness, above which what is red has no black under it
# Of the page's width: seals are 3 to 5 cm wide by GB/T 9704, a page 21 cm, more or less of which a photograph shows.
_SMALLEST, _LARGEST = 1 / 9, 1 / 2
_ROUND = 1.4  # how much longer one side may be
_GAP = (
    1 / 100
)  # of the page's width, over which strokes are one thing: the letters of a head are then one line


def without_seals(image: "Image") -> "Image":
    """The page (blue, green, red) with what stands under its seals; the same one where it has none."""
    found = list(_seals(image)) if image.ndim == _COLOURS else []
    if not found:
        return image
    cleared = image.copy()
    for left, top, width, height in found:
        _clear(cleared[top : top + height, left : left + width])
    return cleared


def _clear(part: "Image") -> None:
    """Leave what is black of a part of a page: in red light red ink is nearly as bright as paper, black ink is black."""
    import cv2
    import numpy as np

    light = part[:, :, 2].copy()
    paper = np.median(light)
    edged = cv2.dilate(_ink(part), np.ones((5, 5), np.uint8)) > 0
    light[edged & (light > _BRIGHT * paper)] = paper
    part[:] = light[:, :, None]


def _ink(image: "Image") -> "Image":
    """Where red ink is, 1 on 0."""
    import numpy as np

    blue, green, red = (image[:, :, colour].astype(np.int16) for colour in range(_COLOURS))
    return ((red - np.maximum(blue, green)) > _RED).astype(np.uint8)


def _seals(image: "Image") -> "Iterator[tuple[int, int, int, int]]":
    """The boxes of what is red, as large as a seal, and about as wide as high: left, top, width, height."""
    import cv2
    import numpy as np

    wide = image.shape[1]
    gap = max(3, round(wide * _GAP))
    joined = cv2.morphologyEx(_ink(image), cv2.MORPH_CLOSE, np.ones((gap, gap), np.uint8))
    _, _, boxes, _ = cv2.connectedComponentsWithStats(joined)
    for left, top, width, height, _ in boxes[1:].tolist():
        small, large = sorted((width, height))
        if wide * _SMALLEST <= small and large <= min(wide * _LARGEST, small * _ROUND):
            yield left, top, width, height
