"""Lines as printed, and the ones that a hard wrap broke put together again."""

import re
from collections.abc import Iterator, Sequence

from corpus.compiled import compiled
from corpus.runtime.frozen import dataclass
from corpus.runtime.replace import replace

# A line that ends so goes on; one that begins so goes on from the line before.
_OPEN_END = compiled(r"[，、,（(《“〔\d]$")
_CUT_FIGURE = compiled(r"\d\.$")
_OPEN_START = compiled(r"^[，。、；：%％,.)）》”]")
# 文号    公开属性: two things side by side, as letterheads have them.
_COLUMNS = compiled(r"[ \u3000\t]{4,}")
_PROSE = compiled(r"[，,。；;、]")
_CLOSED_END = compiled(r"[。！？!?；;：:…][”’）)」]?$")
# Only keys with values between the dashes: else they are rules across the page.
_FRONT_MATTER = compiled(
    r"\A\ufeff?---[ \t]*\r?\n(?:[ \t]*(?:[^\s:：#|][^:\n]{0,30}:(?:[ \t][^\n]*)?|-[ \t][^\n]*|#[^\n]*)?\r?\n)+?---[ \t]*(?:\r?\n|\Z)"
)
_KEY = compiled(r"(?m)^[ \t]*[^\s:：#|-][^:\n]{0,30}:")
# Blanks of every width: an indentation of &emsp; is one.
_BLANKS = "\ufeff \u3000\xa0\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u200b\u202f\u205f"
_INDENT = _BLANKS + "\t"
_PRINTED = compiled(r"[^\r\n\f\v]+")
_SPACED = 0.7  # of the lines have a blank one above
_FEW = 20  # lines, of which the longest is as wide as all are set
_ENOUGH = 20  # a shorter line without an end mark is a title or a name, not half a sentence


@dataclass(frozen=True)
class Line:
    """A printed line without the blanks around it: text[start:end]. `gap` says that a blank line stands above."""

    start: int
    end: int
    text: str
    indent: int
    gap: bool

    @property
    def width(self) -> float:
        """How many characters it is wide, its indentation included; two ASCII ones take the room of one."""
        return self.indent + len(self.text) - sum(map(str.isascii, self.text)) / 2


def lines(text: str) -> tuple[Line, ...]:
    """The lines with something on them, Markdown front matter left out."""
    return tuple(_lines(text, front_matter(text)))


def front_matter(text: str) -> int:
    """Where the text proper begins, after a `---` block at its head."""
    match = _FRONT_MATTER.match(text)
    # A heading between two rules is the text itself.
    return match.end() if match and _KEY.search(match[0]) else 0


def _lines(text: str, begin: int) -> Iterator[Line]:
    gap = False
    for match in _PRINTED.finditer(text, begin):
        bare = match[0].strip(_INDENT)
        if not bare.strip():
            gap = True
            continue
        if _is_row(match[0], bare) and _is_row_of(match, text):
            # Empty cells before the first word or behind the last are cells of a row.
            bare = match[0].strip(_BLANKS)
        indent = match[0].index(bare[0])
        start = match.start() + indent
        above = start
        while above and text[above - 1] in _INDENT:
            above -= 1
        gap = gap or text.endswith(("\n\n", "\r\n\r\n"), 0, above)
        yield Line(start, start + len(bare), bare, indent, gap)
        gap = False


def _is_row(line: str, bare: str) -> bool:
    """Whether a line has cells between tabs, one of them empty at an end of it."""
    return "\t" in bare and line.count("\t") > bare.count("\t")


def _is_row_of(line: re.Match[str], text: str) -> bool:
    """Whether the line before or behind has as many tabs: a row that has an empty cell at its end, and no indented text."""
    before = text[text.rfind("\n", 0, max(line.start() - 1, 0)) + 1 : line.start()]
    begins = line.end()
    while text.startswith(("\r", "\n"), begins):
        begins += 1
    ends = text.find("\n", begins)
    count = line[0].count("\t")
    return count > 1 and count in {
        before.count("\t"),
        text.count("\t", begins, ends if ends >= 0 else len(text)),
    }


def wrap_width(printed: Sequence[Line]) -> float:
    """The width that a hard wrap gave the lines; 0 where they are whole paragraphs."""
    widths = sorted(line.width for line in printed)
    # One line in twenty may be two that were put together.
    widest = widths[int(0.95 * (len(widths) - 1))] if len(widths) > _FEW else max(widths, default=0)
    if len(widths) < 4 or not _ENOUGH <= widest <= 64:
        return 0
    full = sum(width >= 0.85 * widest for width in widths)
    return widest if full >= 0.35 * len(widths) else 0


def unspaced(printed: Sequence[Line], wrap: float) -> tuple[Line, ...]:
    """The lines, without their gaps where nearly every line that a hard wrap made has one: they part no paragraphs."""
    if not wrap or sum(line.gap for line in printed) < _SPACED * len(printed):
        return tuple(printed)
    return tuple(replace(line, gap=False) for line in printed)


def goes_on(first: Line, line: Line, following: Line, wrap: float) -> bool:
    """Whether `following` continues the paragraph that began with `first` and now ends with `line`."""
    if following.gap or _COLUMNS.search(line.text):
        return False
    if _OPEN_START.match(following.text) or _CUT_FIGURE.search(line.text):
        return True
    if _OPEN_END.search(line.text) and _PROSE.search(line.text):
        return True
    if len(line.text) < min(_ENOUGH, wrap or _ENOUGH):
        return False
    if wrap and line.width >= 0.8 * wrap and following.indent <= line.indent:
        return not line.text.endswith(("。", "！", "？"))
    return not _CLOSED_END.search(line.text) and first.indent > 0 and following.indent == 0
