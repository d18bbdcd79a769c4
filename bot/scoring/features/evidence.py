"""What speaks for and against a reply: features of the question and of what is said, by name."""

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from bot.matching.card import Card
from bot.matching.match import Match
from bot.matching.query import Query, queries
from bot.matching.retriever import Retriever
from bot.matching.terms.cover import met
from bot.matching.timefit import period_fit
from bot.phrasing.reply import Reply
from bot.understanding.question import Question
from bot.understanding.several.division import asks
from corpus.compiled import compiled
from corpus.figure import Measure, Status
from corpus.texts.text import pairs

Evidence = Mapping[str, float]

# What a question asks for besides figures, as the words of these operations.
_OPERATIONS = {
    "words": ("reason", "how", "where", "who", "when", "what", "quote", "trouble"),
    "list": ("list", "each", "count", "threshold"),
    "rank": ("rank_most", "rank_least", "rank_nth", "order", "falling", "rising"),
    "arithmetic": ("sum", "difference", "rest", "base", "total"),
    "compare": ("compare", "which_most", "which_least"),
    "check": ("check", "claim"),
    "trend": ("trend", "trend_most", "trend_least"),
}
_MEASURES = (Measure.LEVEL, Measure.GROWTH, Measure.CHANGE, Measure.SHARE)
_CUES = {
    "several": compiled("各|分别|和|、|跟|还有"),
    "how": compiled("怎么|咋|为什么|为啥|哪些|哪几"),
    "who": compiled("谁|哪"),
    "when": compiled("什么时候|几号|哪天|哪年|时间|日期|几时"),
    "amount": compiled("多少|几|百分之|多大|多高|多长"),
}
_DIGIT = compiled(r"\d")
_MARKS = compiled(r"\W")


@dataclass(frozen=True)
class _Said:
    """A reply with the cards of its figures, and how each meets the query that it meets best."""

    reply: Reply
    cards: tuple[Card, ...]
    matches: tuple[Match, ...]
    queries: tuple[Query, ...]


def evidence(question: Question, reply: Reply, retriever: Retriever, *, reread: bool = False) -> Evidence:
    """The features of a reply to a question. `reread` says that the question was put otherwise than it was asked."""
    wanted = queries(question)
    cards = tuple(_cards(reply, retriever))
    matches = tuple(
        max((retriever.matcher.match(query, card) for query in wanted), key=lambda match: match.score)
        for card in cards
    )
    said = _Said(reply, cards, matches, wanted)
    return {
        f"way {reply.way.split('.')[0]}": 1.0,
        "quotation": float(reply.way == "quotes.quotation"),
        "checked": float(reply.checked),
        "reread": float(reread),
        **_of_question(question),
        **_of_words(question, reply, retriever),
        **_of_figures(said, retriever),
    }


def _cards(reply: Reply, retriever: Retriever) -> Iterator[Card]:
    """The cards of the reply's figures, in its order; a figure that another one's name has in it is on none."""
    for figure in reply.figures:
        card = retriever.cards.of_letter(figure.letter).by_figure.get(figure.id)
        if card:
            yield card


def _of_question(question: Question) -> Evidence:
    text = question.text
    return {
        "length of question": len(text),
        "amounts asked": asks(text),
        "runs": len(question.runs),
        "length of content": len(question.content),
        "soft words": len(question.soft),
        "places": len(question.places),
        "strange places": len(question.strange),
        "periods": len(question.periods),
        "amount": question.amount,
        "open": question.open,
        "state": question.state,
        "literals": len(question.literals),
        "inherited": question.inherited,
        "kind asked": bool(question.asked.kind),
        "measures": len(question.measures),
        "target asked": question.status is Status.TARGET,
        "result asked": question.status is Status.RESULT,
        "unit asked": bool(question.unit),
        **{f"says {name}": bool(pattern.search(text)) for name, pattern in _CUES.items()},
        **{f"operation {name}": question.wants(*words) for name, words in _OPERATIONS.items()},
    }


def _of_words(question: Question, reply: Reply, retriever: Retriever) -> Evidence:
    """How far the headline, the figures' names and the cited sentences have the question's pairs of characters."""
    canonical = retriever.lexicon.canonical
    asked = pairs(canonical("".join(run.asked for run in question.runs)))
    texts = {
        "headline": canonical(reply.headline.text),
        "names": canonical(" ".join(figure.name for figure in reply.figures)),
        "passages": canonical("\n".join(passage.text for passage in reply.passages)),
    }
    plain = unmarked(question.text)
    said = reply.headline.text
    return {
        **{f"content in {name}": _share(asked, text) for name, text in texts.items()},
        "question in headline": _share(pairs(plain), said),
        "gap in headline": longest_gap(pair in texts["headline"] for pair in asked),
        "gap in passages": longest_gap(pair in texts["passages"] for pair in asked),
        "length of headline": len(said),
        "number in headline": bool(_DIGIT.search(said)),
    }


def _of_figures(said: _Said, retriever: Retriever) -> Evidence:
    """How the figures meet what is asked for; nothing of them where there is none."""
    counted = {
        "figures": len(said.cards),
        "passages": len(said.reply.passages),
        "things": len({card.family for card in said.cards}) / max(1, len(said.queries)),
        "queries": len(said.queries),
    }
    if not said.cards:
        return {**counted, "no figure": 1.0}
    query, first, match = said.queries[0], said.cards[0], said.matches[0]
    figure = first.figure
    kind = retriever.lexicon.kind(figure.quantity.unit)
    return {
        **counted,
        "meets": sum(one.meets for one in said.matches) / len(said.matches),
        "words missing": max(len(one.missing) for one in said.matches),
        "slots missing": max(len(one.lacks) for one in said.matches),
        "match": match.score,
        "name said": met(first.name, query.words, retriever.lexicon),
        "tail unsaid": first.tail_unsaid(query.words),
        "period fit": period_fit(query.period, figure.period),
        "result": figure.status is Status.RESULT,
        "own place": retriever.same_place(figure.place, first.letter.place),
        "measure agrees": _agreement(query.measure, figure.measure),
        "kind agrees": _agreement(query.asked.kind or None, kind),
        **{f"is {measure.value}": figure.measure is measure for measure in _MEASURES},
    }


def _agreement(asked: str | None, given: str) -> float:
    """1 for what is asked, -1 for another, 0 where nothing is."""
    return 0.0 if asked is None else 1.0 if asked == given else -1.0


def _share(asked: Iterable[str], text: str) -> float:
    found = [pair in text for pair in asked]
    return sum(found) / len(found) if found else 0.0


def unmarked(text: str) -> str:
    """A text without its gaps and marks."""
    return _MARKS.sub("", text)


def fits(asked: object, met: object) -> float:
    """1 for what is asked and met, -1 for what is asked and not met, 0 where it is not asked."""
    return 0.0 if not asked else 1.0 if met else -1.0


@dataclass(frozen=True)
class Rarity:
    """In how many of the texts each pair stands, and its inverse document frequency (of BM25, never below 0)."""

    counts: Mapping[str, int]
    weights: Mapping[str, float]

    @classmethod
    def of(cls, asked: Iterable[str], texts: Sequence[str]) -> "Rarity":
        """That of these pairs among these texts."""
        counts = {pair: sum(pair in text for text in texts) for pair in dict.fromkeys(asked)}
        size = len(texts)
        weights = {pair: math.log(1 + (size - count + 0.5) / (count + 0.5)) for pair, count in counts.items()}
        return cls(counts, weights)

    def share(self, asked: Sequence[str], text: str) -> float:
        """How much of what is asked a text has, rare pairs counting more, 0 to 1; half where nothing is asked."""
        total = sum(self.weights[pair] for pair in asked)
        return sum(self.weights[pair] for pair in asked if pair in text) / total if total else 0.5

    def known(self, asked: Sequence[str]) -> float:
        """The share of the pairs that some text has."""
        return sum(self.counts[pair] > 0 for pair in asked) / max(1, len(asked))


def longest_gap(met: Iterable[bool]) -> int:
    """The most in a row that are not met."""
    longest = gap = 0
    for one in met:
        gap = 0 if one else gap + 1
        longest = max(longest, gap)
    return longest
