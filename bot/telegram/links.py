"""Links that carry a question: t.me/bot?start=q_… asks it."""

import base64
import binascii
from urllib.parse import urlencode

from telegram.helpers import create_deep_linked_url

_PREFIX = "q_"
_LONGEST = 64  # characters that Telegram takes behind start=
# Two bytes for a Chinese character, where UTF-8 takes three: a link has room for 46.
_CODE = "gb18030"
_SHARE = "https://t.me/share/url"


def payload(question: str) -> str:
    """What stands behind start=, "" for a question that is too long for it.

    >>> asked(payload("电子信息产业产值多少"))
    '电子信息产业产值多少'
    """
    coded = base64.urlsafe_b64encode(question.encode(_CODE)).decode().rstrip("=")
    return f"{_PREFIX}{coded}" if len(_PREFIX + coded) <= _LONGEST else ""


def asked(payload: str) -> str:
    """The question of a link, "" for one that has none."""
    coded = payload.removeprefix(_PREFIX)
    if coded == payload:
        return ""
    try:
        return base64.urlsafe_b64decode(coded + "=" * (-len(coded) % 4)).decode(_CODE).strip()
    except (binascii.Error, ValueError):
        return ""


def share_url(username: str, question: str) -> str:
    """An address that offers a question to another chat, with the link that asks it; "" for one too long."""
    carried = payload(question)
    if not carried:
        return ""
    link = create_deep_linked_url(username, carried)
    return f"{_SHARE}?{urlencode({'url': link, 'text': question})}"
