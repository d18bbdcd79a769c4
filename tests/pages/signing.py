"""What Telegram signs for a page, made as its documentation says."""

import hmac
import json
import time
from hashlib import sha256
from urllib.parse import urlencode

TOKEN = "123456:a-token"


def app_data(person: int = 42, token: str = TOKEN, at: float | None = None, **changed: str) -> str:
    """What Telegram gives to a Mini App, signed as its documentation says."""
    fields = {
        "query_id": "AAE",
        "user": json.dumps({"id": person, "first_name": "李&雷"}),
        "auth_date": str(int(time.time() if at is None else at)),
    }
    lines = "\n".join(f"{name}={value}" for name, value in sorted(fields.items()))
    key = hmac.new(b"WebAppData", token.encode(), sha256).digest()
    signed = fields | {"hash": hmac.new(key, lines.encode(), sha256).hexdigest()} | changed
    return urlencode(signed)


def login_data(
    person: str = "42", token: str = TOKEN, at: float | None = None, **changed: str
) -> dict[str, str]:
    """What Telegram adds to the address of a login button."""
    fields = {"id": person, "first_name": "雷", "auth_date": str(int(time.time() if at is None else at))}
    lines = "\n".join(f"{name}={value}" for name, value in sorted(fields.items()))
    sign = hmac.new(sha256(token.encode()).digest(), lines.encode(), sha256).hexdigest()
    return fields | {"hash": sign} | changed
