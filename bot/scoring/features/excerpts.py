"""What speaks for and against quoting a sentence as the answer to a question: features by name."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import compress

from bot.matching.retriever import Retriever
from bot.matching.terms.cover import excluded
from bot.phrasing.excerpts import Excerpt
from bot.phrasing.text import paragraph
from bot.scoring.features.evidence import Evidence, Rarity, fits, longest_gap, unmarked
from bot.scoring.features.likeness import Likeness
from bot.scoring.features.looks import looks
from bot.scoring.features.printed import Printed
from bot.understanding.expressions.wanted import has_wanted
from bot.understanding.question import Question
from bot.understanding.several.division import asks
from corpus.amounts.quantity import quantities
from corpus.figure import Measure, Status
from corpus.passage import Kind, Passage
from corpus.texts.text import fold, pairs

# So much of what stands before a sentence in its paragraph is looked at, in characters.
_BEFORE = 200
# Of a longer sentence, or of one with more numbers, nothing more is said.
_LONG, _NUMBERS = 300, 10
# Sentences that are compared for one question are so for the next: so many are kept.
_KEPT = 4096
# What asks for names, and for no amount.
_NAMES = "哪几"


@dataclass(frozen=True)
class Pool:
    """What may be quoted for a question, looked at together: what is rare is rare among these."""

    question: Question
    excerpts: Sequence[Excerpt]
    retriever: Retriever

    def evidence(self) -> list[Evidence]:
        """The features of each of them, in order."""
        asked, meant = self._of_question, self._of_meaning
        return [
            {**asked, **self._of_rank(place), **self._of_words(place), **self._of_looks(one), **meant[place]}
            for place, one in enumerate(self.excerpts)
        ]

    @cached_property
    def _of_question(self) -> Evidence:
        question = self.question
        return {
            "asks": self._amounts,
            "open": question.open,
            "runs": len(question.runs),
            "soft words": len(question.soft),
            "strange places": len(question.strange),
            "inherited": question.inherited,
            "operations": len(question.operations),
            "known": self._rarity.known(self._spoken),
            **{f"asks {name}": asked for name, asked in self._asked.items()},
            **{f"operation {name}": question.wants(name) for name in looks().operations},
        }

    def _of_rank(self, place: int) -> Evidence:
        """How the search ranks it, and how far it is before the next or behind the best."""
        one = self.excerpts[place]
        return {
            "score": one.score,
            "rank": 1 / one.rank,
            "score asked": one.asked,
            **{name: values[place] for name, values in self._margins.items()},
        }

    @cached_property
    def _margins(self) -> Mapping[str, Sequence[float]]:
        """How far the search puts each before the best of other passages, for all wordings and for the one asked."""
        return {
            "margin": self._leads([one.score for one in self.excerpts]),
            "margin asked": self._leads([one.asked for one in self.excerpts]),
        }

    def _of_words(self, place: int) -> Evidence:
        """How much of the question's pairs of characters it has, rare ones counting more, and what others have of them."""
        (content, whole), text, around = self._weights, self._texts[place], self._around[place]
        here = [pair in text for pair in self._content]
        near = [said or pair in around for pair, said in zip(self._content, here, strict=True)]
        far = [
            not said and self._rarity.counts[pair] > 0 for pair, said in zip(self._content, near, strict=True)
        ]
        return {
            "content": _share(content, here),
            "content around": _share(content, near),
            "content elsewhere": _share(content, far) if self._content else 0.0,
            "content nowhere": self._nowhere,
            "no content": bool(self._content) and not any(near),
            "gap": longest_gap(near),
            "question": _share(whole, [pair in text for pair in self._whole]),
        }

    def _of_looks(self, one: Excerpt) -> Evidence:
        """Whether it looks as the answer to such a question does: numbers of a kind, a time, a cause, a plan."""
        question, words = self.question, one.words
        found = units_of(words)
        headed = words + "".join(one.passage.section)
        aimed = bool(looks().said["aim"].search(headed))
        word = question.asked.word if question.asked.word != "个" else ""
        return {
            "length": min(len(words), _LONG) / 100,
            "is row": one.passage.kind is Kind.ROW,
            "lacks wanted": one.passage.kind is not Kind.ROW and not has_wanted(question.text, words),
            "numbers": min(len(found), _NUMBERS),
            "numbers short": max(0, self._amounts - question.text.count(_NAMES) - len(found)),
            "kind": fits(question.asked.kind, question.asked.kind in map(self.retriever.lexicon.kind, found)),
            "unit": fits(word, any(word in unit for unit in found)),
            "growth": fits(Measure.GROWTH in question.measures, looks().said["growth"].search(words)),
            "aim": fits(question.status is Status.TARGET, aimed),
            "contrary": (self._amounts > 0 or question.inherited)
            and excluded(
                question.content, self.retriever.lexicon.canonical(words), self.retriever.lexicon.exclusive
            ),
            "aim for result": question.status is Status.RESULT and aimed,
            "year": fits(question.periods, any(str(day.last.year) in words for day in question.periods)),
            "place": fits(question.places, any(name[:2] in headed for name in question.places)),
            "literal": fits(question.literals, any(number.raw in words for number in question.literals)),
            **{
                f"{cue} by {look}": fits(self._asked[cue], looks().said[look].search(words))
                for cue, look in looks().met
            },
        }

    @cached_property
    def _of_meaning(self) -> list[Evidence]:
        """How near in meaning each is to the question, and how far before the best of other passages."""
        question, words = self.question, [unmarked(text) for text in self._texts]
        asked = self._canonical(unmarked(question.text))
        printed = Printed.of(question.text, self.retriever.lexicon)
        likeness = Likeness(asked, question.content + question.context, self.retriever.library)
        around = [f"{text}|{unmarked(above)}" for text, above in zip(words, self._around, strict=True)]
        found = {
            **likeness.whole({"words": words}),
            **likeness.words("words", words),
            **likeness.words("around", around),
            "printed": [printed.said(text) for text in words],
        }
        leads = {f"{name} lead": self._leads(found[name]) for name in ("like words", "near words")}
        return [
            {name: values[place] for name, values in (found | leads).items()}
            for place in range(len(self.excerpts))
        ]

    def _leads(self, values: Sequence[float]) -> list[float]:
        """How far each value is before the best of other passages, below 0 behind it."""
        best: dict[str, float] = {}
        for one, value in zip(self.excerpts, values, strict=True):
            best[one.passage.id] = max(value, best.get(one.passage.id, value))
        first, second = (*sorted(best.values(), reverse=True), 0.0, 0.0)[:2]
        return [
            value - (second if best[one.passage.id] == first else first)
            for one, value in zip(self.excerpts, values, strict=True)
        ]

    def _canonical(self, text: str) -> str:
        return self.retriever.lexicon.canonical(text)

    @cached_property
    def _amounts(self) -> int:
        """How many amounts the question asks for."""
        return asks(self.question.text)

    @cached_property
    def _asked(self) -> Mapping[str, bool]:
        """Which cues the question has, by name."""
        return {name: bool(cue.search(self.question.text)) for name, cue in looks().asked.items()}

    @cached_property
    def _texts(self) -> list[str]:
        return [self._canonical(one.words) for one in self.excerpts]

    @cached_property
    def _around(self) -> list[str]:
        """The headings above each, what stands before it in its paragraph, and the rest of its sentence."""
        passages = {one.passage.id: one.passage for one in self.excerpts}
        around = {
            name: self._canonical("".join((*passage.section, self._before(passage))))
            for name, passage in passages.items()
        }
        return [around[one.passage.id] for one in self.excerpts]

    def _before(self, passage: Passage) -> str:
        beside = paragraph(passage, self.retriever)
        before = "".join(other.text for other in beside if other.start <= passage.start)
        return before[-_BEFORE - len(passage.text) :]

    @cached_property
    def _content(self) -> list[str]:
        return pairs(self._canonical("".join(run.asked for run in self.question.runs)))

    @cached_property
    def _spoken(self) -> list[str]:
        """The pairs of all of the question."""
        return pairs(self._canonical(unmarked(self.question.text)))

    @cached_property
    def _whole(self) -> list[str]:
        """Of these the ones that some text has."""
        return [pair for pair in self._spoken if self._rarity.counts[pair]]

    @property
    def _nowhere(self) -> float:
        """How much of the content no text has."""
        return sum(not self._rarity.counts[pair] for pair in self._content) / max(1, len(self._content))

    @cached_property
    def _rarity(self) -> Rarity:
        """How rare the question's pairs are among the texts."""
        return Rarity.of((*self._content, *self._spoken), self._texts)

    @cached_property
    def _weights(self) -> tuple[list[float], list[float]]:
        """How much each pair of the content counts, and each that some text has."""
        content, whole = (
            [self._rarity.weights[pair] for pair in asked] for asked in (self._content, self._whole)
        )
        return content, whole


@lru_cache(_KEPT)
def units_of(words: str) -> tuple[str, ...]:
    """The unit of each amount in a text."""
    return tuple(quantity.unit for quantity in quantities(fold(words)))


def _share(weights: Sequence[float], met: Sequence[bool]) -> float:
    """How much of what counts so much is met, 0 to 1; half where nothing counts."""
    total = sum(weights)
    return sum(compress(weights, met)) / total if total else 0.5
