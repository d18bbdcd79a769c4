"""What Telegram signs for a page with the bot's token: a Mini App's initData, the data of a login."""

import hmac
import json
import time
from collections.abc import Mapping
from hashlib import sha256
from urllib.parse import parse_qsl

LASTS = 3600  # seconds after which signed data is not taken any more
_AHEAD = 60  # seconds that Telegram's clock may be before ours
_MOST = 16_384  # characters; Telegram's are a tenth of that


def person_of_app(init_data: str, token: str, now: float | None = None) -> int | None:
    """The user id in a Mini App's initData, None where it is not signed by the bot's token or too old."""
    if not token or len(init_data) > _MOST:
        return None
    given = dict(parse_qsl(init_data))
    key = hmac.digest(b"WebAppData", token.encode(), sha256)
    if not _is_signed(given, key, now):
        return None
    try:
        person = json.loads(given["user"])["id"]
    except (LookupError, ValueError, TypeError):
        return None
    return person if isinstance(person, int) else None


def person_of_login(given: Mapping[str, str], token: str, now: float | None = None) -> int | None:
    """The user id in the data of a login through Telegram, None as above."""
    if not token or not _is_signed(given, sha256(token.encode()).digest(), now):
        return None
    person = given.get("id", "")
    return int(person) if person.isascii() and person.isdigit() else None


def _is_signed(given: Mapping[str, str], key: bytes, now: float | None) -> bool:
    lines = "\n".join(f"{name}={value}" for name, value in sorted(given.items()) if name != "hash")
    expected = hmac.digest(key, lines.encode(), sha256).hex()
    if not hmac.compare_digest(expected.encode(), given.get("hash", "").encode()):
        return False
    signed = given.get("auth_date", "")
    at = int(signed) if signed.isascii() and signed.isdigit() else 0
    moment = time.time() if now is None else now
    return moment - LASTS <= at <= moment + _AHEAD
