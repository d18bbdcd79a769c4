"""What PTB logs that is said elsewhere."""

import logging

from telegram.error import InvalidToken


def is_news(record: logging.LogRecord) -> bool:
    """Whether a record says what nobody else says: PTB tells of a rejected token with a trace, `dafu serve` in one line."""
    error = record.exc_info[1] if record.exc_info else None
    return not (record.name.startswith("telegram") and isinstance(error, InvalidToken))
