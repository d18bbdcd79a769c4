"""How many things are said to be: 3个, 十二家."""

from corpus.numeral import NotANumeral, parse


def counted(numeral: str) -> int:
    """The number that a numeral says, 0 for a guess, which says none.

    >>> counted("12"), counted("两"), counted("三四")
    (12, 2, 0)
    """
    try:
        return int(parse(numeral))
    except NotANumeral:
        return 0
