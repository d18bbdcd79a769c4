"""Files fetched from Telegram, no more of them than allowed."""

from telegram import Bot, Document
from telegram.constants import FileSizeLimit
from telegram.error import BadRequest, NetworkError

from bot.telegram.connection.transport import BROKEN, session

LIMIT = int(FileSizeLimit.FILESIZE_DOWNLOAD)
_PART = 2**16


class TooLarge(Exception):
    """A file that is larger than a bot may fetch, whatever its sender says."""


async def downloaded(bot: Bot, document: Document | str, proxy: str = "", limit: int = LIMIT) -> bytes:
    """The content of a file, or of the one with this id. Raises TooLarge before fetching it, or while. The size given by its sender may be wrong."""
    if isinstance(document, Document) and (document.file_size or 0) > limit:
        raise TooLarge
    try:
        file = await bot.get_file(document)
    except BadRequest as error:
        if "too big" in error.message:
            raise TooLarge from None
        raise
    if (file.file_size or 0) > limit:
        raise TooLarge
    assert file.file_path  # a bot's own file always has one
    content = bytearray()
    # PTB's own download takes all of it into memory before it can be counted.
    try:
        async with (
            session(proxy, raise_for_status=True) as opened,
            opened.get(file.file_path) as response,
        ):
            async for part in response.content.iter_chunked(_PART):
                content += part
                if len(content) > limit:
                    raise TooLarge
    except BROKEN as error:
        raise NetworkError(f"download failed: {type(error).__name__}") from None
    return bytes(content)
