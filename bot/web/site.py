"""What every page works with: the office, the rules, the templates; and who reads."""

import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import blake2b
from importlib.resources import files
from ipaddress import ip_address, ip_network

from aiohttp import hdrs, web
from jinja2 import Environment, PackageLoader, StrictUndefined
from multidict import MultiDict, MultiDictProxy

from bot.messages.links import is_web, segment, sentence_path
from bot.messages.tree import day
from bot.service.office import Office
from bot.service.pace import Pace
from bot.speech import LANGUAGES
from bot.web.readers.access import SESSION, Access, Session
from bot.web.readers.reader import Reader, reader, visitor_number
from bot.web.settings import WebSettings, is_loopback
from corpus.texts.text import tidy

LONGEST = 4096  # characters of a question, as in Telegram
LETTER = "/letters/{letter:[^/]+}"  # with whatever a file may be called: the library's own pattern leaves braces out
_NETWORKS = 6  # the version of addresses of which everybody has billions
_STATIC = ("app.css", "app.js", "icon.svg", "icon.png")


class Refused(Exception):
    """A request that is not carried out: the status, and the message of the catalogue that says why."""

    def __init__(self, status: int, name: str, **values: str) -> None:
        super().__init__(name)
        self.status, self.name, self.values = status, name, values


@dataclass
class Site:
    """The collaborators of the handlers."""

    office: Office
    settings: WebSettings
    access: Access
    asking: Pace = field(default_factory=lambda: Pace(60))
    leafing: Pace = field(default_factory=lambda: Pace(600))
    entering: Pace = field(default_factory=lambda: Pace(10))

    @classmethod
    def of(cls, office: Office, settings: WebSettings) -> "Site":
        """The site of an office."""
        return cls(office, settings, Access(settings, office.settings, lambda: office.people))

    @cached_property
    def static(self) -> Mapping[str, bytes]:
        """Style, script and icons by name."""
        folder = files("bot.web") / "static"
        return {name: (folder / name).read_bytes() for name in _STATIC}

    @cached_property
    def addresses(self) -> Mapping[str, str]:
        """Where each of them is; another content has another address."""
        return {
            name: f"/static/{blake2b(content, digest_size=4).hexdigest()}/{name}"
            for name, content in self.static.items()
        }

    @cached_property
    def templates(self) -> Environment:
        """The templates; every value is escaped."""
        made = Environment(
            loader=PackageLoader("bot.web"),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        made.filters |= {
            "segment": segment, "sentence_path": sentence_path, "is_web": is_web, "tidy": tidy, "day": day,
            "sort_of": lambda block: type(block).__name__,
        }  # fmt: skip
        made.globals["static"] = self.addresses
        made.globals["languages"] = LANGUAGES
        return made

    def session(self, request: web.Request) -> Session | None:
        """Who logged in."""
        return self.access.session(request.cookies.get(SESSION, ""))

    def reader(self, request: web.Request) -> Reader:
        """Who reads."""
        session = self.session(request)
        accepted = request.headers.get("Accept-Language", "")
        person = session.person if session else None
        visitor = visitor_number(request[TOKEN])  # a browser's first page is its own already
        return reader(request.cookies, accepted, visitor if person is None else person)

    def opens(self, request: web.Request, phrase: str) -> bool:
        """Whether it is the pass phrase. Raises Refused for an address from which too many others came."""
        who, at = address(request, self), time.time()
        if self.entering.spent(who, at):
            raise Refused(429, "too-fast")
        opened = self.access.opens(phrase)
        if not opened:
            self.entering.count(who, at)
        return opened

    def page(self, request: web.Request, name: str, status: int = 200, **values: object) -> web.Response:
        """A template as the response, compressed where the browser takes it."""
        who = self.reader(request)
        text = self.templates.get_template(name).render(
            reader=who,
            say=who.speech.say,
            own=who.speech.own,
            own_tag=who.own_tag,
            here=request.path_qs,
            part=is_part(request),
            session=self.session(request),
            **values,
        )
        response = web.Response(status=status, text=text, content_type="text/html")
        response.enable_compression()
        return response


async def form_of(request: web.Request) -> MultiDictProxy[str]:
    """The text fields of a form. Raises Refused for what is none."""
    try:
        sent = await request.post()
    except ValueError:  # no boundary, no UTF-8
        raise Refused(400, "web-bad-request") from None
    return MultiDictProxy(MultiDict((name, value) for name, value in sent.items() if isinstance(value, str)))


def is_part(request: web.Request) -> bool:
    """Whether the script of a page asks, which wants only what changes."""
    return request.headers.get("X-Part") == "1"


def address(request: web.Request, site: Site) -> str:
    """Who asks: an IPv4 address, the network of an IPv6 one. Only our own proxy may speak for another."""
    peer = request.remote or ""
    if site.settings.url and is_loopback(peer):
        peer = request.headers.get("X-Forwarded-For", peer).rpartition(",")[2].strip()
    try:
        found = ip_address(peer)
    except ValueError:
        return peer
    return str(ip_network((found, 64), strict=False)) if found.version == _NETWORKS else peer


def see_other(location: str) -> web.Response:
    """The way to another page."""
    return web.Response(status=303, headers={hdrs.LOCATION: location})


SITE = web.AppKey("site", Site)
TOKEN = web.RequestKey("visitor", str)  # the visitor's, new where the browser has none
