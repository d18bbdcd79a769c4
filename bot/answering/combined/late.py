"""What is told where no candidate is likely enough: worked out of figures that no reply has together."""

from collections.abc import Sequence

from bot.answering.candidate import Candidate
from bot.answering.knowledge import Knowledge
from bot.answering.readings import Readings
from bot.matching.retriever import Retriever
from bot.operations.derived.nearest import asks, in_sentence
from bot.operations.ways import LATE, Way
from bot.operations.words.introduced import introduced
from bot.phrasing.reply import Reply, found_by
from bot.scoring.quoting import Ranked, likeliest
from bot.understanding.question import Question
from corpus.runtime.replace import replace

# In a sentence less likely to answer nothing is worked out.
_LIKELY = 0.2


def worked_out(text: str, history: Sequence[str], read: Readings) -> Candidate | None:
    """What the first reading of a message that it is of comes to."""
    for reading in dict.fromkeys((text, *read.others(text))):
        question = read.question(reading, history)
        retriever = read.known.retriever(question)
        found = (reply for way in LATE if (reply := by(way, question, retriever)))
        reply = next(found, None)
        if reply:
            return Candidate(reading, reply)
    return None


def in_likeliest(text: str, question: Question, found: Ranked, known: Knowledge) -> Candidate | None:
    """What the sentence that most likely answers a message has of what is asked to be worked out."""
    quote = likeliest(found) if asks(question) else None
    if quote is None or quote.probability < _LIKELY:
        return None
    reply = in_sentence(question, quote.excerpt.passage, known.retriever(question))
    return Candidate(text, replace(reply, way="nearest.in_sentence")) if reply else None


def by(way: Way, question: Question, retriever: Retriever) -> Reply | None:
    """The reply of one way of answering, with the way's name where it has no other; None where it has none."""
    reply = way(question, retriever)
    return None if reply is None else found_by(way, introduced(reply, retriever))
