"""Answers on a terminal: colour and a table where there is one, plain text in a pipe."""

import csv
import sys
from collections.abc import Iterable, Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text

from bot.answer import Answer
from bot.cli.said import lines
from bot.evaluate import Score, Tally
from bot.wording import say
from corpus.gold import Judged
from corpus.gold import Score as Scored


def show(answer: Answer, console: Console) -> None:
    """Prints an answer: headline, working, quoted sentences with their sources, remarks, what to ask next."""
    for text, style in lines(answer, offers=console.is_terminal):
        console.print(Text(text, style=style), soft_wrap=True)


def show_rows(heads: Iterable[str], rows: Iterable[Iterable[str]]) -> None:
    """Prints rows under heads: a table on a terminal, comma-separated values in a pipe."""
    if not sys.stdout.isatty():
        write_csv(heads, rows)
        return
    table = Table(box=None, header_style="bold")
    for head in heads:
        table.add_column(head)
    for row in rows:
        table.add_row(*map(Text, row))
    Console().print(table)


def write_csv(heads: Iterable[str], rows: Iterable[Iterable[str]]) -> None:
    """Prints rows under heads as comma-separated values."""
    csv.writer(sys.stdout).writerows([heads, *rows])


def show_tallies(tallies: list[Tally], console: Console) -> None:
    """Prints scores by kind of question."""
    table = Table(box=None, header_style="bold")
    for head in ("kind", "n", "ok", "wrong", "refused", "cited", "ok %", "wrong %"):
        table.add_column(head, justify="left" if head == "kind" else "right")
    for tally in tallies:
        share = [
            f"{100 * part / tally.total:.1f}" if tally.total else "-" for part in (tally.ok, tally.wrong)
        ]
        counts = [tally.total, tally.ok, tally.wrong, tally.refused]
        table.add_row(tally.name, *map(str, counts), f"{tally.cited}/{tally.checked}", *share)
    console.print(table)


def show_failure(score: Score, console: Console) -> None:
    """Prints an item that was not answered right."""
    item = score.item
    asked = " / ".join((*item.history, item.question))
    console.print(
        Text(f"{score.outcome.value:8}{item.id} [{item.kind}] {asked}", style="yellow"), soft_wrap=True
    )
    console.print(Text(f"        {score.headline}"), soft_wrap=True)


def show_scores(rows: Iterable[Scored], found: Sequence[Judged], console: Console) -> None:
    """Prints precision and recall of whole figures and of each slot."""
    table = Table(box=None, header_style="bold")
    for head in ("slot", "n", "precision %", "recall %"):
        table.add_column(head, justify="left" if head == "slot" else "right")
    for row in rows:
        shares = (f"{100 * share:.1f}" for share in (row.precision, row.recall))
        table.add_row(row.name or "whole figure", str(row.of), *shares)
    console.print(table)
    wrong = sum(one.is_false for one in found)
    console.print(say("show.misread").format(wrong=wrong, missing=sum(one.is_missing for one in found)))


def show_misread(one: Judged, console: Console) -> None:
    """Prints an amount that was not read, and each slot that says what is not so."""
    if one.is_missing or (one.is_false and not one.verdicts):
        console.print(Text(f"{one.gold.document} {one.gold.raw}", style="yellow"), soft_wrap=True)
    for slot, (said, right) in one.differences.items():
        told = f"{one.gold.document} {one.gold.raw} {slot}: {said} ({' / '.join(right)})"
        console.print(Text(told, style="yellow"), soft_wrap=True)
