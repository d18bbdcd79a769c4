"""What a person sees of a Word paragraph: revisions accepted, hidden and struck text and note marks left out."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from corpus.numbering import W

if TYPE_CHECKING:
    from lxml.etree import _Element

_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
# Deleted or moved away, properties, field codes, the reading above a character, what stands in another frame, and the
# copy of a drawing for old readers.
_UNSEEN = frozenset(
    f"{W}{name}"
    for name in ("del", "moveFrom", "pPr", "rPr", "instrText", "delText", "delInstrText", "rt", "txbxContent")
) | {"{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"}
_WRITTEN = {f"{W}tab": "  ", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-", f"{W}ptab": "  "}
_OFF = ("0", "false", "off", "none")
_MARK = re.compile(r"[\d\s,，*＊\[\]［］〔〕()（）①-⑳-]+")
_POWER = re.compile(r"[A-Za-zμ㎡]$")
_TEN = re.compile(r"(?<![\d.])10$")


def text_of(paragraph: "_Element") -> str:
    """The text of a paragraph as it is seen, line breaks in it kept."""
    seen = ""
    for piece, raised in _pieces(paragraph, raised=False):
        seen += _kept(piece, seen) if raised else piece
    return seen


def boxes(paragraph: "_Element") -> Iterator["_Element"]:
    """The text boxes anchored in a paragraph, each once."""
    for child in paragraph:
        if child.tag == f"{W}txbxContent":
            yield child
        elif child.tag not in _UNSEEN:
            yield from boxes(child)


def notes(paragraph: "_Element") -> list[str]:
    """The ids of the footnotes that a paragraph refers to."""
    return [str(one.get(f"{W}id")) for one in paragraph.iter(f"{W}footnoteReference")]


def _kept(piece: str, before: str) -> str:
    """What of raised letters is text: the 2 of m2 and the power of ten, no note mark."""
    if not _MARK.fullmatch(piece) or _POWER.search(before):
        return piece
    return f"^{piece.strip()}" if _TEN.search(before) else ""


def _pieces(node: "_Element", *, raised: bool) -> Iterator[tuple[str, bool]]:
    """The seen pieces of text below a node, each with whether it is raised."""
    for child in node:
        if child.tag in _UNSEEN or (child.tag == f"{W}r" and _is_hidden(child)):
            continue
        if child.tag in (f"{W}t", f"{_MATH}t"):
            yield child.text or "", raised
        elif child.tag in _WRITTEN:
            yield _WRITTEN[child.tag], False
        elif isinstance(child.tag, str):
            yield from _pieces(child, raised=raised or (child.tag == f"{W}r" and _is_raised(child)))


def _is_hidden(run: "_Element") -> bool:
    return any(_is_on(run, name) for name in ("vanish", "strike", "dstrike"))


def _is_on(run: "_Element", name: str) -> bool:
    found = run.find(f"{W}rPr/{W}{name}")
    return found is not None and found.get(f"{W}val") not in _OFF


def _is_raised(run: "_Element") -> bool:
    aligned = run.find(f"{W}rPr/{W}vertAlign")
    moved = run.find(f"{W}rPr/{W}position")
    up = (
        moved is not None
        and (moved.get(f"{W}val") or "0").lstrip("+").isdecimal()
        and moved.get(f"{W}val") != "0"
    )
    return up or (aligned is not None and aligned.get(f"{W}val") == "superscript")
