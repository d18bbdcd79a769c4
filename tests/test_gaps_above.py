"""Lines know whether a blank one stands above them, whatever blanks and ends of lines there are."""

from hypothesis import given
from hypothesis import strategies as st

from corpus.line import front_matter, lines

_BLANKS = "\ufeff \u3000\xa0\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u200b\u202f\u205f\t"
_PIECES = st.sampled_from(
    [*_BLANKS[:4], "\t", "\n", "\n\n", "\r\n", "\r\n\r\n", "\f", "茶叶", "3\t4", "1.2吨。"]
)


@given(st.lists(_PIECES, max_size=30).map("".join))
def test_a_gap_is_a_blank_line_right_above(text: str) -> None:
    """Told from all of the text before a line, in which only blanks stand behind the last line's end."""
    begin = front_matter(text)
    found = lines(text)
    ends = [begin, *(line.end for line in found)]
    for line, before in zip(found, ends, strict=False):
        assert text[line.start : line.end] == line.text
        above = text[: line.start].rstrip(_BLANKS)
        blank = any(not part.strip() for part in _parts(text[before : line.start])[1:-1])
        assert line.gap == (above.endswith(("\n\n", "\r\n\r\n")) or blank)


def _parts(between: str) -> list[str]:
    """What stands between the ends of lines of a piece of text, where something does."""
    for end in "\r\f\v":
        between = between.replace(end, "\n")
    first, *inner = between.split("\n")
    last = inner.pop() if inner else ""
    return [first, *(part for part in inner if part), last]
