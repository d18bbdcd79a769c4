"""Office packages, docx and xlsx: their parts, what refers to what, and markup without namespaces."""

import posixpath
import xml.etree.ElementTree as ET
import zipfile
from collections import deque
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import cast

_PIECE = 2**18  # bytes of a part that are read at a time

_DECLARED = tuple("<!DOCTYPE".encode(code) for code in ("ascii", "utf-16-le", "utf-16-be"))
_LONGEST = 20  # bytes of one of these, at most


@dataclass(frozen=True)
class Link:
    """A relationship: what the target is to the part (styles, header, worksheet) and its name in the archive."""

    kind: str
    target: str


class Package:
    """An opened package.

    Names are taken without their namespaces: the strict and the transitional form differ in nothing else that is
    read here. A part that is missing or referred to as NULL is no part; programs that write such files abound.
    """

    def __init__(self, found: zipfile.ZipFile) -> None:
        self._found = found
        self._names = {name.lower().replace("\\", "/"): name for name in found.namelist()}

    def main(self) -> str:
        """The name of the part that is the document. Raises KeyError."""
        return {link.kind: link.target for link in self.links("").values()}["officeDocument"]

    def links(self, part: str) -> Mapping[str, Link]:
        """What a part refers to inside the package, by id; the package's own for ""."""
        folder, name = posixpath.split(part)
        root = self.markup(posixpath.join(folder, "_rels", f"{name}.rels"))
        return {
            element.get("Id", ""): Link(
                element.get("Type", "").rpartition("/")[2],
                posixpath.normpath(posixpath.join("/", folder, element.get("Target", ""))).lstrip("/"),
            )
            for element in (root if root is not None else ())
            if element.get("TargetMode") != "External"
        }

    def linked(self, part: str, kind: str) -> ET.Element | None:
        """The markup of the first part of a kind that a part refers to."""
        targets = (link.target for link in self.links(part).values() if link.kind == kind)
        return next((root for root in map(self.markup, targets) if root is not None), None)

    def markup(self, part: str) -> ET.Element | None:
        """A part's markup, None where there is no such part. Raises ParseError."""
        content = self.content(part)
        return None if content is None else markup(content)

    def children(self, part: str, name: str) -> Iterator[ET.Element]:
        """The children of the element of that name right below a part's root, one by one.

        Each is let go when the next is asked for, so that a long document is never in memory whole.
        Raises KeyError where there is no such part or element, ParseError.
        """
        parser: ET.XMLPullParser[ET.Element] = ET.XMLPullParser(("start",))
        above: ET.Element | None = None
        with self._found.open(self._names[part.lower()]) as file:
            before = b""
            while content := file.read(_PIECE):
                if above is None:  # a declaration stands before the root
                    _undeclared(before := before[-_LONGEST:] + content)
                parser.feed(content)
                begun = cast("Iterator[tuple[str, ET.Element]]", parser.read_events())
                if above is None:
                    above = next((element for _, element in begun), None)
                # What else has begun is of no interest; the parser keeps it until it is asked for.
                deque(begun, maxlen=0)
                # The last may go on.
                yield from _taken(above, name, -1)
        parser.close()
        if above is None or _child(above, name) is None:
            raise KeyError(part)
        yield from _taken(above, name, None)

    def content(self, part: str) -> bytes | None:
        """A part's bytes, None where there is no such part."""
        name = self._names.get(part.lower())
        return None if name is None else self._found.read(name)


def markup(content: bytes) -> ET.Element:
    """Markup with bare names. Raises ParseError."""
    return _bared(parsed(content))


def parsed(content: bytes) -> ET.Element:
    """Markup as it is. Raises ParseError for what declares entities, which no document of an office does."""
    _undeclared(content)
    return ET.fromstring(content)


def _undeclared(content: bytes) -> None:
    if any(word in content for word in _DECLARED):
        raise ET.ParseError


def _child(root: ET.Element, name: str) -> ET.Element | None:
    return next((element for element in root if local(element.tag) == name), None)


def _taken(root: ET.Element | None, name: str, last: int | None) -> Iterator[ET.Element]:
    """The children up to the last of the root's child of that name, taken out of it."""
    parent = _child(root, name) if root is not None else None
    if parent is not None:
        found = parent[:last]
        del parent[:last]
        while found:
            yield _bared(found.pop(0))


class _Names(dict[str, str]):
    """Names without their namespaces, each made once."""

    def __missing__(self, name: str) -> str:
        self[name] = found = local(name)
        return found


def _bared(root: ET.Element) -> ET.Element:
    names = _Names()
    for element in root.iter():
        element.tag = names[element.tag]
        # Not .attrib: asking for it makes a mapping even where there is nothing.
        said = element.keys()
        if said:
            bare = [names[name] for name in said]
            if bare != said:
                values = dict(zip(bare, element.attrib.values(), strict=True))
                element.attrib.clear()
                element.attrib.update(values)
    return root


def local(name: str) -> str:
    """A name without its namespace.

    >>> local("{http://purl.oclc.org/ooxml/wordprocessingml/main}tbl"), local("tbl")
    ('tbl', 'tbl')
    """
    return name.rpartition("}")[2]
