"""A text too long for a question: a pasted passage is told where it stands, anything else is asked for in short."""

from collections.abc import Iterator
from itertools import chain

from bot.answer import Kind
from bot.matching.retriever import Retriever
from bot.phrasing.headline import headline
from bot.phrasing.phrase import told
from bot.phrasing.reply import Reply
from bot.wording import say
from corpus.amounts.broken import joined
from corpus.compiled import compiled
from corpus.figure import Measure
from corpus.passage import Passage
from corpus.texts.text import plain

# The longest of 4,460 questions collected has 44 characters; the work that a question takes grows with its length.
LONGEST = 80
# So much of a text is looked at, so many of its sentences are looked up, by so many of their characters.
_READ, _SENTENCES, _PROBE, _LEAST = 2000, 24, 40, 8
_FIGURES = 8
_END = compiled(r"[。!?;！？；]")


def pasted(text: str, retriever: Retriever) -> Reply:
    """Where the sentences of a text stand, with their figures; the request for a shorter question if nowhere."""
    passages = list(dict.fromkeys(_found(text, retriever)))
    if not passages:
        return Reply(Kind.NOT_FOUND, headline(say("pasted.long")))
    ids = {passage.id for passage in passages}
    letters = {passage.letter for passage in passages}
    figures = [one for one in retriever.library.figures(letters) if one.passage in ids]
    levels = [one for one in figures if one.measure is Measure.LEVEL] or figures
    if not levels:
        return Reply(Kind.ANSWER, headline(say("pasted.found")), passages=tuple(passages))
    statements = [retriever.stated(one) for one in levels[:_FIGURES]]
    text_of = headline(
        say("pasted.first" if len(levels) > _FIGURES else "pasted.figures"), figures=told(statements)
    )
    said = tuple(one for statement in statements for one in statement.figures)
    shown = {one.passage for one in said}
    # Who pasted the text has it: what is told is shown where it stands.
    return Reply(
        Kind.ANSWER, text_of, figures=said, passages=tuple(one for one in passages if one.id in shown)
    )


def _found(text: str, retriever: Retriever) -> Iterator[Passage]:
    """The passages that have the beginnings of the text's sentences, which may go on over the ends of lines."""
    left = _SENTENCES
    for sentence in _END.split(joined(text[:_READ])):
        # A heading has no full stop: what is nowhere as one sentence is looked up line by line.
        for lines in ([sentence], sentence.split("\n")):
            probes = [one for one in (plain(line).strip()[:_PROBE] for line in lines) if len(one) >= _LEAST]
            found = [retriever.library.containing(probe)[:1] for probe in probes[:left]]
            left -= len(found)
            yield from chain.from_iterable(found)
            if any(found):
                break
