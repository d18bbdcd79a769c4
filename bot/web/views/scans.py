"""Pages that are pictures: shown beside what was read in them, the lines of its sentences marked."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from aiohttp import web

from bot.answer import Cutout
from bot.messages.cutout import caption as caption_of
from bot.messages.links import letter_path
from bot.speech import Speech
from bot.web.site import LETTER, Refused, Site
from corpus.formats.picture.pageimage import cut_out, page_image
from corpus.letter import Letter
from corpus.passage import Passage
from corpus.texts.scanned import Scanned, overlapping

_LASTS = "private, max-age=3600"


@dataclass(frozen=True)
class Line:
    """A line of a page: the passage that it is of, by its start, and its box in dots: left, top, width, height."""

    at: int
    box: tuple[int, int, int, int]


@dataclass(frozen=True)
class ScannedPage:
    """A page whose picture was read: its number, its size in dots, where it begins in the text, its lines."""

    number: int
    size: tuple[int, int]
    first: int
    lines: tuple[Line, ...]

    @property
    def places(self) -> frozenset[int]:
        """The passages that have a line on it, by their starts."""
        return frozenset(line.at for line in self.lines)


@dataclass(frozen=True)
class Picture:
    """A cut-out on a page: its address, and what it is in words."""

    address: str
    caption: str


def scanned_pages(letter: Letter, passages: Sequence[Passage]) -> tuple[ScannedPage, ...]:
    """The pages of a letter that were recognised in pictures, in order."""
    found: dict[int, list[tuple[int, Scanned]]] = {}
    for passage in passages if letter.scanned else ():
        for one in overlapping(letter.scanned, passage.start, passage.end):
            found.setdefault(one.page, []).append((passage.start, one))
    return tuple(
        ScannedPage(
            number,
            lines[0][1].size,
            lines[0][0],
            tuple(Line(at, _placed(one.box)) for at, one in lines),
        )
        for number, lines in sorted(found.items())
    )


def cutout_picture(one: Cutout, speech: Speech) -> Picture:
    """A cut-out of an answer."""
    return Picture(cutout_path(one.letter, one.start, one.page), caption_of(one, speech))


def cutout_path(letter_id: str, start: int, page: int) -> str:
    """The address of the lines of a passage on one page."""
    return f"{letter_path(letter_id)}/cutouts/{start}-{page}.png"


@dataclass(frozen=True)
class Scans:
    """Handlers of pictures of pages."""

    site: Site

    def routes(self) -> list[web.RouteDef]:
        """All of them."""
        return [
            web.get(LETTER + r"/pages/{page:\d{1,6}}.webp", self.page),
            web.get(LETTER + r"/cutouts/{start:\d{1,9}}-{page:\d{1,6}}.png", self.cutout),
        ]

    async def page(self, request: web.Request) -> web.Response:
        """A page, straightened."""
        office = self.site.office
        found = await office.drawn(self._page, request.match_info["letter"], int(request.match_info["page"]))
        return _picture(found, "image/webp")

    async def cutout(self, request: web.Request) -> web.Response:
        """The lines of a passage on one page."""
        where = request.match_info
        found = await self.site.office.drawn(
            self._cutout, where["letter"], int(where["start"]), int(where["page"])
        )
        return _picture(found, "image/png")

    def _page(self, letter_id: str, page: int) -> bytes | None:
        archive = self.site.office.service.archive
        letter, file = archive.letters.get(letter_id), self._file(letter_id)
        line = next((one for one in letter.scanned if one.page == page), None) if letter else None
        return page_image(file, line) if file and line else None

    def _cutout(self, letter_id: str, start: int, page: int) -> bytes | None:
        archive, file = self.site.office.service.archive, self._file(letter_id)
        letter = archive.letters.get(letter_id)
        if letter is None or file is None:
            return None
        passage = next((one for one in archive.passages(letter_id) if one.start == start), None)
        spans = overlapping(letter.scanned, passage.start, passage.end) if passage else ()
        lines = [one for one in spans if one.page == page]
        return cut_out(file, lines) if lines else None

    def _file(self, letter_id: str) -> Path | None:
        try:
            return self.site.office.service.archive.file(letter_id)
        except KeyError:
            return None


def _placed(box: tuple[int, int, int, int]) -> tuple[int, int, int, int]:
    left, top, right, bottom = box
    return left, top, right - left, bottom - top


def _picture(content: bytes | None, kind: str) -> web.Response:
    """A picture that a browser keeps for a while. Raises Refused where there is none."""
    if content is None:
        raise Refused(404, "web-no-picture")
    return web.Response(body=content, content_type=kind, headers={"Cache-Control": _LASTS})
