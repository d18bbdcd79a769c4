"""What a refusal may say of the question's words: which stand in no letter, in no form, and which do."""

from collections.abc import Iterator, Sequence
from functools import cache

from bot.matching.retriever import Retriever
from bot.phrasing.headline import Said
from bot.tables import table
from bot.understanding.expressions.asker import asker
from bot.understanding.expressions.lay import lay
from bot.understanding.expressions.loose import loose
from bot.understanding.expressions.normalise import simplified
from bot.understanding.expressions.segment import NUMERALS, standing
from bot.understanding.expressions.thesaurus import thesaurus
from bot.understanding.question import Question
from corpus.compiled import compiled
from corpus.passage import Kind, Passage
from corpus.texts.text import pairs

# 国家级 is said by 国家小巨人.
_LEVEL = ("级", "类", "性", "型")
# 每人每年, 五句: in what is counted, and no thing.
_MEASURES = compiled(
    "(?:每[一-鿿]{1,2}){1,2}|[一二三四五六七八九十两几]+[句条项个招点件样张份桩](?:话|事|招)?"
)
_PAIR = 2
# Characters that the language has no word for: a name, told together where there are no more of them.
_LONGEST_NAME = 3


def unsaid(question: Question, missing: Sequence[str], retriever: Retriever) -> Said | None:
    """The first whole word of the question that no letter has in any form, None where each has one.

    `missing` are the pieces that the nearest figure does not meet: a word of one of them comes first.
    """
    put = list(_put_otherwise(question.text, retriever))
    words = [
        word
        for word in content_words(question, retriever)
        if not (word in common_words() or _MEASURES.fullmatch(word) or stands(word, retriever))
        and not asker().tells(question.text, word)
        and _is_whole(word, question.text, retriever)
        and not any(word in phrase for phrase in put)
        and not _is_of_names(word, question.text, retriever)
        and not (word.endswith(_LEVEL) and is_said(word[:-1], retriever))
    ]
    words.sort(key=lambda word: not is_of(word, missing))
    whole = (_whole(word, question.text, retriever) for word in words)
    return next((Said(question, word) for word in whole if not stands(word, retriever)), None)


def is_doubted(question: Question, missing: Sequence[str], retriever: Retriever) -> bool:
    """Whether some word of the question stands in no letter as it was said: it is not named where papers print something
    else for it, or where it tells of the asker, but speaks against what is found all the same."""
    put = list(_put_otherwise(question.text, retriever))
    return any(
        not (word in common_words() or _MEASURES.fullmatch(word))
        and not any(is_said(term, retriever) for term in (word, *thesaurus().terms(word)))
        and not any(word in phrase for phrase in put)
        and not _is_of_names(word, question.text, retriever)
        and not (word.endswith(_LEVEL) and is_said(word[:-1], retriever))
        for word in content_words(question, retriever)
    )


def _put_otherwise(text: str, retriever: Retriever) -> Iterator[str]:
    """What of a text is a phrase that some letter has another word for: 当家行业 where it prints 主导产业."""
    for phrase, terms in thesaurus().spoken(text):
        if any(is_said(term, retriever) for term in terms):
            yield phrase


def _is_of_names(word: str, text: str, retriever: Retriever) -> bool:
    """Whether a word is cut out of names that some letter has: 正九洲 of 海正九洲."""
    start = text.find(word)
    around = text[max(0, start - 1) : start + len(word) + 1]
    said = [retriever.library.has(pair) for pair in pairs(around)]
    first = 0 if start == 0 else 1
    return len(word) > 2 and all(any(said[max(0, at - 1) : at + 1]) for at in range(first, first + len(word)))


@cache
def common_words() -> frozenset[str]:
    """Words that are no thing that a paper deals with or not. Read once: they never change while the program runs."""
    return frozenset(table("denial")["common"]["words"])


def mentioned(
    question: Question, missing: Sequence[str], retriever: Retriever
) -> tuple[Said, Passage] | None:
    """A whole word of the question that some letter has, and a sentence with it; None where none has one.

    A word of what the nearest figure does not meet comes first, then the rarest.
    """
    words = [word for word in dict.fromkeys(content_words(question, retriever)) if word not in common_words()]
    found = [(word, passages) for word in words if (passages := where_said(word, retriever))]
    if not found:
        return None
    word, passages = min(found, key=lambda row: (not is_of(row[0], missing), len(row[1])))
    return Said(question, word), next((one for one in passages if one.kind is Kind.SENTENCE), passages[0])


def is_of(word: str, pieces: Sequence[str]) -> bool:
    """Whether a word is of some of these pieces of a question."""
    return any(piece in word or word in piece for piece in pieces)


def content_words(question: Question, retriever: Retriever) -> Iterator[str]:
    """The language's words in the question's content, as they were typed, talk and words of a question left out."""
    yield from (name for name in question.strange if name in question.text)
    known = {place for run in question.runs for place in _places(question.text, run.asked)}
    words = _together(retriever.library.words(question.text), retriever)
    for start, end in standing(words, question.text):
        word = question.text[start:end]
        if len(word) > 1 and known.issuperset(range(start, end)) and _narrows(word, retriever):
            yield word


def stands(word: str, retriever: Retriever) -> bool:
    """Whether some letter has a word, however it is written, or one that means the same."""
    return any(is_said(term, retriever) for term in (word, *lay().terms(word)))


def is_said(words: str, retriever: Retriever) -> bool:
    """Whether some passage has the words, or words that mean the same."""
    return any(map(retriever.library.has, _alike(words, retriever)))


def where_said(words: str, retriever: Retriever) -> Sequence[Passage]:
    """The passages that have the words, or words that mean the same."""
    found = map(retriever.library.containing, _alike(words, retriever))
    return next(filter(None, found), ())


def _alike(words: str, retriever: Retriever) -> Iterator[str]:
    """The words, however they are written, and those that mean the same, each once."""
    plain = simplified(words)
    canonical = retriever.lexicon.canonical(plain)
    everyday = retriever.lexicon.everyday.get(plain)
    put = (everyday,) if everyday else ()
    yield from dict.fromkeys((words, plain, canonical, *retriever.lexicon.alike(canonical), *put))


def _places(text: str, words: str) -> range:
    start = text.find(words)
    return range(start, start + len(words)) if start >= 0 else range(0)


def _together(words: Sequence[str], retriever: Retriever) -> Iterator[str]:
    """The words, single characters beside each other put together where they may be a name."""
    single = ""
    for word in (*words, ""):
        if len(word) == 1 and _may_be_named(word, retriever):
            single += word
            continue
        if single and len(single) <= _LONGEST_NAME:
            yield single
        single = ""
        if word:
            yield word


def _is_whole(word: str, text: str, retriever: Retriever) -> bool:
    """Whether a word is one that the person said: none that is cut out of words that go on at its ends (货值 of 交货值, 租公 of
    租公租房), and no name with a verb or a word of the language in it (开车去市)."""
    start = text.find(word)
    if start < 0:
        return False
    words, end = retriever.library.words, start + len(word)
    before, behind = _beside(start, end, text, retriever)
    if any(len(pair) == _PAIR and words(pair) == [pair] for pair in (before + word[0], word[-1] + behind)):
        return False
    if any(
        first < end and start < last and not start <= first <= last <= end
        for first, last in lay().spans(text)
    ):
        return word in lay().words
    if len(parts := words(word)) < _PAIR:
        return True
    inside = [one for one in parts if len(one) > 1]
    verbs = any(letter in loose().verbs for letter in word)
    return not verbs and not any(is_said(one, retriever) or one in lay().words for one in inside)


def _beside(start: int, end: int, text: str, retriever: Retriever) -> tuple[str, str]:
    """The single character that stands at each end of a word and is no part of another one; "" where there is none, or several
    together, of which no one knows which are the word's."""
    spans = list(standing(retriever.library.words(text), text))
    single = {first for first, last in spans if last - first == 1}
    before = start - 1 in single and start - _PAIR not in single
    behind = end in single and end + 1 not in single
    return (text[start - 1] if before else "", text[end] if behind else "")


def _whole(word: str, text: str, retriever: Retriever) -> str:
    """A word with the single characters beside it that may be its own: 水蜜桃 where the language has 蜜桃."""
    start = text.find(word)
    if start < 0 or len(word) > _LONGEST_NAME:
        return word
    before, behind = _beside(start, start + len(word), text, retriever)
    before = before if _may_begin(before, retriever) else ""
    behind = behind if behind and _may_be_named(behind, retriever) else ""
    longer = f"{before}{word}{behind}"
    return longer if longer in text else word


def _may_begin(letter: str, retriever: Retriever) -> bool:
    """Whether a character may be the first of a longer word: 水 of 水蜜桃, though by itself it is one."""
    known = letter in retriever.lexicon.cues or letter in loose().verbs or letter in NUMERALS
    return "一" <= letter <= "鿿" and not known


def _may_be_named(letter: str, retriever: Retriever) -> bool:
    return (
        "一" <= letter <= "鿿"
        and letter not in loose().verbs
        and letter not in retriever.lexicon.cues
        and letter not in retriever.lexicon.single
        and not retriever.lexicon.is_light(letter)
    )


def _narrows(word: str, retriever: Retriever) -> bool:
    """Whether a word says of what something is asked, and is no talk, number or word of a question."""
    lexicon = retriever.lexicon
    if word in lexicon.cues or lexicon.is_light(word) or NUMERALS.issuperset(word) or word.isdigit():
        return False
    return word not in lexicon.asked and not thesaurus().is_talk(word) and word not in loose().light
