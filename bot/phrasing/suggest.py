"""What to ask next: questions that the letters do answer."""

from bot.answer import Kind
from bot.matching.retriever import Retriever
from bot.phrasing.reply import Reply
from bot.wording import say
from corpus.figure import Figure, Measure

_MOST = 3


def suggestions(reply: Reply, retriever: Retriever) -> tuple[str, ...]:
    """Up to three questions about other figures of the same indicator."""
    if not reply.figures or reply.kind is Kind.CHAT:
        return ()
    chief = reply.figures[0]
    names = dict.fromkeys(
        other.name for other in retriever.library.figures([chief.letter]) if _beside(other, chief)
    )
    return tuple(say("suggest.level").format(name=name) for name in names)[:_MOST]


def _beside(other: Figure, chief: Figure) -> bool:
    """Whether a figure is of the same indicator and another subject."""
    alike = (
        other.indicator == chief.indicator and other.measure is Measure.LEVEL and other.status is chief.status
    )
    return alike and bool(other.indicator) and other.name != chief.name and other.place == chief.place
