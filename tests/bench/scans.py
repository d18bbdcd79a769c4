"""`python -m tests.bench scans`: figures read from pictures of the example documents: right, wrong, withheld."""

import io
import random
import re
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
from PIL import Image, ImageDraw, ImageEnhance, ImageFilter, ImageFont

from corpus.source import read
from corpus.texts.scanned import is_doubtful
from corpus.texts.text import plain

_WIDTH, _HEIGHT, _MARGIN, _SIZE, _LINE = 1654, 2339, 220, 44, 76  # dots, A4 at 200 an inch
_PER_LINE, _LINES = 27, 25
_NUMBER = re.compile(r"\d[\d,]*(?:\.\s*\d+)?")
_DOTS = 200

Damage = Callable[[Image.Image, random.Random], Image.Image]


@dataclass(frozen=True)
class Told:
    """How many figures of a page were read right, and withheld or lost; what was read wrong without doubt."""

    right: int
    wrong: tuple[str, ...]
    withheld: int
    seconds: float


def pages(folder: Path) -> Iterator[str]:
    """The texts of the documents, a page of lines each."""
    for path in sorted([*folder.glob("*.txt"), *folder.glob("*.md")]):
        lines: list[str] = []
        for paragraph in path.read_text(encoding="utf-8").splitlines():
            lines += _wrapped(re.sub(r"\s+", "", paragraph))
        for first in range(0, len(lines), _LINES):
            yield "\n".join(lines[first : first + _LINES])


def _wrapped(paragraph: str) -> Iterator[str]:
    """Lines of a paragraph; a figure is not broken over two."""
    line = ""
    for piece in re.findall(r"[0-9.,%]+|.", paragraph):
        if len(line) + len(piece) > _PER_LINE:
            yield line
            line = ""
        line += piece
    if line:
        yield line


def printed(text: str, font: Path) -> Image.Image:
    """A page with these lines."""
    page = Image.new("L", (_WIDTH, _HEIGHT), 255)
    pen, face = ImageDraw.Draw(page), ImageFont.truetype(str(font), _SIZE)
    for place, line in enumerate(text.splitlines()):
        pen.text((_MARGIN, _MARGIN + _LINE * place), line, fill=0, font=face)
    return page


def _skewed(page: Image.Image, chance: random.Random) -> Image.Image:
    return page.rotate(chance.choice((-1, 1)) * chance.uniform(1, 3), Image.Resampling.BICUBIC, fillcolor=255)


def _blurred(page: Image.Image, chance: random.Random) -> Image.Image:
    return page.filter(ImageFilter.GaussianBlur(chance.uniform(1.5, 2.5)))


def _shadowed(page: Image.Image, chance: random.Random) -> Image.Image:
    shade = np.linspace(chance.uniform(0.3, 0.5), 1, page.width)[None, :]
    return Image.fromarray((np.asarray(page) * shade).astype("uint8"))


def _faint(page: Image.Image, _: random.Random) -> Image.Image:
    return ImageEnhance.Contrast(page).enhance(0.25)


def _stamped(page: Image.Image, chance: random.Random) -> Image.Image:
    coloured = page.convert("RGB")
    over = Image.new("RGBA", page.size)
    pen = ImageDraw.Draw(over)
    x, y = chance.randint(400, 1000), chance.randint(400, 1400)
    pen.ellipse((x, y, x + 420, y + 420), outline=(200, 20, 20, 170), width=12)
    pen.regular_polygon((x + 210, y + 210, 90), 5, fill=(200, 20, 20, 150))
    coloured.paste(over, (0, 0), over)
    return coloured


def _faxed(page: Image.Image, _: random.Random) -> Image.Image:
    small = page.resize((page.width // 2, page.height // 2)).point(lambda level: 255 * (level > 150))
    return small.resize(page.size)


def _speckled(page: Image.Image, chance: random.Random) -> Image.Image:
    found = np.array(page)
    noise = np.random.default_rng(chance.randrange(10**6)).random(found.shape)
    found[noise < 0.01], found[noise > 0.99] = 0, 255
    return Image.fromarray(found)


def _photographed(page: Image.Image, chance: random.Random) -> Image.Image:
    """Held at an angle, lit from one side, a little out of focus."""
    wide, high = page.size
    corners = [
        (x + side * chance.uniform(0, 0.05) * wide, y + end * chance.uniform(0, 0.04) * high)
        for x, y, side, end in ((0, 0, -1, -1), (0, high, -1, 1), (wide, high, 1, 1), (wide, 0, 1, -1))
    ]
    quad = [edge for corner in corners for edge in corner]
    held = page.transform(page.size, Image.Transform.QUAD, quad, Image.Resampling.BICUBIC, fillcolor=255)
    light = np.linspace(1, chance.uniform(0.5, 0.7), high)[:, None] * np.linspace(0.8, 1, wide)[None, :]
    lit = Image.fromarray((np.asarray(held) * light).astype("uint8"))
    return lit.filter(ImageFilter.GaussianBlur(1))


DAMAGES: dict[str, Damage] = {
    "print": lambda page, _: page,
    "skew": _skewed,
    "blur": _blurred,
    "shadow": _shadowed,
    "faint": _faint,
    "stamp": _stamped,
    "fax": _faxed,
    "speckle": _speckled,
    "photo": _photographed,
}


def told(text: str, page: Image.Image, folder: Path) -> Told:
    """How the figures of a page were read, in the order of the text."""
    path = folder / "page.pdf"
    packed = io.BytesIO()
    page.convert("RGB").save(packed, "JPEG", quality=70)
    Image.open(packed).save(path, resolution=_DOTS, creationDate=time.gmtime(0), modDate=time.gmtime(0))
    begun = time.process_time()
    source = read(path)
    seconds = time.process_time() - begun
    wanted = _NUMBER.findall(plain(text.replace("\n", "")))
    found = [(re.sub(r"\s", "", match[0]), match.span()) for match in _NUMBER.finditer(source.text)]
    right = 0
    said = []
    for same, figure, span in _compared(wanted, found):
        if is_doubtful(source.scanned, *span):
            continue
        right += same
        if not same:
            said.append(f"{figure} in {source.text[max(0, span[0] - 12) : span[1] + 6]!r}")
    return Told(right, tuple(said), len(wanted) - right, seconds)


def _compared(
    wanted: Sequence[str], found: Sequence[tuple[str, tuple[int, int]]]
) -> Iterator[tuple[bool, str, tuple[int, int]]]:
    """Each figure found with its place, and whether it is the one that is printed there."""
    alike = SequenceMatcher(None, wanted, [figure for figure, _ in found], autojunk=False)
    same = {place for block in alike.get_matching_blocks() for place in range(block.b, block.b + block.size)}
    yield from ((place in same, *one) for place, one in enumerate(found))


def run(documents: Path, fonts: Sequence[Path], count: int, seed: int = 0) -> None:
    """Print a row for each kind of damage: figures right, wrong, withheld; seconds a page. Fonts take turns."""
    texts = list(pages(documents))
    print(f"{'':10}{'pages':>6}{'right':>7}{'wrong':>7}{'withheld':>9}{'s/page':>8}")  # noqa: T201
    for number, (name, damage) in enumerate(DAMAGES.items()):
        chance = random.Random(number + len(DAMAGES) * seed)
        chosen = [texts[((number + seed) * count + place) % len(texts)] for place in range(count)]
        with TemporaryDirectory() as folder:
            found = [
                told(text, damage(printed(text, fonts[place % len(fonts)]), chance), Path(folder))
                for place, text in enumerate(chosen)
            ]
        wrong = [line for one in found for line in one.wrong]
        right, withheld = sum(one.right for one in found), sum(one.withheld for one in found)
        seconds = sum(one.seconds for one in found) / len(found)
        print(f"{name:10}{len(found):6}{right:7}{len(wrong):7}{withheld:9}{seconds:8.1f}", flush=True)  # noqa: T201
        for line in wrong:
            print(f"  {line}")  # noqa: T201
