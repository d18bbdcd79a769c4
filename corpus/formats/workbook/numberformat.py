"""Number formats of spreadsheets: a stored number as its cell shows it."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal

from corpus.compiled import compiled
from corpus.formats.workbook.builtin import GENERAL
from corpus.formats.workbook.section import Amount, Section, Token, literal, sections

_LATEST = 2958465  # 31 December 9999
_DIGITS, _PRECISION = 10, 15  # digits: shown where there is no format; of a stored number
_WEEKDAYS = "一二三四五六日"
_LOSS = compiled(r"[-−()（）▲△▼▽↓⬇]")


def shown(value: Decimal, pattern: str, *, from_1904: bool = False) -> str:
    """A number as a cell of this format shows it, thousands not parted.

    >>> shown(Decimal("0.451"), "0.0%"), shown(Decimal("45.1"), '0.0"%"'), shown(Decimal("24.69"), '0.00"亿元"')
    ('45.1%', '45.1%', '24.69亿元')
    >>> shown(Decimal(246900), '0!.0,"万元"'), shown(Decimal(312345678), '0.00,,"百万元"'), shown(Decimal(45413), 'yyyy"年"m"月"')
    ('24.7万元', '312.35百万元', '2024年5月')
    """
    if pattern == GENERAL:  # most cells
        return general(value) if value else "0"
    value = _stored(value)
    section, is_loss = _chosen(sections(pattern), value)
    if section is None:
        return general(value)
    if section.is_date:
        return _moment(value, section, from_1904) if 0 <= value <= _LATEST else general(value)
    printed = _number(section, abs(value))
    if value < 0 and any(letter.isdigit() for letter in printed):
        # A loss is in brackets, marked, in words of its own, or only red; it is below nothing all the same.
        own = _own(section, pattern) if is_loss or section.condition else ""
        return "-" + (_LOSS.sub("", printed.removeprefix(own)) if is_loss else printed.removeprefix(own))
    return printed


def shown_text(text: str, pattern: str) -> str:
    """A text as a cell of this format shows it.

    >>> shown_text("云溪", '@"镇"'), shown_text("云溪", "0.00")
    ('云溪镇', '云溪')
    """
    section = next((section for section in sections(pattern) if section.is_text), None)
    if section is None:
        return text
    return "".join(text if token.kind == "text" else literal(token) for token in section.tokens)


def general(value: Decimal) -> str:
    """A number in a cell without a format.

    >>> general(Decimal("9.300000000000001")), general(Decimal(1) / 3), general(Decimal("1.2E+11"))
    ('9.3', '0.3333333333', '120000000000')
    """
    printed = str(value)
    if len(printed) <= _DIGITS and "E" not in printed:  # nothing to round
        return printed.rstrip("0").rstrip(".") if "." in printed else printed
    value = _stored(value)
    whole = len(str(abs(int(value))))
    if value != int(value) and abs(value) >= Decimal("0.001"):
        value = _rounded(value, max(0, _DIGITS + (abs(value) < 1) - whole))
    printed = f"{value:f}"
    return printed.rstrip("0").rstrip(".") if "." in printed else printed


def _chosen(told: Sequence[Section], value: Decimal) -> tuple[Section | None, bool]:
    """The part for a number, and whether it is the part for losses alone."""
    numeric = [section for section in told if not section.is_text]
    if any(section.condition for section in numeric):
        fit = (
            section for section in numeric if section.condition is None or _fits(value, *section.condition)
        )
        return next(fit, None), False
    if not numeric:
        return None, False
    if value < 0 and len(numeric) > 1:
        return numeric[1], True
    return (numeric[2] if value == 0 and len(numeric) > 2 else numeric[0]), False


def _own(section: Section, pattern: str) -> str:
    """What a part shows before its number and no other part does."""
    others = {_before(one) for one in sections(pattern) if one is not section}
    return "" if _before(section) in others else _before(section)


def _before(section: Section) -> str:
    """What a part shows before its number."""
    places = [at for at, token in enumerate(section.tokens) if token.kind in ("digit", "point", "general")]
    return "".join(literal(token) for token in section.tokens[: min(places, default=0)]).strip()


def _fits(value: Decimal, sign: str, limit: Decimal) -> bool:
    return {
        "<": value < limit,
        ">": value > limit,
        "<=": value <= limit,
        ">=": value >= limit,
        "=": value == limit,
        "<>": value != limit,
    }[sign]


def _number(section: Section, value: Decimal) -> str:
    if section.amount:
        return _filled(section.amount, value)
    kinds = [token.kind for token in section.tokens]
    digits = [place for place, kind in enumerate(kinds) if kind == "digit"]
    scaled = value * 100 ** kinds.count("percent")
    if section.is_general:
        return _plain(section, general(scaled))
    point = kinds.index("point") if "point" in kinds else len(kinds)
    whole = [place for place in digits if place < point]
    fraction = [place for place in digits if place > point]
    scaled /= 1000 ** _thousands(kinds, digits, whole, point)
    units, _, parts = f"{_rounded(scaled, len(fraction)):f}".partition(".")
    written = {**_units(section, whole, units), **_parts(section, fraction, parts)}
    if not whole and fraction and int(units):
        written[point] = units + "."
    elif any(written.get(place) for place in fraction):
        written[point] = "."
    return "".join(written.get(place, literal(token)) for place, token in enumerate(section.tokens)).strip()


def _filled(amount: Amount, value: Decimal) -> str:
    """An amount whose digits are all filled."""
    units, point, parts = f"{_rounded(value * 100**amount.hundreds, amount.places):f}".partition(".")
    units = units.lstrip("0").zfill(amount.least)
    return f"{amount.before}{units}{point}{parts}{amount.behind}".strip()


def _plain(section: Section, number: str) -> str:
    """The number in the place of the first digit or the word General, with the words around it."""
    place = next(i for i, token in enumerate(section.tokens) if token.kind in ("general", "digit"))
    kept = [token for token in section.tokens if token.text not in "/ "]
    if any(token.kind == "general" for token in kept):
        return "".join(number if token.kind == "general" else literal(token) for token in kept)
    before = "".join(literal(token) for token in section.tokens[:place])
    last = max(i for i, token in enumerate(section.tokens) if token.kind == "digit")
    return before + number + "".join(literal(token) for token in section.tokens[last + 1 :])


def _thousands(kinds: Sequence[str], digits: Sequence[int], whole: Sequence[int], point: int) -> int:
    """How many times the number is divided by a thousand: the commas behind its digits."""
    if not digits:
        return 0
    last = max(whole, default=point)
    return sum(
        kind == "comma" and (place > digits[-1] or last < place < point) for place, kind in enumerate(kinds)
    )


def _units(section: Section, places: Sequence[int], units: str) -> dict[int, str]:
    """The digits before the point, from the right; the leftmost place takes all that are left."""
    left = units if int(units) else ""
    written = {}
    for place in reversed(places):
        pad = "0" if section.tokens[place].text == "0" else ""
        written[place] = left[-1:] or pad
        left = left[:-1]
    if places:
        written[places[0]] = left + written[places[0]]
    return written


def _parts(section: Section, places: Sequence[int], parts: str) -> dict[int, str]:
    """The digits behind the point; a place that need not be filled is not filled with a last zero."""
    written: dict[int, str] = {}
    for index in range(len(places) - 1, -1, -1):
        needed = section.tokens[places[index]].text == "0" or any(written.values())
        written[places[index]] = parts[index] if needed or parts[index] != "0" else ""
    return written


def _stored(value: Decimal) -> Decimal:
    """The number without what only its binary form has."""
    return value if value == 0 else _rounded(value, _PRECISION - 1 - value.adjusted())


def _rounded(value: Decimal, places: int) -> Decimal:
    return (
        value.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)
        if value
        else Decimal(0).scaleb(-places)
    )


def _moment(value: Decimal, section: Section, from_1904: bool) -> str:
    """A day or a time as the format writes it."""
    seconds = int(_rounded(value * 86400, 0))
    moment = _beginning(value, from_1904) + timedelta(seconds=seconds)
    tokens = section.tokens
    halves = any(token.kind == "half" for token in tokens)
    times = [place for place, token in enumerate(tokens) if token.kind in ("date", "elapsed")]
    written = ""
    for place, token in enumerate(tokens):
        if token.kind == "elapsed":
            written += str(seconds // {"h": 3600, "m": 60, "s": 1}[token.text[0]]).zfill(len(token.text))
        elif token.kind == "date":
            written += _field(token.text.lower(), moment, halves, _is_minute(tokens, times, place))
        elif token.kind == "half":
            written += token.text.split("/")[moment.hour >= 12]
        elif token.kind == "point" or (
            token.kind == "digit" and place and tokens[place - 1].kind == "literal"
        ):
            continue
        elif token.kind != "digit":
            written += literal(token)
    return written.strip()


def _beginning(value: Decimal, from_1904: bool) -> datetime:
    """The day 0. The format counts a 29 February 1900."""
    return datetime(1904, 1, 1) if from_1904 else datetime(1899, 12, 30 if value >= 60 else 31)


def _is_minute(tokens: Sequence[Token], times: Sequence[int], place: int) -> bool:
    """Whether m is the minute: behind an hour, before a second."""
    index = times.index(place)
    before = tokens[times[index - 1]].text.lower() if index else ""
    after = tokens[times[index + 1]].text.lower() if index + 1 < len(times) else ""
    return before.startswith("h") or after.startswith("s")


def _field(field: str, moment: datetime, halves: bool, is_minute: bool) -> str:
    letter, length = field[0], min(len(field), 4)
    if letter in "ye":
        return f"{moment.year % 100:02d}" if letter == "y" and length < 3 else str(moment.year)
    if letter == "a":
        return ("星期" if length == 4 else "") + _WEEKDAYS[moment.weekday()]
    if letter in "md" and length > 2 and not is_minute:
        return moment.strftime({"m": ("%b", "%B"), "d": ("%a", "%A")}[letter][length - 3])
    number = {
        "m": moment.minute if is_minute else moment.month,
        "d": moment.day,
        "h": (moment.hour % 12 or 12) if halves else moment.hour,
        "s": moment.second,
    }[letter]
    return str(number).zfill(min(length, 2))
