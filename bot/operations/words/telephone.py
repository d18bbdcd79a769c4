"""Telephone numbers that sentences give: 发现隐患可拨打12350举报."""

from collections.abc import Sequence

from bot.matching.cover import covered
from bot.matching.retriever import Retriever
from bot.operations.words.quotes import quoted
from bot.phrasing.reply import Reply
from bot.phrasing.text import excerpt, layers_of, letters_meant
from bot.understanding.question import Question
from corpus.compiled import compiled
from corpus.passage import Kind
from corpus.text import tidy

# A line of a town, with its area code or without; a service line of five digits.
_NUMBER = compiled(
    r"(?<![\d.:-])(?:0\d{2,3}-)?[1-9]\d{6,7}(?![\d.%万亿元])|(?<![\d.])1[12]\d{3}(?!\d|[.%万亿元人家个])"
)
_DIALS = "打拨"


def number_for(asked: Sequence[str], question: Question, retriever: Retriever) -> Reply | None:
    """The sentence with a telephone number that says all that is asked besides it; None for nothing, or no such."""
    asked = [words for one in asked if (words := one.rstrip(_DIALS))]
    if not asked:
        return None
    letters = letters_meant(question, retriever) or list(retriever.library.letters)
    passages = [one for letter in letters for one in retriever.library.passages(letter)]
    numbered = [one for one in passages if one.kind is Kind.SENTENCE and _NUMBER.search(one.text)]
    fits = [
        (fit, one)
        for one in numbered
        if (fit := covered(asked, layers_of(one, retriever), retriever.lexicon)) is not None
    ]
    if not fits:
        return None
    passage = max(fits, key=lambda row: row[0])[1]
    return quoted(passage, excerpt(tidy(passage.text), question.runs, retriever))
