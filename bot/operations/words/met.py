"""How much of what a question is about a sentence says, and which sentence says most of it."""

import math
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from bot.matching.retriever import Retriever
from bot.operations.figures.denial import common_words
from bot.phrasing.text import letters_meant, paragraph
from bot.understanding.question import Question
from corpus.compiled import compiled
from corpus.passage import Passage
from corpus.texts.text import pairs

# What counts a pair of characters that the sentence before has, or the title above.
_BEFORE, _ABOVE = 0.6, 0.5
# A pair that stands nowhere counts so much of the others.
_NOWHERE = 0.5
# The document itself is no thing that it explains.
_ASIDE = "文中|信中|报告|公报|材料|里面?|[说讲写提]"
# A sentence that says so much of a question surely is about it.
_SURE = 0.75


@dataclass(frozen=True)
class Best:
    """The sentence that says most of a question, how much that is, and those that say nearly as much."""

    passage: Passage
    share: float
    rivals: tuple[Passage, ...]

    @property
    def sure(self) -> bool:
        """Whether it says nearly all."""
        return self.share >= _SURE


def saying_most(
    passages: Iterable[Passage],
    weights: dict[str, float],
    retriever: Retriever,
    least: float = 0.5,
    lead: float = 0.05,
) -> Best | None:
    """The first of the sentences that say most of a question, its rivals those that say less by less than `lead`; None
    where none says so much as `least`."""
    found = sorted(((share_met(one, weights, retriever), one) for one in passages), key=lambda row: -row[0])
    if not found or found[0][0] < least:
        return None
    (most, best), *others = found
    return Best(best, most, tuple(one for share, one in others if most - share < lead))


def weighed(
    question: Question, retriever: Retriever, aside: str = "", hints: Sequence[str] = ()
) -> dict[str, float]:
    """The pairs of characters of what a question is about, each by how rare it is in the letters.

    `aside` is a pattern of what does not count, `hints` are words beside the content that do.
    """
    letters = letters_meant(question, retriever)
    talk = _talk(aside)
    said = (*(run.words for run in question.runs), *hints)
    asked = [pair for words in said for piece in talk.split(words) for pair in pairs(piece)]
    asked += [pair for place in question.places for pair in pairs(place)] if len(question.places) == 1 else []
    # 5G is asked for as 5g.
    seen = {
        pair: max(len(retriever.library.containing(word, letters)) for word in {pair, pair.upper()})
        for pair in dict.fromkeys(asked)
    }
    most = max(seen.values(), default=0)
    known = {pair: 1 / math.log(2 + count) for pair, count in seen.items() if count}
    if not known or not most:
        return {}
    mean = sum(known.values()) / len(known)
    return {pair: known.get(pair, _NOWHERE * mean) for pair in seen}


@cache
def _talk(aside: str) -> re.Pattern[str]:
    """What does not count of what is said. Made once for each of the few patterns of what else does not."""
    # Those of one length in an order too: the same words make the same pattern in each process.
    ordered = sorted(common_words(), key=lambda word: (-len(word), word))
    return compiled("|".join((*filter(None, [_ASIDE, aside]), *map(re.escape, ordered))))


def share_met(passage: Passage, weights: dict[str, float], retriever: Retriever) -> float:
    """How much of a question's pairs stand in a sentence, less for those in the one before it or in the titles above; all where
    nothing is asked about."""
    own = retriever.canonical(passage)
    earlier = [one for one in paragraph(passage, retriever) if one.start < passage.start]
    before = retriever.canonical(earlier[-1]) if earlier else ""
    above = retriever.lexicon.canonical("\n".join(passage.section))
    met = sum(
        weight * (1.0 if pair in own else _BEFORE if pair in before else _ABOVE if pair in above else 0.0)
        for pair, weight in weights.items()
    )
    return met / sum(weights.values()) if weights else 1.0
