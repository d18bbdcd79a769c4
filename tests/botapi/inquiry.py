"""A request to the Bot API: form, JSON or multipart, read into fields and files."""

import json
from dataclasses import dataclass, field
from typing import Any

from aiohttp import BodyPartReader, web

from tests.botapi.refusal import Refused, bad
from tests.botapi.world import World

# Parameters that arrive as JSON text in a form.
_CODED = {
    "allowed_updates",
    "button",
    "commands",
    "link_preview_options",
    "menu_button",
    "reply_markup",
    "reply_parameters",
    "results",
    "scope",
}


@dataclass(frozen=True)
class Inquiry:
    """A method's parameters."""

    method: str
    fields: dict[str, Any] = field(default_factory=dict)
    files: dict[str, tuple[str, bytes]] = field(default_factory=dict)

    def chat(self, world: World) -> int:
        """The chat it is about. Refused for one that blocked the bot."""
        try:
            chat = int(self.fields["chat_id"])
        except (KeyError, ValueError):
            raise bad("chat not found") from None
        if chat in world.blocked:
            raise Refused(403, "Forbidden: bot was blocked by the user")
        return chat


async def read(request: web.Request, method: str) -> Inquiry:
    """What a request asks for."""
    fields: dict[str, Any] = dict(request.query)
    files: dict[str, tuple[str, bytes]] = {}
    if request.content_type == "application/json":
        fields |= await request.json()
    elif request.content_type == "multipart/form-data":
        async for part in await request.multipart():
            assert isinstance(part, BodyPartReader)
            assert part.name
            if part.filename:
                files[part.name] = (part.filename, bytes(await part.read()))
            else:
                fields[part.name] = await part.text()
    elif request.can_read_body:
        fields |= {name: str(value) for name, value in (await request.post()).items()}
    return Inquiry(method, {name: _decoded(name, value) for name, value in fields.items()}, files)


def _decoded(name: str, value: Any) -> Any:  # noqa: ANN401 - JSON is anything
    if name not in _CODED or not isinstance(value, str):
        return value
    try:
        return json.loads(value)
    except ValueError:
        raise bad(f"can't parse {name} JSON object") from None
