"""Logs: one JSON object a line, the token never in it."""

import json
import logging
import sys
from asyncio import CancelledError
from collections.abc import Callable, Sequence
from datetime import UTC, datetime

# httpx writes every URL, and the token is in it; what the others say at INFO is of no use to whoever runs this.
_QUIET = ("httpx", "httpcore", "apscheduler", "tornado.access", "faiss.loader", "matplotlib", "watchfiles")
# It traces whatever page a gateway sends; the request is repeated, and its failing is told by who needed it.
_SILENT = "telegram.request.BaseRequest"

Kinds = tuple[type[BaseException], ...]


class JsonLines(logging.Formatter):
    """Formats a record as one JSON object; every secret becomes ***, in messages and tracebacks alike.

    Errors of the kinds `known` are told without a trace.
    """

    def __init__(self, secrets: Sequence[str], known: Kinds = ()) -> None:
        super().__init__()
        self._secrets, self._known = secrets, known

    def format(self, record: logging.LogRecord) -> str:
        """The line of a record."""
        fields = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "message": record.getMessage(),
        }
        error = record.exc_info[1] if record.exc_info else None
        if isinstance(error, self._known):
            # Where in the library it was raised says nothing of why.
            fields["error"] = f"{type(error).__name__}: {error}"
        elif record.exc_info:
            fields["trace"] = self.formatException(record.exc_info)
        return self.redacted(json.dumps(fields, ensure_ascii=False))

    def redacted(self, text: str) -> str:
        """The text without the secrets."""
        for secret in self._secrets:
            text = text.replace(secret, "***")
        return text


def secrets_of(token: str) -> tuple[str, ...]:
    """All that must not be logged of a token: itself, as a URL writes it, and its secret half."""
    number, _, half = token.partition(":")
    return tuple(filter(None, (token, f"{number}%3A{half}", f"{number}%3a{half}", half)))


def is_told(record: logging.LogRecord) -> bool:
    """Whether a record is of any use: a job that the end of the process cuts short has not failed."""
    error = record.exc_info[1] if record.exc_info else None
    return not (record.name.startswith("apscheduler") and isinstance(error, CancelledError))


def start_logging(
    level: str,
    secrets: Sequence[str],
    known: Kinds = (),
    told: Callable[[logging.LogRecord], bool] = lambda record: True,
) -> None:
    """Sends all logs, warnings and uncaught errors to stderr as JSON lines; `told` chooses among them."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(JsonLines(secrets, known))
    handler.addFilter(told)
    handler.addFilter(is_told)
    logging.basicConfig(level=level, handlers=[handler], force=True)
    logging.captureWarnings(capture=True)
    for name in _QUIET:
        logging.getLogger(name).setLevel(logging.WARNING)
    logging.getLogger(_SILENT).setLevel(logging.CRITICAL)
    sys.excepthook = lambda kind, error, trace: logging.getLogger("dafu").critical(
        "stopped by an error", exc_info=(kind, error, trace)
    )
