"""Web pages of government sites read to lines: navigation and footer left out, tables kept as rows."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser, LexborNode

from corpus.document import Document
from corpus.encoding import decode
from corpus.given import Given, given
from corpus.grid import Cell, grid, table_lines

_DROPPED = "script,style,noscript,template,nav,footer,button,select,input,iframe,svg,head,[hidden],aside,del,s,strike,rt,rp"
_UNSEEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
# A raised number that is a note's mark, and what a raised number belongs to: m2, 10 to the power of 4.
_MARK = re.compile(r"[\s\d,，*＊\[\]［］〔〕()（）①-⑳-]+")
_POWER, _TEN = re.compile(r"[A-Za-zμ]\s*$"), re.compile(r"(?<![\d.])10\s*$")
# Names that site builders give to what is around an article.
_AROUND = re.compile(
    r"(?:^|[\s_-])(?:nav|navbar|menu|breadcrumb|crumb|crumbs|position|location|foot|footer|bottom|copyright|header|top|topbar|"
    r"logo|search|share|bshare|bdsharebuttonbox|toolbar|tools|sidebar|side|related|pager|pagination|qrcode|ewm|links|friendlink|dqwz|wz|"
    r"print|fontsize|ad|banner)(?:[\s_-]|$)",
    re.IGNORECASE,
)
_BLOCKS = re.compile(
    "p|div|section|article|main|h[1-6]|li|[uod]l|d[td]|table|caption|t[rdh]|tbody|thead|tfoot|blockquote|pre|[bh]r|center|"
    "figure|figcaption|header|body|fieldset|address"
)
_HEADINGS = {"h1": "# ", "h2": "## ", "h3": "### ", "h4": "#### ", "h5": "##### ", "h6": "###### "}
# Lines that only work the page.
_CONTROLS = re.compile(
    r"^(?:首页|您?(?:现在|当前)?的?(?:位置|所在位置)\s*[:：].*|当前位置.*|.*(?:首页|网站首页)\s*(?:>|»|›|/|→|-).*|打印(?:本页)?|关闭(?:窗口|本页)?|"
    r"返回(?:顶部|首页)?|分享(?:到|至)?[:：]?.*|扫一扫.*|上一[篇条].*|下一[篇条].*|相关(?:链接|阅读|文章).*|主办(?:单位)?[:：].*|承办(?:单位)?[:：].*|版权所有.*|"
    r".*ICP备.*|.*公网安备.*|网站标识码.*|技术支持[:：].*|网站地图.*|联系我们|无障碍.*|繁體.*|【?字体[:：].*)$"
)
_TOOLS = re.compile(
    r"[【\[]?\s*字体\s*[:：]\s*(?:[【\[]?[大中小]\s*[】\]]?\s*)+[】\]]?|(?<=\s)(?:打印|关闭)(?:本页|窗口)?(?=\s|$)"
)


_PROSE = 2  # sentences that no navigation has
_LINKED = 0.6  # a line with more of it in links is navigation
_META = {"articletitle", "pubdate", "contentsource", "url", "dc.title"}


def webpage(content: bytes, path: Path) -> Document:
    """The article of a page. Raises UnreadableSource where the bytes are no text."""
    tree = LexborHTMLParser(decode(content, path).text)
    said = _said(tree)
    for node in tree.css(_DROPPED):
        node.decompose()
    for node in tree.css("[style]"):
        if _UNSEEN.search(node.attributes.get("style") or ""):
            node.decompose()
    for node in tree.css("sup"):
        node.replace_with(_raised(node))
    for node in tree.css("[class],[id],form"):
        if _is_around(node):
            node.decompose()
    lines = list(_lines(tree.body)) if tree.body else []
    return Document("".join(f"{line}\n" for line in lines), said)


def _said(tree: LexborHTMLParser) -> Given:
    """What the meta tags say that government sites are required to carry."""
    tags = {
        str(node.attributes.get("name") or "").lower(): node.attributes.get("content")
        for node in tree.css("meta[name]")
    }
    return given({name: content for name, content in tags.items() if name in _META and content})


def _is_around(node: LexborNode) -> bool:
    names = f"{node.attributes.get('class') or ''} {node.attributes.get('id') or ''}"
    if node.tag != "form" and not _AROUND.search(names):
        return False
    # A wrapper may be called top, and whole pages stand in a form: what has sentences or figures in rows is the article.
    return node.text().count("。") < _PROSE and not any(_has_figures(table) for table in node.css("table"))


def _has_figures(table: LexborNode) -> bool:
    """Whether a quarter of a table's cells at least are numbers."""
    cells = [_text(cell) for cell in table.css("td")]
    return sum(cell[:1].isdigit() for cell in cells) * 4 >= len(cells) > 1


def _raised(node: LexborNode) -> str:
    """What of raised letters is text: the 2 of m2, the power of ten, and no note mark."""
    words, before = node.text(), node.prev.text() if node.prev is not None else ""
    if not _MARK.fullmatch(words) or _POWER.search(before):
        return words
    return f"^{words.strip()}" if _TEN.search(before) else ""


@dataclass
class _Pen:
    """The line being written: its pieces and how much of it is links."""

    pieces: list[str] = field(default_factory=list)
    linked: int = 0
    prefix: str = ""

    def line(self) -> str:
        """The line so far, and a fresh one after it; "" where it only works the page."""
        text = re.sub(r"[ \t\r\n\xa0]+", " ", "".join(self.pieces)).strip(" \u3000")
        text = _TOOLS.sub("", text).strip(" \u3000")
        length, linked, prefix = len(text), self.linked, self.prefix
        self.pieces, self.linked, self.prefix = [], 0, ""
        if not text or (linked > _LINKED * length and "。" not in text) or _CONTROLS.match(text):
            return ""
        return prefix + text


def _lines(body: LexborNode) -> Iterator[str]:
    pen = _Pen()
    yield from (line for line in _written(body, pen, linked=False) if line)
    last = pen.line()
    if last:
        yield last


def _written(node: LexborNode, pen: _Pen, *, linked: bool) -> Iterator[str]:
    for child in node.iter(include_text=True):
        if child.tag == "-text":
            text = child.text(deep=False)
            pen.pieces.append(text)
            pen.linked += len(text.strip()) if linked else 0
        elif child.tag == "table" and not _is_frame(child):
            yield pen.line()
            yield from _table(child)
        else:
            yield from _element(child, pen, linked=linked)


def _element(node: LexborNode, pen: _Pen, *, linked: bool) -> Iterator[str]:
    is_block = bool(_BLOCKS.fullmatch(node.tag or ""))
    if is_block:
        yield pen.line()
        pen.prefix = _HEADINGS.get(node.tag or "", pen.prefix)
    yield from _written(node, pen, linked=linked or node.tag == "a")
    if is_block:
        yield pen.line()


def _is_frame(table: LexborNode) -> bool:
    """Whether a table only places things on the page: a table in it, prose, links, or no two columns."""
    inner = [node for node in table.css("table,h1") if node != table]
    columns = max((len(row.css("td,th")) for row in table.css("tr")), default=0)
    linked = sum(len(_text(link)) for link in table.css("a"))
    prose = any(cell.text().count("。") > 2 for cell in table.css("td"))
    return bool(inner) or columns < 2 or prose or linked > _LINKED * len(_text(table))


def _table(table: LexborNode) -> Iterator[str]:
    yield from (_text(caption) for caption in table.css("caption"))
    rows = [[_cell(cell) for cell in row.css("td,th")] for row in table.css("tr")]
    yield from table_lines(grid(rows))


def _cell(node: LexborNode) -> Cell:
    return Cell(_text(node), _span(node, "colspan"), _span(node, "rowspan"))


def _span(node: LexborNode, name: str) -> int:
    printed = node.attributes.get(name) or ""
    return min(60, max(1, int(printed))) if printed.isdecimal() else 1


def _text(node: LexborNode) -> str:
    return re.sub(r"\s+", " ", node.text()).strip()
