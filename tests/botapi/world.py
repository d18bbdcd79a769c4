"""What Telegram's servers know: chats, messages, files, and the updates not yet fetched."""

import asyncio
import itertools
import time
from dataclasses import dataclass, field
from typing import Any

from tests.botapi.markup import noticed
from tests.botapi.refusal import bad

Json = dict[str, Any]
TOKEN = "123456:TEST-token_of-a-bot-that-is-not"
USERNAME = "dafu_test_bot"


@dataclass
class World:
    """The state. `outbox` holds every message that a person can see, in the order of its sending."""

    token: str = TOKEN
    username: str = USERNAME
    name: str = "答复"
    reads_all: bool = False
    updates: list[Json] = field(default_factory=list)
    messages: dict[tuple[int, int], Json] = field(default_factory=dict)
    files: dict[str, tuple[str, bytes]] = field(default_factory=dict)
    open_presses: set[str] = field(default_factory=set)
    commands: dict[tuple[str, str], list[Json]] = field(default_factory=dict)
    menu_button: Json = field(default_factory=dict)
    blocked: set[int] = field(default_factory=set)
    left: set[int] = field(default_factory=set)
    webhook: Json = field(default_factory=dict)
    polls: int = 0
    arrived: asyncio.Event = field(default_factory=asyncio.Event)
    _numbers: "itertools.count[int]" = field(default_factory=lambda: itertools.count(1000))

    @property
    def me(self) -> Json:
        """The bot itself."""
        return {
            "id": int(self.token.split(":")[0]),
            "is_bot": True,
            "first_name": "答复",
            "username": self.username,
            "can_join_groups": True,
            "can_read_all_group_messages": self.reads_all,
            "supports_inline_queries": True,
        }

    def number(self) -> int:
        """A number that was not used before."""
        return next(self._numbers)

    def chat(self, chat: int) -> Json:
        """Private chats have the person's own number, groups a negative one."""
        if chat > 0:
            return {"id": chat, "type": "private", "first_name": "委员"}
        return {"id": chat, "type": "supergroup", "title": "委员群", "is_forum": True}

    def user(self, person: int, language: str = "zh-hans", *, is_bot: bool = False) -> Json:
        """A person."""
        return {"id": person, "is_bot": is_bot, "first_name": "委员", "language_code": language}

    def update(self, kind: str, content: Json, number: int | None = None) -> int:
        """Something happens that the bot is told of."""
        chosen = number or self.number()
        self.updates.append({"update_id": chosen, kind: content})
        self.arrived.set()
        return chosen

    def message(self, chat: int, person: Json, content: Json, number: int | None = None) -> Json:
        """A message written into a chat."""
        text = content.get("text", "")
        found = [] if person["is_bot"] else noticed(text)
        message: Json = {
            "message_id": number or self.number(),
            "date": int(time.time()),
            "chat": self.chat(chat),
            "from": person,
            **({"entities": found} if found else {}),
            **content,
        }
        self.messages[chat, message["message_id"]] = message
        return message

    def own(self, chat: int, number: int) -> Json:
        """A message that the bot may change."""
        message = self.messages.get((chat, number))
        if message is None:
            raise bad("message to edit not found")
        if message["from"]["id"] != self.me["id"]:
            raise bad("message can't be edited")
        return message

    def store(self, name: str, content: bytes) -> str:
        """A file's id."""
        file_id = f"FILE{self.number()}"
        self.files[file_id] = (name, content)
        return file_id
