"""What speaks for and against a figure as the answer, whether or not its labels meet all of a question: features by name."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, islice

from bot.matching.card import Card
from bot.matching.lacking import Lack
from bot.matching.match import Match
from bot.matching.query import Query, queries
from bot.matching.retriever import Retriever
from bot.matching.terms.cover import excluded, met
from bot.matching.timefit import period_fit
from bot.phrasing.excerpts import Excerpt
from bot.scoring.features.evidence import Evidence, Rarity, fits, longest_gap, unmarked
from bot.scoring.features.likeness import Likeness
from bot.scoring.features.looks import looks
from bot.scoring.features.printed import Printed
from bot.understanding.question import Question
from bot.understanding.several.division import asks
from corpus.compiled import compiled
from corpus.figure import Figure, Measure, Status
from corpus.passage import Kind
from corpus.texts.text import pairs, plain

# Of the figures of the sentences found so many are compared, those of the likeliest sentences: of 2,302 questions that a
# figure answers it is among them for 2,275.
_MOST = 24
# Figures of a sentence, and places in an order, are counted up to these.
_BESIDE, _PLACES = 12, 9
_CODE = compiled("[0-9A-Za-z]")
_UP, _DOWN = compiled("[增涨升多高]"), compiled("[降减跌少低]")
_CUES = ("several", "which", "when", "amount", "money", "people")
_MEASURES = (Measure.LEVEL, Measure.GROWTH, Measure.CHANGE, Measure.SHARE, Measure.RANK)
_KINDS = ("money", "count", "percent")
# Of these it is said how far a figure is before the best other one, and how many are before it.
_COMPARED = (
    "match",
    "name",
    "clause",
    "sentence",
    "near clause",
    "printed name",
    "like clause",
    "like name",
    "sentence odds",
)


@dataclass(frozen=True)
class FigurePool:
    """The figures of the sentences found for a question, looked at together: what is rare is rare among these.

    `found` has the likeliest excerpt of each passage, by its id, the likeliest first.
    """

    question: Question
    found: Mapping[str, Excerpt]
    retriever: Retriever

    @cached_property
    def cards(self) -> list[Card]:
        """The cards of the figures, those of the likeliest sentence first."""
        return [match.card for match, _ in self.matches]

    @cached_property
    def matches(self) -> list[tuple[Match, Query]]:
        """Each figure's match for the query of the question that it meets best; none that lacks a number or letters of it
        (A1地块 is no answer for A2地块) or whose name is of the other sort (农村居民 for 城镇居民)."""
        wanted, matcher = queries(self.question), self.retriever.matcher
        apart = self.retriever.lexicon.exclusive
        best = (
            max(((matcher.match(query, card), query) for query in wanted), key=lambda row: row[0].score)
            for card in self._near
            if not excluded(self._asked, card.name, apart)
        )
        return list(islice((row for row in best if not any(map(_CODE.search, row[0].missing))), _MOST))

    @property
    def _near(self) -> Iterator[Card]:
        """The cards of the figures in the sentences found."""
        letters = dict.fromkeys(one.passage.letter for one in self.found.values())
        by_passage: dict[str, list[Card]] = {name: [] for name in self.found}
        for letter in letters:
            for card in self.retriever.cards.of_letter(letter).cards:
                if card.figure.passage in by_passage:
                    by_passage[card.figure.passage].append(card)
        return chain.from_iterable(by_passage.values())

    def evidence(self) -> list[Evidence]:
        """The features of each figure by itself, in the order of the cards."""
        asked = self._of_question
        return [
            {**asked, **self._of_match(place), **self._of_words(place), **self._of_sentence(place)}
            for place in range(len(self.cards))
        ]

    @cached_property
    def _of_question(self) -> Evidence:
        question = self.question
        return {
            "asks": asks(question.text),
            "open": question.open,
            "runs": len(question.runs),
            "length of content": len(question.content),
            "length": len(question.text),
            "soft words": len(question.soft),
            "places": len(question.places),
            "strange places": len(question.strange),
            "periods": len(question.periods),
            "inherited": question.inherited,
            "amount": question.amount,
            "kind asked": bool(question.asked.kind),
            "measures": len(question.measures),
            "operations": len(question.operations),
            "literals": len(question.literals),
            "figures": len(self.cards),
            "known": self._rarity.known(self._spoken),
            **{f"asks {name}": bool(looks().asked[name].search(question.text)) for name in _CUES},
        }

    def _of_match(self, place: int) -> Evidence:
        """What of the question's slots and words its labels meet."""
        card, (match, query) = self.cards[place], self.matches[place]
        figure, matcher = card.figure, self.retriever.matcher
        when = period_fit(query.period, figure.period)
        unmet = sum(map(len, match.missing))
        return {
            "match": match.score,
            "meets": match.meets,
            "missing": unmet,
            "missing words": len(match.missing),
            "missing share": unmet / max(1, len(self.question.content)),
            "lacks": len(match.lacks),
            **{f"lacks {lack.value}": lack in match.lacks for lack in Lack},
            "period fit": when,
            "period": fits(query.period, when > 0),
            "own place": self.retriever.same_place(figure.place, card.letter.place),
            "measure": fits(query.measure, figure.measure is query.measure),
            "levelled": matcher.catalogue.has_level(card),
            "tail unsaid": card.tail_unsaid(query.words),
            **self._of_figure(figure),
        }

    def _of_figure(self, figure: Figure) -> Evidence:
        """What it is, and whether that is asked for."""
        question, unit = self.question, figure.quantity.unit
        kind = self.retriever.lexicon.kind(unit)
        word = question.asked.word if question.asked.word != "个" else ""
        up, down = bool(_UP.search(question.text)), bool(_DOWN.search(question.text))
        moves = figure.measure is not Measure.LEVEL
        return {
            "dated": figure.period is not None,
            "result": figure.status is Status.RESULT,
            "rule": figure.status is Status.RULE,
            "target": fits(question.status is Status.TARGET, figure.status is Status.TARGET),
            "kind": fits(question.asked.kind, kind == question.asked.kind),
            "unit": fits(word, word in unit),
            "down": fits(down and not up, figure.direction < 0),
            "up": fits(up and not down, moves and figure.direction > 0),
            # A number of the question is not what it asks for.
            "literal": any(plain(one.raw) == plain(figure.quantity.raw) for one in question.literals),
            "basis": bool(figure.basis),
            "whole": bool(figure.whole),
            **{f"is {one.value}": figure.measure is one for one in _MEASURES},
            **{f"is {one}": kind == one for one in _KINDS},
        }

    def _of_words(self, place: int) -> Evidence:
        """How much of the question its name, its clause and its sentence have, in its words or near ones."""
        card, (name, clause, sentence) = self.cards[place], self._texts[place]
        rarity, lexicon = self._rarity, self.retriever.lexicon
        content = self._content
        return {
            "name": rarity.share(self._whole, name),
            "clause": rarity.share(self._whole, clause),
            "sentence": rarity.share(self._whole, sentence),
            "above": rarity.share(self._whole, unmarked(card.above + card.scope)),
            "content name": rarity.share(content, name),
            "content clause": rarity.share(content, clause),
            "content sentence": rarity.share(content, sentence),
            "gap clause": longest_gap(pair in clause for pair in content),
            "gap sentence": longest_gap(pair in sentence for pair in content),
            "said": met(card.name, self._asked, lexicon),
            "said in content": met(card.name, self._context, lexicon),
            "length of name": len(card.name),
            "exact": card.name == self.question.content,
            "printed name": self._printed.said(name),
            "printed clause": self._printed.said(clause),
            **{name: values[place] for name, values in self._likeness.items()},
        }

    def _of_sentence(self, place: int) -> Evidence:
        """How the search ranks its sentence, and what stands beside it there."""
        card = self.cards[place]
        excerpt = self.found[card.figure.passage]
        beside = [other for other in self.cards if other.figure.passage == card.figure.passage]
        return {
            "score": excerpt.score,
            "rank": 1 / excerpt.rank,
            "score asked": excerpt.asked,
            "beside": min(len(beside), _BESIDE),
            "order": beside.index(card),
            "is row": excerpt.passage.kind is Kind.ROW,
            "same name": sum(other.name == card.name for other in self.cards),
        }

    @cached_property
    def _texts(self) -> list[tuple[str, str, str]]:
        """Of each figure its name, its clause and its sentence, each with what it stands under, without marks."""
        found = []
        for card in self.cards:
            name, clause = card.name, f"{card.name}|{card.clause}|{card.scope}"
            sentence = f"{clause}|{card.before}|{card.above}"
            found.append((unmarked(name), unmarked(clause), unmarked(sentence)))
        return found

    @cached_property
    def _likeness(self) -> Mapping[str, Sequence[float]]:
        """How like in meaning each figure's name, clause and sentence are to the question, as a whole and word by word."""
        names, clauses, sentences = zip(*self._texts, strict=True) if self.cards else ((), (), ())
        likeness = Likeness(self._asked, self._context, self.retriever.library)
        return {
            **likeness.whole({"name": names, "clause": clauses}),
            **likeness.words("clause", clauses),
            **likeness.words("sentence", sentences),
        }

    @cached_property
    def _printed(self) -> Printed:
        return Printed.of(self.question.text, self.retriever.lexicon)

    @cached_property
    def _asked(self) -> str:
        """All of the question in canonical words, without marks."""
        return self.retriever.lexicon.canonical(unmarked(self.question.text))

    @cached_property
    def _context(self) -> str:
        return self.question.content + self.question.context

    @cached_property
    def _spoken(self) -> list[str]:
        return pairs(self._asked)

    @cached_property
    def _whole(self) -> list[str]:
        """The question's pairs of characters that some clause has."""
        return [pair for pair in self._spoken if self._rarity.counts[pair]]

    @cached_property
    def _content(self) -> list[str]:
        return pairs(self._context)

    @cached_property
    def _rarity(self) -> Rarity:
        return Rarity.of((*self._spoken, *self._content), [clause for _, clause, _ in self._texts])


def compared(rows: Sequence[Evidence], odds: Sequence[float]) -> list[Evidence]:
    """The evidence of figures with what the others of their pool say of each; `odds` are those of each one's sentence."""
    best = max(odds, default=0.0)
    found = [
        {**row, "sentence odds": value, "first sentence": value == best}
        for row, value in zip(rows, odds, strict=True)
    ]
    ranks = [_ranks(name, [row[name] for row in found]) for name in _COMPARED]
    return [
        {**row, **{name: value for each in ranks for name, value in each[place].items()}}
        for place, row in enumerate(found)
    ]


def _ranks(name: str, values: Sequence[float]) -> list[Evidence]:
    """How far each value is before the best other one, below 0 behind it, and how many are before it."""
    order = sorted(values, reverse=True)
    found: list[Evidence] = []
    for value in values:
        other = order[0] if value < order[0] else order[min(1, len(order) - 1)]
        found.append({f"{name} lead": value - other, f"{name} place": min(order.index(value), _PLACES)})
    return found
