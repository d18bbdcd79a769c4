"""Office packages, docx and xlsx: their parts, what refers to what, and markup without namespaces."""

import posixpath
import xml.etree.ElementTree as ET
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass


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

    def content(self, part: str) -> bytes | None:
        """A part's bytes, None where there is no such part."""
        name = self._names.get(part.lower())
        return None if name is None else self._found.read(name)


def markup(content: bytes) -> ET.Element:
    """Markup with bare names. Raises ParseError."""
    root = ET.fromstring(content)
    for element in root.iter():
        element.tag = local(element.tag)
        if any("}" in name for name in element.attrib):
            named = {local(name): value for name, value in element.attrib.items()}
            element.attrib.clear()
            element.attrib.update(named)
    return root


def local(name: str) -> str:
    """A name without its namespace.

    >>> local("{http://purl.oclc.org/ooxml/wordprocessingml/main}tbl"), local("tbl")
    ('tbl', 'tbl')
    """
    return name.rpartition("}")[2]
