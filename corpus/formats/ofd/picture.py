"""Pages of an OFD file that are pictures: their images, each in its place on the paper."""

import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterator, Mapping
from itertools import islice
from typing import TYPE_CHECKING

from corpus.formats.ofd.page import Matrix, name, numbers, own_matrix
from corpus.formats.picture.picture import SIDE, images_of
from corpus.formats.picture.recognition import DOTS

if TYPE_CHECKING:
    from corpus.formats.picture.recognition import Image

_MILLIMETRES = 25.4  # of an inch
_A4 = (0.0, 0.0, 210.0, 297.0)
_MOST = 64  # images of one page: some producers cut a scan into strips
_SMALLEST = 0.1  # of the paper, that the images of a page without text cover at least; a seal is less
_DEEPEST = 24

Media = Callable[[str], bytes]  # the content of an image by its resource's id


def picture_of_page(parts: list[ET.Element], paper: tuple[float, ...], media: Media) -> "Image | None":
    """A page's images on white paper; None where there is nothing to look at. `paper` is its box in millimetres.

    Images in a format that is not known here are left out.
    """
    import cv2
    import numpy as np

    left, top, wide, high = paper if len(paper) == 4 and min(paper[2:]) > 0 else _A4
    scale = min(DOTS / _MILLIMETRES, SIDE / max(wide, high))
    page = np.full((round(high * scale), round(wide * scale), 3), 255, np.uint8)
    covered = 0.0
    for resource, place in islice((one for part in parts for one in images(part)), _MOST):
        image = next(images_of(media(resource)), None)
        if image is None:
            continue
        corners = [place.at(x, y) for x, y in ((0, 0), (1, 0), (0, 1))]
        there = np.array([((x - left) * scale, (y - top) * scale) for x, y in corners], np.float32)
        across, down = (max(1, round(float(np.linalg.norm(end - there[0])))) for end in there[1:])
        fitting = cv2.resize(
            image, (min(across, 2 * SIDE), min(down, 2 * SIDE)), interpolation=cv2.INTER_AREA
        )
        here = np.array([(0, 0), (fitting.shape[1], 0), (0, fitting.shape[0])], np.float32)
        matrix = cv2.getAffineTransform(here, there)
        size = (page.shape[1], page.shape[0])
        cv2.warpAffine(fitting, matrix, size, page, borderMode=cv2.BORDER_TRANSPARENT)
        covered += abs(place.a * place.d - place.b * place.c)
    return page if covered >= _SMALLEST * wide * high else None


def images(group: ET.Element, place: Matrix | None = None, depth: int = 0) -> Iterator[tuple[str, Matrix]]:
    """The images of a page: the resource, and where the unit square that each fills stands in millimetres."""
    place = place or Matrix()
    for element in group if depth < _DEEPEST else ():
        if element.get("Visible", "true").lower() == "false":
            continue
        if name(element) == "ImageObject":
            box = numbers(element.get("Boundary", ""))
            # Without a matrix an image fills its box.
            filling = Matrix(a=box[2], d=box[3]) if not element.get("CTM") and len(box) == 4 else Matrix()
            yield element.get("ResourceID", ""), place.over(own_matrix(element)).over(filling)
        else:
            yield from images(element, place, depth + 1)


def media_files(resources: Mapping[str, ET.Element]) -> dict[str, tuple[str, str]]:
    """The files of images by their ids, each with the resource file that names it and its base there."""
    return {
        medium.get("ID", ""): (file, "/".join(filter(None, (root.get("BaseLoc", ""), said.text.strip()))))
        for file, root in resources.items()
        for medium in root.iter()
        if name(medium) == "MultiMedia"
        for said in medium
        if name(said) == "MediaFile" and said.text
    }
