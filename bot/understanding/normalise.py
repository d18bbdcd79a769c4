"""A question as it was typed, turned into the characters and words of a letter."""

import re
from functools import cache

from bot.understanding.lexicon import Lexicon
from bot.understanding.vocabulary import Vocabulary, syllables
from corpus.text import plain

_LATIN_WORD = re.compile(r"[a-z]{4,}")


def normalised(text: str, lexicon: Lexicon, vocabulary: Vocabulary) -> str:
    """The question folded, in simplified characters, English and pinyin words put into Chinese.

    Full-width forms, characters mistaken for others by shape and traditional ones are replaced; the result
    is in lower case.
    """
    text = simplified(plain(text)).translate(dict(lexicon.confusable)).casefold()
    text = lexicon.english(text)[0]
    for pattern, word in lexicon.spoken:
        text = pattern.sub(word, text)
    return _LATIN_WORD.sub(lambda word: _spelt(word.group(), vocabulary) or word.group(), text)


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
        sounds = syllables(name)
        for start in range(len(name) - 1):
            spelling = ""
            for end in range(start, len(name)):
                spelling += sounds[end]
                if spelling == word:
                    return name[start : end + 1]
                if not word.startswith(spelling):
                    break
    return ""
