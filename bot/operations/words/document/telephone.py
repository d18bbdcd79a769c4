"""Telephone numbers that sentences give: 发现隐患可拨打12350举报."""

from collections.abc import Sequence

from bot.matching.retriever import Retriever
from bot.matching.terms.cover import covered
from bot.operations.words.document.factnames import facts_data
from bot.operations.words.quotes import quoted
from bot.phrasing.reply import Reply
from bot.phrasing.text import excerpt, layers_of, passages_asked
from bot.understanding.question import Question
from corpus.compiled import compiled
from corpus.passage import Kind, Passage
from corpus.runtime.replace import replace
from corpus.texts.text import tidy

# A line of a town, with its area code or without; a service line of five digits.
_NUMBER = compiled(
    r"(?<![\d.:-])(?:0\d{2,3}-)?[1-9]\d{6,7}(?![\d.%万亿元])|(?<![\d.])1[12]\d{3}(?!\d|[.%万亿元人家个])"
)
_DIALS = "打拨"


def complaints(question: Question, retriever: Retriever) -> Reply | None:
    """The one sentence with a telephone number for complaints, where a question asks for that; None else."""
    data = facts_data()["complaints"]
    if not any(word in question.text for word in data["asked"]):
        return None
    found = [
        one for one in _numbered(question, retriever) if any(word in one.text for word in data["printed"])
    ]
    if len(found) != 1:
        return None
    return replace(quoted(found[0], excerpt(tidy(found[0].text), question.runs, retriever)), checked=True)


def _numbered(question: Question, retriever: Retriever) -> list[Passage]:
    """The sentences with telephone numbers of the letters that a question is about."""
    passages = passages_asked(question, retriever)
    return [one for one in passages if one.kind is Kind.SENTENCE and _NUMBER.search(one.text)]


def number_for(asked: Sequence[str], question: Question, retriever: Retriever) -> Reply | None:
    """The sentence with a telephone number that says all that is asked besides it; None for nothing, or no such."""
    asked = [words for one in asked if (words := one.rstrip(_DIALS))]
    if not asked:
        return None
    fits = [
        (fit, one)
        for one in _numbered(question, retriever)
        if (fit := covered(asked, layers_of(one, retriever), retriever.lexicon)) is not None
    ]
    if not fits:
        return None
    passage = max(fits, key=lambda row: row[0])[1]
    return quoted(passage, excerpt(tidy(passage.text), question.runs, retriever))
