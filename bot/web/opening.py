"""What is said on the terminal when the pages are served: where, how many letters, who may read."""

from collections.abc import Sequence

from bot.speech import speech
from bot.telegram.opening import place_of
from bot.web.site import Site


def opening(site: Site, address: Sequence[object]) -> str:
    """A line each: the address, the letters, who may read, the journal's place."""
    say = speech(None).say
    host, port = str(address[0]), str(address[1])
    named = f"[{host}]" if ":" in host else host
    lines = (
        say("web-opening", url=site.settings.url or f"http://{named}:{port}/"),
        say("opening-letters", count=str(len(site.office.service.archive.letters))),
        say("web-readers", who=_readers(site)),
        say("opening-journal", place=place_of(site.office.engine.url)),
    )
    return "\n".join(lines)


def _readers(site: Site) -> str:
    say, access = speech(None).say, site.access
    if access.free:
        return say("web-readers-anyone" if site.settings.anyone else "web-readers-here")
    ways = [
        say(name)
        for name, there in (
            ("web-readers-phrase", bool(site.settings.secret)),
            ("web-readers-telegram", access.by_telegram),
        )
        if there
    ]
    return "、".join(ways)
