"""The interface's catalogues."""

from importlib.resources import files

import pytest
from fluent.syntax import FluentParser
from fluent.syntax.ast import Junk, Message, Placeable, VariableReference
from fluent.syntax.visitor import Visitor

from bot.speech import LANGUAGES, NotSaid, Speech, speech


class _Variables(Visitor):
    """Collects the variables of a message."""

    def __init__(self) -> None:
        self.names: set[str] = set()

    def visit_Placeable(self, node: Placeable) -> None:
        if isinstance(node.expression, VariableReference):
            self.names.add(node.expression.id.name)


def catalogue(language: str) -> dict[str, set[str]]:
    """The messages of a language with their variables."""
    source = files("bot").joinpath(f"data/interface/{language}.ftl").read_text(encoding="utf-8")
    found = {}
    for entry in FluentParser().parse(source).body:
        assert not isinstance(entry, Junk), entry.content
        if isinstance(entry, Message):
            variables = _Variables()
            variables.visit(entry)
            found[entry.id.name] = variables.names
    return found


@pytest.mark.parametrize("language", LANGUAGES[1:])
def test_catalogues_say_the_same_things(language: str) -> None:
    """Every message is there in every language, with the same values to fill in."""
    assert catalogue(language) == catalogue(LANGUAGES[0])


@pytest.mark.parametrize("language", LANGUAGES)
def test_texts_fit_where_telegram_shows_them(language: str) -> None:
    """Descriptions and alerts have limits."""
    words = Speech(language)
    assert len(words.say("description")) <= 512
    assert len(words.say("short-description")) <= 120
    assert len(words.say("button-old")) <= 200
    assert len(words.say("inline-none")) <= 64


def test_unknown_message_is_an_error() -> None:
    """A misspelt name never reaches a reader."""
    with pytest.raises(NotSaid):
        Speech("en").say("no-such-message")
    with pytest.raises(NotSaid):
        Speech("en").say("day", year="2024")


@pytest.mark.parametrize(
    ("code", "language"),
    [
        ("zh-hans", "zh-hans"),
        ("zh", "zh-hans"),
        ("zh-hant", "zh-hant"),
        ("zh-hk", "zh-hant"),
        ("zh-TW", "zh-hant"),
        ("en-US", "en"),
        ("de", "zh-hans"),
        (None, "zh-hans"),
    ],
)
def test_language_of_a_code(code: str | None, language: str) -> None:
    """Whatever Telegram says of a person, there is a catalogue for it."""
    assert speech(code).language == language
