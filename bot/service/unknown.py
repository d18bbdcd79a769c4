"""A question that no letter answers: looked for everywhere, it has loaded what others need."""

from bot.wording import say


def unknown() -> str:
    """The question."""
    return say("suggest.level").format(name="dafu")
