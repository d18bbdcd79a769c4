"""What policies promise: looked for only where some letter is one, and what reads it imported only then."""

from bot.matching.retriever import Retriever
from bot.phrasing.reply import Reply, found_by
from bot.understanding.question import Question


def promised(question: Question, retriever: Retriever) -> Reply | None:
    """What a policy says of itself, or gives; None where no letter has a rule, or nothing of it is asked for."""
    if not retriever.library.rules():
        return None
    from bot.operations.awards import awards, limits
    from bot.operations.policies import told_of

    for way in (limits.limited, told_of.told_of, awards.award):
        reply = way(question, retriever)
        if reply is not None:
            return found_by(way, reply)
    return None
