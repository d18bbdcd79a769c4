"""Web pages of government sites read to lines: navigation and footer left out, tables kept as rows."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser, LexborNode

from corpus.compiled import compiled
from corpus.document.given import Given, given
from corpus.formats.structure.document import Document
from corpus.formats.structure.encoding import decode
from corpus.formats.structure.grid import Cell, grid
from corpus.formats.structure.raised import joined, lowered
from corpus.formats.structure.unread import Unread
from corpus.formats.structure.written import PICTURE, Piece, document, heading, paragraph, tables
from corpus.formats.web.style import LOWERED, RAISED, height, show

_DROPPED = "script,style,noscript,template,nav,footer,button,select,textarea,iframe,svg,head,[hidden],aside,del,s,strike,rt,rp"
# Names that site builders give to what is around an article.
_AROUND = compiled(
    r"(?:^|[\s_-])(?:nav|navbar|menu|breadcrumb|crumb|crumbs|position|location|foot|footer|bottom|copyright|header|top|topbar|"
    r"logo|search|share|bshare|bdsharebuttonbox|toolbar|tools|sidebar|side|related|pager|pagination|qrcode|ewm|links|friendlink|dqwz|wz|"
    r"print|fontsize|ad|banner)(?:[\s_-]|$)",
    re.IGNORECASE,
)
_BLOCKS = compiled(
    "p|div|section|article|main|h[1-6]|li|[uod]l|d[td]|table|caption|t[rdh]|tbody|thead|tfoot|blockquote|pre|[bh]r|center|"
    "figure|figcaption|header|body|fieldset|address"
)
_HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}
# Lines that only work the page.
_CONTROLS = compiled(
    r"^(?:首页|您?(?:现在|当前)?的?(?:位置|所在位置)\s*[:：].*|当前位置.*|.*(?:首页|网站首页)\s*(?:>|»|›|/|→|-).*|打印(?:本页)?|关闭(?:窗口|本页)?|"
    r"返回(?:顶部|首页)?|分享(?:到|至)?[:：]?.*|(?:使用)?[\"“]?扫一扫.*|在手机(?:上)?打开.*|听(?:全文|新闻)|【关闭.{2}】|\W+|"
    r"上一[篇条].*|下一[篇条].*|相关(?:链接|阅读|文章).*|相关(?:附件|文档|稿件|信息|资讯|新闻|下载|文件下载)\s*[:：]?|主办(?:单位)?[:：].*|承办(?:单位)?[:：].*|版权所有.*|"
    r".*ICP备.*|.*公网安备.*|网站标识码.*|技术支持[:：].*|网站地图.*|联系我们|无障碍.*|繁體.*|【?字[体号](?:大小)?[:：].*)$"
)
_TOOLS = compiled(
    r"[【\[]?\s*字体\s*[:：]\s*(?:[【\[]?[大中小]\s*[】\]]?\s*)+[】\]]?|(?<=\s)(?:打印|关闭)(?:本页|窗口)?(?=\s|$)"
)


_LINKED = 0.6  # a line with more of it in links is navigation
_FIGURE = compiled(r"[-−+]?\d[\d,，]*(?:\.\d+)?\s*[%％]?")
_FILE = compiled(r"\.(?:docx?|wps|rtf|odt|xlsx?|et|ods|csv|pdf|ofd|zip|rar|7z)(?:$|[?#&])", re.IGNORECASE)
_NAMED = 5  # attachments, at most
_META = {"articletitle", "pubdate", "contentsource", "url", "dc.title"}


def webpage(content: bytes, path: Path) -> Document:
    """The article of a page. Raises UnreadableSource where the bytes are no text."""
    tree = LexborHTMLParser(decode(content, path))
    said = _said(tree)
    show(tree)
    for node in tree.css(_DROPPED):
        node.decompose()
    for node in tree.css("body [class],body [id],form"):
        if _is_around(node):
            node.decompose()
    return document(_lines(tree.body) if tree.body else (), said, _unread(tree))


def _unread(tree: LexborHTMLParser) -> tuple[str, ...]:
    """What the article only leads to: its files, by the words of their links."""
    links = [node for node in tree.css("a[href]") if _FILE.search(node.attributes.get("href") or "")]
    names = list(dict.fromkeys(filter(None, (" ".join(_text(link).split()) for link in links))))
    if not names:
        return ()
    more = f"等{len(names)}个" if len(names) > _NAMED else ""
    return (Unread.ATTACHED.said("、".join(names[:_NAMED]) + more),)


def _said(tree: LexborHTMLParser) -> Given:
    """What the meta tags say that government sites are required to carry."""
    tags = {
        str(node.attributes.get("name") or "").lower(): node.attributes.get("content")
        for node in tree.css("meta[name]")
    }
    return given({name: content for name, content in tags.items() if name in _META and content})


def _is_around(node: LexborNode) -> bool:
    names = f"{node.attributes.get('class') or ''} {node.attributes.get('id') or ''}"
    named = _AROUND.search(names)
    if node.tag != "form" and not named:
        return False
    # A wrapper may be called top, and some builders wrap the page in a form; nothing with sentences or a table of
    # figures in it is navigation. What is to be printed is the article, or only the button that prints it.
    least = 1 if node.tag == "form" or (named and named[0].strip(" _-").lower() == "print") else 2
    return node.text().count("。") < least and not any(_has_figures(table) for table in node.css("table"))


def _has_figures(table: LexborNode) -> bool:
    """Whether it is a table of names and figures; a calendar has no names."""
    rows = [[_text(cell) for cell in row.css("td,th")] for row in table.css("tr")]
    said = [cell for row in rows for cell in row if len(row) > 1]
    figures = any(_FIGURE.fullmatch(cell) for cell in said)
    names = any(len(cell) > 1 and not _FIGURE.fullmatch(cell) for cell in said)
    return figures and names and len(rows) > 1 and not _is_frame(table)


@dataclass
class _Pen:
    """The line being written: its pieces, each with whether it is raised, and how much of it is links; a heading's level."""

    pieces: list[tuple[str, bool]] = field(default_factory=list)
    linked: int = 0
    level: int = 0

    def line(self) -> Iterator[Piece]:
        """The line so far, and a fresh one after it; nothing where it only works the page."""
        text = re.sub(r"[ \t\r\n\xa0]+", " ", joined(self.pieces)).strip(" \u3000")
        text = _TOOLS.sub("", text).strip(" \u3000")
        length, linked, level = len(text), self.linked, self.level
        self.pieces, self.linked, self.level = [], 0, 0
        if text and not (linked > _LINKED * length and "。" not in text) and not _CONTROLS.match(text):
            yield heading(level, text) if level else paragraph(text)


def _lines(body: LexborNode) -> Iterator[Piece]:
    pen = _Pen()
    yield from _written(body, pen, linked=False, raised=False)
    yield from pen.line()


def _written(node: LexborNode, pen: _Pen, *, linked: bool, raised: bool) -> Iterator[Piece]:
    for child in node.iter(include_text=True):
        if child.tag == "-text":
            text = _leveled(child.text(deep=False), node)
            pen.pieces.append((text, raised))
            pen.linked += len(text.strip()) if linked else 0
        elif child.tag == "table" and not _is_frame(child):
            yield from pen.line()
            yield from table_pieces(child)
        else:
            yield from _element(child, pen, linked=linked, raised=raised)


def _element(node: LexborNode, pen: _Pen, *, linked: bool, raised: bool) -> Iterator[Piece]:
    is_block = bool(_BLOCKS.fullmatch(node.tag or ""))
    if is_block:
        yield from pen.line()
        pen.level = _HEADINGS.get(node.tag or "", pen.level)
    elif node.tag == "img":
        yield PICTURE
    yield from _written(node, pen, linked=linked or node.tag == "a", raised=raised or _is_raised(node))
    if is_block:
        yield from pen.line()


def _is_raised(node: LexborNode) -> bool:
    return height(node) == RAISED


def _leveled(text: str, node: LexborNode) -> str:
    """The text of a node, digits that stand lower as such."""
    return lowered(text) if height(node) == LOWERED else text


def _is_frame(table: LexborNode) -> bool:
    """Whether a table only places things on the page: a table in it, prose, links, or no two columns."""
    inner = [node for node in table.css("table,h1") if node != table]
    columns = max((len(row.css("td,th")) for row in table.css("tr")), default=0)
    linked = sum(len(_text(link)) for link in table.css("a"))
    prose = any(cell.text().count("。") > 2 for cell in table.css("td"))
    return bool(inner) or columns < 2 or prose or linked > _LINKED * len(_text(table))


def table_pieces(table: LexborNode) -> Iterator[Piece]:
    """A table's caption and its rows."""
    captions = (_text(caption).replace("\n", " ") for caption in table.css("caption"))
    yield from map(paragraph, filter(None, captions))
    rows = [[_cell(cell) for cell in row.css("td,th")] for row in table.css("tr")]
    yield from tables(grid(rows))


def _cell(node: LexborNode) -> Cell:
    return Cell(_text(node), _span(node, "colspan"), _span(node, "rowspan"))


def _span(node: LexborNode, name: str) -> int:
    printed = node.attributes.get(name) or ""
    return min(60, max(1, int(printed))) if printed.isdecimal() else 1


def _text(node: LexborNode) -> str:
    """A cell's text, a line for each of its blocks."""
    return re.sub(r"[^\S\n]*\n\s*", "\n", joined(_pieces(node, raised=False))).strip()


def _pieces(node: LexborNode, *, raised: bool) -> Iterator[tuple[str, bool]]:
    for child in node.iter(include_text=True):
        if child.tag == "-text":
            yield re.sub(r"[ \t\r\n\f]+", " ", _leveled(child.text(deep=False), node)), raised
        else:
            end = ("\n" if _BLOCKS.fullmatch(child.tag or "") else "", False)
            yield end
            yield from _pieces(child, raised=raised or _is_raised(child))
            yield end
