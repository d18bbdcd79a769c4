"""The patterns of bot/data/derived.toml, and the topic of what they leave of a question."""

import re
from functools import cache

from bot.matching.retriever import Retriever
from bot.operations.relations.topic import Topic, kept, topic
from bot.tables import table
from bot.understanding.lexicon import patterns_of
from bot.understanding.question import Question

_BREAK = "\x00"
_MARKS = "?？。!！~ 啊呀呢嘛吧哦"


@cache
def patterns() -> dict[str, re.Pattern[str]]:
    """The shipped patterns. Read once: they are data that never change while the program runs."""
    return patterns_of(table("derived"))


def says(name: str, text: str) -> bool:
    """Whether a text has what the pattern of this name finds."""
    return patterns()[name].search(text.rstrip(_MARKS)) is not None


def about(question: Question, retriever: Retriever, *names: str, text: str = "") -> Topic:
    """What a question, or a text of it, is about beside what these patterns find."""
    said = kept((text or question.text).rstrip(_MARKS))
    for name in (*names, "light"):
        said = patterns()[name].sub(_BREAK, said)
    for place in question.places:
        said = said.replace(place, _BREAK)
    return topic(said, question, retriever)
