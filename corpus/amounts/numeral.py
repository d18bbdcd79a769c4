"""Numerals: Chinese and Arabic number words to exact values and back."""

from decimal import Decimal

from corpus.compiled import compiled

DIGITS = {
    "零": 0,
    "〇": 0,
    "一": 1,
    "二": 2,
    "两": 2,
    "三": 3,
    "四": 4,
    "五": 5,
    "六": 6,
    "七": 7,
    "八": 8,
    "九": 9,
}
_SMALL = {"十": 10, "百": 100, "千": 1_000}
_LARGE = {"万": 10**4, "亿": 10**8}
SCALES = _SMALL | _LARGE
_WRITTEN = "零一二三四五六七八九"

_ARABIC = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_SIMPLE = compiled(r"\d{1,16}(?:\.\d{1,8})?")
_WHOLE = compiled(rf"(?:(?:{_ARABIC})[十百千万亿]*)+")
_PIECES = compiled(rf"(?P<digits>{_ARABIC})(?P<scales>[十百千万亿]*)")
_CHINESE = compiled(
    r"(?P<whole>[零〇一二两三四五六七八九十百千万亿]+)(?:点(?P<part>[零〇一二三四五六七八九]+)(?P<scales>[十百千万亿]*))?"
)
# Neighbouring digits (七八百) and the idiomatic 三五 are two guesses, not two decimal places.
_PAIR = compiled(
    r"(?P<before>.*?)(?P<low>[一二两三四五六七八])(?P<high>[二三四五六七八九])(?P<after>[十百千万亿]*)"
)


class NotANumeral(ValueError):
    """The text is no numeral."""


def parse(text: str) -> Decimal:
    """The value of a numeral: 三千二百万, 一点五亿, 二〇二四, 两, 3,200.5, 1.35亿, 1亿3000万, -2.7, 负三.

    Raises NotANumeral for anything else, approximate pairs (二三百) included: see `pair`.

    >>> parse("三千二百万"), parse("两万五"), parse("1亿3000万")
    (Decimal('32000000'), Decimal('25000'), Decimal('130000000'))
    """
    bare = text[1:] if text.startswith(("-", "负")) else text
    value = _arabic(bare) if bare[:1].isdecimal() else _chinese(bare)
    return value if bare == text else -value


def counted(text: str) -> int:
    """The whole number that a numeral says, 0 for a guess, which says none.

    >>> counted("12"), counted("两"), counted("三四")
    (12, 2, 0)
    """
    try:
        return int(parse(text))
    except NotANumeral:
        return 0


def pair(text: str) -> tuple[Decimal, Decimal] | None:
    """Both values of an approximate pair, None for any other text.

    >>> pair("二三百"), pair("十七八")
    ((Decimal('200'), Decimal('300')), (Decimal('17'), Decimal('18')))
    """
    match = None if text.isascii() else _PAIR.fullmatch(text)
    if not match:
        return None
    before, low, high, after = match.groups()
    if DIGITS[high] - DIGITS[low] != 1 and (low, high) != ("三", "五"):
        return None
    # 四五 after 二零 is a place of a year, after 十 it is a guess.
    if before and before[-1] not in SCALES:
        return None
    return parse(before + low + after), parse(before + high + after)


def write(value: int | Decimal) -> str:
    """The value in Chinese numerals, which `parse` reads back; below 10**16.

    >>> write(32000000), write(Decimal("150.05")), write(10)
    ('三千二百万', '一百五十点零五', '十')
    """
    number = Decimal(value)
    if number < 0:
        return "-" + write(-number)
    whole, _, part = f"{number:f}".partition(".")
    words = _whole(int(whole))
    return words + ("点" + "".join(_WRITTEN[int(digit)] for digit in part) if part else "")


def _arabic(text: str) -> Decimal:
    if _SIMPLE.fullmatch(text):  # most of them
        return Decimal(text)
    if not _WHOLE.fullmatch(text):
        raise NotANumeral(text)
    total = Decimal(0)
    for piece in _PIECES.finditer(text):
        total += Decimal(piece["digits"].replace(",", "")) * _product(piece["scales"])
    return total


def _product(scales: str) -> int:
    value = 1
    for scale in scales:
        value *= SCALES[scale]
    return value


def _chinese(text: str) -> Decimal:
    match = _CHINESE.fullmatch(text)
    if not match or pair(text):
        raise NotANumeral(text)
    whole = Decimal(_sum(match["whole"]))
    if not match["part"]:
        return whole
    part = "".join(str(DIGITS[digit]) for digit in match["part"])
    return (whole + Decimal(f"0.{part}")) * _product(match["scales"])


def _sum(text: str) -> int:
    if len(text) > 1 and all(letter in DIGITS for letter in text):
        return int("".join(str(DIGITS[digit]) for digit in text))
    total = section = digit = 0
    last = 1
    for letter in text:
        if letter in DIGITS:
            digit, last = DIGITS[letter], (last if DIGITS[letter] else 1)
        elif letter in _SMALL:
            # A leading 十 or 百 (十五, 百余) counts one of it.
            section += (digit or 1) * _SMALL[letter]
            digit, last = 0, _SMALL[letter]
        else:
            total = (
                (total + section + digit or 1) * _LARGE[letter]
                if letter == "亿"
                else total + (section + digit or 1) * _LARGE[letter]
            )
            section = digit = 0
            last = _LARGE[letter]
    # 两万五 is 25000: the last digit stands one place below the last scale.
    return total + section + digit * max(1, last // 10)


def _whole(number: int) -> str:
    if number == 0:
        return "零"
    words, rest = "", number
    for name, scale in (("亿", 10**8), ("万", 10**4), ("千", 1_000), ("百", 100), ("十", 10)):
        count, rest = divmod(rest, scale)
        if count:
            words += _whole(count) + name
        if words and 0 < rest < scale // 10 and not words.endswith("零"):
            words += "零"
    if rest:
        words += _WRITTEN[rest]
    # Only a number that begins with it drops the 一 of 一十.
    return words[1:] if number < 20 and words.startswith("一十") else words
