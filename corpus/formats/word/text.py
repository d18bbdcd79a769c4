"""The text of a Word paragraph as printed: revisions accepted, hidden and struck out text and note marks left out."""

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass, field

from corpus.compiled import compiled
from corpus.formats.structure.raised import lowered
from corpus.formats.word.style import Styles, is_on, value

# Deleted and moved away; properties; what only describes.
_SKIPPED = frozenset(
    ("del", "moveFrom", "delText", "instrText", "delInstrText", "rt", "pPr", "rPr", "sdtPr", "sdtEndPr", "smartTagPr",
     "customXmlPr", "tblPr", "sectPr", "footnoteRef", "endnoteRef")
)  # fmt: skip
_SIGNS = {"tab": "\t", "ptab": "\t", "cr": "\n", "noBreakHyphen": "-"}
_PAGE_FIELD = compiled(r"\s*(?:PAGE|NUMPAGES|SECTIONPAGES|PAGEREF)\b", re.IGNORECASE)
# Letters that people take from the font Symbol, where they have codes of their own.
_SYMBOLS = {0x2D: "-", 0x25: "%", 0x2B: "+", 0xB0: "°", 0xB1: "±", 0xB4: "×", 0xB7: "•", 0xA3: "≤", 0xB3: "≥"}

# What makes of a run another thing than its text, and of a paragraph.
_LOOKS = frozenset(("rStyle", "strike", "dstrike", "vanish", "vertAlign", "position"))
_LISTED = frozenset(("pStyle", "numPr"))
_SILENT = frozenset(("pPr", "proofErr", "bookmarkStart", "bookmarkEnd"))
_SIZE = 21  # of letters that nothing sets the size of, in half points


@dataclass
class Ink:
    """What a paragraph prints: its pieces, each with whether it is raised, what hangs on it, whether some is hidden."""

    pieces: list[tuple[str, bool]] = field(default_factory=list)
    boxes: list[ET.Element] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)
    is_hiding: bool = False


@dataclass
class _State:
    """Where in a paragraph its reading is: its style, how high its lowest letters stand, whether letters are raised or
    lowered, the fields that are open.
    """

    style: str
    level: int = 0
    raised: bool = False
    lowered: bool = False
    fields: list[tuple[str, bool]] = field(default_factory=list)

    def is_silent(self) -> bool:
        """Whether what stands here is the number of a page."""
        return any(shown and _PAGE_FIELD.match(code) for code, shown in self.fields)


def ink(paragraph: ET.Element, styles: Styles) -> Ink:
    """What a paragraph prints."""
    found = Ink()
    style = styles.id(paragraph)
    runs = (run for run in paragraph.iter("r") if any((text.text or "").strip() for text in run.iter("t")))
    level = min((_height(run, style, styles) for run in runs), default=0)
    _children(paragraph, found, _State(style, level), styles)
    return found


def bare(cell: ET.Element) -> str | None:
    """The text of a cell that is one paragraph of plain runs, None of any other: of a style, numbered, with more in it."""
    blocks = [block for block in cell if block.tag != "tcPr"]
    if [block.tag for block in blocks] != ["p"]:
        return None
    texts = [_bare(part) for part in blocks[0]]
    return None if None in texts else "".join(filter(None, texts))


def _bare(part: ET.Element) -> str | None:
    """The text of a plain run, "" of what prints nothing, None of anything else in a paragraph."""
    if part.tag != "r":
        aside = part.tag in _SILENT and not any(look.tag in _LISTED for look in part)
        return "" if aside else None
    text = ""
    for one in part:
        if one.tag == "t":
            text += one.text or ""
        elif one.tag != "rPr" or any(look.tag in _LOOKS for look in one):
            return None
    return text


def chosen(alternate: ET.Element) -> Iterator[ET.Element]:
    """The one form of a content that is offered in several."""
    for name in ("Choice", "Fallback"):
        form = alternate.find(name)
        if form is not None and any((text.text or "").strip() for text in form.iter("t")):
            yield form
            return


def is_shown(control: ET.Element) -> bool:
    """Whether a content control holds text of the document, not a hint to fill it in or a list of contents."""
    properties = control.find("sdtPr")
    if properties is None:
        return True
    hint = properties.find("showingPlcHdr")
    gallery = value(properties.find("docPartObj"), "docPartGallery")
    return not (hint is not None and is_on(hint.get("val", "1"))) and gallery != "Table of Contents"


def _children(node: ET.Element, found: Ink, state: _State, styles: Styles) -> None:
    for child in node:
        _read(child, found, state, styles)


def _read(node: ET.Element, found: Ink, state: _State, styles: Styles) -> None:
    tag = node.tag
    if tag in _SKIPPED:
        if tag == "instrText" and state.fields:
            code, shown = state.fields[-1]
            state.fields[-1] = (code + (node.text or ""), shown)
    elif tag == "r":
        _run(node, found, state, styles)
    elif tag in _READERS:
        _READERS[tag](node, found, state, styles)
    else:
        printed = _printed(node)
        if printed and not state.is_silent():
            found.pieces.append((lowered(printed) if state.lowered else printed, state.raised))
        _children(node, found, state, styles)


def _printed(node: ET.Element) -> str:
    """What an element prints by itself."""
    if node.tag == "t":
        return node.text or ""
    if node.tag == "br":  # of a line, a page or a column: what stands behind it begins anew
        return "\n"
    if node.tag == "sym":
        code = int(node.get("char", "0"), 16)
        return _SYMBOLS.get(code & 0xFF, "") if 0xF000 <= code <= 0xF0FF else chr(code)
    return _SIGNS.get(node.tag, "")


def _run(node: ET.Element, found: Ink, state: _State, styles: Styles) -> None:
    if styles.is_dropped(node, state.style):
        found.is_hiding |= styles.is_hidden(node, state.style) and any(text.text for text in node.iter("t"))
        for mark in node.iter("fldChar"):
            _field(mark, found, state, styles)
        return
    outer = state.raised
    state.raised = outer or _is_raised(node, state, styles)
    state.lowered = styles.look(node, state.style, "vertAlign") == "subscript"
    _children(node, found, state, styles)
    state.raised, state.lowered = outer, False


def _is_raised(run: ET.Element, state: _State, styles: Styles) -> bool:
    """Whether a run's letters are a superscript, by that name or lifted by a quarter of their size or more."""
    if styles.look(run, state.style, "vertAlign") == "superscript":
        return True
    lifted = _height(run, state.style, styles) - state.level
    return lifted > 0 and lifted * 4 >= _whole(styles.look(run, state.style, "sz"), _SIZE)


def _height(run: ET.Element, style: str, styles: Styles) -> int:
    """How far a run stands above the line, in half points."""
    return _whole(styles.look(run, style, "position"), 0)


def _whole(printed: str, usual: int) -> int:
    return int(printed) if re.fullmatch(r"-?\d{1,4}", printed) else usual


def _field(node: ET.Element, found: Ink, state: _State, styles: Styles) -> None:
    del found, styles
    kind = node.get("fldCharType")
    if kind == "begin":
        state.fields.append(("", False))
    elif kind == "separate" and state.fields:
        state.fields[-1] = (state.fields[-1][0], True)
    elif kind == "end" and state.fields:
        state.fields.pop()


def _simple_field(node: ET.Element, found: Ink, state: _State, styles: Styles) -> None:
    state.fields.append((node.get("instr", ""), True))
    _children(node, found, state, styles)
    state.fields.pop()


def _control(node: ET.Element, found: Ink, state: _State, styles: Styles) -> None:
    if is_shown(node):
        _children(node, found, state, styles)


def _alternate(node: ET.Element, found: Ink, state: _State, styles: Styles) -> None:
    for form in chosen(node):
        _children(form, found, state, styles)


def _box(node: ET.Element, found: Ink, state: _State, styles: Styles) -> None:
    del state, styles
    found.boxes.append(node)


def _note(node: ET.Element, found: Ink, state: _State, styles: Styles) -> None:
    del state, styles
    found.notes.append((node.tag.removesuffix("Reference"), node.get("id", "")))


def _fraction(node: ET.Element, found: Ink, state: _State, styles: Styles) -> None:
    for name, sign in (("num", "/"), ("den", "")):
        part = node.find(name)
        if part is not None:
            _children(part, found, state, styles)
            found.pieces.append((sign, state.raised))


def _power(node: ET.Element, found: Ink, state: _State, styles: Styles) -> None:
    outer = state.raised
    for part in node:
        state.raised = outer or part.tag == "sup"
        _read(part, found, state, styles)
    state.raised = outer


_READERS = {
    "fldChar": _field,
    "fldSimple": _simple_field,
    "sdt": _control,
    "AlternateContent": _alternate,
    "txbxContent": _box,
    "footnoteReference": _note,
    "endnoteReference": _note,
    "f": _fraction,
    "sSup": _power,
}
