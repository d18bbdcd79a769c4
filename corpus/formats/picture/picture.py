"""Photographs and scanned pages: files that are pictures, a page each, or several in one TIFF file."""

import io
import warnings
from collections.abc import Iterator
from functools import partial
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.fault import Fault, UnreadableSource
from corpus.formats.pages.assembled import assembled
from corpus.formats.pages.flow import text_lines
from corpus.formats.pages.tables.row import numbered
from corpus.formats.picture import recognition
from corpus.formats.picture.page import read_pictures
from corpus.formats.structure.document import Document
from corpus.formats.structure.watch import page_done

if TYPE_CHECKING:
    from PIL.Image import Image as Picture

    from corpus.formats.picture.recognition import Image

SIDE = 3000  # dots of a page's longer side, more than the recogniser looks at
_MOST = 120_000_000  # dots of a picture that is unpacked; the largest sensors have fewer
_PAGES = 200
_APPLE = (".heic", ".heif")


def picture(content: bytes, path: Path) -> Document:
    """The text of a photograph or a scanned page. Raises UnreadableSource, without the extra `scan` always."""
    if not recognition.is_there():
        raise UnreadableSource(path, Fault.PICTURE)
    if path.suffix.lower() in _APPLE and not reads_heic():
        raise UnreadableSource(path, Fault.HEIC)
    images = list(images_of(content))
    if not images:
        raise UnreadableSource(path, Fault.DAMAGED)
    pages = []
    waiting = [(number, partial(images.__getitem__, number - 1)) for number in range(1, len(images) + 1)]
    for number, page in read_pictures(waiting, content):
        pages.append(numbered(page.rows, number))
        page_done(path, number, len(images))
    if not any(pages):
        raise UnreadableSource(path, Fault.EMPTY)
    return assembled(text_lines(pages), len(pages))


def reads_heic() -> bool:
    """Whether pictures of telephones as they keep them are read: a library of its own, under a licence of its own."""
    return find_spec("pi_heif") is not None


def images_of(content: bytes) -> Iterator["Image"]:
    """The pictures that a file is, as they are looked at; none where it is damaged, or too large to be a page."""
    from PIL import Image, UnidentifiedImageError

    if reads_heic():
        import pi_heif

        pi_heif.register_heif_opener()
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)  # what is too large is told below
            found = Image.open(io.BytesIO(content))
            frames = min(getattr(found, "n_frames", 1), _PAGES) if found.format == "TIFF" else 1
            for frame in range(frames):
                if frames > 1:
                    found.seek(frame)
                if found.width * found.height > _MOST:
                    return
                yield _upright(found)
    except (OSError, UnidentifiedImageError, Image.DecompressionBombError, ValueError, SyntaxError):
        return


def _upright(picture: "Picture") -> "Image":
    """A picture turned as it was taken, on white, no larger than it is looked at; blue, green, red."""
    import numpy as np
    from PIL import Image, ImageOps

    picture.draft("RGB", (SIDE, SIDE))  # a JPEG file is unpacked smaller at once
    turned = ImageOps.exif_transpose(picture)
    if turned.mode in ("RGBA", "LA", "PA") or "transparency" in turned.info:
        layered = turned.convert("RGBA")
        turned = Image.alpha_composite(Image.new("RGBA", layered.size, "white"), layered)
    coloured = turned.convert("RGB")
    coloured.thumbnail((SIDE, SIDE), Image.Resampling.LANCZOS)
    return np.ascontiguousarray(np.asarray(coloured)[:, :, ::-1])
