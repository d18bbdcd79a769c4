"""Tables of tags within other text: Markdown may hold them as pages do."""

import re

from selectolax.lexbor import LexborHTMLParser

from corpus.formats.web.page import table_pieces

_TABLE = re.compile(r"<table\b[^>]*>.*?</table>", re.DOTALL | re.IGNORECASE)


def with_plain_tables(text: str) -> str:
    """The text with each table of tags as rows of cells, `a | b | c`, in lines of their own.

    >>> with_plain_tables("表1\\n<table><tr><td>指标</td><td>数量</td></tr><tr><td>汽车</td><td>62.6</td></tr></table>")
    '表1\\n\\n指标 | 数量\\n汽车 | 62.6\\n'
    """
    return _TABLE.sub(lambda match: _rows(match.group()), text)


def _rows(markup: str) -> str:
    table = LexborHTMLParser(markup).css_first("table")
    if table is None:
        return markup
    return "\n" + "".join(f"{line}\n" for piece in table_pieces(table) for line in piece.lines)
