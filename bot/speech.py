"""What the bot says of itself, in the reader's language and characters."""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from fluent.runtime import FluentBundle, FluentResource
from opencc import OpenCC

LANGUAGES = ("zh-hans", "zh-hant", "en")


class NotSaid(KeyError):
    """A catalogue has no such message, or cannot fill it in."""


@dataclass(frozen=True)
class Speech:
    """One language's catalogue out of bot/data/interface."""

    language: str

    def say(self, name: str, **values: str | int) -> str:
        """A message with its values filled in. Raises NotSaid for a name or value the catalogue lacks."""
        bundle = _bundle(self.language)
        message = bundle.get_message(name) if bundle.has_message(name) else None
        if message is None or message.value is None:
            raise NotSaid(f"{self.language}: {name}")
        text, errors = bundle.format_pattern(message.value, values)
        if errors:
            raise NotSaid(f"{self.language}: {name}: {errors}")
        return str(text)

    def lines(self, name: str) -> list[str]:
        """A message that lists things, one a line."""
        return self.say(name).splitlines()

    def own(self, text: str) -> str:
        """A sentence of ours in the reader's characters, all of it: what is quoted stays as printed.

        >>> Speech("zh-hant").own("电子信息产业产值24.69亿元")
        '電子信息產業產值24.69億元'
        """
        return _converter().convert(text) if self.language == "zh-hant" else text


def speech(language_code: str | None) -> Speech:
    """The catalogue for a Telegram language code (zh-hans, zh-TW, en-GB …). Chinese is for everyone else.

    >>> [speech(code).language for code in ("zh-hant", "zh-TW", "en-GB", "zh", None)]
    ['zh-hant', 'zh-hant', 'en', 'zh-hans', 'zh-hans']
    """
    code = (language_code or "").lower()
    if code in ("zh-hant", "zh-tw", "zh-hk", "zh-mo") or code.startswith("zh-hant"):
        return Speech("zh-hant")
    return Speech("en") if code.split("-")[0] == "en" else Speech("zh-hans")


@cache
def _bundle(language: str) -> FluentBundle:
    """The parsed catalogue. Marks that isolate directions would end up in copied figures."""
    source = files("bot").joinpath(f"data/interface/{language}.ftl").read_text(encoding="utf-8")
    bundle = FluentBundle([language], use_isolating=False)
    bundle.add_resource(FluentResource(source))
    return bundle


@cache
def _converter() -> OpenCC:
    return OpenCC("s2t")
