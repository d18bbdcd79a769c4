"""A question as it was typed, turned into the characters and words of a letter."""

from functools import cache

from bot.understanding.lexicon import Lexicon
from bot.understanding.vocabulary import Vocabulary, readings
from corpus.amounts.numeral import NotANumeral, parse
from corpus.amounts.unit import shown
from corpus.compiled import compiled
from corpus.texts.text import plain

# An amount in words: two characters or more, a scale or a point among them.
_SPOKEN = compiled(
    r"(?<![第每零一二两三四五六七八九十百千万亿点几数好整])[一二两三四五六七八九十]"
    r"(?=[零一二两三四五六七八九十]*[百千万亿点][零一二两三四五六七八九十百千万亿]*)"
    r"[零一二两三四五六七八九十百千万亿点]+(?<!点)(?!分之|[零一二两三四五六七八九十百千万亿点多几余来半])"
)
_PLACES = 4
_LATIN_WORD = compiled(r"[a-z]{4,}")


def normalised(text: str, lexicon: Lexicon, vocabulary: Vocabulary) -> str:
    """The question folded, in simplified characters, English and pinyin words put into Chinese.

    Full-width forms, characters mistaken for others by shape and traditional ones are replaced; the result
    is in lower case.
    """
    text = simplified(plain(text)).translate(dict(lexicon.confusable)).casefold()
    text = lexicon.english(text)[0]
    for pattern, word in lexicon.spoken:
        text = pattern.sub(word, text)
    text = _SPOKEN.sub(lambda numeral: _in_digits(numeral.group(), vocabulary), text)
    return _LATIN_WORD.sub(lambda word: _spelt(word.group(), vocabulary) or word.group(), text)


def _in_digits(numeral: str, vocabulary: Vocabulary) -> str:
    """A numeral as letters print it; one that is part of a name, or none after all, as it is.

    两万五千 becomes 2.5万, 一亿二 1.2亿, 三百二十 320.
    """
    try:
        value = parse(numeral)
    except NotANumeral:
        return numeral
    if vocabulary.names_have(numeral):
        return numeral
    for word, size in (("亿", 10**8), ("万", 10**4)):
        short = shown(value / size)
        if value >= size and len(short.partition(".")[2]) <= _PLACES:
            return short + word
    return shown(value)


def simplified(text: str) -> str:
    """The text in simplified characters.

    >>> simplified("規上工業企業有幾家")
    '规上工业企业有几家'
    """
    try:
        text.encode("gb2312")
    except UnicodeEncodeError:
        return str(_converter().convert(text))
    return text


@cache
def _converter():  # type: ignore[no-untyped-def]  # noqa: ANN202 - opencc has no types
    # Loading its tables is left to the first traditional question.
    from opencc import OpenCC

    return OpenCC("t2s")


def _spelt(word: str, vocabulary: Vocabulary) -> str:
    """The word of the vocabulary that this pinyin spells, "" if none: lvyou → 旅游."""
    for name in sorted(vocabulary.sounds.names):
        sounds = readings(name)
        for start in range(len(name) - 1):
            spellings = {""}
            for end in range(start, len(name)):
                spellings = {spelt + sound for spelt in spellings for sound in sounds[end]}
                spellings = {spelt for spelt in spellings if word.startswith(spelt)}
                if word in spellings:
                    return name[start : end + 1]
                if not spellings:
                    break
    return ""
