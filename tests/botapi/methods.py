"""The Bot API's methods on a world, each refusing what Telegram refuses."""

import re
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from tests.botapi.inquiry import Inquiry
from tests.botapi.markup import parsed, units
from tests.botapi.refusal import bad
from tests.botapi.world import Json, World

_TEXT, _CAPTION, _PHOTO, _DOWNLOAD = 4096, 1024, 10 * 2**20, 20 * 2**20
_IMAGES = (b"\x89PNG", b"\xff\xd8\xff")

Method = Callable[[World, Inquiry], object]


@dataclass(frozen=True)
class _Written:
    """The text part of a message."""

    text: str
    entities: list[Json]


def send_message(world: World, inquiry: Inquiry) -> Json:
    """sendMessage"""
    written = _written(inquiry, "text", _TEXT)
    if not written.text.strip():
        raise bad("message text is empty")
    return _sent(world, inquiry, {"text": written.text, "entities": written.entities})


def send_photo(world: World, inquiry: Inquiry) -> Json:
    """sendPhoto"""
    file_id, content = _file(world, inquiry, "photo")
    if not content.startswith(_IMAGES):
        raise bad("IMAGE_PROCESS_FAILED")
    if len(content) > _PHOTO:
        raise bad("file is too big for a photo")
    photo = {"file_id": file_id, "file_unique_id": f"U{file_id}", "width": 800, "height": 600}
    return _sent(world, inquiry, {"photo": [photo], **_caption(inquiry)})


def send_document(world: World, inquiry: Inquiry) -> Json:
    """sendDocument"""
    file_id, content = _file(world, inquiry, "document")
    document = {
        "file_id": file_id,
        "file_unique_id": f"U{file_id}",
        "file_name": world.files[file_id][0],
        "file_size": len(content),
    }
    return _sent(world, inquiry, {"document": document, **_caption(inquiry)})


def edit_text(world: World, inquiry: Inquiry) -> object:
    """editMessageText"""
    written = _written(inquiry, "text", _TEXT)
    known = world.messages.get((inquiry.chat(world), int(inquiry.fields.get("message_id", 0))))
    if known and "photo" in known:
        raise bad("there is no text in the message to edit")
    return _edited(world, inquiry, {"text": written.text, "entities": written.entities})


def edit_markup(world: World, inquiry: Inquiry) -> object:
    """editMessageReplyMarkup"""
    return _edited(world, inquiry, {})


def delete_message(world: World, inquiry: Inquiry) -> bool:
    """deleteMessage"""
    if world.messages.pop((inquiry.chat(world), int(inquiry.fields["message_id"])), None) is None:
        raise bad("message to delete not found")
    return True


def answer_press(world: World, inquiry: Inquiry) -> bool:
    """answerCallbackQuery"""
    number = inquiry.fields["callback_query_id"]
    if number not in world.open_presses:
        raise bad("query is too old and response timeout expired or query ID is invalid")
    if len(inquiry.fields.get("text", "")) > 200:
        raise bad("MESSAGE_TOO_LONG")
    world.open_presses.discard(number)
    return True


def answer_inline(world: World, inquiry: Inquiry) -> bool:
    """answerInlineQuery"""
    results = inquiry.fields["results"]
    ids = [result["id"] for result in results]
    if len(results) > 50:
        raise bad("RESULTS_TOO_MUCH")
    if len(set(ids)) < len(ids):
        raise bad("RESULT_ID_DUPLICATE")
    if any(not 1 <= len(number.encode()) <= 64 for number in ids):
        raise bad("RESULT_ID_INVALID")
    for result in results:
        content = result["input_message_content"]
        _checked(content["message_text"], content.get("parse_mode"), _TEXT)
        _keyboard(result.get("reply_markup"))
    return True


def chat_action(world: World, inquiry: Inquiry) -> bool:
    """sendChatAction"""
    inquiry.chat(world)
    return True


def leave_chat(world: World, inquiry: Inquiry) -> bool:
    """leaveChat"""
    world.left.add(inquiry.chat(world))
    return True


def get_file(world: World, inquiry: Inquiry) -> Json:
    """getFile"""
    file_id = inquiry.fields["file_id"]
    if file_id not in world.files:
        raise bad("wrong file_id or the file is temporarily unavailable")
    _, content = world.files[file_id]
    if len(content) > _DOWNLOAD:
        raise bad("file is too big")
    return {"file_id": file_id, "file_unique_id": f"U{file_id}", "file_path": f"documents/{file_id}"}


def set_commands(world: World, inquiry: Inquiry) -> bool:
    """setMyCommands"""
    for command in inquiry.fields["commands"]:
        if not re.fullmatch(r"[a-z0-9_]{1,32}", command["command"]):
            raise bad("BOT_COMMAND_INVALID")
        if not 1 <= len(command["description"]) <= 256:
            raise bad("BOT_COMMAND_DESCRIPTION_INVALID")
    _two_letters(inquiry)
    scope = inquiry.fields.get("scope", {"type": "default"})
    key = f"{scope['type']}{scope.get('chat_id', '')}", inquiry.fields.get("language_code", "")
    world.commands[key] = inquiry.fields["commands"]
    return True


def set_text(world: World, inquiry: Inquiry) -> bool:
    """setMyDescription, setMyShortDescription"""
    _two_letters(inquiry)
    if (
        len(inquiry.fields.get("description", "")) > 512
        or len(inquiry.fields.get("short_description", "")) > 120
    ):
        raise bad("text is too long")
    return True


def set_name(world: World, inquiry: Inquiry) -> bool:
    """setMyName"""
    _two_letters(inquiry)
    if len(inquiry.fields.get("name", "")) > 64:
        raise bad("BOT_TITLE_INVALID")
    world.name = inquiry.fields.get("name", "")
    return True


def menu_button(world: World, inquiry: Inquiry) -> bool:
    """setChatMenuButton"""
    button = inquiry.fields["menu_button"]
    _app(button.get("web_app"))
    if button["type"] not in ("commands", "default", "web_app"):
        raise bad("BUTTON_TYPE_INVALID")
    world.menu_button = button
    return True


METHODS: Mapping[str, Method] = {
    "getMe": lambda world, _: world.me,
    "sendMessage": send_message,
    "sendPhoto": send_photo,
    "sendDocument": send_document,
    "editMessageText": edit_text,
    "editMessageReplyMarkup": edit_markup,
    "deleteMessage": delete_message,
    "answerCallbackQuery": answer_press,
    "answerInlineQuery": answer_inline,
    "sendChatAction": chat_action,
    "leaveChat": leave_chat,
    "getFile": get_file,
    "setMyCommands": set_commands,
    "setMyName": set_name,
    "getMyName": lambda world, inquiry: {"name": world.name},
    "setChatMenuButton": menu_button,
    "setMyDescription": set_text,
    "setMyShortDescription": set_text,
}


def _two_letters(inquiry: Inquiry) -> None:
    """As Telegram's own validate_bot_language_code: zh-hans is refused."""
    if not re.fullmatch(r"([a-z]{2})?", inquiry.fields.get("language_code", "")):
        raise bad("Invalid language code specified")


def _sent(world: World, inquiry: Inquiry, content: Json) -> Json:
    chat = inquiry.chat(world)
    fields = inquiry.fields
    reply = fields.get("reply_parameters")
    more: Json = {}
    if reply:
        replied = world.messages.get((chat, reply["message_id"]))
        if replied is None and not reply.get("allow_sending_without_reply"):
            raise bad("message to be replied not found")
        more |= {"reply_to_message": replied} if replied else {}
    if fields.get("message_thread_id"):
        more |= {"message_thread_id": int(fields["message_thread_id"]), "is_topic_message": True}
    if _keyboard(fields.get("reply_markup")):
        more["reply_markup"] = fields["reply_markup"]
    return world.message(chat, world.me, {**content, **more})


def _edited(world: World, inquiry: Inquiry, change: Json) -> object:
    if inquiry.fields.get("inline_message_id"):
        return True
    chat = inquiry.chat(world)
    old = world.own(chat, int(inquiry.fields["message_id"]))
    new = {name: value for name, value in {**old, **change}.items() if name != "reply_markup"}
    if _keyboard(inquiry.fields.get("reply_markup")):
        new["reply_markup"] = inquiry.fields["reply_markup"]
    if new == {name: value for name, value in old.items() if name != "edit_date"} | {
        name: new[name] for name in new if name == "edit_date"
    }:
        raise bad("message is not modified: specified new message content and reply markup are the same")
    new["edit_date"] = int(time.time())
    world.messages[chat, new["message_id"]] = new
    return new


def _written(inquiry: Inquiry, name: str, limit: int) -> _Written:
    return _checked(inquiry.fields.get(name, ""), inquiry.fields.get("parse_mode"), limit)


def _caption(inquiry: Inquiry) -> Json:
    written = _written(inquiry, "caption", _CAPTION)
    return {"caption": written.text, "caption_entities": written.entities}


def _checked(source: str, mode: str | None, limit: int) -> _Written:
    text, entities = parsed(source) if mode == "HTML" else (source, [])
    if units(text) > limit:
        raise bad("message is too long")
    return _Written(text, entities)


def _file(world: World, inquiry: Inquiry, name: str) -> tuple[str, bytes]:
    """A file sent along, or one sent before."""
    given = inquiry.fields.get(name, "")
    if given in world.files:
        return given, world.files[given][1]
    attached = inquiry.files.get(given.removeprefix("attach://") or name) or inquiry.files.get(name)
    if attached is None or not attached[1]:
        raise bad("file must be non-empty")
    return world.store(*attached), attached[1]


def _app(app: Json | None) -> None:
    if app is not None and not app["url"].startswith("https://"):
        raise bad(
            f"inline keyboard button Web App URL '{app['url']}' is invalid: Only HTTPS links are allowed"
        )


def _keyboard(markup: Json | None) -> bool:
    """Whether there is an inline keyboard; it is checked."""
    for row in (markup or {}).get("inline_keyboard", []):
        for button in row:
            if not button.get("text"):
                raise bad("inline keyboard button text must be non-empty")
            if not 1 <= len(button.get("callback_data", "x").encode()) <= 64:
                raise bad("BUTTON_DATA_INVALID")
            if not 1 <= len(button.get("copy_text", {}).get("text", "x")) <= 256:
                raise bad("BUTTON_COPY_TEXT_INVALID")
            if (
                len(button.keys() & {"callback_data", "url", "web_app", "copy_text", "switch_inline_query"})
                != 1
            ):
                raise bad("exactly one kind of inline keyboard button is allowed")
            _app(button.get("web_app"))
    return bool((markup or {}).get("inline_keyboard"))
