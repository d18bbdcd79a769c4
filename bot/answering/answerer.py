"""A question answered: its candidates made and scored, one of them told."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field

from bot.answer import Answer, Cited, Kind
from bot.answering.candidate import Candidate
from bot.answering.candidates import Candidates
from bot.answering.decision import Decision
from bot.answering.knowledge import Knowledge
from bot.answering.library import Corpus
from bot.answering.readings import Readings
from bot.matching.retriever import Retriever
from bot.phrasing import scans
from bot.phrasing.remarks import remarks_on
from bot.phrasing.reply import Reply
from bot.phrasing.suggest import suggestions
from bot.scoring.features.figures import FigurePool
from bot.scoring.quoting import Ranked, ranked
from bot.understanding.question import Question
from bot.understanding.vocabulary import Grown


@dataclass(frozen=True)
class Answerer:
    """Answers questions from a corpus: any thread may ask. The dialogue comes with each question.

    What is known of the corpus is kept until the corpus changes.
    """

    library: Corpus
    _kept: list[Knowledge] = field(default_factory=list, compare=False, repr=False)
    _titles: Grown = field(default_factory=Grown, compare=False, repr=False)

    def answer(self, text: str, history: Sequence[str] = ()) -> Answer:
        """The answer to a question after these earlier ones of the same person, oldest first."""
        with self.known() as known:
            return _answer(Decision(Candidates(known), text, history).reply(), known.whole)

    def candidates(self, text: str, history: Sequence[str] = ()) -> list[Candidate]:
        """Every reading's reply with what speaks for it, the plain reading's first; before it what comes of earlier answers."""
        with self.known() as known:
            decision = Decision(Candidates(known), text, history)
            own = decision.candidates.own_case(text, history)
            return [*filter(None, [own]), *decision.followed, *decision.candidates.of(text, history)]

    def worked_out(self, text: str, history: Sequence[str] = ()) -> Candidate | None:
        """What is told where no candidate is likely enough: worked out of figures that no reply has together."""
        with self.known() as known:
            return Candidates(known).worked_out(text, history)

    def replied(self, reply: Reply) -> Answer:
        """The answer that a candidate's reply makes."""
        with self.known() as known:
            return _answer(reply, known.whole)

    def question(self, text: str, history: Sequence[str] = ()) -> Question:
        """What a text asks, with what it leaves open taken from the dialogue."""
        with self.known() as known:
            return Readings(known).question(text, history)

    def excerpts(self, text: str, history: Sequence[str] = ()) -> Ranked:
        """The sentences that may answer a question, with what speaks for each."""
        with self.known() as known:
            read = Readings(known)
            question = read.question(text, history)
            return ranked(question, read.wordings(question), known.retriever(question))

    def figures(self, text: str, history: Sequence[str] = ()) -> FigurePool:
        """The figures that may answer a question."""
        with self.known() as known:
            read = Readings(known)
            question = read.question(text, history)
            retriever = known.retriever(question)
            found = ranked(question, read.wordings(question), retriever)
            return FigurePool(question, found.by_passage, retriever)

    @property
    def retriever(self) -> Retriever:
        """All letters, as the ways of answering look into them."""
        with self.known() as known:
            return known.whole

    @contextmanager
    def known(self) -> Iterator[Knowledge]:
        """What is known of the corpus as it is now, which it stays inside."""
        with self.library.state() as state:
            if not self._kept or self._kept[0].state != state:
                self._kept[:] = [Knowledge(self.library, state, self._titles)]
            yield self._kept[0]


def _answer(reply: Reply, retriever: Retriever) -> Answer:
    reply = scans.sure(reply, retriever.library)
    cited = tuple(Cited(passage, retriever.library.letters[passage.letter]) for passage in reply.passages)
    answered = reply.kind is Kind.ANSWER
    cutouts = scans.cutouts(reply, retriever.library)
    return Answer(
        kind=reply.kind,
        headline=reply.headline.text,
        figures=reply.figures,
        working=";".join(working.text for working in reply.workings),
        cited=cited,
        remarks=(*(remarks_on(reply, retriever.library) if answered else ()), *scans.remarks(cutouts)),
        suggestions=suggestions(reply, retriever),
        choices=reply.choices,
        results=tuple(working.result for working in reply.workings if not working.relation),
        cutouts=cutouts,
    )
