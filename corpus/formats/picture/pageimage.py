"""The picture of a page, straightened as it was read: whole, and the lines of it that something rests on."""

import zipfile
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.formats.picture import recognition
from corpus.formats.structure.kept import kept
from corpus.texts.scanned import Scanned

if TYPE_CHECKING:
    from corpus.formats.picture.recognition import Image

_VERSION = "page-1"
_QUALITY = 60  # of 100: some 150 KB a page, letters sharp
_AROUND = 0.7  # of a line's height, that is shown above and below it
_NARROWEST = 10  # times as wide as high is a cut-out at most: Telegram takes no longer one
_MARKER = (0.62, 0.93, 1.0)  # what a yellow marker leaves of blue, green and red


def page_image(path: Path, place: Scanned) -> bytes | None:
    """The page that something was recognised on, as a WebP file; None where it can no longer be looked at."""
    if not recognition.is_there():
        return None
    try:
        content = path.read_bytes()
        return kept(_VERSION, content + _key(place), lambda: _encoded(_straight(content, path, place)))
    except (OSError, LookupError, ValueError, RuntimeError, zipfile.BadZipFile):
        return None


def cut_out(path: Path, lines: Sequence[Scanned]) -> bytes | None:
    """The lines of one page with a little around them, themselves as under a yellow marker, as a PNG file.

    None where the page can no longer be looked at.
    """
    whole = page_image(path, lines[0])
    if whole is None:
        return None
    import cv2
    import numpy as np

    image = cv2.imdecode(np.frombuffer(whole, np.uint8), cv2.IMREAD_COLOR)
    if image is None:
        return None
    shown = image.astype(np.float32)
    for left, top, right, bottom in (line.box for line in lines):
        shown[max(0, top) : bottom, max(0, left) : right] *= np.array(_MARKER, np.float32)
    left, top, right, bottom = _window([line.box for line in lines], image.shape[1])
    part = shown[max(0, top) : bottom, max(0, left) : right].astype(np.uint8)
    return bytes(cv2.imencode(".png", part)[1]) if part.size else None


def _window(boxes: Sequence[tuple[int, int, int, int]], width: int) -> tuple[int, int, int, int]:
    """What is cut out for these boxes."""
    left, top = min(box[0] for box in boxes), min(box[1] for box in boxes)
    right, bottom = max(box[2] for box in boxes), max(box[3] for box in boxes)
    height = min(box[3] - box[1] for box in boxes)
    aside = max(height, 1)
    left, right = max(0, left - aside), min(width, right + aside)
    around = max(_AROUND * height, ((right - left) / _NARROWEST - (bottom - top)) / 2)
    return left, int(top - around), right, int(bottom + around)


def _straight(content: bytes, path: Path, place: Scanned) -> "Image":
    picture = recognition.Picture(place.turn, place.angle, ())
    return recognition.straightened(_image(content, path, place.page), picture)


def _image(content: bytes, path: Path, page: int) -> "Image":
    """A page of a file, counted from 1, as the recogniser saw it. Raises what the file's reader raises."""
    from corpus.formats.ofd.ofd import picture_of
    from corpus.formats.pdf.pdf import rendered
    from corpus.formats.picture.picture import images_of

    kind = path.suffix.lower()
    if kind == ".pdf":
        import pypdfium2  # type: ignore[import-untyped]

        with closing(pypdfium2.PdfDocument(content)) as found:
            return rendered(found[page - 1])
    if kind == ".ofd":
        return picture_of(content, path, page)
    return list(images_of(content))[page - 1]


def _key(place: Scanned) -> bytes:
    return f"{place.page} {place.turn} {place.angle:.4f}".encode()


def _encoded(image: "Image") -> bytes:
    import cv2

    return bytes(cv2.imencode(".webp", image, [cv2.IMWRITE_WEBP_QUALITY, _QUALITY])[1])
