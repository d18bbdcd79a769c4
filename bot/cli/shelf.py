"""`dafu add`, `remove`, `letters` and `index`: the documents of the corpus, kept up to date."""

from collections.abc import Mapping
from contextlib import closing
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.markup import escape

from bot.cli.open import SHIPPED, CorpusOption, IndexOption, ModelOption, of_folder, opened, stop
from bot.cli.show import show_rows
from bot.wording import say
from corpus.document.filename import readable
from corpus.document.given import Given, sidecar
from corpus.fault import Fault, refusal
from corpus.formats.structure.watch import Part, watching
from corpus.letter import Letter
from corpus.runtime.once import once
from corpus.times.period import label
from index.folder import UnreadableCorpus, documents
from index.rows.outline import Size
from index.shelf import take, withdraw

_FilesArgument = Annotated[list[Path], typer.Argument(help="Documents, or folders of them.", exists=True)]
_LettersArgument = Annotated[list[str], typer.Argument(help="Ids as `dafu letters` shows them.")]


@once()
def add(
    paths: _FilesArgument,
    corpus: CorpusOption = SHIPPED,
    index: IndexOption = None,
    model: ModelOption = None,
    title: Annotated[str, typer.Option(help="Its title, where the text does not say it.")] = "",
    place: Annotated[str, typer.Option(help="The place it is about.")] = "",
    date: Annotated[str, typer.Option(help="The day it is of: 2024-07-25.")] = "",
    url: Annotated[str, typer.Option(help="Its page on the web.")] = "",
) -> None:
    """Put documents into the corpus and the index."""
    of_folder(corpus, index)
    beside = sidecar(Given(title=title, place=place, signed=date, url=url))
    try:
        waiting = Console(stderr=True).status(say("corpus.reading"))
        with waiting, watching(lambda *done: waiting.update(_told(*done))):
            taken = take(paths, corpus, beside)
    except OSError as error:
        raise stop(_unwritten(error, corpus)) from None
    console = Console(highlight=False)
    names = {document.path: document.id for document in documents(corpus)}
    for line in taken.refused:
        Console(stderr=True, highlight=False).print(line, style="yellow", soft_wrap=True, markup=False)
    for path, there in taken.same:
        line = say("corpus.same").format(name=readable(path.name), id=names[there])
        console.print(line, soft_wrap=True, markup=False)
    for path, aside in taken.replaced:
        console.print(say("corpus.replaced").format(name=path.name, path=aside), soft_wrap=True, markup=False)
    if not (taken.put or taken.same):
        raise stop(say("corpus.nothing"))
    with closing(opened(corpus, index, model)) as library:
        put = [names[path] for path in taken.put]
        # Of these alone: to look into all letters for one that is new takes longer than to read it.
        sizes, unread = (
            {name: library.size(name) for name in put if name in library.letters},
            library.unread(),
        )
    for path in taken.put:
        if names[path] in sizes:
            console.print(
                _said("corpus.added", sizes[names[path]], id=names[path]), soft_wrap=True, markup=False
            )
        for line in unread.get(names[path], ()):
            console.print(f"  {line}", style="yellow", soft_wrap=True, markup=False)


def remove(
    names: _LettersArgument,
    corpus: CorpusOption = SHIPPED,
    index: IndexOption = None,
    model: ModelOption = None,
) -> None:
    """Take documents out of the corpus and the index; the files are put aside, not deleted."""
    of_folder(corpus, index)
    console = Console(highlight=False)
    known = _ids(corpus)
    for name in names:
        if name not in known:
            raise stop(say("error.no_letter").format(id=name, known="、".join(known)))
    for name in names:
        try:
            aside = withdraw(corpus, name)
        except OSError as error:
            raise stop(_unwritten(error, corpus)) from None
        console.print(say("corpus.removed").format(id=name, path=aside), soft_wrap=True, markup=False)
    opened(corpus, index, model).close()


def letters(
    corpus: CorpusOption = SHIPPED,
    index: IndexOption = None,
    model: ModelOption = None,
) -> None:
    """Print the documents of the corpus: a table on a terminal, comma-separated values in a pipe."""
    with closing(opened(corpus, index, model)) as library:
        sizes = library.sizes()
        unread = library.unread()
        rows = [
            (*_row(letter, sizes[name]), "；".join(unread.get(name, ())))
            for name, letter in library.letters.items()
        ]
        refused = library.refused
    heads = say("corpus.heads").split(",")
    show_rows(heads, rows)
    for line in refused:
        Console(stderr=True, highlight=False).print(line, style="yellow", soft_wrap=True, markup=False)


def build(
    corpus: CorpusOption = SHIPPED,
    index: IndexOption = None,
    model: ModelOption = None,
) -> None:
    """Build the index, or bring it up to date, and say what is in it. The bot's example questions are made with it."""
    # Imported here: no other of these commands answers anything.
    from bot.answering.answerer import Answerer
    from bot.service.archive import Service
    from bot.service.views.examples import examples

    console = Console(highlight=False)
    with closing(opened(corpus, index, model)) as library:
        examples(Service(Answerer(library).answer, library))
        console.print(
            _said("corpus.total", _sum(library.sizes()), letters=len(library.letters)), markup=False
        )
        console.print(say("corpus.index").format(path=library.place), soft_wrap=True, markup=False)


def _ids(corpus: Path) -> list[str]:
    try:
        return [document.id for document in documents(corpus)]
    except UnreadableCorpus as error:
        raise stop(error) from None


def _told(path: Path, page: int, pages: int, part: Part) -> str:
    """Which page, sheet or part of a long reading is done."""
    return escape(say(f"corpus.{part}").format(name=readable(path.name), page=page, pages=pages))


def _unwritten(error: OSError, corpus: Path) -> str:
    """Why the corpus folder could not be changed."""
    name = "corpus.full" if refusal(error) is Fault.FULL else "corpus.readonly"
    return say(name).format(path=corpus)


def _said(name: str, size: Size, **rest: object) -> str:
    return say(name).format(passages=size.passages, figures=size.figures, remarks=size.remarks, **rest)


def _sum(sizes: Mapping[str, Size]) -> Size:
    found = sizes.values()
    return Size(sum(s.passages for s in found), sum(s.figures for s in found), sum(s.remarks for s in found))


def _row(letter: Letter, size: Size) -> tuple[str, ...]:
    return (
        letter.id,
        letter.title,
        letter.number,
        letter.place,
        label(letter.period) if letter.period else "",
        letter.dated.isoformat() if letter.dated else "",
        str(size.passages),
        str(size.figures),
        str(size.remarks),
    )
