"""The chat page: questions asked by a form, by a link, and by the page's script."""

from collections.abc import Sequence
from dataclasses import dataclass

from aiohttp import web

from bot.service.views.examples import examples
from bot.web.asking import Asked, Card, card, earlier, typed
from bot.web.site import LONGEST, Refused, Site, form_of

FORGET = "/forget"
_LAST = 2**31 - 1  # the largest number that an exchange can have


@dataclass(frozen=True)
class Chat:
    """Handlers of the chat page."""

    site: Site

    def routes(self) -> list[web.RouteDef]:
        """All of them."""
        return [
            web.get("/", self.page),
            web.post("/", self.posted),
            web.post("/ask", self.part),
            web.post("/feedback", self.feedback),
            web.get("/privacy", self.privacy),
            web.post("/forget", self.forget),
        ]

    async def page(self, request: web.Request) -> web.Response:
        """The page; with the answer where the address has a question."""
        text = typed(request.query.get("q", ""))
        return await self._page(request, text, request.query.getall("h", []))

    async def posted(self, request: web.Request) -> web.Response:
        """The same without a script."""
        form = await form_of(request)
        text = typed(form.get("q", ""))
        if text == FORGET:
            return await self.forget(request)
        return await self._page(request, text, form.getall("h", []))

    async def part(self, request: web.Request) -> web.Response:
        """The answer alone, for the script of the page."""
        form = await form_of(request)
        text = typed(form.get("q", ""))
        if not text:
            raise Refused(400, "web-ask-nothing")
        if text == FORGET:
            return await self.forget(request)
        answered = await self._card(request, text, form.getall("h", []))
        return self.site.page(request, "card.html", card=answered)

    async def feedback(self, request: web.Request) -> web.Response:
        """有用 or 没用, for an answer that this reader got."""
        form = await form_of(request)
        exchange, verdict = form.get("exchange", ""), form.get("verdict", "")
        if not (exchange.isascii() and exchange.isdigit()) or verdict not in ("1", "-1"):
            raise Refused(400, "web-bad-request")
        office, person = self.site.office, self.site.reader(request).person
        await office.opened()
        known = await office.aside(office.exchanges.find, min(int(exchange), _LAST))
        if known is None or known.place != self.site.reader(request).place:
            raise Refused(404, "button-old")
        await office.clerk.attempt(office.people.judge, known.id, person, int(verdict))
        thanks = "thanks-good" if verdict == "1" else "thanks-bad"
        return self.site.page(request, "line.html", status=200, line=thanks, values={})

    async def privacy(self, request: web.Request) -> web.Response:
        """What is kept, for how long, and the button that erases it."""
        days = str(self.site.office.settings.retention_days)
        return self.site.page(request, "privacy.html", days=days)

    async def forget(self, request: web.Request) -> web.Response:
        """Erases everything about a reader; the page's script empties the browser's own list."""
        office = self.site.office
        await office.opened()
        await office.clerk.attempt_long(office.people.forget, self.site.reader(request).person)
        response = self.site.page(request, "line.html", line="web-forgotten", values={})
        response.headers["X-Forgotten"] = "1"
        return response

    async def _page(self, request: web.Request, text: str, sent: Sequence[str]) -> web.Response:
        answered = await self._card(request, text, sent) if text else None
        begin = await self.site.office.aside(examples, self.site.office.service)
        return self.site.page(request, "chat.html", card=answered, examples=begin, longest=LONGEST)

    async def _card(self, request: web.Request, text: str, sent: Sequence[str]) -> Card:
        """The answer's card. Raises Refused for a question that is too long."""
        if len(text) > LONGEST:
            raise Refused(413, "web-too-long", longest=str(LONGEST))
        who, office = self.site.reader(request), self.site.office
        return await card(office, Asked(text, earlier(sent, LONGEST)), who.place, who.speech)
