"""What speaks for each candidate of a message beside the others: features by name."""

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from bot.answering.candidate import Candidate
from bot.scoring.choosing import choosing
from bot.scoring.evidence import Evidence

# Probabilities are looked at no nearer to 0 and 1 than this.
_NEAREST = 1e-3
# Of more readings or passages nothing more is said.
_READINGS, _PASSAGES = 6, 5
# What of the likeliest sentence's evidence tells about the question, and about other replies to it.
_OF_SENTENCE = ("numbers short", "kind", "content", "content nowhere", "known", "asks", "soft words", "runs")
# What the nearest figure lacks, and what of it fits.
_OF_NEAREST = (
    "slots missing",
    "words missing",
    "places",
    "periods",
    "kind agrees",
    "measure agrees",
    "match",
    "period fit",
)


@dataclass(frozen=True)
class Comparison:
    """What is compared of the candidates of a message, the plain reading's first: one reply, or all where none is likely
    by itself, the nearest figures, and the likeliest sentence."""

    text: str
    candidates: Sequence[Candidate]

    @cached_property
    def compared(self) -> Sequence[Candidate]:
        """Of the replies the first one that is likely and tells all amounts, else the first likely one, else each one."""
        beside = [one for one in self.candidates if one.quotes or one.near]
        replies = [one for one in self.candidates if one.is_reply]
        likely = [one for one in replies if one.likely]
        whole = [one for one in likely if not one.is_half(self.text)]
        return [*(whole[:1] or likely[:1] or replies), *beside]

    @property
    def judged(self) -> list[tuple[float, Candidate]]:
        """Those that are compared, each with P(right)."""
        probabilities = map(choosing().trees.probability, self.evidence)
        return list(zip(probabilities, self.compared, strict=True))

    @property
    def evidence(self) -> list[Evidence]:
        """What speaks for each of those that are compared, in their order."""
        return [
            {**self._of_place(place), **(self._of_quote(one) if one.quotes else self._of_reply(one))}
            for place, one in enumerate(self.compared)
        ]

    def _of_place(self, place: int) -> Evidence:
        """How it was found, and what the plain reading's refusal says."""
        one, first = self.compared[place], self.candidates[0]
        sort = "quote" if one.quotes else "near" if one.near else "reply"
        denied, slot = first.reply.denial is not None, first.reply.way == "refusal.slot"
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

    def _of_reply(self, one: Candidate) -> Evidence:
        """What the likeliest sentence says of a reply."""
        near = (
            {f"near {name}": float(one.evidence.get(name, 0.0)) for name in _OF_NEAREST} if one.near else {}
        )
        quote = self._quote
        if quote is None:
            return near
        same = quote.reply.passages[0] in one.reply.passages
        alone = len(one.reply.passages) == 1
        return {
            **near,
            "rests on sentence": same,
            "sentence of it": quote.probability if same else 0.0,
            "another sentence": 0.0 if same else quote.probability,
            "another sentence alone": quote.probability if alone and not same else 0.0,
            **{f"sentence {name}": float(quote.evidence.get(name, 0.0)) for name in _OF_SENTENCE},
        }

    def _of_quote(self, quote: Candidate) -> Evidence:
        """What the replies say of a sentence, and its own evidence."""
        others = [one for one in self.compared if not one.quotes]
        return {
            **quote.evidence,
            "best reply": max((one.probability for one in others), default=0.0),
            "of reply": any(quote.reply.passages[0] in one.reply.passages for one in others),
        }

    @cached_property
    def _quote(self) -> Candidate | None:
        return next((one for one in self.compared if one.quotes), None)

    @cached_property
    def _headlines(self) -> Mapping[str, int]:
        return Counter(one.reply.headline.text for one in self.compared)


def _odds(probability: float) -> float:
    """The log-odds of a probability."""
    kept = min(max(probability, _NEAREST), 1 - _NEAREST)
    return math.log(kept / (1 - kept))
