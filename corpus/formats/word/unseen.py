"""What of a Word document is known only when all of it has been seen: headers, pictures, revisions, hidden text."""

import xml.etree.ElementTree as ET
from collections.abc import Iterable, Iterator

from corpus.formats.structure.unread import Unread
from corpus.formats.structure.written import PICTURE, Piece

_PICTURES = {"blip": "embed", "imagedata": "id"}
_REVISIONS = frozenset(("ins", "del", "moveFrom", "moveTo"))
_RUNNING = ("headerReference", "footerReference")
_NOTED = frozenset((*_PICTURES, *_REVISIONS, *_RUNNING))


class Seen:
    """What has gone by of a document: its pictures, open revisions, the headers and footers in their order."""

    def __init__(self) -> None:
        self._pictures: set[str] = set()
        self._shown = 0
        self._revised = False
        self.is_hiding = False
        self.running: dict[str, dict[str, None]] = {name: {} for name in _RUNNING}

    def passing(self, blocks: Iterable[ET.Element]) -> Iterator[ET.Element]:
        """The blocks, each looked through as it goes by."""
        for block in blocks:
            for element in block.iter():
                if element.tag in _NOTED:
                    self._note(element)
            yield block

    def shown(self) -> list[Piece]:
        """The pictures that have gone by since this was asked."""
        fresh, self._shown = len(self._pictures) - self._shown, len(self._pictures)
        return [PICTURE] * fresh

    def unread(self) -> Iterator[str]:
        """A line each for what is not in the text: how many pictures there are, hidden text, open revisions."""
        if self._pictures:
            yield Unread.PICTURES.said(len(self._pictures))
        if self.is_hiding:
            yield Unread.HIDDEN.said()
        if self._revised:
            yield Unread.REVISIONS.said()

    def _note(self, element: ET.Element) -> None:
        if element.tag in self.running:
            self.running[element.tag][element.get("id", "")] = None
        elif element.tag in _PICTURES:
            self._pictures |= {name for name in (element.get(_PICTURES[element.tag]),) if name}
        else:
            self._revised = True
