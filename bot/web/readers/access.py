"""Who may read: everybody on this machine; elsewhere who knows the pass phrase, or the bot's own people."""

import hmac
import time
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING

from bot.service.settings import Settings
from bot.web.settings import WebSettings

if TYPE_CHECKING:
    from bot.service.journal.people import People

SESSION = "dafu_session"
LASTS = 30 * 24 * 3600  # seconds that a login is good for
_PASSPHRASE = 0  # in the place of a Telegram id: who knew the pass phrase
_PARTS = 3


@dataclass(frozen=True)
class Session:
    """Somebody who logged in. `person` is None for who knew the pass phrase."""

    person: int | None


@dataclass(frozen=True)
class Access:
    """The rules. Sessions are signed, not kept: another pass phrase or token ends them all.

    `people` are asked for where people come by invitation: they are in the journal, which may have to be opened.
    """

    web: WebSettings
    bot: Settings
    people: Callable[[], "People"]

    @property
    def free(self) -> bool:
        """Whether everybody may read who reaches the pages."""
        return not self.web.secret and (self.web.loopback or self.web.anyone)

    @property
    def by_telegram(self) -> bool:
        """Whether the bot's people can show who they are. Telegram leads back only to an address that it knows."""
        return bool(self._token and self.web.url)

    @property
    def closed_to_all(self) -> bool:
        """Whether nobody could read: another address than this machine's, and nothing that lets anyone in."""
        return not self.free and not self.web.secret and not self.by_telegram

    def opens(self, phrase: str) -> bool:
        """Whether it is the pass phrase."""
        return bool(self.web.secret) and hmac.compare_digest(phrase.encode(), self.web.secret.encode())

    def session(self, cookie: str) -> Session | None:
        """The session of a cookie, None for one that is forged, too old, or of somebody who may not read now."""
        parts = cookie.split(".")
        if len(parts) != _PARTS or not all(part.isascii() and part.isalnum() for part in parts):
            return None
        person, issued, _ = parts
        expected = self._signed(person, issued)
        if not hmac.compare_digest(cookie, expected) or not time.time() - int(issued) < LASTS:
            return None
        if int(person) == _PASSPHRASE:
            return Session(None) if self.web.secret else None
        # Without a token the key is no secret to who knows the pass phrase.
        return Session(int(person)) if self._token else None

    def cookie(self, person: int | None) -> str:
        """The cookie of a new session."""
        return self._signed(str(_PASSPHRASE if person is None else person), str(int(time.time())))

    def may(self, session: Session | None) -> bool:
        """Whether somebody may read. Asks the journal where people come by invitation."""
        if self.free:
            return True
        if session is None:
            return False
        return session.person is None or self.belongs(session.person)

    def belongs(self, person: int) -> bool:
        """Whether a Telegram user may ask the bot."""
        if not self.bot.closed or person in self.bot.allowed | self.bot.admins:
            return True
        return self.bot.pairing and self.people().is_member(person)

    @property
    def _token(self) -> str:
        return self.bot.bot_token.get_secret_value()

    def _signed(self, person: str, issued: str) -> str:
        key = sha256(f"dafu web\0{self.web.secret}\0{self._token}".encode()).digest()
        said = f"{person}.{issued}"
        return f"{said}.{hmac.digest(key, said.encode(), sha256).hex()}"
