"""Sentences: where a paragraph is cut."""

import re
from collections.abc import Iterator

from corpus.compiled import compiled

# Decimal points, PM2.5 and 1. never end a sentence; an ASCII stop after a Chinese character does.
_END = compiled(r"(?:[。！？!?]|(?<=[\u4e00-\u9fff%％)）])\.(?=\s|$|[\u4e00-\u9fff“《]))+[”’）)」』]*")
# Ends within a pair do not count; a pair that never closes is damage and holds nothing together.
_PAIRS = compiled(r"“[^“”]{0,120}”|（[^（）()]{0,120}）|\([^（）()]{0,120}\)|《[^《》]{0,80}》")


def sentences(text: str) -> tuple[tuple[int, int], ...]:
    """The spans of the sentences of a paragraph, the blanks between them left out.

    >>> text = "增长2.5%。其中“五升一降。”企业37家；亏损2家。"
    >>> [text[start:end] for start, end in sentences(text)]
    ['增长2.5%。', '其中“五升一降。”', '企业37家；亏损2家。']
    """
    return tuple(_trimmed(text, start, end) for start, end in _cuts(text) if text[start:end].strip())


def _cuts(text: str) -> Iterator[tuple[int, int]]:
    held = {place for pair in _PAIRS.finditer(text) for place in range(pair.start(), _held_until(text, pair))}
    start = 0
    for match in _END.finditer(text):
        if match.start() in held:
            continue
        yield start, match.end()
        start = match.end()
    yield start, len(text)


def _held_until(text: str, pair: re.Match[str]) -> int:
    """A full stop right before a closing quote ends the sentence, in a bracket it belongs to what is around it."""
    inner = pair[0][:-1]
    closes = (
        pair[0][0] == "“"
        and inner.endswith(("。", "！", "？"))
        and not text[pair.end() :].startswith(tuple("，、；的"))
    )
    return pair.end() - 2 if closes else pair.end()


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    part = text[start:end]
    return start + len(part) - len(part.lstrip()), end - len(part) + len(part.rstrip())
