"""What is said on the terminal when the bot has started: which one it is, what it knows, who may ask it."""

from collections.abc import Collection

from bot.service.journal.store import place_of
from bot.service.office import Office
from bot.service.settings import Settings
from bot.speech import Speech


def opening(office: Office, username: str, speech: Speech) -> str:
    """A line each: the bot, how updates come, letters, who may ask, administrators, the journal's place."""
    settings = office.settings
    way = (
        speech.say("opening-webhook", url=settings.webhook.url)
        if settings.webhook.url
        else speech.say("opening-polling")
    )
    lines = (
        speech.say("opening-bot", bot=username, way=way),
        speech.say("opening-letters", count=str(len(office.service.archive.letters))),
        _askers(settings, speech),
        _admins(settings, speech),
        speech.say("opening-journal", place=place_of(office.engine.url)),
    )
    return "\n".join(lines)


def _askers(settings: Settings, speech: Speech) -> str:
    if not settings.closed:
        return speech.say("opening-all")
    listed = speech.say("opening-listed", ids=_ids(settings.allowed)) if settings.allowed else ""
    paired = speech.say("opening-paired") if settings.pairing else ""
    return speech.say("opening-some", who="".join((listed, paired)))


def _admins(settings: Settings, speech: Speech) -> str:
    if not settings.admins:
        return speech.say("opening-no-inviters" if settings.pairing else "opening-no-admins")
    return speech.say("opening-admins", ids=_ids(settings.admins))


def _ids(ids: Collection[int]) -> str:
    return ", ".join(map(str, sorted(ids)))
