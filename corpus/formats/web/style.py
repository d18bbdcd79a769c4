"""What the styles of a web page hide, strike out, raise and lower: its own rules with plain selectors, and inline ones."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice

from selectolax.lexbor import LexborHTMLParser, LexborNode

from corpus.compiled import compiled

RAISED, LOWERED = "sup", "sub"  # the elements that look so
_HEIGHT = "data-dafu-height"
_MOST_RULES = 500  # of one page that hide or raise something
_MOST_MATCHES = 100_000  # elements that these apply to, each counted as often
_LONGEST, _LONGEST_SELECTOR = 200_000, 100  # characters of rules, of one selector
_COMMENT = compiled(r"/\*.*?(?:\*/|$)|<!--|-->", re.DOTALL)
_SCREEN = compiled(r"@media\s+(?:all|screen|only\s+screen)\s*$", re.IGNORECASE)
# Classes, ids, elements, and one in the other; anything else depends on what is not in the page.
_PLAIN = compiled(r"(?:[\w\-*]|[.#](?=[\w\-]))+(?: ?[ >] ?(?:[\w\-*]|[.#](?=[\w\-]))+)*")
_TOLD = compiled(
    r"^\s*(display|visibility|text-decoration(?:-line)?|vertical-align|font-size|opacity|position|top|bottom|mso-hide)$"
)
_LENGTH = compiled(r"([-+]?\d*\.?\d+)(px|pt|em|rem|ex|%)?")
_POINTS = {"px": 1.0, "pt": 1.33, "em": 16.0, "rem": 16.0, "ex": 8.0, "%": 0.16, None: 0.0}
_LEAST = 2.5  # pixels that letters are raised by
_Weight = tuple[bool, int, int, int, int]
_Values = dict[str, tuple[_Weight, str]]


@dataclass(frozen=True)
class _Rule:
    selector: str
    weight: tuple[int, int, int]
    values: Sequence[tuple[str, str, bool]]


@dataclass
class _Styles:
    """The values that rules set, by node and property, each with what it weighs against others."""

    by_node: dict[int, _Values] = field(default_factory=dict)

    def put(self, node: LexborNode, values: Sequence[tuple[str, str, bool]], weight: Sequence[int]) -> None:
        """A rule's values where no weightier ones are."""
        own = self.by_node.setdefault(node.mem_id, {})
        ids, classes, tags, order = weight
        for name, value, important in values:
            whole = (important, ids, classes, tags, order)
            if name not in own or own[name][0] <= whole:
                own[name] = whole, value

    def of(self, node: LexborNode) -> dict[str, str]:
        """What a node is set to."""
        said = {name: value for name, (_, value) in self.by_node.get(node.mem_id, {}).items()}
        if inline := node.attributes.get("style"):
            for name, value, important in _values(inline):
                if important or not self.by_node.get(node.mem_id, {}).get(name, ((False,), ""))[0][0]:
                    said[name] = value
        return said


def show(tree: LexborHTMLParser) -> None:
    """Leaves in a page what a browser shows; raised and lowered elements are told by `height`."""
    styles = _styles(tree)
    unseen: list[LexborNode] = []
    waiting = [(tree.body, False)] if tree.body else []
    while waiting:
        node, is_tiny = waiting.pop()
        said = styles.of(node)
        if _is_unseen(said) and node.tag != "body":
            unseen.append(node)
            continue
        is_tiny = _is_none(said["font-size"]) if "font-size" in said else is_tiny
        _mark(node, said)
        for child in node.iter(include_text=is_tiny):
            if child.tag == "-text":
                unseen.append(child)
            else:
                waiting.append((child, is_tiny))
    for node in unseen:
        node.decompose()


def _styles(tree: LexborHTMLParser) -> _Styles:
    styles, left = _Styles(), _MOST_MATCHES
    rules = _rules("\n".join(node.text() for node in tree.css("style")))
    for order, rule in enumerate(islice(rules, _MOST_RULES)):
        for node in tree.css(rule.selector)[:left]:
            styles.put(node, rule.values, (*rule.weight, order))
            left -= 1
    return styles


def height(node: LexborNode) -> str:
    """RAISED, LOWERED, or "" for what stands in the line."""
    return node.tag if node.tag in (RAISED, LOWERED) else node.attributes.get(_HEIGHT) or ""


def _mark(node: LexborNode, said: dict[str, str]) -> None:
    if found := _height(said):
        node.attrs[_HEIGHT] = found


def _height(said: dict[str, str]) -> str:
    aligned = said.get("vertical-align", "")
    if aligned in ("super", "text-top"):
        return RAISED
    if aligned == "sub":
        return LOWERED
    lifted = _pixels(aligned)
    if said.get("position") == "relative":
        lifted += _pixels(said.get("bottom", "")) if "top" not in said else -_pixels(said["top"])
    return RAISED if lifted >= _LEAST else LOWERED if lifted <= -_LEAST else ""


def _pixels(value: str) -> float:
    length = _LENGTH.fullmatch(value)
    return float(length[1]) * _POINTS[length[2]] if length else 0.0


def _is_none(value: str) -> bool:
    length = _LENGTH.fullmatch(value)
    return bool(length) and not float(length[1] if length else 1)


def _is_unseen(said: dict[str, str]) -> bool:
    """Whether a browser does not show it, or strikes it out."""
    struck = said.get("text-decoration-line", said.get("text-decoration", ""))
    return (
        said.get("display") == "none"
        or said.get("visibility") in ("hidden", "collapse")
        or "line-through" in struck
        or said.get("mso-hide") == "all"
        or _is_none(said.get("opacity", ""))
    )


def _rules(sheet: str) -> Iterator[_Rule]:
    """The rules that hide, strike out, raise or lower something, or undo that."""
    for piece in _unconditional(_COMMENT.sub(" ", sheet[:_LONGEST])).split("}"):
        selectors, brace, body = piece.rpartition("{")
        values = list(_values(body)) if brace else []
        for selector in selectors.split(",") if values else ():
            plain = " ".join(selector.rpartition("{")[2].split())
            if len(plain) < _LONGEST_SELECTOR and _PLAIN.fullmatch(plain):
                yield _Rule(plain, _weight(plain), values)


def _unconditional(sheet: str) -> str:
    """The rules that hold on every screen: those inside other conditions are left out."""
    found, place, depth = [], 0, 0
    for brace in re.finditer(r"@[^{};@]*[{;]|[{}]", sheet):
        sign = brace[0]
        if not depth and sign[0] == "@":
            found.append(sheet[place : brace.start()])
            place = brace.end()
            if sign[-1] == "{" and not _SCREEN.match(sign[:-1].strip()):
                depth = 1
        elif depth:
            depth += (sign[-1] == "{") - (sign == "}")
            place = brace.end()
    return "".join([*found, sheet[place:] if not depth else ""])


def _weight(selector: str) -> tuple[int, int, int]:
    tags = re.findall(r"(?:^|[\s>])[A-Za-z]", selector)
    return selector.count("#"), selector.count("."), len(tags)


def _values(body: str) -> Iterator[tuple[str, str, bool]]:
    for declaration in body.split(";"):
        name, _, value = declaration.lower().partition(":")
        if told := _TOLD.match(name.strip()):
            bare = value.replace("!important", "").strip()
            yield told[1], bare, "!important" in value
