"""A candidate: a reply to one reading of a message, and whether it is likely enough to be told."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.answer import Kind
from bot.matching.retriever import Retriever
from bot.operations.words.quotes import quoted, quoted_together
from bot.phrasing.excerpts import Excerpt
from bot.phrasing.headline import headline
from bot.phrasing.reply import Reply
from bot.scoring.features.evidence import Evidence, evidence
from bot.scoring.model import shipped
from bot.scoring.together import Pair
from bot.understanding.expressions.flow import goes_alike
from bot.understanding.question import Question
from bot.understanding.several.division import asks
from bot.understanding.several.enumerated import measures_apart
from bot.understanding.several.listed import members_asked, members_told
from bot.wording import say
from corpus.compiled import compiled
from corpus.figure import Measure
from corpus.runtime.replace import replace

_GROWTH = compiled("[增涨降][速幅]")
# Of 31 lists that name just as many things as were asked for, about papers of our own, 29 were right.
_NAMED = 0.5
# What asks for two things side by side: 主导产业快还是全区快, 最大的和最小的差多少.
_OF_TWO = compiled(
    r"[快慢高低大小多少好强](?:一?[些点])?还是[^,，?？]{1,16}[快慢高低大小多少好强]|最[大高多快][^,，]{1,12}最[小低少慢]"
)
# What a question for a growth has.
_PACE = compiled("[增涨升降减跌幅速快慢]|百分|同比|环比|%|个点|变化")


@dataclass(frozen=True)
class Candidate:
    """A reply to one reading of a message, how likely it is right, and what speaks for that.

    `quotes` says that it is the likeliest sentence there is, quoted because no reading has a reply; `pairs` that it is the
    two likeliest ones together, told where no other candidate is.
    """

    reading: str
    reply: Reply
    probability: float = 1.0
    evidence: Evidence = field(default_factory=dict)
    quotes: bool = False
    pairs: bool = False
    only: bool = False  # no other figure meets the question
    points: bool = False  # the likeliest figure, whether or not its labels meet all of it
    odds: Mapping[str, float] = field(default_factory=dict)  # of that one and those beside it, by figure id

    @property
    def answers(self) -> bool:
        """Whether it says something: talk, a question back or an answer."""
        return self.reply.kind is not Kind.NOT_FOUND

    @property
    def is_reply(self) -> bool:
        """Whether it is what a reading has for an answer, and neither the likeliest sentences nor figure."""
        return self.answers and not (self.quotes or self.pairs or self.points)

    @property
    def likely(self) -> bool:
        """Whether a reply is likely right by itself."""
        scoring = shipped()
        bound = scoring.bound if self.reply.figures and not self.only else scoring.quotation
        return self.is_reply and self.probability >= bound

    @property
    def sure(self) -> bool:
        """Whether it is told without a look at others."""
        return self.answers and self.probability >= shipped().sure

    @property
    def settles(self) -> bool:
        """Whether it says that what is asked is not there, and was looked for: nothing else is an answer."""
        return self.reply.kind is Kind.NOT_FOUND and self.reply.checked

    def is_half(self, text: str) -> bool:
        """Whether it has fewer figures than a message asks for amounts; a growth told beside is one where it is asked for."""
        figures = [
            one for one in self.reply.figures if one.measure is not Measure.GROWTH or _PACE.search(text)
        ]
        listed = measures_apart(text)
        grew = any(one.measure is Measure.GROWTH for one in figures)
        if figures and listed and _GROWTH.search(listed) and not grew:
            return True
        things = {(one.name, one.place, one.days) for one in self.reply.figures}
        if len(things) == 1 and _OF_TWO.search(text):
            return True
        return max(asks(text), asks(listed)) > len(figures) > 0

    @property
    def is_nameless(self) -> bool:
        """Whether it tells one amount of which no name is sure."""
        return len(self.reply.figures) == 1 and not self.reply.figures[0].name

    def names_too_few(self, text: str) -> bool:
        """Whether it is words that name fewer things than a message wants named: 践行“八大理念” for 是哪八个."""
        return not self.reply.figures and members_asked(text) > members_told(self.reply.headline.text)

    def names_all(self, text: str) -> bool:
        """Whether it is words that name just as many things as a message wants named, and so is likely what is meant."""
        wanted = members_asked(text)
        told = members_told(self.reply.headline.text)
        return self.is_reply and not self.reply.figures and wanted == told > 1 and self.probability >= _NAMED

    def is_unfit(self, text: str) -> bool:
        """Whether it names too few things, or tells of money that goes another way than what is asked for: 花钱 is no 收入."""
        names = [one.name for one in self.reply.figures] or [self.reply.headline.text]
        return self.names_too_few(text) or not goes_alike(text, names)

    def is_whole(self, text: str) -> bool:
        """Whether it is of what a message asks for, and tells all amounts of it."""
        return not (self.is_half(text) or self.is_unfit(text))

    @property
    def said(self) -> Reply:
        """The reply as it is told: of the likeliest sentence it is said that it is what the letter says."""
        text = headline(say("text.likeliest"), words=self.reply.headline)
        return replace(self.reply, headline=text) if self.quotes or self.pairs else self.reply


def of_figure(
    reading: str, reply: Reply, probability: float, evidence: Evidence, odds: Mapping[str, float]
) -> Candidate:
    """The candidate that tells the likeliest figure."""
    reply = replace(reply, way="pointing.likeliest")
    return Candidate(reading, reply, probability, evidence, points=True, odds=odds)


def of_sentence(reading: str, excerpt: Excerpt, probability: float, evidence: Evidence) -> Candidate:
    """The candidate that quotes a sentence."""
    reply = replace(quoted(excerpt.passage, excerpt.words), way="quoting.likeliest")
    return Candidate(reading, reply, probability, evidence, quotes=True)


def of_pair(reading: str, pair: Pair, probability: float) -> Candidate:
    """The candidate that quotes two sentences."""
    reply = replace(quoted_together(pair.excerpts, beside=pair.is_one), way="quoting.together")
    return Candidate(reading, reply, probability, pair.evidence, pairs=True)


def scored(question: Question, reply: Reply, retriever: Retriever, *, reread: bool) -> Candidate:
    """A reply as a candidate, with how likely it is right by itself."""
    found = evidence(question, reply, retriever, reread=reread)
    return Candidate(question.text, reply, shipped().trees.probability(found), found)
