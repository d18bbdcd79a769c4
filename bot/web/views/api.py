"""The same answers as JSON, for the bots of other messengers: the contract of `dafu ask --json`."""

import json
from dataclasses import dataclass
from functools import cached_property
from importlib.resources import files
from typing import Any

from aiohttp import web

from bot.messages.contract import as_json, figure_json
from bot.service.journal.exchange import Place
from bot.web.asking import Asked, earlier, found, typed
from bot.web.readers.reader import NOBODY
from bot.web.site import LONGEST, Refused, Site
from bot.web.views.listed import Listed, matching
from corpus.figure import Figure

_MOST = 1000  # figures or letters of one response
_HISTORY = 20  # earlier questions that are taken; only the last few are read
Json = dict[str, Any]


@dataclass(frozen=True)
class Api:
    """Handlers of /api."""

    site: Site

    def routes(self) -> list[web.RouteDef]:
        """All of them."""
        return [
            web.get("/api/ask", self.asked),
            web.post("/api/ask", self.posted),
            web.get("/api/letters", self.letters),
            web.get("/api/figures", self.figures),
            web.get("/api/openapi.json", self.description),
        ]

    async def asked(self, request: web.Request) -> web.Response:
        """The answer to ?q=…&h=…"""
        return await self._answer(request.query.get("q"), request.query.getall("h", []))

    async def posted(self, request: web.Request) -> web.Response:
        """The answer to {"question": …, "history": […]}."""
        if request.content_type != "application/json":
            raise Refused(415, "web-api-json")
        try:
            body = await request.json()
        except (ValueError, RecursionError):
            raise Refused(400, "web-api-json") from None
        if not isinstance(body, dict):
            raise Refused(400, "web-api-json")
        return await self._answer(body.get("question"), body.get("history", []))

    async def letters(self, request: web.Request) -> web.Response:
        """The letters, the newest first; ?find= chooses."""
        office = self.site.office
        found_letters = await office.aside(matching, office.service, request.query.get("find", ""))
        first, most = _range(request)
        shown = [_letter(one) for one in found_letters[first : first + most]]
        return web.json_response({"count": len(found_letters), "letters": shown}, dumps=_written)

    async def figures(self, request: web.Request) -> web.Response:
        """The figures of a letter with what does not agree about them."""
        letter = request.query.get("letter", "")
        archive = self.site.office.service.archive
        if letter not in archive.letters:
            raise Refused(404, "letter-gone")
        figures = await self.site.office.aside(archive.figures, [letter])
        remarks = await self.site.office.aside(archive.remarks, letter)
        first, most = _range(request)
        body = {
            "count": len(figures),
            "figures": [_figure(figure) for figure in figures[first : first + most]],
            "remarks": [{"text": remark.text, "figures": list(remark.figures)} for remark in remarks],
        }
        return web.json_response(body, dumps=_written)

    async def description(self, request: web.Request) -> web.Response:
        """How all this is called, as OpenAPI."""
        return web.json_response(self._description)

    @cached_property
    def _description(self) -> object:
        return json.loads((files("bot.web") / "openapi.json").read_text(encoding="utf-8"))

    async def _answer(self, question: object, history: object) -> web.Response:
        """The answer. Raises Refused for what is no question."""
        if not isinstance(question, str) or not typed(question):
            raise Refused(400, "web-api-question")
        if not isinstance(history, list) or not all(isinstance(one, str) for one in history[:_HISTORY]):
            raise Refused(400, "web-api-history")
        if len(question) > LONGEST:
            raise Refused(413, "web-too-long", longest=str(LONGEST))
        asked = Asked(typed(question), earlier(history[-_HISTORY:], LONGEST))
        got = await found(self.site.office, asked, Place(NOBODY, NOBODY, NOBODY))
        return web.json_response(as_json(got.answer, asked.text, got.milliseconds), dumps=_written)


def _letter(letter: Listed) -> Json:
    return {
        "id": letter.id,
        "title": letter.title,
        "number": letter.number,
        "issuer": letter.issuer,
        "place": letter.place,
        "signed": letter.signed.isoformat() if letter.signed else None,
        "published": letter.published.isoformat() if letter.published else None,
        "period": letter.period,
        "url": letter.url,
    }


def _figure(figure: Figure) -> Json:
    return {
        "id": figure.id,
        "name": figure.name,
        "basis": figure.basis,
        "whole": figure.whole,
        **figure_json(figure),
    }


def _range(request: web.Request) -> tuple[int, int]:
    """The first one and how many, as the address says. Raises Refused for what are no numbers."""
    first, most = request.query.get("offset", "0"), request.query.get("limit", str(_MOST))
    if not all(one.isascii() and one.isdigit() and len(one) < len(str(2**31)) for one in (first, most)):
        raise Refused(400, "web-api-range")
    return int(first), min(int(most), _MOST)


def _written(body: object) -> str:
    return json.dumps(body, ensure_ascii=False)
