"""The remarks that belong under an answer: those about a figure it gives."""

from bot.answering.library import Library
from bot.phrasing.reply import Reply


def remarks_on(reply: Reply, library: Library) -> tuple[str, ...]:
    """What does not agree about the figures of a reply, each remark once."""
    ids = {figure.id for figure in reply.figures}
    letters = dict.fromkeys(figure.letter for figure in reply.figures)
    found = [remark for letter in letters for remark in library.remarks(letter)]
    return tuple(dict.fromkeys(remark.text for remark in found if ids & set(remark.figures)))
