"""What papers print for what a question says: 亏损企业 for 赔钱的厂, as the thesaurus has it."""

from dataclasses import dataclass

from bot.scoring.features.evidence import unmarked
from bot.understanding.expressions.thesaurus import thesaurus
from bot.understanding.lexicon import Lexicon


@dataclass(frozen=True)
class Printed:
    """A question's phrases by their length in characters, the longest first, each with its terms in canonical words."""

    phrases: tuple[tuple[int, tuple[str, ...]], ...]

    @classmethod
    def of(cls, text: str, lexicon: Lexicon) -> "Printed":
        """Those of a question's text."""
        found = {
            words: tuple(unmarked(lexicon.canonical(term)) for term in terms)
            for words, terms in thesaurus().spoken(text)
        }
        return cls(tuple(sorted(((len(words), terms) for words, terms in found.items()), reverse=True)))

    def said(self, text: str) -> int:
        """The length of the longest phrase of which a canonical text without marks has a term, 0 for none."""
        return next((size for size, terms in self.phrases if any(term in text for term in terms)), 0)
