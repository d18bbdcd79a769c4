"""People who write to the bot, press its buttons and send it files."""

from dataclasses import dataclass
from typing import Any

from tests.botapi.server import Call, Server
from tests.botapi.world import Json


@dataclass(frozen=True)
class Person:
    """Somebody in a chat: their own private one, or a group (a negative number), or a topic of it."""

    server: Server
    number: int = 42
    chat: int = 42
    language: str = "zh-hans"
    topic: int = 0

    def say(self, text: str, reply_to: Json | None = None) -> Json:
        """Writes a message; it comes back."""
        more: Json = {"reply_to_message": reply_to} if reply_to else {}
        return self.send({"text": text, **more})

    def send(self, content: Json) -> Json:
        """Sends a message with any content: a sticker, a voice …"""
        topic: Json = {"message_thread_id": self.topic, "is_topic_message": True} if self.topic else {}
        message = self.server.world.message(self.chat, self._user, {**content, **topic})
        self.server.world.update("message", message)
        return message

    def edit(self, message: Json, text: str) -> None:
        """Changes a message's text."""
        changed = {**message, "text": text, "edit_date": message["date"] + 1}
        self.server.world.messages[self.chat, message["message_id"]] = changed
        self.server.world.update("edited_message", changed)

    def press(self, message: Json, data: str) -> str:
        """Presses a button with this data under a message, there or not; the press's id comes back."""
        number = str(self.server.world.number())
        self.server.world.open_presses.add(number)
        press = {"id": number, "from": self._user, "message": message, "chat_instance": "c", "data": data}
        self.server.world.update("callback_query", press)
        return number

    def query(self, text: str) -> str:
        """Types @bot and a question in some other chat; the query's id comes back."""
        number = str(self.server.world.number())
        self.server.world.update(
            "inline_query", {"id": number, "from": self._user, "query": text, "offset": ""}
        )
        return number

    def upload(self, name: str, content: bytes, size: int | None = None) -> Json:
        """Sends a file, with a wrong size if one is given."""
        file_id = self.server.world.store(name, content)
        document = {
            "file_id": file_id,
            "file_unique_id": f"U{file_id}",
            "file_name": name,
            "file_size": len(content) if size is None else size,
        }
        return self.send({"document": document})

    def photograph(self, content: bytes, album: str = "", caption: str = "") -> Json:
        """Sends a photograph, one of an album if that is named: Telegram keeps it in two sizes."""
        sizes = [
            {"file_id": file_id, "file_unique_id": f"U{file_id}", "width": side, "height": side}
            for side, file_id in (
                (90, self.server.world.store("small.jpg", b"too small to be read")),
                (1280, self.server.world.store("photo.jpg", content)),
            )
        ]
        more: Json = {"media_group_id": album} if album else {}
        return self.send({"photo": sizes, **more, **({"caption": caption} if caption else {})})

    async def receives(self, method: str = "sendMessage", since: int = 0, seconds: float = 10.0) -> Json:
        """The next message that the bot sends into this chat, or changes there; how far it is does not count."""

        def here(call: Call) -> bool:
            mine = str(call.inquiry.fields.get("chat_id")) == str(self.chat)
            waits = str(call.inquiry.fields.get("text")).startswith("⏳")
            return mine and not waits and call.inquiry.method == method and isinstance(call.result, dict)

        found = await self.server.wait(here, seconds, since)
        assert isinstance(found.result, dict)
        return found.result

    async def asks(self, text: str) -> Json:
        """The bot's first message after a question."""
        since = len(self.server.calls)
        self.say(text)
        return await self.receives(since=since)

    @property
    def _user(self) -> Json:
        return self.server.world.user(self.number, self.language)


def buttons(message: Json) -> list[Json]:
    """The buttons under a message, row by row."""
    return [button for row in message.get("reply_markup", {}).get("inline_keyboard", []) for button in row]


def button(message: Json, text: str) -> Json:
    """The button whose text has this in it. Raises KeyError where there is none."""
    for found in buttons(message):
        if text in found["text"]:
            return found
    raise KeyError(f"{text} not in {[found['text'] for found in buttons(message)]}")


def entities(message: Json, kind: str) -> list[str]:
    """The texts that have an entity of a kind."""
    coded = message["text"].encode("utf-16-le")
    return [
        coded[2 * entity["offset"] : 2 * (entity["offset"] + entity["length"])].decode("utf-16-le")
        for entity in message.get("entities", [])
        if entity["type"] == kind
    ]


def field(call: Call, name: str) -> Any:  # noqa: ANN401 - JSON is anything
    """A request's parameter."""
    return call.inquiry.fields.get(name)
