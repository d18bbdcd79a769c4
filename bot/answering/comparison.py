"""What speaks for each candidate of a message beside the others: features by name."""

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from bot.answering.candidate import Candidate
from bot.scoring.choosing import choosing
from bot.scoring.features.evidence import Evidence
from bot.scoring.trees import likelihood

# Probabilities are looked at no nearer to 0 and 1 than this.
_NEAREST = 1e-3
# Of more readings or passages nothing more is said.
_READINGS, _PASSAGES = 6, 5
# What of the likeliest sentence's evidence tells about the question, and about other replies to it.
_OF_SENTENCE = ("numbers short", "kind", "content", "content nowhere", "known", "asks", "soft words", "runs")
# What of the likeliest figure's evidence tells whether it answers.
_OF_FIGURE = [
    "match",
    "match lead",
    "meets",
    "missing share",
    "missing words",
    "lacks",
    "lacks period",
    "lacks place",
    "name",
    "clause",
    "clause lead",
    "sentence",
    "content name",
    "content clause",
    "content sentence",
    "gap clause",
    "gap sentence",
    "said",
    "said in content",
    "near clause",
    "near clause lead",
    "printed name",
    "printed clause",
    "near sentence",
    "farthest clause",
    "like name",
    "like clause",
    "kind",
    "kind asked",
    "unit",
    "measure",
    "period",
    "up",
    "down",
    "literal",
    "beside",
    "order",
    "known",
    "is level",
    "is growth",
    "is change",
    "first sentence",
    "sentence odds",
    "score asked",
    "same name",
    "asks",
    "runs",
    "operations",
    "dated",
    "rule",
    "result",
    "is row",
    "inherited",
]
# The log-odds of a figure that was not compared.
_FAR = -8.0


@dataclass(frozen=True)
class Comparison:
    """What is compared of the candidates of a message, the plain reading's first: its replies, the likeliest figure, and the
    likeliest sentence."""

    text: str
    candidates: Sequence[Candidate]

    @cached_property
    def compared(self) -> Sequence[Candidate]:
        """The replies up to the first one that is likely and tells all amounts, each headline once; then those beside."""
        replies: dict[str, Candidate] = {}
        for one in self.candidates:
            if one.is_reply:
                replies.setdefault(one.reply.headline.text, one)
                if one.likely and one.is_whole(self.text):
                    break
        # Where a word stands nowhere the likeliest figure is of another thing too often: 资源税收入 is no 税收收入.
        pointed = None if self._denied else self._pointed
        beside = (one for one in self.candidates if one.quotes or one is pointed)
        return [*replies.values(), *beside]

    @property
    def judged(self) -> list[tuple[float, Candidate]]:
        """Those that are compared, each with P(right)."""
        probabilities = map(likelihood, choosing().trees.each(self.evidence))
        return list(zip(probabilities, self.compared, strict=True))

    @property
    def evidence(self) -> list[Evidence]:
        """What speaks for each of those that are compared, in their order."""
        return [
            {**self._of_place(place), **self._of_pointed(one), **self._of_sort(one)}
            for place, one in enumerate(self.compared)
        ]

    def _of_place(self, place: int) -> Evidence:
        """How it was found, and what the plain reading's refusal says."""
        one, first = self.compared[place], self.candidates[0]
        sort = "quote" if one.quotes else "point" if one.points else "reply"
        denied, slot = self._denied, first.reply.way == "refusal.slot"
        return {
            sort: 1.0,
            f"{sort} odds": _odds(one.probability),
            "first answers": first.answers,
            f"{sort} after denial": denied,
            f"{sort} after refused slot": slot,
            f"{sort} half": one.is_half(self.text),
            f"way {one.reply.way.split('.')[0]}": 1.0,
            f"way {one.reply.way}": 1.0,
            "place": min(place, _READINGS),
            "only": one.only,
            "worked out": bool(one.reply.workings),
            "choices": bool(one.reply.choices),
            "passages": min(len(one.reply.passages), _PASSAGES),
            "told alike": self._headlines[one.reply.headline.text],
        }

    def _of_pointed(self, one: Candidate) -> Evidence:
        """What the likeliest figure says of a candidate: whether it has it, or how far its own are behind it."""
        pointed = self._pointed
        if pointed is None:
            return {}
        best = pointed.evidence["odds"]
        ids = [figure.id for figure in one.reply.figures]
        own = max((pointed.odds.get(name, _FAR) for name in ids), default=_FAR)
        chief = pointed.reply.passages[0]
        inside = chief in one.reply.passages
        return {
            "point odds": best,
            "point lead": pointed.evidence["lead"],
            "has point": own == best,
            "own odds": own,
            "own behind": best - own,
            "point in it": best if inside else 0.0,
            "point elsewhere": 0.0 if inside else best,
        }

    def _of_sort(self, one: Candidate) -> Evidence:
        if one.quotes:
            return self._of_quote(one)
        of_figure = {f"point {name}": float(one.evidence[name]) for name in _OF_FIGURE} if one.points else {}
        return {**of_figure, **self._of_reply(one)}

    def _of_reply(self, one: Candidate) -> Evidence:
        """What the likeliest sentence says of a reply or a figure."""
        quote = self._quote
        if quote is None:
            return {}
        same = quote.reply.passages[0] in one.reply.passages
        alone = len(one.reply.passages) == 1
        return {
            "rests on sentence": same,
            "sentence of it": quote.probability if same else 0.0,
            "another sentence": 0.0 if same else quote.probability,
            "another sentence alone": quote.probability if alone and not same else 0.0,
            **{f"sentence {name}": float(quote.evidence.get(name, 0.0)) for name in _OF_SENTENCE},
        }

    def _of_quote(self, quote: Candidate) -> Evidence:
        """What the replies say of a sentence, and its own evidence."""
        others = [one for one in self.compared if not (one.quotes or one.points)]
        return {
            **quote.evidence,
            "best reply": max((one.probability for one in others), default=0.0),
            "of reply": any(quote.reply.passages[0] in one.reply.passages for one in others),
        }

    @cached_property
    def _quote(self) -> Candidate | None:
        return next((one for one in self.compared if one.quotes), None)

    @cached_property
    def _pointed(self) -> Candidate | None:
        return next((one for one in self.candidates if one.points), None)

    @property
    def _denied(self) -> bool:
        """Whether the plain reading's refusal says that a word of the question stands nowhere."""
        return self.candidates[0].reply.denial is not None

    @cached_property
    def _headlines(self) -> Mapping[str, int]:
        return Counter(one.reply.headline.text for one in self.compared)


def _odds(probability: float) -> float:
    """The log-odds of a probability."""
    kept = min(max(probability, _NEAREST), 1 - _NEAREST)
    return math.log(kept / (1 - kept))
