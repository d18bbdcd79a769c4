"""A question answered: every way of answering tried in turn, the first that has an answer taken."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from bot.answer import Answer, Cited, Kind
from bot.answering import causes, chat, lookup, rank
from bot.answering.desk import Desk
from bot.answering.hosts import hosted
from bot.answering.library import Library
from bot.answering.remarks import remarks_on
from bot.answering.reply import Reply, together
from bot.answering.suggest import suggestions
from bot.answering.ways import ways
from bot.understanding.dialogue import continued
from bot.understanding.lexicon import Lexicon, lexicon
from bot.understanding.message import several
from bot.understanding.parse import Parser
from bot.understanding.question import Question, Run
from bot.understanding.vocabulary import vocabulary
from corpus.place import forms


@dataclass(frozen=True)
class Answerer:
    """Answers questions from a library. Nothing is kept between questions; the dialogue comes with each."""

    library: Library

    def answer(self, text: str, history: Sequence[str] = ()) -> Answer:
        """The answer to a question after these earlier ones of the same person, oldest first."""
        question = self.question(text, history)
        return self._answer(self._parts(text, history) or self._reply(hosted(question, self.desk)))

    def _parts(self, text: str, history: Sequence[str]) -> Reply | None:
        """The answers to a message of several questions together, None for one that is not, or not all answered.

        制造业投资多少钱 增速几多 全市老几 are three: each is read as continuing the one before it.
        """
        parts = several(text, self._lexicon)
        if len(parts) < 2:
            return None
        replies = []
        for number, part in enumerate(parts):
            question = self.question(part, (*history, *parts[:number]))
            replies.append(self._reply(hosted(question, self.desk)))
        return together(replies) if all(reply.kind is Kind.ANSWER for reply in replies) else None

    def question(self, text: str, history: Sequence[str] = ()) -> Question:
        """What a text asks, with what it leaves open taken from the dialogue."""
        before: Question | None = None
        for said in (*history, text):
            current = before.periods[-1] if before and before.periods else None
            now = self._parser.question(said, self._anchor, current)
            before = continued(self._resolved(before), now, self._lexicon) if before else now
        assert before is not None
        return before

    @cached_property
    def desk(self) -> Desk:
        """What the ways of answering work with."""
        return Desk(self.library, self._lexicon, self._places)

    @cached_property
    def _lexicon(self) -> Lexicon:
        return lexicon()

    @cached_property
    def _places(self) -> dict[str, str]:
        """Full names of the corpus's places by every form they are spoken in."""
        names = {figure.place for figure in self.library.figures()}
        names |= {letter.place for letter in self.library.letters.values()}
        longest_last = sorted(filter(None, names), key=len)
        return {form: name for name in longest_last for form in forms(name)}

    @cached_property
    def _parser(self) -> Parser:
        letters = self.library.letters
        passages = [passage for letter in letters for passage in self.library.passages(letter)]
        words = vocabulary(letters.values(), passages, self.library.figures(), self._places, self._lexicon)
        return Parser(self._lexicon, words)

    @cached_property
    def _anchor(self) -> date | None:
        """The day that 今年 and 去年 are taken from: the newest document's."""
        days = [letter.dated for letter in self.library.letters.values() if letter.dated]
        return max(days, default=None)

    def _resolved(self, before: Question) -> Question:
        """A question that asked which, with what it was answered by: the next may be about that."""
        if before.runs or not before.wants(*rank.RANKINGS):
            return before
        reply = rank.ranking(before, self.desk)
        if reply is None:
            return before
        name = self._lexicon.canonical(reply.figures[0].name)
        return replace(before, runs=(Run(name, reply.figures[0].name),))

    def _reply(self, question: Question) -> Reply:
        if question.chat:
            return chat.small_talk(question, self.desk)
        for way in ways(question):
            reply = way(question, self.desk)
            if reply is not None:
                return reply
        if question.wants("reason"):
            return causes.no_reason(question, self.desk)
        return lookup.refusal(question, self.desk)

    def _answer(self, reply: Reply) -> Answer:
        cited = tuple(Cited(passage, self.library.letters[passage.letter]) for passage in reply.passages)
        answered = reply.kind is Kind.ANSWER
        return Answer(
            kind=reply.kind,
            headline=reply.headline.text,
            figures=reply.figures,
            working=";".join(working.text for working in reply.workings),
            cited=cited,
            remarks=remarks_on(reply, self.library) if answered else (),
            suggestions=suggestions(reply, self.desk),
            choices=reply.choices,
        )
