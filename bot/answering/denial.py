"""What a refusal may say of the question's words: which stand in no letter, in no form, and which do."""

from collections.abc import Iterator, Sequence

from bot.answering.desk import Desk
from bot.answering.headline import Said
from bot.understanding.loose import loose
from bot.understanding.normalise import simplified
from bot.understanding.question import Question
from bot.understanding.segment import NUMERALS
from bot.understanding.thesaurus import thesaurus
from corpus.passage import Kind, Passage

# Characters that the language has no word for: a name, told together where there are no more of them.
_LONGEST_NAME = 4


def unsaid(question: Question, missing: Sequence[str], desk: Desk) -> Said | None:
    """The first whole word of the question that no letter has in any form, None where each has one.

    `missing` are the pieces that the nearest figure does not meet: a word of one of them comes first.
    """
    words = [word for word in content_words(question, desk) if not stands(word, desk)]
    words.sort(key=lambda word: not is_of(word, missing))
    return Said(question, words[0]) if words else None


def mentioned(question: Question, missing: Sequence[str], desk: Desk) -> tuple[Said, Passage] | None:
    """A whole word of the question that some letter has, and a sentence with it; None where none has one.

    A word of what the nearest figure does not meet comes first, then the rarest.
    """
    words = dict.fromkeys(content_words(question, desk))
    found = [(word, passages) for word in words if (passages := where_said(word, desk))]
    if not found:
        return None
    word, passages = min(found, key=lambda row: (not is_of(row[0], missing), len(row[1])))
    return Said(question, word), next((one for one in passages if one.kind is Kind.SENTENCE), passages[0])


def is_of(word: str, pieces: Sequence[str]) -> bool:
    """Whether a word is of some of these pieces of a question."""
    return any(piece in word or word in piece for piece in pieces)


def content_words(question: Question, desk: Desk) -> Iterator[str]:
    """The language's words in the question's content, as they were typed, talk and words of a question left out."""
    yield from (name for name in question.strange if name in question.text)
    known = {place for run in question.runs for place in _places(question.text, run.asked)}
    place = 0
    for word in _together(desk.library.words(question.text), desk):
        start = question.text.find(word, place)
        if start < 0:
            continue
        place = start + len(word)
        if len(word) > 1 and known.issuperset(range(start, place)) and _narrows(word, desk):
            yield word


def stands(word: str, desk: Desk) -> bool:
    """Whether some letter has a word, however it is written, or one that means the same."""
    if where_said(word, desk):
        return True
    return any(where_said(term, desk) for term in thesaurus().terms(word))


def where_said(words: str, desk: Desk) -> Sequence[Passage]:
    """The passages that have the words, or words that mean the same."""
    plain = simplified(words)
    canonical = desk.lexicon.canonical(plain)
    alike = dict.fromkeys((words, plain, canonical, *desk.lexicon.alike(canonical)))
    return next((found for word in alike if (found := desk.library.containing(word))), ())


def _places(text: str, words: str) -> range:
    start = text.find(words)
    return range(start, start + len(words)) if start >= 0 else range(0)


def _together(words: Sequence[str], desk: Desk) -> Iterator[str]:
    """The words, single characters beside each other put together where they may be a name."""
    single = ""
    for word in (*words, ""):
        if len(word) == 1 and _may_be_named(word, desk):
            single += word
            continue
        if single and len(single) <= _LONGEST_NAME:
            yield single
        single = ""
        if word:
            yield word


def _may_be_named(letter: str, desk: Desk) -> bool:
    return "一" <= letter <= "鿿" and letter not in desk.lexicon.cues and not desk.lexicon.is_light(letter)


def _narrows(word: str, desk: Desk) -> bool:
    """Whether a word says of what something is asked, and is no talk, number or word of a question."""
    lexicon = desk.lexicon
    if word in lexicon.cues or lexicon.is_light(word) or NUMERALS.issuperset(word) or word.isdigit():
        return False
    return word not in lexicon.asked and not thesaurus().is_talk(word) and word not in loose().light
