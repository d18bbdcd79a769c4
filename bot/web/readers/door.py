"""Coming in and going out; and how somebody wants to read: language, larger letters."""

from dataclasses import dataclass
from urllib.parse import urlencode

from aiohttp import web

from bot.speech import LANGUAGES
from bot.web.readers.access import LASTS, SESSION
from bot.web.readers.cookies import YEAR, keep
from bot.web.readers.reader import LANGUAGE, SIZE
from bot.web.readers.signed import person_of_app, person_of_login
from bot.web.site import Refused, Site, form_of, is_part, see_other

_SIZES = ("normal", "large")


@dataclass(frozen=True)
class Door:
    """Handlers of logins and preferences, of style, script and icons."""

    site: Site

    def routes(self) -> list[web.RouteDef]:
        """All of them."""
        return [
            web.get("/login", self.login),
            web.post("/login", self.enter),
            web.post("/login/app", self.from_app),
            web.get("/login/telegram", self.from_telegram),
            web.post("/logout", self.leave),
            web.post("/look", self.look),
            web.get("/static/{version}/{name}", self.static),
            web.get("/manifest.webmanifest", self.manifest),
        ]

    async def login(self, request: web.Request) -> web.Response:
        """The page that asks for the pass phrase."""
        to = inside(request.query.get("to", "/"))
        if await self.site.office.aside(self.site.access.may, self.site.session(request)):
            return see_other(to)
        return self._login(request, to, wrong=False)

    async def enter(self, request: web.Request) -> web.Response:
        """Takes the pass phrase."""
        form = await form_of(request)
        to = inside(form.get("to", "/"))
        if not self.site.opens(request, form.get("passphrase", "")):
            return self._login(request, to, wrong=True)
        return self._entered(request, None, to)

    async def from_app(self, request: web.Request) -> web.Response:
        """Takes what Telegram gave to a Mini App. Raises Refused."""
        form = await form_of(request)
        person = person_of_app(form.get("data", ""), self._token)
        return self._entered(request, await self._known(person), "/", framed=True)

    async def from_telegram(self, request: web.Request) -> web.Response:
        """Takes what Telegram adds to the address of a login button. Raises Refused."""
        person = person_of_login(request.query, self._token)
        return self._entered(request, await self._known(person), "/")

    async def leave(self, request: web.Request) -> web.Response:
        """Ends the session of this browser."""
        response = see_other("/")
        response.del_cookie(SESSION, path="/")
        return response

    async def look(self, request: web.Request) -> web.Response:
        """Keeps the language or the size of letters."""
        form = await form_of(request)
        response = see_other(inside(form.get("to", "/")))
        language, size = form.get("language", ""), form.get("size", "")
        if language in LANGUAGES:
            keep(request, response, LANGUAGE, language, YEAR)
        if size in _SIZES:
            keep(request, response, SIZE, size, YEAR)
        return response

    async def static(self, request: web.Request) -> web.Response:
        """Style, script or icon; the address changes with the content."""
        name = request.match_info["name"]
        if name not in self.site.static:
            raise Refused(404, "web-not-found")
        types = {"css": "text/css", "js": "text/javascript", "svg": "image/svg+xml", "png": "image/png"}
        kind = types[name.rpartition(".")[2]]
        charset = None if kind == "image/png" else "utf-8"
        response = web.Response(body=self.site.static[name], content_type=kind, charset=charset)
        response.headers["Cache-Control"] = f"public, max-age={YEAR}, immutable"
        response.enable_compression()
        return response

    async def manifest(self, request: web.Request) -> web.Response:
        """What a phone needs to put the page on its home screen."""
        say = self.site.reader(request).speech.say
        icons = self.site.addresses
        return web.json_response(
            {
                "name": say("web-name"),
                "short_name": say("web-short-name"),
                "start_url": "/",
                "scope": "/",
                "display": "standalone",
                "background_color": "#ffffff",
                "theme_color": "#1a5fa8",
                "icons": [
                    {
                        "src": icons["icon.svg"],
                        "sizes": "any",
                        "type": "image/svg+xml",
                        "purpose": "any maskable",
                    },
                    {"src": icons["icon.png"], "sizes": "192x192", "type": "image/png"},
                ],
            },
            content_type="application/manifest+json",
        )

    @property
    def _token(self) -> str:
        return self.site.office.settings.bot_token.get_secret_value()

    def _login(self, request: web.Request, to: str, *, wrong: bool) -> web.Response:
        return self.site.page(
            request,
            "login.html",
            status=403 if wrong else 200,
            to=to,
            wrong=wrong,
            by_phrase=bool(self.site.settings.secret),
            telegram=login_page(self._token, self.site.settings.url) if self.site.access.by_telegram else "",
        )

    async def _known(self, person: int | None) -> int:
        """A Telegram user who may ask the bot. Raises Refused."""
        if person is None:
            raise Refused(403, "web-telegram-again")
        if not await self.site.office.aside(self.site.access.belongs, person):
            raise Refused(403, "not-allowed", id=str(person))
        return person

    def _entered(
        self, request: web.Request, person: int | None, to: str, *, framed: bool = False
    ) -> web.Response:
        response = web.Response(status=204) if is_part(request) else see_other(to)
        keep(request, response, SESSION, self.site.access.cookie(person), LASTS, framed=framed)
        return response


def login_page(token: str, url: str) -> str:
    """Telegram's page for logins with a bot, which leads back to ours with what it signed."""
    bot, _, _ = token.partition(":")
    return f"https://oauth.telegram.org/auth?{urlencode({'bot_id': bot, 'origin': url, 'return_to': f'{url}/login'})}"


def inside(to: str) -> str:
    """A place of these pages to go on to; what leads elsewhere leads to the first page.

    >>> [inside(to) for to in ("/letters?find=a", "//evil.example", "https://evil.example", "/\\\\evil")]
    ['/letters?find=a', '/', '/', '/']
    """
    plain = to.startswith("/") and not to.startswith("//") and "\\" not in to and to.isprintable()
    return to if plain else "/"
