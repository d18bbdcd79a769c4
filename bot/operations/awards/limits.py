"""What a policy says of itself: from when to when it holds, for whom not, and whether its awards add up."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from bot.matching.retriever import Retriever
from bot.matching.terms.cover import cover
from bot.operations.awards.asked import words_besides
from bot.operations.awards.fitting.fit import alike
from bot.operations.words.quotes import quoted
from bot.phrasing.reply import Reply
from bot.phrasing.text import layers_of
from bot.tables import table
from bot.understanding.question import Question
from corpus.amounts.quantity import Bound, Quantity, quantities
from corpus.compiled import compiled
from corpus.passage import Kind as PassageKind
from corpus.passage import Passage
from corpus.rule.words import grades_in
from corpus.runtime.replace import replace
from corpus.texts.text import fold, plain, tidy

# A longer sentence is told by the clauses around what it says.
_LONGEST = 165
# A sentence of no more characters only says what those behind it are about.
_HEAD = 12
_CLAUSE = compiled(r"[^,，;；。]+[,，;；。]?")


@dataclass(frozen=True)
class _Limit:
    """A kind of limit: questions that ask for it, sentences that say it, and the words of the question that say no more.

    `whole` says that the sentence has to say all else that the question says, `bare` that the question says nothing else.
    """

    asks: re.Pattern[str]
    says: re.Pattern[str]
    talk: re.Pattern[str]
    whole: bool
    bare: bool


def limited(question: Question, retriever: Retriever) -> Reply | None:
    """The sentence of a policy with the limit that the question asks for; None where it asks for none or none is there."""
    text = plain(question.text)
    for limit in _limits():
        if not limit.asks.search(text):
            continue
        found = [
            (share, said)
            for said in _sentences(limit, retriever)
            if (share := _met(said, limit, question, retriever))
        ]
        if found:
            best = max(found, key=lambda pair: (pair[0], -pair[1].start))[1]
            # 公示几天,什么时候给钱 asks for two: the whole sentence tells both.
            single = sum(bool(one.asks.search(text)) for one in _limits()) == 1
            words = words_besides(question, limit.talk, retriever.lexicon) if single else ()
            return replace(quoted(best, _excerpt(best, limit, words)), checked=True)
    return None


@cache
def _limits() -> tuple[_Limit, ...]:
    return tuple(
        _Limit(compiled(row["asks"]), compiled(row["says"]), compiled(row["talk"]), row["whole"], row["bare"])
        for row in table("awards")["limit"]
    )


def _sentences(limit: _Limit, retriever: Retriever) -> Iterator[Passage]:
    """The sentences of documents with rules that say such a limit."""
    for letter in dict.fromkeys(rule.letter for rule in retriever.library.rules()):
        for passage in retriever.library.passages(letter):
            told = passage.kind is PassageKind.SENTENCE or passage.text.endswith("。")
            # （一）申领时间。 says none.
            named = len(passage.text) <= _HEAD
            if told and not named and limit.says.search(plain(passage.text)):
                yield passage


def _met(passage: Passage, limit: _Limit, question: Question, retriever: Retriever) -> float:
    """How well a sentence meets the question, from 1 on; 0 where it says something else."""
    text = plain(question.text)
    if not _amounts_fit(quantities(fold(passage.text)), quantities(fold(text))):
        return 0.0
    words = words_besides(question, limit.talk, retriever.lexicon)
    layers = layers_of(passage, retriever)
    covers = [cover(one, layers, retriever.lexicon) for one in words]
    unfit = not words if limit.whole else limit.bare and (words or grades_in(text))
    if unfit or any(one.missing(retriever.lexicon) for one in covers):
        return 0.0
    return 1.0 + sum(one.share for one in covers)


def _amounts_fit(said: Sequence[Quantity], asked: Sequence[Quantity]) -> bool:
    """Whether the question's amounts are what the sentence says of such amounts: 10米 is 小于12米."""
    for one in asked:
        same = [other for other in said if one.unit and other.unit and alike(one.unit, other.unit)]
        if same and not any(_inside(one, other) for other in same):
            return False
    return True


def _inside(one: Quantity, end: Quantity) -> bool:
    below = end.bound in (Bound.BELOW, Bound.AT_MOST) or "小于" in end.raw
    if below:
        return one.value < end.value or (end.bound is Bound.AT_MOST and one.value == end.value)
    return one.value >= end.value if end.bound is Bound.AT_LEAST else one.value == end.value


def _excerpt(passage: Passage, limit: _Limit, asked: Sequence[str]) -> str:
    """The sentence, of a long one the clauses around what it says of the limit; of several limits the clause asked for."""
    words = tidy(passage.text)
    said = limit.says.search(plain(words))
    clauses = [match.span() for match in _CLAUSE.finditer(words)]
    telling = [words[start:end] for start, end in clauses if limit.says.search(plain(words[start:end]))]
    if len(telling) > 1 and len(own := [one for one in telling if any(word in one for word in asked)]) == 1:
        return own[0].rstrip(",，;；。")
    if len(words) <= _LONGEST or not said:
        return words
    at = next((index for index, (_, end) in enumerate(clauses) if end > said.start()), 0)
    first = last = at
    while first > 0 and clauses[last][1] - clauses[first - 1][0] <= _LONGEST:
        first -= 1
    return words[clauses[first][0] : clauses[last][1]]
