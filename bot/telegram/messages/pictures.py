"""Pictures sent: drawn once, afterwards Telegram's own copy."""

from collections.abc import Awaitable, Callable
from contextlib import suppress
from hashlib import blake2b

from telegram import Bot, Message
from telegram.constants import ChatAction
from telegram.error import BadRequest

from bot.charts.chart import Chart
from bot.charts.drawing import png
from bot.messages.richtext import Run, html, pieces
from bot.service.office import Office
from bot.telegram.messages.delivery import Spot, busy, reply_to

PATIENCE = 2.0  # seconds that a picture may take before it is shown that it is made
_CAPTION = 1024


async def send_chart(office: Office, bot: Bot, spot: Spot, chart: Chart) -> None:
    """Sends a chart, with the same in words as its caption."""
    said = f"{chart.text}\n{chart.source}"
    await send_picture(office, bot, spot, repr(chart).encode(), lambda: office.drawn(png, chart), said)


async def send_picture(
    office: Office, bot: Bot, spot: Spot, key: bytes, draw: Callable[[], Awaitable[bytes]], said: str
) -> int:
    """Sends a picture with a caption, as Telegram's own copy where one of this key was sent; its message's id comes back.

    Raises BadRequest for what Telegram does not take.
    """
    digest = blake2b(key, digest_size=16).hexdigest()
    known = await office.aside(office.files.picture, digest)
    if known:
        with suppress(BadRequest):  # Telegram forgot it; another bot's token, for one, does not know it
            return (await _sent(bot, spot, known, said)).message_id
    async with busy(bot, spot, ChatAction.UPLOAD_PHOTO, PATIENCE):
        drawn = await draw()
    sent = await _sent(bot, spot, drawn, said)
    await office.clerk.write(office.files.remember, digest, sent.photo[-1].file_id)
    return sent.message_id


async def _sent(bot: Bot, spot: Spot, photo: bytes | str, said: str) -> Message:
    text = html(pieces((Run(said),), _CAPTION)[0])
    return await bot.send_photo(
        spot.chat, photo, text, message_thread_id=spot.thread, reply_parameters=reply_to(spot)
    )
