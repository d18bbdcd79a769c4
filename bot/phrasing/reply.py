"""A reply being made: its headline with all that the headline rests on."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bot.answer import Kind
from bot.operations.arithmetic.reckon import Working
from bot.phrasing.headline import Headline, headline, joined
from bot.wording import say
from corpus.figure import Figure
from corpus.passage import Passage
from corpus.runtime.replace import replace


@dataclass(frozen=True)
class Reply:
    """What is answered, before remarks and suggestions are added. `way` names how it was found: lookup.lookup.

    `denial` is what a refusal says to stand nowhere. `checked` says that the way itself has looked whether all that was
    asked is met, which speaks for it.
    """

    kind: Kind
    headline: Headline
    figures: tuple[Figure, ...] = ()
    passages: tuple[Passage, ...] = ()
    workings: tuple[Working, ...] = ()
    choices: tuple[str, ...] = ()
    way: str = ""
    denial: Headline | None = None
    checked: bool = False


def found_by(way: Callable[..., object], reply: Reply) -> Reply:
    """The reply with the name of the way that found it where it has none."""
    return replace(reply, way=reply.way or f"{way.__module__.rsplit('.', 1)[-1]}.{way.__name__}")


def together(replies: Sequence[Reply], more: str = "") -> Reply:
    """Several answers as one: their headlines in a row, each figure and passage once, `more` words behind."""
    body = joined(
        say("figure.separator"), list({reply.headline.text: reply.headline for reply in replies}.values())
    )
    return Reply(
        Kind.ANSWER,
        headline("{body}" + more, body=body),
        figures=tuple(dict.fromkeys(figure for reply in replies for figure in reply.figures)),
        passages=tuple(dict.fromkeys(passage for reply in replies for passage in reply.passages)),
        workings=tuple(dict.fromkeys(working for reply in replies for working in reply.workings)),
    )
