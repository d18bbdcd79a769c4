"""Numbers broken by a blank (2 10万亩, 1 0 0%), in texts that are seen to be broken in other places too."""

from corpus.compiled import compiled

# Stands for the blank inside a number, as long as it. Nothing that is shown has it: tidy closes it, printed undoes it.
JOINER = "\u2060"
# No typesetter sets a blank before a full stop, nor ends a line behind a decimal point.
_BROKEN = compiled(r"(?<=[^\s|])[ \u3000](?=[，。；、：）])|(?<=\d)\.[ \t]*\n\s*(?=\d)")
_OFTEN = 500  # characters of a text for each such place; of 480 papers only broken ones have as many
# A blank behind a digit that stands alone: between longer numbers it parts them.
_INSIDE = compiled(r"(?<=\d)(?<![\d.,]\d) (?=\d+(?:\.\d+)?(?: \d)*(?!\d)[^\d\s年月日时点:：,、-])")


def joined(text: str) -> str:
    """The text with a JOINER for the blank inside each broken number; the same text where it is not broken elsewhere.

    >>> joined("毛竹林2 10万亩 ，居第三位 。").replace(JOINER, "+")
    '毛竹林2+10万亩 ，居第三位 。'
    >>> joined("投资5 12万元。")
    '投资5 12万元。'
    """
    is_broken = len(_BROKEN.findall(text)) * _OFTEN >= len(text) if _INSIDE.search(text) else False
    return _INSIDE.sub(JOINER, text) if is_broken else text


def printed(text: str) -> str:
    """A text that was joined as it was before, as long as it.

    >>> printed(joined("毛竹林2 10万亩 ，居第三位 。"))
    '毛竹林2 10万亩 ，居第三位 。'
    """
    return text.replace(JOINER, " ")
