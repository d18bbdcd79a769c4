"""Files that are pictures, as they are looked at: turned as they were taken, on white, page by page."""

import io
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from corpus.formats.picture import picture
from corpus.formats.picture.bound import NoPicture, bound
from corpus.formats.picture.pageimage import page_image
from corpus.formats.picture.picture import SIDE, images_of
from corpus.source import Fault, UnreadableSource, read
from tests.recognised import LINES, SECOND, looking, seen

_TURNED = 6  # EXIF's word for a camera held upright
_ORIENTATION = 0x0112


def packed(image: Image.Image, kind: str, **more: object) -> bytes:
    found = io.BytesIO()
    image.save(found, kind, **more)
    return found.getvalue()


def test_a_photograph_is_turned_as_it_was_taken() -> None:
    """The camera says how it was held."""
    taken = Image.new("L", (60, 30), 255)
    taken.paste(0, (0, 0, 30, 30))
    exif = Image.Exif()
    exif[_ORIENTATION] = _TURNED
    (image,) = images_of(packed(taken, "JPEG", exif=exif, quality=95))
    assert image.shape == (60, 30, 3)
    assert (image[5, 15] < 30).all()
    assert (image[55, 15] > 225).all()


def test_what_is_transparent_is_white() -> None:
    """As on paper."""
    drawn = Image.new("RGBA", (20, 20), (0, 0, 0, 0))
    drawn.paste((0, 0, 255, 255), (0, 0, 10, 20))
    (image,) = images_of(packed(drawn, "PNG"))
    assert image[5, 15].tolist() == [255, 255, 255]
    assert image[5, 5].tolist() == [255, 0, 0]


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "BMP", "TIFF"])
def test_no_picture_is_looked_at_larger_than_a_page(kind: str) -> None:
    """However many dots it has."""
    (image,) = images_of(packed(Image.new("L", (6500, 100), 255), kind))
    assert image.shape[1] == SIDE


def test_a_picture_that_is_too_large_is_not_unpacked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A few kilobytes may be gigabytes."""
    looking(monkeypatch, seen(LINES))
    monkeypatch.setattr(picture, "_MOST", 100 * 100)
    path = tmp_path / "a.png"
    path.write_bytes(packed(Image.new("1", (101, 100)), "PNG"))
    with pytest.raises(UnreadableSource) as raised:
        read(path)
    assert raised.value.fault is Fault.DAMAGED


@pytest.mark.parametrize("name", ["a.jpg", "a.png", "a.tif", "a.webp", "a.bmp"])
@pytest.mark.parametrize("content", [b"no picture", packed(Image.new("L", (90, 90)), "PNG")[:60]])
def test_damaged_pictures_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, content: bytes
) -> None:
    """In one line."""
    looking(monkeypatch, seen(LINES))
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(UnreadableSource) as raised:
        read(path)
    assert raised.value.fault is Fault.DAMAGED


def test_pages_of_a_tiff_file_are_read_in_order(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each with its number, and its own picture."""
    looking(monkeypatch, seen(LINES), seen(SECOND))
    path = tmp_path / "fax.tif"
    first, second = (Image.new("L", (2400, 900), level) for level in (255, 90))
    path.write_bytes(packed(first, "TIFF", save_all=True, append_images=[second]))
    source = read(path)
    assert "".join(source.text.split()) == "".join((*LINES, *SECOND))
    assert [one.page for one in source.scanned] == [1, 1, 1, 2, 2]
    assert levels(page_image(path, source.scanned[-1])) == pytest.approx([90] * 3, abs=6)


@pytest.mark.parametrize("name", ["IMG_1.HEIC", "IMG_2.heif"])
def test_heic_without_its_library_is_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    """That says what to do."""
    looking(monkeypatch, seen(LINES))
    monkeypatch.setattr(picture, "reads_heic", lambda: False)
    path = tmp_path / name
    path.write_bytes(b"\0\0\0\x18ftypheic")
    with pytest.raises(UnreadableSource, match="jpg") as raised:
        read(path)
    assert raised.value.fault is Fault.HEIC


def test_bound_photographs_are_pages_as_they_were(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In order, each of its own size, JPEG files unchanged."""
    looking(monkeypatch, seen(LINES), seen(SECOND))
    jpeg = packed(Image.new("L", (1000, 400), 200), "JPEG")
    made = bound([jpeg, packed(Image.new("RGB", (300, 700), (10, 120, 30)), "PNG")])
    assert jpeg in made
    path = tmp_path / "album.pdf"
    path.write_bytes(made)
    source = read(path)
    assert "".join(source.text.split()) == "".join((*LINES, *SECOND))
    assert [source.scanned[place].size for place in (0, -1)] == [(1000, 400), (300, 700)]
    assert levels(page_image(path, source.scanned[0])) == pytest.approx([200] * 3, abs=6)
    assert levels(page_image(path, source.scanned[-1])) == pytest.approx([10, 120, 30], abs=12)


def test_what_is_no_picture_cannot_be_bound() -> None:
    """It is said which."""
    with pytest.raises(NoPicture, match=r"^2$"):
        bound([packed(Image.new("L", (9, 9)), "PNG"), b"no picture"])


def levels(content: bytes | None) -> Sequence[float]:
    """The middle red, green and blue of a picture."""
    assert content is not None
    found: list[float] = np.median(
        np.asarray(Image.open(io.BytesIO(content)).convert("RGB")).reshape(-1, 3), axis=0
    ).tolist()
    return found
