"""A question answered: its readings tried in turn, the first whose reply is likely right told."""

import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from itertools import islice

from bot.answer import Answer, Cited, Kind
from bot.answering import causes, chat, lookup, rank, scans
from bot.answering.denial import where_said
from bot.answering.desk import Desk
from bot.answering.excerpts import Excerpt
from bot.answering.headline import headline
from bot.answering.hosts import hosted
from bot.answering.knowledge import Knowledge
from bot.answering.library import Corpus
from bot.answering.pasted import LONGEST, pasted
from bot.answering.quotes import quoted
from bot.answering.remarks import remarks_on
from bot.answering.reply import Reply, together
from bot.answering.suggest import suggestions
from bot.answering.ways import ways
from bot.scoring.evidence import Evidence, evidence
from bot.scoring.excerpts import pool
from bot.scoring.model import shipped
from bot.scoring.quoting import likeliest, quotable, quoting
from bot.understanding.dialogue import continued
from bot.understanding.division import asks, divisions
from bot.understanding.frame import unframed
from bot.understanding.loose import loose
from bot.understanding.message import asking, several
from bot.understanding.question import Question, Run
from bot.understanding.thesaurus import thesaurus
from bot.wording import say

# So many questions of one message are answered, and so many of its characters are looked through for them.
_AT_ONCE, _READ = 5, 600
# Questions that come together are short: the work that one takes grows with its length.
_TOGETHER = 120
# So many of a message's other readings are put more loosely.
_PUT = 3
# So many ways to divide a question are tried.
_DIVISIONS = 8
# No figure of a letter has so many digits.
_NO_QUESTION = re.compile(r"\d{17}")


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

    @property
    def told(self) -> bool:
        """Whether it is told as an answer."""
        return self.reply.kind is not Kind.NOT_FOUND and self.probability >= self._bound

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


@dataclass(frozen=True)
class Answerer:
    """Answers questions from a corpus: any thread may ask. The dialogue comes with each question.

    What is known of the corpus is kept until the corpus changes.
    """

    library: Corpus
    _kept: list[Knowledge] = field(default_factory=list, compare=False, repr=False)

    def answer(self, text: str, history: Sequence[str] = ()) -> Answer:
        """The answer to a question after these earlier ones of the same person, oldest first."""
        with self.known() as known:
            return _Dialogue(known).answer(text, history)

    def candidates(self, text: str, history: Sequence[str] = ()) -> list[Candidate]:
        """Every reading's reply with what speaks for it, the likeliest first."""
        with self.known() as known:
            found = list(_Dialogue(known).candidates(text, history))
        return sorted(found, key=lambda one: (one.reply.kind is not Kind.ANSWER, -one.probability))

    def replied(self, reply: Reply) -> Answer:
        """The answer that a candidate's reply makes."""
        with self.known() as known:
            return _answer(reply, known.whole)

    def question(self, text: str, history: Sequence[str] = ()) -> Question:
        """What a text asks, with what it leaves open taken from the dialogue."""
        with self.known() as known:
            return _Dialogue(known).question(text, history)

    def excerpts(self, text: str, history: Sequence[str] = ()) -> tuple[list[Excerpt], list[Evidence]]:
        """The sentences that may answer a question, with what speaks for each."""
        with self.known() as known:
            dialogue = _Dialogue(known)
            question = dialogue.question(text, history)
            desk = known.desk(question)
            found = quotable(question, dialogue.wordings(question), desk)
            return found, pool(question, found, desk).evidence()

    @property
    def desk(self) -> Desk:
        """All letters, as the ways of answering look into them."""
        with self.known() as known:
            return known.whole

    @contextmanager
    def known(self) -> Iterator[Knowledge]:
        """What is known of the corpus as it is now, which it stays inside."""
        with self.library.state() as state:
            if not self._kept or self._kept[0].state != state:
                self._kept[:] = [Knowledge(self.library, state)]
            yield self._kept[0]


@dataclass(frozen=True)
class _Dialogue:
    """One person's questions over what is known of a corpus."""

    known: Knowledge

    def answer(self, text: str, history: Sequence[str]) -> Answer:
        """The answer to a question by the first of its readings whose reply is likely right."""
        tried: list[Candidate] = []
        for candidate in self.candidates(text, history):
            tried.append(candidate)
            if candidate.told and not self._is_half(text, candidate):
                break
        told = [candidate for candidate in tried if candidate.told]
        if told and self._is_contradicted(text, history, told[0]):
            told = [candidate for candidate in self._quoted(text, history) if candidate.told]
        # A question for several figures is told whole by a later candidate, else as far as it goes.
        whole = [candidate for candidate in told if not self._is_half(text, candidate)]
        best = next(iter((*whole, *told)), None)
        reply = best.said if best else self._refusal(tried)
        if reply.kind is Kind.NOT_FOUND and len(text) <= LONGEST:
            reply = scans.unclear(self.question(text, history), reply, self.known.whole)
        return _answer(reply, self.known.whole)

    def candidates(self, text: str, history: Sequence[str]) -> Iterator[Candidate]:
        """The replies to each reading of a message in turn, made as they are asked for."""
        yield from self._each_read(text, history)
        if len(text) <= LONGEST:
            yield from self._divided(text, history)
            yield from self._quoted(text, history)

    def _each_read(self, text: str, history: Sequence[str]) -> Iterator[Candidate]:
        """The replies to a message as it stands and to its other readings."""
        yield self._read(text, history)
        readings = list(self._readings(text))
        for reading in readings:
            yield self._read(reading, history, reread=True)
        if len(text) <= LONGEST:
            yield from self._loosely(dict.fromkeys((*readings[:_PUT], text)), history)

    def _loosely(self, texts: Iterable[str], history: Sequence[str]) -> Iterator[Candidate]:
        """The replies to a message without what narrows nothing, where one figure alone is left."""
        tried: set[str] = set()
        for text in texts:
            for reading in loose().readings(text, self.known.library.words):
                if reading not in tried:
                    tried.add(reading)
                    question = replace(self.question(reading, history), loose=True)
                    candidate = self._judged(question, reread=True)
                    if lookup.is_only(candidate.reply, question, self.known.desk(question)):
                        yield replace(candidate, only=True)

    def _is_half(self, text: str, candidate: Candidate) -> bool:
        """Whether a reply has fewer figures than amounts are asked for."""
        return asks(text) > len(candidate.reply.figures) > 0

    def _is_contradicted(self, text: str, history: Sequence[str], candidate: Candidate) -> bool:
        """Whether a reply that is not sure by itself rests on others than the sentence that most likely answers."""
        reply = candidate.reply
        if candidate.quotes or candidate.probability >= shipped().sure or not reply.passages:
            return False
        quote = next(self._quoted(text, history), None)
        likely = quote is not None and quote.probability >= quoting().rival
        return likely and quote is not None and quote.reply.passages[0] not in reply.passages

    def _refusal(self, tried: Sequence[Candidate]) -> Reply:
        """What is said where no reply is likely enough: the closest there is, else the plainest reading's refusal."""
        # A refusal of the unframed question names nothing of the frame.
        framed = len(tried) > 1 and unframed(tried[0].reading, self.known.lexicon) == tried[1].reading
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
        return candidate.probability >= (bounds.likely if refusal.denial else bounds.closest)

    def _divided(self, text: str, history: Sequence[str]) -> Iterator[Candidate]:
        """The replies to what a question for several figures asks singly, where each has its own."""
        for pieces in islice(divisions(text, self.known.library.words), _DIVISIONS):
            firsts = (
                next((one for one in self._each_read(piece, history) if one.told), None) for piece in pieces
            )
            found = list(filter(None, firsts))
            chief = {one.reply.figures[0].id for one in found if one.reply.figures}
            if len(chief) == len(pieces):
                replies = [one.reply for one in found]
                yield Candidate("; ".join(pieces), together(replies), min(one.probability for one in found))

    def _quoted(self, text: str, history: Sequence[str]) -> Iterator[Candidate]:
        """The sentence that most likely answers, where a figure or a fact does not."""
        question = self.question(text, history)
        if question.chat or _NO_QUESTION.search(text):
            return
        quote = likeliest(question, self.wordings(question), self.known.desk(question))
        if quote:
            reply = replace(quoted(quote.excerpt.passage, quote.excerpt.words), way="quoting.likeliest")
            yield Candidate(text, reply, quote.probability, quote.evidence, quotes=True)

    def wordings(self, question: Question) -> list[str]:
        """How a question is searched for: as it was asked, and in words that the letters have for its phrases."""
        asked = f"{question.content} {question.text}" if question.inherited else question.text
        return [asked, *thesaurus().paraphrases(question.text, self._printed)[:1]]

    def _readings(self, text: str) -> Iterator[str]:
        """Other readings of a message: without clauses that ask nothing, in the letters' words, without talk."""
        plain = unframed(text, self.known.lexicon)
        if plain:
            yield plain
        core = self._asking(plain or text)
        if core:
            yield core
        if len(text) > LONGEST:
            return
        asked = core or plain or text
        words = thesaurus()
        put = words.paraphrases(asked, self._printed)
        yield from put
        yield from filter(None, map(words.plainly, (*put, asked)))

    def _printed(self, term: str) -> bool:
        """Whether some letter has a term, or one that means the same."""
        return bool(where_said(term, self.known.whole))

    def _asking(self, text: str) -> str:
        """The clauses that ask, where the others say nothing that a letter could meet; else ""."""
        core, aside = asking(text[:LONGEST], self.known.lexicon)
        if not core or not aside:
            return ""
        said = self.known.parser.question(aside, self.known.anchor, self.known.current)
        slots = (
            said.places,
            said.periods,
            said.measures,
            said.status,
            said.operations,
            said.literals,
            said.unit,
        )
        known = any(run.terms and where_said(run.asked, self.known.whole) for run in said.runs)
        return "" if any(slots) or said.asked.kind or said.soft or known else core

    def _read(self, text: str, history: Sequence[str], *, reread: bool = False) -> Candidate:
        """The reply to one reading of a message."""
        long = len(text) > LONGEST or _NO_QUESTION.search(text)
        told = Candidate(text, pasted(text, self.known.whole)) if long else None
        # What stands in a letter is no question, though it says in each sentence what grew.
        if told and told.reply.kind is Kind.ANSWER and not asks(text[:_READ]):
            return told
        parts = self._parts(text, history)
        return parts or told or self._judged(self.question(text, history), reread=reread)

    def _judged(self, question: Question, *, reread: bool = False) -> Candidate:
        """The reply to a question with how likely it is right."""
        desk = self.known.desk(question)
        put = hosted(question, desk)
        reply = _reply(put, desk)
        if reply.kind is not Kind.ANSWER or reply.choices or reply.checked:
            return Candidate(question.text, reply)
        found = evidence(put, reply, desk, reread=reread)
        return Candidate(question.text, reply, shipped().model.probability(found), found)

    def _parts(self, text: str, history: Sequence[str]) -> Candidate | None:
        """The answers to a message of several questions together, None for one that is not, or not all answered.

        制造业投资多少钱 增速几多 全市老几 are three: each is read as continuing the one before it, and is
        of its place and time.
        """
        asked = several(text[:_READ], self.known.lexicon)
        parts = asked[:_AT_ONCE]
        if len(parts) < 2 or sum(map(len, parts)) > _TOGETHER:
            return None
        found = []
        before: Question | None = None
        for number, part in enumerate(parts):
            question = self.question(part, (*history, *parts[:number]))
            if before:
                places, periods = question.places or before.places, question.periods or before.periods
                question = replace(question, places=places, periods=periods)
            before = question
            found.append(self._judged(question))
            if found[-1].reply.kind is not Kind.ANSWER:
                return None
        more = say("pasted.left") if len(asked) > len(parts) else ""
        replies = [one.reply for one in found]
        return Candidate(text, together(replies, more), min(one.probability for one in found))

    def question(self, text: str, history: Sequence[str]) -> Question:
        """What a text asks, with what it leaves open taken from the dialogue."""
        before: Question | None = None
        # What is too long for a question was answered as none.
        for said in (*(one for one in history if len(one) <= LONGEST), text[:LONGEST]):
            current = before.periods[-1] if before and before.periods else self.known.current
            now = self.known.parser.question(said, self.known.anchor, current)
            before = continued(self._resolved(before), now, self.known.lexicon) if before else now
        assert before is not None
        return before

    def _resolved(self, before: Question) -> Question:
        """A question that asked which, with what it was answered by: the next may be about that."""
        if before.runs or not before.wants(*rank.RANKINGS):
            return before
        reply = rank.ranking(before, self.known.desk(before))
        if reply is None:
            return before
        name = self.known.lexicon.canonical(reply.figures[0].name)
        return replace(before, runs=(Run(name, reply.figures[0].name),))


def _reply(question: Question, desk: Desk) -> Reply:
    if question.chat:
        return chat.small_talk(question, desk)
    for way in ways(question):
        reply = way(question, desk)
        if reply is not None:
            return replace(reply, way=f"{way.__module__.rsplit('.', 1)[-1]}.{way.__name__}")
    if question.wants("reason"):
        return causes.no_reason(question, desk)
    return lookup.refusal(question, desk)


def _answer(reply: Reply, desk: Desk) -> Answer:
    reply = scans.sure(reply, desk.library)
    cited = tuple(Cited(passage, desk.library.letters[passage.letter]) for passage in reply.passages)
    answered = reply.kind is Kind.ANSWER
    cutouts = scans.cutouts(reply, desk.library)
    return Answer(
        kind=reply.kind,
        headline=reply.headline.text,
        figures=reply.figures,
        working=";".join(working.text for working in reply.workings),
        cited=cited,
        remarks=(*(remarks_on(reply, desk.library) if answered else ()), *scans.remarks(cutouts)),
        suggestions=suggestions(reply, desk),
        choices=reply.choices,
        results=tuple(working.result for working in reply.workings if not working.relation),
        cutouts=cutouts,
    )
