"""Styles of a Word document: what a run or a paragraph has of its own or from the styles that it follows."""

import xml.etree.ElementTree as ET
from collections.abc import Iterator

_OFF = ("0", "false", "off", "none")


class Styles:
    """The styles by their ids."""

    def __init__(self, root: ET.Element | None) -> None:
        found = root.findall("style") if root is not None else []
        self._styles = {style.get("styleId", ""): style for style in found}
        self._known: dict[tuple[str, str], str | None] = {}
        self._usual = next(
            (
                style.get("styleId", "")
                for style in found
                if style.get("type") == "paragraph" and style.get("default") in ("1", "true", "on")
            ),
            "",
        )

    def name(self, paragraph: ET.Element) -> str:
        """The name of a paragraph's style as people see it, "" for none."""
        style = self._styles.get(self.id(paragraph))
        return value(style, "name") if style is not None else ""

    def id(self, paragraph: ET.Element) -> str:
        """The id of a paragraph's style."""
        return value(paragraph.find("pPr"), "pStyle") or self._usual

    def chain(self, style: str) -> Iterator[tuple[str, ET.Element]]:
        """A style and those that it is based on, with their ids."""
        seen: set[str] = set()
        while style in self._styles and style not in seen:
            seen.add(style)
            yield style, self._styles[style]
            style = value(self._styles[style], "basedOn")

    def look(self, run: ET.Element, paragraph: str, name: str) -> str:
        """A property of a run in a paragraph of this style: "" where nothing sets it, "1" for a bare switch."""
        own, style = run.find("rPr"), ""
        if own is not None:
            found = own.find(name)
            if found is not None:
                return found.get("val", "1")
            style = value(own, "rStyle")
        said = self._said(style, name)
        said = self._said(paragraph, name) if said is None else said
        return "" if said is None else said

    def _said(self, style: str, name: str) -> str | None:
        """What a style and those that it is based on set a property to, None where they do not."""
        key = style, name
        if key not in self._known:
            looks = (element.find("rPr") for _, element in self.chain(style))
            marks = (look.find(name) for look in looks if look is not None)
            self._known[key] = next((mark.get("val", "1") for mark in marks if mark is not None), None)
        return self._known[key]

    def is_usual(self) -> bool:
        """Whether a run is shown as it is where neither it nor its paragraph has a style: not struck out, not raised."""
        run = ET.Element("r")
        aside = self.look(run, self._usual, "vertAlign") in ("superscript", "subscript")
        return not (aside or self.is_dropped(run, self._usual))

    def is_hidden(self, run: ET.Element, paragraph: str) -> bool:
        """Whether a run is not shown at all."""
        return is_on(self.look(run, paragraph, "vanish"))

    def is_dropped(self, run: ET.Element, paragraph: str) -> bool:
        """Whether a run is hidden or struck out."""
        return any(is_on(self.look(run, paragraph, name)) for name in ("strike", "dstrike", "vanish"))


def value(parent: ET.Element | None, name: str) -> str:
    """The value of an element's child, "" where it has none."""
    found = parent.find(name) if parent is not None else None
    return "" if found is None else found.get("val", "")


def is_on(printed: str) -> bool:
    """Whether a switch's value means yes."""
    return bool(printed) and printed not in _OFF
