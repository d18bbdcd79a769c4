"""The lines of scanned pages that an answer rests on, sent as pictures under it."""

import logging
from hashlib import blake2b

from telegram import Bot
from telegram.error import BadRequest

from bot.answer import Answer, Cutout
from bot.cutout import MOST, caption, picture
from bot.richtext import Run, html, pieces
from bot.service.office import Office
from bot.speech import Speech
from bot.telegram.delivery import Spot, reply_to

_CAPTION = 1024
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
    text = html(pieces((Run(caption(one, speech)),), _CAPTION)[0])
    digest = blake2b(content, digest_size=16).hexdigest()
    known = await office.aside(office.files.picture, digest)
    # Telegram may have forgotten it; another bot's token, for one, does not know it.
    for photo in (known, content) if known else (content,):
        try:
            sent = await bot.send_photo(
                spot.chat, photo, text, message_thread_id=spot.thread, reply_parameters=reply_to(spot)
            )
        except BadRequest as error:
            _LOG.warning("a cut-out was not taken: %s", error)
            continue
        if photo is content:
            await office.clerk.write(office.files.remember, digest, sent.photo[-1].file_id)
        return sent.message_id
    return 0


def _picture(office: Office, one: Cutout) -> bytes | None:
    try:
        return picture(one, office.service.archive)
    except KeyError:  # the letter was taken out meanwhile
        return None
