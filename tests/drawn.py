"""Small PDF files, drawn letter by letter."""

import io
import math
from collections.abc import Mapping, Sequence
from itertools import groupby

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen

_HEAD = b"%PDF-1.7\n"
_CMAP = (
    "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /drawn def /CMapType 2 def\n"
    "1 begincodespacerange <0000> <ffff> endcodespacerange\n{ranges}"
    "endcmap CMapName currentdict /CMap defineresource pop end end"
)


class Sheet:
    """A page; places are points from its upper left corner, a text's is the left end of its base line.

    All of it is drawn turned by `turn` degrees against the clock; the file says that it is to be shown turned by `rotate`.
    """

    def __init__(self, width: int = 595, height: int = 842, rotate: int = 0, turn: int = 0) -> None:
        self.width, self.height, self.rotate, self.turn = width, height, rotate, turn
        self.texts: list[tuple[float, float, str, float, float]] = []
        self.drawings: list[str] = []

    def text(self, x: float, y: float, words: str, size: float = 14, angle: float = 0) -> "Sheet":
        """Words, written at an angle in degrees against the clock."""
        self.texts.append((x, self.height - y, words, size, math.radians(angle)))
        return self

    def line(self, left: float, top: float, right: float, bottom: float) -> "Sheet":
        """A ruled line."""
        self.drawings.append(f"{left} {self.height - top} m {right} {self.height - bottom} l S")
        return self

    def grid(self, across: Sequence[float], down: Sequence[float]) -> "Sheet":
        """The lines of a table."""
        for x in across:
            self.line(x, down[0], x, down[-1])
        for y in down:
            self.line(across[0], y, across[-1], y)
        return self

    def shade(self, left: float, top: float, right: float, bottom: float, grey: float) -> "Sheet":
        """A filled box."""
        self.drawings.append(f"{grey} g {left} {self.height - bottom} {right - left} {bottom - top} re f 0 g")
        return self

    def picture(self) -> "Sheet":
        """A picture over the whole page."""
        self.drawings.append(f"q {self.width} 0 0 {self.height} 0 0 cm /I Do Q")
        return self

    def content(self, codes: Mapping[str, int], tall: str) -> bytes:
        """What draws it; the letters of the font T are `tall`."""
        a, b, e, f = {
            0: (1, 0, 0, 0),
            90: (0, 1, self.height, 0),
            180: (-1, 0, self.width, self.height),
            270: (0, -1, 0, self.width),
        }[self.turn]
        found = [f"{a} {b} {-b} {a} {e} {f} cm", *self.drawings]
        for x, y, words, size, angle in self.texts:
            across, down = math.cos(angle), math.sin(angle)
            shown = " ".join(
                f"/{'T' if is_tall else 'F'} {size} Tf <{''.join(f'{codes[letter]:04x}' for letter in run)}> Tj"
                for is_tall, run in groupby(words, lambda letter: letter in tall)
            )
            found.append(f"BT {across:.4f} {down:.4f} {-down:.4f} {across:.4f} {x:.2f} {y:.2f} Tm {shown} ET")
        return "\n".join(found).encode()


def drawn(
    *sheets: Sheet,
    said: Mapping[str, str] | None = None,
    count: int | None = None,
    reach: tuple[int, int] = (880, -120),
    tall: str = "",
) -> bytes:
    """A PDF file; `said` has letters that the text layer gives otherwise, `count` is the page count it claims.

    `reach` is how high and how low the font says that its letters go, in thousandths of their size; that of the letters
    `tall` says more than twice their size.
    """
    letters = sorted({letter for sheet in sheets for text in sheet.texts for letter in text[2]})
    codes = {letter: code for code, letter in enumerate(letters, start=1)}
    kids = " ".join(f"{9 + 2 * place} 0 R" for place in range(len(sheets)))
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Kids[{kids}]/Count {len(sheets) if count is None else count}>>".encode(),
        *_font(letters, said or {}, reach, 3),
        _stream(
            b"\x80", "/Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8"
        ),
    ]
    for place, sheet in enumerate(sheets):
        width, height = (sheet.width, sheet.height) if sheet.turn % 180 == 0 else (sheet.height, sheet.width)
        page = (
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 {width} {height}]/Rotate {sheet.rotate}"
            f"/Contents {10 + 2 * place} 0 R/Resources<</Font<</F 3 0 R/T {9 + 2 * len(sheets)} 0 R>>/XObject<</I 8 0 R>>>>>>"
        )
        objects += [page.encode(), _stream(sheet.content(codes, tall))]
    return _file([*objects, *_font(letters, said or {}, (1460, -740), 9 + 2 * len(sheets))])


def _font(letters: Sequence[str], said: Mapping[str, str], reach: tuple[int, int], first: int) -> list[bytes]:
    """An embedded font in which every letter is a box: half a square for ASCII, a square for all else, a low one for 、"""
    top, foot = reach
    widths = " ".join("500" if letter.isascii() else "1000" for letter in letters)
    ranges = "".join(
        f"1 beginbfchar <{code:04x}> <{said.get(letter, letter).encode('utf-16-be').hex()}> endbfchar\n"
        for code, letter in enumerate(letters, start=1)
    )
    return [
        f"<</Type/Font/Subtype/Type0/BaseFont/Drawn/Encoding/Identity-H/DescendantFonts[{first + 1} 0 R]"
        f"/ToUnicode {first + 3} 0 R>>".encode(),
        "<</Type/Font/Subtype/CIDFontType2/BaseFont/Drawn/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
        f"/CIDToGIDMap/Identity/FontDescriptor {first + 2} 0 R/DW 1000/W[1[{widths}]]>>".encode(),
        f"<</Type/FontDescriptor/FontName/Drawn/Flags 4/FontBBox[0 {foot} 1000 {top}]/ItalicAngle 0/Ascent {top}"
        f"/Descent {foot}/CapHeight 700/StemV 80/FontFile2 {first + 4} 0 R>>".encode(),
        _stream(_CMAP.replace("{ranges}", ranges).encode()),
        _stream(_outlines(letters, reach)),
    ]


def _outlines(letters: Sequence[str], reach: tuple[int, int]) -> bytes:
    names = [".notdef", *(f"letter{number}" for number in range(len(letters)))]
    widths = [1000, *(500 if letter.isascii() else 1000 for letter in letters)]
    boxes = {}
    for name, width, letter in zip(names, widths, " " + "".join(letters), strict=True):
        pen = TTGlyphPen(None)
        pen.moveTo((50, 0))
        high = 200 if letter in "、。，" else 800
        for corner in ((width - 50, 0), (width - 50, high), (50, high)):
            pen.lineTo(corner)
        pen.closePath()
        boxes[name] = pen.glyph()
    font = FontBuilder(1000, isTTF=True)
    font.setupGlyphOrder(names)
    font.setupCharacterMap({})
    font.setupGlyf(boxes)
    font.setupHorizontalMetrics({name: (width, 50) for name, width in zip(names, widths, strict=True)})
    font.setupHorizontalHeader(ascent=reach[0], descent=reach[1])
    font.setupNameTable({})
    font.setupOS2()
    font.setupPost()
    written = io.BytesIO()
    font.save(written)
    return written.getvalue()


def _stream(content: bytes, entries: str = "") -> bytes:
    return f"<<{entries}/Length {len(content)}>>stream\n".encode() + content + b"\nendstream"


def _file(objects: Sequence[bytes]) -> bytes:
    found, places = _HEAD, []
    for number, content in enumerate(objects, start=1):
        places.append(len(found))
        found += f"{number} 0 obj\n".encode() + content + b"\nendobj\n"
    entries = "".join(f"{place:010d} 00000 n \n" for place in places)
    return (
        found
        + f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{entries}".encode()
        + f"trailer<</Size {len(objects) + 1}/Root 1 0 R>>\nstartxref\n{len(found)}\n%%EOF\n".encode()
    )
