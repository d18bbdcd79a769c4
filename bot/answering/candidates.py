"""The candidates for a message: every reading's reply, several questions' together, and the likeliest sentence."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice

from bot.answer import Kind
from bot.answering.allowance import Allowance
from bot.answering.candidate import Candidate, of_figure, of_pair, of_sentence, scored
from bot.answering.combined.late import by, in_likeliest, worked_out
from bot.answering.combined.paired import Paired
from bot.answering.knowledge import Knowledge
from bot.answering.readings import USUAL, Readings
from bot.matching.retriever import Retriever
from bot.matching.terms.associates import with_associates
from bot.operations.awards.own import own_case, pays_oneself
from bot.operations.awards.patterns import pattern
from bot.operations.figures import lookup
from bot.operations.groups.named.both import both
from bot.operations.ways import ways
from bot.operations.words import causes, chat
from bot.operations.words.introduced import introduced
from bot.operations.words.lists.membership import is_number_alone
from bot.operations.words.pasted import LONGEST, pasted
from bot.operations.words.years import is_of_other_years
from bot.phrasing.headline import headline
from bot.phrasing.reply import Reply, together
from bot.scoring.pointing import pointed
from bot.scoring.quoting import Quote, Ranked, likeliest, ranked
from bot.scoring.trees import likelihood
from bot.understanding.expressions.asker import asker
from bot.understanding.expressions.loose import loose
from bot.understanding.expressions.wanted import has_wanted
from bot.understanding.goingon import changed, said_bare
from bot.understanding.question import Question
from bot.understanding.several.division import asks, divisions
from bot.understanding.several.message import is_foreign, several
from bot.wording import say
from corpus.compiled import compiled
from corpus.runtime.replace import replace

# So many questions of one message are answered, and so many of its characters are looked through for them.
_AT_ONCE, _READ = 5, 600
# Questions that come together are short: the work that one takes grows with its length.
_TOGETHER = 120
# So many of a message's other readings are put more loosely.
_PUT = 3
# So many ways to divide a question are tried, one of a longer than usual, and so many of their pieces are read.
_DIVISIONS, _PIECES = 8, 10
# No figure of a letter has so many digits.
_NO_QUESTION = compiled(r"\d{17}")


@dataclass(frozen=True)
class Candidates:
    """Makes the candidates for one message from what is known of a corpus."""

    known: Knowledge
    _allowance: Allowance = field(default_factory=Allowance, compare=False, repr=False)
    # The ways to divide a question have pieces in common.
    _firsts: dict[tuple[str, ...], Candidate | None] = field(default_factory=dict, compare=False, repr=False)
    # What is told last is worked out in a sentence that was ranked before.
    _ranked: dict[tuple[str, ...], tuple[Question, Ranked] | None] = field(
        default_factory=dict, compare=False, repr=False
    )

    @cached_property
    def read(self) -> Readings:
        """What reads the messages."""
        return Readings(self.known)

    def of(self, text: str, history: Sequence[str]) -> Iterator[Candidate]:
        """All candidates for a message, made as they are asked for."""
        yield from self.replies(text, history)
        yield from self.beside(text, history)

    def replies(self, text: str, history: Sequence[str]) -> Iterator[Candidate]:
        """The reply to a question over two things, else those to each reading of a message in turn, the plain one's first."""
        paired = Paired(self.known, self.read, len(text) > USUAL) if len(text) <= LONGEST else None
        replies = (
            (paired.reply(one, history) for one in (text, self.read.named(text)) if one) if paired else ()
        )
        yield from (Candidate(text, reply) for reply in replies if reply)
        yield from self._each_read(text, history)
        if len(text) <= LONGEST:
            yield from self._divided(text, history)

    def beside(self, text: str, history: Sequence[str]) -> Iterator[Candidate]:
        """The figure and the sentence that most likely answer a message, where a reading may not."""
        sentences = self._sentences(text, history)
        if sentences is None:
            return
        question, found = sentences
        yield from filter(None, [self._pointed(question, found)])
        quote = likeliest(found)
        if quote:
            yield from filter(None, (self._quoted(question, quote), self._paired(question, quote)))

    def worked_out(self, text: str, history: Sequence[str]) -> Candidate | None:
        """What is worked out of figures that no reply has together, else in the sentence that most likely answers."""
        found = worked_out(text, history, self.read) if len(text) <= LONGEST else None
        sentences = None if found else self._sentences(text, history)
        return in_likeliest(text, *sentences, self.known) if sentences else found

    def _sentences(self, text: str, history: Sequence[str]) -> tuple[Question, Ranked] | None:
        """What a message asks with the sentences that may answer it, ranked once; None where none is looked for."""
        said = (*history, text)
        if said not in self._ranked:
            self._ranked[said] = self._rank(text, history)
        return self._ranked[said]

    def _rank(self, text: str, history: Sequence[str]) -> tuple[Question, Ranked] | None:
        if len(text) > LONGEST or _NO_QUESTION.search(text):
            return None
        question = self.read.question(self.read.core(text) or text, history)
        # A company that is a hint to its trade stands in other sentences than the trade's figure.
        if question.chat or question.strange or question.host:
            return None
        return question, ranked(question, self.read.wordings(question), self.known.retriever(question))

    def _each_read(self, text: str, history: Sequence[str]) -> Iterator[Candidate]:
        """The replies to a message as it stands and to its other readings."""
        # Of a whole that is called by its number the name says the same.
        yield self._read(self.read.named(text) or text, history)
        readings = self.read.others(text)
        for reading in readings:
            if self._allowance.used_up:
                return
            yield self._read(reading, history, reread=True)
        if len(text) <= USUAL:
            yield from self._loosely(dict.fromkeys((*readings[:_PUT], text)), history)

    def own_case(self, text: str, history: Sequence[str]) -> Candidate | None:
        """What a policy gives in the person's own case, where a message tells one and one rule alone is meant."""
        if len(text) > LONGEST or pays_oneself(text) or not self.known.whole.library.rules():
            return None
        named = ""
        if history and (merged := changed(history[-1], text)):
            named = said_bare(text) if merged.endswith(said_bare(text)) else ""
            text, history = merged, ()
        question = self.read.question(asker().plainly(text) or text, history)
        total = bool(pattern("total").search(text))
        reply = own_case(question, self.known.retriever(question), total=total, named=named)
        return Candidate(question.text, reply) if reply else None

    def _loosely(self, texts: Iterable[str], history: Sequence[str]) -> Iterator[Candidate]:
        """The replies to a message without what narrows nothing, where one figure alone is left."""
        tried: set[str] = set()
        for text in texts:
            for reading in loose().readings(text, self.known.library.words):
                if self._allowance.used_up:
                    return
                if reading not in tried:
                    tried.add(reading)
                    question = replace(self.read.question(reading, history), loose=True)
                    candidate = self._judged(question, reread=True)
                    if lookup.is_only(candidate.reply, question, self.known.retriever(question)):
                        yield replace(candidate, only=True)

    def _divided(self, text: str, history: Sequence[str]) -> Iterator[Candidate]:
        """The replies to what a question for several figures asks singly, where each has its own."""
        most = _DIVISIONS if len(text) <= USUAL else 1
        for pieces in islice(divisions(text, self.known.library.words), most):
            found = self._apart(pieces, history)
            if found:
                replies = [one.reply for one in found]
                yield Candidate("; ".join(pieces), together(replies), min(one.probability for one in found))

    def _apart(self, pieces: Sequence[str], history: Sequence[str]) -> list[Candidate]:
        """What is told of each piece, none where one has no figure of its own."""
        found: list[Candidate] = []
        chief: set[str] = set()
        for piece in pieces:
            one = self._first(piece, history)
            if one is None or one.reply.choices or not one.reply.figures or one.reply.figures[0].id in chief:
                return []
            chief.add(one.reply.figures[0].id)
            found.append(one)
        return found

    def _first(self, text: str, history: Sequence[str]) -> Candidate | None:
        """The first reply to a text that is told."""
        said = (*history, text)
        if said not in self._firsts and (len(self._firsts) == _PIECES or self._allowance.used_up):
            return None
        if said not in self._firsts:
            self._firsts[said] = next((one for one in self._each_read(text, history) if one.likely), None)
        return self._firsts[said]

    def _pointed(self, question: Question, found: Ranked) -> Candidate | None:
        """The figure that most likely answers; None where none may."""
        retriever = self.known.retriever(question)
        best = pointed(question, found, retriever)
        if best is None or best.is_of_another or best.has_nothing:
            return None
        # A change against last year is none against the half year.
        if best.match.figure.basis and not lookup.has_basis(best.match.figure, question.soft):
            return None
        reply = lookup.alone(best.match, best.query, retriever)
        probability = likelihood(best.evidence["odds"])
        candidate = of_figure(question.text, reply, probability, best.evidence, best.odds)
        return None if is_number_alone(question, reply) else candidate

    def _paired(self, question: Question, quote: Quote) -> Candidate | None:
        """The two sentences that most likely answer together; None where no two may."""
        retriever, two = self.known.retriever(question), quote.pair
        # Where nothing is named, no two sentences are about it.
        if (
            two is None
            or not question.runs
            or not has_wanted(question.text, "".join(one.words for one in two.excerpts))
            or not any(causes.tells_why(question, one.words, retriever) for one in two.excerpts)
            or any(is_of_other_years(question, one.passage, one.words, retriever) for one in two.excerpts)
        ):
            return None
        candidate = of_pair(question.text, two, quote.both)
        return None if is_number_alone(question, candidate.reply) else candidate

    def _quoted(self, question: Question, quote: Quote) -> Candidate | None:
        """The sentence that most likely answers, where a figure or a fact does not; None where it may not."""
        retriever = self.known.retriever(question)
        if not causes.tells_why(question, quote.excerpt.words, retriever):
            return None
        excerpt = quote.excerpt
        other = is_of_other_years(question, excerpt.passage, excerpt.words, retriever)
        candidate = of_sentence(
            question.text, excerpt, quote.probability, {**quote.evidence, "other years": other}
        )
        reply = introduced(candidate.reply, retriever)
        return None if is_number_alone(question, reply) else replace(candidate, reply=reply)

    def _read(self, text: str, history: Sequence[str], *, reread: bool = False) -> Candidate:
        """The reply to one reading of a message."""
        long = len(text) > LONGEST or _NO_QUESTION.search(text)
        told = Candidate(text, pasted(text, self.known.whole)) if long else None
        # What stands in a letter is no question, though it says in each sentence what grew.
        if told and told.reply.kind is Kind.ANSWER and not asks(text[:_READ]):
            return told
        parts = self._parts(text, history)
        return parts or told or self._judged(self.read.question(text, history), reread=reread)

    def _judged(self, question: Question, *, reread: bool = False) -> Candidate:
        """The reply to a question with how likely it is right."""
        retriever = self.known.retriever(question)
        self._allowance.spend(len(retriever.library.letters))
        put = with_associates(question, retriever)
        reply = _reply(put, retriever)
        if is_number_alone(question, reply):
            reply = lookup.closest(reply)
        if reply.kind is not Kind.ANSWER or reply.choices:
            return Candidate(question.text, reply)
        return scored(put, reply, retriever, reread=reread)

    def _parts(self, text: str, history: Sequence[str]) -> Candidate | None:
        """The answers to a message of several questions together, None for one that is not, or not all answered.

        制造业投资多少钱 增速几多 全市老几 are three: each is read as continuing the one before it, and is
        of its place and time.
        """
        asked = several(text[:_READ], self.known.lexicon)
        parts = asked[:_AT_ONCE]
        if len(parts) < 2 or sum(map(len, parts)) > _TOGETHER:
            return None
        # Two amounts of one thing stand in one sentence: each by itself may be another's.
        question = self.read.question(text, history)
        whole = by(both, question, self.known.retriever(question))
        if whole is not None:
            return Candidate(text, whole)
        found = []
        before: Question | None = None
        for number, part in enumerate(parts):
            question = self.read.question(part, (*history, *parts[:number]))
            if before:
                places, periods = question.places or before.places, question.periods or before.periods
                question = replace(question, places=places, periods=periods)
            before = question
            found.append(self._judged(question))
            if found[-1].reply.kind is not Kind.ANSWER:
                return None
            # 您问的是哪个地方? is no answer to be told beside others: what is asked back comes first.
            if found[-1].reply.choices:
                return found[-1]
        more = say("pasted.left") if len(asked) > len(parts) else ""
        replies = [one.reply for one in found]
        return Candidate(text, together(replies, more), min(one.probability for one in found))


def _reply(question: Question, retriever: Retriever) -> Reply:
    if question.chat:
        return chat.small_talk(question, retriever)
    for way in ways(question):
        reply = by(way, question, retriever)
        if reply is not None:
            return reply
    if is_foreign(question.text):
        return Reply(Kind.NOT_FOUND, headline(say("refuse.foreign")))
    if question.wants("reason"):
        return causes.no_reason(question, retriever)
    return lookup.refusal(question, retriever)
