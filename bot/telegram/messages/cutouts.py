"""The lines of scanned pages that an answer rests on, sent as pictures under it."""

import logging

from telegram import Bot
from telegram.error import BadRequest

from bot.answer import Answer, Cutout
from bot.messages.cutout import MOST, caption, picture
from bot.service.office import Office
from bot.speech import Speech
from bot.telegram.messages.delivery import Spot
from bot.telegram.messages.pictures import send_picture

_LOG = logging.getLogger("dafu.telegram")


async def send_cutouts(
    office: Office, bot: Bot, spot: Spot, answer: Answer, speech: Speech
) -> tuple[int, ...]:
    """Sends what an answer rests on, each with what it seems to say; the ids of the messages come back.

    A page that can no longer be looked at is left out: the answer above says that it was recognised in a picture.
    """
    sent = [await _sent(office, bot, spot, one, speech) for one in answer.cutouts[:MOST]]
    return tuple(message for message in sent if message)


async def _sent(office: Office, bot: Bot, spot: Spot, one: Cutout, speech: Speech) -> int:
    """The message that has a cut-out, 0 where it cannot be shown."""
    content = await office.drawn(_picture, office, one)
    if content is None:
        return 0

    async def ready() -> bytes:
        return content

    try:
        return await send_picture(office, bot, spot, content, ready, caption(one, speech))
    except BadRequest as error:
        _LOG.warning("a cut-out was not taken: %s", error)
        return 0


def _picture(office: Office, one: Cutout) -> bytes | None:
    try:
        return picture(one, office.service.archive)
    except KeyError:  # the letter was taken out meanwhile
        return None
