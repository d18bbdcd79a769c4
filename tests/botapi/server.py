"""The server: requests over HTTP in, updates by long polling or to a webhook out."""

import asyncio
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field

from aiohttp import ClientError, ClientSession, ClientTimeout, web

from tests.botapi.faults import Faults, meet
from tests.botapi.inquiry import Inquiry, read
from tests.botapi.methods import METHODS
from tests.botapi.refusal import Refused
from tests.botapi.world import Json, World

_DELIVERIES = 40  # at most so many at once, as Telegram does


@dataclass
class Call:
    """A request that came in, and what it got: the result, or the refusal's words."""

    inquiry: Inquiry
    at: float
    result: object = None
    refused: str = ""
    done: bool = False


@dataclass
class Server:
    """A Bot API on 127.0.0.1. `heard` is called with each request as it comes in."""

    world: World = field(default_factory=World)
    faults: Faults = field(default_factory=Faults)
    calls: list[Call] = field(default_factory=list)
    heard: Callable[[Call], None] = lambda call: None
    port: int = 0
    _happened: asyncio.Event = field(default_factory=asyncio.Event)
    _tasks: set["asyncio.Task[None]"] = field(default_factory=set)

    @property
    def base(self) -> str:
        """What TELEGRAM_BASE_URL is set to."""
        return f"http://127.0.0.1:{self.port}"

    async def __aenter__(self) -> "Server":
        app = web.Application(client_max_size=64 * 2**20)
        app.router.add_route("*", "/bot{token}/{method}", self._entry)
        app.router.add_get("/file/bot{token}/documents/{file}", self._download)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", self.port)
        await site.start()
        self.port = self._runner.addresses[0][1]
        return self

    async def __aexit__(self, *_: object) -> None:
        for task in self._tasks:
            task.cancel()
        await self._runner.cleanup()

    async def wait(self, found: Callable[[Call], bool], seconds: float = 10.0, since: int = 0) -> Call:
        """The first finished request after `since` others that is the one looked for. Raises TimeoutError."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            for call in self.calls[since:]:
                if call.done and found(call):
                    return call
            self._happened.clear()
            with suppress(TimeoutError):
                await asyncio.wait_for(self._happened.wait(), 0.2)
        seen = [f"{call.inquiry.method} {call.refused}" for call in self.calls[since:]][-15:]
        raise TimeoutError(f"not seen within {seconds} s; the last: {seen}")

    async def _entry(self, request: web.Request) -> web.StreamResponse:
        try:
            inquiry = await read(request, request.match_info["method"])
        except ConnectionResetError:  # the bot was killed in the middle of a request
            return web.Response(status=499)
        call = Call(inquiry, time.monotonic())
        self.calls.append(call)
        self.heard(call)
        try:
            return await self._answer(call, request)
        except Refused as refused:
            call.refused = refused.description
            body: Json = {"ok": False, "error_code": refused.code, "description": refused.description}
            if refused.more:
                body["parameters"] = refused.more
            return web.json_response(body, status=refused.code)
        finally:
            call.done = True
            self._happened.set()

    async def _answer(self, call: Call, request: web.Request) -> web.StreamResponse:
        if request.match_info["token"] != self.world.token:
            raise Refused(401, "Unauthorized")
        fault = self.faults.take(call.inquiry)
        if fault:
            call.refused = fault.trouble
            response = await meet(fault, request, lambda: self._perform(call))
            if response is not None:
                return response
            call.refused = ""
        if call.inquiry.method == "getUpdates":
            call.result = await self._updates(call.inquiry)
        elif call.inquiry.method in ("setWebhook", "deleteWebhook"):
            call.result = self._hook(call.inquiry)
        else:
            self._perform(call)
        return web.json_response({"ok": True, "result": call.result})

    def _perform(self, call: Call) -> None:
        method = METHODS.get(call.inquiry.method)
        if method is None:
            raise Refused(404, "Not Found: method not found")
        call.result = method(self.world, call.inquiry)

    async def _updates(self, inquiry: Inquiry) -> list[Json]:
        """Long polling: what is there, or what comes before the timeout."""
        world = self.world
        if world.webhook:
            raise Refused(409, "Conflict: can't use getUpdates method while webhook is active")
        world.polls += 1
        poll = world.polls
        offset = int(inquiry.fields.get("offset") or 0)
        world.updates = [update for update in world.updates if update["update_id"] >= offset]
        end = time.monotonic() + float(inquiry.fields.get("timeout") or 0)
        while True:
            limit = int(inquiry.fields.get("limit") or 100)
            if world.updates or time.monotonic() >= end:
                return world.updates[:limit]
            world.arrived.clear()
            with suppress(TimeoutError):
                await asyncio.wait_for(world.arrived.wait(), end - time.monotonic())
            if poll != world.polls:
                raise Refused(409, "Conflict: terminated by other getUpdates request")

    def _hook(self, inquiry: Inquiry) -> bool:
        self.world.webhook = {
            name: inquiry.fields[name] for name in ("url", "secret_token") if inquiry.fields.get(name)
        }
        if self.world.webhook:
            task = asyncio.create_task(self._deliveries())
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)
        return True

    async def _deliveries(self) -> None:
        """Brings updates to the webhook, each again until it is taken."""
        places = asyncio.Semaphore(_DELIVERIES)
        async with ClientSession(timeout=ClientTimeout(total=10)) as session, asyncio.TaskGroup() as group:
            while self.world.webhook:
                for update in self.world.updates:
                    group.create_task(self._deliver(session, places, update))
                self.world.updates = []
                self.world.arrived.clear()
                await self.world.arrived.wait()

    async def _deliver(self, session: ClientSession, places: asyncio.Semaphore, update: Json) -> None:
        hook = self.world.webhook
        headers = {"X-Telegram-Bot-Api-Secret-Token": hook.get("secret_token", "")}
        async with places:
            for wait in (0.1, 0.2, 0.4, 0.8, 1.6, 3.2, 6.4):
                with suppress(ClientError, TimeoutError):
                    async with session.post(hook["url"], json=update, headers=headers) as response:
                        hook["last_status"] = response.status
                        if response.ok:
                            return
                await asyncio.sleep(wait)

    async def _download(self, request: web.Request) -> web.Response:
        if request.match_info["token"] != self.world.token:
            return web.Response(status=401)
        _, content = self.world.files[request.match_info["file"]]
        return web.Response(body=content)
