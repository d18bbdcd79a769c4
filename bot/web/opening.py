"""What is said on the terminal when the pages are served: where, who may read, how many letters."""

from collections.abc import Sequence

from bot.speech import speech
from bot.web.site import Site


def opening(site: Site, address: Sequence[object]) -> str:
    """A line each: the address, who may read."""
    say = speech(None).say
    host, port = str(address[0]), str(address[1])
    named = f"[{host}]" if ":" in host else host
    url = site.settings.url or f"http://{named}:{port}/"
    return "\n".join((say("web-opening", url=url), say("web-readers", who=_readers(site))))


def what_it_knows(site: Site) -> str:
    """A line each: the letters, the journal's place."""
    # Imported here: the pages are served before the journal is open.
    from bot.service.journal.store import place_of

    say, office = speech(None).say, site.office
    letters = say("opening-letters", count=str(len(office.service.archive.letters)))
    return "\n".join((letters, say("opening-journal", place=place_of(office.engine.url))))


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
