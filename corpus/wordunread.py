"""What is in a Word document and not in its lines."""

from collections.abc import Iterator

from corpus.package import Package
from corpus.unread import Unread

_PICTURES = (("blip", "embed"), ("imagedata", "id"))
_REVISIONS = frozenset(("ins", "del", "moveFrom", "moveTo"))


def unread_of(package: Package) -> Iterator[str]:
    """A line each: how many pictures there are, and that its last author left revisions open."""
    root = package.markup(package.main())
    if root is None:
        return
    pictures = {name for tag, key in _PICTURES for one in root.iter(tag) if (name := one.get(key))}
    if pictures:
        yield Unread.PICTURES.said(len(pictures))
    if any(element.tag in _REVISIONS for element in root.iter()):
        yield Unread.REVISIONS.said()
