"""A question without what narrows nothing: whom it serves, what is done to a thing, talk that no paper prints."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from bot.tables import table
from bot.understanding.expressions.segment import Words, standing
from bot.understanding.lexicon import any_of, decides
from corpus.compiled import compiled

_MUCH = r"(?:多少|几多|好多|多大|多长|几(?![个]?月|号|点钟|年))"


@dataclass(frozen=True)
class Loose:
    """The patterns of nouns that are counted and of verbs before an amount, and words that narrow nothing."""

    counted: tuple[tuple[re.Pattern[str], str], ...]
    done: re.Pattern[str]
    light: frozenset[str]
    verbs: frozenset[str]

    def readings(self, text: str, words: Words) -> Iterator[str]:
        """The text put more loosely, step by step. `words` cuts it into words of the language.

        >>> list(loose().readings("云岭门票卖了多少钱", list))
        []
        """
        before = text
        for step in (self._by_measure, self._undone, lambda one: self._unlit(one, words)):
            after = step(before)
            if after != before and len(after) > 1:
                yield after
                before = after

    def _by_measure(self, text: str) -> str:
        """多少群众受益 as 多少人受益."""
        for pattern, measure in self.counted:
            text = pattern.sub(rf"\g<much>{measure}", text)
        return text

    def _undone(self, text: str) -> str:
        """电梯换了几部 as 电梯了几部: that it is done stays said."""
        return self.done.sub(lambda match: match["done"] or "", text)

    def _unlit(self, text: str, words: Words) -> str:
        kept, done = "", 0
        for start, end in standing(words(text), text):
            kept += text[done : start if text[start:end] in self.light else end]
            done = end
        return kept + text[done:]


@cache
def loose() -> Loose:
    """The shipped words. Read once: they are data that never change while the program runs."""
    data = table("loose")
    return Loose(
        tuple(
            (compiled(rf"(?P<much>{_MUCH})(?:个|名|位|户|家)?(?:{any_of(nouns).pattern})"), measure)
            for measure, nouns in data["counted"].items()
        ),
        compiled(
            rf"(?<=[一-鿿]{{2}})(?:{any_of(data['done']['verbs']).pattern})(?:(?P<done>了)|[过着到去])?(?={_MUCH})"
        ),
        frozenset(word for word in data["light"]["words"] if not decides(word)),
        frozenset(data["single"]["letters"]),
    )
