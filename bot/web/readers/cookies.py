"""Cookies: what no script reads, sent with our own pages only."""

from aiohttp import hdrs, web

from bot.web.site import SITE

YEAR = 365 * 24 * 3600


def keep(
    request: web.Request,
    response: web.StreamResponse,
    name: str,
    value: str,
    seconds: int,
    *,
    framed: bool = False,
) -> None:
    """Sets a cookie that no script reads, sent with our own pages only.

    `framed`: the page stands inside one of Telegram's, where only a cookie that says so is sent.
    """
    secure = is_secure(request)
    if framed and secure:
        # Written by hand: Python 3.11's cookies know no Partitioned.
        kept = f"{name}={value}; Max-Age={seconds}; Path=/; HttpOnly; Secure; SameSite=None; Partitioned"
        response.headers.add(hdrs.SET_COOKIE, kept)
        return
    response.set_cookie(name, value, max_age=seconds, path="/", httponly=True, secure=secure, samesite="Lax")


def is_secure(request: web.Request) -> bool:
    """Whether the reader's browser speaks TLS, to us or to the proxy before us."""
    return request.secure or request.app[SITE].settings.url.startswith("https://")
