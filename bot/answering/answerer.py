"""A question answered: every way of answering tried in turn, the first that has an answer taken."""

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace

from bot.answer import Answer, Cited, Kind
from bot.answering import causes, chat, lookup, rank, scans
from bot.answering.desk import Desk
from bot.answering.hosts import hosted
from bot.answering.knowledge import Knowledge
from bot.answering.library import Corpus
from bot.answering.lookup import where_said
from bot.answering.pasted import LONGEST, pasted
from bot.answering.remarks import remarks_on
from bot.answering.reply import Reply, together
from bot.answering.suggest import suggestions
from bot.answering.ways import ways
from bot.understanding.dialogue import continued
from bot.understanding.frame import unframed
from bot.understanding.message import asking, several
from bot.understanding.question import Question, Run
from bot.wording import say

# So many questions of one message are answered, and so many of its characters are looked through for them.
_AT_ONCE, _READ = 5, 600
# No figure of a letter has so many digits.
_NO_QUESTION = re.compile(r"\d{17}")


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

    def question(self, text: str, history: Sequence[str] = ()) -> Question:
        """What a text asks, with what it leaves open taken from the dialogue."""
        with self.known() as known:
            return _Dialogue(known).question(text, history)

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
        """The answer to a question; where there is none, to what it asks without the clause that says so."""
        reply = self._read(text, history)
        if reply.kind is Kind.NOT_FOUND:
            reply = self._read_again(text, history) or reply
        return _answer(reply, self.known.whole)

    def _read_again(self, text: str, history: Sequence[str]) -> Reply | None:
        """The reply to what a message asks without the clause that says so, or without clauses that ask nothing."""
        plain = unframed(text, self.known.lexicon)
        core = self._asking(plain or text)
        replies = [self._read(reading, history) for reading in (plain, core) if reading]
        answered = (reply for reply in replies if reply.kind is Kind.ANSWER)
        # A refusal of the unframed question names nothing of the frame.
        return next(answered, replies[0] if plain else None)

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

    def _read(self, text: str, history: Sequence[str]) -> Reply:
        """The reply to one reading of a message."""
        parts = self._parts(text, history)
        if parts:
            return parts
        if len(text) > LONGEST or _NO_QUESTION.search(text):
            return pasted(text, self.known.whole)
        question = self.question(text, history)
        desk = self.known.desk(question)
        return _reply(hosted(question, desk), desk)

    def _parts(self, text: str, history: Sequence[str]) -> Reply | None:
        """The answers to a message of several questions together, None for one that is not, or not all answered.

        制造业投资多少钱 增速几多 全市老几 are three: each is read as continuing the one before it, and is
        of its place and time.
        """
        asked = several(text[:_READ], self.known.lexicon)
        parts = asked[:_AT_ONCE]
        if len(parts) < 2 or any(len(part) > LONGEST for part in parts):
            return None
        replies = []
        before: Question | None = None
        for number, part in enumerate(parts):
            question = self.question(part, (*history, *parts[:number]))
            if before:
                places, periods = question.places or before.places, question.periods or before.periods
                question = replace(question, places=places, periods=periods)
            before = question
            desk = self.known.desk(question)
            replies.append(_reply(hosted(question, desk), desk))
        if not all(reply.kind is Kind.ANSWER for reply in replies):
            return None
        return together(replies, say("pasted.left") if len(asked) > len(parts) else "")

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
            return reply
    if question.wants("reason"):
        return causes.no_reason(question, desk)
    return lookup.refusal(question, desk)


def _answer(reply: Reply, desk: Desk) -> Answer:
    reply = scans.sure(reply, desk.library)
    cited = tuple(Cited(passage, desk.library.letters[passage.letter]) for passage in reply.passages)
    answered = reply.kind is Kind.ANSWER
    return Answer(
        kind=reply.kind,
        headline=reply.headline.text,
        figures=reply.figures,
        working=";".join(working.text for working in reply.workings),
        cited=cited,
        remarks=(*(remarks_on(reply, desk.library) if answered else ()), *scans.remarks(reply, desk.library)),
        suggestions=suggestions(reply, desk),
        choices=reply.choices,
        cutouts=scans.cutouts(reply, desk.library),
    )
