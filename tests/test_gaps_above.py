"""Lines know whether a blank one stands above them, whatever blanks and ends of lines there are."""

import re
from collections.abc import Iterator

from hypothesis import given
from hypothesis import strategies as st

from corpus.texts.line import front_matter, lines

_BLANKS = "\ufeff \u3000\xa0\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u200b\u202f\u205f\t"
_PIECES = st.sampled_from(
    [*_BLANKS[:4], "\t", "\n", "\n\n", "\r\n", "\r\n\r\n", "\f", "茶叶", "3\t4", "1.2吨。"]
)


def gaps(text: str) -> Iterator[bool]:
    """For each line with something on it: whether a line of blanks is above it, or an empty one behind an end of a line.

    Told from all of the text before it.
    """
    blank = False
    for printed in re.finditer(r"[^\r\n\f\v]+", text[front_matter(text) :]):
        said = printed[0].strip(_BLANKS).strip()
        if said:
            before = text[: front_matter(text) + printed.start() + printed[0].index(said[0])].rstrip(_BLANKS)
            yield blank or before.endswith(("\n\n", "\r\n\r\n"))
        blank = not said


@given(st.lists(_PIECES, max_size=30).map("".join))
def test_a_gap_is_a_blank_line_right_above(text: str) -> None:
    assert [line.gap for line in lines(text)] == [*gaps(text)]
    assert all(text[line.start : line.end] == line.text for line in lines(text))
