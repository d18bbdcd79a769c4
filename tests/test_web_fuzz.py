"""Requests that nobody thought of: whatever comes, it is answered, and never leads to another site."""

import random
from pathlib import Path
from urllib.parse import quote, quote_from_bytes

import pytest
from yarl import URL

from tests.pages.served import client, made

_WORDS = (
    "", "电子信息产业产值多少", "<script>", "'\"", "\0", "%", "../../etc/passwd", "😀" * 30, "9" * 60, "-1", "null", "[]",
    "{{7*7}}", "a" * 900, "\u202e", "=1+1", "呢", "sample-1", "sample-1:1", "1.2.3", "en", "/", "//evil", "\r\nSet-Cookie: a=b",
)  # fmt: skip
_PATHS = (
    "/", "/letters", "/letters/{}", "/letters/{}/figures", "/letters/{}/figures.csv", "/letters/{}/figures.xlsx",
    "/letters/{}/figures/{}", "/letters/{}/charts", "/related", "/chart", "/privacy", "/login", "/login/telegram",
    "/api/ask", "/api/letters", "/api/figures", "/static/x/{}", "/{}",
)  # fmt: skip
_POSTED = ("/", "/ask", "/feedback", "/forget", "/look", "/login", "/login/app", "/logout", "/api/ask")
_NAMES = (
    "q", "h", "find", "page", "sort", "order", "measure", "status", "at", "f", "letter", "offset", "limit", "to", "hash",
    "id", "exchange", "verdict", "language", "size", "passphrase", "data",
)  # fmt: skip
_KINDS = (
    "application/x-www-form-urlencoded",
    "application/json",
    "multipart/form-data; boundary=x",
    "text/plain",
)
_REQUESTS = 150


class Chance:
    """Requests by chance, the same for the same seed."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)

    def word(self) -> str:
        """A word or bytes, quoted."""
        if self.random.random() < 0.2:
            return quote_from_bytes(self.random.randbytes(self.random.randint(1, 30)), safe="")
        return quote("".join(self.random.choices(_WORDS, k=self.random.randint(1, 3))), safe="")

    def fields(self) -> str:
        """A few fields."""
        return "&".join(
            f"{self.random.choice(_NAMES)}={self.word()}" for _ in range(self.random.randint(0, 4))
        )

    def path(self) -> str:
        """The path of a page."""
        path = self.random.choice(_PATHS)
        while "{}" in path:
            path = path.replace("{}", self.word() if self.random.random() < 0.5 else "sample-1", 1)
        return path


@pytest.mark.parametrize("seed", range(4))
async def test_any_request_is_answered(tmp_path: Path, seed: int) -> None:
    """With less than 500, and no way to another site."""
    chance = Chance(seed)
    site = made(tmp_path)
    for pace in (site.asking, site.leafing, site.entering):
        pace.limit = 10 * _REQUESTS
    async with client(site) as asking:
        for _ in range(_REQUESTS):
            if chance.random.random() < 0.6:
                url = URL(f"{chance.path()}?{chance.fields()}", encoded=True)
                response = await asking.get(url, allow_redirects=False)
            else:
                url = URL(chance.random.choice(_POSTED))
                body = (
                    chance.fields().encode() if chance.random.random() < 0.7 else chance.random.randbytes(300)
                )
                kind = {"Content-Type": chance.random.choice(_KINDS)}
                response = await asking.post(url, data=body, headers=kind, allow_redirects=False)
            await response.read()
            assert response.status < 500, url
            assert not response.headers.get("Location", "/").startswith(("//", "http")), url
