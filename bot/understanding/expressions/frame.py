"""A message's frame: who asks whom and how, before what is asked."""

from bot.understanding.lexicon import Lexicon

# 信中提到的…: the verb goes on and frames nothing.
_GOES_ON = frozenset("的了过着得之所与和")
# A question has more characters than that.
_LEAST = 4
_READ = 120


def unframed(text: str, lexicon: Lexicon) -> str:
    """What is asked, without the clause that says that it is asked; "" for a message that has no such clause.

    >>> from bot.understanding.lexicon import lexicon
    >>> unframed("劳驾贵局告知,医化产值多少", lexicon())
    '医化产值多少'
    """
    match = lexicon.frame.match(text[:_READ])
    rest = text[match.end() :] if match else ""
    return rest if len(rest) >= _LEAST and rest[0] not in _GOES_ON else ""
