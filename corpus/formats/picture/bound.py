"""Photographs bound to one file: a PDF with a page for each."""

from collections.abc import Sequence
from contextlib import closing
from io import BytesIO

from corpus.formats.picture.picture import images_of
from corpus.formats.picture.recognition import DOTS

_JPEG = b"\xff\xd8\xff"
_QUALITY = 85


class NoPicture(ValueError):
    """A file that is no picture: its place among the others, from 1."""


def bound(pictures: Sequence[bytes]) -> bytes:
    """A PDF file with these pictures, a page each, as they are where they are JPEG files. Raises NoPicture."""
    import pypdfium2  # type: ignore[import-untyped]

    with closing(pypdfium2.PdfDocument.new()) as made:
        for number, content in enumerate(pictures, 1):
            image = pypdfium2.PdfImage.new(made)
            image.load_jpeg(BytesIO(_jpeg(content, number)), inline=True)
            wide, high = (max(1, side) * 72 / DOTS for side in image.get_px_size())
            image.set_matrix(pypdfium2.PdfMatrix().scale(wide, high))
            page = made.new_page(wide, high)
            page.insert_obj(image)
            page.gen_content()
            page.close()
        written = BytesIO()
        made.save(written)
    return written.getvalue()


def _jpeg(content: bytes, number: int) -> bytes:
    if content.startswith(_JPEG):
        return content
    from PIL import Image

    image = next(images_of(content), None)
    if image is None:
        raise NoPicture(number)
    packed = BytesIO()
    Image.fromarray(image[:, :, ::-1]).save(packed, "JPEG", quality=_QUALITY)
    return packed.getvalue()
