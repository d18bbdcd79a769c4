"""`dafu figures` and `dafu check`: what was read out of the letters, for a person to check."""

from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import closing
from typing import Annotated

import typer
from rich.console import Console
from rich.text import Text

from bot.cli.open import SHIPPED, CorpusOption, IndexOption, ModelOption, opened, stop
from bot.cli.show import show_rows, write_csv
from bot.wording import say
from corpus.figure import Figure, Measure
from corpus.times.period import label
from index.store import Index

LetterArgument = Annotated[
    str | None, typer.Argument(help="A letter's id; all letters if none.", show_default=False)
]


def figures(
    letter: LetterArgument = None,
    corpus: CorpusOption = SHIPPED,
    index: IndexOption = None,
    model: ModelOption = None,
    as_csv: Annotated[bool, typer.Option("--csv", help="Print comma-separated values.")] = False,
) -> None:
    """Print the figures of a letter as a table: whose, what, when, result or target, how much."""
    with closing(opened(corpus, index, model)) as library:
        rows = [_row(figure) for name in _wanted(library, letter) for figure in library.figures([name])]
    heads = say("show.figure_heads").split(",")
    (write_csv if as_csv else show_rows)(heads, rows)


def check(
    letter: LetterArgument = None,
    corpus: CorpusOption = SHIPPED,
    index: IndexOption = None,
    model: ModelOption = None,
) -> None:
    """Print where a letter's own figures do not agree."""
    console = Console(highlight=False)
    with closing(opened(corpus, index, model)) as library:
        for name in _wanted(library, letter):
            remarks = library.remarks(name)
            console.print(Text(library.letters[name].title, style="bold"), soft_wrap=True)
            console.print(Text(f"  {_looked_at(library.figures([name]))}", style="dim"), soft_wrap=True)
            for remark in remarks:
                console.print(Text(f"  {remark.text}", style="magenta"), soft_wrap=True)
            if not remarks:
                console.print(Text(f"  {say('show.no_remarks')}", style="dim"))


def _looked_at(found: Sequence[Figure]) -> str:
    """What the checks had to go by."""
    kinds = Counter(figure.measure for figure in found)
    parts = {word for figure in found for word in figure.scope}
    totals = sum(figure.measure is Measure.LEVEL and figure.name in parts for figure in found)
    counts = {"shares": kinds[Measure.SHARE], "growths": kinds[Measure.GROWTH], "totals": totals}
    return say("show.checked").format(figures=len(found), **counts)


def _wanted(library: Index, letter: str | None) -> Iterator[str]:
    """The letter's id, or all ids. Stops with one line where there is no such letter."""
    if letter is not None and letter not in library.letters:
        raise stop(say("error.no_letter").format(id=letter, known="、".join(library.letters)))
    yield from [letter] if letter else library.letters


def _row(figure: Figure) -> tuple[str, ...]:
    return (
        figure.letter,
        figure.place,
        figure.subject,
        figure.indicator,
        label(figure.period) if figure.period else "",
        figure.status.value,
        figure.measure.value,
        str(figure.direction),
        figure.basis,
        figure.whole,
        figure.quantity.raw,
        str(figure.signed),
        figure.quantity.unit,
    )
