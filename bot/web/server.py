"""The server: routes, and what every request passes first."""

import json
import logging
import time
from collections.abc import Awaitable, Callable
from functools import partial
from urllib.parse import urlencode, urlsplit

from aiohttp import hdrs, web
from aiohttp.http import HttpProcessingError

from bot.service.running.listening import CannotListen
from bot.web.readers.cookies import YEAR, keep
from bot.web.readers.door import Door
from bot.web.readers.reader import VISITOR, is_visitor, new_visitor
from bot.web.site import SITE, TOKEN, Refused, Site, address, is_part, see_other
from bot.web.views.api import Api
from bot.web.views.chat import Chat
from bot.web.views.letters import Letters
from bot.web.views.scans import Scans

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]

_LOG = logging.getLogger("dafu.web")
_LARGEST = 64 * 1024  # bytes of a request's body
_OPEN = ("/static/", "/login", "/logout", "/manifest.webmanifest", "/icon")
_TELEGRAM = "https://web.telegram.org https://*.telegram.org"
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    "manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors "
)


def application(site: Site) -> web.Application:
    """The pages of a site."""
    app = web.Application(middlewares=[finished, excused, guarded], client_max_size=_LARGEST)
    app[SITE] = site
    for handlers in (Chat(site), Letters(site), Scans(site), Api(site), Door(site)):
        app.add_routes(handlers.routes())
    return app


async def listening(site: Site) -> web.AppRunner:
    """The pages served at the site's address. Raises CannotListen."""
    logger = logging.getLogger("dafu.web.server")
    logger.addFilter(is_news)
    runner = web.AppRunner(application(site), access_log=None, logger=logger, shutdown_timeout=5)
    await runner.setup()
    try:
        await web.TCPSite(runner, site.settings.host, site.settings.port).start()
    except OSError as error:
        await runner.cleanup()
        raise CannotListen("DAFU_WEB_PORT", site.settings.port, error) from None
    return runner


def is_news(record: logging.LogRecord) -> bool:
    """Whether a record is of more than a request that is no HTTP: its sender is told, and a question may be in it."""
    error = record.exc_info[1] if record.exc_info else None
    return not isinstance(error, HttpProcessingError)


@web.middleware
async def finished(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Adds what every response has: what a browser may load and who may frame it; a visitor's cookie."""
    site, visitor = request.app[SITE], request.cookies.get(VISITOR, "")
    request[TOKEN] = visitor if is_visitor(visitor) else new_visitor()
    response = await handler(request)
    framing = _TELEGRAM if site.access.by_telegram else "'none'"
    response.headers.setdefault("Content-Security-Policy", _POLICY + framing)
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Referrer-Policy"] = "same-origin"
    response.headers.setdefault("Cache-Control", "no-cache, private")
    if response.content_type == "text/html" and visitor != request[TOKEN]:
        keep(request, response, VISITOR, request[TOKEN], YEAR)
    return response


@web.middleware
async def excused(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Says in the reader's language what was refused or went wrong: as a line, a page, or JSON."""
    try:
        return await handler(request)
    except Refused as refused:
        return told(request, refused.status, refused.name, refused.values)
    except web.HTTPException as error:
        names = {404: "web-not-found", 405: "web-not-found", 413: "web-too-large"}
        return told(request, error.status, names.get(error.status, "web-bad-request"), {})
    except Exception as error:  # noqa: BLE001 - the one error handler: the trace goes to the log
        if request.app[SITE].office.lost(error):
            return told(request, 503, "web-journal", {})
        _LOG.exception("a request failed: %s %s", request.method, request.path)
        request.app[SITE].office.metrics.failures.labels("false").inc()
        return told(request, 500, "failed", {})


@web.middleware
async def guarded(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Lets through who may read, asks the right host, comes from our own pages, and not too often."""
    site = request.app[SITE]
    _at_this_host(request, site)
    _from_our_pages(request)
    pace = site.asking if request.method == hdrs.METH_POST or request.query.get("q") else site.leafing
    if pace.count(address(request, site), time.time()) > pace.limit:
        raise Refused(429, "too-fast")
    if not request.path.startswith(_OPEN) and not await _may(request, site):
        if request.path.startswith("/api/"):
            raise Refused(401, "web-api-login")
        if is_part(request):
            raise Refused(401, "web-login-first")
        return see_other(login(request))
    return await handler(request)


def told(request: web.Request, status: int, name: str, values: dict[str, str]) -> web.Response:
    """One line instead of what was asked for."""
    site = request.app[SITE]
    line = site.reader(request).speech.say(name, **values)
    if request.path.startswith("/api/"):
        return web.json_response(
            {"error": line}, status=status, dumps=partial(json.dumps, ensure_ascii=False)
        )
    return site.page(request, "line.html", status=status, line=name, values=values)


def login(request: web.Request) -> str:
    """The way to the login and back."""
    return f"/login?{urlencode({'to': request.path_qs})}"


async def _may(request: web.Request, site: Site) -> bool:
    if site.access.free:
        return True
    scheme, _, phrase = request.headers.get("Authorization", "").partition(" ")
    if scheme == "Bearer":
        return site.opens(request, phrase)
    return await site.office.aside(site.access.may, site.session(request))


def _at_this_host(request: web.Request, site: Site) -> None:
    """Raises Refused for a name that only leads to this machine: another site's page could read along with it."""
    name = urlsplit(f"//{request.host}").hostname or ""
    settings = site.settings
    if (
        settings.loopback
        and not settings.anyone
        and name not in ("localhost", "127.0.0.1", "::1", settings.host)
    ):
        raise Refused(421, "web-bad-host")


def _from_our_pages(request: web.Request) -> None:
    """Raises Refused for a form that another site sent."""
    origin = request.headers.get("Origin")
    if request.method == hdrs.METH_POST and origin and not request.path.startswith("/api/"):
        own = {request.host, urlsplit(request.app[SITE].settings.url).netloc} - {""}
        if urlsplit(origin).netloc not in own:
            raise Refused(403, "web-bad-origin")
