"""What can go wrong on the way, on demand."""

import asyncio
import socket
import struct
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass, field
from enum import StrEnum

from aiohttp import web

from tests.botapi.inquiry import Inquiry
from tests.botapi.refusal import Refused

Perform = Callable[[], object]


class Trouble(StrEnum):
    """A kind of fault."""

    FLOOD = "429"
    GATEWAY = "502 with a page"
    PAGE = "200 with a page"
    UNAUTHORIZED = "401"
    MISSING = "404"
    RESET = "connection reset"
    RESET_AFTER = "connection reset after the request took effect"
    CUT = "answer cut in half"
    SLOW = "a second too late"
    DROPS = "answer drop by drop, without end"


@dataclass
class Fault:
    """A fault of the next `times` requests to a method."""

    method: str
    trouble: Trouble
    times: int = 1
    seconds: float = 1.0


@dataclass
class Faults:
    """The faults that are still to come."""

    coming: list[Fault] = field(default_factory=list)

    def take(self, inquiry: Inquiry) -> Fault | None:
        """The fault that this request meets."""
        for fault in self.coming:
            if fault.times and fault.method in (inquiry.method, "*"):
                fault.times -= 1
                return fault
        return None


async def meet(fault: Fault, request: web.Request, perform: Perform) -> web.StreamResponse | None:
    """What a request that meets a fault gets instead of an answer; None where it only waited."""
    return await _MEETINGS[fault.trouble](fault, request, perform)


async def _flood(fault: Fault, request: web.Request, perform: Perform) -> web.StreamResponse | None:
    wait = int(fault.seconds)
    raise Refused(429, f"Too Many Requests: retry after {wait}", retry_after=wait)


async def _gateway(fault: Fault, request: web.Request, perform: Perform) -> web.StreamResponse | None:
    return web.Response(status=502, text="<html>Bad Gateway</html>", content_type="text/html")


async def _page(fault: Fault, request: web.Request, perform: Perform) -> web.StreamResponse | None:
    return web.Response(text="<html>captive portal</html>", content_type="text/html")


async def _unauthorized(fault: Fault, request: web.Request, perform: Perform) -> web.StreamResponse | None:
    raise Refused(401, "Unauthorized")


async def _missing(fault: Fault, request: web.Request, perform: Perform) -> web.StreamResponse | None:
    raise Refused(404, "Not Found")


async def _reset(fault: Fault, request: web.Request, perform: Perform) -> web.StreamResponse | None:
    transport = request.transport
    if transport:
        connection = transport.get_extra_info("socket")
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        transport.abort()
    return web.Response()


async def _reset_after(fault: Fault, request: web.Request, perform: Perform) -> web.StreamResponse | None:
    perform()
    return await _reset(fault, request, perform)


async def _cut(fault: Fault, request: web.Request, perform: Perform) -> web.StreamResponse | None:
    response = web.StreamResponse(headers={"Content-Length": "500", "Content-Type": "application/json"})
    await response.prepare(request)
    await response.write(b'{"ok":true,"result":{"mess')
    if request.transport:
        request.transport.abort()
    return response


async def _slow(fault: Fault, request: web.Request, perform: Perform) -> web.StreamResponse | None:
    await asyncio.sleep(fault.seconds)
    return None


async def _drops(fault: Fault, request: web.Request, perform: Perform) -> web.StreamResponse | None:
    response = web.StreamResponse(headers={"Content-Type": "application/json"})
    await response.prepare(request)
    with suppress(ConnectionError):
        while True:
            await response.write(b" ")
            await asyncio.sleep(fault.seconds)
    return response


_MEETINGS: dict[Trouble, Callable[[Fault, web.Request, Perform], Awaitable[web.StreamResponse | None]]] = {
    Trouble.FLOOD: _flood,
    Trouble.GATEWAY: _gateway,
    Trouble.PAGE: _page,
    Trouble.UNAUTHORIZED: _unauthorized,
    Trouble.MISSING: _missing,
    Trouble.RESET: _reset,
    Trouble.RESET_AFTER: _reset_after,
    Trouble.CUT: _cut,
    Trouble.SLOW: _slow,
    Trouble.DROPS: _drops,
}
