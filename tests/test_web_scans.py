"""Scanned letters on the web pages: the page beside its text, the line marked, the cut-out under an answer."""

import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image
from selectolax.lexbor import LexborHTMLParser as HTMLParser

from bot.service.archive import Service
from tests.pages.served import client, made
from tests.recognised import LINES, answering_scan, looking, seen

QUESTION = "茶叶产量多少"


@pytest.fixture
def service(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Service]:
    """One letter of one scanned page."""
    looking(monkeypatch, seen(LINES))
    with answering_scan(tmp_path) as found:
        yield found


async def fetched(folder: Path, service: Service, path: str) -> tuple[int, str, bytes]:
    """Status, kind and content of what is at an address."""
    async with client(made(folder, service)) as asking:
        response = await asking.get(path)
        return response.status, response.content_type, await response.read()


async def test_the_line_of_a_sentence_is_marked_in_the_page(tmp_path: Path, service: Service) -> None:
    """Of the sentence that the address names, on the page that is open then."""
    (start,) = (one.start for one in service.archive.passages("scan") if "3260" in one.text)
    for path, here in ((f"/letters/scan?at={start}", [str(start)]), ("/letters/scan", [])):
        _, _, content = await fetched(tmp_path, service, path)
        found = HTMLParser(content.decode())
        (details,) = found.css("details.scan")
        assert ("open" in details.attributes) == bool(here)
        assert [rect.attributes["data-at"] for rect in found.css("rect.here")] == here
        assert len(found.css(".page rect")) == len(LINES)
        assert [one.attributes["src"] for one in found.css(".page img")] == ["/letters/scan/pages/1.webp"]


async def test_the_page_has_the_size_that_its_lines_are_placed_in(tmp_path: Path, service: Service) -> None:
    """Else the mark would lie beside the line."""
    _, _, content = await fetched(tmp_path, service, "/letters/scan")
    (drawing,) = HTMLParser(content.decode()).css(".page svg")
    box = drawing.attributes["viewBox"]
    status, kind, picture = await fetched(tmp_path, service, "/letters/scan/pages/1.webp")
    assert (status, kind) == (200, "image/webp")
    assert box == "0 0 {} {}".format(*Image.open(io.BytesIO(picture)).size)


async def test_an_answer_shows_the_lines_it_rests_on(tmp_path: Path, service: Service) -> None:
    """With the page, the confidence and what it seems to say."""
    _, _, content = await fetched(tmp_path, service, f"/?q={QUESTION}")
    (figure,) = HTMLParser(content.decode()).css("figure.cutout")
    assert figure.text(strip=True) == f"扫描识别，原件第1页，把握99%。似乎是：{LINES[1]}"
    (picture,) = figure.css("img")
    status, kind, shown = await fetched(tmp_path, service, picture.attributes["src"] or "")
    assert (status, kind) == (200, "image/png")
    wide, high = Image.open(io.BytesIO(shown)).size
    assert wide <= 20 * high


@pytest.mark.parametrize(
    "path",
    ["pages/2.webp", "cutouts/99999-1.png", "cutouts/0-7.png", "pages/x.webp", "pages/-1.webp"],
)
async def test_what_is_no_picture_is_not_found(tmp_path: Path, service: Service, path: str) -> None:
    """Another page, a passage that there is not."""
    assert (await fetched(tmp_path, service, f"/letters/scan/{path}"))[0] == 404
    assert (await fetched(tmp_path, service, "/letters/other/pages/1.webp"))[0] == 404


async def test_a_page_whose_file_is_gone_is_not_shown(tmp_path: Path, service: Service) -> None:
    """The text is still there; nothing else is shown in its place."""
    (tmp_path / "corpus" / "scan.pdf").unlink()
    assert (await fetched(tmp_path, service, "/letters/scan/pages/1.webp"))[0] == 404
    assert (await fetched(tmp_path, service, "/letters/scan"))[0] == 200
