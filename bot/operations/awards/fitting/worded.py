"""Whole words of a person's own case that narrow it, and whether a rule says them in any form."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from bot.matching.retriever import Retriever
from bot.matching.terms.cover import is_short_form
from bot.operations.awards.asked import spoken
from bot.operations.awards.case import without_case
from bot.operations.awards.patterns import pattern
from bot.operations.figures.denial import common_words
from bot.phrasing.text import paragraph
from bot.understanding.expressions.asker import asker
from bot.understanding.expressions.lay import lay
from bot.understanding.expressions.loose import loose
from bot.understanding.expressions.segment import NUMERALS
from bot.understanding.expressions.thesaurus import thesaurus
from corpus.amounts.quantity import quantities
from corpus.compiled import compiled
from corpus.passage import Passage
from corpus.rule.rule import Rule
from corpus.rule.words import without_grades
from corpus.texts.text import fold, plain

_MARKS = compiled(r"[\W\d_]+")
_CLAUSE = compiled("[,，;；:：。、|\n]")
_COUNT = compiled(
    "[零一二两三四五六七八九十百千万半几多第]+[个名家口位人户次份样种头条年月日天亩吨台套项间张辆只度]?"
)
_KEPT = 4096
_NAMED = 2
# An article has no more passages before a rule.
_FAR = 16
# What a policy asks of whomever it gives anything.
_OF_ALL = compiled("适用对象|适用于|同时具备|基本条件")
# A long note in brackets says when a rule is left out, not for whom it is.
_ASIDE = compiled(r"[（(][^（）()]{12,}[）)]")


def narrowing(text: str, retriever: Retriever) -> tuple[str, ...]:
    """The words of a message that say of what award and of whom it asks: no amount, grade, talk, nor what only asks.

    Of characters that are no words together all are one: 白及 may be a name.
    """
    bare = without_grades(without_case(_without_amounts(plain(text))))
    words = (word for piece, known in lay().parted(bare) for word in _words(piece, retriever, known=known))
    return tuple(dict.fromkeys(word for word in words if _narrows(word, retriever)))


def _words(piece: str, retriever: Retriever, *, known: bool) -> Iterator[str]:
    """The words of a piece of text, an everyday one whole, single characters beside each other together."""
    if known:
        yield piece
        return
    for name in ("asks_wide", "talk", "own", "soft"):
        piece = pattern(name).sub(" ", piece)
    for part in asker().spoken_of(piece):
        single = ""
        for word in (*retriever.library.words(part), ""):
            bare = _MARKS.sub("", word)
            if len(bare) == 1 and bare == word and bare not in _light():
                single += word
                continue
            if single:
                yield single
            single = ""
            if bare:
                yield bare


@lru_cache(maxsize=1)
def _light() -> frozenset[str]:
    """Characters that are no part of a name: 的, 了, 养, 买."""
    return frozenset(pattern("light").pattern)


def _narrows(word: str, retriever: Retriever) -> bool:
    lexicon = retriever.lexicon
    if (
        _COUNT.fullmatch(word)
        or len(word) < 2
        or word in lexicon.cues
        or lexicon.is_light(word)
        or NUMERALS.issuperset(word)
    ):
        return False
    if word in asker().idle:
        return False
    if word in lay().words:
        return True
    talk = word in lexicon.asked or thesaurus().is_talk(word) or word in loose().light
    return not (talk or word in common_words() or asker().is_of(word))


def _without_amounts(text: str) -> str:
    for one in reversed(quantities(fold(text))):
        text = f"{text[: one.start]} {text[one.end :]}"
    return text


def said_by(rule: Rule, retriever: Retriever) -> tuple[str, str, str]:
    """A rule's own words with what leads it in, its sentence, and what stands around it: its paragraph and the headings."""
    passage = retriever.library.passage(rule.passage)
    of = "".join(one.of for one in rule.conditions)
    own = "\n".join((rule.whom, rule.clause, rule.name, rule.label, of, rule.base))
    # Of 国际标准、国家标准 all members are beside each one.
    beside = rule.beside if rule.clause else ""
    near = f"{_ASIDE.sub('', own)}\n{_ASIDE.sub('', beside)}"
    around = "\n".join(one.text for one in paragraph(passage, retriever))
    letter = retriever.library.letters[rule.letter]
    article = "\n".join(one.text for one in _article(rule, retriever))
    asked_of_all = "\n".join(
        one.text for one in retriever.library.passages(rule.letter) if _OF_ALL.search(one.text)
    )
    far = "\n".join((rule.head, *passage.section, asked_of_all, article, around, letter.title, letter.place))
    return (canonical(near, retriever), canonical(passage.text, retriever), canonical(far, retriever))


def _article(rule: Rule, retriever: Retriever) -> Sequence[Passage]:
    """What a rule's article says before it, from its first words on; nothing where that is far."""
    known = retriever.library.passages(rule.letter)
    place = next((number for number, one in enumerate(known) if one.id == rule.passage), 0)
    for start in range(place, max(-1, place - _FAR), -1):
        if rule.article and known[start].text.startswith(rule.article):
            return known[start:place]
    return ()


def canonical(text: str, retriever: Retriever) -> str:
    """A text in the words that rules are compared in."""
    return retriever.lexicon.canonical(spoken(plain(text)))


def form(word: str, texts: Sequence[str], retriever: Retriever) -> str:
    """A word as these texts have it, the first of them that has it in any form: itself, or the first of what papers print
    for it. "" where none has."""
    forms = [canonical(one, retriever) for one in (word, *lay().terms(word))]
    # 石鼓乡 where the paper lists 石鼓 among others.
    forms += [word[:-1]] if len(word) > _NAMED and word[-1] in "乡镇村" else []
    for text in texts:
        for number, one in enumerate(forms):
            if _stands(one, text) or (not number and word in text):
                return one
    return ""


def stands(word: str, text: str, retriever: Retriever) -> bool:
    """Whether a rule's canonical words have a word in any form."""
    return bool(form(word, [text], retriever))


def part_of(word: str, texts: Sequence[str], retriever: Retriever) -> int:
    """In which of a rule's texts a word stands first, their number for none. What stands in its sentence is looked for in
    the same form in its own words: of 巴西 the sentence has 其他国家."""
    own, sentence, *around = texts
    said = form(word, [sentence], retriever) or form(word, [own, *around], retriever)
    return next((number for number, text in enumerate(texts) if said and _stands(said, text)), len(texts))


def unmet(words: Sequence[str], texts: Sequence[str], retriever: Retriever) -> list[str]:
    """The words that none of these texts has."""
    return [word for word in words if not form(word, texts, retriever)]


@lru_cache(maxsize=_KEPT)
def _stands(word: str, text: str) -> bool:
    # 乡镇中学 of 乡镇中小学; two characters are in order by chance.
    return word in text or (
        len(word) > _NAMED and any(is_short_form(word, one) for one in _CLAUSE.split(text))
    )
