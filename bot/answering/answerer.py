"""A question answered: every way of answering tried in turn, the first that has an answer taken."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from bot.answer import Answer, Cited, Kind
from bot.answering import causes, chat, compare, facts, lookup, parts, quotes, rank, sums, verdict
from bot.answering.desk import Desk
from bot.answering.hosts import hosted
from bot.answering.library import Library
from bot.answering.remarks import remarks_on
from bot.answering.reply import Reply, together
from bot.answering.suggest import suggestions
from bot.understanding.dialogue import continued
from bot.understanding.lexicon import Lexicon, lexicon
from bot.understanding.message import several
from bot.understanding.parse import Parser
from bot.understanding.question import Question, Run
from bot.understanding.vocabulary import vocabulary
from corpus.figure import Measure, Status
from corpus.place import forms

Way = Callable[[Question, Desk], Reply | None]

# The ways by the operation cue that leads to them. A question with several cues takes the first that answers.
_WAYS: tuple[tuple[tuple[str, ...], Way], ...] = (
    (("quote",), quotes.quotation),
    (("what",), quotes.of_number),
    (("trouble", "list"), quotes.points),
    (("reason", "trouble"), causes.reason),
    (("list",), quotes.headings),
    (("check",), verdict.against_amount),
    (("check", "compare", "difference"), verdict.against_target),
    (("each",), rank.each),
    (("rest",), sums.remainder),
    (("total",), sums.whole_from_share),
    (("sum",), sums.total),
    (("difference", "compare", "which_most", "which_least"), compare.comparison),
    (rank.RANKINGS, rank.ranking),
)
_WORDS = ("list", "where", "who", "when", "what", "quote", "reason", "trouble")


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
        for way in self._ways(question):
            reply = way(question, self.desk)
            if reply is not None:
                return reply
        return (
            causes.no_reason(question, self.desk)
            if question.wants("reason")
            else lookup.refusal(question, self.desk)
        )

    def _ways(self, question: Question) -> list[Way]:
        ways: list[Way] = [facts.facts]
        if question.unit:
            ways.append(sums.in_unit)
        if len(question.literals) > 1:
            ways.append(sums.portion)
        ways += [way for cues, way in _WAYS if question.wants(*cues)]
        if Measure.SHARE in question.measures:
            ways += [lookup.lookup, sums.portion]
        if question.wants("compare", "difference", "rest", *rank.RANKINGS):
            single = question.wants("difference", "rest", *rank.RANKINGS)
            return [*ways, sums.complement] if single else [*ways, lookup.lookup]
        in_words = question.wants(*_WORDS) or (question.status is Status.TARGET and not question.asked.kind)
        plain = not question.measures and not question.asked.kind
        figures: list[Way] = [lookup.lookup, sums.complement, sums.earlier, parts.later_part]
        words_first = question.open and question.runs and not question.measures and question.status is None
        if (question.wants(*_WORDS) and plain) or words_first:
            return [*ways, quotes.quotation, *figures]
        return (
            [*ways, *figures, quotes.quotation]
            if in_words or question.open or question.state
            else [*ways, *figures]
        )

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


def _is_bare(question: Question) -> bool:
    """Whether it only names something: no amount, no measure, no period."""
    return not (
        question.amount or question.measures or question.asked.kind or question.periods or question.places
    )
