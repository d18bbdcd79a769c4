"""A reply being made: its headline with all that the headline rests on."""

from dataclasses import dataclass

from bot.answer import Kind
from bot.answering.headline import Headline
from bot.answering.reckon import Working
from corpus.figure import Figure
from corpus.passage import Passage


@dataclass(frozen=True)
class Reply:
    """What is answered, before remarks and suggestions are added."""

    kind: Kind
    headline: Headline
    figures: tuple[Figure, ...] = ()
    passages: tuple[Passage, ...] = ()
    workings: tuple[Working, ...] = ()
    choices: tuple[str, ...] = ()
