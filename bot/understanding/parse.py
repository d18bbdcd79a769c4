"""The question of a text: its slots filled, its content left over."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import pairwise

from bot.understanding.draft import Draft
from bot.understanding.expressions.normalise import normalised
from bot.understanding.expressions.rewrite import Rewrite
from bot.understanding.expressions.segment import (
    Sort,
    Sorter,
    Words,
    cuts,
    foreign_words,
    is_cut_off,
    segments,
    sorter,
)
from bot.understanding.expressions.typos import corrected, correction
from bot.understanding.filled import filled
from bot.understanding.lexicon import Lexicon
from bot.understanding.numbered import Numbered, ordinals
from bot.understanding.question import Question
from bot.understanding.several.message import small_talk
from bot.understanding.slots import slotted
from bot.understanding.times import yearly
from bot.understanding.vocabulary import Sounds, Vocabulary
from corpus.runtime.replace import replace
from corpus.times.period import Period

_CORRECTIONS = 3


@dataclass(frozen=True)
class Parser:
    """Reads questions with the words of one corpus. `words` cuts a text into words of the language."""

    lexicon: Lexicon
    vocabulary: Vocabulary
    words: Words = tuple

    def question(self, text: str, anchor: date | None, current: Period | None = None) -> Question:
        """The question of one text by itself; 今年 is taken from `anchor`, 五年前 and 同期 from `current`."""
        chat = small_talk(text, self.lexicon)
        if chat:
            return Question(text, chat=chat, anchor=anchor)
        written = yearly(normalised(text, self.lexicon, self.vocabulary), current)
        draft = self._draft(written, Draft(anchor, current))
        for _ in range(_CORRECTIONS):
            change = correction(draft.canonical, draft.segments, self._sounds, self._language(draft))
            if change is None:
                break
            written = corrected(written, draft.in_text(change))
            draft = self._draft(written, Draft(anchor, current))
        return filled(text, draft, self.lexicon, self.vocabulary.names)

    def _language(self, draft: Draft) -> Sequence[str]:
        """The words of the language that a draft with an unknown one consists of."""
        unknown = any(segment.sort is Sort.UNKNOWN for segment in draft.segments)
        return self.words(draft.canonical) if unknown else ()

    def _sounds(self) -> tuple[Sounds, Sounds]:
        """The letters' words and the question words by their pinyin."""
        return self.vocabulary.sounds, self._cue_sounds

    @cached_property
    def _cue_sounds(self) -> Sounds:
        words = (*self.lexicon.cues, *self.lexicon.times)
        # 奖多少 is no 降多少: beside a word that is right, what is asked may be anything.
        whole = [word for word in words if len(word) > 1 and not word.endswith(self.lexicon.amount)]
        return Sounds.of(whole, whole=True)

    def _draft(self, text: str, before: Draft) -> Draft:
        """The masked and segmented text; what `before` had masked is kept."""
        draft = slotted(replace(before, text=text), self.lexicon, self.vocabulary)
        canonical, origins = self._rewrite(draft.text)
        return self._cut(replace(draft, canonical=canonical, origins=origins))

    def _cut(self, draft: Draft) -> Draft:
        """The canonical text cut, no number that says which one; again where that cuts a word that no letter has."""
        text = draft.canonical
        numbered = tuple(ordinals(text, self.vocabulary.counted))
        ordered = frozenset(one.words for one in numbered)
        parts = segments(text, self._known, ordered)
        # The language's words take a tenth of a second to load: most questions are of figures' names alone.
        single = self.lexicon.single
        known = all(segment.sort not in (Sort.UNKNOWN, Sort.TEXT) for segment in parts)
        if known and not any(is_cut_off(before, after, single) for before, after in pairwise(parts)):
            return replace(draft, segments=parts, words=ordered)
        words = self.words(text)
        heads = [head for head in self.lexicon.heads if head in text]
        foreign = foreign_words(parts, heads, single, ordered=False) | foreign_words(parts, words, single)
        # 号线 would cut 二号 of 二号线.
        foreign = ordered | {word for word in foreign if not _cuts_any(word, numbered, text)}
        if foreign:
            parts = segments(text, self._known, foreign)
        return replace(draft, segments=parts, words=foreign | frozenset(words))

    @cached_property
    def _known(self) -> Sorter:
        """What the pieces of questions are."""
        return sorter(self.lexicon, self.vocabulary)

    @cached_property
    def _rewrite(self) -> Rewrite:
        """Words put into the letters': those of one meaning, and everyday ones that the letters have not."""
        words = {
            word: letters
            for word, letters in self.lexicon.everyday.items()
            if not self.vocabulary.names_have(self.lexicon.same(word)[0])
            and self.vocabulary.texts_have(letters)
        }
        return Rewrite({**words, **self.lexicon.same.words})


def _cuts_any(word: str, numbered: Sequence[Numbered], text: str) -> bool:
    """Whether a word of a text begins inside a number with what it counts and ends behind it, or ends inside it."""
    start = text.find(word)
    return cuts(start, start + len(word), [(one.start, one.start + len(one.words)) for one in numbered])
