"""What a reader of the web pages sees: the four main pages on a phone, drawn by a headless browser.

    python -m tests.bench.webscreens FOLDER

Writes one PNG a page into FOLDER.
"""

import argparse
import tempfile
from contextlib import closing
from io import BytesIO
from pathlib import Path

from playwright.sync_api import Page

from bot.answering.answerer import Answerer
from bot.cli.open import SHIPPED, opened
from bot.service.archive import Service
from tests.pages.browser import phone, started
from tests.pages.served import made, served

_LETTER = "/letters/2024-jiaojiang-133"


def chat(page: Page) -> None:
    """A question answered."""
    page.goto("/")
    page.get_by_label("您的问题").fill("电子信息产业产值多少")
    page.keyboard.press("Enter")
    page.locator("article").wait_for()


def letter(page: Page) -> None:
    """Its sentence in the letter."""
    chat(page)
    page.locator(".source a").first.click()
    page.locator(":target").wait_for()
    page.mouse.wheel(0, -220)


def figures(page: Page) -> None:
    """The figures as a table."""
    page.goto(f"{_LETTER}/figures?find=产业&measure=level&sort=value&order=desc")


def charts(page: Page) -> None:
    """The figures as charts."""
    page.goto(f"{_LETTER}/charts")


SCENES = {"web-chat": chat, "web-letter": letter, "web-figures": figures, "web-charts": charts}


def shoot(folder: Path) -> None:
    """Draws all pages."""
    with (
        tempfile.TemporaryDirectory() as journal,
        closing(opened(SHIPPED, None, None)) as library,
        started() as browser,
        served(made(Path(journal), Service(Answerer(library).answer, library))) as site,
    ):
        for name, scene in SCENES.items():
            context = phone(browser, base_url=site.address, device_scale_factor=1.5)
            page = context.new_page()
            scene(page)
            page.wait_for_timeout(400)
            (folder / f"{name}.png").write_bytes(_small(page.screenshot()))
            context.close()


def _small(png: bytes) -> bytes:
    """The same picture with few colours."""
    from PIL import Image

    written = BytesIO()
    Image.open(BytesIO(png)).convert("RGB").quantize(64).save(written, format="png", optimize=True)
    return written.getvalue()


def main() -> None:
    """Draws."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    folder = parser.parse_args().folder
    folder.mkdir(parents=True, exist_ok=True)
    shoot(folder)


if __name__ == "__main__":
    main()
