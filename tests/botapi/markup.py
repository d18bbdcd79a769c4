"""Telegram's HTML mode: known tags, properly nested; what comes back is the text and its entities."""

import re
from dataclasses import dataclass
from html import unescape
from typing import Any

from tests.botapi.refusal import bad

_TAGS = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "s": "strikethrough",
    "code": "code",
    "pre": "pre",
    "a": "text_link",
    "blockquote": "blockquote",
    "tg-spoiler": "spoiler",
}
_TOKEN = re.compile(
    r"</(?P<end>[\w-]*)\s*>"
    r"|<(?P<start>[\w-]+)(?P<attributes>(?:\s+[\w-]+(?:=\"[^\"]*\")?)*)\s*>"
    r"|(?P<wrong><[^\s>]*)"
    r"|(?P<text>&(?:lt|gt|amp|quot|#\d+|#x[\da-fA-F]+);|[^<])"
)
_MENTION = re.compile(r"(?<!\w)@\w{3,32}")
_COMMAND = re.compile(r"(?:^|(?<=\s))/[a-z0-9_]{1,32}(?:@\w+)?", re.IGNORECASE)

Entity = dict[str, Any]


@dataclass(frozen=True)
class _Open:
    tag: str
    start: int
    entity: Entity


def units(text: str) -> int:
    """Length in UTF-16 units, in which offsets and limits count."""
    return len(text.encode("utf-16-le")) // 2


def parsed(source: str) -> tuple[str, list[Entity]]:
    """Text and entities of an HTML message. Raises Refused where Telegram cannot parse it."""
    text = ""
    entities: list[Entity] = []
    stack: list[_Open] = []
    for token in _TOKEN.finditer(source):
        if token["text"]:
            text += unescape(token["text"]) if len(token["text"]) > 1 else token["text"]
        elif token["start"] and token["start"].lower() in _TAGS:
            stack.append(_opened(token["start"].lower(), token["attributes"], units(text)))
        elif token["end"] is not None:
            entities += _closed(stack, token["end"].lower(), units(text))
        else:
            raise bad(f"can't parse entities: Unsupported start tag {token[0]!r}")
    if stack:
        raise bad(f"can't parse entities: Can't find end tag corresponding to start tag {stack[-1].tag!r}")
    return text, sorted(entities, key=lambda entity: (entity["offset"], -entity["length"]))


def noticed(text: str) -> list[Entity]:
    """The entities that Telegram finds in plain text by itself: commands and mentions."""
    kinds = (("bot_command", _COMMAND), ("mention", _MENTION))
    return [
        {"type": kind, "offset": units(text[: match.start()]), "length": units(match[0])}
        for kind, pattern in kinds
        for match in pattern.finditer(text)
    ]


def _opened(tag: str, attributes: str, start: int) -> _Open:
    entity: Entity = {"type": _TAGS[tag]}
    if tag == "blockquote" and "expandable" in attributes:
        entity["type"] = "expandable_blockquote"
    if tag == "a":
        address = re.search(r'href="([^"]*)"', attributes)
        entity["url"] = unescape(address[1]) if address else ""
    if tag == "blockquote":
        entity["whole"] = True
    return _Open(tag, start, entity)


def _closed(stack: list[_Open], tag: str, end: int) -> list[Entity]:
    if not stack or stack[-1].tag != tag:
        raise bad(f"can't parse entities: Unexpected end tag {tag!r}")
    opened = stack.pop()
    if opened.entity.pop("whole", False) and any(outer.tag == "blockquote" for outer in stack):
        raise bad("can't parse entities: blockquote can't be nested")
    if end == opened.start:
        return []
    return [{**opened.entity, "offset": opened.start, "length": end - opened.start}]
