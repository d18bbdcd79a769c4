"""`dafu ask`, `dafu chat` and `dafu eval`: questions answered in a terminal, in a pipe, and against a file."""

import json
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from bot.answer import Answer, Kind
from bot.answering.answerer import Answerer
from bot.cli.open import SHIPPED, CorpusOption, IndexOption, ModelOption, opened, stop
from bot.cli.show import show, show_failure, show_misread, show_scores, show_tallies
from bot.evaluate import Item, Outcome, UnreadableItems, items, score, tallies
from bot.messages.contract import as_json
from bot.wording import say
from corpus.fault import UnreadableSource
from corpus.gold import UnreadableGold, golds, judged, scores

NOT_FOUND = 3


def ask(
    question: Annotated[
        list[str] | None, typer.Argument(help="The question; words are joined.", show_default=False)
    ] = None,
    corpus: CorpusOption = SHIPPED,
    index: IndexOption = None,
    model: ModelOption = None,
    history: Annotated[
        list[str] | None, typer.Option(help="An earlier question of the dialogue; repeatable.")
    ] = None,
    as_object: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
    explained: Annotated[
        bool, typer.Option("--explain", help="Also print the best candidates and what speaks for each.")
    ] = False,
    batch: Annotated[
        Path | None,
        typer.Option(help="JSON Lines of {id, question, history}; prints one JSON answer a line."),
    ] = None,
) -> None:
    """Answer one question (exit 0 answered, 3 not in the letters, 2 bad use), or a file of them."""
    if not question and batch is None:
        raise stop(say("error.no_question"))
    with closing(opened(corpus, index, model)) as library:
        answerer = Answerer(library)
        if batch is not None:
            _answer_all(answerer, batch)
            return
        text = " ".join(question or ())
        answer, milliseconds = _timed(answerer, text, history or ())
        if as_object:
            _print(as_json(answer, text, milliseconds))
        else:
            show(answer, Console(highlight=False))
        if explained:
            # Imported here: hardly anybody asks for it.
            from bot.cli.explain import explain

            said = history or ()
            late = answerer.worked_out(text, said)
            explain(text, answerer.candidates(text, said), late, Console(highlight=False))
    if answer.kind is Kind.NOT_FOUND:
        raise typer.Exit(NOT_FOUND)


def chat(corpus: CorpusOption = SHIPPED, index: IndexOption = None, model: ModelOption = None) -> None:
    """Ask and ask on: line editing, history over the arrow keys, /new to begin again."""
    console = Console(highlight=False)
    with closing(opened(corpus, index, model)) as library:
        answerer = Answerer(library)
        console.print(say("show.welcome"))
        history: list[str] = []
        for line in _lines():
            if line == "/new":
                history.clear()
                console.print(say("show.forgotten"))
                continue
            answer = answerer.answer(line, history)
            show(answer, console)
            history.append(_chosen(line, answer))
    console.print(say("show.bye"))


def evaluate(
    file: Annotated[Path, typer.Argument(help="JSON Lines in the format of tests/data/eval/README.md.")],
    corpus: CorpusOption = SHIPPED,
    index: IndexOption = None,
    model: ModelOption = None,
    failures: Annotated[bool, typer.Option(help="Also print what was not answered right.")] = False,
    figures: Annotated[
        bool, typer.Option("--figures", help="FILE holds figures read by people; score what is extracted.")
    ] = False,
) -> None:
    """Score the answers to a file of questions with expected ones, or the figures read of documents."""
    console = Console(highlight=False)
    if figures:
        _score_figures(file, console, failures=failures)
        return
    asked = _items(file)
    with closing(opened(corpus, index, model)) as library:
        answerer = Answerer(library)
        given = [score(item, answerer.answer(item.question, item.history)) for item in asked]
    for one in given:
        if failures and (one.outcome is not Outcome.OK or one.cited is False):
            show_failure(one, console)
    show_tallies(tallies(given), console)


def _score_figures(file: Path, console: Console, *, failures: bool) -> None:
    """Prints how the figures of documents beside the file compare with its rows."""
    try:
        found = judged(golds(file), file.parent)
    except (UnreadableGold, UnreadableSource) as error:
        raise stop(error) from None
    for one in found if failures else ():
        show_misread(one, console)
    show_scores(scores(found), found, console)


def _timed(answerer: Answerer, text: str, history: Sequence[str]) -> tuple[Answer, float]:
    start = time.perf_counter()
    answer = answerer.answer(text, history)
    return answer, (time.perf_counter() - start) * 1000


def _answer_all(answerer: Answerer, file: Path) -> None:
    for item in _items(file):
        answer, milliseconds = _timed(answerer, item.question, item.history)
        _print(as_json(answer, item.question, milliseconds, item.id))


def _items(file: Path) -> list[Item]:
    try:
        return list(items(file))
    except UnreadableItems as error:
        raise stop(error) from None


def _print(value: object) -> None:
    # Flushed line by line: whoever reads the pipe gets each answer as it is made.
    print(json.dumps(value, ensure_ascii=False), flush=True)  # noqa: T201 - the output of the command


def _lines() -> Iterator[str]:
    """What is typed, line by line, until the input ends; editing and history only where there is a terminal."""
    if not sys.stdin.isatty():
        yield from filter(None, map(str.strip, sys.stdin))
        return
    # Loaded for a terminal alone.
    from prompt_toolkit import PromptSession

    session: PromptSession[str] = PromptSession(say("show.prompt"))
    while True:
        try:
            line = session.prompt().strip()
        except (EOFError, KeyboardInterrupt):
            return
        if line:
            yield line


def _chosen(line: str, answer: Answer) -> str:
    """What the dialogue goes on from: the line, or the choice that its number names."""
    if line.isdecimal() and 0 < int(line) <= len(answer.choices):
        return answer.choices[int(line) - 1]
    return line
