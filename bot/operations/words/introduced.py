"""A sentence that only says that points follow, told with the points: 面临的困难和风险。 一是 …, 二是 …."""

from itertools import takewhile

from bot.matching.retriever import Retriever
from bot.operations.words.points import point_heads
from bot.phrasing.headline import joined
from bot.phrasing.reply import Reply
from bot.phrasing.text import LIMIT
from bot.wording import say
from corpus.compiled import compiled
from corpus.passage import Kind, Passage
from corpus.replace import replace

# So many sentences behind one are looked at for its points.
_BEHIND = 8
_FIRST = compiled(r"\s*(?:一是|首先|第一[,，、是])")


def introduced(reply: Reply, retriever: Retriever) -> Reply:
    """The reply with the heads of the points that its sentence introduces, itself where it introduces none."""
    if len(reply.passages) != 1 or reply.figures or reply.choices:
        return reply
    (passage,) = reply.passages
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


def _points(passage: Passage, retriever: Retriever) -> list[Passage]:
    """The sentences behind one that number their points from the first on; none where it numbers them itself."""
    if passage.kind is not Kind.SENTENCE or point_heads(passage):
        return []
    behind = [one for one in retriever.library.passages(passage.letter) if one.start > passage.start][
        :_BEHIND
    ]
    if not behind or not _FIRST.match(behind[0].text):
        return []
    return list(takewhile(point_heads, behind))
