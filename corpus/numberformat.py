"""Numbers and days as a spreadsheet shows them by its number formats (ECMA-376, part 1, 18.8.30 and 18.8.31)."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

# Formats that Chinese editions know by number alone.
BUILT_IN: Mapping[int, str] = {
    27: 'yyyy"年"m"月"',
    28: 'm"月"d"日"',
    29: 'm"月"d"日"',
    30: "m-d-yy",
    31: 'yyyy"年"m"月"d"日"',
    36: 'yyyy"年"m"月"',
    50: 'yyyy"年"m"月"',
    51: 'm"月"d"日"',
    52: 'yyyy"年"m"月"',
    53: 'm"月"d"日"',
    54: 'm"月"d"日"',
    57: 'yyyy"年"m"月"',
    58: 'm"月"d"日"',
}
_TOKEN = re.compile(
    r'"(?P<quoted>[^"]*)"|[\\\\!](?P<escaped>.)|[_*].|\[\$(?P<money>[^\]-]*)[^\]]*\]|\[[^\]]*\]|(?P<digits>[0#?]+)'
    r"|(?P<point>\.)|(?P<comma>,)|(?P<percent>%)|(?P<literal>.)"
)
_LITERAL = re.compile(r'"[^"]*"|[\\\\!].|\[[^\]]*\]')
_PART = re.compile(_LITERAL.pattern + "|;|.")
_PLAIN = ("General", "@", "")


@dataclass(frozen=True)
class _Format:
    """What a format does: the number's scale and places, and the words around and between its digits.

    `words` are literals with the number of digit places that stand before each and whether that is behind the point.
    """

    percent: bool
    scale: int
    places: int
    minimum: int
    grouped: bool
    words: tuple[tuple[str, int], ...]
    whole: int


def is_date(pattern: str) -> bool:
    """Whether a format shows days: letters of years, months or days outside quotation marks, and no digits."""
    bare = _LITERAL.sub("", pattern.split(";")[0]).lower()
    return bool(re.search(r"[ymde]", bare)) and not re.search(r"[0#?]|general", bare)


def dated(value: date, pattern: str) -> str:
    """A day with as much of it as its format shows: 2024年12月, 2024年, 12月5日, else 2024-12-05.

    >>> dated(date(2024, 12, 1), 'yyyy"年"m"月"'), dated(date(2024, 12, 5), "yyyy/mm/dd")
    ('2024年12月', '2024-12-05')
    """
    bare = _LITERAL.sub("", pattern.split(";")[0]).lower()
    year, month, day = ("y" in bare or "e" in bare), "m" in bare, "d" in bare
    if year and not month and not day:
        return f"{value.year}年"
    if year and month and not day:
        return f"{value.year}年{value.month}月"
    if month and day and not year:
        return f"{value.month}月{value.day}日"
    return value.strftime("%Y-%m-%d")


def formatted(value: Decimal, pattern: str) -> str:
    """A number as its format shows it; thousands are not grouped, for they are read alike.

    >>> formatted(Decimal("0.451"), "0.0%"), formatted(Decimal("45.1"), '0.0"%"')
    ('45.1%', '45.1%')
    >>> formatted(Decimal("246900"), '0!.0,"万元"'), formatted(Decimal("-24.691"), '0.00"亿元"')
    ('24.7万元', '-24.69亿元')
    """
    sections = _sections(pattern)
    own = len(sections) > 1 and value < 0
    chosen = sections[1] if own else sections[0]
    if (
        chosen.strip() in _PLAIN
        or "general" in chosen.lower()
        or "E+" in chosen
        or "/" in _LITERAL.sub("", chosen)
    ):
        return f"{value:f}"
    form = _parsed(chosen)
    if not form.whole and not form.places:
        return f"{value:f}"
    number = abs(value) * (100 if form.percent else 1) / (Decimal(1000) ** form.scale)
    number = number.quantize(Decimal(1).scaleb(-form.places), ROUND_HALF_UP)
    signed = value < 0 and number != 0
    return ("-" if signed and "-" not in "".join(word for word, _ in form.words) else "") + _laid(
        number, form
    )


def _laid(number: Decimal, form: _Format) -> str:
    """The digits with the words between them, counted from the right of the whole part."""
    whole, _, rest = f"{number:f}".partition(".")
    whole = whole.rjust(form.whole, "0") if form.whole > 1 else whole
    head = tail = ""
    inside: list[tuple[int, str]] = []
    for word, before in form.words:
        if before == 0:
            head += word
        elif before >= form.whole + form.places:
            tail += word
        else:
            inside.append((form.whole - before, word))
    for from_right, word in sorted(inside):
        if from_right > 0:
            whole = whole[:-from_right] + word + whole[-from_right:]
        else:
            rest = rest[:-from_right] + word + rest[-from_right:]
    return head.replace("-", "") + ("-" if "-" in head else "") + whole + (f".{rest}" if rest else "") + tail


def _sections(pattern: str) -> list[str]:
    """The parts for positive, negative and other numbers."""
    parts = [""]
    for piece in _PART.findall(pattern):
        if piece == ";":
            parts.append("")
        else:
            parts[-1] += piece
    return parts


def _parsed(section: str) -> _Format:
    whole = places = commas = 0
    behind = percent = False
    words: list[tuple[str, int]] = []
    for match in _TOKEN.finditer(section):
        if match["digits"]:
            commas = 0
            whole, places = (
                (whole, places + len(match["digits"])) if behind else (whole + len(match["digits"]), places)
            )
        elif match["point"]:
            behind = True
        elif match["comma"]:
            commas += 1
        else:
            percent = percent or bool(match["percent"])
            word = (
                match["quoted"]
                or match["escaped"]
                or match["money"]
                or match["percent"]
                or match["literal"]
                or ""
            )
            words.append((word, whole + places))
    return _Format(percent, commas, places, whole, bool(commas), tuple(words), whole)
