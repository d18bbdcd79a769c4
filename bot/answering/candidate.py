"""A candidate: a reply to one reading of a message, and whether it is likely enough to be told."""

from dataclasses import dataclass, field, replace

from bot.answer import Kind
from bot.phrasing.headline import headline
from bot.phrasing.reply import Reply
from bot.scoring.evidence import Evidence
from bot.scoring.model import shipped
from bot.scoring.quoting import quoting
from bot.wording import say


@dataclass(frozen=True)
class Candidate:
    """A reply to one reading of a message, how likely it is right, and what speaks for that.

    `quotes` says that it is the likeliest sentence there is, quoted because no reading has a reply.
    """

    reading: str
    reply: Reply
    probability: float = 1.0
    evidence: Evidence = field(default_factory=dict)
    quotes: bool = False
    only: bool = False  # no other figure meets the question
    near: bool = False  # the nearest figure, which does not meet all of it

    @property
    def told(self) -> bool:
        """Whether it is told as an answer."""
        return not self.near and self.reply.kind is not Kind.NOT_FOUND and self.probability >= self._bound

    @property
    def said(self) -> Reply:
        """The reply as it is told: of the likeliest sentence it is said that it is what the letter says."""
        text = headline(say("text.likeliest"), words=self.reply.headline)
        return replace(self.reply, headline=text) if self.quotes else self.reply

    @property
    def _bound(self) -> float:
        if self.quotes:
            return quoting().bound
        return shipped().bound if self.reply.figures and not self.only else shipped().quotation
