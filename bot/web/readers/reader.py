"""Who reads a page: language, size of letters, and whose questions these are."""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import blake2b

from bot.service.journal.exchange import Place
from bot.speech import LANGUAGES, Speech, speech

VISITOR, LANGUAGE, SIZE = "dafu_visitor", "dafu_language", "dafu_size"
_TOKEN = 32  # characters of a visitor's token
_THREAD = -1  # of exchanges on a page: never the dialogue of a chat
NOBODY = -1  # whose questions those of programs are
_TAGS = {"zh-hans": "zh-Hans", "zh-hant": "zh-Hant", "en": "en"}


@dataclass(frozen=True)
class Reader:
    """Someone with a page before them. `person` is a Telegram id, or a negative number made from a cookie."""

    speech: Speech
    large: bool
    person: int

    @property
    def tag(self) -> str:
        """The language as HTML calls it."""
        return _TAGS[self.speech.language]

    @property
    def own_tag(self) -> str:
        """The language of our own sentences, which are Chinese on every page."""
        return self.tag if self.tag == "zh-Hant" else "zh"

    @property
    def place(self) -> Place:
        """Where the journal keeps their exchanges."""
        return Place(self.person, self.person, _THREAD)


def reader(cookies: Mapping[str, str], accepted: str, person: int) -> Reader:
    """The reader with these cookies and this Accept-Language; `person` is who logged in, else the visitor."""
    chosen = cookies.get(LANGUAGE, "")
    spoken = Speech(chosen) if chosen in LANGUAGES else speech(preferred(accepted))
    return Reader(spoken, cookies.get(SIZE) == "large", person)


def preferred(accepted: str) -> str:
    """The first language of an Accept-Language header that a catalogue is there for.

    >>> preferred("fr-FR,fr;q=0.9,zh-TW;q=0.8,en;q=0.7"), preferred("")
    ('zh-TW', '')
    """
    codes = [part.partition(";")[0].strip() for part in accepted.split(",")]
    return next((code for code in codes if code.lower().startswith(("zh", "en"))), "")


def new_visitor() -> str:
    """A token for a browser that has none."""
    return secrets.token_hex(_TOKEN // 2)


def is_visitor(token: str) -> bool:
    """Whether it can be a token of ours."""
    return len(token) == _TOKEN and token.isascii() and token.isalnum()


def visitor_number(token: str) -> int:
    """The number that a visitor has in the journal, never NOBODY; the token cannot be got from it."""
    return -2 - int.from_bytes(blake2b(token.encode(), digest_size=6).digest())
