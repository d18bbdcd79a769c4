"""The command menus, and the texts that an empty chat shows."""

from collections.abc import Sequence

from telegram import (
    Bot,
    BotCommand,
    BotCommandScope,
    BotCommandScopeAllGroupChats,
    BotCommandScopeAllPrivateChats,
    BotCommandScopeChat,
    MenuButton,
    MenuButtonCommands,
    MenuButtonWebApp,
    Message,
    WebAppInfo,
)

from bot.service.settings import Settings
from bot.speech import LANGUAGES, Speech

_PRIVATE = ("start", "help", "letters", "figures", "chart", "new", "follow", "privacy", "forget")
_GROUP = ("ask", "letters", "figures", "chart", "help", "privacy")
_ADMIN = ("stats", "export", "remove", "reload", "pair")
# Telegram takes codes of two letters only; Chinese in traditional characters is set chat by chat at /start.
_CODES = {None: "zh-hans", "zh": "zh-hans", "en": "en"}


async def set_menus(bot: Bot, settings: Settings, pages: str = "", questions: Sequence[str] = ()) -> None:
    """Sets all menus and texts, with questions that the letters answer; the button beside them opens the web pages at their public address."""
    for code, language in _CODES.items():
        speech = Speech(language)
        for scope, names in _scopes():
            await bot.set_my_commands(commands(names, speech), scope, language_code=code)
        await bot.set_my_description(_description(speech, questions), language_code=code)
        await bot.set_my_short_description(speech.say("short-description"), language_code=code)
        if settings.name and (await bot.get_my_name(language_code=code)).name != settings.name:
            await bot.set_my_name(settings.name, language_code=code)
    await bot.set_chat_menu_button(menu_button=_menu_button(pages))
    for admin in settings.admins:
        names = (*_PRIVATE, *_ADMIN)
        await bot.set_my_commands(commands(names, Speech(LANGUAGES[0])), BotCommandScopeChat(admin))


async def own_menu(message: Message, speech: Speech) -> None:
    """Sets one chat's menu where the reader's language has no code of two letters."""
    if speech.language not in _CODES.values() and message.chat.type == "private":
        await message.get_bot().set_my_commands(
            commands(_PRIVATE, speech), BotCommandScopeChat(message.chat_id)
        )


def _description(speech: Speech, questions: Sequence[str]) -> str:
    """What an empty chat shows."""
    examples = "\n".join((speech.say("description-examples"), *map(speech.own, questions)))
    return "\n\n".join((speech.say("description"), *((examples,) if questions else ())))


def _menu_button(pages: str) -> MenuButton:
    """What opens the web pages, where they have a public address that Telegram takes into itself; else the commands."""
    if not pages.startswith("https://"):
        return MenuButtonCommands()
    return MenuButtonWebApp(Speech(LANGUAGES[0]).say("button-pages"), WebAppInfo(f"{pages}/"))


def commands(names: Sequence[str], speech: Speech) -> list[BotCommand]:
    """Commands with their descriptions."""
    return [BotCommand(name, speech.say(f"command-{name}")) for name in names]


def _scopes() -> tuple[tuple[BotCommandScope, Sequence[str]], ...]:
    return (BotCommandScopeAllPrivateChats(), _PRIVATE), (BotCommandScopeAllGroupChats(), _GROUP)
