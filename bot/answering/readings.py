"""How a message may be read: its question with what the dialogue adds, and other wordings of it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice

from bot.answering.knowledge import Knowledge
from bot.matching.terms.wholes import counts_inside, named
from bot.operations.arithmetic.earlier import WORKED_BACK
from bot.operations.awards.patterns import pattern
from bot.operations.figures.denial import common_words, is_said
from bot.operations.groups.words import words as group_words
from bot.operations.ranking import rank
from bot.operations.words.pasted import LONGEST
from bot.understanding.dialogue import continued
from bot.understanding.expressions.asker import asker
from bot.understanding.expressions.frame import unframed
from bot.understanding.expressions.thesaurus import thesaurus
from bot.understanding.question import Question, Run
from bot.understanding.several.enumerated import measures_apart
from bot.understanding.several.message import asking
from corpus.compiled import compiled
from corpus.runtime.replace import replace
from corpus.texts.text import pairs

# The longest question of 4,460 collected, in characters; of what is longer there are so few other readings.
USUAL, _FEW = 44, 1
# What is longer is no question with a clause about reckoning.
_TALK = 200
# 照降幅倒算,…: that it is to be worked out and of what names nothing. 报告没直接写,帮我算 neither.
_RECKONED = compiled(
    r"^(?:照|按|根据|据)[^,，]{0,10}?(?:推算?|倒算|反推|倒推|算)(?:一?下)?[,，]"
    r"|[?？,， ][^?？,， ]*(?:没(?:有)?直接(?:写|说|给)|帮我?(?:倒着?|推)?算|推算|算一下|算算|倒着?算|倒推)[^?？]*[?？]?$"
)


# 我没记错的话,…: how sure one is of what is asked about.
_UNSURE = compiled(
    r"(?:我|咱)?(?:要是|如果|假如)?没有?(?:记|弄|搞|看|听|说)错的话[,，]?|(?:要是|如果)?我?记得(?:没错|不错)的话[,，]?"
)
# Budgets and reports on a year are given by the end of these months of the next.
_FIRST_MONTHS = 4
_YEAR_BEFORE = compiled("(?<=[比较跟和与同])前年")
# 去年 as a time, and not what something is against.
_LAST_YEAR = compiled("(?<![比较跟和与同按])(?:去年|上年)(?!同期|同月|同季|[年岁]?[末底尾])")


@dataclass(frozen=True)
class Readings:
    """Reads messages with what is known of a corpus."""

    known: Knowledge
    # A message's texts are read again by each way of looking at it.
    _read: dict[tuple[str, ...], Question] = field(default_factory=dict, compare=False, repr=False)
    _others: dict[str, Sequence[str]] = field(default_factory=dict, compare=False, repr=False)
    _cores: dict[str, str] = field(default_factory=dict, compare=False, repr=False)
    _named: dict[str, str] = field(default_factory=dict, compare=False, repr=False)

    def question(self, text: str, history: Sequence[str]) -> Question:
        """What a text asks, with what it leaves open taken from the dialogue."""
        said = (*history, text)
        if said not in self._read:
            self._read[said] = self._question(text, history)
        return self._read[said]

    def _question(self, text: str, history: Sequence[str]) -> Question:
        before: Question | None = None
        # What is too long for a question was answered as none.
        for said in (*(one for one in history if len(one) <= LONGEST), text[:LONGEST]):
            current = before.periods[-1] if before and before.periods else self.known.current
            now = self.known.parser.question(_UNSURE.sub("", said) or said, self.known.anchor, current)
            before = continued(self._resolved(before), now, self.known.lexicon) if before else now
        assert before is not None
        return before

    def _resolved(self, before: Question) -> Question:
        """A question that asked which, with what it was answered by: the next may be about that."""
        if before.runs or not before.wants(*rank.RANKINGS):
            return before
        reply = rank.ranking(before, self.known.retriever(before))
        if reply is None:
            return before
        name = self.known.lexicon.canonical(reply.figures[0].name)
        return replace(before, runs=(Run(name, reply.figures[0].name),))

    def wordings(self, question: Question) -> list[str]:
        """How a question is searched for: as it was asked, and in words that the letters have for its phrases."""
        asked = f"{question.content} {question.text}" if question.inherited else question.text
        return [asked, *thesaurus().paraphrases(question.text, self._printed)[:1]]

    def others(self, text: str) -> Sequence[str]:
        """Other readings of a message: without clauses that ask nothing, in the letters' words, without talk.

        They are made once for a message, and fewer of one that is longer than questions are.
        """
        if text not in self._others:
            most = None if len(text) <= USUAL else _FEW
            self._others[text] = tuple(islice(self._made(text), most))
        return self._others[text]

    def _made(self, text: str) -> Iterator[str]:
        plain = unframed(text, self.known.lexicon)
        dated = self._in_its_years(plain or text)
        if dated:
            yield dated
        if plain:
            yield plain
        reckoned = _RECKONED.sub("", text) if len(text) <= _TALK else text
        if reckoned != text:
            yield f"{WORKED_BACK}{reckoned}"
        core = self.core(plain or text)
        if core:
            yield core
        if len(text) > LONGEST:
            return
        asked = core or plain or text
        yield from filter(None, [measures_apart(asked)])
        words = thesaurus()
        put = words.paraphrases(asked, self._printed)
        yield from put
        yield from filter(None, map(words.plainly, (*put, asked)))
        yield from filter(None, map(group_words().listed, (text, *put[:1])))

    def _in_its_years(self, text: str) -> str:
        """A message with the years that the letters tell of for 去年 and 明年; "" where it has none of these.

        A bulletin without a day tells of a year that is over when it is read; a report of the first months plans the year
        that began, which is the next one for who speaks of the year reported on.
        """
        anchor = self.known.anchor
        said = _LAST_YEAR.sub(f"{self.known.year_told}年", text) if self.known.year_told else text
        # 去年是不是比前年多: the year before the one told of.
        said = _YEAR_BEFORE.sub("上年", said) if said != text else said
        if anchor and anchor.month <= _FIRST_MONTHS:
            said = said.replace("明年", f"{anchor.year}年")
        return said if said != text else ""

    def named(self, text: str) -> str:
        """A text with the name of a whole that it calls by its number, or with the members of a set that the letters do not
        speak of as one; "" where it calls nothing so."""
        called = group_words().set_in(text[:LONGEST])
        if called and not self._printed(called):
            return group_words().listed(text[:LONGEST])
        if len(text) > LONGEST or not counts_inside(text):
            return ""
        if text not in self._named:
            self._named[text] = named(text, self.known.retriever(self.question(text, ())))
        return self._named[text]

    def core(self, text: str) -> str:
        """A message without what is said of oneself or of what the answer is for, where that says nothing that a letter
        could meet; else ""."""
        if text not in self._cores:
            self._cores[text] = self._core(text)
        return self._cores[text]

    def _core(self, text: str) -> str:
        core, aside = asking(text[:LONGEST], self.known.lexicon)
        if not core or not aside:
            return self._unasked(text[:LONGEST])
        said = self.known.parser.question(aside, self.known.anchor, self.known.current)
        slots = (
            said.places,
            said.periods,
            said.measures,
            said.operations,
            said.literals,
            said.unit,
            # A single character narrows nothing here, and 要 of 写总结要引用 is no target.
            *(word for word in said.soft if len(word) > 1),
        )
        known = any(run.terms and is_said(run.asked, self.known.whole) for run in said.runs)
        return "" if any(slots) or said.asked.kind or known else core

    def _unasked(self, text: str) -> str:
        """A message without what it tells of who asks, where no letter has a word of that and no class is named by it."""
        rest, aside = asker().asides(text)
        # What one is or trades in is no background: 我开美容店的.
        if not rest or pattern("special").search(aside) or pattern("trades").search(aside):
            return ""
        told = asker().recalls(aside) and self._says(rest)
        return rest if told or not self._says(aside) else ""

    def _says(self, text: str) -> bool:
        """Whether some letter has two characters together of what a text says besides its asker and talk."""
        pieces = (thesaurus().talk.sub(" ", one) for one in asker().spoken_of(text))
        said = {pair for piece in pieces for part in piece.split() for pair in pairs(part)}
        return any(self.known.library.has(pair) for pair in said - common_words())

    def _printed(self, term: str) -> bool:
        """Whether some letter has a term, or one that means the same."""
        return is_said(term, self.known.whole)
