"""Why there is no journal. By itself: to say so needs no database."""


class JournalUnavailable(Exception):
    """The journal's database cannot be opened; the message has no password in it."""
