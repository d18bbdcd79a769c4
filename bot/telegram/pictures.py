"""Charts sent: drawn once, afterwards Telegram's own copy."""

from hashlib import blake2b

from telegram import Bot
from telegram.error import BadRequest

from bot.chart import Chart
from bot.drawing import png
from bot.service.office import Office
from bot.telegram.delivery import Spot, reply_to
from bot.telegram.pages import caption


async def send_chart(office: Office, bot: Bot, spot: Spot, chart: Chart) -> None:
    """Sends a chart, with the same in words as its caption."""
    digest = blake2b(repr(chart).encode(), digest_size=16).hexdigest()
    known = await office.aside(office.files.picture, digest)
    if known and await _sent_again(bot, spot, known, caption(chart)):
        return
    picture = await office.drawn(png, chart)
    sent = await bot.send_photo(
        spot.chat,
        picture,
        caption(chart),
        message_thread_id=spot.thread,
        reply_parameters=reply_to(spot),
    )
    await office.clerk.write(office.files.remember, digest, sent.photo[-1].file_id)


async def _sent_again(bot: Bot, spot: Spot, file_id: str, text: str) -> bool:
    """Whether Telegram still knew the picture; another bot's token, for one, does not."""
    try:
        await bot.send_photo(
            spot.chat, file_id, text, message_thread_id=spot.thread, reply_parameters=reply_to(spot)
        )
    except BadRequest:
        return False
    return True
