"""Requests to Telegram over aiohttp.

PTB's own transport costs three to six times the CPU of this one: httpx looks through its whole connection pool
for each request.
"""

import json
import os
import socket
from datetime import timedelta
from typing import Any

import aiohttp
from aiohttp_socks import ProxyConnectionError, ProxyConnector, ProxyError, ProxyTimeoutError
from telegram.error import NetworkError, TimedOut
from telegram.request import BaseRequest, RequestData

# What keeps a request from getting through.
BROKEN = (aiohttp.ClientError, ProxyError, ProxyConnectionError, ProxyTimeoutError, OSError)
_NO_HOST = "no machine can be called so"
_UNKNOWN = "its name cannot be looked up"
_HEADERS = {"User-Agent": BaseRequest.USER_AGENT}
_JSON = {"Content-Type": "application/json"}
_UPLOAD = 60.0  # seconds that a file may take
_DROPS = 3  # times the seconds for an answer's next part that all of it may take


def session(proxy: str, connections: int = 1, **more: Any) -> aiohttp.ClientSession:  # noqa: ANN401
    """A session whose connections go through a proxy, http:// or socks5://, where one is given."""
    # aiohttp speaks to HTTP proxies by itself; names are looked up by the proxy in both cases.
    if proxy.startswith("socks"):
        connector = ProxyConnector.from_url(proxy.replace("socks5h:", "socks5:"), limit=connections)
        return aiohttp.ClientSession(connector=connector, **more)
    return aiohttp.ClientSession(
        connector=aiohttp.TCPConnector(limit=connections), proxy=proxy or None, **more
    )


class Transport(BaseRequest):
    """A PTB request class. `seconds` is how long an answer may take, `proxy` an address or ""."""

    def __init__(self, connections: int, seconds: float, proxy: str = "") -> None:
        self._connections = connections
        self._seconds = seconds
        self._proxy = proxy
        self._session: aiohttp.ClientSession | None = None

    @property
    def read_timeout(self) -> float:
        """How long an answer may take; PTB adds the seconds of a long poll."""
        return self._seconds

    async def initialize(self) -> None:
        """Opens the session, in the event loop that it will be used in."""
        if self._session is None:
            self._session = session(self._proxy, self._connections, headers=_HEADERS)

    async def shutdown(self) -> None:
        """Closes all connections."""
        if self._session:
            await self._session.close()
            self._session = None

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: Any = BaseRequest.DEFAULT_NONE,  # noqa: ANN401 - PTB's own type is private
        write_timeout: Any = BaseRequest.DEFAULT_NONE,  # noqa: ANN401
        connect_timeout: Any = BaseRequest.DEFAULT_NONE,  # noqa: ANN401
        pool_timeout: Any = BaseRequest.DEFAULT_NONE,  # noqa: ANN401
    ) -> tuple[int, bytes]:
        """Status and body of the answer. Raises TimedOut and NetworkError."""
        assert self._session, "initialize comes first"
        seconds = _seconds(read_timeout, self._seconds)
        body, headers = _body(request_data)
        if isinstance(body, aiohttp.FormData):
            seconds = max(seconds, _UPLOAD)
        # An answer that comes drop by drop is none: each drop alone would be in time for ever.
        timeout = aiohttp.ClientTimeout(total=_DROPS * seconds, sock_connect=10, sock_read=seconds)
        try:
            async with self._session.request(
                method, url, data=body, headers=headers, timeout=timeout
            ) as response:
                return response.status, await response.read()
        except TimeoutError as error:
            raise TimedOut from error
        except BROKEN as error:
            raise NetworkError(_why(error)) from None


def _why(error: BaseException) -> str:
    """What kind of error it is and what the system calls it. Its own words may have the address, and the token is in it."""
    words = _NO_HOST if isinstance(error, aiohttp.InvalidURL) else _as_the_system_says(error)
    return ": ".join(filter(None, (type(error).__name__, words)))


def _as_the_system_says(error: BaseException) -> str:
    """Connection refused; a name that is not known has a number of its own, below zero."""
    causes = (error, getattr(error, "os_error", None), error.__cause__)
    number = next((one.errno for one in causes if isinstance(one, OSError) and one.errno), 0)
    if number < 0:
        return next((str(one.strerror) for one in causes if isinstance(one, socket.gaierror)), _UNKNOWN)
    return os.strerror(number) if number else ""


def _body(request_data: RequestData | None) -> tuple[aiohttp.FormData | bytes | None, dict[str, str]]:
    """The body of a request and its headers."""
    if request_data is None:
        return None, {}
    if request_data.contains_files:
        return _form(request_data), {}
    return json.dumps(request_data.parameters, ensure_ascii=False).encode(), _JSON


def _form(request_data: RequestData) -> aiohttp.FormData:
    """A form with files. aiohttp would write a Chinese file name as %-codes."""
    form = aiohttp.FormData(quote_fields=False)
    for name, value in request_data.json_parameters.items():
        form.add_field(name, value)
    for name, (file_name, content, kind) in request_data.multipart_data.items():
        form.add_field(name, content, filename=file_name, content_type=kind)
    return form


def _seconds(given: Any, otherwise: float) -> float:  # noqa: ANN401
    """A timeout that PTB hands over: a number, a time, or its mark for none given."""
    if isinstance(given, timedelta):
        return given.total_seconds()
    return float(given) if isinstance(given, int | float) else otherwise
