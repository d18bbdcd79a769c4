"""A bot that goes on polling where PTB's stops, and a layer that sends again what did not get through."""

import asyncio
import json
import logging
import time
import warnings
from collections.abc import Callable, Coroutine, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from telegram import Update
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    EndPointNotFound,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
)
from telegram.ext import BaseRateLimiter, ExtBot

from index.fault import StoreUnavailable

_LOG = logging.getLogger("dafu.telegram")
_TOKEN_ERRORS = 10  # so many rejections in a row are no passing fault: the token is wrong
_ATTEMPTS = 5
_FIRST_WAIT, _LONGEST_WAIT = 0.2, 5.0
_LONGEST_FLOOD = 120  # seconds; a longer wait is left to the inbox
_FINAL = (BadRequest, Forbidden, InvalidToken, EndPointNotFound, ChatMigrated, Conflict)


_ONCE = ("getMe", "sendChatAction")  # PTB repeats the first at start; the second is worth nothing later
_UNPARSABLE = (TypeError, ValueError, LookupError, ArithmeticError, AttributeError, OSError)


@dataclass
class Pulse:
    """When polling last worked (monotonic seconds), and what stood in its way."""

    started: float
    attempt: float = 0.0
    good: float = 0.0
    good_at: float = 0.0  # the same as seconds since 1970, 0 before the first
    failed: float = 0.0
    rejections: int = 0
    quarantined: int = 0


class SteadyBot(ExtBot[Any]):
    """An ExtBot whose polling survives a rejected poll and an update that cannot be parsed.

    PTB ends polling for good at one 401 or 404, which a gateway may send; and one update that it cannot
    parse keeps all that come after it from being fetched. The two methods here that every question passes also
    leave out PTB's turning of objects into JSON and back, half of what an answer costs.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 - PTB's own arguments
        super().__init__(*args, **kwargs)
        self._pulse = Pulse(time.monotonic())
        self._bodies: dict[int, str] = {}
        warnings.filterwarnings("ignore", r"Please use 'Bot\.")  # PTB's advice against do_api_request

    @property
    def pulse(self) -> Pulse:
        """When polling last worked."""
        return self._pulse

    def body_of(self, update: Update) -> str:
        """An update as JSON, as Telegram sent it where it was just fetched."""
        return self._bodies.pop(update.update_id, "") or update.to_json()

    async def get_updates(
        self,
        offset: int | None = None,
        limit: int | None = None,
        timeout: timedelta | float | None = None,
        allowed_updates: Sequence[str] | None = None,
        **_: Any,  # noqa: ANN401
    ) -> tuple[Update, ...]:
        """Updates in the order of their numbers. Raises NetworkError where PTB's loop should try again."""
        self._pulse.attempt = time.monotonic()
        seconds = timeout.total_seconds() if isinstance(timeout, timedelta) else timeout or 0
        asked = {"offset": offset, "limit": limit, "timeout": seconds, "allowed_updates": allowed_updates}
        read_timeout = seconds + (self._request[0].read_timeout or 0)
        try:
            raw = await self.do_api_request("getUpdates", asked, read_timeout=read_timeout)
        except (InvalidToken, EndPointNotFound) as error:
            self._pulse.failed = time.monotonic()
            raise self._rejected(error) from error
        except TelegramError:
            self._pulse.failed = time.monotonic()
            raise
        self._bodies.clear()
        updates = [self.parsed(update) for update in raw]
        self._pulse.good, self._pulse.good_at, self._pulse.rejections = time.monotonic(), time.time(), 0
        # PTB acknowledges up to the last one's number, not the highest.
        return tuple(sorted(updates, key=lambda update: update.update_id))

    async def send_text(self, fields: dict[str, Any]) -> int:
        """Sends a message with these parameters of sendMessage; its number comes back."""
        sent = await self.do_api_request("sendMessage", fields)
        return int(sent["message_id"])

    async def let_go(self) -> None:
        """Closes the connections. PTB leaves them open where Telegram rejects the token at the start."""
        for request in self._request:
            await request.shutdown()

    def parsed(self, raw: dict[str, Any]) -> Update:
        """An update; one that cannot be parsed with its number alone, so that no handler takes it.

        Raises LookupError, TypeError and ValueError for what has no number.
        """
        number = int(raw["update_id"])
        self._bodies[number] = json.dumps(raw, ensure_ascii=False)
        try:
            return Update.de_json(raw, self)
        except _UNPARSABLE as error:
            self._pulse.quarantined += 1
            kinds = sorted(raw.keys() - {"update_id"})
            _LOG.error("update %s (%s) cannot be parsed: %s", number, kinds, type(error).__name__)
            self._bodies[number] = json.dumps({"update_id": number})
            return Update(number)

    def _rejected(self, error: TelegramError) -> TelegramError:
        """What to raise for a rejected poll: the token was good at the start, only a lasting no ends polling."""
        self._pulse.rejections += 1
        if self._pulse.rejections >= _TOKEN_ERRORS:
            _LOG.critical("the token was rejected %s times in a row; polling ends", self._pulse.rejections)
            return InvalidToken(f"rejected {self._pulse.rejections} times")
        return NetworkError(f"poll rejected: {type(error).__name__}")


class Patience(BaseRateLimiter[None]):
    """Sends again what a flood limit, a gateway or a broken connection kept from Telegram.

    Unlike PTB's own limiter it makes one chat's flood limit wait in that chat alone, and repeats after other
    failures than 429. A request that took effect before its answer was lost is repeated too: answered twice
    rather than never.
    """

    async def initialize(self) -> None:
        """Nothing to prepare."""

    async def shutdown(self) -> None:
        """Nothing to let go of."""

    async def process_request(
        self,
        callback: Callable[..., Coroutine[Any, Any, Any]],
        args: Any,  # noqa: ANN401 - PTB's own types
        kwargs: dict[str, Any],
        endpoint: str,
        data: dict[str, Any],
        rate_limit_args: None,
    ) -> Any:  # noqa: ANN401
        """What the request gives, after at most five attempts."""
        if endpoint in _ONCE:
            return await callback(*args, **kwargs)
        for attempt in range(_ATTEMPTS - 1):
            try:
                return await callback(*args, **kwargs)
            except _FINAL:
                raise
            except RetryAfter as error:
                wait = seconds_of(error)
                if wait > _LONGEST_FLOOD:
                    raise
            except TelegramError:  # NetworkError, TimedOut, and "Invalid server response", which is neither
                wait = min(_FIRST_WAIT * 2**attempt, _LONGEST_WAIT)
            await asyncio.sleep(wait)
        return await callback(*args, **kwargs)


def seconds_of(error: RetryAfter) -> float:
    """How long a flood limit lasts."""
    wait = error.retry_after
    return wait.total_seconds() if isinstance(wait, timedelta) else float(wait)


def is_passing(error: BaseException | None) -> bool:
    """Whether the same request may well succeed later."""
    return isinstance(error, (TelegramError, StoreUnavailable)) and not isinstance(error, _FINAL)
