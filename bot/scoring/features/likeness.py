"""How near in meaning texts are to a question, by the shipped model: as a whole and word by word."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.answering.library import Library

# Where no word has any weight.
_NONE = 1e-6


@dataclass(frozen=True)
class Likeness:
    """Of a question: all that is asked, and the words of it that an answer has to meet."""

    asked: str
    content: str
    library: Library

    def whole(self, groups: Mapping[str, Sequence[str]]) -> Mapping[str, Sequence[float]]:
        """The cosine of each text to what is asked, by the group's name."""
        texts = [text for group in groups.values() for text in group]
        vectors = self.library.vectors([self.asked, *texts])
        values = iter((vectors[1:] @ vectors[0]).tolist())
        return {f"like {name}": [next(values) for _ in group] for name, group in groups.items()}

    def words(self, name: str, texts: Sequence[str]) -> Mapping[str, Sequence[float]]:
        """The cosine of each word's nearest one in a text: the mean, rare words counting more, and that of the farthest
        word; 0 for a model that has no words by themselves."""
        near = self.library.nearest(self.content or self.asked, texts)
        if near is None or not near.words:
            return dict.fromkeys((f"near {name}", f"farthest {name}"), [0.0] * len(texts))
        share = near.cosines @ near.rarity / max(float(near.rarity.sum()), _NONE)
        return {f"near {name}": share.tolist(), f"farthest {name}": near.cosines.min(axis=1).tolist()}
