"""Which candidate is told as the answer, and what is said where none is likely enough."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain

from bot.answer import Kind
from bot.answering.candidate import Candidate
from bot.answering.candidates import Candidates
from bot.answering.combined.followup import FollowUp
from bot.answering.comparison import Comparison
from bot.operations.figures import lookup
from bot.operations.words.pasted import LONGEST
from bot.phrasing import scans
from bot.phrasing.reply import Reply
from bot.scoring.choosing import choosing
from bot.scoring.features.evidence import Evidence
from bot.scoring.quoting import quoting
from bot.understanding.expressions.frame import unframed
from corpus.compiled import compiled

# What is found by putting figures in order.
_ORDERS = frozenset(
    {"row.ranked", "told.grouped", "compare.comparison", "between.between", "versus.which", "paired.compare"}
)
# What a document says of itself stands in no sentence of its text; whom a policy leaves out stands in the sentence of that.
_FACT = "facts.facts"
_OWN = frozenset({_FACT, "limits.limited"})
# So much of the one thing that is asked about stands nowhere: both pairs but the 产业 of 旅游产业.
_NOWHERE = 0.66
# How a thing is (怎么样) says nothing else of it.
_SOME = 0.3
# An order so likely by itself is told, and a fact or limit instead of a sentence: of 56 orders about papers not learned from 45 were right.
_ORDERED = 0.8
_FIRST = compiled("最|第一|居首|首位|领先|排名")
# What of a sentence's evidence shuts it out.
_NEVER = ("numbers short", "aim for result", "contrary", "lacks wanted", "other years")


@dataclass(frozen=True)
class Decision:
    """Decides for one message of a dialogue."""

    candidates: Candidates
    text: str
    history: Sequence[str]
    # Several ways of following up, and several questions before, go back to the same one.
    _before: dict[tuple[str, ...], Reply] = field(default_factory=dict, compare=False, repr=False)

    def reply(self) -> Reply:
        """The reply that is told: the plain reading's where it is sure, else the likeliest of all."""
        own = self.candidates.own_case(self.text, self.history)
        if own:
            return own.said
        tried: list[Candidate] = []
        for candidate in chain(self.followed, self.candidates.replies(self.text, self.history)):
            tried.append(candidate)
            whole = candidate.is_whole(self.text)
            told = candidate.sure or candidate.names_all(self.text)
            if len(tried) == 1 and (candidate.settles or (whole and told)):
                return candidate.said
            if whole and candidate.likely:
                break
        question = self.candidates.read.question(self.text, self.history)
        beside = self.candidates.beside(self.text, self.history)
        if not tried[0].answers:
            nowhere = _SOME if question.state else _NOWHERE
            beside = (one for one in beside if not _is_of_nothing(one.evidence, nowhere))
        tried += beside
        probability, best = self._likeliest(tried)
        # A sentence where a word stands nowhere has to be likelier.
        doubtful = best.quotes and tried[0].reply.denial is not None
        bound = max(choosing().bound, choosing().doubtful if doubtful else 0.0)
        reply = (
            best.said
            if probability >= bound
            else self._worked_out() or self._of_both(tried) or self._refusal(tried)
        )
        if reply.kind is Kind.NOT_FOUND and len(self.text) <= LONGEST:
            reply = scans.unclear(question, reply, self.candidates.known.whole)
        return reply

    @property
    def followed(self) -> Iterator[Candidate]:
        """What comes of what the questions before were answered with, where the message asks for that."""
        retriever = self.candidates.known.whole
        reply = FollowUp(self._told, self.candidates.read, retriever).reply(self.text, self.history)
        if reply:
            yield Candidate(self.text, reply)

    def _told(self, text: str, history: Sequence[str]) -> Reply:
        """What a question of the dialogue is answered with, found once for a message."""
        said = (*history, text)
        if said not in self._before:
            self._before[said] = Decision(self.candidates, text, history, self._before).reply()
        return self._before[said]

    def _likeliest(self, tried: Sequence[Candidate]) -> tuple[float, Candidate]:
        """The likeliest candidate with P(right), the first of equally likely ones; a sentence only where it has as many
        amounts as are asked for, names as many things and has the place, body or time that is asked for, and none that says
        what is aimed at for what was done or tells of another (规上 for 规下)."""
        judged = [row for row in Comparison(self.text, tried).judged if not row[1].is_unfit(self.text)]
        probability, best = max(
            (row for row in judged if not any(map(row[1].evidence.get, _NEVER))),
            key=lambda row: row[0],
            default=(0.0, tried[0]),
        )
        ordered = next((one for _, one in judged if one.reply.way in _ORDERS), None)
        # A sentence that names all members says of none that it is the first.
        if ordered and best.quotes and not _FIRST.search(best.reply.headline.text):
            best = ordered
        own = next((one for _, one in judged if one.reply.way in _OWN and one.probability >= _ORDERED), None)
        if own and best.quotes:
            best = own
        best = self._whole(best, judged)
        by_itself = (
            best.probability if (best is ordered or best is own) and best.probability >= _ORDERED else 0.0
        )
        return max(probability, by_itself), best

    def _whole(self, best: Candidate, judged: Sequence[tuple[float, Candidate]]) -> Candidate:
        """The sentence that a reply rests on, where that has fewer amounts than are asked for and the sentence enough, or has
        an amount without a name, which tells nothing by itself."""
        if not (best.is_half(self.text) or best.is_nameless):
            return best
        sentences = (one for _, one in judged if one.quotes and not any(map(one.evidence.get, _NEVER)))
        return next((one for one in sentences if set(best.reply.passages) <= set(one.reply.passages)), best)

    def _worked_out(self) -> Reply | None:
        found = self.candidates.worked_out(self.text, self.history)
        return found.said if found else None

    def _of_both(self, tried: Sequence[Candidate]) -> Reply | None:
        """The two likeliest sentences, None where they are not likely enough to have the answer, a word, the place or the
        time that is asked for is not the letters', or what is asked for is a fact of the document."""
        if tried[0].reply.way == "refusal.slot" or tried[0].reply.denial:
            return None
        if any(one.reply.way == _FACT for one in tried):
            return None
        likely = (
            one
            for one in tried
            if one.pairs and one.probability >= quoting().both and not one.is_unfit(self.text)
        )
        return next((one.said for one in likely), None)

    def _refusal(self, tried: Sequence[Candidate]) -> Reply:
        """What is said where no reply is likely enough: the closest there is, else the plainest reading's refusal."""
        # A refusal of the question without its frame, or without talk beside it, names nothing of these.
        text, read = tried[0].reading, self.candidates.read
        within = (unframed(text, self.candidates.known.lexicon), read.core(text))
        framed = len(tried) > 1 and tried[1].reading in within
        plain = tried[1 if framed else 0].reply
        near = [
            one for one in tried if one.reply.kind is Kind.ANSWER and not one.pairs and _is_near(one, plain)
        ]
        if not near:
            return plain
        # What lacks the place, time or trouble that is asked for is shown only where nothing else is.
        best = max(near, key=lambda one: (not one.evidence.get("lacks wanted"), one.probability))
        return lookup.closest(best.reply, plain.denial if best.quotes else None)


def _is_of_nothing(evidence: Evidence, nowhere: float) -> bool:
    """Whether sentences are quoted for one thing of which hardly a part stands anywhere: 旅游产业怎么样."""
    return evidence.get("runs", 0) <= 1 and evidence.get("content nowhere", 0) >= nowhere


def _is_near(candidate: Candidate, refusal: Reply) -> bool:
    """Whether a candidate that is not told says more than a refusal, which offers the nearest figure itself: what lacks the
    place or the time asked for is told so, and that a word is nowhere unless a sentence is rather likely."""
    if not candidate.quotes:
        return not candidate.points
    if refusal.way == "refusal.slot":
        return False
    bounds = quoting()
    # A refusal with the nearest figure says as much.
    told = refusal.denial or refusal.figures
    return candidate.probability >= (bounds.likely if told else bounds.closest)
