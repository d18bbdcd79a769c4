"""Which candidate is told as the answer, and what is said where none is likely enough."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from bot.answer import Kind
from bot.answering.candidate import Candidate
from bot.answering.candidates import Candidates
from bot.operations.figures import lookup
from bot.operations.words.pasted import LONGEST
from bot.phrasing import scans
from bot.phrasing.reply import Reply
from bot.scoring.model import shipped
from bot.scoring.quoting import quoting
from bot.understanding.division import asks
from bot.understanding.frame import unframed
from bot.understanding.question import Question
from corpus.passage import Kind as PassageKind


@dataclass(frozen=True)
class Decision:
    """Decides for one message of a dialogue."""

    candidates: Candidates
    text: str
    history: Sequence[str]

    def reply(self) -> Reply:
        """The reply that is told: the first one that is likely right."""
        tried: list[Candidate] = []
        for candidate in self.candidates.of(self.text, self.history):
            tried.append(candidate)
            if candidate.told and not self._is_half(candidate):
                break
        told = [one for one in tried if one.told and not (one.quotes and self._is_doubted(one, tried))]
        if told and self._is_contradicted(told[0]):
            told = [self._quote] if self._quote and self._quote.told else []
        # A question for several figures is told whole by a later candidate, else as far as it goes.
        whole = [candidate for candidate in told if not self._is_half(candidate)]
        best = next(iter((*whole, *told)), None)
        reply = best.said if best else self._refusal(tried)
        if reply.kind is Kind.NOT_FOUND and len(self.text) <= LONGEST:
            reply = scans.unclear(self._question, reply, self.candidates.known.whole)
        return reply

    @cached_property
    def _question(self) -> Question:
        return self.candidates.read.question(self.text, self.history)

    @cached_property
    def _quote(self) -> Candidate | None:
        """The sentence that most likely answers."""
        return self.candidates.quoted(self.text, self.history)

    def _is_half(self, candidate: Candidate) -> bool:
        """Whether a reply has fewer figures than amounts are asked for."""
        return asks(self.text) > len(candidate.reply.figures) > 0

    def _is_doubted(self, quote: Candidate, tried: Sequence[Candidate]) -> bool:
        """Whether a sentence is too unsure beside what the plain refusal says: a word that stands nowhere, or a figure of
        the thing asked for that has another place, time or measure."""
        refusal = tried[0].reply
        slot, denied = refusal.way == "refusal.slot", refusal.denial is not None
        return quote.probability < (quoting().sure if slot else quoting().denied if denied else 0.0)

    def _is_contradicted(self, candidate: Candidate) -> bool:
        """Whether a reply that is not sure by itself rests on others than the sentence that most likely answers."""
        # What is told out of several sentences is of an operation, and rests on none alone.
        alone = len(candidate.reply.passages) == 1 and not candidate.quotes
        if not alone or candidate.probability >= shipped().sure:
            return False
        (passage,) = candidate.reply.passages
        # What a letterhead says is never quoted; a company asked for as a hint to its trade stands in other sentences
        # than the trade's figure.
        if passage.kind is PassageKind.META or self._question.host or self._quote is None:
            return False
        return self._quote.probability >= quoting().rival and self._quote.reply.passages[0] != passage

    def _refusal(self, tried: Sequence[Candidate]) -> Reply:
        """What is said where no reply is likely enough: the closest there is, else the plainest reading's refusal."""
        # A refusal of the unframed question names nothing of the frame.
        framed = (
            len(tried) > 1 and unframed(tried[0].reading, self.candidates.known.lexicon) == tried[1].reading
        )
        plain = tried[1 if framed else 0].reply
        near = [one for one in tried if one.reply.kind is Kind.ANSWER and self._is_near(one, plain)]
        if not near:
            return plain
        best = max(near, key=lambda one: one.probability)
        return lookup.closest(best.reply, plain.denial if best.quotes else None)

    def _is_near(self, candidate: Candidate, refusal: Reply) -> bool:
        """Whether a candidate that is not told says more than a refusal: what lacks the place or the time asked for
        is told so, and that a word is nowhere unless a sentence is rather likely."""
        if not candidate.quotes:
            return True
        if refusal.way == "refusal.slot":
            return False
        bounds = quoting()
        # A refusal with the nearest figure says as much.
        told = refusal.denial or refusal.figures
        return candidate.probability >= (bounds.likely if told else bounds.closest)
