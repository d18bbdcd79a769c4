"""A sentence that leads to what follows it, told with that: points (面临的困难和风险。 一是 …), the answer to a question."""

from itertools import islice, takewhile

from bot.matching.retriever import Retriever
from bot.operations.words.lists.points import point_heads
from bot.phrasing.headline import joined, quote
from bot.phrasing.reply import Reply
from bot.phrasing.text import LIMIT, behind
from bot.wording import say
from corpus.compiled import compiled
from corpus.passage import Kind, Passage
from corpus.runtime.replace import replace
from corpus.texts.text import tidy

# So many sentences behind one are looked at for its points.
_BEHIND = 8
_ASKS = ("?", "？")
_FIRST = compiled(r"\s*(?:一是|首先|第一[,，、是])")


def introduced(reply: Reply, retriever: Retriever) -> Reply:
    """The reply with the heads of the points that its sentence introduces; where that asks something, with what answers it
    instead; itself where it does neither."""
    if len(reply.passages) != 1 or reply.figures or reply.choices:
        return reply
    (passage,) = reply.passages
    if passage.text.rstrip().endswith(_ASKS):
        return _answered(reply, passage, retriever)
    points = _points(passage, retriever)
    found = [(one, head) for one in points for head in point_heads(one)]
    told = [reply.headline]
    kept = [passage]
    for one, head in found:
        if sum(len(each.text) + 1 for each in (*told, head)) <= LIMIT:
            told.append(head)
            kept.append(one)
    if len(told) < 2:
        return reply
    return replace(reply, headline=joined(say("figure.separator"), told), passages=tuple(dict.fromkeys(kept)))


def _answered(reply: Reply, passage: Passage, retriever: Retriever) -> Reply:
    """The sentences behind one that asks something, up to the next that does; the reply itself where there are none."""
    told_on = takewhile(
        lambda one: one.kind is Kind.SENTENCE and not one.text.rstrip().endswith(_ASKS),
        behind(passage, retriever),
    )
    kept: list[Passage] = []
    for one in islice(told_on, _BEHIND):
        if kept and sum(len(tidy(each.text)) for each in (*kept, one)) > LIMIT:
            break
        kept.append(one)
    if not kept:
        return reply
    told = [quote(one, _beginning(one)) for one in kept]
    return replace(reply, headline=joined("", told), passages=(*kept, passage))


def _beginning(passage: Passage) -> str:
    """A sentence as it is quoted: of a long one its beginning."""
    return tidy(passage.text)[:LIMIT]


def _points(passage: Passage, retriever: Retriever) -> list[Passage]:
    """The sentences behind one that number their points from the first on; none where it numbers them itself."""
    if passage.kind is not Kind.SENTENCE or point_heads(passage):
        return []
    later = behind(passage, retriever)[:_BEHIND]
    if not later or not _FIRST.match(later[0].text):
        return []
    return list(takewhile(point_heads, later))
